"""Doors that stay shut: the stock sign-in pages of Wagtail, which know no second factor, its screens for what is off here
(workflows, groups, the test of a breakdown), and pages of allauth that the school does not use. To stand before the
libraries' own addresses."""

from typing import NoReturn

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, re_path


def to_the_one_door(request: HttpRequest) -> HttpResponse:
    """There is one sign-in page."""
    answer = redirect("account_login")
    answer.status_code = 302 if request.method in ("GET", "HEAD") else 303
    return answer


def nothing_here(request: HttpRequest, *captured: object) -> NoReturn:
    raise Http404


closed_doors: list[URLPattern] = [
    path("admin/login/", to_the_one_door),
    path("admin/logout/", to_the_one_door),
    re_path(
        r"^admin/(password_reset|failwhale|groups|workflows|reports/workflow\w*|choose-\w+-link|api/main/images)/",
        nothing_here,
    ),
    path("_util/login/", to_the_one_door),
    re_path(r"^_util/authenticate_with_password/", nothing_here),
    re_path(r"^tai-khoan/(email|confirm-email|login/code|password/set)/", nothing_here),
]
