"""Internal notices as their readers have them: the list, the page, “Tôi đã đọc”, who has not (Điều 15.1)."""

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from portal.base.clock import ZONE
from portal.base.refused import STATUS, Refused, refuse_if
from portal.base.rules import Refusal
from portal.base.sheets import download, table
from portal.base.text import is_number
from portal.intranet.gate import CHANNEL, Here, for_insiders
from portal.intranet.models import UpNotice
from portal.intranet.models.notices import addressees
from portal.intranet.notices import actions, queries, rules
from portal.intranet.notices.roll import myself, roll
from portal.intranet.notices.rules import Reading
from portal.intranet.notices.sheets import notices_book
from portal.intranet.rooms import page

A_PAGE, A_PAGE_OF_PEOPLE, MOST_LINES = 20, 60, 2000
STATES = {
    Reading.DONE: "đã đọc",
    Reading.AGAIN: "đọc bản trước, chưa đọc bản đính chính",
    Reading.OPEN: "chưa xác nhận",
}
HEAD = ("Họ và tên", "Tổ, đơn vị", "Tình trạng", "Xác nhận lúc", "Quá hạn")


@require_safe
@for_insiders
def notices(request: HttpRequest, here: Here) -> HttpResponse:
    """What reaches this person: what he must still confirm first, then the rest of the year, twenty at a time."""
    mine = queries.visible_to(here.person, here.at, here.board)
    year, sort, found = _narrowed(request, here, mine)
    waiting = (
        list(queries.unconfirmed(here.person, here.at)[:A_PAGE])
        if year == queries.this_year(here.at) and not sort
        else []
    )
    rest = found.exclude(pk__in=[up.pk for up in waiting])
    paged = Paginator(rest, A_PAGE).get_page(request.GET.get("page"))
    query = urlencode([(name, value) for name in ("nam", "loai") if (value := request.GET.get(name))])
    return page(request, "intranet/notices.html", {
        "waiting": queries.rows(waiting, here.person, here.at, here.board) if paged.number == 1 else [],
        "rows": queries.rows(list(paged.object_list), here.person, here.at, here.board), "page_obj": paged,
        "years": [(one, rules.year_name(one)) for one in queries.years(mine)], "chosen": year, "year_name": rules.year_name(year),
        "this_year": queries.this_year(here.at), "sorts": queries.counts_by_sort(mine.filter(year=year)), "sort": sort,
        "drafts": queries.drafts_of(here.person)[:A_PAGE], "query": f"{query}&" if query else "", "today": here.at.date(),
    })  # fmt: skip


def _narrowed(request: HttpRequest, here: Here, mine: QuerySet[UpNotice]) -> tuple[int, str, QuerySet[UpNotice]]:
    """The year and the sort asked for; this year where what is asked cannot be read."""
    asked, sort = request.GET.get("nam", ""), request.GET.get("loai", "")
    year = int(asked) if is_number(asked) and 2000 <= int(asked) <= 2200 else queries.this_year(here.at)
    sort = sort if sort in set(rules.Sort) else ""
    found = mine.filter(year=year)
    return year, sort, found.filter(sort=sort) if sort else found


@require_safe
@for_insiders
def sheet(request: HttpRequest, here: Here) -> HttpResponse:
    """The same list as a spreadsheet."""
    mine = queries.visible_to(here.person, here.at, here.board)
    found = list(_narrowed(request, here, mine)[2][:MOST_LINES])
    rows = queries.rows(found, here.person, here.at, here.board)
    return download(notices_book(rows), f"thong-bao-noi-bo-{here.at:%Y-%m-%d}.xlsx")


def _one(here: Here, slug: str) -> UpNotice:
    """The notice of that address, if it is for these eyes; else it is not there at all."""
    up = queries.visible_to(here.person, here.at, here.board).filter(notice__slug=slug).first()
    if up is None:
        raise Http404
    return up


@require_safe
@for_insiders
def notice(request: HttpRequest, here: Here, slug: str) -> HttpResponse:
    """One notice: its words, its files, and the one button."""
    return _told(request, here, _one(here, slug))


def _told(request: HttpRequest, here: Here, up: UpNotice, refused: Refused | None = None) -> HttpResponse:
    row = queries.rows([up], here.person, here.at, here.board)[0]
    context = {
        "up": up, "row": row, "papers": up.notice.attached(), "addressees": addressees(up.notice.to), "today": here.at.date(),
        "archived": up.year != queries.this_year(here.at), "year_name": rules.year_name(up.year), "refused": refused,
        "may_mend": rules.oversees(here.board, here.person.pk) or up.by_id == here.person.pk,
        "read_before": not row.confirmed_at and up.notice.confirmations.filter(person=here.person).exists(),
    }  # fmt: skip
    return page(request, "intranet/notice.html", context, STATUS[refused.ground] if refused else 200)


@require_POST
@for_insiders
def confirm(request: HttpRequest, here: Here, slug: str) -> HttpResponse:
    """“Tôi đã đọc”: of the words this page showed."""
    up = _one(here, slug)
    try:
        actions.confirm(up.notice, hash=request.POST.get("hash", ""), by=here.person, at=here.at, channel=CHANNEL)
    except Refused as refused:
        return _told(request, here, up, refused)
    messages.success(request, "Đã ghi nhận thầy/cô đã đọc thông báo này.")
    return redirect("intranet:notice", slug)


def _seen(here: Here, up: UpNotice) -> frozenset[int] | bool:
    """Whose reading this person may see; refused where nobody's (R-NOTICE-09)."""
    seen = rules.sees_readers(here.board, here.person.pk, writer=up.by_id, leads=myself(here.person, here.at).leads)
    refuse_if(None if seen else Refusal("R-NOTICE-09", "Điều 15.1", rules.NOT_YOURS))
    return seen


@require_safe
@for_insiders
def readers(request: HttpRequest, here: Here, slug: str) -> HttpResponse:
    """The strict list: who has not, by name, late or not; then who has."""
    return _readers(request, here, _one(here, slug))


def _readers(request: HttpRequest, here: Here, up: UpNotice, refused: Refused | None = None) -> HttpResponse:
    seen = _seen(here, up)
    found = queries.readers(up, here.at, roll(here.at), seen)
    open_ = [one for one in found if one.state is not Reading.DONE]
    paged = Paginator(found, A_PAGE_OF_PEOPLE).get_page(request.GET.get("page"))
    by_hand = queries.reminded_by_hand(up.pk, here.person)
    context: dict[str, Any] = {
        "up": up, "rows": [(one, STATES[one.state]) for one in paged.object_list], "page_obj": paged, "asked": len(found),
        "done": len(found) - len(open_), "open": len(open_), "late": sum(one.late for one in found), "whole": seen is True,
        "last": queries.last_reminding(up.pk), "refused": refused, "archived": up.year != queries.this_year(here.at),
        "today_done": by_hand is not None and by_hand.astimezone(ZONE).date() == here.at.date(),
    }  # fmt: skip
    return page(request, "intranet/notice_readers.html", context, STATUS[refused.ground] if refused else 200)


@require_safe
@for_insiders
def readers_sheet(request: HttpRequest, here: Here, slug: str) -> HttpResponse:
    """The strict list as a spreadsheet."""
    up = _one(here, slug)
    found = queries.readers(up, here.at, roll(here.at), _seen(here, up))
    lines = ((one.name, one.units, STATES[one.state], one.at, "quá hạn" if one.late else "") for one in found)
    return download(table("Ai đã đọc", HEAD, (30, 40, 34, 18, 12), lines), f"ai-da-doc-{up.notice.slug[:60]}.xlsx")


@require_POST
@for_insiders
def remind(request: HttpRequest, here: Here, slug: str) -> HttpResponse:
    """Have those reminded who have not."""
    up = _one(here, slug)
    try:
        many = actions.remind(up.notice, by=here.person, at=here.at, channel=CHANNEL)
    except Refused as refused:
        _seen(here, up)
        return _readers(request, here, up, refused)
    messages.success(request, f"Đã nhắc {many} người chưa xác nhận; mỗi người nhận một thư.")
    return redirect("intranet:notice_readers", slug)
