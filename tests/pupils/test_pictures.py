"""Who can be recognised in a picture: said before outsiders see it, agreed to, and hidden once somebody takes that back."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from portal.base import clock, epoch, regulation
from portal.base.models import JournalEntry
from portal.base.refused import Refused
from portal.desk.actions.pictures import paper_of_pictures
from portal.desk.actions.turns import hear_news
from portal.desk.models import Letter
from portal.files import actions as files
from portal.files.models import Picture
from portal.files.queries import is_public
from portal.news.models import Article
from portal.pupils.consents.rules import Purpose
from portal.pupils.models import Consent, Declaration, Enrolment, Pupil, SchoolClass, Withheld
from portal.pupils.pictures import actions, queries
from portal.pupils.pictures.rules import Seen
from tests.cast import NOW, OLD, Cast
from tests.files.pictures import picture
from tests.snapshot import Kept, put_back

SAID = {"at": NOW, "channel": "test"}
LATER = NOW + timedelta(hours=1)
OF_YEAR = 2026


@dataclass
class Class7:
    """A class of three: Ngọc's family agreed to both kinds of pictures, Bảo's refused, of Chi no answer came."""

    cast: Cast
    room: SchoolClass
    ngoc: Pupil
    bao: Pupil
    chi: Pupil
    shot: Picture

    def article(self, **more: Any) -> Article:
        body = [{"type": "image", "value": {"picture": self.shot.pk, "caption": "Giờ học"}}]
        return self.cast.article(self.cast.lan, body=[*body, {"type": "paragraph", "value": "Lớp học vui."}], **more)

    def declare(self, seen: Seen, *, by: str = "lan", at: Any = NOW, **more: Any) -> Declaration:
        return actions.declare(self.shot, seen=seen, by=self.cast.people[by], at=at, channel="test", **more)

    def agree(self, pupil: Pupil, purpose: Purpose, granted: bool = True, **more: Any) -> None:
        Consent.objects.create(pupil=pupil, year=OF_YEAR, purpose=purpose, granted=granted, by_parent=True, by_child=True,
                               starts=OLD, recorded_by=self.cast.lan, **more)  # fmt: skip

    def take_back(self, pupil: Pupil, purpose: Purpose) -> None:
        from portal.pupils import actions as pupils

        pupils.withdraw_consent(pupil, [purpose], paper="đơn 1", by=self.cast.minh, at=LATER, channel="test")


def _set_up(cast: Cast) -> None:
    regulation.set_from(NOW.date(), "pictures.declared_from", "2000-01-01", "")
    room = SchoolClass.objects.create(year=OF_YEAR, name="7A3", grade=7, teacher=cast.lan)
    for code, name in (("HS1", "Trần Bích Ngọc"), ("HS2", "Lê Gia Bảo"), ("HS3", "Phạm Linh Chi")):
        pupil = Pupil.objects.create(code=code, full_name=name, born=(NOW - timedelta(days=4600)).date())
        Enrolment.objects.create(pupil=pupil, school_class=room, starts=OLD.date())
    shot = files.store_picture(
        picture(), title="Giờ học", alt="Học sinh lớp 7A3 đang thí nghiệm", credit="Lan", by=cast.lan, **SAID
    )
    seven = reread_class(cast, shot)
    for purpose in (Purpose.GROUP, Purpose.PORTRAIT):
        seven.agree(seven.ngoc, purpose)
        seven.agree(seven.bao, purpose, granted=False)


def reread_class(cast: Cast, shot: Picture | None = None) -> Class7:
    ngoc, bao, chi = Pupil.objects.order_by("code")
    return Class7(cast, SchoolClass.objects.get(), ngoc, bao, chi, shot or Picture.objects.get())


@pytest.fixture(scope="module")
def rows(kept: Kept) -> Any:
    return kept(_set_up)[0]


@pytest.fixture
def seven(cast: Cast, rows: Any) -> Class7:
    put_back(rows)
    return reread_class(cast)


def hear(at: datetime) -> int:
    """The mail hears the record; how many letters the Secretary has of it."""
    hear_news(at)
    return Letter.objects.filter(person__username="sen").count()


def refused(verb: Callable[[], object]) -> list[tuple[str, str]]:
    with pytest.raises(Refused) as said:
        verb()
    return [(one.rule, one.message) for one in said.value.refusals]


def test_outsiders_see_no_picture_nobody_spoke_of_and_none_a_child_did_not_agree_to(seven: Class7) -> None:
    cast, article = seven.cast, seven.article()
    up = lambda: cast.up(article, cast.lan)  # noqa: E731
    assert refused(up)[0][0] == "R-PIC-10"
    assert [one.rule for one in queries.in_the_way(article, NOW)] == ["R-PIC-10"]
    seven.declare(Seen.CLASSES, classes=[seven.room.pk])
    (told,) = queries.in_the_way(article, NOW)
    assert (told.rule, "lớp 7A3: 2 em" in told.message) == ("R-PIC-11", True)
    assert not any(name in told.message for name in ("Bảo", "Chi", "Ngọc"))
    seven.declare(Seen.PUPILS, classes=[seven.room.pk], pupils=[seven.bao.pk])
    assert [one.rule for one in queries.in_the_way(article, NOW)] == ["R-PIC-12"]
    seven.declare(Seen.CLASSES, classes=[seven.room.pk], absent=[seven.bao.pk, seven.chi.pk])
    assert list(queries.in_the_way(article, NOW)) == []
    assert Declaration.objects.filter(ended_at=None).count() == 1
    assert Declaration.objects.count() == 3


@pytest.mark.parametrize("seen", [Seen.NOBODY, Seen.ADULTS, Seen.WIDE])
def test_one_tick_is_enough_where_no_child_is_singled_out(seven: Class7, seen: Seen) -> None:
    seven.declare(seen)
    article = seven.cast.up(seven.article(), seven.cast.lan)
    assert (article.live, is_public(seven.shot, NOW)) == (True, True)


def test_older_pictures_and_what_stays_inside_are_not_asked_about(seven: Class7) -> None:
    inside = seven.article(audience="internal", section="trao-doi")
    assert list(queries.in_the_way(inside, NOW)) == []
    regulation.set_from(NOW.date(), "pictures.declared_from", "9999-12-31T10:00", "")
    assert list(queries.in_the_way(seven.article(), NOW)) == []


def test_who_says_what(seven: Class7) -> None:
    alone = {"classes": [seven.room.pk], "pupils": [seven.ngoc.pk]}
    assert refused(lambda: seven.declare(Seen.WIDE, by="phu"))[0][0] == "R-PIC-01"
    assert refused(lambda: seven.declare(Seen.CLASSES))[0][0] == "R-PIC-03"
    assert refused(lambda: seven.declare(Seen.PUPILS, classes=[seven.room.pk]))[0][0] == "R-PIC-03"
    assert refused(lambda: seven.declare(Seen.PUPILS, by="khoa", **alone))[0][0] == "R-PIC-04"
    gone = Pupil.objects.create(code="HS9", full_name="Đỗ Đã Chuyển")
    assert refused(lambda: seven.declare(Seen.PUPILS, pupils=[gone.pk]))[0][0] == "R-PIC-04"
    assert seven.declare(Seen.PUPILS, by="minh", **alone).seen == Seen.PUPILS
    seven.cast.up(seven.article(), seven.cast.lan)
    assert refused(lambda: seven.declare(Seen.NOBODY, by="khoa"))[0][0] == "R-PIC-02"
    assert seven.declare(Seen.PUPILS, by="minh", **alone).seen == Seen.PUPILS


def test_within_a_minute_of_taking_it_back_nothing_shows_it_and_the_secretary_is_told_where_it_was(
    seven: Class7, client: Client
) -> None:
    """R-PIC-13; the letter by R-MAIL-18."""
    cast = seven.cast
    seven.declare(Seen.PUPILS, classes=[seven.room.pk], pupils=[seven.ngoc.pk])
    article = cast.up(seven.article(), cast.lan)
    assert client.get(seven.shot.url).status_code == 200
    actions.watch(NOW)
    assert Withheld.objects.count() == 0
    seven.take_back(seven.ngoc, Purpose.PORTRAIT)
    before = epoch.current()
    clock.set_to(LATER, freeze=True)
    actions.watch(LATER)
    held = Withheld.objects.get()
    assert (held.places, epoch.current() > before) == ([["news.article", article.pk]], True)
    assert client.get(seven.shot.url).status_code == 404
    page = client.get(article.url).content.decode()
    assert (f"/{seven.shot.pk}/width" in page, "Ảnh đang được nhà trường rút xuống" in page) == (False, True)
    again = files.reword_picture(Picture.objects.get(pk=seven.shot.pk), alt="Lời khác", credit="", by=cast.lan, **SAID)
    assert again.withheld_at == LATER
    written = hear(LATER)
    assert (written, list(Letter.objects.filter(person=cast.sen).values_list("kind", flat=True))) == (1, ["reminder"])
    letter = Letter.objects.get(person=cast.sen)
    paper = paper_of_pictures(letter, JournalEntry.objects.get(pk=letter.line))
    assert paper is not None
    assert [row.title for row in paper.words["groups"][0][1]] == [article.title]
    told = JournalEntry.objects.get(verb="withhold_picture")
    assert (told.subject_id, told.data) == (held.pk, {"places": 1})
    assert refused(lambda: actions.settle(held, note="", by=cast.lan, at=LATER, channel="test"))[0][0] == "R-PIC-14"
    actions.settle(held, note="đã gỡ ảnh", by=cast.sen, at=LATER, channel="test")
    assert paper_of_pictures(letter, told) is None
    assert [one.held.note for one in queries.told_of(queries.cases())] == ["đã gỡ ảnh"]


def test_declared_only_now_and_never_agreed_it_is_hidden_at_once_until_they_agree(seven: Class7) -> None:
    seven.declare(Seen.WIDE)
    seven.cast.up(seven.article(), seven.cast.lan)
    seven.declare(Seen.PUPILS, by="minh", at=LATER, classes=[seven.room.pk], pupils=[seven.chi.pk])
    seven.shot.refresh_from_db()
    assert (seven.shot.withheld_at, is_public(seven.shot, LATER)) == (LATER, False)
    seven.agree(seven.chi, Purpose.PORTRAIT)
    assert actions.look_at_all(LATER) == 1
    seven.shot.refresh_from_db()
    assert (is_public(seven.shot, LATER), Withheld.objects.get().lifted_at) == (True, LATER)


def test_no_line_of_the_record_tells_who_a_child_is(seven: Class7) -> None:
    seven.declare(Seen.PUPILS, classes=[seven.room.pk], pupils=[seven.ngoc.pk])
    lines = str(list(JournalEntry.objects.filter(verb__contains="picture").values()))
    assert not any(name in lines for name in ("Ngọc", "HS1", "Trần Bích"))


def test_one_picture_costs_as_much_as_three(seven: Class7) -> None:
    def cost(many: int) -> int:
        with CaptureQueriesContext(connection) as asked:
            queries.pictures_told(Picture.objects.order_by("pk")[:many], NOW)
        return len(asked)

    for name in ("a.jpg", "b.jpg"):
        files.store_picture(
            picture(name, size=(61 + ord(name[0]), 40)), title="x", alt="x", credit="", by=seven.cast.lan, **SAID
        )
    assert cost(1) == cost(3)


def test_a_caption_with_the_name_of_a_pupil_is_told_to_its_writer(seven: Class7) -> None:
    """R-PIC-15: with its marks or without."""
    body = [{"type": "image", "value": {"picture": seven.shot.pk, "caption": "Em Tran bich NGỌC, lớp 7A3."}}]
    named = seven.cast.article(seven.cast.lan, body=body)
    assert (queries.caption_names(named, NOW), queries.caption_names(seven.article(), NOW)) == (1, 0)


def test_the_writer_says_it_in_two_steps_and_comes_back_to_his_text(seven: Class7, client: Client) -> None:
    article = seven.article()
    client.force_login(seven.cast.lan)
    editor = client.get(f"/viet/{article.pk}/").content.decode()
    assert (f'value="who:{seven.shot.pk}"' in editor, "chưa khai" in editor) == (True, True)
    url = f"/viet/anh/{seven.shot.pk}/?bai={article.pk}"
    asked = client.get(url)
    assert (asked.status_code, asked["Cache-Control"], asked["X-Robots-Tag"]) == (
        200,
        "private, no-store",
        "noindex, nofollow",
    )
    step = client.post(url, {"do": "list", "seen": "classes", "classes": [seven.room.pk]}).content.decode()
    assert ("Lê Gia Bảo" in step, "Phạm Linh Chi" in step, "Trần Bích Ngọc" in step) == (True, True, False)
    assert Declaration.objects.count() == 0
    empty = client.post(url, {"do": "save"})
    assert (empty.status_code, "Hãy chọn một trong năm dòng." in empty.content.decode()) == (422, True)
    said = {"do": "save", "seen": "classes", "classes": [seven.room.pk], "absent": [seven.bao.pk]}
    assert client.post(url, said)["Location"] == url
    after = client.get(url).content.decode()
    assert ("lớp 7A3: 1 em" in after, f'href="/viet/{article.pk}/"' in after) == (True, True)
    client.force_login(seven.cast.khoa)
    assert "Lê Gia Bảo" not in client.get(url).content.decode()


def test_the_reviewer_reads_who_is_in_it_and_the_secretary_closes_what_was_hidden(
    seven: Class7, client: Client
) -> None:
    seven.declare(Seen.WIDE)
    article = seven.cast.up(seven.article(), seven.cast.lan)
    seven.declare(Seen.PUPILS, by="minh", at=LATER, classes=[seven.room.pk], pupils=[seven.chi.pk])
    client.force_login(seven.cast.sen)
    review = client.get(f"/viec/{article.pk}/").content.decode()
    assert ("Nhận ra riêng từng em (1 em)" in review, "R-PIC-12" in review, "Linh Chi" in review) == (True, True, False)
    listed = client.get("/viec/anh-rut/").content.decode()
    held = Withheld.objects.get()
    assert (article.title in listed, f"/viec/anh-rut/{held.pk}/khep/" in listed) == (True, True)
    assert client.get("/viec/anh-rut/danh-sach.xlsx").status_code == 200
    assert client.post(f"/viec/anh-rut/{held.pk}/khep/", {"note": "Đã thay ảnh."})["Location"] == "/viec/anh-rut/"
    assert "Đã thay ảnh." in client.get("/viec/anh-rut/").content.decode()
    for nobody in ("khoa", "vy", "phu", "an"):
        client.force_login(seven.cast.people[nobody])
        assert client.get("/viec/anh-rut/").status_code == 404


def test_a_quick_text_says_it_of_all_its_photos_at_once(cast: Cast, client: Client) -> None:
    client.force_login(cast.lan)
    key = "7b0d2a52-3f8e-4c1f-9f41-3f2b6a0c8f11"
    sent = {
        "key": key,
        "do": "save",
        "text": "Chào cờ đầu tuần",
        "section": "chuyen-mon",
        "seen": "wide",
        "anh": [picture("a.jpg"), picture("b.jpg", size=(70, 40))],
    }
    assert client.post("/viet/nhanh/", sent).status_code == 302
    assert sorted(Declaration.objects.values_list("sha256", "seen")) == sorted(
        (one, "wide") for one in Picture.objects.values_list("sha256", flat=True).distinct()
    )
