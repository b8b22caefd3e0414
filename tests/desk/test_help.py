"""The guides, as pages of the portal, and the first day at the desk."""

import re

import pytest
from django.test import Client

from portal.approval.rules import Verb
from portal.base.models import JournalEntry
from portal.desk.help.first_day import STEPS, first_day, steps_for
from portal.desk.help.guides import FOLDER, SLUGS, guides, guides_for, read
from portal.people import offices
from portal.people.models import Person
from portal.people.rules import Kind, Office
from tests.cast import NOW, Cast


def test_every_role_has_its_guide_and_no_other_file_lies_beside_them() -> None:
    assert sorted(path.stem for path in FOLDER.glob("*.md")) == sorted(SLUGS)
    assert [guide.slug for guide in guides().values()] == list(SLUGS)


@pytest.mark.parametrize("name", SLUGS)
def test_a_guide_cites_its_clauses_and_its_pictures_and_links_are_there(name: str) -> None:
    text = (FOLDER / f"{name}.md").read_text("utf-8")
    assert re.search(r"Điều \d+", text)
    missing = [one for one in re.findall(r"\]\(([^)]+)\)", text) if not (FOLDER / one).is_file()]
    assert missing == []
    assert all(alt for alt in re.findall(r"!\[([^\]]*)\]", text))


def test_no_picture_lies_about_unused() -> None:
    used = {
        one for name in SLUGS for one in re.findall(r"\((hinh/[^)]+)\)", (FOLDER / f"{name}.md").read_text("utf-8"))
    }
    assert {f"hinh/{path.name}" for path in (FOLDER / "hinh").iterdir()} == used


def test_a_guide_is_read_inside_the_portal_with_its_chapters(cast: Cast, client: Client) -> None:
    client.force_login(cast.sen)
    page = client.get("/huong-dan/thu-ky/")
    html, chapters = read("thu-ky")
    assert page.status_code == 200
    assert html in page.content.decode()
    assert [f'id="{chapter.anchor}"' in html for chapter in chapters] == [True] * len(chapters)
    assert client.get("/huong-dan/khong-co/").status_code == 404


@pytest.mark.parametrize(
    "who,expected",
    [
        ("lan", ["tac-gia"]),
        ("vy", ["cong-tac-vien"]),
        ("sen", ["thu-ky", "tac-gia"]),
        ("cuc", ["uy-vien", "tac-gia"]),
        ("phong", ["truong-ban", "tac-gia"]),
        ("ha", ["truong-ban", "tac-gia"]),
        ("minh", ["hieu-truong", "tac-gia"]),
        ("tri", ["quan-tri", "tac-gia"]),
        ("phu", []),
    ],
)
def test_the_shelf_begins_with_what_one_does_oneself(cast: Cast, who: str, expected: list[str]) -> None:
    found = guides_for(cast.people[who], offices.board(NOW))
    assert [guide.slug for guide in found] == expected


def test_markup_typed_into_a_guide_stays_text() -> None:
    assert [name for name in SLUGS if "<script" in read(name)[0] or "&lt;" in read(name)[0]] == []


# -- the first day ----------------------------------------------------------------------------------------------------


def test_the_highest_office_says_what_the_first_day_is() -> None:
    assert steps_for({Office.MEMBER, Office.HEAD}, Kind.STAFF) == STEPS[Office.HEAD]
    assert steps_for({Office.VICE_PRINCIPAL}, Kind.STAFF) == STEPS[Kind.STAFF]
    assert steps_for(set(), Kind.COLLABORATOR) == STEPS[Kind.COLLABORATOR]
    assert steps_for(set(), Kind.PARENT) == ()


def left(person: Person) -> list[bool]:
    found = first_day(person, offices.board(NOW))
    return [done for _, done in found.steps] if found else []


def test_what_the_record_shows_is_ticked(cast: Cast) -> None:
    assert left(cast.lan) == [False, False, False]
    article = cast.article(cast.lan)
    assert left(cast.lan) == [True, False, False]
    cast.submit(article, cast.lan)
    assert left(cast.lan) == [True, True, False]
    cast.decide(article, Verb.APPROVE, cast.cuc)
    assert left(cast.phong) == [False, False, False]
    cast.decide(article, Verb.APPROVE, cast.phong)
    assert left(cast.phong) == [True, False, False]


def test_it_is_put_away_for_good_by_whoever_wants_and_for_nobody_else(cast: Cast, client: Client) -> None:
    client.force_login(cast.lan)
    assert "Ngày đầu ở bàn biên tập" in client.get("/viec-cua-toi/").content.decode()
    assert client.get("/viec/ngay-dau/").status_code == 405
    assert client.post("/viec/ngay-dau/").url == "/viec-cua-toi/"  # type: ignore[attr-defined]
    assert "Ngày đầu ở bàn biên tập" not in client.get("/viec-cua-toi/").content.decode()
    line = JournalEntry.objects.get(verb="first_day_over")
    assert (line.actor_id, line.subject_id, line.clause) == (cast.lan.pk, cast.lan.pk, "Điều 13.3")
    assert left(cast.khoa) == [False, False, False]


def test_a_reader_has_no_first_day_at_the_desk(cast: Cast) -> None:
    assert first_day(cast.phu, offices.board(NOW)) is None
