"""Who prepares the look of the school, who puts it in force, and which colours may be chosen. Pure."""

from collections.abc import Iterator, Mapping

from portal.base.rules import Ground, Refusal
from portal.people.rules import Board, Office
from portal.website.look.colour import is_colour
from portal.website.look.palette import nearest

CLAUSE = "Điều 3, 8.3, 10.1"
COLOURS = {"ink": "màu mực", "phuong": "màu phượng"}
DECIDING = frozenset({Office.HEAD, Office.ACTING_HEAD, Office.DEPUTY})
HEADER_WIDE, HEADER_SHAPE = 1280, 3  # pixels; how many times as wide as high


def may_prepare(board: Board, person: int) -> Refusal | None:
    """R-LOOK-01: the board and the system administrator prepare the look of the school (Điều 3, 8.3)."""
    if person in board.everyone | board.sysadmins:
        return None
    return Refusal("R-LOOK-01", CLAUSE, "Bộ mặt của cổng do Ban biên tập và quản trị viên hệ thống chuẩn bị.")


def colours_read(values: Mapping[str, object]) -> Iterator[Refusal]:
    """R-LOOK-02: a chosen colour is read everywhere it stands, 4.5 to 1 at least, by day and by night; what falls short is
    told the nearest shade that would do (Điều 3, 8.3)."""
    for name, called in COLOURS.items():
        colour = str(values.get(name, ""))
        if not is_colour(colour):
            message = f"Viết {called} dạng #3b2a8c: dấu thăng và sáu chữ số, chữ cái a–f."
            yield Refusal("R-LOOK-02", CLAUSE, message, name, Ground.NOT_READY)
        elif (would_do := nearest(name, colour)) != colour:
            message = (
                f"Chữ {called} {colour} nhạt quá, người mắt kém không đọc được. Màu gần nhất dùng được: {would_do}."
            )
            yield Refusal("R-LOOK-02", CLAUSE, message, name, Ground.NOT_READY)


def deciders(board: Board, preparer: int) -> frozenset[int]:
    """Who may put in force what this person prepared: the Head or acting Head; where none of them may, the Deputy."""
    leading = board.leaders - {preparer}
    return leading if leading - board.away else leading | (board.deputies - {preparer})


def may_decide(board: Board, preparer: int, person: int) -> Refusal | None:
    """R-LOOK-03, -04: two people answer for the look of the school: one prepares it, the Head or acting Head puts it in force;
    what the Head prepared, or while the Head is away, the Deputy (Điều 3, 8.3, 10.1)."""
    if person == preparer:
        return Refusal("R-LOOK-03", CLAUSE, "Người chuẩn bị không tự đưa vào dùng: cần người thứ hai xem lại.")
    if person in deciders(board, preparer):
        return None
    message = (
        "Trưởng ban đưa bộ mặt mới vào dùng; bản do Trưởng ban chuẩn bị hay khi Trưởng ban vắng thì Phó Trưởng ban."
    )
    return Refusal("R-LOOK-04", CLAUSE, message)


def something_changes(values: Mapping[str, object], before: Mapping[str, object]) -> Refusal | None:
    """R-LOOK-05: what is prepared differs from what stands (Điều 8.3)."""
    if values != before:
        return None
    return Refusal("R-LOOK-05", CLAUSE, "Chưa có gì khác với bộ mặt đang dùng.", ground=Ground.NOT_READY)


def still_waits(state: str) -> Refusal | None:
    """R-LOOK-06: only what still waits is decided, and once (Điều 8.3, 10.1)."""
    if state == "prepared":
        return None
    return Refusal("R-LOOK-06", CLAUSE, "Bản này đã được quyết định hoặc thay bằng bản khác.", ground=Ground.CONFLICT)


def header_fits(width: int, height: int) -> Refusal | None:
    """R-LOOK-07: the picture at the head of each page is a strip, sharp on a desk (Điều 8.3)."""
    if width >= HEADER_WIDE and width >= HEADER_SHAPE * height:
        return None
    message = f"Ảnh đầu trang cần rộng từ {HEADER_WIDE} điểm ảnh và rộng ít nhất gấp {HEADER_SHAPE} chiều cao (ảnh này {width} × {height})."
    return Refusal("R-LOOK-07", CLAUSE, message, "header", Ground.NOT_READY)


def pictures_checked(waiting: bool) -> Refusal | None:
    """R-LOOK-08: a picture nobody may open yet is not put on every page (Điều 8.1, 13.7)."""
    if not waiting:
        return None
    return Refusal(
        "R-LOOK-08", "Điều 8.1, 13.7", "Ảnh còn chờ quét mã độc; mời thử lại sau ít phút.", ground=Ground.CONFLICT
    )


def reason_said(reason: str) -> Refusal | None:
    """R-LOOK-09: a look that is not used is handed back with a reason (Điều 10.1)."""
    if reason.strip():
        return None
    return Refusal("R-LOOK-09", CLAUSE, "Mời ghi lý do để người chuẩn bị sửa.", "reason", Ground.NOT_READY)
