"""Rows that left a praise list because somebody no longer agrees, for the Secretary who looks after the text."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from portal.base.sheets import download
from portal.pupils.gate import CHANNEL, Here, for_staff, overseeing
from portal.pupils.models import PraiseHidden
from portal.pupils.praise import actions, queries, sheets

A_PAGE = 30


@require_safe
@for_staff
def hidden(request: HttpRequest, here: Here) -> HttpResponse:
    """Hidden rows by text and class, those to look after first; to the board and the school's. Who sees the class sees the name."""
    overseeing(here)
    page = queries.page_of(queries.cases(), request.GET.get("page", ""), A_PAGE)
    rows = [(one, str(one.pupil) if here.reach.keeps or one.room_id in here.reach.classes else "") for one in page]
    may = here.person.pk in here.board.secretaries | here.board.substitutes | here.board.leaders
    return render(request, "pupils/praise_hidden.html", {"page_obj": page, "rows": rows, "may_settle": may})


@require_safe
@for_staff
def sheet(request: HttpRequest, here: Here) -> HttpResponse:
    """The same as a spreadsheet, without names."""
    overseeing(here)
    return download(sheets.workbook(queries.cases()), "bang-khen-rut-dong-y.xlsx")


@require_POST
@for_staff
def settle(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    """The Secretary says what was done in the text of a hidden row."""
    overseeing(here)
    held = get_object_or_404(PraiseHidden, pk=pk)
    actions.settle(held, note=request.POST.get("note", ""), by=here.person, at=here.at, channel=CHANNEL)
    messages.success(request, "Đã khép việc này.")
    return redirect("pupils:praise_hidden")
