"""The desk's screen of standing pages: which page stands where (R-PLACE-01, -02, -03; TT 37/2020 Đ.9)."""

from collections.abc import Callable

import pytest
from django.test import Client

from portal.base.models import JournalEntry
from portal.base.refused import Refused
from portal.desk.queries.places import places
from portal.news import actions as news
from portal.news.models import Article, Section, StandingPlace
from portal.news.place_rules import shelf_refusals
from portal.news.places import ABOUT_KEYS
from portal.news.queries import news_of, sections_for, visible_to
from portal.people.models import Person
from tests.cast import NOW, OLD, Cast

As = Callable[[Person], Client]
TOLD = {"at": NOW, "channel": "test"}


@pytest.fixture
def pages(cast: Cast) -> list[Article]:
    section = news.begin_section(title="Giới thiệu", intro="", field=cast.fields["vp"], audience="public", shape="pages",
                                 by=cast.sen, at=OLD, channel="test")  # fmt: skip
    cast.up(section, cast.sen, OLD)
    return [cast.published(cast.lan, title=title, section="gioi-thieu") for title in ("Một", "Hai", "Ba")]


def test_the_screen_says_what_the_circular_asks_for_and_is_not_there(cast: Cast, pages: list[Article]) -> None:
    missing = [one.clause for one in places(NOW).asked if not one.ok]
    assert missing == ["Đ.9.1", "Đ.9.2", "Đ.9.3", "Đ.9.4", "Đ.9.5", "Đ.9.6", "Đ.9.8", "Đ.9.9"]
    cast.published(cast.lan, title="Tin mới")
    for key in (*ABOUT_KEYS[1:], "contact", "documents", "services", "opinions", "disclosures", "admissions"):
        news.stand(key, [pages[0].pk], by=cast.sen, **TOLD)
    assert [one.clause for one in places(NOW).asked if not one.ok] == ["Đ.9.1"]
    news.stand(ABOUT_KEYS[0], [pages[0].pk], by=cast.sen, **TOLD)
    assert places(NOW).missing == 0


def test_a_page_is_put_in_its_place_and_readers_find_it(cast: Cast, as_: As, pages: list[Article]) -> None:
    browser = as_(cast.sen)
    answer = browser.post("/viec/trang-tinh/vi/contact/", {"page_1": pages[1].pk})
    assert (answer.status_code, answer["Location"]) == (302, "/viec/trang-tinh/")
    assert "<h1>Hai</h1>" in Client().get("/lien-he/").content.decode()
    assert JournalEntry.objects.get(verb="place_arrange").channel == "desk"
    browser.post("/viec/trang-tinh/vi/contact/", {"page_1": ""})
    assert StandingPlace.objects.count() == 0


def test_several_pages_are_put_in_order_and_empty_lines_left_out(cast: Cast, as_: As, pages: list[Article]) -> None:
    one, three = pages[0].pk, pages[2].pk
    browser = as_(cast.ha)
    browser.post("/viec/trang-tinh/vi/documents/", {"page_1": three, "page_2": "", "page_3": one})
    form = browser.get("/viec/trang-tinh/vi/documents/").context["form"]
    assert [form[name].value() for name in form.fields] == [three, one, "", "", ""]
    assert list(StandingPlace.objects.values_list("article", "position")) == [(three, 0), (one, 1)]


def test_a_wrong_choice_is_said_with_its_clause_and_stays_on_the_screen(
    cast: Cast, as_: As, pages: list[Article]
) -> None:
    draft = cast.article(cast.lan, title="Nháp", section="gioi-thieu")
    answer = as_(cast.sen).post("/viec/trang-tinh/vi/documents/", {"page_1": draft.pk, "page_2": pages[0].pk})
    form = answer.context["form"]
    assert (answer.status_code, form["page_1"].value(), form["page_2"].value()) == (
        422,
        str(draft.pk),
        str(pages[0].pk),
    )
    assert ["Điều 8.3, 12.1" in error for error in form.non_field_errors()] == [True]
    assert StandingPlace.objects.count() == 0


def test_only_whoever_keeps_the_front_page_opens_the_screen(cast: Cast, as_: As, pages: list[Article]) -> None:
    told = {}
    for name in ("phong", "cuc", "lan", "vy", "phu", "minh", "tri"):
        browser = as_(cast.people[name])
        told[name] = (
            browser.get("/viec/trang-tinh/").status_code,
            browser.post("/viec/trang-tinh/vi/contact/", {"page_1": pages[0].pk}).status_code,
        )
    assert told == dict.fromkeys(told, (403, 403))
    assert StandingPlace.objects.count() == 0


def test_there_is_no_screen_for_a_place_that_is_not(cast: Cast, as_: As) -> None:
    browser = as_(cast.sen)
    asked = [browser.get(f"/viec/trang-tinh/{path}/").status_code for path in ("vi/khong", "en/fees", "fr/contact")]
    assert asked == [404, 404, 404]


def test_a_section_is_moved_and_becomes_one_of_pages_at_once(cast: Cast, as_: As) -> None:
    section = cast.sections["doan-doi"]
    story = cast.published(cast.lan, title="Sổ tay chi đội", section="doan-doi")
    answer = as_(cast.sen).post(
        f"/viec/chuyen-muc/{section.pk}/xep/", {"position": "1", "shape": "pages", "language": "vi"}
    )
    assert (answer.status_code, answer["Location"]) == (302, "/viec/chuyen-muc/")
    assert (list(news_of(None, NOW)), list(visible_to(None, NOW))) == ([], [story])
    assert next(iter(sections_for(None, NOW))) == section
    line = JournalEntry.objects.get(verb="section_arrange")
    assert (line.rule, line.data) == ("R-SECTION-02", {"position": 1, "shape": "pages", "language": "vi"})


def test_new_words_of_a_section_do_not_move_it_back(cast: Cast) -> None:
    section = cast.sections["doan-doi"]
    news.reword(section, title="Đoàn – Đội", intro="Trước khi xếp.", by=cast.sen, **TOLD)
    news.shelve(section, position=7, shape="pages", language="en", by=cast.sen, **TOLD)
    kept: Section = cast.up(Section.objects.get(pk=section.pk), cast.sen)
    assert (kept.intro, kept.position, kept.shape, kept.language) == ("Trước khi xếp.", 7, "pages", "en")


@pytest.mark.parametrize(
    ("said", "fields"),
    [
        ((1, "news", "vi"), []), ((999, "pages", "en"), []), ((0, "news", "vi"), ["position"]), ((1000, "news", "vi"), ["position"]),
        ((5, "album", "fr"), ["shape", "language"]),
    ],
)  # fmt: skip
def test_what_a_section_may_be(said: tuple[int, str, str], fields: list[str]) -> None:
    found = shelf_refusals(*said, shapes=("news", "pages"))
    assert [(one.field, one.rule) for one in found] == [(field, "R-SECTION-03") for field in fields]


def test_only_the_board_arranges_sections(cast: Cast) -> None:
    for person in (cast.lan, cast.vy, cast.tri, cast.minh):
        with pytest.raises(Refused) as said:
            news.shelve(cast.sections["doan-doi"], position=1, shape="news", language="vi", by=person, **TOLD)
        assert [one.rule for one in said.value.refusals] == ["R-SECTION-02"]


def test_a_new_section_may_be_one_of_pages(cast: Cast, as_: As) -> None:
    said = {"title": "In English", "intro": "", "field": "", "audience": "public", "position": "90", "shape": "pages",
            "language": "en"}  # fmt: skip
    as_(cast.sen).post("/viec/chuyen-muc/moi/", said)
    as_(cast.sen).post("/viec/chuyen-muc/moi/", {**said, "title": "Tin phường", "shape": "", "language": ""})
    begun = Section.objects.filter(title__in=("In English", "Tin phường")).order_by("title")
    assert list(begun.values_list("shape", "language")) == [("pages", "en"), ("news", "vi")]
