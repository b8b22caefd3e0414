"""Bộ mặt nhà trường: prepared by one, put in force by another, with the colours measured while they are chosen."""

from contextlib import ExitStack
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from portal.base import clock
from portal.base.models import SchoolLook
from portal.base.refused import STATUS, Refused, refuse_if
from portal.base.text import nfc
from portal.files.actions import scanned_beforehand, store_picture
from portal.people import offices
from portal.people.models import Person
from portal.people.rules import Board
from portal.website.answers import kept
from portal.website.look import actions, queries, rules, trial
from portal.website.look.colour import is_colour
from portal.website.look.forms import LookForm, initial_of
from portal.website.look.theme import key_of, sheet, theme_url
from portal.website.queries import school

A_YEAR = 365 * 24 * 3600


@require_safe
def theme(request: HttpRequest, key: str) -> HttpResponseBase:
    """The colours in force as a style sheet; an older address leads to the newer."""
    found = school()
    url = theme_url(found)
    if found is None or not url:
        raise Http404
    css = sheet(found.ink, found.phuong)
    if key != key_of(css):
        return redirect(url)
    return kept(request, css.encode(), "text/css; charset=utf-8", tag=key, seconds=A_YEAR)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def look(request: HttpRequest) -> HttpResponse:
    """The screen: what stands, what waits, and the form that prepares another."""
    board = _opened(request)
    if request.method != "POST":
        return _show(request, board, _blank())
    form = LookForm(request.POST, request.FILES)
    if not form.is_valid():
        return _show(request, board, form, status=422)
    try:
        _prepared(request, form)
    except Refused as refused:
        form.refuse(refused)
        return _show(request, board, form, status=STATUS[refused.ground])
    messages.success(request, "Đã để chờ. Người đọc chưa thấy gì khác cho đến khi người thứ hai đưa vào dùng.")
    return redirect("website:look")


@login_required
@require_POST
def decide(request: HttpRequest, pk: int) -> HttpResponse:
    """POST `do` = dua-vao-dung or khong-dung (with a `reason`)."""
    board, person = _opened(request), _person(request)
    waiting = get_object_or_404(SchoolLook, pk=pk)
    about: dict[str, Any] = {"by": person, "at": clock.now(), "channel": "screen"}
    try:
        if request.POST.get("do") == "khong-dung":
            actions.decline(waiting.pk, reason=request.POST.get("reason", ""), **about)
            messages.success(request, "Đã trả lại người chuẩn bị kèm lý do. Cổng giữ nguyên bộ mặt cũ.")
        elif request.POST.get("do") == "dua-vao-dung":
            actions.put_in_force(waiting.pk, **about)
            messages.success(request, "Đã đưa vào dùng. Mọi trang của cổng mang bộ mặt mới từ lúc này.")
        else:
            raise Http404
    except Refused as refused:
        said = [str(one) for one in refused.refusals]
        return _show(
            request, board, _blank(), status=STATUS[refused.ground], said=said, reason=request.POST.get("reason", "")
        )
    return redirect("website:look")


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@xframe_options_sameorigin
def preview(request: HttpRequest) -> HttpResponse:
    """A page of the portal as it would look; POST shows the form as typed, nothing is kept either way."""
    _opened(request)
    answer = render(request, "website/look/trial.html", trial.page(request))
    answer["X-Robots-Tag"] = "noindex"
    return answer


@login_required
@require_safe
def trial_sheet(request: HttpRequest, ink: str, phuong: str) -> HttpResponseBase:
    """The style sheet of two colours somebody is choosing."""
    _opened(request)
    if not (is_colour(f"#{ink}") and is_colour(f"#{phuong}")):
        raise Http404
    answer = HttpResponse(sheet(f"#{ink}", f"#{phuong}"), content_type="text/css; charset=utf-8")
    answer["Cache-Control"] = "private, max-age=3600"
    return answer


def _opened(request: HttpRequest) -> Board:
    """The board of this second, for whoever may prepare; refused for everybody else, and where there is no school yet."""
    board = offices.board(clock.now())
    refuse_if(rules.may_prepare(board, _person(request).pk))
    if school() is None:
        raise Http404
    return board


def _person(request: HttpRequest) -> Person:
    assert isinstance(request.user, Person)
    return request.user


def _blank() -> LookForm:
    """The form filled with what waits, else with what stands."""
    waiting = SchoolLook.objects.filter(state=SchoolLook.State.PREPARED).first()
    found = school()
    assert found is not None
    return LookForm(initial=initial_of(waiting.values if waiting else actions.values_of(found)))


def _prepared(request: HttpRequest, form: LookForm) -> SchoolLook:
    """Have the pictures sent scanned, store them and lay the look down; a refusal keeps neither."""
    given, person, at = form.cleaned_data, _person(request), clock.now()
    with ExitStack() as scanned:
        for name in queries.PICTURES:
            if (upload := given[f"{name}_file"]) is not None and not given[f"drop_{name}"]:
                came = [(nfc(upload.name or ""), upload.read())]
                upload.seek(0)
                scanned.enter_context(scanned_beforehand(came, by=person, at=at, channel="screen", field=name))
        return _laid_down(given, person, at)


@transaction.atomic
def _laid_down(given: dict[str, Any], person: Person, at: datetime) -> SchoolLook:
    waiting = SchoolLook.objects.filter(state=SchoolLook.State.PREPARED).first()
    values = {name: given[name] for name in (*actions.WORDS, "ink", "phuong")}
    values |= {name: waiting.values[name] for name in queries.PICTURES if waiting}
    for name, title in (("crest", "Huy hiệu của trường"), ("header", "Ảnh đầu trang")):
        if given[f"drop_{name}"]:
            values[name] = None
        elif (upload := given[f"{name}_file"]) is not None:
            values[name] = _stored(upload, title, name, person, at)
    return actions.prepare(values, by=person, at=at, channel="screen")


def _stored(upload: UploadedFile, title: str, name: str, person: Person, at: Any) -> int:
    try:
        return store_picture(upload, title=title, alt="", credit="", by=person, at=at, channel="screen").pk
    except Refused as refused:
        raise Refused(
            *(type(one)(one.rule, one.clause, one.message, name, one.ground) for one in refused.refusals)
        ) from refused


def _show(request: HttpRequest, board: Board, form: LookForm, *, status: int = 200, **more: Any) -> HttpResponse:
    request.shows_frames = True  # type: ignore[attr-defined]
    person, rows = _person(request), queries.rows()
    waiting = next((row for row in rows if row.look.state == SchoolLook.State.PREPARED), None)
    refused = rules.may_decide(board, waiting.look.prepared_by, person.pk) if waiting else None
    return render(request, "website/look/look.html", {
        "form": form, "waiting": waiting, "why_not": refused, "past": [row for row in rows if row is not waiting], **more,
    }, status=status)  # fmt: skip
