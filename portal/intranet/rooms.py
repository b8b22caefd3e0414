"""The doors inside the internal layer, in the order of use; a work that is not there yet has no door."""

from typing import Any, TypedDict

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse

ROOMS = (("home", "Hôm nay"), ("week", "Lịch công tác"), ("timetable", "Thời khóa biểu"), ("library", "Kho học liệu"),
         ("notices", "Thông báo"))  # fmt: skip


class Door(TypedDict):
    title: str
    url: str
    current: bool


def rooms(path: str) -> list[Door]:
    """Every door there is, and which of them `path` stands behind."""
    doors = [(title, url) for name, title in ROOMS if (url := _address(name))]
    home = _address("home")  # the first page alone: what merely lies below it has a door elsewhere, or none
    here = max((url for _, url in doors if path == url or (url != home and path.startswith(url))), key=len, default="")
    return [Door(title=title, url=url, current=url == here) for title, url in doors]


def _address(name: str) -> str:
    try:
        return reverse(f"intranet:{name}")
    except NoReverseMatch:
        return ""


def page(request: HttpRequest, template: str, context: dict[str, Any], status: int = 200) -> HttpResponse:
    """A page of the internal layer, with its doors."""
    return render(request, template, {**context, "inside_doors": rooms(request.path)}, status=status)
