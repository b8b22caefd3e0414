"""Nothing of the internal layer is told outside it, nor a circle's notice outside its circle, nor anything to somebody
dismissed (Điều 15.1, 15.3)."""

import re
from collections.abc import Iterable, Iterator

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver
from wagtail.models import Page

from portal.intranet import urls
from portal.people import tokens
from portal.people.models import Person
from portal.search import actions as search
from tests.cast import NOW, Cast
from tests.intranet.inside import KINDS, MONDAY, Inside, word
from tests.website.test_canaries import START, crawl

pytestmark = pytest.mark.usefixtures("as_outside")
ARGUMENT = re.compile(r"<(?:(\w+):)?(\w+)>")
OURS = ("library", "internal-notices", "timetables")


@pytest.fixture
def inside(cast: Cast) -> Inside:
    planted = Inside(cast).plant()
    search.reindex()
    return planted


def patterns(found: list[URLPattern | URLResolver], prefix: str = "/") -> Iterator[str]:
    for one in found:
        here = prefix + str(one.pattern)
        if isinstance(one, URLPattern):
            yield here
        else:
            yield from patterns(one.url_patterns, here)


def addresses(inside: Inside) -> Iterator[str]:
    """Every address of the room with whatever its arguments may be, and what else somebody would try who knows the house."""
    pages = [str(pk) for pk in Page.objects.filter(depth__gt=4).values_list("pk", flat=True)]
    for pattern in patterns(urls.urlpatterns):
        kinds = [kind or "str" for kind, _ in ARGUMENT.findall(pattern)]
        given = {
            "monday": [MONDAY.isoformat()],
            "slug": list(inside.slugs.values()),
            "int": pages,
            "str": list(inside.secrets.values()),
        }
        for value in given.get(kinds[0], ["1"]) if kinds else [""]:
            yield ARGUMENT.sub("1", ARGUMENT.sub(value, pattern, count=1))
    for page in Page.objects.filter(depth__gt=1):
        yield page.url_path
        yield "/" + page.url_path.lstrip("/").partition("/")[2]
    yield from (f"/viec/{pk}/" for pk in pages)
    yield from (f"/tep/{one.pk}/" for one in inside.papers.values())
    yield from (f"/api/v1/{name}{tail}" for name in OURS for tail in ("", *(f"/{pk}" for pk in pages)))
    for kind in (*KINDS, ""):
        yield from (
            f"{where}{word(kind)}" for where in ("/tim-kiem/?q=", "/tim-kiem/goi-y/?q=", "/api/v1/public/articles?q=")
        )


def sung(seen: dict[str, tuple[int, str]]) -> set[tuple[str, str]]:
    """Which words stood in which answers; one repeated from the address does not count."""
    return {
        (path, kind) for path, (_, words) in seen.items() for kind in KINDS
        if re.search(rf"{word(kind)}\b", words.replace(path, "")) and word(kind) not in path
    } | {(path, kind) for path, (_, words) in seen.items() for kind in KINDS if f"{word(kind)} " in words}  # fmt: skip


def secret(path: str) -> bool:
    return path.startswith("/lich/")  # whoever holds a calendar's secret reads it, signed in or not


def test_strangers_hear_no_word_of_it(inside: Inside, client: Client) -> None:
    silent(inside, crawl(client, [*START, *outside(inside)]))


@pytest.mark.sqlite
@pytest.mark.parametrize("who", ["phu", "an", "vy"])
def test_parents_pupils_and_collaborators_hear_none_either(inside: Inside, client: Client, who: str) -> None:
    client.force_login(inside.cast.people[who])
    silent(inside, asked(client, [*START, *outside(inside)]))


def outside(inside: Inside) -> list[str]:
    """Whoever holds a calendar's secret reads it, signed in or not: that is no guess."""
    return [path for path in addresses(inside) if not path.startswith("/lich/")]


def silent(inside: Inside, seen: dict[str, tuple[int, str]]) -> None:
    assert sung(seen) == set()
    assert {path: status for path, (status, _) in seen.items() if status >= 500} == {}
    shut = ("/noi-bo/", "/tep/", "/api/v1/internal", "/api/v1/library", "/viec/", "/cong-noi-bo/")
    assert [path for path in outside(inside) if seen[path][0] == 200 and path.startswith(shut)] == []


def test_those_inside_hear_what_is_theirs(inside: Inside, client: Client) -> None:
    """The words do sing: for one of the circle all that is up; for a colleague outside it everything but the circle's."""
    heard = {}
    for who in ("lan", "khoa"):
        client.force_login(inside.cast.people[who])
        pages = [path for path in outside(inside) if not path.startswith(("/api/", "/tim-kiem/")) and "." not in path]
        heard[who] = {kind for _, kind in sung(asked(client, pages))}
    assert heard == {"lan": {"lich", "truc", "chung", "vong", "hoclieu"}, "khoa": {"lich", "truc", "chung", "hoclieu"}}


def asked(client: Client, paths: Iterable[str], **more: str) -> dict[str, tuple[int, str]]:
    """What those addresses answer, and none they lead to."""
    found = {}
    for path in dict.fromkeys(paths):
        answer = client.get(path, **more)  # type: ignore[arg-type]
        body = b"".join(answer.streaming_content) if answer.streaming else answer.content  # type: ignore[attr-defined]
        found[path] = (answer.status_code, f"{answer.headers}\n{body.decode('utf-8', 'replace')}")
    return found


def test_search_finds_for_each_what_is_his(inside: Inside, client: Client) -> None:
    def found(who: str) -> dict[str, int]:
        client.force_login(inside.cast.people[who])
        return {kind: client.get("/tim-kiem/", {"q": word(kind)}).context["count"] for kind in KINDS}

    nothing = dict.fromkeys(KINDS, 0)
    own = nothing | {"lich": 1, "chung": 1, "hoclieu": 1}
    assert {who: found(who) for who in ("lan", "khoa", "phu", "vy")} == {
        "lan": own | {"vong": 1}, "khoa": own, "phu": nothing, "vy": nothing,
    }  # fmt: skip


@pytest.mark.parametrize("how", ["suspended", pytest.param("closed", marks=pytest.mark.sqlite)])
def test_somebody_dismissed_loses_it_all_at_once(inside: Inside, client: Client, how: str) -> None:
    cast, lan = inside.cast, inside.cast.lan
    client.force_login(lan)
    held = ["/noi-bo/", "/noi-bo/lich/", f"/noi-bo/thong-bao/{inside.slugs['vong']}/", f"/noi-bo/kho/{inside.slugs['hoclieu']}/",
            f"/tep/{inside.papers['vong'].pk}/", f"/tep/{inside.papers['hoclieu'].pk}/", "/api/v1/internal-notices",
            f"/lich/{inside.secrets['lan']}.ics"]  # fmt: skip
    bearer = {
        "HTTP_AUTHORIZATION": f"Bearer {tokens.mint(lan, label='máy', may_decide=False, by=lan, at=NOW, channel='test').secret}"
    }
    before = {path: status for path, (status, _) in asked(client, held, **bearer).items()}
    if how == "suspended":
        cast.suspend(lan)
    else:
        Person.objects.filter(pk=lan.pk).update(is_active=False)
    after = asked(client, held, **bearer)
    assert before == dict.fromkeys(held, 200)
    assert ([path for path, (status, _) in after.items() if status == 200], sung(after)) == ([], set())
    assert client.get("/tim-kiem/", {"q": word("vong")}).context["count"] == 0
