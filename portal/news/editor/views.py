"""The editor: one text, changed. Works without JavaScript; nothing typed is ever lost."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import Resolver404, resolve
from django.views.decorators.http import require_http_methods

from portal.approval.queries import look
from portal.approval.rules import State
from portal.base import journal
from portal.base.refused import STATUS, Refused
from portal.base.text import is_number
from portal.news import actions
from portal.news.capture.devices import tells_devices
from portal.news.editor import presence, remarks
from portal.news.editor.blocks import FORMS
from portal.news.editor.faults import faults
from portal.news.editor.gate import Desk, sit_down
from portal.news.editor.keeping import CHANNEL
from portal.news.editor.mended import tell
from portal.news.editor.originals import original_text
from portal.news.editor.pictured import tell_who
from portal.news.editor.praised import tell_praised
from portal.news.editor.sheet import Editor
from portal.news.editor.watch import here
from portal.news.models import Article
from portal.people.models import Person
from portal.pupils.queries import caption_names

BLOCK_KINDS = [{"key": kind, "label": form.title} for kind, form in FORMS.items()]
SAVING = ("save", "route", "preview", "who")


@login_required
@tells_devices
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """One article: GET shows its newest text, POST does what the pressed button says."""
    desk = sit_down(request, pk)
    if request.method != "POST":
        if desk.closed is not None:
            context = {"refusal": desk.closed, "item": desk.article}
            return render(request, "news/edit_closed.html", context, status=STATUS[desk.closed.ground])
        return shown(request, desk, desk.editor())
    editor = desk.editor(request.POST, request.FILES)
    if desk.closed is not None:
        editor.refuse((desk.closed,))
        return shown(request, desk, editor, status=STATUS[desk.closed.ground])
    presence.arrive(desk.article, desk.person, desk.at, typed=True)
    verb, _, what = request.POST.get("do", "save").partition(":")
    if verb in SAVING:
        editor.mend()
    editor.settle(saving=verb in SAVING)
    if verb in SAVING:
        return save(request, desk, editor, then=verb, what=what)
    return arrange(request, desk, editor, verb, what)


def arrange(request: HttpRequest, desk: Desk, editor: Editor, verb: str, what: str) -> HttpResponse:
    """A press that keeps nothing of the text: the screen comes back with everything typed, changed as asked."""
    match verb:
        case "author":
            editor.add_author()
        case "plan":
            editor.take_plan_entry(what)
        case "settle":
            return settle(request, desk, editor, what)
        case _:
            editor.rearrange(verb, what)
    return shown(request, desk, editor)


def settle(request: HttpRequest, desk: Desk, editor: Editor, what: str) -> HttpResponse:
    try:
        done = remarks.settle(desk, what)
    except Refused as refused:
        editor.refuse(refused.refusals)
        return shown(request, desk, editor, status=STATUS[refused.ground])
    if done:
        messages.success(request, "Đã khép nhận xét. Nhớ bấm Lưu để giữ những gì vừa gõ.")
    return shown(request, desk, editor)


def save(request: HttpRequest, desk: Desk, editor: Editor, *, then: str, what: str = "") -> HttpResponse:
    """Keep the text, if the rules let it be kept; then go where the button leads."""
    article = desk.article
    if not editor.is_valid():
        return shown(request, desk, editor, status=422)
    given = editor.given()
    based_on = request.POST.get("accept") or request.POST.get("based_on", "")
    if based_on != article.case.hash or editor.changes(given):
        try:
            actions.edit(article, given, by=editor.person, at=desk.at, channel=CHANNEL, based_on=based_on)
        except Refused as refused:
            editor.refuse(refused.refusals)
            return shown(request, desk, editor, status=STATUS[refused.ground])
        messages.success(request, "Đã lưu. Thầy/cô có thể viết tiếp lúc khác.")
        tell(request, editor.mending)
    elif then == "save":
        messages.info(request, "Chưa có gì thay đổi so với bản đã lưu.")
    if then == "who" and is_number(what):
        return redirect(f"/viet/anh/{what}/?bai={article.pk}")
    return redirect(preview_of(article) or f"/viet/{article.pk}/") if then == "preview" else (
        redirect(f"/viec/{article.pk}/tuyen/") if then == "route" else redirect("news:edit", article.pk)
    )  # fmt: skip


def preview_of(article: Article) -> str:
    """Where the text is shown as readers will see it; "" where this portal has no such screen."""
    path = f"/viec/{article.pk}/xem-thu/"
    try:
        found = resolve(path)
    except Resolver404:
        return ""
    return path if found.kwargs.get("slug") is None and found.url_name != "wagtail_serve" else ""


def shown(request: HttpRequest, desk: Desk, editor: Editor, *, status: int = 200) -> HttpResponse:
    """The screen, with everything typed still on it."""
    article, case = desk.article, desk.article.case
    if request.method == "POST":
        case.refresh_from_db()
    number = article.revisions.filter(pk__lte=case.revision_id).count()
    tell_who(editor.blocks, desk.at)
    tell_praised(editor.blocks, desk.at)
    context: dict[str, Any] = {
        "item": {"title": article.draft_title or article.title, "state": case.state, "revision": number,
                 "edited_at": case.touched_at, "article": article},
        "form": editor.form, "editor": editor, "block_kinds": BLOCK_KINDS, "needs": editor.needs,
        "address": article.slug, "address_settled": article.live or case.published_at is not None,
        "returned": returned(article, case.state), "remarks": remarks.placed(desk, editor),
        "moved": case.hash if status == 409 and case.state != State.APPROVED else "",
        "faulty": status == 422, "faults": faults(editor) if status != 200 else [], "hide_optional": True,
        "preview_url": preview_of(article), "original_text": original_text(editor.original),
        "found": look(editor.draft, case, desk.at), "captions_name": caption_names(editor.draft, desk.at),
    }  # fmt: skip
    return render(request, "news/edit.html", context | here(desk, ""), status=status)


def returned(article: Article, state: str) -> dict[str, str] | None:
    """Who sent it back or refused it last, and why."""
    if state not in (State.SENT_BACK, State.REFUSED):
        return None
    line = journal.lines_of(article).filter(verb__in=("send_back", "refuse")).order_by("-id").first()
    if line is None:
        return None
    by = Person.objects.filter(pk=line.actor_id).first()
    return {"by": str(by or "Ban biên tập"), "reason": line.reason, "clause": line.clause}
