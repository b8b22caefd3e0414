"""Articles asked for: a reminder to whoever owes one, a word to those who look after it when it is late (Điều 8.2, 11.3)."""

from datetime import timedelta

import pytest

from portal.base.models import JournalEntry
from portal.desk.actions import debts, reminders
from portal.people.models import Person, Unit, UnitPost
from portal.plan import actions as plan
from portal.plan.models import Assignment
from tests.cast import NOW, OLD, Cast
from tests.desk.mail.conftest import Post

DUE = NOW + timedelta(days=3)  # Thursday 8:00


@pytest.fixture
def asked(cast: Cast, post: Post) -> Assignment:
    """Lan is asked for an article about the science day by Thursday morning."""
    return plan.assign(cast.entry, person=cast.lan, section_slug="chuyen-mon", genre="tuong-thuat", due_at=DUE,
                       field_id=cast.fields["cm"].pk, by=cast.sen, at=NOW, channel="test")  # fmt: skip


def test_whoever_is_asked_is_told_by_whom_and_until_when(cast: Cast, post: Post, asked: Assignment) -> None:
    (message,) = post.round()
    assert (message.to, message.subject) == ([cast.lan.email], "Bài được giao – Ngày hội Khoa học")
    assert "Vũ Thị Sen giao bài cho Hoàng Lan, hạn 08:00 thứ Năm 19/11 (Điều 8.2, 11.3)." in message.body
    plan.reassign(asked, person=cast.khoa, field_id=cast.fields["cm"].pk, by=cast.sen, at=NOW, channel="test")
    assert [one.to for one in post.round()] == [[cast.khoa.email]]
    assert post.round() == []


def told(post: Post, hours: int) -> list[tuple[str, str]]:
    """Who is told what so many hours from its due hour, once told of the asking itself."""
    post.round()
    at = DUE + timedelta(hours=hours)
    debts.watch_debts(at)
    return sorted((one.to[0].partition("@")[0], one.subject) for one in post.round(at))


def test_whoever_owes_is_reminded_and_then_those_who_look_after_it_are_told(
    cast: Cast, post: Post, asked: Assignment
) -> None:
    soon = [("lan", "Sắp đến hạn 08:00 thứ Năm 19/11 – Ngày hội Khoa học")]
    assert [told(post, hours) for hours in (-25, -24, -23, -2, -1)] == [[], soon, [], soon, []]
    assert told(post, 1) == [(name, "Quá hạn 08:00 thứ Năm 19/11 – Ngày hội Khoa học") for name in ("cuc", "ha", "sen")]
    assert told(post, 26) == []
    assert "Hoàng Lan chưa nộp bài được giao (Điều 11.3)." in post.to(cast.sen)[-1].body
    lines = JournalEntry.objects.filter(verb__in=("remind", "escalate")).order_by("id")
    assert [(line.verb, line.rule, line.data["to"]) for line in lines] == [
        ("remind", "R-MAIL-05", [cast.lan.pk]), ("remind", "R-MAIL-05", [cast.lan.pk]),
        ("escalate", "R-MAIL-06", sorted([cast.cuc.pk, cast.ha.pk, cast.sen.pk])),
    ]  # fmt: skip


def test_what_was_handed_in_reminds_nobody(cast: Cast, post: Post, asked: Assignment) -> None:
    article = cast.article(cast.lan, genre="tuong-thuat", event_start=NOW, event_end=NOW, place="Sân trường")
    cast.submit(article, cast.lan)
    post.round()
    assert [debts.watch_debts(DUE + timedelta(hours=hours)) for hours in (-24, 1)] == [0, 0]


def test_a_unit_is_told_through_whoever_leads_it(cast: Cast, post: Post) -> None:
    unit = Unit.objects.create(title="Tổ Toán – Tin", slug="toan-tin")
    for person, leads in ((cast.lan, False), (cast.khoa, True)):
        UnitPost.objects.create(unit=unit, person=person, leads=leads, starts=OLD)
    plan.assign(cast.entry, unit=unit, section_slug="chuyen-mon", genre="tuong-thuat", due_at=DUE,
                field_id=cast.fields["cm"].pk, by=cast.sen, at=NOW, channel="test")  # fmt: skip
    assert [name for name, _ in told(post, -24)] == ["khoa"]
    UnitPost.objects.filter(person=cast.khoa).update(leads=False)
    assert [name for name, _ in told(post, -2)] == ["khoa", "lan"]


def test_the_digest_names_what_is_owed(cast: Cast, post: Post, asked: Assignment) -> None:
    post.round()
    reminders.morning_post(NOW)
    (message,) = post.round()
    assert (message.to, message.subject) == ([cast.lan.email], "1 việc chờ thầy/cô hôm nay")
    assert "BÀI ĐƯỢC GIAO\n\n- Ngày hội Khoa học\n  Tường thuật, ghi nhanh · Chuyên môn · còn 3 ngày" in message.body


def test_an_address_elsewhere_is_reminded_by_nobody(cast: Cast, post: Post, asked: Assignment) -> None:
    Person.objects.filter(pk=cast.lan.pk).update(email="lan@gmail.com")
    assert told(post, -24) == []
