"""Which column of a week's table says what, told by its head. Pure."""

from collections.abc import Sequence

from portal.base.text import folded_key
from portal.intranet.week.bringing.cells import weekday
from portal.intranet.week.typed import ONE_DAY, Part

ROLES = {
    "day": ("thu", "ngay", "thu ngay", "ngay thang", "ngay thu", "thu ngay thang"),
    "part": ("buoi",), "hours": ("thoi gian", "gio", "thoi diem", "tu gio"),
    "content": ("noi dung", "cong viec", "cong tac", "hoat dong", "viec"), "place": ("dia diem", "noi hop", "phong"),
    "attendees": ("thanh phan", "doi tuong", "nguoi du", "tham du", "tham gia"),
    "lead": ("chu tri", "phu trach", "thuc hien", "nguoi thuc hien", "chi dao", "nguoi phu trach", "bgh"),
    "preparation": ("chuan bi", "ghi chu"),
    "sang": ("sang", "buoi sang"), "chieu": ("chieu", "buoi chieu"), "toi": ("toi", "buoi toi"),
}  # fmt: skip
PART_COLUMNS = {"sang": Part.MORNING, "chieu": Part.AFTERNOON, "toi": Part.EVENING}
HEAD_WITHIN = 15  # rows a head may be below the top


def _role(cell: str) -> str:
    key = folded_key(cell)
    if len(key) > 40:
        return ""
    exact = next((role for role, names in ROLES.items() if key in names), "")
    return exact or next((role for role, names in ROLES.items() if any(_begins(key, name, role) for name in names)), "")


def _begins(key: str, name: str, role: str) -> bool:
    """“Nội dung công việc” begins with a name of two words; a single one counts only where it can mean nothing else."""
    return f"{key} ".startswith(f"{name} ") and (" " in name or role in ("lead", "part"))


def head_of(rows: Sequence[Sequence[str]]) -> tuple[int, dict[int, str]]:
    """Where the rows below the head begin, and what each column is; no columns where there is no head."""
    for number, row in enumerate(rows[:HEAD_WITHIN]):
        roles = {column: role for column, cell in enumerate(row) if (role := _role(cell))}
        if len(set(roles.values())) >= 2 and {"content", "sang", "chieu"} & set(roles.values()):
            below = rows[number + 1] if number + 1 < len(rows) else []
            second = {column: role for column, cell in enumerate(below) if (role := _role(cell))}
            two = len(second) >= 2 or (second and all(not cell or _role(cell) for cell in below))
            return (number + 2, roles | second) if two else (number + 1, roles)
    return 0, {}


def days_across(rows: Sequence[Sequence[str]]) -> tuple[int, dict[int, int]] | None:
    """The row whose cells are days, where there is one."""
    for number, row in enumerate(rows[:HEAD_WITHIN]):
        named = {column: weekday(cell) for column, cell in enumerate(row) if len(cell) < 40 and ONE_DAY.match(cell)}
        days = {column: day for column, day in named.items() if day is not None}
        if len(days) >= 4:
            return number, days
    return None
