"""Internal notices: who writes them, whom they reach, who must say that he has read them, who is reminded (Điều 15.1, 15.2,
13.3). Pure: plain values in, decisions out."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum

from portal.base.rules import Ground, Refusal
from portal.people.rules import OFFICE_NAMES, Board, Kind

CLAUSE = "Điều 15.2"
LONGEST, MOST_PAPERS, MOST_DAYS = 20_000, 20, 366  # letters of the words, files, days one may be given to confirm
UNIT_LEADERS = "unit_leader"
GROUPS: Mapping[str, str] = {UNIT_LEADERS: "Tổ trưởng, người phụ trách đơn vị", **OFFICE_NAMES}
AUGUST = 8
REMINDED_FROM = time(7)  # of the school's day
REMINDED_AFTER = timedelta(days=7)  # a worker that stood still longer reminds nobody of what is long over
NOT_YOURS = "Ai chưa đọc là việc của người gửi, Ban biên tập và tổ trưởng."
ALWAYS = datetime(1900, 1, 1, tzinfo=UTC)

UNTITLED = Refusal("R-NOTICE-04", "Điều 15.2", "Thông báo cần có tiêu đề.", "title", Ground.NOT_READY)
GONE = Refusal("R-NOTICE-07", "Điều 8.1, 15.1", "Thông báo này không còn đăng.", ground=Ground.CONFLICT)


class Sort(StrEnum):
    """What an internal notice is."""

    NOTICE = "thong-bao"
    PLAN = "ke-hoach"
    GUIDE = "huong-dan"


SORTS: Mapping[Sort, str] = {
    Sort.NOTICE: "Thông báo",
    Sort.PLAN: "Kế hoạch năm của cổng",
    Sort.GUIDE: "Tài liệu hướng dẫn",
}


@dataclass(frozen=True)
class To:
    """Whom a notice is addressed to: all of the staff, offices, units, single people; together, not instead of each other."""

    everyone: bool = False
    offices: frozenset[str] = frozenset()
    units: frozenset[int] = frozenset()
    people: frozenset[int] = frozenset()

    def __bool__(self) -> bool:
        return self.everyone or bool(self.offices or self.units or self.people)


@dataclass(frozen=True)
class Colleague:
    """One of the staff at the moment asked: what he holds, each since when; `since` when he came to the school."""

    id: int
    since: datetime = ALWAYS
    offices: Mapping[str, datetime] = field(default_factory=dict)
    units: Mapping[int, datetime] = field(default_factory=dict)
    leads: frozenset[int] = frozenset()


class Reading(StrEnum):
    """How far somebody is with a notice he must confirm."""

    DONE = "done"
    AGAIN = "again"  # he read words that were corrected since
    OPEN = "open"


def may_write(kind: str, *, suspended: bool) -> Refusal | None:
    """R-NOTICE-01: internal notices are written by the staff, each in his own name; they reach nobody before the Secretary
    has handed them on and the Head approved them (Điều 15.2)."""
    if kind == Kind.STAFF and not suspended:
        return None
    return Refusal(
        "R-NOTICE-01", CLAUSE, "Thông báo nội bộ do cán bộ, giáo viên, nhân viên đang làm việc của trường soạn."
    )


def reached_since(to: To, person: Colleague) -> datetime | None:
    """R-NOTICE-02: whom a notice reaches is resolved at the moment asked: whoever joins a unit or takes an office later finds
    what stands, whoever leaves loses it. Since when it could reach him; None where it does not (Điều 15.1)."""
    found = [person.since] if to.everyone or person.id in to.people else []
    found += [since for office, since in person.offices.items() if office in to.offices]
    found += [since for unit, since in person.units.items() if unit in to.units]
    if UNIT_LEADERS in to.offices:
        found += [since for unit, since in person.units.items() if unit in person.leads]
    return min(found, default=None)


def oversees(board: Board, person: int) -> bool:
    """Whether he sees every notice: the editorial board and the school's leaders; technical power opens none."""
    return person in board.everyone | board.substitutes | board.principals | board.vice_principals


def may_see(board: Board, person: int, *, reached: bool, writer: int) -> Refusal | None:
    """R-NOTICE-03: a notice, its files and that there is one are for those it is addressed to, its writer, the editorial
    board and the school's leaders (Điều 15.1, 15.3)."""
    if reached or person == writer or oversees(board, person):
        return None
    return Refusal("R-NOTICE-03", "Điều 15.1, 15.3", "Thông báo này không gửi tới thầy/cô.")


def is_whole(title: str, words: str, to: To, confirm_by: date | None, today: date) -> list[Refusal]:
    """R-NOTICE-04: a notice has a title, words, somebody it is addressed to; the day until which it must be confirmed is
    still to come and within a year (Điều 15.2)."""
    missing = [
        ("title", not title.strip(), "Thông báo cần có tiêu đề."),
        ("intro", not words.strip(), "Thông báo chưa có nội dung."),
        ("intro", len(words) > LONGEST, f"Nội dung dài quá {LONGEST} chữ; phần dài hãy để trong tệp kèm theo."),
        ("to_everyone", not to, "Hãy chọn người nhận: toàn trường, chức danh, tổ hoặc từng người."),
        ("acknowledge_by", confirm_by is not None and confirm_by < today, "Hạn xác nhận đã qua; hãy chọn từ hôm nay trở đi."),
        ("acknowledge_by", confirm_by is not None and (confirm_by - today).days > MOST_DAYS, "Hạn xác nhận quá xa: trong vòng một năm."),
    ]  # fmt: skip
    return [Refusal("R-NOTICE-04", CLAUSE, told, name, Ground.NOT_READY) for name, wrong, told in missing if wrong]


def is_known(sort: str, offices: Collection[str], *, people: bool, units: bool) -> Refusal | None:
    """R-NOTICE-13: a notice is of a sort there is, addressed to offices and units there are and to people of the staff;
    `people` and `units` say whether all of theirs are (Điều 15.2)."""
    if sort in set(Sort) and set(offices) <= set(GROUPS) and people and units:
        return None
    told = "Có loại thông báo hoặc người nhận không có trong trường."
    return Refusal("R-NOTICE-13", "Điều 15.2", told, "to_everyone", Ground.NOT_READY)


def may_carry(papers: Collection[int], *, own: Collection[int], before: Collection[int]) -> Refusal | None:
    """R-NOTICE-05: a notice carries files its writer sent himself to be kept inside, or those it carried before: nobody opens a
    colleague's file by naming it, nor reads what a circle is told by counting files (Điều 13.7, 15.3)."""
    if not set(papers) <= {*own, *before}:
        return Refusal(
            "R-NOTICE-05", "Điều 13.7, 15.3", "Có tệp không phải do thầy/cô gửi; hãy tải tệp lên lại.", "uploads"
        )
    if len(set(papers)) > MOST_PAPERS:
        return Refusal(
            "R-NOTICE-05", "Điều 13.7", f"Một thông báo kèm nhiều nhất {MOST_PAPERS} tệp.", "uploads", Ground.NOT_READY
        )
    return None


def must_confirm(*, asked: bool, standing: bool, reached: bool, writer: bool) -> bool:
    """R-NOTICE-06: everyone a notice reaches says that he has read it, where it asks for that and is not archived; its
    writer knows what he wrote (Điều 15.1)."""
    return asked and standing and reached and not writer


def may_confirm(must: bool, hash: str, present: str) -> Refusal | None:
    """R-NOTICE-07: “Tôi đã đọc” is bound to the words read: words corrected meanwhile are read first, and after a correction
    everyone confirms again (Điều 12.3, 15.1)."""
    if not must:
        return Refusal("R-NOTICE-07", "Điều 15.1", "Thông báo này không cần thầy/cô xác nhận.", ground=Ground.CONFLICT)
    if hash != present:
        return Refusal("R-NOTICE-07", "Điều 12.3, 15.1", "Thông báo vừa được đính chính. Mời thầy/cô đọc lại rồi xác nhận.",
                       ground=Ground.CONFLICT)  # fmt: skip
    return None


def reading(confirmed: Mapping[str, datetime], present: str) -> Reading:
    """What somebody's confirmations, by hash, are worth for the words that stand."""
    if present in confirmed:
        return Reading.DONE
    return Reading.AGAIN if confirmed else Reading.OPEN


def is_late(over: datetime, since: datetime, at: datetime) -> bool:
    """R-NOTICE-08: late is computed, never stored: who had the notice before its day was over and has not confirmed after
    it; who joined later is asked too, and is never late (Điều 15.1)."""
    return since < over <= at


def sees_readers(board: Board, person: int, *, writer: int, leads: frozenset[int]) -> frozenset[int] | bool:
    """R-NOTICE-09: who has not read it is told in full to its writer, the editorial board and the school's leaders; to a
    unit's leader of his unit; to nobody else. True, the units, or False (Điều 15.1)."""
    if person == writer or oversees(board, person):
        return True
    return leads or False


def may_remind(seen: frozenset[int] | bool, open_: int, *, reminded_on: date | None, today: date) -> Refusal | None:
    """R-NOTICE-10: whoever sees who has not read a notice reminds them, once a day at most (Điều 8.2, 15.1)."""
    if not seen:
        return Refusal("R-NOTICE-10", "Điều 15.1", "Nhắc đọc là việc của người gửi, Ban biên tập và tổ trưởng.")
    if not open_:
        return Refusal(
            "R-NOTICE-10", "Điều 15.1", "Mọi người đã xác nhận, không còn ai để nhắc.", ground=Ground.CONFLICT
        )
    if reminded_on == today:
        return Refusal(
            "R-NOTICE-10", "Điều 8.2, 15.1", "Hôm nay đã nhắc rồi; mỗi ngày một lần là đủ.", ground=Ground.CONFLICT
        )
    return None


def mark_due(day: date, up_on: date, at: datetime) -> str:
    """R-NOTICE-11: the portal itself reminds those who have not confirmed twice: the day before the day, where the notice was
    not put up on it, and the day after, from 7:00, once each; "" at any other hour (Điều 8.2, 15.1)."""
    if at.time() < REMINDED_FROM:
        return ""
    if up_on < at.date() == day - timedelta(days=1):
        return f"before:{day}"
    return f"after:{day}" if day < at.date() <= day + REMINDED_AFTER else ""


def school_year(day: date) -> int:
    """R-NOTICE-12: a notice belongs to the school year its words were put up in, told by the year that begins in August; with
    that year it is archived by itself, still there to be read by whom it reaches, and asks for nothing (Điều 15.1)."""
    return day.year if day.month >= AUGUST else day.year - 1


def year_name(year: int) -> str:
    """ "Năm học 2026–2027"."""
    return f"Năm học {year}–{year + 1}"
