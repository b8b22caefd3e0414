"""A caller: one line a call, a token for every person of the cast."""

import json
from dataclasses import dataclass, field
from typing import Any

import pytest
from django.core.cache import cache
from django.http import HttpResponse
from django.test import Client

from portal.news.models import Article
from portal.people.models import Person
from portal.people.tokens import mint
from tests.cast import NOW, Cast

ROOT = "/api/v1"
READY: dict[str, Any] = {
    "section": "chuyen-mon", "genre": "tin-ngan", "title": "Giờ thực hành Khoa học tự nhiên",
    "summary": "Lớp 7A3 tự thiết kế thí nghiệm.",
    "body": [{"type": "paragraph", "value": "Ba chai nước, một câu hỏi: nước nào tưới cây tốt nhất?"}],
}  # fmt: skip


@dataclass
class Caller:
    """Calls the API over HTTP as anyone of the cast; `calls` remembers what was answered."""

    cast: Cast
    secrets: dict[tuple[int, bool], str] = field(default_factory=dict)

    def secret(self, who: Person, *, decide: bool = True) -> str:
        key = (who.pk, decide)
        if key not in self.secrets:
            minted = mint(who, label="thử", may_decide=decide, by=who, at=NOW, channel="test")
            self.secrets[key] = minted.secret
        return self.secrets[key]

    def call(
        self, method: str, path: str, who: Person | None = None, data: Any = None, *, decide: bool = True,
        headers: dict[str, str] | None = None, raw: bytes | None = None,
    ) -> HttpResponse:  # fmt: skip
        sent = dict(headers or {})
        if who is not None:
            sent["Authorization"] = f"Bearer {self.secret(who, decide=decide)}"
        body = raw if raw is not None else b"" if data is None else json.dumps(data).encode()
        client = Client(enforce_csrf_checks=True)
        return client.generic(method, ROOT + path, body, content_type="application/json", headers=sent)

    def get(self, path: str, who: Person | None = None, **more: Any) -> HttpResponse:
        return self.call("GET", path, who, **more)

    def post(self, path: str, who: Person | None = None, data: Any = None, **more: Any) -> HttpResponse:
        return self.call("POST", path, who, data, **more)

    def patch(self, pk: int, who: Person, data: Any, hash: str | None) -> HttpResponse:
        headers = {} if hash is None else {"If-Match": f'"{hash}"'}
        return self.call("PATCH", f"/articles/{pk}", who, data, headers=headers)

    def upload(self, path: str, who: Person | None, file: Any, **fields: str) -> HttpResponse:
        headers = {"Authorization": f"Bearer {self.secret(who)}"} if who else {}
        client = Client(enforce_csrf_checks=True)
        return client.post(ROOT + path, {"file": file, **fields}, headers=headers)

    def write(self, who: Person, *, in_plan: bool = True, **changes: Any) -> dict[str, Any]:
        """A draft made over the API."""
        data = {**READY, "plan_entry": self.cast.entry.pk if in_plan else None, **changes}
        answer = self.post("/articles", who, data)
        assert answer.status_code == 201, answer.content.decode()
        return answer.json()

    def submit(self, pk: int, who: Person) -> dict[str, Any]:
        answer = self.post(f"/articles/{pk}/submit", who)
        assert answer.status_code == 200, answer.content.decode()
        return answer.json()

    def task(self, pk: int, who: Person) -> dict[str, Any] | None:
        """This person's task on an article, as GET /tasks tells it."""
        items = self.get("/tasks", who).json()["items"]
        return next((item for item in items if item["article"] == pk), None)

    def decide(self, pk: int, who: Person, decision: str = "approve", **more: Any) -> HttpResponse:
        """Decide the task one sees on the text one sees."""
        task = self.task(pk, who)
        assert task is not None, f"{who} has no task on {pk}"
        data = {"decision": decision, "revision": task["revision"], "hash": task["hash"], **more}
        return self.post(f"/tasks/{task['id']}/decision", who, data)

    def steps(self, pk: int, who: Person) -> list[tuple[str, str]]:
        """Each step of the route with where it stands."""
        items = self.get(f"/articles/{pk}/route", who).json()["items"]
        return [(item["step"], item["status"]) for item in items]

    def row(self, pk: int, who: Person) -> int:
        return int(self.get(f"/articles/{pk}/route", who).json()["row"])

    def is_public(self, pk: int) -> bool:
        listed = [item["id"] for item in self.get("/public/articles").json()["items"]]
        one = self.get(f"/public/articles/{pk}").status_code
        assert (pk in listed) == (one == 200)
        return one == 200


@pytest.fixture
def api(cast: Cast) -> Caller:
    cache.clear()  # nobody answers for another test's calls
    return Caller(cast)


def live(pk: int) -> bool:
    return Article.objects.get(pk=pk).live


def problem(answer: HttpResponse) -> tuple[int, list[tuple[str, str]]]:
    """Status, and field and rule of every fault; that it is a problem detail is asserted by the way."""
    assert answer.headers["Content-Type"] == "application/problem+json"
    told = answer.json()
    assert sorted(told) == ["detail", "errors", "status", "title", "type"]
    assert told["status"] == answer.status_code
    assert all(sorted(fault) == ["clause", "field", "message", "rule"] for fault in told["errors"])
    assert told["detail"]
    return answer.status_code, [(fault["field"], fault["rule"]) for fault in told["errors"]]
