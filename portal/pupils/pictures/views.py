"""Who is in a picture, said by whoever writes or checks; and hidden pictures the Secretary looks after."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from portal.base.refused import STATUS, Refused
from portal.base.sheets import download
from portal.base.text import is_number
from portal.files.models import Picture
from portal.people import offices
from portal.pupils.gate import CHANNEL, Here, for_families, for_staff, overseeing
from portal.pupils.models import SchoolClass, Withheld
from portal.pupils.pictures import actions, queries, sheets
from portal.pupils.pictures.forms import WhoForm
from portal.pupils.pictures.rules import CHILDREN, Seen, may_declare
from portal.pupils.roll.queries import today
from portal.pupils.roll.rules import school_year

A_PAGE = 30


@require_http_methods(["GET", "HEAD", "POST"])
@for_families  # collaborators too declare what they sent
def picture(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    """Who can be recognised in a picture; in two steps where children can: the classes, then who of them."""
    shot = get_object_or_404(Picture, pk=pk)
    insider = offices.is_insider(here.person, here.at, here.board)
    if may_declare(insider=insider, sent_it=actions.sent(shot, here.person, here.at)) is not None:
        raise Http404
    rooms = list(SchoolClass.objects.filter(year=school_year(today(here.at))).order_by("grade", "name"))
    (word,) = queries.pictures_told([shot], here.at)
    form = _form(request, here, rooms, word)
    status = 200
    if request.method == "POST" and request.POST.get("do") == "save":
        try:
            if form.is_valid():
                given: dict[str, Any] = {**form.cleaned_data, "seen": Seen(form.cleaned_data["seen"])}
                actions.declare(shot, **given, by=here.person, at=here.at, channel=CHANNEL)
                messages.success(request, "Đã ghi ai nhận ra được trong ảnh.")
                return redirect(f"{request.path}{_back(request)}")
            status = 422
        except Refused as refused:
            form.add_error(None, [str(one) for one in refused.refusals])
            status = STATUS[refused.ground]
    return render(request, "pupils/picture.html", _page(request, here, shot, word, rooms, form), status=status)


def _form(request: HttpRequest, here: Here, rooms: list[SchoolClass], word: queries.Word) -> WhoForm:
    said = word.said
    stored = {
        "seen": said.seen, "classes": [one.pk for one in said.classes.all()], "pupils": [one.pk for one in said.pupils.all()],
        "absent": [one.pk for one in said.absent.all()],
    } if said else {}  # fmt: skip
    ticked = request.POST.getlist("pupils") + request.POST.getlist("absent")
    seats = {int(one) for one in ticked if is_number(one)}
    return WhoForm(request.POST if request.method == "POST" else None, initial=stored, rooms=rooms, seats=seats)


def _page(
    request: HttpRequest, here: Here, shot: Picture, word: queries.Word, rooms: list[SchoolClass], form: WhoForm
) -> dict[str, Any]:
    chosen, kind = form.chosen("classes"), form.kind
    lists = [
        {
            "room": room,
            "may": (may := here.reach.keeps or room.pk in here.reach.classes),
            **_listed(room, kind, here, may=may),
        }
        for room in rooms
        if room.pk in chosen and kind in CHILDREN
    ]
    back = _back(request)
    return {
        "shot": shot, "word": word, "form": form, "rooms": rooms, "chosen": chosen, "lists": lists, "kind": kind, "back": back,
        "ticked": form.chosen("pupils") | form.chosen("absent"), "article": back.removeprefix("?bai="),
        "places": len(queries.places_of(shot.sha256)),
    }  # fmt: skip


def _listed(room: SchoolClass, kind: str, here: Here, *, may: bool) -> dict[str, Any]:
    seats = queries.class_list(room, Seen(kind), here.at)
    counted = {state: sum(one.state == state for one in seats) for state in ("agreed", "refused", "silent")}
    shown = [one for one in seats if kind == Seen.PUPILS or one.state != "agreed"]
    return {"counted": counted, "lacking": counted["refused"] + counted["silent"], "seats": shown if may else []}


def _back(request: HttpRequest) -> str:
    asked = request.GET.get("bai", "")
    return f"?bai={int(asked)}" if is_number(asked) else ""


@require_safe
@for_staff
def withheld(request: HttpRequest, here: Here) -> HttpResponse:
    """Pictures hidden because somebody in them no longer agrees, those to look after first; to the board and the school's."""
    overseeing(here)
    found = queries.cases()
    page = queries.page_of(found, request.GET.get("page", ""), A_PAGE)
    may = here.person.pk in here.board.secretaries | here.board.substitutes | here.board.leaders
    return render(request, "pupils/withheld.html", {"page_obj": page, "rows": queries.told_of(page), "may_settle": may})


@require_safe
@for_staff
def sheet(request: HttpRequest, here: Here) -> HttpResponse:
    """The same as a spreadsheet."""
    overseeing(here)
    return download(sheets.workbook(queries.told_of(queries.cases())), "anh-rut-dong-y.xlsx")


@require_POST
@for_staff
def settle(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    """The Secretary says what was done in the places of a hidden picture."""
    overseeing(here)
    held = get_object_or_404(Withheld, pk=pk)
    actions.settle(held, note=request.POST.get("note", ""), by=here.person, at=here.at, channel=CHANNEL)
    messages.success(request, "Đã khép việc này.")
    return redirect("pupils:withheld")
