"""Drawings over the tables of a point, and whether a point has a form of figures."""

from typing import Any

from django import template

from portal.base.charts import Chart
from portal.records.figures.blanks import BLANKS
from portal.records.figures.telling import pictured

register = template.Library()


@register.simple_tag
def pictures_of(point: Any) -> list[tuple[dict[str, Any], Chart | None]]:
    """Each table of a point's text with its drawing, where it has one."""
    return pictured(point.code, point.tables)


@register.filter
def has_form(code: str) -> bool:
    """Whether its figures are filled into a form."""
    return code in BLANKS
