"""Drawings over the tables of a point, and whether a point has a form of figures."""

import re
from collections.abc import Sequence
from typing import Any

from django import template

from portal.base.charts import Chart
from portal.records.figures.blanks import BLANKS
from portal.records.figures.telling import pictured

register = template.Library()
A_FIGURE = re.compile(r"-?[\d.,\s]*\d\s*(%|đ|đồng)?|ẩn|không nêu|–|-|")  # an empty cell is in nobody's way


@register.simple_tag
def pictures_of(point: Any) -> list[tuple[dict[str, Any], Chart | None]]:
    """Each table of a point's text with its drawing, where it has one."""
    return pictured(point.code, point.tables)


@register.filter
def figure_columns(rows: Sequence[Sequence[str]]) -> set[int]:
    """Which columns of a table hold figures alone, from 0; the first names its row and is none of them."""
    wide = min((len(row) for row in rows), default=0)
    cells = ((place, [str(row[place]) for row in rows]) for place in range(1, wide))
    return {place for place, column in cells if any(column) and all(A_FIGURE.fullmatch(one.strip()) for one in column)}


@register.filter
def has_form(code: str) -> bool:
    """Whether its figures are filled into a form."""
    return code in BLANKS
