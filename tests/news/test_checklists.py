"""What each genre must have before it is submitted, written out by hand from Điều 12.2, 14.1, 14.2, 10.2 and 15."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from portal.base.rules import Ground
from portal.news.rules import GENRE_TITLES, Draft, not_ready
from tests.cast import NOW

FULL = Draft(
    title="Ngày hội", summary="Một câu.", genre="tin-ngan", kind="original", has_text=True, pictures=1, pictures_without_alt=0,
    opening_at=NOW, event_start=NOW, event_end=NOW, place="Sân trường", interviewee="Cô Hoa", consent=True,
)  # fmt: skip
BARE: dict[str, Any] = {
    "summary": "", "opening_at": None, "event_start": None, "event_end": None, "place": "", "interviewee": "",
    "consent": False, "pictures": 0,
}  # fmt: skip
GENRES = (
    "tin-ngan",
    "tin-hoi-nghi",
    "anh-hoat-dong",
    "bai-phan-anh",
    "tuong-thuat",
    "phong-su-phong-van",
    "bai-chuyen-sau",
)


def lacks(draft: Draft) -> list[tuple[str, str]]:
    return [(refusal.rule, refusal.field) for refusal in not_ready(draft, NOW)]


def test_the_table_speaks_of_all_seven_genres() -> None:
    assert tuple(GENRE_TITLES) == GENRES


@pytest.mark.parametrize("genre", GENRES)
def test_a_full_text_of_any_genre_is_ready(genre: str) -> None:
    assert lacks(replace(FULL, genre=genre)) == []


@pytest.mark.parametrize(
    "genre, expected",
    [
        ("tin-ngan", []),
        ("tin-hoi-nghi", [("R-GENRE-02", "opening_at"), ("R-GENRE-02", "place")]),
        ("anh-hoat-dong", [("R-GENRE-03", "body"), ("R-GENRE-03", "consent")]),
        ("bai-phan-anh", [("R-GENRE-04", "summary"), ("R-GENRE-04", "event_start")]),
        ("tuong-thuat", [("R-GENRE-05", "event_start"), ("R-GENRE-05", "place")]),
        ("phong-su-phong-van", [("R-GENRE-06", "interviewee"), ("R-GENRE-06", "consent")]),
        ("bai-chuyen-sau", [("R-GENRE-07", "summary")]),
    ],
)
def test_a_bare_text_lacks_what_its_genre_needs(genre: str, expected: list[tuple[str, str]]) -> None:
    assert lacks(replace(FULL, genre=genre, **BARE)) == expected


@pytest.mark.parametrize(
    "changes, expected",
    [
        ({"title": "  "}, [("R-READY-01", "title")]),
        ({"section_chosen": False}, [("R-READY-02", "section")]),
        ({"genre": "tho"}, [("R-READY-03", "genre")]),
        ({"has_text": False}, [("R-READY-04", "body")]),
        ({"has_text": False, "genre": "anh-hoat-dong"}, []),
        (
            {"has_text": False, "genre": "anh-hoat-dong", "pictures": 0},
            [("R-READY-04", "body"), ("R-GENRE-03", "body")],
        ),
        ({"pictures": 3, "pictures_without_alt": 2}, [("R-READY-05", "body")]),
        ({"internal_section": True}, [("R-READY-06", "audience")]),
        ({"internal_section": True, "internal": True}, []),
        ({"event_end": NOW - timedelta(minutes=1)}, [("R-READY-07", "event_end")]),
        ({"event_end": None}, []),
        ({"shares": (60, 30)}, [("R-READY-08", "authors")]),
        ({"shares": (60, 40)}, []),
        ({"shares": ()}, []),
        ({"notice": True, "summary": ""}, [("R-GENRE-01", "summary")]),
        ({"notice": True}, []),
        ({"kind": "repost"}, [("R-SOURCE-01", "source")]),
        ({"kind": "repost", "source_name": "Báo", "source_url": " "}, [("R-SOURCE-01", "source")]),
        ({"kind": "repost", "source_name": "Báo", "source_url": "https://bao.vn"}, []),
        ({"kind": "advertisement", "advertiser_name": "Nhà sách"}, [("R-SOURCE-02", "advertiser")]),
        ({"kind": "advertisement", "advertiser_name": "Nhà sách", "advertiser_contact": "0900"}, []),
        ({"urgent": True}, [("R-URGENT-01", "expires_at")]),
        ({"urgent": True, "expires_at": NOW}, [("R-URGENT-01", "expires_at")]),
        ({"urgent": True, "expires_at": NOW + timedelta(seconds=1)}, []),
    ],
)
def test_what_any_text_must_have(changes: dict[str, Any], expected: list[tuple[str, str]]) -> None:
    assert lacks(replace(FULL, **changes)) == expected


def test_everything_is_said_at_once_with_clause_and_sentence() -> None:
    found = not_ready(replace(FULL, title="", has_text=False, genre="tin-hoi-nghi", kind="repost", **BARE), NOW)
    assert [refusal.rule for refusal in found] == [
        "R-READY-01",
        "R-READY-04",
        "R-SOURCE-01",
        "R-GENRE-02",
        "R-GENRE-02",
    ]
    assert {refusal.ground for refusal in found} == {Ground.NOT_READY}
    assert all(refusal.message.endswith(".") and refusal.clause.startswith("Điều ") for refusal in found)
