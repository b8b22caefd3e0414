"""The demo school's data agrees with itself: words, dates, people, sections and the plans of two years."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import asdict
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest

from portal.demo.content.articles import ARTICLES, MENDED, STANDING
from portal.demo.content.pages import PAGES
from portal.demo.content.papers import FORMS, TABLES
from portal.demo.content.school import (
    ENTRIES,
    FIELDS,
    LAST_PLAN,
    MEMBERS,
    PEOPLE,
    PLAN,
    SCHOOL,
    SECTIONS,
    STAFF,
    TOPICS,
    UNITS,
)
from portal.demo.content.shape import ArticleSeed, Picture, StandingSeed, corrected
from portal.demo.scenes import SCENES
from portal.news.places import BY_KEY, ENGLISH, PLACES
from portal.news.plain_rules import describes, heading_faults, link_faults

GENRES = {
    "tin-ngan", "tin-hoi-nghi", "anh-hoat-dong", "bai-phan-anh", "tuong-thuat", "phong-su-phong-van", "bai-chuyen-sau",
}  # fmt: skip
SITUATIONS = {
    "row3_secretary", "row3_head", "row4_secretary", "row4_head", "row5_member", "row5_secretary", "row5_head",
    "row7_secretary", "row7_leader", "row8_member", "row8_leader", "row8_delegate",
    "sent_back", "refused", "scheduled", "correction", "row10_leader", "draft",
}  # fmt: skip
WORN = (
    "người lái đò",
    "thắm đượm",
    "không ngừng",
    "tưng bừng",
    "phấn khởi",
    "long trọng",
    "sôi nổi",
    "ý nghĩa sâu sắc",
)
TODAY = datetime.fromisoformat("2026-11-22T23:59:59+07:00")
NEW_YEAR = datetime.fromisoformat("2026-09-01T00:00:00+07:00")
EVERY: tuple[ArticleSeed, ...] = (*ARTICLES, *STANDING, *PAGES)
PUBLIC = tuple(article for article in ARTICLES if article.audience == "public")
SECTION = {section.slug: section for section in SECTIONS}
MEMBER = {field.slug: field.member for field in FIELDS}
WRITERS = {"giaovien1", "giaovien2", "congtacvien", "thuky", "uyvien.cm", "uyvien.dd", "phoban", "truongban"} | {
    person.username for person in STAFF
}

each_standing = pytest.mark.parametrize("article", STANDING, ids=lambda article: article.key)


def but(true: Callable[[ArticleSeed], object], among: tuple[ArticleSeed, ...] = EVERY) -> list[str]:
    """The keys of the seeds of which it is not true."""
    return [article.key for article in among if not true(article)]


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
    told = [block["value"] for block in article.body if block["type"] not in {"image", "gallery", "document", "links"}]
    return len(re.sub(r"<[^>]+>", " ", " ".join(" ".join(strings(value)) for value in told)).split())


def dated(article: ArticleSeed) -> dict[str, str | None]:
    names = ("event_start", "event_end", "opening_at", "expires_at", "published_on", "submitted_on", "publish_at")
    return {name: getattr(article, name, None) for name in names}


def published(article: ArticleSeed) -> datetime:
    return datetime.fromisoformat(article.published_on or "")


# ── the school ──────────────────────────────────────────────────────────────────────────────────────────


def test_the_twelve_people_and_the_staff_have_different_names() -> None:
    names = [person.full_name for person in (*PEOPLE, *STAFF)]
    assert (len(PEOPLE), len(STAFF), len(set(names))) == (12, 14, 26)


def test_leaders_and_members_are_people_of_the_school() -> None:
    usernames = {person.username for person in (*PEOPLE, *STAFF)}
    named = {unit.leader for unit in UNITS} | {field.member for field in FIELDS if field.member}
    assert (named | {username for username, _ in MEMBERS}) - usernames == set()


def test_six_units_have_people_beside_their_leader() -> None:
    filled = {person.unit for person in STAFF} | {unit for _, unit in MEMBERS}
    assert filled == {unit.slug for unit in UNITS}
    assert len(UNITS) == 6


def test_every_section_has_a_field_and_an_ascii_slug() -> None:
    assert {section.field for section in SECTIONS} == set(MEMBER)
    assert [section.slug for section in SECTIONS if not re.fullmatch(r"[a-z0-9-]+", section.slug)] == []


def test_one_section_is_internal_two_hold_pages_and_nine_hold_news() -> None:
    kinds = Counter((section.audience, section.shape) for section in SECTIONS)
    assert kinds == {("internal", "news"): 1, ("public", "pages"): 2, ("public", "news"): 9}


def test_fields_are_called_what_the_school_calls_them() -> None:
    assert [field.title for field in FIELDS] == ["Chuyên môn", "Đoàn–Đội", "Văn phòng"]


def test_the_office_has_public_sections_but_no_member() -> None:
    assert MEMBER["van-phong"] is None
    assert {section.slug for section in SECTIONS if section.field == "van-phong"} >= {"thong-bao"}


@pytest.mark.parametrize(
    "plan, starts, ends, standing",
    [(PLAN, date(2026, 9, 1), date(2027, 5, 31), 5), (LAST_PLAN, date(2025, 9, 1), date(2026, 8, 31), 5)],
    ids=["this year", "last year"],
)
def test_a_plan_stays_within_its_year_and_holds_five_standing_entries(
    plan: Any, starts: date, ends: date, standing: int
) -> None:
    assert (plan.starts, plan.ends) == (starts, ends)
    assert [e.title for e in plan.entries if not starts <= e.starts <= e.ends <= ends] == []
    assert sum(entry.standing for entry in plan.entries) == standing
    assert {entry.section for entry in plan.entries if entry.section} - set(SECTION) == set()


# ── articles ────────────────────────────────────────────────────────────────────────────────────────────


def test_there_are_articles_enough_in_every_genre_and_section() -> None:
    assert len(PUBLIC) >= 95
    assert len(ARTICLES) - len(PUBLIC) == 2
    assert {article.genre for article in PUBLIC} == GENRES
    assert {article.section for article in ARTICLES} == {s.slug for s in SECTIONS if s.shape == "news"}


def test_two_school_years_are_told_and_no_month_of_school_is_silent() -> None:
    before = [article for article in PUBLIC if published(article) < NEW_YEAR]
    assert (len(before) >= 45, len(PUBLIC) - len(before) >= 45) == (True, True)
    told = {(published(article).year, published(article).month) for article in PUBLIC}
    assert told == {(2025, month) for month in range(9, 13)} | {(2026, month) for month in range(1, 12)}


def test_many_hands_write() -> None:
    authors = Counter(article.author for article in PUBLIC)
    assert len(authors) >= 18
    assert max(authors.values()) <= len(PUBLIC) // 5


def test_there_is_something_of_everything_a_reader_may_meet() -> None:
    kinds = Counter(article.kind for article in PUBLIC)
    blocks = Counter(block["type"] for article in PUBLIC for block in article.body)
    albums = [len(pictures(article)) for article in PUBLIC if len(pictures(article)) >= 6]
    ahead = [a for a in PUBLIC if a.event_start and datetime.fromisoformat(a.event_start) > TODAY]
    over = [a for a in PUBLIC if a.expires_at and datetime.fromisoformat(a.expires_at) < TODAY]
    assert (kinds["repost"] >= 2, kinds["advertisement"]) == (True, 2)
    assert [name for name in ("table", "quote", "notice", "gallery") if blocks[name] < 5] == []
    assert blocks["document"] == 4
    assert (len(albums) >= 5, max(albums), len(ahead) >= 6, len(over)) == (True, 10, True, 1)
    assert {article.topic for article in PUBLIC} == {None, *(topic.slug for topic in TOPICS)}


def test_no_two_neighbours_show_the_same_scene() -> None:
    shown = [pictures(article)[0]["image"].split(":")[0] for article in PUBLIC if pictures(article)]
    assert sum(one == other for one, other in pairwise(shown)) <= 5
    assert {image["image"].split(":")[0] for article in EVERY for image in pictures(article)} == set(SCENES)


def test_keys_are_unique_and_the_standing_ones_name_their_situation() -> None:
    assert [key for key, times in Counter(article.key for article in EVERY).items() if times > 1] == []
    assert {article.key for article in STANDING} == SITUATIONS


def test_no_title_is_repeated_but_that_of_the_correction() -> None:
    others = [article.title for article in EVERY if not getattr(article, "corrects", None)]
    assert [title for title, times in Counter(others).items() if times > 1] == []


def test_published_articles_come_oldest_first_and_none_from_the_future() -> None:
    times = [published(article) for article in ARTICLES]
    assert times == sorted(times)
    assert datetime.fromisoformat("2025-09-05T00:00:00+07:00") <= times[0]
    assert times[-1] <= TODAY


def test_every_text_is_in_composed_unicode() -> None:
    assert but(lambda a: all(text == unicodedata.normalize("NFC", text) for text in strings(asdict(a)))) == []


def test_no_article_uses_the_words_everybody_is_tired_of() -> None:
    allowed = {"bao-tuong"}  # which is about not using them
    told = {a.key: " ".join(strings(asdict(a))).lower() for a in EVERY if a.key not in allowed}
    assert [(key, word) for key, text in told.items() for word in WORN if word in text] == []


def test_every_picture_can_be_drawn_and_is_described() -> None:
    def good(picture: Picture) -> bool:
        scene, seed = picture["image"].split(":")
        drawn = scene in SCENES and seed.isdigit()
        return drawn and describes(picture["alt"]) and len(picture["alt"]) > 20 and picture["caption"][-1] in ".?!"

    assert but(lambda a: all(good(picture) for picture in pictures(a))) == []
    assert but(lambda a: a.photographer or not pictures(a)) == []


def test_headings_and_links_can_be_followed_by_ear() -> None:
    bodies = {a.key: [(block["type"], block["value"]) for block in a.body] for a in EVERY}
    assert [key for key, body in bodies.items() if heading_faults(body) or link_faults(body)] == []


def test_every_paper_that_is_attached_is_written_and_the_other_way_round() -> None:
    attached = {block["value"]["paper"] for a in EVERY for block in a.body if block["type"] == "document"}
    assert attached == set(FORMS) | set(TABLES)


def test_every_date_is_in_hanoi_time() -> None:
    hanoi = timedelta(hours=7)
    assert but(lambda a: all(datetime.fromisoformat(v).utcoffset() == hanoi for v in dated(a).values() if v)) == []


def test_an_event_is_over_before_its_report_is_written_unless_it_is_announced() -> None:
    def told_after(article: ArticleSeed) -> bool:
        written = article.published_on or getattr(article, "submitted_on", None)
        announced = article.notice or article.genre == "tin-hoi-nghi"
        return announced or not article.event_end or not written or article.event_end <= written

    assert but(told_after) == []


def test_section_author_topic_and_plan_exist() -> None:
    topics = {None, *(topic.slug for topic in TOPICS)}
    assert but(lambda a: a.section in SECTION and a.topic in topics) == []
    assert but(lambda a: a.author in WRITERS) == []
    assert but(lambda a: {username for username, _ in a.co_authors} <= WRITERS - {a.author}) == []
    assert but(lambda a: a.audience == SECTION[a.section].audience) == []


def test_a_plan_entry_is_of_the_same_section_and_year_and_covers_the_event() -> None:
    def covered(article: ArticleSeed) -> bool:
        if article.plan_entry is None:
            return True
        entry, start = ENTRIES[article.plan_entry], article.event_start
        when = datetime.fromisoformat(start or article.published_on or getattr(article, "submitted_on", None) or "")
        return entry.section in {None, article.section} and entry.starts <= when.date() <= entry.ends

    undated = {"draft"}
    assert but(covered, tuple(a for a in EVERY if a.key not in undated or a.event_start)) == []


def test_each_genre_has_what_its_checklist_asks() -> None:
    def complete(article: ArticleSeed) -> bool:
        asked: dict[str, list[object]] = {
            "tin-ngan": [article.summary],
            "tin-hoi-nghi": [article.opening_at, article.place],
            "anh-hoat-dong": [pictures(article)],
            "bai-phan-anh": [article.summary, article.event_start],
            "tuong-thuat": [article.event_start, article.place],
            "phong-su-phong-van": [article.interviewee, article.consent],
            "bai-chuyen-sau": [article.summary],
        }
        return all(asked[article.genre])

    assert but(complete) == []


def test_reposts_name_their_source_and_advertisements_their_advertiser() -> None:
    assert but(lambda a: (a.kind == "repost") == (a.source is not None)) == []
    assert but(lambda a: (a.kind == "advertisement") == (a.advertiser is not None)) == []
    assert but(lambda a: a.source is None or a.source["url"].startswith("https://example.edu.vn/")) == []


def test_collaborators_write_only_in_the_field_they_were_proposed_for() -> None:
    assert but(lambda a: a.author != "congtacvien" or SECTION[a.section].field == "doan-doi") == []


def test_a_text_is_as_long_as_its_genre() -> None:
    lengths = {"tin-ngan": (50, 170), "anh-hoat-dong": (20, 150)}

    def fits(article: ArticleSeed) -> bool:
        low, high = lengths.get(article.genre, (80, 420))
        return low <= words(article) <= high

    assert but(fits, ARTICLES) == []


@pytest.mark.parametrize("mended", MENDED, ids=lambda mended: mended.of)
def test_a_mended_article_says_something_else_and_was_mended_after_it_was_up(mended: Any) -> None:
    (article,) = (article for article in ARTICLES if article.key == mended.of)
    text = " ".join(strings(asdict(article)))
    assert [before for before, _ in mended.wrong if before not in text] == []
    after = " ".join(strings(asdict(corrected(article, mended))))
    assert [right for _, right in mended.wrong if right not in after] == []
    assert (article.published_on or "") < mended.submitted_on < mended.published_on


# ── pages that stand still ──────────────────────────────────────────────────────────────────────────────


def test_every_place_is_filled_and_the_english_ones_in_english_too() -> None:
    filled = {(page.stands_in, page.language) for page in PAGES}
    assert filled == {(place.key, language) for place in PLACES for language in place.languages}
    crowded = Counter((page.stands_in, page.language) for page in PAGES)
    assert [key for (key, _), times in crowded.items() if times > 1 and not BY_KEY[key].many] == []


def test_pages_stand_in_sections_of_pages_of_their_language() -> None:
    kinds = [(SECTION[page.section].shape, SECTION[page.section].language == page.language) for page in PAGES]
    assert set(kinds) == {("pages", True)}


def test_the_english_pages_are_written_in_english() -> None:
    said = [" ".join(page.title for page in PAGES if page.language == ENGLISH)]
    assert [re.findall(r"[ạảấầậẩẫắằặẳẵẹẻẽếềệểễịỉĩọỏốồộổỗớờợởỡụủũứừựửữỳỵỷỹđ]", text) for text in said] == [[]]


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
