"""What stays readable of pupils' figures once others of the same pupils are up (Điều 16.1.2; Luật 91/2025; TT 09/2024). Pure."""

from collections.abc import Sequence
from typing import cast

from portal.records.disclosures.rules import Table
from portal.records.figures.blanks import BLANKS
from portal.records.outcomes.rules import KINDS, LEVELS

QUALITY = "9.2"  # the point that carries the results of a year
PUPILS = frozenset(code for code, blank in BLANKS.items() if any(sheet.private for sheet in blank.sheets))
CAPTIONS = frozenset(name.casefold() for name in KINDS.values())
WHY_NEWER = ("Bảng và tệp số liệu học sinh của bản này không hiển thị nữa vì đã có bản mới: đặt hai bản cạnh nhau có thể suy ra nhóm "
             "dưới 5 em (R-DISC-19, Điều 16.1.2, Luật 91/2025).")  # fmt: skip
WHY_CARRIED = ("Bảng kết quả học tập, rèn luyện của mục này lập trước khi số liệu được sửa nên không hiển thị nữa: đặt hai bản cạnh nhau "
               "có thể suy ra nhóm dưới 5 em (R-DISC-19, Điều 16.1.2, Luật 91/2025).")  # fmt: skip


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


def tells_results(one: Table) -> bool:
    """Whether a table is of the results of a year, by its name or its columns."""
    head = {cell.strip() for cell in cast(list[str], one["head"])}
    return str(one["caption"]).strip().casefold() in CAPTIONS or set(LEVELS.values()) <= head
