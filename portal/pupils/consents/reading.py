"""A class's answers as a spreadsheet says them: ticks as people type them, and every row that cannot be right. Pure."""

from collections.abc import Container, Sequence
from dataclasses import dataclass

from portal.base.text import fold, one_line
from portal.pupils.consents.rules import PURPOSES, Answer, Purpose
from portal.pupils.roll.reading import COLUMNS, Fault, head_of, heading

PARENT, CHILD, PAPER = "Cha mẹ ký", "Em ký", "Số phiếu"
HEAD = ("Mã học sinh", "Họ và tên", PARENT, CHILD, *PURPOSES.values(), PAPER)
READ = {
    "code": COLUMNS["code"],
    "parent": (heading(PARENT), "cha me", "chu ky cha me"),
    "child": (heading(CHILD), "em", "chu ky em", "hoc sinh ky"),
    "paper": (heading(PAPER), "phieu so", "can cu"),
    **{purpose.value: (heading(name),) for purpose, name in PURPOSES.items()},
}
YES = frozenset(("x", "v", "co", "dong y", "1", "✓", "✔", "roi", "da ky"))
NO = frozenset(("", "-", "0", "khong", "ko", "k", "o"))


@dataclass(frozen=True)
class Sheet:
    """What a sheet says for whom, and what in it cannot be right."""

    answers: tuple[Answer, ...] = ()
    faults: tuple[Fault, ...] = ()


def ticked(text: str) -> bool | None:
    """Whether a cell is ticked; None where nobody can tell."""
    said = fold(one_line(text))
    return True if said in YES else False if said in NO else None


def read(rows: Sequence[Sequence[str]], pupils: dict[str, int]) -> Sheet:
    """The answers of one sheet for the pupils of a class, told by their numbers at the school (code → pupil)."""
    head = head_of(rows, READ, ("code", "parent", *(purpose.value for purpose in PURPOSES)))
    if head is None:
        return Sheet((), (Fault(1, f"Không thấy dòng đầu bảng có cột “Mã học sinh”, “{PARENT}” và năm mục đồng ý."),))
    first, columns = head
    answers: dict[int, Answer] = {}
    faults: list[Fault] = []
    for number, row in enumerate(rows[first + 1 :], first + 2):
        said = {key: one_line(row[place]) if place < len(row) else "" for key, place in columns.items()}
        if not said["code"]:
            continue
        pupil = pupils.get(said["code"])
        if pupil is None or pupil in answers:
            faults.append(Fault(number, "Trùng mã với dòng trên." if pupil else "Không có em nào của lớp mang mã này."))
            continue
        ticks = {key: ticked(text) for key, text in said.items() if key not in ("code", "paper")}
        faults += [Fault(number, f"Ô “{said[key]}” không rõ là có hay không; ghi x hoặc để trống.")
                   for key, tick in ticks.items() if tick is None]  # fmt: skip
        answers[pupil] = Answer(
            pupil, bool(ticks["parent"]), bool(ticks.get("child")),
            frozenset(purpose for purpose in PURPOSES if ticks[purpose.value]), said.get("paper", "")[:200],
        )  # fmt: skip
    return Sheet(tuple(answers.values()), tuple(faults))


def sent(posted: Container[str], pupils: Sequence[int]) -> list[Answer]:
    """The answers as the screen of a class sends them: `cha-7`, `em-7`, `group-7` ticked for the pupil of number 7."""
    return [
        Answer(
            pk,
            f"cha-{pk}" in posted,
            f"em-{pk}" in posted,
            frozenset(one for one in Purpose if f"{one.value}-{pk}" in posted),
        )
        for pk in pupils
    ]


def excepted(text: str, many: int) -> frozenset[int]:
    """Numbers of a list somebody names: “3, 7, 12” or “3 7-9”. What is no number of the list is left out."""
    found: set[int] = set()
    for part in text.replace(",", " ").replace(";", " ").split()[:200]:
        first, _, last = part.partition("-")
        if first.isascii() and first.isdigit() and len(first) < 4:
            end = int(last) if last.isascii() and last.isdigit() and len(last) < 4 else int(first)
            found.update(range(int(first), min(end, many) + 1))
    return frozenset(one for one in found if 1 <= one <= many)
