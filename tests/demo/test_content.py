"""The demo school's data agrees with itself: words, dates, people, sections and the plan."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from portal.demo.content.articles import ARTICLES, STANDING
from portal.demo.content.school import FIELDS, PEOPLE, PLAN, SCHOOL, SECTIONS, TOPICS, UNITS
from portal.demo.content.shape import ArticleSeed, Picture, StandingSeed
from portal.demo.scenes import SCENES

GENRES = {
    "tin-ngan", "tin-hoi-nghi", "anh-hoat-dong", "bai-phan-anh", "tuong-thuat", "phong-su-phong-van", "bai-chuyen-sau",
}  # fmt: skip
SITUATIONS = {
    "row3_secretary", "row3_head", "row4_secretary", "row4_head", "row5_member", "row5_secretary", "row5_head",
    "row7_secretary", "row7_leader", "row8_member", "row8_leader", "row8_delegate",
    "sent_back", "refused", "scheduled", "correction", "row10_leader", "draft",
}  # fmt: skip
WRITERS = {"giaovien1", "giaovien2", "congtacvien", "thuky", "uyvien.cm", "uyvien.dd", "phoban", "truongban"}
TODAY = datetime.fromisoformat("2026-11-22T23:59:59+07:00")
EVERY: tuple[ArticleSeed, ...] = (*ARTICLES, *STANDING)
SECTION = {section.slug: section for section in SECTIONS}
MEMBER = {field.slug: field.member for field in FIELDS}

each = pytest.mark.parametrize("article", EVERY, ids=lambda article: article.key)
each_standing = pytest.mark.parametrize("article", STANDING, ids=lambda article: article.key)


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from strings(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from strings(inner)


def pictures(article: ArticleSeed) -> list[Picture]:
    found: list[Picture] = []
    for block in article.body:
        if block["type"] == "image":
            found.append(block["value"])
        if block["type"] == "gallery":
            found += block["value"]
    return found


def words(article: ArticleSeed) -> int:
    prose = (" ".join(strings(block["value"])) for block in article.body if block["type"] not in {"image", "gallery"})
    return len(re.sub(r"<[^>]+>", " ", " ".join(prose)).split())


def dated(article: ArticleSeed) -> dict[str, str | None]:
    names = ("event_start", "event_end", "opening_at", "published_on", "submitted_on", "publish_at")
    return {name: getattr(article, name, None) for name in names}


# ── the school ──────────────────────────────────────────────────────────────────────────────────────────


def test_the_twelve_people_have_different_names() -> None:
    assert (len(PEOPLE), len({person.full_name for person in PEOPLE})) == (12, 12)


def test_leaders_and_members_are_people_of_the_school() -> None:
    usernames = {person.username for person in PEOPLE}
    named = {unit.leader for unit in UNITS} | {field.member for field in FIELDS if field.member}
    assert named - usernames == set()


def test_every_section_has_a_field_and_an_ascii_slug() -> None:
    assert {section.field for section in SECTIONS} == set(MEMBER)
    assert [section.slug for section in SECTIONS if not re.fullmatch(r"[a-z0-9-]+", section.slug)] == []


def test_one_section_is_internal_and_at_least_eight_are_public() -> None:
    audiences = Counter(section.audience for section in SECTIONS)
    assert audiences["internal"] == 1
    assert audiences["public"] >= 8


def test_fields_are_called_what_the_school_calls_them() -> None:
    assert [field.title for field in FIELDS] == ["Chuyên môn", "Đoàn–Đội", "Văn phòng"]


def test_the_office_has_public_sections_but_no_member() -> None:
    assert MEMBER["van-phong"] is None
    assert {section.slug for section in SECTIONS if section.field == "van-phong"} >= {"thong-bao"}


def test_the_plan_stays_within_its_year_and_holds_four_standing_entries() -> None:
    assert (PLAN.starts, PLAN.ends) == (date(2026, 9, 1), date(2027, 5, 31))
    assert [e.title for e in PLAN.entries if not PLAN.starts <= e.starts <= e.ends <= PLAN.ends] == []
    assert sum(entry.standing for entry in PLAN.entries) == 4
    assert {entry.section for entry in PLAN.entries if entry.section} - set(SECTION) == set()


# ── articles ────────────────────────────────────────────────────────────────────────────────────────────


def test_there_are_articles_enough_in_every_genre_and_section() -> None:
    public = [article for article in ARTICLES if article.audience == "public"]
    assert len(public) >= 36
    assert len(ARTICLES) - len(public) == 2
    assert {article.genre for article in public} == GENRES
    assert {article.section for article in ARTICLES} == set(SECTION)


def test_keys_are_unique_and_the_standing_ones_name_their_situation() -> None:
    assert [key for key, times in Counter(article.key for article in EVERY).items() if times > 1] == []
    assert {article.key for article in STANDING} == SITUATIONS


def test_no_title_is_repeated_but_that_of_the_correction() -> None:
    others = [article.title for article in EVERY if not getattr(article, "corrects", None)]
    assert [title for title, times in Counter(others).items() if times > 1] == []


def test_published_articles_come_oldest_first_and_none_from_the_future() -> None:
    times = [datetime.fromisoformat(article.published_on or "") for article in ARTICLES]
    assert times == sorted(times)
    assert datetime.fromisoformat("2026-09-05T00:00:00+07:00") <= times[0]
    assert times[-1] <= TODAY


@each
def test_every_text_is_in_composed_unicode(article: ArticleSeed) -> None:
    assert [text for text in strings(asdict(article)) if text != unicodedata.normalize("NFC", text)] == []


@each
def test_every_picture_can_be_drawn_and_is_described(article: ArticleSeed) -> None:
    for picture in pictures(article):
        scene, seed = picture["image"].split(":")
        assert (scene in SCENES, seed.isdigit()) == (True, True)
        assert len(picture["alt"]) > 20
        assert picture["caption"].endswith((".", "?", "!"))
        assert article.photographer


@each
def test_every_date_is_in_hanoi_time(article: ArticleSeed) -> None:
    for value in filter(None, dated(article).values()):
        assert datetime.fromisoformat(value).utcoffset() == timedelta(hours=7)


@each
def test_an_event_is_over_before_its_report_is_written_unless_it_is_announced(article: ArticleSeed) -> None:
    written = article.published_on or getattr(article, "submitted_on", None)
    if article.event_end and written and article.genre != "tin-hoi-nghi":
        assert article.event_end <= written


@each
def test_section_author_topic_and_plan_exist(article: ArticleSeed) -> None:
    assert article.section in SECTION
    assert article.author in WRITERS
    assert {username for username, _ in article.co_authors} <= WRITERS - {article.author}
    assert article.topic in {None, *(topic.slug for topic in TOPICS)}
    assert article.audience == SECTION[article.section].audience


@each
def test_a_plan_entry_is_of_the_same_section_and_covers_the_event(article: ArticleSeed) -> None:
    if article.plan_entry is None:
        return
    entry = PLAN.entries[article.plan_entry]
    assert entry.section in {None, article.section}
    if article.event_start:
        assert entry.starts <= datetime.fromisoformat(article.event_start).date() <= entry.ends


@each
def test_each_genre_has_what_its_checklist_asks(article: ArticleSeed) -> None:
    asked: dict[str, list[object]] = {
        "tin-ngan": [article.summary],
        "tin-hoi-nghi": [article.opening_at, article.place],
        "anh-hoat-dong": [pictures(article)],
        "bai-phan-anh": [article.summary, article.event_start],
        "tuong-thuat": [article.event_start, article.place],
        "phong-su-phong-van": [article.interviewee, article.consent],
        "bai-chuyen-sau": [article.summary],
    }
    assert all(asked[article.genre])


@each
def test_reposts_name_their_source_and_advertisements_their_advertiser(article: ArticleSeed) -> None:
    assert (article.kind == "repost") == (article.source is not None)
    assert (article.kind == "advertisement") == (article.advertiser is not None)
    if article.source:
        assert article.source["url"].startswith("https://example.edu.vn/")


@each
def test_collaborators_write_only_in_the_field_they_were_proposed_for(article: ArticleSeed) -> None:
    if article.author == "congtacvien":
        assert SECTION[article.section].field == "doan-doi"


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.key)
def test_a_text_is_as_long_as_its_genre(article: ArticleSeed) -> None:
    low, high = {"tin-ngan": (50, 170), "anh-hoat-dong": (20, 150)}.get(article.genre, (80, 420))
    assert low <= words(article) <= high


# ── articles on their way ───────────────────────────────────────────────────────────────────────────────


@each_standing
def test_a_standing_article_fits_the_row_it_stands_in(article: StandingSeed) -> None:
    field = SECTION[article.section].field
    planned, own = article.plan_entry is not None, article.kind == "original"
    fits = {
        "row3": article.audience == "internal",
        "row4": article.kind in {"repost", "advertisement"},
        "row5": own and not planned,
        "row7": own and planned and (article.author == "congtacvien" or article.received_from or not MEMBER[field]),
        "row8": own and planned and article.author in {"giaovien1", "giaovien2"} and MEMBER[field] is not None,
    }
    assert fits.get(article.key.split("_")[0], True)


@each_standing
def test_nothing_standing_is_up_and_all_but_the_draft_is_submitted(article: StandingSeed) -> None:
    assert article.published_on is None
    assert (article.submitted_on is None) == (article.key == "draft")


def test_the_delegate_decides_in_a_field_with_a_member() -> None:
    (standing,) = (article for article in STANDING if article.key == "row8_delegate")
    assert MEMBER[SECTION[standing.section].field] == "uyvien.dd"


@pytest.mark.parametrize("key", ["correction", "row10_leader"])
def test_the_correction_mends_an_article_that_is_up(key: str) -> None:
    (correction,) = (article for article in STANDING if article.key == key)
    (live,) = (article for article in ARTICLES if article.key == correction.corrects)
    assert (correction.title, correction.section, correction.author) == (live.title, live.section, live.author)
    assert correction.body != live.body


def test_the_scheduled_article_waits_for_an_hour_still_to_come() -> None:
    (scheduled,) = (article for article in STANDING if article.key == "scheduled")
    assert datetime.fromisoformat(scheduled.publish_at or "") > TODAY


def test_whoever_turned_an_article_down_said_why() -> None:
    turned_down = {article.key: (article.decision_by, article.ground) for article in STANDING if article.decision_by}
    assert turned_down == {"sent_back": ("uyvien.dd", ""), "refused": ("truongban", "law")}
    assert all(article.reason for article in STANDING if article.decision_by)


def test_the_school_names_its_own_domain() -> None:
    assert (SCHOOL["domain"], SCHOOL["name"]) == ("thcsngogiatu.longbien.edu.vn", "Trường THCS Ngô Gia Tự")
