"""A week from a table a school already wrote: paste or choose, look at every line, keep those that are right."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from portal.base.refused import STATUS, Refused, refuse_if
from portal.base.text import nfc, one_line
from portal.files.actions import look_into
from portal.files.office.paper import Unreadable
from portal.intranet.gate import CHANNEL, Here, for_insiders
from portal.intranet.rooms import page
from portal.intranet.week import queries
from portal.intranet.week.bringing.actions import bring_in
from portal.intranet.week.bringing.forms import BringForm, BroughtForm, found, sent
from portal.intranet.week.bringing.reading import Found
from portal.intranet.week.bringing.tables import from_file, from_paste
from portal.intranet.week.forms import answers
from portal.intranet.week.names import Question, Written, questions, resolved
from portal.intranet.week.paper_rules import may_be_taken_in
from portal.intranet.week.rules import Part, may_post

PASTED = "dán"


@require_http_methods(["GET", "HEAD", "POST"])
@for_insiders
def bring(request: HttpRequest, here: Here, monday: date) -> HttpResponse:
    """Step one reads, step two keeps; nothing is kept before somebody looked at it."""
    refuse_if(may_post(here.board, here.person.pk, queries.posters(here.at)))
    if request.method == "POST" and "many" in request.POST:
        return _keep(request, here, monday)
    bound = request.method == "POST"
    form = BringForm(request.POST if bound else None, request.FILES if bound else None)
    if not bound or not form.is_valid():
        return _page(request, monday, {"form": form}, 422 if bound else 200)
    try:
        came, source = _read(form, here, monday)
        refuse_if(may_be_taken_in(len(came.lines), 0, 0))
    except Unreadable as why:
        form.add_error("file" if form.cleaned_data["file"] else "pasted", why.sentence)
    except Refused as refused:
        form.say(refused.refusals)
    else:
        lines = found(came.lines, monday)
        asked = _questions([(one.content, one.attendees, one.lead) for one in came.lines], {}, monday, here)
        return _page(request, monday, {"lines": lines, "came": came, "source": source, "asked": asked})
    return _page(request, monday, {"form": form}, 422)


def _read(form: BringForm, here: Here, monday: date) -> tuple[Found, str]:
    """What came, as lines. Raises Unreadable, Refused."""
    said = form.cleaned_data
    if upload := said["file"]:
        raw, name = upload.read(), nfc(upload.name)
        look_into(raw, name=name, by=here.person, at=here.at, channel=CHANNEL)
        return from_file(raw, name, monday), name
    return from_paste(said["pasted"], said["html"], monday), PASTED


def _questions(
    words: Iterable[tuple[str, str, str]], chosen: Mapping[str, int], monday: date, here: Here
) -> list[Question]:
    """Names several people answer to in content, attendees and lead of lines, each once, with the answer given so far."""
    roll, asked = queries.roll(here.at, here.board), dict[str, Question]()
    for content, attendees, lead in words:
        written = Written(monday, Part.MORNING, None, None, content, attendees, lead)
        asked |= {one.name: one for one in questions(written, roll, chosen)}
    return list(asked.values())


def _keep(request: HttpRequest, here: Here, monday: date) -> HttpResponse:
    lines = sent(request.POST, monday)
    taken = [line for line in lines if line.taken]
    source = one_line(nfc(request.POST.get("source", "")))
    roll, chosen = queries.roll(here.at, here.board), answers(request.POST)
    words = [(_typed(line, "content"), _typed(line, "attendees"), _typed(line, "lead")) for line in lines]
    asked = _questions(words, chosen, monday, here)
    again: dict[str, Any] = {"lines": lines, "source": source, "wrong": True, "asked": asked}
    if [line for line in taken if not line.is_valid()]:
        return _page(request, monday, again, 422)
    written = [resolved(line.written(), roll, chosen)[0] for line in taken]
    try:
        _, many = bring_in(monday, written, source=source, by=here.person, at=here.at, channel=CHANNEL)
    except Refused as refused:
        return _page(request, monday, again | {"refused": refused}, STATUS[refused.ground])
    there = len(written) - many
    messages.success(
        request, f"Đã thêm {many} việc vào lịch.{f' {there} việc đã có sẵn nên không thêm lại.' if there else ''}"
    )
    return redirect("intranet:week_edit", monday)


def _typed(line: BroughtForm, name: str) -> str:
    return str(line[name].value() or "")


def _page(request: HttpRequest, monday: date, context: dict[str, Any], status: int = 200) -> HttpResponse:
    lines: list[BroughtForm] = context.get("lines", [])
    told = {"monday": monday, "name": queries.numbered(monday)[1], "many": len(lines)}
    return page(request, "intranet/week_bring.html", context | told, status=status)
