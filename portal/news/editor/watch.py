"""What the open page asks now and then: what is still missing, who else is here. Both change nothing of the text."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from portal.base.refused import refuse_if
from portal.news.editor import presence
from portal.news.editor.gate import Desk, sit_down


@login_required
@require_POST
def check(request: HttpRequest, pk: int) -> HttpResponse:
    """The checklist for the text as it is typed; stores nothing. Files come by their names only."""
    desk = sit_down(request, pk)
    refuse_if(desk.closed)
    editor = desk.editor(request.POST)
    editor.mend()
    return render(request, "news/edit_needs.html", {"needs": editor.needs})


@login_required
@require_POST
def keep_open(request: HttpRequest, pk: int) -> HttpResponse:
    """The page is open (`doi` where something was typed since), or was left (`roi`); answers who else is here."""
    desk = sit_down(request, pk)
    refuse_if(desk.closed)
    if request.POST.get("roi"):
        presence.leave(desk.article, desk.person)
    else:
        presence.arrive(desk.article, desk.person, desk.at, typed=bool(request.POST.get("doi")))
    return render(request, "news/edit_others.html", here(desk, request.POST.get("based_on", "")))


def here(desk: Desk, based_on: str) -> dict[str, object]:
    """Who else has the text open, and whether somebody kept another text since this page was opened."""
    case = desk.article.case
    moved = bool(based_on) and based_on != case.hash
    return {
        "others": presence.others(desk.article, desk.person, desk.at), "overtaken": case.touched_at if moved else None,
    }  # fmt: skip
