"""The editor: begin a text, and change it. Works without JavaScript; nothing typed is ever lost."""

from datetime import datetime
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from portal.approval import rules as approval
from portal.approval.queries import Standing, latest, standing
from portal.approval.rules import State
from portal.base import clock, journal
from portal.base.refused import STATUS, Refused, refuse_if
from portal.base.rules import Refusal
from portal.base.text import slug
from portal.news import actions
from portal.news.editor.blocks import FORMS
from portal.news.editor.forms import Editor, FirstForm
from portal.news.editor.keeping import CHANNEL
from portal.news.models import Article
from portal.news.queries import follow
from portal.news.rules import may_write
from portal.people import offices
from portal.people.models import Person

BLOCK_KINDS = [{"key": kind, "label": form.title} for kind, form in FORMS.items()]
SAVING = ("save", "route")


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def begin(request: HttpRequest) -> HttpResponse:
    """Choose where it goes and what it is; the draft opens in the editor."""
    at, person = clock.now(), writer(request)
    form = FirstForm(request.POST or None, person=person, at=at, initial={"section": request.GET.get("section", "")})
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                article = actions.write(form.cleaned_data, by=person, at=at, channel=CHANNEL)
            except Refused as refused:
                status = STATUS[refused.ground]
                for refusal in refused.refusals:
                    form.add_error(refusal.field if refusal.field in form.fields else None, str(refusal))
            else:
                messages.success(request, "Đã mở bản nháp. Thầy/cô viết tiếp ở dưới.")
                return redirect("news:edit", article.pk)
    address = slug(form["title"].value()) if form["title"].value() else ""
    return render(request, "news/begin.html", {"form": form, "address": address}, status=status)


def writer(request: HttpRequest) -> Person:
    """Who is signed in, if he may write anywhere at all. Raises Refused."""
    person, at = request.user, clock.now()
    assert isinstance(person, Person)
    posts = offices.posts(person, at)
    anywhere = next(iter(posts), None)
    refuse_if(may_write(person.kind, posts, anywhere, internal=False, suspended=offices.is_suspended(person, at)))
    return person


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """One article: GET shows its newest text, POST does what the pressed button says."""
    at, person = clock.now(), request.user
    assert isinstance(person, Person)
    board = offices.board(at)
    try:
        article = follow(pk, person, at, board)
    except Article.DoesNotExist as missing:
        raise Http404 from missing
    closed, on_board = may_edit(standing(article.case, at, board), person, article), person.pk in board.everyone
    if request.method != "POST":
        if closed is not None:
            context = {"refusal": closed, "item": article}
            return render(request, "news/edit_closed.html", context, status=STATUS[closed.ground])
        return shown(request, article, Editor(latest(article), person=person, at=at, hash=article.case.hash,
                                              on_board=on_board))  # fmt: skip
    editor = Editor(latest(article), person=person, at=at, hash=article.case.hash, data=request.POST,
                    files=request.FILES, on_board=on_board)  # fmt: skip
    if closed is not None:
        editor.refuse((closed,))
        return shown(request, article, editor, status=STATUS[closed.ground])
    verb, _, what = request.POST.get("do", "save").partition(":")
    editor.settle(saving=verb in SAVING)
    if verb not in SAVING:
        match verb:
            case "author":
                editor.add_author()
            case "plan":
                editor.take_plan_entry(what)
            case _:
                editor.rearrange(verb, what)
        return shown(request, article, editor)
    return save(request, article, editor, at, then=verb)


def may_edit(now: Standing, person: Person, article: Article) -> Refusal | None:
    """Whether the rules of approval let this person change the text now."""
    acting = now.acts_as(person.pk)
    holder = acting[1] if acting else None
    return approval.may_edit(person.pk, State(now.case.state), now.hands, holder, now.board, live=article.live)


def save(request: HttpRequest, article: Article, editor: Editor, at: datetime, *, then: str) -> HttpResponse:
    if not editor.is_valid():
        return shown(request, article, editor, status=422)
    given = editor.given()
    based_on = request.POST.get("accept") or request.POST.get("based_on", "")
    if based_on != article.case.hash or editor.changes(given):
        try:
            actions.edit(article, given, by=editor.person, at=at, channel=CHANNEL, based_on=based_on)
        except Refused as refused:
            editor.refuse(refused.refusals)
            return shown(request, article, editor, status=STATUS[refused.ground])
        messages.success(request, "Đã lưu. Thầy/cô có thể viết tiếp lúc khác.")
    elif then == "save":
        messages.info(request, "Chưa có gì thay đổi so với bản đã lưu.")
    return redirect(f"/viec/{article.pk}/tuyen/") if then == "route" else redirect("news:edit", article.pk)


def shown(request: HttpRequest, article: Article, editor: Editor, *, status: int = 200) -> HttpResponse:
    """The screen, with everything typed still on it."""
    case = article.case
    case.refresh_from_db()
    number = article.revisions.filter(pk__lte=case.revision_id).count()
    context: dict[str, Any] = {
        "item": {"title": article.draft_title or article.title, "state": case.state, "revision": number,
                 "edited_at": case.touched_at, "article": article},
        "form": editor.form, "editor": editor, "block_kinds": BLOCK_KINDS,
        "address": article.slug, "address_settled": article.live or case.published_at is not None,
        "checks": checks(editor, case.hash), "returned": returned(article, case.state),
        "moved": case.hash if status == 409 and case.state != State.APPROVED else "",
        "faulty": status == 422, "hide_optional": True,
    }  # fmt: skip
    return render(request, "news/edit.html", context, status=status)


def checks(editor: Editor, hash: str) -> list[dict[str, Any]]:
    """What the stored text still lacks before it can be submitted."""
    lacks = editor.draft.not_ready(editor.at)
    found = [{"ok": False, "label": refusal.message, "clause": refusal.clause} for refusal in lacks]
    return found or [{"ok": True, "label": "Bản đã lưu có đủ những gì thể loại này cần.", "clause": ""}]


def returned(article: Article, state: str) -> dict[str, str] | None:
    """Who sent it back or refused it last, and why."""
    if state not in (State.SENT_BACK, State.REFUSED):
        return None
    line = journal.lines_of(article).filter(verb__in=("send_back", "refuse")).order_by("-id").first()
    if line is None:
        return None
    by = Person.objects.filter(pk=line.actor_id).first()
    return {"by": str(by or "Ban biên tập"), "reason": line.reason, "clause": line.clause}
