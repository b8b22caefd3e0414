"""Figures as tables of a point, and drawings of those tables. Pure: what is drawn is what was approved, not what lies in the form."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from portal.base.charts import Chart, Series, bars, grouped, hundredths, shares, told
from portal.base.small_groups import Relation, kept_back
from portal.records.figures.blanks import BLANKS, Blank, Sheet, Unit
from portal.records.figures.rules import Rows, Value, Values, figure, summed

TOTAL = "Tổng cộng"
BEFORE, CHANGE, SHARE, BESIDE = "Năm trước", "Tăng, giảm", "Tỷ trọng", "Đối sánh"
Table = dict[str, object]
Line = tuple[str, Mapping[str, Value], str]  # label, cells, key of the row; "" for the total


def tables(blank: Blank, values: Values, before: Values) -> list[Table]:
    """The tables of a point, cells as people read them; a sheet nobody filled has none. `before`: the figures of the year before."""
    return [
        _table(sheet, values[sheet.key], before.get(sheet.key, {})) for sheet in blank.sheets if values.get(sheet.key)
    ]


def _table(sheet: Sheet, rows: Rows, before: Rows) -> Table:
    lines: list[Line] = [(label, rows[key], key) for key, label in sheet.rows if key in rows]
    if sheet.is_free:
        lines = [("", rows[key], key) for key in sorted(rows, key=int)]
    if sheet.total and len(lines) > 1:
        lines.append((TOTAL, _total(sheet, [cells for _, cells, _ in lines]), ""))
    hidden = _hidden(sheet, rows)
    share = _shares(sheet, lines)
    body = [[*([] if sheet.is_free else [label]), *_said(sheet, cells, key, hidden), *share[key], *_reckoned(sheet, cells, key, before)]
            for label, cells, key in lines]  # fmt: skip
    return {"caption": sheet.caption, "head": _head(sheet, bool(before)), "rows": body}


def _head(sheet: Sheet, has_before: bool) -> list[str]:
    head = [*([] if sheet.is_free else [sheet.over]), *(one.heading for one in sheet.columns)]
    head += [sheet.sum[0]] if sheet.sum else []
    head += [f"{sheet.column(key).title} (%)" for key in sheet.part_of]
    head += [SHARE] if sheet.share else []
    head += [sheet.per[0]] if sheet.per else []
    head += [BESIDE] if sheet.least else []
    return head + ([f"{BEFORE} (đồng)", CHANGE] if sheet.compare and has_before else [])


def _said(sheet: Sheet, cells: Mapping[str, Value], key: str, hidden: Iterable[tuple[str, str]]) -> list[str]:
    said = []
    for column in sheet.columns:
        value = cells.get(column.key)
        if (key, column.key) in hidden:
            said.append(told(None))
        elif column.unit is Unit.WORDS:
            said.append(str(value or ""))
        else:
            said.append(told(figure(cells, column.key)))
    if sheet.sum:
        total = summed(sheet, cells)
        said.append(told(total))
        said += [told(round(100 * figure(cells, one) / total, 1), "%") if total else "" for one in sheet.part_of]
    return said


def _shares(sheet: Sheet, lines: Sequence[Line]) -> dict[str, list[str]]:
    if not sheet.share:
        return {key: [] for _, _, key in lines}
    parts = [(key, figure(cells, sheet.share)) for _, cells, key in lines if key]
    made = {
        key: [told(share, "%")]
        for (key, _), share in zip(parts, hundredths([value for _, value in parts]), strict=True)
    }
    return made | {"": ["100%" if any(value for _, value in parts) else "0%"]}


def _reckoned(sheet: Sheet, cells: Mapping[str, Value], key: str, before: Rows) -> list[str]:
    said = []
    if sheet.per:
        divisor = figure(cells, sheet.per[2])
        said.append(told(round(figure(cells, sheet.per[1]) / divisor, 1)) if divisor else "")
    if sheet.least:
        have, least = (figure(cells, one) for one in sheet.least)
        said.append(
            "chưa có mức"
            if sheet.least[1] not in cells
            else "đạt"
            if have >= least
            else f"thiếu {told(round(least - have, 1))}"
        )
    if sheet.compare and before:
        then = (
            sum(figure(one, sheet.compare) for one in before.values())
            if not key
            else figure(before.get(key, {}), sheet.compare)
        )
        now = figure(cells, sheet.compare)
        said += [
            told(then),
            f"{'+' if now > then else ''}{told(round(100 * (now - then) / then, 1), '%')}" if then else "",
        ]
    return said


def _total(sheet: Sheet, rows: Sequence[Mapping[str, Value]]) -> dict[str, Value]:
    return {
        one.key: sum(figure(cells, one.key) for cells in rows) for one in sheet.columns if one.unit is not Unit.WORDS
    }


def _hidden(sheet: Sheet, rows: Rows) -> frozenset[tuple[str, str]]:
    """R-FIG-04: pupils are told of in groups of five or more only, and no smaller group follows from the others, nor from the money
    given to it (Luật 91/2025; Điều 8.1). Row and column of each cell kept back; "" is the row of the total."""
    hidden: set[tuple[str, str]] = set()
    for column in sheet.private:
        figures: dict[object, int] = {row: int(figure(cells, column)) for row, cells in rows.items()}
        relations, known, rest = [], set(), set()
        if sheet.total and len(rows) > 1:
            figures[""] = sum(figures.values())
            relations.append(Relation("", tuple(rows)))
        if sheet.whole and column not in ("den", "di"):
            for row in list(figures):
                cells = _total(sheet, list(rows.values())) if row == "" else rows[str(row)]
                figures |= {
                    ("all", row): int(figure(cells, sheet.whole)),
                    ("rest", row): int(figure(cells, sheet.whole)) - figures[row],
                }
                relations.append(Relation(("all", row), (row, ("rest", row))))
            known = {key for key in figures if isinstance(key, tuple) and key[0] == "all"}
            rest = {key for key in figures if isinstance(key, tuple) and key[0] == "rest"}
            if "" in figures:
                relations += [Relation((kind, ""), tuple((kind, row) for row in rows)) for kind in ("all", "rest")]
        back = kept_back(figures, relations, rest, known)
        hidden |= {(str(row), other) for row in back for other in (column, *sheet.follows)}
    return frozenset(hidden)


def drawn(code: str, kept: Sequence[Mapping[str, Any]]) -> list[Chart]:
    """Drawings for the tables of a point as they were approved: told by their captions, figures read back from their cells."""
    return [chart for _, chart in pictured(code, kept) if chart is not None]


def pictured(code: str, kept: Sequence[Mapping[str, Any]]) -> list[tuple[dict[str, Any], Chart | None]]:
    """Each table with its drawing; None for one nobody draws."""
    sheets = {sheet.caption: sheet for sheet in BLANKS[code].sheets} if code in BLANKS else {}
    return [(dict(one), _drawing(sheets[one["caption"]], one) if one["caption"] in sheets else None) for one in kept]


def _drawing(sheet: Sheet, table: Mapping[str, Any]) -> Chart | None:
    head: list[str] = list(table["head"])
    rows: list[list[str]] = [list(row) for row in table["rows"] if row and row[0] != TOTAL]
    if sheet.is_free or not rows or any(len(row) != len(head) for row in rows):
        return None
    names = [row[0] for row in rows]

    def column(title: str) -> Series:
        return Series(title, tuple(_figure(row[head.index(title)]) for row in rows))

    if sheet.part_of and sheet.sum and all(sheet.column(key).heading in head for key in sheet.sum[1]):
        return shares(sheet.caption, sheet.over, names, [column(sheet.column(key).heading) for key in sheet.sum[1]])
    if sheet.compare and f"{BEFORE} (đồng)" in head:
        return grouped(f"{sheet.caption} so với năm trước (đồng)", sheet.over, names,
                       [column(sheet.column(sheet.compare).heading), column(f"{BEFORE} (đồng)")])  # fmt: skip
    key = sheet.compare or (sheet.sum[0] if sheet.sum else "") or sheet.whole
    title = next((one.heading for one in sheet.columns if one.key == key), key)
    if title not in head or sheet.least or len(rows) < 2:
        return None
    return bars(f"{sheet.caption}: {title[0].lower()}{title[1:]}", sheet.over, names, column(title).values)


def _figure(said: str) -> int | float | None:
    text = said.strip().removesuffix("%").replace(".", "").replace(",", ".")
    try:
        return float(text) if "." in text else int(text)
    except ValueError:
        return None
