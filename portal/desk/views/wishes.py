"""Thư của tôi: how much one is written to, and a private address for a bare word."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from portal.base import clock
from portal.base.refused import Refused
from portal.desk.actions import wishes
from portal.desk.forms import DeedForm
from portal.desk.mail.forms import CodeForm, MuchForm, PrivateForm
from portal.desk.mail.rules import Much, foreign
from portal.desk.queries.mail import digest_hour, last_sent, mail_domain, wish_of
from portal.desk.views.gate import status_of
from portal.people.models import Person

FORMS: dict[str, type[DeedForm]] = {"much": MuchForm, "private": PrivateForm, "code": CodeForm, "forget": DeedForm}
DONE = {
    "much": "Đã ghi cách nhận thư của thầy/cô.",
    "private": "Cổng đang gửi mã tới địa chỉ ấy; thầy/cô gõ mã vào đây là xong.",
    "code": "Địa chỉ riêng đã dùng được.",
    "forget": "Cổng không gửi gì tới địa chỉ riêng nữa.",
}


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def mine(request: HttpRequest) -> HttpResponse:
    """Show and set one's own mail."""
    person: Person = request.user  # type: ignore[assignment]
    if request.method != "POST":
        return _page(request, person, {})
    what = request.POST.get("do", "")
    if what not in FORMS:
        return _page(request, person, {}, status=422)
    form = FORMS[what](request.POST)
    if not form.is_valid():
        return _page(request, person, {what: form}, status=422)
    try:
        _do(what, form.cleaned_data, person)
    except Refused as refused:
        form.refuse(refused)
        return _page(request, person, {what: form}, status=status_of(refused))
    messages.success(request, DONE[what])
    return redirect("desk:wishes")


def _do(what: str, typed: dict[str, Any], person: Person) -> None:
    at = clock.now()
    if what == "much":
        wishes.choose(Much(typed["much"]), by=person, at=at)
    elif what == "private":
        wishes.name_private(typed["address"], by=person, at=at)
    elif what == "code":
        wishes.confirm_private(typed["code"], by=person, at=at)
    else:
        wishes.forget_private(by=person, at=at)


def _page(request: HttpRequest, person: Person, given: dict[str, DeedForm], status: int = 200) -> HttpResponse:
    at, wish = clock.now(), wish_of(person)
    domain = mail_domain(at)
    context = {
        "address": person.email, "domain": domain, "foreign": foreign(person.email, domain),
        "hour": f"{digest_hour(at):%H:%M}", "wish": wish, "last": last_sent(person),
        "asked": bool(wish.private_address) and wish.confirmed_at is None,
        "much": given.get("much") or MuchForm(initial={"much": wish.much}),
        "private": given.get("private") or PrivateForm(auto_id="private_%s"),
        "code": given.get("code") or CodeForm(auto_id="code_%s"),
    }  # fmt: skip
    return render(request, "desk/wishes.html", context, status=status)
