"""Marks typed apart become one letter at every door: addresses, queries, forms, programs' JSON, names of uploads."""

import json
import unicodedata

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpRequest, HttpResponse, QueryDict
from django.test import RequestFactory

from portal.api.parser import CarefulParser
from portal.base.edge import ComposedTextMiddleware, compose_json, composed
from portal.base.text import nfc
from portal.base.text.legacy import Font, convert, suspected
from tests.cast import Cast
from tests.people.signing import signed_in

WHOLE = "Tổ Tiếng Việt – Đỗ Ý"
APART = unicodedata.normalize("NFD", WHOLE)


def _seen(request: HttpRequest) -> HttpRequest:
    """The request as a view would get it."""
    middleware = ComposedTextMiddleware(lambda _: HttpResponse())
    middleware(request)
    middleware.process_view(request, lambda _: HttpResponse(), (), {})
    return request


def test_addresses_and_queries_reach_a_view_whole() -> None:
    seen = _seen(RequestFactory().get(f"/{APART}/", {"q": APART}))
    assert (seen.path_info, seen.path, seen.GET["q"]) == (f"/{WHOLE}/", f"/{WHOLE}/", WHOLE)


def test_forms_and_names_of_uploads_reach_a_view_whole() -> None:
    sent = {"title": APART, "many": [APART, "a"], "file": SimpleUploadedFile(f"{APART}.docx", b"PK")}
    seen = _seen(RequestFactory().post("/", sent))
    assert (seen.POST["title"], seen.POST.getlist("many"), seen.FILES["file"].name) == (
        WHOLE,
        [WHOLE, "a"],
        f"{WHOLE}.docx",
    )
    plain = _seen(RequestFactory().post("/", f"title={APART}".encode(), "application/x-www-form-urlencoded"))
    assert plain.POST["title"] == WHOLE


def test_a_body_that_may_be_refused_unread_is_not_read_for_it() -> None:
    request = RequestFactory().post("/", {"title": APART})

    def exempt(_: HttpRequest) -> HttpResponse:
        return HttpResponse()

    exempt.csrf_exempt = True  # type: ignore[attr-defined]
    ComposedTextMiddleware(exempt).process_view(request, exempt, (), {})
    assert not hasattr(request, "_post")


def test_a_flood_of_marks_on_one_letter_costs_nothing() -> None:
    flood = "a" + "\u0301" * 300_000 + "\u0323" * 300_000  # hours, by the square
    assert [composed(flood), composed(f"{flood}ở"), nfc(flood), convert(flood, Font.UNICODE)] == [
        "á" + "\u0301" * 29, "á" + "\u0301" * 29 + "ở", "á" + "\u0301" * 29, "á" + "\u0301" * 29,
    ]  # fmt: skip
    assert suspected(flood) is None
    assert composed("…" * 40 + APART) == "…" * 40 + WHOLE


def test_json_reaches_a_verb_whole_however_deep() -> None:
    request = RequestFactory().post("/", json.dumps({"a": APART, "b": [{"c": [APART, 1, None]}]}), "application/json")
    parsed = CarefulParser().parse_body(request)
    assert parsed == {"a": WHOLE, "b": [{"c": [WHOLE, 1, None]}]}
    assert CarefulParser().parse_querydict(QueryDict(f"q={APART}"), [], request) == {"q": WHOLE}
    deep = inner = []  # type: ignore[var-annotated]
    for _ in range(5000):
        inner.append([])
        inner = inner[0]
    inner.append(APART)
    compose_json(deep)
    assert inner == [WHOLE]


@pytest.mark.parametrize("text", ["", "abc", WHOLE, "ngu\u00ad\u00edi", "e\u0327\u0301"])
def test_what_is_whole_is_left_as_it_is(text: str) -> None:
    assert composed(text) == unicodedata.normalize("NFC", text)


@pytest.mark.sqlite
def test_what_a_screen_keeps_is_whole(cast: Cast) -> None:
    from portal.people.models import Unit

    client = signed_in(cast, "minh")
    answer = client.post("/nhan-su/don-vi/", {"title": APART})
    assert (answer.status_code, list(Unit.objects.filter(title=WHOLE).values_list("slug", flat=True))) == (
        302,
        ["to-tieng-viet-do-y"],
    )
