"""Care of content: what is looked for, whom it concerns, who may say that it is mended (Điều 12.1, 12.3, 13)."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from enum import StrEnum

from portal.base.rules import Ground, Refusal
from portal.people.rules import Board


class Kind(StrEnum):
    """What may be wrong with something that is up."""

    BROKEN_INSIDE = "broken_inside"
    BROKEN_OUTSIDE = "broken_outside"
    NO_ALT = "no_alt"
    EXPIRED = "expired"
    STALE = "stale"
    FOREIGN = "foreign"
    LOOKALIKE = "lookalike"
    INJECTED = "injected"
    HIDDEN = "hidden"
    CLOAKED = "cloaked"
    STRANGE = "strange"
    UNUSED = "unused"


NAMES: Mapping[Kind, str] = {
    Kind.INJECTED: "Chữ lạ, dấu hiệu bị chèn quảng cáo cờ bạc",
    Kind.HIDDEN: "Liên kết bị giấu",
    Kind.CLOAKED: "Máy tìm kiếm thấy khác bạn đọc",
    Kind.STRANGE: "Mã lạ trong trang",
    Kind.LOOKALIKE: "Tên miền na ná tên miền nhà trường",
    Kind.EXPIRED: "Đã quá ngày vẫn hiện",
    Kind.BROKEN_INSIDE: "Liên kết trong cổng bị hỏng",
    Kind.BROKEN_OUTSIDE: "Liên kết ra ngoài bị hỏng",
    Kind.FOREIGN: "Dẫn tới tên miền chưa có trong danh sách",
    Kind.NO_ALT: "Ảnh thiếu mô tả",
    Kind.STALE: "Chuyên mục lâu chưa có bài mới",
    Kind.UNUSED: "Tệp không bài nào dùng",
}
CLAUSES: Mapping[Kind, str] = {
    **dict.fromkeys(Kind, "Điều 12.3"),
    **dict.fromkeys((Kind.INJECTED, Kind.HIDDEN, Kind.CLOAKED, Kind.STRANGE, Kind.LOOKALIKE), "Điều 13.2, 13.7"),
    Kind.STALE: "Điều 8.2, 11.3",
    Kind.EXPIRED: "Điều 12.1, 12.3",
}
SAFETY = frozenset(
    {Kind.INJECTED, Kind.HIDDEN, Kind.CLOAKED, Kind.STRANGE, Kind.LOOKALIKE}
)  # the administrator's guard
GATHERED = frozenset({Kind.BROKEN_INSIDE, Kind.BROKEN_OUTSIDE, Kind.FOREIGN, Kind.LOOKALIKE})  # one however many pages
NIGHT = range(2, 5)  # hours at school when nobody reads
GONE = frozenset({404, 410})
DOUBTFUL = frozenset({401, 403, 405, 406, 429, 451, 999})  # they answer people, and turn machines away
NEWEST, A_ROUND = 300, 2000  # pages always looked at, and how many of the archive each time


def may_see(board: Board, person: int) -> Refusal | None:
    """R-CARE-01: what is wrong with what is up is for those who answer for it: the board, the school's leaders, the
    administrator (Điều 12.3, 13.2)."""
    if person in board.everyone | board.principals | board.vice_principals | board.sysadmins:
        return None
    return Refusal("R-CARE-01", "Điều 12.3, 13.2",
                   "Trang này dành cho Ban biên tập, lãnh đạo nhà trường và Quản trị viên.")  # fmt: skip


def keepers(board: Board) -> frozenset[int]:
    """Whose daily work it is: the Secretary or who stands in for her, and those who run the board."""
    return board.secretaries | board.substitutes | board.leaders | board.deputies


def may_look_over(board: Board, person: int) -> Refusal | None:
    """R-CARE-02: looking over the portal at once is the Secretary's, the Head's and Deputy's, the administrator's
    (Điều 12.3, 13.2)."""
    if person in keepers(board) | board.sysadmins:
        return None
    return Refusal("R-CARE-02", "Điều 12.3, 13.2", "Rà soát ngay là việc của Thư ký, lãnh đạo Ban và Quản trị viên.")


def one_round_at_a_time(open_since: datetime | None) -> Refusal | None:
    """R-CARE-03: one looking-over at a time (Điều 12.3)."""
    if open_since is None:
        return None
    told = f"Đang rà soát từ {open_since:%H:%M}; mời thầy/cô đợi lần này xong."
    return Refusal("R-CARE-03", "Điều 12.3", told, ground=Ground.CONFLICT)


def may_mend(board: Board, person: int, kind: Kind) -> Refusal | None:
    """R-CARE-04: saying that a fault is mended, or stays for a reason, is the Secretary's and the Head's; where the safety
    of the portal is concerned the administrator's too (Điều 12.3, 13.2, 13.7)."""
    if person in keepers(board) or (kind in SAFETY and person in board.sysadmins):
        return None
    who = "Thư ký, lãnh đạo Ban và Quản trị viên" if kind in SAFETY else "Thư ký và lãnh đạo Ban"
    return Refusal("R-CARE-04", "Điều 12.3", f"Ghi nhận đã khắc phục lỗi này là việc của {who}.")


def says_how(words: str) -> Refusal | None:
    """R-CARE-05: the record says how a fault was mended, or why it stays (Điều 12.3)."""
    if words.strip():
        return None
    return Refusal("R-CARE-05", "Điều 12.3", "Hãy ghi một câu: đã sửa thế nào, hoặc vì sao để nguyên.", "how",
                   Ground.NOT_READY)  # fmt: skip


def still_open(is_open: bool) -> Refusal | None:
    """R-CARE-06: a fault is closed once (Điều 12.3)."""
    if is_open:
        return None
    return Refusal("R-CARE-06", "Điều 12.3", "Lỗi này đã được khép lại từ trước.", ground=Ground.CONFLICT)


def may_keep_domains(board: Board, person: int) -> Refusal | None:
    """R-CARE-07: to which domains the portal may lead its readers is said by the Secretary and those who run the board
    (Điều 12.1, 12.3)."""
    if person in keepers(board):
        return None
    return Refusal("R-CARE-07", "Điều 12.1, 12.3", "Danh sách tên miền do Thư ký và lãnh đạo Ban giữ.")


def domain_is_whole(domain: str | None) -> Refusal | None:
    """R-CARE-08: a domain is written as a browser shows it, without path (Điều 12.3)."""
    if domain:
        return None
    return Refusal("R-CARE-08", "Điều 12.3", "Tên miền chưa đúng; ví dụ: moet.gov.vn.", "domain", Ground.NOT_READY)


def may_allow_outside(board: Board, person: int) -> Refusal | None:
    """R-CARE-09: the portal asks machines outside the school only where the Head allowed it, from a day on
    (Điều 10.2, 12.3)."""
    if person in board.leaders:
        return None
    return Refusal(
        "R-CARE-09", "Điều 10.2, 12.3", "Cho cổng hỏi thử các trang bên ngoài hay không do Trưởng ban quyết."
    )


def is_broken(status: int, failing_days: int) -> bool:
    """R-CARE-10: a link outside is broken when its site says that the page is gone; one that does not answer, or answers
    that it cannot, only when it was so on two days (Điều 12.3). `status` 0: no answer."""
    if status in GONE:
        return True
    return (status == 0 or status >= 500) and status not in DOUBTFUL and failing_days >= 1


def line_is_down(statuses: Sequence[int]) -> bool:
    """R-CARE-14: where three addresses or more were asked and none answered, the school's own line is down, and nobody
    else's page is called broken for it (Điều 12.3)."""
    return len(statuses) > 2 and not any(statuses)


def responsible(kind: Kind, board: Board, *, field: int | None, uploader: int | None) -> frozenset[int]:
    """R-CARE-12: whom a fault concerns: the administrator and the Head for the portal's safety; for a file whoever put it
    there; else the Members on duty in the field, and the Secretary where there is none (Điều 11.1, 12.3, 13.2)."""
    if kind in SAFETY:
        return board.sysadmins | board.leaders
    if kind is Kind.UNUSED and uploader is not None:
        return frozenset({uploader})
    members = board.fields.get(field, frozenset()) - board.away if field is not None else frozenset[int]()
    return members or board.secretaries | board.substitutes or board.leaders


def night_is_due(last: datetime | None, now: datetime) -> bool:
    """R-CARE-13: the portal is looked over each night, and in the day where its machine slept at night (Điều 12.3).
    `now` at school's time."""
    if last is not None and now - last > timedelta(hours=30):
        return True
    return now.hour in NIGHT and (last is None or now - last > timedelta(hours=12))


def chosen(pages: Sequence[str], after: str, *, newest: int = NEWEST, most: int = A_ROUND) -> list[str]:
    """Which addresses are looked at this time: the head of the map and its newest always, and of the archive the next
    `most` after the one reached last time, round and round."""
    always = dict.fromkeys([*pages[:newest], *pages[-newest:]])
    rest = [page for page in pages[newest : max(len(pages) - newest, newest)] if page not in always]
    start = rest.index(after) + 1 if after in rest else 0
    return [*always, *(rest[start:] + rest[:start])[:most]]
