"""What a caller sends who has only read the list of calls: grounds in words, ids as they came, empty parameters."""

import pytest

from portal.approval.rules import WITHDRAWAL_GROUNDS
from portal.news.api.grounds import named
from tests.api.conftest import Caller
from tests.cast import Cast


@pytest.mark.parametrize(
    "ground, taken",
    [
        ("privacy", ("privacy", "Lộ số điện thoại")),
        ("trái quy định của pháp luật", ("law", "Lộ số điện thoại")),
        ("Điều 13.2", ("other", "Điều 13.2: Lộ số điện thoại")),
        ("", ("", "Lộ số điện thoại")),
    ],
)
def test_a_ground_is_known_by_its_key_or_its_words_and_any_other_is_kept(ground: str, taken: tuple[str, str]) -> None:
    assert named(ground, "Lộ số điện thoại", WITHDRAWAL_GROUNDS) == taken


def test_a_ground_without_a_reason_stays_without_one_and_where_no_other_is_known_stays_unknown() -> None:
    assert named("Điều 13.2", "", WITHDRAWAL_GROUNDS) == ("other", "")
    assert named("Điều 9.5", "x", {"law": "Trái luật"}) == ("Điều 9.5", "x")


def test_an_article_is_taken_down_on_a_ground_in_words(api: Caller, cast: Cast) -> None:
    pk = cast.published(cast.lan).pk
    answer = api.post(f"/articles/{pk}/withdraw", cast.tri, {"ground": "Điều 13.2", "reason": "Chèn chữ lạ"})
    assert (answer.status_code, answer.json()["state"]) == (200, "withdrawn")
    assert api.get(f"/articles/{pk}/history", cast.lan).json()["items"][-1]["reason"] == "Điều 13.2: Chèn chữ lạ"


def test_parameters_named_but_empty_narrow_nothing(api: Caller, cast: Cast) -> None:
    pk = cast.published(cast.lan).pk
    found = api.get("/public/articles?q=&section=&genre=&year=&page=")
    assert (found.status_code, [item["id"] for item in found.json()["items"]]) == (200, [pk])


def test_authors_named_without_shares_share_the_hundred(api: Caller, cast: Cast) -> None:
    told = api.write(cast.lan, authors=[{"username": name} for name in ("lan", "khoa", "sen")])
    assert [author["share"] for author in told["authors"]] == [34, 33, 33]
    assert api.submit(told["id"], cast.lan)["state"] == "in_review"


def test_neither_a_pupil_nor_a_closed_account_is_named_as_author(api: Caller, cast: Cast) -> None:
    cast.khoa.is_active = False
    cast.khoa.save(update_fields=["is_active"])
    for name in ("an", "khoa", "khong-co"):
        data = {
            "section": "chuyen-mon",
            "genre": "tin-ngan",
            "title": "Bài",
            "authors": [{"username": name, "share": 100}],
        }
        answer = api.post("/articles", cast.lan, data)
        assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, "authors")
