"""The week is written and posted by the school board and named staff; what changes afterwards is kept and told (Điều 15.2)."""

from datetime import date, datetime, time, timedelta

import pytest
from django.db.models import ProtectedError

from portal.base import epoch
from portal.base.models import JournalEntry
from portal.base.refused import Refused
from portal.intranet.models import Entry, Week
from portal.intranet.week import actions, queries
from portal.intranet.week.colliding import collisions
from portal.intranet.week.names import Written, resolved
from portal.intranet.week.rules import Duty, Part
from portal.intranet.week.told import DutyLine
from portal.people.models import Person, Unit, UnitPost
from tests.cast import NOW, OLD, Cast

MONDAY = date(2026, 11, 16)
NEXT = date(2026, 11, 23)


def begun(cast: Cast, monday: date = MONDAY, *, at: datetime = NOW, copy: bool = False) -> Week:
    return actions.begin(monday, copy=copy, by=cast.minh, at=at, channel="test")


def add(
    cast: Cast, week: Week, content: str, day: int = 0, *, hour: int | None = None, by: Person | None = None,
    at: datetime = NOW, entry: Entry | None = None, seen: int | None = None, **more: str,
) -> Entry:  # fmt: skip
    starts = time(hour) if hour else None
    said = Written(week.monday + timedelta(days=day), Part.MORNING, starts, None, content, **more)  # type: ignore[arg-type]
    line, _ = resolved(said, queries.roll(at), {})
    return actions.keep(week, line, by=by or cast.minh, at=at, channel="test", entry=entry, seen=seen)


def posted(cast: Cast, week: Week, at: datetime = NOW) -> Week:
    return actions.post(week, by=cast.minh, at=at, channel="test")


def verbs() -> list[str]:
    return list(JournalEntry.objects.filter(verb__startswith="week").order_by("pk").values_list("verb", flat=True))


def test_a_week_from_blank_to_posted(cast: Cast) -> None:
    week = begun(cast)
    add(cast, week, "Họp tổ", 3, hour=14, lead="Lan", place="P.304")
    add(cast, week, "Chào cờ", attendees="Toàn trường")
    actions.set_duties(week, [DutyLine(Duty.BOARD, "Thầy Minh"), DutyLine(Duty.CLASS, " ")], " Mặc đồng phục ",
                       by=cast.minh, at=NOW, channel="test")  # fmt: skip
    before = epoch.current()
    posted(cast, week)
    told = queries.sheet(MONDAY, NOW)
    assert told is not None
    assert (told.name, told.number, told.title, told.note) == (
        "Tuần 12", 12, "LỊCH CÔNG TÁC TUẦN 12 (từ 16/11 đến 22/11/2026)", "Mặc đồng phục",
    )  # fmt: skip
    assert [(one.weekday, one.hours, one.content, one.who, one.lead, one.place, one.change) for one in told.lines] == [
        ("Thứ Hai", "", "Chào cờ", "Toàn trường", "", "", None), ("Thứ Năm", "14:00", "Họp tổ", "", "Lan", "P.304", None),
    ]  # fmt: skip
    assert [(one.name, one.who, one.when) for one in told.duties] == [("Trực Ban giám hiệu", "Thầy Minh", "cả tuần")]
    assert told.signer is not None
    assert (told.signer.name, told.signer.office) == ("Nguyễn Mậu Minh", "Hiệu trưởng")
    assert told.late is True  # due at 7:30, posted at 8:00
    assert epoch.current() == before + 1
    assert verbs() == ["week_begun", "week_line_kept", "week_line_kept", "week_duties", "week_posted"]


def test_a_teacher_posts_nothing_until_the_principal_names_him(cast: Cast) -> None:
    with pytest.raises(Refused) as refused:
        actions.begin(MONDAY, copy=False, by=cast.lan, at=NOW, channel="test")
    assert [one.rule for one in refused.value.refusals] == ["R-WEEK-01"]
    with pytest.raises(Refused):
        actions.name_poster(cast.lan, answers=True, by=cast.ha, at=NOW, channel="test")
    poster = actions.name_poster(cast.lan, answers=True, by=cast.minh, at=NOW, channel="test")
    week = actions.begin(MONDAY, copy=False, by=cast.lan, at=NOW, channel="test")
    assert [str(one) for one in queries.answering(NOW)] == ["Hoàng Lan"]
    actions.end_poster(poster, by=cast.minh, at=NOW + timedelta(hours=1), channel="test")
    with pytest.raises(Refused):
        add(cast, week, "Họp", by=cast.lan, at=NOW + timedelta(hours=1))
    assert [str(one) for one in queries.answering(NOW + timedelta(hours=1))] == ["Nguyễn Mậu Minh"]


def test_last_week_is_copied_with_its_days_moved(cast: Cast) -> None:
    week = begun(cast)
    add(cast, week, "Chào cờ", attendees="Toàn trường")
    planned = add(cast, week, "Ngày hội", 4)
    Entry.objects.filter(pk=planned.pk).update(plan_entry=cast.entry)  # until Friday 20/11
    back = add(cast, week, "Giao ban", 0, hour=7, lead="Minh")
    actions.repeat(back, every=2, until=None, by=cast.minh, at=NOW, channel="test")
    gone = add(cast, week, "Họp đột xuất", 1)
    actions.set_duties(week, [DutyLine(Duty.CLASS, "7A3", MONDAY)], "", by=cast.minh, at=NOW, channel="test")
    posted(cast, week)
    actions.cancel(gone, by=cast.minh, at=NOW, channel="test")
    second = begun(cast, NEXT, copy=True)
    rows: list[object] = list(second.entries.values_list("day", "content", "everyone", "plan_entry__title"))
    assert rows == [(NEXT, "Chào cờ", True, None), (NEXT + timedelta(days=4), "Ngày hội", False, None)]
    assert list(second.duties.values_list("day", "who")) == [(NEXT, "7A3")]
    third = begun(cast, NEXT + timedelta(days=7))
    assert [(one.content, one.day, [str(who) for who in one.leads.all()]) for one in third.entries.all()] == [
        ("Giao ban", date(2026, 11, 30), ["Nguyễn Mậu Minh"])
    ]


@pytest.mark.sqlite
def test_changes_after_posting_are_kept_told_and_forgotten_with_the_week(cast: Cast) -> None:
    week = begun(cast)
    line = add(cast, week, "Họp tổ", 3, hour=14, place="P.304", lead="Lan")
    stays = add(cast, week, "Chào cờ")
    posted(cast, week)
    later = NOW + timedelta(hours=3)
    line = add(cast, week, "Họp tổ", 3, hour=15, place="P.304", lead="Lan", entry=line, seen=0, at=later)
    add(cast, week, "Chào cờ", entry=stays, at=later)  # the same words: no change
    actions.cancel(stays, by=cast.minh, at=later, channel="test", reason="Mưa")
    add(cast, week, "Họp giao ban", 1, at=later)
    told = queries.sheet(MONDAY, later)
    assert told is not None
    assert [(one.content, one.change and (one.change.kind, one.change.before, one.change.reason)) for one in told.lines] == [
        ("Chào cờ", ("cancel", (("ngày", "16/11/2026"), ("buổi", "Sáng"), ("giờ", "để trống"), ("nội dung", "Chào cờ"),
                                ("thành phần", "để trống"), ("chủ trì", "để trống"), ("địa điểm", "để trống"),
                                ("chuẩn bị", "để trống")), "Mưa")),
        ("Họp giao ban", ("add", (), "")),
        ("Họp tổ", ("change", (("giờ", "14:00"),), "")),
    ]  # fmt: skip
    assert (line.sequence, told.lines[0].cancelled, len(told.changes)) == (1, True, 3)
    over = queries.sheet(MONDAY, NOW + timedelta(days=7))
    assert over is not None
    assert [one.change for one in over.lines] == [None, None, None]
    with pytest.raises(Refused) as refused:
        add(cast, week, "Họp tổ", 3, entry=line, seen=0, at=later)
    assert [one.rule for one in refused.value.refusals] == ["R-WEEK-13"]
    with pytest.raises(Refused) as refused:
        add(cast, week, "Họp", at=NOW + timedelta(days=7))
    assert [one.rule for one in refused.value.refusals] == ["R-WEEK-09"]
    with pytest.raises(ProtectedError):
        line.delete()


@pytest.mark.sqlite
def test_what_cannot_be_done_is_refused_with_its_rule(cast: Cast) -> None:
    week = begun(cast)

    def rules(verb: object) -> list[str]:
        with pytest.raises(Refused) as refused:
            verb()  # type: ignore[operator]
        return [one.rule for one in refused.value.refusals]

    assert rules(lambda: posted(cast, week)) == ["R-WEEK-10"]
    assert rules(lambda: add(cast, week, " ", 7)) == ["R-WEEK-05", "R-WEEK-11"]
    assert rules(lambda: begun(cast)) == ["R-WEEK-08"]
    assert rules(lambda: begun(cast, date(2026, 11, 24))) == ["R-WEEK-07"]
    add(cast, week, "Họp")
    posted(cast, week)
    assert rules(lambda: posted(cast, week)) == ["R-WEEK-10"]


@pytest.mark.sqlite
def test_collisions_are_said_and_bar_nothing(cast: Cast) -> None:
    unit = Unit.objects.create(title="Tổ Toán – Tin", slug="toan")
    UnitPost.objects.create(unit=unit, person=cast.lan, starts=OLD)
    week = begun(cast)
    one = add(cast, week, "Họp tổ Toán", 3, hour=14, place="P.304")
    two = add(cast, week, "Dự giờ", 3, hour=14, place="Phòng 304", lead="Lan")
    add(cast, week, "Nghỉ", 3, hour=16)
    assert collisions(MONDAY, queries.roll(NOW), NOW) == {
        one.pk: ["Trùng giờ với “Dự giờ” (14:00): Hoàng Lan, cùng địa điểm."],
        two.pk: ["Trùng giờ với “Họp tổ Toán” (14:00): Hoàng Lan, cùng địa điểm."],
    }


@pytest.mark.sqlite
def test_my_week_is_what_concerns_me(cast: Cast) -> None:
    unit = Unit.objects.create(title="Tổ Toán – Tin", slug="toan")
    UnitPost.objects.create(unit=unit, person=cast.lan, starts=OLD)
    week = begun(cast)
    add(cast, week, "Họp tổ Toán")
    add(cast, week, "Họp BGH", lead="Minh")
    add(cast, week, "Chào cờ", attendees="Toàn trường")
    assert queries.of_person(cast.lan, MONDAY, NEXT, NOW) == []
    posted(cast, week)
    assert [one.content for one in queries.of_person(cast.lan, MONDAY, NEXT, NOW)] == ["Họp tổ Toán", "Chào cờ"]
    assert [one.content for one in queries.of_person(cast.minh, MONDAY, NEXT, NOW)] == ["Họp BGH", "Chào cờ"]


@pytest.mark.sqlite
def test_outsiders_read_only_what_the_confirmed_plan_says(cast: Cast) -> None:
    week = begun(cast)
    for day in (0, 4, 6):
        line = add(cast, week, "BÍ MẬT tổng duyệt", day)
        Entry.objects.filter(pk=line.pk).update(plan_entry=cast.entry)
    add(cast, week, "BÍ MẬT họp")
    assert queries.public_lines(MONDAY) == []
    posted(cast, week)
    assert queries.public_lines(MONDAY) == [
        {"day": date(2026, 11, day), "title": "Ngày hội Khoa học"} for day in (16, 20)
    ]
