"""A praise list: names of the rolls alone, before outsiders with consent alone, gone within a minute when that is taken back."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from portal.approval.actions.up import publish_due
from portal.approval.queries import look
from portal.base import clock, epoch, journal
from portal.base.models import JournalEntry
from portal.base.refused import Refused
from portal.desk.actions.pictures import paper_of_pictures
from portal.desk.actions.turns import hear_news
from portal.desk.models import Letter
from portal.desk.passages import passages, pieces
from portal.files import actions as files
from portal.news import actions as news
from portal.news.models import Article
from portal.pupils import actions as pupils
from portal.pupils.consents.rules import Purpose
from portal.pupils.models import Consent, Enrolment, Praised, PraiseHidden, Pupil, SchoolClass
from portal.pupils.praise import actions, queries
from portal.pupils.praise.rules import PraiseRow
from portal.search import actions as search
from tests.cast import NOW, OLD, Cast
from tests.files.pictures import picture
from tests.snapshot import Kept, put_back

LATER = NOW + timedelta(hours=1)
OF_YEAR = 2026
CALLED = ("Mây Thử Một", "Gió Thử Hai", "Nắng Thử Ba")


@dataclass
class Praise:
    """A class of three: Mây's and Gió's families agree to their names, of Nắng no answer came."""

    cast: Cast
    room: SchoolClass
    may: Pupil
    gio: Pupil
    nang: Pupil

    def block(self, *names: str, caption: str = "Học sinh đạt giải") -> dict[str, Any]:
        rows = [{"name": name, "class": "7A3", "award": "Giải Nhất"} for name in names]
        return {"type": "praise", "value": {"caption": caption, "rows": rows}}

    def article(self, *names: str, by: str = "lan", **more: Any) -> Article:
        words = {"type": "paragraph", "value": "Nhà trường khen các em."}
        return self.cast.article(self.cast.people[by], body=[words, self.block(*names)], **more)

    def agree(self, pupil: Pupil, **more: Any) -> None:
        Consent.objects.create(pupil=pupil, year=OF_YEAR, purpose=Purpose.PRAISE, granted=True, by_parent=True,
                               starts=OLD, recorded_by=self.cast.lan, **{"by_child": True, **more})  # fmt: skip

    def take_back(self, pupil: Pupil) -> None:
        pupils.withdraw_consent(pupil, [Purpose.PRAISE], paper="đơn 1", by=self.cast.minh, at=LATER, channel="test")


def _set_up(cast: Cast) -> None:
    room = SchoolClass.objects.create(year=OF_YEAR, name="7A3", grade=7, teacher=cast.lan)
    for number, name in enumerate(CALLED, 1):
        pupil = Pupil.objects.create(code=f"HS{number}", full_name=name, born=(NOW - timedelta(days=4600)).date())
        Enrolment.objects.create(pupil=pupil, school_class=room, starts=OLD.date())
    told = reread(cast)
    told.agree(told.may)
    told.agree(told.gio)


def reread(cast: Cast) -> Praise:
    return Praise(cast, SchoolClass.objects.get(), *Pupil.objects.order_by("code"))


@pytest.fixture(scope="module")
def rows(kept: Kept) -> Any:
    return kept(_set_up)[0]


@pytest.fixture
def praise(cast: Cast, rows: Any) -> Praise:
    put_back(rows)
    return reread(cast)


def refused(verb: Callable[[], object]) -> list[tuple[str, str]]:
    with pytest.raises(Refused) as said:
        verb()
    return [(one.rule, one.message) for one in said.value.refusals]


def names_in(said: str) -> list[str]:
    return [name for name in CALLED if name in said]


def test_a_text_keeps_numbers_and_the_rolls_give_the_names(praise: Praise, client: Client) -> None:
    article = praise.cast.up(praise.article(CALLED[0]), praise.cast.lan)
    kept = str(article.latest_revision.content) + str(article.projection())
    assert (names_in(kept), article.shown_pupils()) == ([], {(praise.may.pk, praise.room.pk)})
    answer = client.get(article.url)
    page = answer.content.decode()
    assert (names_in(page), "7A3" in page, "Giải Nhất" in page) == ([CALLED[0]], True, True)
    Pupil.objects.filter(pk=praise.may.pk).update(full_name="Mây Thử Đổi Tên")
    assert "Mây Thử Đổi Tên" in client.get(article.url).content.decode()


@pytest.mark.sqlite
def test_nothing_for_machines_tells_of_a_page_with_a_list(praise: Praise, client: Client) -> None:
    article = praise.cast.up(praise.article(CALLED[0]), praise.cast.lan)
    other = praise.cast.published(praise.cast.lan, title="Bài không có bảng khen")
    answer = client.get(article.url)
    assert (answer["X-Robots-Tag"], 'content="noindex"' in answer.content.decode()) == ("noindex", True)
    assert "X-Robots-Tag" not in client.get(other.url)
    search.reindex()
    for path in ("/sitemap.xml", "/rss/", "/atom/", "/rss/chuyen-mon/"):
        told = client.get(path).content.decode()
        assert (article.url in told, other.url in told, names_in(told)) == (False, True, []), path
    for path in ("/tim-kiem/?q=Mây+Thử+Một", "/tim-kiem/?q=Học+sinh+đạt+giải", f"/api/v1/articles/{article.pk}"):
        assert "Mây Thử Một" not in client.get(path).content.decode().replace('value="Mây Thử Một"', "").split("<main", 1)[-1].replace(
            "“<span>Mây Thử Một</span>”", "")  # fmt: skip
    body = client.get(f"/api/v1/public/articles/{article.pk}").json()["body"]
    assert body[1] == {"type": "praise", "value": {"caption": "Học sinh đạt giải"}}


def test_outsiders_read_no_name_without_consent_and_the_sentence_tells_classes_alone(praise: Praise) -> None:
    """R-PRAISE-10."""
    article = praise.article(*CALLED)
    ((rule, message),) = refused(lambda: praise.cast.up(article, praise.cast.lan))
    assert (rule, "lớp 7A3: 1 em" in message, names_in(message)) == ("R-PRAISE-10", True, [])
    inside = praise.article(*CALLED, audience="internal", section="trao-doi")
    assert list(queries.in_the_way(inside, NOW)) == []
    Pupil.objects.filter(pk=praise.gio.pk).update(full_name="", born=None, erased_at=NOW)
    assert [one.rule for one in queries.in_the_way(article, NOW)] == ["R-PRAISE-11", "R-PRAISE-10"]


def test_it_is_asked_again_when_its_hour_comes(praise: Praise) -> None:
    from portal.approval import actions as approval

    article = praise.article(CALLED[0])
    approval.schedule(article, publish_at=LATER, by=praise.cast.lan, at=NOW, channel="test")
    praise.cast.up(article, praise.cast.lan)
    Consent.objects.filter(pupil=praise.may).update(granted=False)
    publish_due(LATER)
    article.refresh_from_db()
    assert article.live is False


def test_within_a_minute_of_taking_it_back_the_row_is_gone_and_the_secretary_is_told(
    praise: Praise, client: Client
) -> None:
    """R-PRAISE-12, R-PRAISE-13; the letter by R-MAIL-18."""
    cast = praise.cast
    article = cast.up(praise.article(*CALLED[:2]), cast.lan)
    assert Praised.objects.count() == 2
    actions.watch(NOW)
    assert (PraiseHidden.objects.count(), names_in(client.get(article.url).content.decode())) == (0, list(CALLED[:2]))
    praise.take_back(praise.may)
    before = epoch.current()
    clock.set_to(LATER, freeze=True)
    actions.watch(LATER)
    actions.watch(LATER)
    held = PraiseHidden.objects.get()
    assert (held.page_id, held.pupil_id, epoch.current() > before) == (article.pk, praise.may.pk, True)
    assert names_in(client.get(article.url).content.decode()) == [CALLED[1]]
    hear_news(LATER)
    letter = Letter.objects.get(person=cast.sen)
    line = JournalEntry.objects.get(pk=letter.line)
    paper = paper_of_pictures(letter, line)
    assert paper is not None
    assert ("một em của lớp 7A3" in str(paper.words), names_in(str(paper.words)), line.data) == (
        True,
        [],
        {"page": article.pk},
    )
    assert refused(lambda: actions.settle(held, note="", by=cast.lan, at=LATER, channel="test"))[0][0] == "R-PRAISE-13"
    client.force_login(cast.sen)
    listed = client.get("/viec/khen-rut/").content.decode()
    assert ("Một em của lớp 7A3" in listed, names_in(listed), article.title in listed) == (True, [], True)
    mine = client.get("/viec-cua-toi/").content.decode()
    assert "1 dòng khen bị rút đồng ý, chờ xem lại" in mine
    assert client.get("/viec/khen-rut/danh-sach.xlsx").status_code == 200
    assert client.post(f"/viec/khen-rut/{held.pk}/khep/", {"note": "Đã bỏ dòng."})["Location"] == "/viec/khen-rut/"
    assert "Đã bỏ dòng." in client.get("/viec/khen-rut/").content.decode()
    assert "chờ xem lại" not in client.get("/viec-cua-toi/").content.decode()
    assert paper_of_pictures(letter, line) is None
    client.force_login(cast.minh)
    assert CALLED[0] in client.get("/viec/khen-rut/").content.decode()
    for nobody in ("khoa", "vy", "phu"):
        client.force_login(cast.people[nobody])
        assert client.get("/viec/khen-rut/").status_code == 404
    told = str(list(JournalEntry.objects.filter(verb__contains="praise").values()))
    assert (names_in(told), "HS1" in told) == ([], False)


def test_it_comes_back_with_the_consent_and_goes_with_a_birthday(praise: Praise, client: Client) -> None:
    article = praise.cast.up(praise.article(CALLED[0]), praise.cast.lan)
    praise.take_back(praise.may)
    assert actions.look_at_all(LATER) == 1
    clock.set_to(LATER, freeze=True)
    page = client.get(article.url).content.decode()
    assert ("Danh sách đang được nhà trường rút xuống." in page, names_in(page)) == (True, [])
    Consent.objects.filter(pupil=praise.may, ends=None).update(ends=LATER)
    young = (NOW + timedelta(days=3)).date().replace(year=NOW.year - 7)
    Pupil.objects.filter(pk=praise.may.pk).update(born=young)
    praise.agree(praise.may, by_child=False)
    assert (actions.look_at_all(LATER), PraiseHidden.objects.get().lifted_at) == (1, LATER)
    actions.watch_the_clock(NOW + timedelta(days=3))  # seven years old from today: he has not signed himself
    assert Praised.objects.get().hidden_at == NOW + timedelta(days=3)


def test_a_changed_name_ends_the_pages_kept_from_before(praise: Praise) -> None:
    praise.cast.up(praise.article(CALLED[0]), praise.cast.lan)
    actions.watch(NOW)
    before = epoch.current()
    from django.db import transaction

    with transaction.atomic():
        journal.record("result_slip_used", subject=praise.may, by=None, at=NOW)
    actions.watch(NOW)
    assert epoch.current() == before
    with transaction.atomic():
        journal.record("pupil_amended", subject=praise.may, by=praise.cast.minh, at=NOW)
    actions.watch(NOW)
    assert epoch.current() == before + 1


def test_what_comes_down_and_what_is_corrected_names_nobody_longer(praise: Praise) -> None:
    from portal.approval import actions as approval

    cast = praise.cast
    article = cast.up(praise.article(*CALLED[:2]), cast.lan)
    approval.correct(article, by=cast.lan, at=NOW, channel="test")
    news.edit(article, {"body": [praise.block(CALLED[1])]}, by=cast.lan, at=NOW, channel="test")
    cast.up(article, cast.lan)
    assert list(Praised.objects.values_list("pupil", flat=True)) == [praise.gio.pk]
    approval.withdraw(article, ground="privacy", reason="Gia đình đề nghị", by=cast.ha, at=NOW, channel="test")
    assert (Praised.objects.count(), list(queries.pages_praising())) == (0, [])


@pytest.mark.sqlite
def test_whom_one_does_not_see_one_names_and_a_number_alone_opens_no_name(praise: Praise) -> None:
    """R-PRAISE-01, R-PRAISE-02: the class teacher may give numbers, others must know the name; what the text had stays."""
    cast = praise.cast
    bare = {
        "type": "praise",
        "value": {"caption": "", "rows": [{"pupil": praise.may.pk, "room": praise.room.pk, "award": "Giải Nhất"}]},
    }
    assert cast.article(cast.lan, body=[bare]).shown_pupils() == {(praise.may.pk, praise.room.pk)}
    assert refused(lambda: cast.article(cast.khoa, body=[bare]))[0][0] == "R-PRAISE-02"
    named = praise.article("may thu mot", by="khoa")
    assert named.shown_pupils() == {(praise.may.pk, praise.room.pk)}
    again = news.edit(named, {"body": [bare]}, by=cast.khoa, at=NOW, channel="test")
    assert again.shown_pupils() == {(praise.may.pk, praise.room.pk)}
    strange = {"type": "praise", "value": {"rows": [{"pupil": praise.may.pk, "room": 999, "award": "x"}]}}
    assert refused(lambda: cast.article(cast.minh, body=[strange]))[0][0] == "R-PRAISE-02"
    for huge in (
        {"pupil": 10**30, "room": 1, "award": "x"},
        {"pupil": "một", "room": 1},
        {"name": CALLED[0], "class": "7A3"},
        "x",
    ):
        with pytest.raises(Refused):
            cast.article(cast.minh, body=[{"type": "praise", "value": {"rows": [huge]}}])
    many = {
        "type": "praise",
        "value": {"rows": [{"name": CALLED[0], "class": "7A3", "award": str(one)} for one in range(301)]},
    }
    assert refused(lambda: cast.article(cast.lan, body=[many]))[0][0] == "R-PRAISE-03"
    ((rule, message),) = refused(lambda: praise.article("Ai Đó Lạ"))
    assert (rule, "Dòng 1" in message, "Lạ" in message) == ("R-PRAISE-02", True, False)
    mine = {"section": "chuyen-mon", "title": "x", "body": [praise.block(CALLED[0])]}
    assert "R-PRAISE-01" in [rule for rule, _ in refused(lambda: cast.article(cast.vy, **mine))]


@pytest.mark.sqlite
def test_the_detector_asks_of_names_typed_elsewhere_and_not_of_the_list(praise: Praise) -> None:
    cast = praise.cast
    adult = {"adult": "Lê Thị Thử", "post": "giáo viên", "award": "Cô giáo của năm"}
    listed = {"type": "praise", "value": {"caption": "Được khen", "rows": [
        *({"name": name, "class": "7A3", "award": "Giải Nhất"} for name in CALLED), adult]}}  # fmt: skip
    clean = cast.article(cast.lan, body=[listed])
    assert not look(clean, cast.case(clean), NOW)
    marks = [["1", "Nguyễn Thử Một", "8,5"], ["2", "Trần Thử Hai", "7,0"], ["3", "Lê Thử Ba", "9,2"]]
    table = {"type": "table", "value": {"caption": "", "rows": marks}}
    told = look(both := cast.article(cast.lan, body=[listed, table]), cast.case(both), NOW)
    assert {one.found.where for one in told.asked} == {"Phần 2 của thân bài"}


@pytest.mark.sqlite
def test_reviewers_compare_rows_by_name_but_of_whoever_does_not_agree_by_none(praise: Praise, client: Client) -> None:
    cast = praise.cast
    article = praise.article(*CALLED)
    assert names_in(str(pieces(article, named=False))) == []  # what letters are made of
    told = "\n".join(passages(article))
    assert (f"{CALLED[0]} | 7A3 | Giải Nhất" in told, "(em chưa có đồng ý) | 7A3" in told, names_in(told)) == (
        True, True, list(CALLED[:2]),
    )  # fmt: skip
    cast.submit(article, cast.lan)
    client.force_login(cast.sen)
    review = client.get(f"/viec/{article.pk}/").content.decode()
    assert ("R-PRAISE-10" in review, names_in(review)) == (True, list(CALLED[:2]))
    client.force_login(cast.minh)
    assert f"Chưa có đồng ý: {CALLED[2]} (7A3)." in client.get(f"/viec/{article.pk}/").content.decode()


def pressed(client: Client, article: Article, do: str, **more: Any) -> Any:
    """The editor's form as it stands, with something typed over it and a button pressed."""
    form = client.get(f"/viet/{article.pk}/").context["editor"]
    said = {field.html_name: field.value() for field in form.form if field.value() not in (None, "", False)}
    for number, block in enumerate(form.blocks):
        said |= {field.html_name: field.value() or "" for field in block}
        said.setdefault("khoi", []).append(f"{number}:{block.kind}")
    for part in (form.authors.management_form, *form.authors.forms):
        said |= {field.html_name: field.value() or "" for field in part}
    return client.post(f"/viet/{article.pk}/", {**said, "do": do, **more})


@pytest.mark.sqlite
def test_the_editor_shows_a_class_to_its_teacher_alone_and_keeps_what_was_not_touched(
    praise: Praise, client: Client
) -> None:
    article = praise.article(CALLED[0])
    before = praise.cast.case(article).hash
    client.force_login(praise.cast.lan)
    assert pressed(client, article, "save").status_code == 302
    assert praise.cast.case(article).hash == before
    listed = pressed(client, article, "list:1", **{"b-1-room": praise.room.pk}).content.decode()
    assert (names_in(listed), listed.count("<small>chưa có đồng ý</small>")) == (list(CALLED), 1)
    ticked = {"b-1-room": praise.room.pk, "b-1-award": "Giải Ba", "b-1-tick": [praise.gio.pk]}
    assert pressed(client, article, "save", **ticked).status_code == 302
    assert news.latest(article).shown_pupils() == {(praise.may.pk, praise.room.pk), (praise.gio.pk, praise.room.pk)}
    other = praise.article(CALLED[0], by="khoa")
    client.force_login(praise.cast.khoa)
    told = pressed(client, other, "list:1", **ticked).content.decode()
    assert ("Danh sách lớp chỉ chủ nhiệm" in told, names_in(told)) == (True, [CALLED[0]])
    wrong = pressed(client, other, "save", **{"b-1-rows": "Ai Đó Lạ | 7A3 | Giải Ba"})
    page = wrong.content.decode()
    assert (
        wrong.status_code,
        "Dòng 1: lớp 7A3 không có em nào tên như vậy." in page,
        "Ai Đó Lạ | 7A3 | Giải Ba" in page,
    ) == (422, True, True)


@pytest.mark.sqlite
def test_the_writer_is_told_of_a_caption_with_a_pupils_name(praise: Praise, client: Client) -> None:
    """R-PIC-15, in the editor."""
    shot = files.store_picture(
        picture(), title="x", alt="Lớp học", credit="", by=praise.cast.lan, at=NOW, channel="test"
    )
    body = [{"type": "image", "value": {"picture": shot.pk, "caption": "Em may thu mot nhận giải"}}]
    named = praise.cast.article(praise.cast.lan, body=body)
    client.force_login(praise.cast.lan)
    assert "Chú thích nêu tên học sinh" in client.get(f"/viet/{named.pk}/").content.decode()
    news.edit(named, {"body": [{"type": "paragraph", "value": "x"}]}, by=praise.cast.lan, at=NOW, channel="test")
    assert "Chú thích nêu tên học sinh" not in client.get(f"/viet/{named.pk}/").content.decode()


def test_three_rows_cost_what_one_costs(praise: Praise) -> None:
    def cost(*these: Pupil) -> int:
        with CaptureQueriesContext(connection) as asked:
            queries.praise_shown([PraiseRow(one.pk, praise.room.pk, award="x") for one in these], NOW)
        return len(asked)

    assert (cost(praise.may), cost(praise.may, praise.gio, praise.nang)) == (4, 4)
