"""Procedures: who writes them, what each must say, when one is in force, how its form is read (Điều 14.2, 16.1.2). Pure."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from portal.base.days import TOO_FAR, is_far
from portal.base.official.paper import Blank, Paper, Part, Signature, Text
from portal.base.rules import Ground, Refusal
from portal.people.rules import Board, Duty

CLAUSE = "Điều 16.1.2"
ROUTE = "Điều 14.2"
MOST_FILES = 20
MOST_DAYS = 365  # working days a procedure may take
MOST_FEE = 100_000_000  # đồng
LONGEST = {"title": 200, "who": 300, "place": 200, "hours": 200, "fee_note": 300, "outcome": 300, "form_title": 200,
           "form_to": 200, "form_signer": 100, "intro": 1000, "dossier": 4000, "steps": 4000, "basis": 4000,
           "form_lines": 6000}  # fmt: skip
GAP = "____"  # in the lines of a form: to be filled by hand
HERE = "(Ký, ghi rõ họ tên)"


class Stage(StrEnum):
    """How a procedure stands on a day."""

    AHEAD = "chua"
    IN_FORCE = "con"
    OVER = "het"


STAGES: Mapping[Stage, str] = {Stage.AHEAD: "Chưa áp dụng", Stage.IN_FORCE: "Đang áp dụng", Stage.OVER: "Hết áp dụng"}


@dataclass(frozen=True)
class Given:
    """What a procedure says of itself. `dossier`, `steps`, `basis`, `form_lines`: one a line. `days`: working days, 0 for at
    once; `fee`: đồng, 0 for none; `starts` and `ends`: the first day it holds, the first it holds no more."""

    title: str
    who: str = ""
    intro: str = ""
    dossier: str = ""
    steps: str = ""
    place: str = ""
    hours: str = ""
    days: int | None = None
    fee: int | None = None
    fee_note: str = ""
    outcome: str = ""
    basis: str = ""
    starts: date | None = None
    ends: date | None = None
    form_title: str = ""
    form_to: str = ""
    form_lines: str = ""
    form_signer: str = ""


def may_write(board: Board, person: int, duties: Collection[Duty]) -> Refusal | None:
    """R-PROC-01: procedures are written by who keeps the school's papers, the school board and the Secretary; each goes up by
    its route."""
    if Duty.CLERK in duties or person in board.principals | board.vice_principals | board.secretaries:
        return None
    return Refusal("R-PROC-01", ROUTE, "Thủ tục do văn thư, Ban giám hiệu hoặc Thư ký soạn.")


def is_begun(given: Given) -> list[Refusal]:
    """R-PROC-02: a procedure has a name; what is written fits its place; numbers are days and đồng within
    reason, and it ends after it begins (Điều 16.1.2)."""
    wrong = [
        ("title", not given.title.strip(), "Thủ tục cần có tên."),
        *((name, len(getattr(given, name)) > most, f"Nhiều nhất {most} ký tự.") for name, most in LONGEST.items()),
        ("days", given.days is not None and not 0 <= given.days <= MOST_DAYS, f"Thời hạn từ 0 đến {MOST_DAYS} ngày làm việc."),
        ("fee", given.fee is not None and not 0 <= given.fee <= MOST_FEE, "Lệ phí là số đồng, không thu thì ghi 0."),
        *((name, day is not None and is_far(day), TOO_FAR) for name, day in (("starts", given.starts), ("ends", given.ends))),
        ("ends", bool(given.starts and given.ends and given.ends <= given.starts), "Ngày hết áp dụng phải sau ngày áp dụng."),
    ]  # fmt: skip
    return [Refusal("R-PROC-02", CLAUSE, told, name, Ground.NOT_READY) for name, bad, told in wrong if bad]


def is_whole(given: Given) -> list[Refusal]:
    """R-PROC-03: before it goes up a procedure says who it is for, its dossier, place and hours, time limit, fee, legal basis and
    from when it holds; a form has a name, lines and who signs it (Điều 16.1.2)."""
    wrong = [
        ("who", not given.who.strip(), "Cần ghi thủ tục dành cho ai."),
        ("dossier", not lines(given.dossier), "Cần ghi hồ sơ gồm những gì, mỗi giấy tờ một dòng."),
        ("place", not given.place.strip(), "Cần ghi nơi nộp hồ sơ."),
        ("hours", not given.hours.strip(), "Cần ghi giờ tiếp nhận."),
        ("days", given.days is None, "Cần ghi thời hạn giải quyết; làm ngay thì ghi 0."),
        ("fee", given.fee is None, "Cần ghi lệ phí; không thu thì ghi 0."),
        ("basis", not lines(given.basis), "Cần ghi căn cứ pháp lý, mỗi văn bản một dòng."),
        ("starts", given.starts is None, "Cần ghi áp dụng từ ngày nào."),
        ("form_lines", bool(given.form_title) and not lines(given.form_lines), "Mẫu đơn cần có nội dung."),
        ("form_title", not given.form_title and bool(lines(given.form_lines)), "Mẫu đơn cần có tên."),
        ("form_signer", bool(given.form_title) and not given.form_signer, "Mẫu đơn cần ghi ai ký."),
    ]  # fmt: skip
    return [Refusal("R-PROC-03", CLAUSE, told, name, Ground.NOT_READY) for name, bad, told in wrong if bad]


def may_carry(files: Collection[int], *, own: Collection[int], before: Collection[int]) -> list[Refusal]:
    """R-PROC-04: a procedure carries the forms its writer sent and those it carried before, at most twenty (Điều 13.7)."""
    found = []
    if set(files) - set(own) - set(before):
        found.append(Refusal("R-PROC-04", "Điều 13.7", "Chỉ đính kèm tệp do chính thầy/cô gửi.", "files"))
    if len(set(files)) > MOST_FILES:
        found.append(Refusal("R-PROC-04", "Điều 13.7", f"Một thủ tục kèm nhiều nhất {MOST_FILES} tệp.", "files",
                             Ground.NOT_READY))  # fmt: skip
    return found


def stage(starts: date | None, ends: date | None, today: date) -> Stage:
    """R-PROC-05: a procedure holds from its first day, and no more from the day it ends; the clock says so,
    nobody has to (Điều 16.1.2)."""
    if starts is not None and today < starts:
        return Stage.AHEAD
    return Stage.OVER if ends is not None and ends <= today else Stage.IN_FORCE


# ---- as people read it ----


def lines(text: str) -> list[str]:
    """What stands on each line, without empty ones."""
    return [one.strip() for one in text.splitlines() if one.strip()]


def days_told(days: int | None) -> str:
    """“3 ngày làm việc, kể từ khi nhận đủ hồ sơ”; at once for none."""
    if days is None:
        return ""
    return f"{days} ngày làm việc, kể từ khi nhận đủ hồ sơ" if days else "Giải quyết ngay khi nhận đủ hồ sơ"


def fee_told(fee: int | None, note: str = "") -> str:
    """“15.000 đồng”; “Không thu” for none; what is said of it behind."""
    if fee is None:
        return note
    told = f"{fee:,} đồng".replace(",", ".") if fee else "Không thu"
    return f"{told}. {note}" if note else told


# ---- its form ----


@dataclass(frozen=True)
class Row:
    """A line of a form: words to read, or blanks to fill, each behind its label."""

    words: str = ""
    labels: tuple[str, ...] = ()


def form_rows(text: str) -> list[Row]:
    """Lines of a form. “Họ và tên: ____ Lớp: ____” has two blanks; “____” alone is an empty line; others are read."""
    return [_row(one) for one in lines(text)]


def _row(line: str) -> Row:
    if GAP not in line:
        return Row(words=line)
    *labels, behind = (one.strip(" _") for one in line.split(GAP))
    said = [*labels, *([behind] if behind else [])]
    kept = tuple(one for one in said if one)
    return Row(labels=kept or ("",))


def form_paper(given: Given) -> Paper:
    """The form as an official paper: the state above, whom it is for, what is to fill, who signs."""
    body: list[Part] = [Blank(row.labels) if row.labels else Text(row.words) for row in form_rows(given.form_lines)]
    return Paper(
        title=given.form_title, to=(given.form_to,) if given.form_to else (), body=tuple(body),
        signatures=(Signature(given.form_signer, here=HERE),),
    )  # fmt: skip
