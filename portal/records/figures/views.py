"""A form of figures on the screen: its tables to fill, what they become, in from and out to a workbook (Điều 16.1.2)."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from portal.base.charts import told
from portal.base.refused import STATUS, Refused, refuse_if
from portal.base.sheets import download
from portal.base.text import nfc
from portal.files.actions import look_into
from portal.files.office.paper import Unreadable
from portal.records.disclosures import queries as disclosures
from portal.records.disclosures.circulars import circular_of, year_name
from portal.records.disclosures.views import row_of
from portal.records.figures import actions, queries, rules
from portal.records.figures.blanks import BLANKS, Blank, Sheet, Unit
from portal.records.figures.rules import Values
from portal.records.figures.sheets import named_rows, read, workbook
from portal.records.figures.telling import drawn
from portal.records.gate import CHANNEL, Here, for_insiders
from portal.records.outcomes.forms import BookForm


def _blank(year: int, slug: str, here: Here) -> Blank:
    row = row_of(year, slug, here)
    refuse_if(disclosures.may_write(year, row.point.code, here.person, here.at, here.board))
    if row.point.code not in BLANKS:
        raise Http404
    return BLANKS[row.point.code]


def _typed(blank: Blank, values: Values) -> dict[str, str]:
    """Figures as the screen has them in its cells."""
    return {
        rules.name(sheet, row, key): value if isinstance(value, str) else told(value)
        for sheet in blank.sheets for row, cells in values.get(sheet.key, {}).items() for key, value in cells.items()
    }  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
@for_insiders
def figures(request: HttpRequest, here: Here, year: int, slug: str) -> HttpResponse:
    """The form of one point; POST keeps it and makes the point's tables."""
    blank = _blank(year, slug, here)
    if request.method != "POST":
        values = queries.filled(year, blank.code)
        return _shown(request, blank, year, slug, _typed(blank, values), values=values)
    said = {key: nfc(str(text))[:300] for key, text in request.POST.items()}
    values, errors = rules.read(blank, said)
    if not errors:
        try:
            actions.keep(year, blank.code, values, by=here.person, at=here.at, channel=CHANNEL)
        except Refused as refused:
            return _shown(
                request,
                blank,
                year,
                slug,
                said,
                others=[str(one) for one in refused.refusals],
                status=STATUS[refused.ground],
            )
        messages.success(request, "Đã lưu số liệu; các bảng của mục đã được lập lại. Thầy/cô xem rồi trình.")
        return redirect(f"/noi-bo/cong-khai/{year}/{slug}/")
    return _shown(request, blank, year, slug, said, errors=errors, status=422)


@require_POST
@for_insiders
def bring(request: HttpRequest, here: Here, year: int, slug: str) -> HttpResponse:
    """A filled workbook read into the form, each error with its cell; nothing is kept until that is asked."""
    blank, form = _blank(year, slug, here), BookForm(request.POST, request.FILES)
    said: dict[str, str] = {}
    places: dict[str, str] = {}
    if form.is_valid():
        sent = form.cleaned_data["file"]
        raw = sent.read()
        try:
            look_into(raw, name=nfc(sent.name), by=here.person, at=here.at, channel=CHANNEL)
            said, places = read(blank, raw)
        except (Refused, Unreadable) as fault:
            form.add_error("file", getattr(fault, "sentence", str(fault)))
    if form.errors or not said:
        values = queries.filled(year, blank.code)
        others = (
            [] if form.errors else ["Tệp không có số liệu nào của mục này; thầy/cô dùng bảng tính tải từ trang này."]
        )
        return _shown(request, blank, year, slug, _typed(blank, values), book=form, others=others, status=422)
    values, errors = rules.read(blank, said)
    errors = {key: f"Ô {places[key]}: {fault}" if key in places else fault for key, fault in errors.items()}
    return _shown(request, blank, year, slug, said, errors=errors, values={} if errors else values, unsaved=True,
                  status=422 if errors else 200)  # fmt: skip


@require_safe
@for_insiders
def sheet(request: HttpRequest, here: Here, year: int, slug: str) -> HttpResponse:
    """The form as a workbook, with what was filled in."""
    blank = _blank(year, slug, here)
    return download(workbook(blank, queries.filled(year, blank.code)), f"so-lieu-{year}-{slug}.xlsx")


def _shown(
    request: HttpRequest, blank: Blank, year: int, slug: str, said: Mapping[str, str], *, values: Values | None = None,
    errors: Mapping[str, str] | None = None, others: list[str] | None = None, book: BookForm | None = None, unsaved: bool = False,
    status: int = 200,
) -> HttpResponse:  # fmt: skip
    errors, made = errors or {}, queries.tables_of(blank, year, values) if values else []
    faults = [*(("", one) for one in others or []), *errors.items()]
    return render(request, "records/figures.html", {
        "year": year, "slug": slug, "name": year_name(year), "blank": blank, "point": _point(year, blank.code),
        "sheets": [_screen(one, said, errors) for one in blank.sheets], "faults": faults, "book": book or BookForm(),
        "tables": made, "charts": drawn(blank.code, made), "unsaved": unsaved,
    }, status=status)  # fmt: skip


def _point(year: int, code: str) -> Any:
    """What the circular of that year says of the point."""
    law = circular_of(year)
    return law.by_code()[code] if law is not None else None


def _screen(one: Sheet, said: Mapping[str, str], errors: Mapping[str, str]) -> dict[str, Any]:
    """A table to fill, cell by cell."""
    filled = {key.split("-")[1] for key, text in said.items() if key.startswith(f"{one.key}-") and text}
    last = max((int(row) for row in filled if row.isdigit()), default=0) if one.is_free else 0
    rows = [{"label": label, "cells": [_cell(one, row, column.key, label, said, errors) for column in one.columns]}
            for row, label in named_rows(one, last)]  # fmt: skip
    return {
        "caption": one.caption,
        "over": one.over or "Dòng",
        "free": one.is_free,
        "heads": [c.heading for c in one.columns],
        "rows": rows,
    }


def _cell(
    one: Sheet, row: str, key: str, label: str, said: Mapping[str, str], errors: Mapping[str, str]
) -> dict[str, Any]:
    called, column = rules.name(one, row, key), one.column(key)
    return {"name": called, "text": said.get(called, ""), "wrong": called in errors, "words": column.unit is Unit.WORDS,
            "said": f"{one.caption}, {label}, {column.title}"}  # fmt: skip
