"""Forms of figures for programs: what there is to fill, what was filled in, and keeping it (R-FIG-01 to -05)."""

from typing import Any

from django.http import HttpRequest
from ninja import Field as Value
from ninja import Query, Router, Schema

from portal.base import clock
from portal.base.api import Listed, Paging, Problem, fault, in_pages, not_found
from portal.base.charts import told
from portal.base.refused import refuse_if
from portal.base.text import nfc
from portal.people import offices
from portal.records.disclosures import queries as disclosures
from portal.records.disclosures.circulars import circular_of
from portal.records.figures import actions, queries, rules
from portal.records.figures.blanks import BLANKS, MOST_FREE, Blank
from portal.records.figures.rules import Values
from portal.records.figures.sheets import named_rows

router = Router()


class CellOut(Schema):
    name: str = Value(description="tên ô, dùng khi gửi lên")
    row: str
    column: str
    unit: str
    value: str


class FormOut(Schema):
    year: int
    code: str
    writable: bool
    cells: list[CellOut]


class FormsAsked(Paging):
    year: int | None = Value(None, ge=2024, le=2100, description="năm đầu của năm học; trống: năm học này")
    code: str = Value("", description="chỉ mẫu của mục này")


class FilledIn(Schema):
    year: int = Value(ge=2024, le=2100)
    code: str
    values: dict[str, str] = Value(description="tên ô → số như người ta viết: 1.250.000, 12,5; ô không gửi là để trống")


class KeptOut(Schema):
    id: int
    tables: list[str] = Value(description="tên các bảng vừa lập trong mục")


@router.get(
    "/disclosure-figures", response=Listed[FormOut], summary="Forms of figures of a school year with what was filled in"
)
def forms(request: HttpRequest, asked: Query[FormsAsked]) -> Any:
    """Every cell of a form that holds something, and every empty one there is to fill. For the staff."""
    person, at = request.auth.person, clock.now()  # type: ignore[attr-defined]
    if not offices.is_insider(person, at):
        raise not_found("trang này")
    year = asked.year or disclosures.present_year(at)
    law = circular_of(year)
    found = [blank for blank in queries.forms(law.by_code()) if asked.code in ("", blank.code)] if law else []
    board = offices.board(at)

    def show(one: Blank) -> dict[str, Any]:
        writes = disclosures.may_write(year, one.code, person, at, board) is None
        return {
            "year": year,
            "code": one.code,
            "writable": writes,
            "cells": _cells(one, queries.filled(year, one.code), whole=writes),
        }

    return in_pages(found, asked, lambda page: [show(one) for one in page])


@router.post("/disclosure-figures", response=KeptOut, summary="Keep a filled form; it makes the tables of its point")
def keep(request: HttpRequest, payload: FilledIn) -> Any:
    """As the screen does: the whole form at once; 422 with every cell that cannot be, 403 for whom the point is not to write."""
    person, at = request.auth.person, clock.now()  # type: ignore[attr-defined]
    if not offices.is_insider(person, at):
        raise not_found("trang này")
    refuse_if(rules.is_kept(BLANKS, payload.code), disclosures.may_write(payload.year, payload.code, person, at))
    said = {name: nfc(text)[:300] for name, text in payload.values.items()}
    blank = BLANKS[payload.code]
    values, errors = rules.read(blank, said)
    errors |= dict.fromkeys(set(said) - _names(blank), "Mẫu này không có ô ấy.")
    if errors:
        raise Problem(422, "Có ô chưa đúng.", [fault(name, message) for name, message in sorted(errors.items())])
    made = actions.keep(payload.year, payload.code, values, by=person, at=at, channel="api")
    return {"id": made.pk, "tables": [str(one["caption"]) for one in made.tables]}


def _cells(blank: Blank, values: Values, *, whole: bool) -> list[dict[str, str]]:
    """Every cell; what counts pupils, small groups not yet kept back, for who writes it alone, as on the screen (R-FIG-04)."""
    found = []
    for sheet in blank.sheets:
        filled = values.get(sheet.key, {}) if whole or not sheet.private else {}
        for row, label in named_rows(sheet, len(filled)):
            for column in sheet.columns:
                value = filled.get(row, {}).get(column.key, "")
                found.append({
                    "name": rules.name(sheet, row, column.key), "row": f"{sheet.caption}: {label}", "column": column.title,
                    "unit": column.unit.value, "value": value if isinstance(value, str) else told(value),
                })  # fmt: skip
    return found


def _names(blank: Blank) -> set[str]:
    """Every cell the form can have."""
    return {
        rules.name(sheet, row, column.key)
        for sheet in blank.sheets
        for row in ([key for key, _ in sheet.rows] or [str(n) for n in range(1, MOST_FREE + 1)])
        for column in sheet.columns
    }
