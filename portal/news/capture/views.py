"""Viết nhanh: one screen for a teacher with a phone in one hand. Works without JavaScript; with it, also without network."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.views.decorators.http import require_http_methods, require_POST

from portal.base import clock
from portal.base.refused import STATUS, Refused
from portal.news.capture import sending
from portal.news.capture.devices import tells_devices
from portal.news.capture.sheet import Sheet
from portal.news.editor.gate import writer
from portal.news.editor.keeping import CHANNEL

ONWARD = ("save", "route")  # what makes a draft; any other button only keeps the photos


@login_required
@tells_devices
@require_http_methods(["GET", "HEAD", "POST"])
def capture(request: HttpRequest) -> HttpResponse:
    """GET shows the screen, POST keeps the photos and makes the draft."""
    sheet = Sheet(writer(request), clock.now(), request)
    if request.method != "POST":
        return shown(request, sheet)
    onward, digest = request.POST.get("do", "save"), sending.digest_of(request.POST, request.FILES)
    before = sending.sent(sheet.key, digest, sheet.person)
    if before is not None and onward in ONWARD:
        return on(request, before.pk, onward)
    sheet.mend()
    sheet.album.keep(sheet.common)
    if onward not in ONWARD:
        return shown(request, sheet)
    if not sheet.is_valid():
        return shown(request, sheet, 422)
    try:
        article = sending.send(sheet.given(), key=sheet.key, digest=digest, by=sheet.person, at=sheet.at,
                               channel=CHANNEL)  # fmt: skip
        sheet.declare()
    except Refused as refused:
        sheet.refuse(refused)
        return shown(request, sheet, STATUS[refused.ground])
    if sheet.mending:
        messages.info(request, render_to_string("news/mended.html", {"mending": sheet.mending}))
    return on(request, article.pk, onward)


def on(request: HttpRequest, pk: int, onward: str) -> HttpResponse:
    """To the way the text will go, or to the draft."""
    if onward == "route":
        return redirect(f"/viec/{pk}/tuyen/")
    messages.success(request, "Đã lưu nháp. Thầy/cô viết tiếp lúc nào cũng được.")
    return redirect("news:edit", pk)


def shown(request: HttpRequest, sheet: Sheet, status: int = 200) -> HttpResponse:
    """The screen with everything typed, chosen and kept still on it."""
    context = {"form": sheet.form, "album": sheet.album, "refused": sheet.refused, "faulty": status == 422}
    return render(request, "news/capture.html", context | sheet.hints(), status=status)


@login_required
@require_POST
def hints(request: HttpRequest) -> HttpResponse:
    """What the portal makes of the words so far, while they are typed; nothing is kept, nothing changes."""
    return render(request, "news/capture_hints.html", Sheet(writer(request), clock.now(), request).hints())
