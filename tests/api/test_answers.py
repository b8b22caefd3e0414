"""The form of every answer: problems for whatever is wrong, the description of the API, the same few queries."""

import json
import logging
import re
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from django.db import OperationalError, connection
from django.test.utils import CaptureQueriesContext

from tests.api.conftest import READY, Caller, problem
from tests.cast import Cast

METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
TABLE: dict[str, set[str]] = {
    "/school-documents": {"GET"}, "/school-documents/{pk}": {"GET"}, "/register-numbers": {"GET"},
    "/procedures": {"GET"}, "/procedures/{pk}": {"GET"}, "/disclosures": {"GET"}, "/disclosures/{pk}": {"GET"},
    "/disclosure-figures": {"GET", "POST"}, "/tasks/{pk}/findings": {"GET", "POST"},
    "/classes": {"GET"}, "/classes/{pk}": {"GET"}, "/classes/{pk}/consents": {"POST"},
    "/articles/bring": {"POST"}, "/articles/bring-pasted": {"POST"}, "/articles/{pk}/conversions": {"GET"},
    "/articles/brought/{pk}": {"GET"},
    "/articles/{pk}/as-it-was": {"POST"},
    "/articles": {"POST"}, "/articles/{pk}": {"GET", "PATCH"}, "/articles/{pk}/submit": {"POST"},
    "/articles/{pk}/recall": {"POST"}, "/articles/{pk}/schedule": {"POST"}, "/articles/{pk}/withdraw": {"POST"},
    "/articles/{pk}/correct": {"POST"}, "/articles/{pk}/route": {"GET"}, "/articles/{pk}/history": {"GET"},
    "/images": {"POST"}, "/documents": {"POST"}, "/tasks": {"GET"}, "/tasks/{pk}/decision": {"POST"},
    "/sections": {"GET"}, "/genres": {"GET"}, "/plan-entries": {"GET"}, "/board": {"GET"},
    "/delegations": {"GET", "POST"}, "/delegations/{pk}/revoke": {"POST"}, "/public/articles": {"GET"},
    "/public/articles/{pk}": {"GET"}, "/care/findings": {"GET"}, "/care/findings/{pk}": {"GET"},
    "/care/findings/{pk}/close": {"POST"},
    "/internal-notices": {"GET", "POST"}, "/internal-notices/{pk}": {"GET"}, "/internal-notices/{pk}/confirm": {"POST"},
    "/internal-notices/{pk}/readers": {"GET"}, "/internal-notices/{pk}/remind": {"POST"}, "/library": {"GET", "POST"},
    "/library/{pk}": {"GET"}, "/library/{pk}/versions": {"GET"}, "/library/{pk}/send": {"POST"},
    "/timetables": {"GET"}, "/timetables/{pk}/lessons": {"GET"},
    "/timetables/{pk}/draft": {"GET", "POST", "PATCH", "DELETE"}, "/weeks/{monday}": {"GET", "POST"},
    "/weeks/{monday}/lines": {"POST"}, "/weeks/{monday}/post": {"POST"}, "/weeks/{monday}/read": {"POST"},
    "/weeks/{monday}/bring": {"POST"}, "/tray": {"GET", "POST"}, "/tray/table": {"POST"},
    "/subjects": {"GET", "POST"}, "/subjects/{pk}": {"PATCH"}, "/textbook-series": {"GET", "POST"},
    "/textbook-series/{pk}": {"PATCH"}, "/review-lists": {"GET", "POST"}, "/review-lists/{pk}": {"GET"},
    "/review-lists/{pk}/decision": {"POST"},
}  # fmt: skip


def test_the_openapi_description_names_every_call_of_the_table_and_no_other(api: Caller) -> None:
    answer = api.get("/openapi.json")
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/json")
    told = answer.json()
    assert told["openapi"].startswith("3.")
    described = {path: {method.upper() for method in verbs} for path, verbs in told["paths"].items()}
    assert described == {f"/api/v1{path}": methods for path, methods in TABLE.items()}
    open_calls = sorted(
        path for path, verbs in told["paths"].items() for verb in verbs.values() if "security" not in verb
    )
    assert open_calls == ["/api/v1/public/articles", "/api/v1/public/articles/{pk}"]


def test_a_method_that_is_not_there_is_405_and_says_which_are(api: Caller) -> None:
    for path, methods in TABLE.items():
        for method in sorted(set(METHODS) - methods):
            answer = api.call(method, path.replace("{pk}", "1").replace("{monday}", "2026-11-16"))
            assert (path, method, problem(answer)) == (path, method, (405, []))
            assert {name.strip() for name in answer["Allow"].split(",")} == methods


def test_an_address_that_is_not_there_is_a_404_problem(api: Caller, cast: Cast) -> None:
    nowhere = ("/", "/x", "/articles/", "/articles/x", "/articles/-1", "/articles/1.5", "/articles/1/publish", "/docs",
               "/tasks/x/decision", f"/articles/{'9' * 5000}", "/public/articles/x")  # fmt: skip
    for path in nowhere:
        for method in ("GET", "POST"):
            assert (path, problem(api.call(method, path, cast.ha))) == (path, (404, []))


def test_an_article_number_no_database_knows_is_404(api: Caller, cast: Cast) -> None:
    for pk in ("0", "999999", str(2**63), "9" * 40):
        assert problem(api.get(f"/articles/{pk}", cast.ha)) == (404, [])
        assert problem(api.get(f"/public/articles/{pk}")) == (404, [])
        assert problem(api.post(f"/delegations/{pk}/revoke", cast.ha)) == (404, [])


def test_what_is_not_a_json_object_is_400(api: Caller, cast: Cast) -> None:
    bodies = (b"{", b"[]", b'"x"', b"null", b"7", b"\xff\xfe", b'{"title": NaN}', b"[" * 100_000, b'{"a":' * 5000,
              b'{"plan_entry": ' + b"9" * 5000 + b"}")  # fmt: skip
    for raw in bodies:
        assert (raw[:20], problem(api.post("/articles", cast.lan, raw=raw))) == (raw[:20], (400, []))


def test_an_empty_body_says_what_is_missing(api: Caller, cast: Cast) -> None:
    assert problem(api.post("/articles", cast.lan))[0] == 422


def test_too_much_at_once_is_413(api: Caller, cast: Cast) -> None:
    raw = json.dumps({**READY, "title": "x" * 6_000_000}).encode()
    assert problem(api.post("/articles", cast.lan, raw=raw)) == (413, [])


def test_a_failure_of_ours_tells_the_log_everything_and_the_caller_nothing(
    api: Caller, cast: Cast, monkeypatch: Any, caplog: pytest.LogCaptureFixture
) -> None:
    def breaks(*args: Any, **kwargs: Any) -> Any:
        raise ZeroDivisionError("bí mật")

    monkeypatch.setattr("portal.news.api.lists.sections_for", breaks)
    with caplog.at_level(logging.ERROR):
        answer = api.get("/sections", cast.lan)
    assert problem(answer) == (500, [])
    assert ("bí mật" in answer.content.decode(), "bí mật" in caplog.text) == (False, True)


def test_a_busy_database_asks_to_try_again(api: Caller, cast: Cast, monkeypatch: Any) -> None:
    def locked(*args: Any, **kwargs: Any) -> Any:
        raise OperationalError("database is locked")

    monkeypatch.setattr("portal.news.api.lists.sections_for", locked)
    answer = api.get("/sections", cast.lan)
    assert (problem(answer), answer["Retry-After"]) == ((503, []), "2")


def queries(api: Caller, path: str, who: Any) -> int:
    assert api.get(path, who).status_code == 200  # the token is made and caches are warm
    with CaptureQueriesContext(connection) as caught:
        answer = api.get(path, who)
    assert answer.status_code == 200
    return len(caught)


BUDGETS = {"/tasks": 24, "/public/articles": 9, "/sections": 11, "/delegations": 10, "/plan-entries": 8}


def test_lists_of_1_3_and_30_rows_ask_the_database_equally_often(api: Caller, cast: Cast) -> None:
    asked: dict[str, list[int]] = {path: [] for path in BUDGETS}
    rows = 0
    for wanted in (1, 3, 30):
        while rows < wanted:
            cast.published(cast.lan)
            waiting = cast.article(cast.khoa)
            cast.submit(waiting, cast.khoa)
            cast.delegate(cast.cuc)
            rows += 1
        cache.clear()
        assert api.get("/tasks", cast.cuc).json()["total"] == wanted
        assert api.get("/public/articles").json()["total"] == wanted
        assert api.get("/delegations", cast.cuc).json()["total"] == wanted
        for path in BUDGETS:
            asked[path].append(queries(api, path, None if path.startswith("/public") else cast.cuc))
    assert {path: len(set(counts)) for path, counts in asked.items()} == dict.fromkeys(BUDGETS, 1)
    assert {path: counts[0] for path, counts in asked.items() if counts[0] > BUDGETS[path]} == {}


def test_one_article_its_route_and_history_have_a_budget(api: Caller, cast: Cast) -> None:
    pk = api.write(cast.lan)["id"]
    api.submit(pk, cast.lan)
    told = api.get(f"/articles/{pk}", cast.cuc).json()
    api.patch(pk, cast.cuc, {"title": "Một lần"}, told["hash"])
    few = {path: queries(api, f"/articles/{pk}{path}", cast.lan) for path in ("", "/route", "/history")}
    for decision in range(30):
        told = api.get(f"/articles/{pk}", cast.cuc).json()
        api.patch(pk, cast.cuc, {"title": f"Lần {decision}"}, told["hash"])
    many = {path: queries(api, f"/articles/{pk}{path}", cast.lan) for path in ("", "/route", "/history")}
    assert few == many
    assert {path: count for path, count in few.items() if count > 28} == {}


def test_the_documentation_names_every_call() -> None:
    text = (Path(__file__).parents[2] / "docs" / "api.md").read_text()
    text = re.sub(r"\d{4}-\d\d-\d\d", "{monday}", text)
    told = {re.sub(r"\d+", "{pk}", path) for path in re.findall(r"\$API(/[a-z0-9/{}-]+)", text)}
    assert told | {"/articles/{pk}", "/documents"} == set(TABLE)
