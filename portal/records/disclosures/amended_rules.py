"""What stays readable of pupils' figures once others of the same pupils are up (Điều 16.1.2; Luật 91/2025; TT 09/2024). Pure."""

import re
from collections.abc import Collection, Sequence
from datetime import datetime
from typing import cast

from portal.base.rules import Ground, Refusal
from portal.records.disclosures.rules import Table
from portal.records.figures.blanks import BLANKS
from portal.records.outcomes.rules import CAPTIONS as JUDGED
from portal.records.outcomes.rules import LEVELS

WHY_FILES = "Tệp kết quả của mục này lập trước khi số liệu được sửa nên không mở nữa, đến khi có bản mới (R-DISC-21, Luật 91/2025)."
QUALITY = "9.2"  # the point that carries the results of a year
PUPILS = frozenset(code for code, blank in BLANKS.items() if any(sheet.private for sheet in blank.sheets))
CAPTIONS = frozenset(name.casefold() for name in JUDGED.values())
WHY_NEWER = ("Bảng và tệp số liệu học sinh của bản này không hiển thị nữa vì đã có bản mới: đặt hai bản cạnh nhau có thể suy ra nhóm "
             "dưới 5 em (R-DISC-19, Điều 16.1.2, Luật 91/2025).")  # fmt: skip
WHY_CARRIED = ("Bảng kết quả học tập, rèn luyện của mục này lập trước khi số liệu được sửa nên không hiển thị nữa: đặt hai bản cạnh nhau "
               "có thể suy ra nhóm dưới 5 em (R-DISC-19, Điều 16.1.2, Luật 91/2025).")  # fmt: skip
PRIVACY = "Luật 91/2025; Điều 8.1"
PUPIL = r"(?:em|học\s+sinh|hs|cháu|bạn|nam|nữ)(?!\w)"
LEVEL = r"(?:tốt|khá|đạt|chưa\s+đạt|giỏi|xuất\s+sắc)(?!\w)"
COUNTED = re.compile(
    rf"(?<![\w.,])\d[\d.,]*\s*(?:%|phần\s+trăm(?!\w)|{PUPIL}|{LEVEL})"
    rf"|(?<!\w)(?:{PUPIL}|{LEVEL})\s*[:=]\s*\d[\d.,]*"
    r"|(?<!\w)(?:một|hai|ba|bốn|sáu|bảy|tám|chín|mười|vài)\s+(?:em|học\s+sinh|cháu|bạn)(?!\w)|(?<!\w)năm\s+em(?!\w)",
    re.IGNORECASE,
)


def of_pupils(code: str) -> bool:
    """Whether a point counts pupils in groups, of which the small ones are kept back."""
    return code in PUPILS


def readable(
    code: str, tables: Sequence[Table], results: Sequence[Table], *, newer: bool, staff: bool = False
) -> list[Table]:
    """R-DISC-19: of pupils' figures outsiders have one state, as two give away by subtraction what each keeps back: once a newer
    version is up, the earlier one keeps its words, dates and proof, not its tables and files; nor is a copy of a year's results
    shown beside others that are up (Điều 16.1.2; Luật 91/2025; Điều 8.1). Staff read all.

    `results`: the tables of the year's results as they are up; empty where none are. `newer`: a newer version of the point is up.
    """
    if staff or not of_pupils(code):
        return list(tables)
    if newer:
        return []
    stale = code == QUALITY and bool(results)
    return [one for one in tables if not (stale and tells_results(one) and one not in results)]


def counted_in(words: str) -> str:
    """The first place where words tell how many pupils, or what share of them; "" where they tell of none."""
    found = COUNTED.search(words)
    return found[0] if found else ""


def has_no_counts(code: str, words: str, change: str = "") -> list[Refusal]:
    """R-DISC-20: how many pupils is told in tables, where small groups are kept back and an amended state takes the place of the
    other; words can do neither (Luật 91/2025; Điều 8.1)."""
    if not of_pupils(code):
        return []
    return [
        Refusal("R-DISC-20", PRIVACY, f"Số học sinh không ghi trong lời (“{found}”): lời không ẩn được nhóm dưới 5 em. Thầy/cô "
                "chuyển số ấy vào bảng, hoặc bấm Điền số liệu.", field, Ground.NOT_READY)
        for field, said in (("words", words), ("change", change)) if (found := counted_in(said))
    ]  # fmt: skip


def note_has_no_counts(note: str) -> list[Refusal]:
    """R-OUT-06: what the school says beside the figures of a term counts no pupil: a number in words is kept back by nothing (Luật
    91/2025; Điều 8.1)."""
    found = counted_in(note)
    return [
        Refusal("R-OUT-06", PRIVACY, f"Lời nhà trường không ghi số học sinh (“{found}”): lời không ẩn được nhóm dưới 5 em. Số đã có "
                "trong bảng.", "note", Ground.NOT_READY)
    ] if found else []  # fmt: skip


def readable_words(code: str, words: str, *, newer: bool, staff: bool = False) -> str:
    """R-DISC-19 of words: those that count pupils go with the tables once another state is up (Luật 91/2025; Điều 8.1)."""
    return "" if newer and not staff and of_pupils(code) and counted_in(words) else words


def files_shut(code: str, up_at: datetime, amended: Sequence[datetime]) -> bool:
    """R-DISC-21: a file of the point that carries a year's results opens to nobody outside from the second on those results are
    amended, until a newer version of the point is up (Luật 91/2025; Điều 8.1). `amended`: when they were."""
    return code == QUALITY and any(at > up_at for at in amended)


def is_remade(carried: Collection[str], now: Collection[str]) -> Refusal | None:
    """R-DISC-21 too: the newer version carries none of the files from before the results were amended (Luật 91/2025; Điều 8.1).
    Both by what is in them."""
    if not set(carried) & set(now):
        return None
    return Refusal("R-DISC-21", PRIVACY, "Số liệu kết quả đã sửa sau khi có tệp đính kèm này; thầy/cô thay bằng tệp lập theo số liệu "
                   "mới.", "files", Ground.NOT_READY)  # fmt: skip


def tells_results(one: Table) -> bool:
    """Whether a table is of the results of a year, by its name or its columns."""
    head = {cell.strip() for cell in cast(list[str], one["head"])}
    return str(one["caption"]).strip().casefold() in CAPTIONS or set(LEVELS.values()) <= head
