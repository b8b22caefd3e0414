"""The forms of results in figures: which term, and its figures in a table. Errors stand at their cells, what was typed stays."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django import forms

from portal.base.forms import Refusing
from portal.base.refused import Refused
from portal.base.text import is_number, nfc
from portal.records.outcomes.cells import judged_in
from portal.records.outcomes.rules import AWARDS, GRADES, MOST, TERMS, WHO, Cell, Counts, Judgement, Term, year_name

YEARS_BACK = 6


class TermForm(Refusing, forms.Form):
    """Which term a page is begun for."""

    use_required_attribute = False
    year = forms.TypedChoiceField(label="Năm học", coerce=int)
    term = forms.ChoiceField(label="Học kỳ", choices=[(str(one), name) for one, name in TERMS.items()])

    def __init__(self, data: Any = None, *, now: int, initial: Any = None) -> None:
        super().__init__(data, label_suffix="", initial=initial)
        years = range(now, now - YEARS_BACK, -1)
        self.fields["year"].choices = [(one, year_name(one)) for one in years]  # type: ignore[attr-defined]

    def chosen(self) -> tuple[int, Term]:
        return self.cleaned_data["year"], Term(self.cleaned_data["term"])


class BookForm(forms.Form):
    """A filled workbook."""

    use_required_attribute = False
    file = forms.FileField(label="Tệp Excel (.xlsx)", error_messages={"required": "Thầy/cô chọn tệp .xlsx."},
                           widget=forms.ClearableFileInput(attrs={"accept": ".xlsx"}))  # fmt: skip

    def __init__(self, data: Any = None, files: Any = None) -> None:
        super().__init__(data, files, label_suffix="")


class Figures:
    """A term's figures as its screen has them: read from what was sent or from what is kept; `errors` by the name of a cell."""

    def __init__(self, sent: Mapping[str, str] | None, counts: Counts, note: str, term: str) -> None:
        self.judged = judged_in(term)
        self.errors: dict[str, str] = {}
        self.others: list[str] = []
        self.texts = {
            name: _read(sent.get(name, "")) if sent is not None else str(counts.get(cell, ""))
            for name, cell in _cells(self.judged)
        }
        self.note = note if sent is None else nfc(sent.get("note", ""))[:2000]
        for name, text in self.texts.items():
            if text and not (is_number(text) and int(text) <= MOST):
                self.errors[name] = f"“{text[:12]}” không phải số học sinh từ 0 đến {MOST}."

    def counts(self) -> dict[Cell, int]:
        """What was typed, where all of it can be read."""
        return {cell: int(self.texts[name]) for name, cell in _cells(self.judged) if self.texts[name]}

    def refuse(self, refused: Refused) -> None:
        for one in refused.refusals:
            if one.field in self.texts:
                self.errors[one.field] = str(one)
            else:
                self.others.append(str(one))

    @property
    def faults(self) -> list[tuple[str, str]]:
        """Every error with the name of its cell, those of no cell first."""
        return [*(("", one) for one in self.others), *self.errors.items()]

    def tables(self) -> list[dict[str, Any]]:
        """Its tables, cell by cell."""
        return [
            {"title": one.caption, "levels": list(one.levels.values()), "optional": one.kind == AWARDS,
             "rows": [self._row(one, grade, who) for grade in GRADES for who in WHO]}
            for one in self.judged
        ]  # fmt: skip

    def _row(self, one: Judgement, grade: int, who: str) -> dict[str, Any]:
        names = [f"{one.kind}-{grade}-{who}-{level}" for level in one.levels]
        label = f"Khối {grade}" if who == next(iter(WHO)) else f"Khối {grade}, nữ"
        cells = [{"name": name, "text": self.texts[name], "wrong": name in self.errors, "said": f"{label}, {level}"}
                 for name, level in zip(names, one.levels.values(), strict=True)]  # fmt: skip
        return {"label": label, "girls": who != next(iter(WHO)), "cells": cells}


def _cells(judged: Iterable[Judgement]) -> Iterator[tuple[str, Cell]]:
    for one in judged:
        for grade in GRADES:
            for who in WHO:
                for level in one.levels:
                    yield f"{one.kind}-{grade}-{who}-{level}", Cell(one.kind, grade, who, level)


def _read(text: str) -> str:
    return nfc(text).strip()[:20]
