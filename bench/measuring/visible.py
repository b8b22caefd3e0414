"""From the Head's yes to the article on the home page: through the real review form, over HTTP, as a stranger sees it."""

import re
import time
from dataclasses import dataclass
from html import unescape
from urllib.parse import urlencode

from bench.measuring.clients import Client
from bench.measuring.ours import HOST, Portal

FORM = re.compile(r"<form\b.*?</form>", re.S)
FIELD = re.compile(r"<(?:input|textarea|button)\b[^>]*>")
ATTRIBUTE = re.compile(r'\b(name|value|type)="([^"]*)"')
GIVE_UP, A_LOOK = 10.0, 0.01  # seconds


@dataclass(frozen=True)
class Seen:
    """Seconds from the moment the approval was sent."""

    answered: float  # the Head has his answer
    at_next_request: bool  # the first request at the application after that answer shows it
    at_app: float
    at_front: float | None  # through nginx, asked every 10 ms; None where there is no nginx


def approve(portal: Portal, session: str, item: int, title: str, *, front: bool) -> Seen:
    """Approve one waiting item and look until strangers see it on the home page."""
    strangers = [Client(portal.base, **HOST), *([Client(portal.front, **HOST)] if front else [])]
    for stranger in strangers:  # what is kept is kept without it
        assert title not in page(stranger), "it is up already"
    began, head = send_the_form(portal, session, item)
    answered = time.perf_counter() - began
    at_once = title in page(strangers[0])
    at_app = time.perf_counter() - began if at_once else _until(strangers[0], title, began)
    at_front = _until(strangers[1], title, began) if front else None
    for client in (*strangers, head):
        client.close()
    return Seen(answered, at_once, at_app, at_front)


def send_the_form(portal: Portal, session: str, item: int) -> tuple[float, Client]:
    """Open the page that approves and send its own form; gives when it was sent, and the Head's client."""
    head, path = Client(portal.base, **HOST), f"/viec/{item}/duyet/"
    opened = head.get(path, Cookie=f"sessionid={session}")
    assert opened.status == 200, f"{path}: {opened.status}"
    token = re.search(r"csrftoken=([^;]+)", opened.headers.get("set-cookie", ""))
    assert token is not None, "the form's page set no token"
    fields = dict(_fields(next(form for form in FORM.findall(opened.body.decode()) if 'name="hash"' in form)))
    began = time.perf_counter()
    cookies = f"sessionid={session}; csrftoken={token.group(1)}"
    done = head.post(path, urlencode(fields).encode(), Cookie=cookies)
    assert done.status == 302, f"{path}: {done.status}"
    return began, head


def _fields(form: str) -> list[tuple[str, str]]:
    found = [dict(ATTRIBUTE.findall(field)) for field in FIELD.findall(form)]
    return [(one["name"], unescape(one.get("value", ""))) for one in found if "name" in one]


def page(client: Client) -> str:
    answer = client.get("/")
    assert answer.status == 200, answer.status
    return unescape(answer.body.decode())


def _until(client: Client, title: str, began: float) -> float:
    while title not in page(client):
        if time.perf_counter() - began > GIVE_UP:
            raise RuntimeError("the article was approved and does not show")
        time.sleep(A_LOOK)
    return time.perf_counter() - began
