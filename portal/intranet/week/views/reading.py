"""Reading the week: the whole school's, one's own, all of them."""

from datetime import date, timedelta
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from portal.base import regulation
from portal.base.clock import ZONE
from portal.base.sheets import XLSX, table
from portal.intranet.gate import Here, for_insiders
from portal.intranet.models import Week
from portal.intranet.rooms import page
from portal.intranet.week import queries
from portal.intranet.week.rules import is_late, may_name_posters, monday_of

A_PAGE = 20
A_WEEK = timedelta(days=7)
HEAD = ("Tuần", "Từ ngày", "Đến ngày", "Số việc", "Thay đổi sau khi đăng", "Đăng lúc", "Người đăng", "Hạn", "Đúng hạn")
WIDTHS = (18, 14, 14, 10, 22, 18, 28, 18, 14)


@require_safe
@for_insiders
def this_week(request: HttpRequest, here: Here) -> HttpResponse:
    """This week's."""
    return shown(request, here, monday_of(today(here)))


@require_safe
@for_insiders
def week(request: HttpRequest, here: Here, monday: date) -> HttpResponse:
    """Any week's."""
    return shown(request, here, monday)


def today(here: Here) -> date:
    return here.at.astimezone(ZONE).date()


def shown(request: HttpRequest, here: Here, monday: date) -> HttpResponse:
    """A posted week for everybody; of one that is not, that it is not."""
    may_post = queries.may_post(here.board, here.person, here.at)
    sheet = queries.sheet(monday, here.at)
    posted = sheet if sheet is not None and sheet.posted_at else None
    last = None if posted else Week.objects.filter(posted_at__isnull=False, monday__lt=monday).first()
    due = queries.due(monday)
    told = {
        "coming": _coming(monday) if posted and may_post else None,
        "sheet": posted, "begun": sheet is not None, "last": last, "due": due, "late": not posted and is_late(None, due, here.at),
        "answering": queries.answering(here.at) if not posted and (may_post or _answers(here)) else (),
    }  # fmt: skip
    return page(request, "intranet/week.html", _frame(here, monday, may_post=may_post) | told)


def _coming(monday: date) -> dict[str, Any] | None:
    """The week after a posted one, where it is still to be written: copied or gone on with from here by one button."""
    following = monday + A_WEEK
    begun = Week.objects.filter(monday=following).first()
    if begun is not None and begun.posted_at is not None:
        return None
    return {"monday": following, "name": queries.numbered(following)[1], "begun": begun is not None}


def _answers(here: Here) -> bool:
    return here.person.pk in here.board.principals | here.board.secretaries


def _frame(here: Here, monday: date, *, may_post: bool) -> dict[str, Any]:
    this_monday = monday_of(today(here))
    first, last = queries.span(this_monday)
    return {
        "monday": monday, "sunday": monday + timedelta(days=6), "name": queries.numbered(monday)[1], "today": today(here),
        "before": monday - A_WEEK if monday > first else None, "after": monday + A_WEEK if monday < last + A_WEEK else None,
        "this_monday": this_monday, "may_post": may_post,
        "over": today(here) > monday + timedelta(days=6),
    }  # fmt: skip


@require_safe
@for_insiders
def mine(request: HttpRequest, here: Here) -> HttpResponse:
    """What concerns me, today and the two weeks after."""
    first = today(here)
    lines = queries.of_person(here.person, first, first + 2 * A_WEEK, here.at)
    days: dict[date, list[Any]] = {}
    for line in lines:
        days.setdefault(line.day, []).append(line)
    may_post = queries.may_post(here.board, here.person, here.at)
    return page(request, "intranet/week_mine.html", {"days": days, "today": first, "may_post": may_post})


@require_safe
@for_insiders
def weeks(request: HttpRequest, here: Here) -> HttpResponse:
    """Every posted week, the newest first; those who post see what is being written too."""
    may_post = queries.may_post(here.board, here.person, here.at)
    paged = Paginator(_visible(may_post), A_PAGE).get_page(request.GET.get("page"))
    return page(request, "intranet/weeks.html", {
        "page_obj": paged, "rows": _told(list(paged.object_list), here), "may_post": may_post, "today": today(here),
        "may_name": may_name_posters(here.board, here.person.pk) is None,
    })  # fmt: skip


@require_safe
@for_insiders
def weeks_sheet(request: HttpRequest, here: Here) -> HttpResponse:
    """The same as a spreadsheet."""
    rows = _told(list(_visible(queries.may_post(here.board, here.person, here.at))), here)
    told = [
        (one["name"], one["week"].monday, one["week"].sunday, one["week"].stand, one["week"].changed, one["week"].posted_at,
         str(one["week"].posted_by or ""), one["due"], "chậm" if one["late"] else "đúng hạn" if one["week"].posted_at else "")
        for one in rows
    ]  # fmt: skip
    answer = HttpResponse(table("Lịch công tác", HEAD, WIDTHS, told), content_type=XLSX)
    answer["Content-Disposition"] = content_disposition_header(True, "cac-tuan-lich-cong-tac.xlsx") or ""
    return answer


def _visible(may_post: bool) -> Any:
    return queries.all_weeks() if may_post else queries.all_weeks().filter(posted_at__isnull=False)


def _told(weeks: list[Week], here: Here) -> list[dict[str, Any]]:
    """Names and deadlines of weeks, by numbers read once."""
    history = regulation.history("week")
    said, hours = [value for _, value in history["week.opening"]], history["week.due_at"]
    told = []
    for one in weeks:
        deadline = queries.due_by(one.monday, hours)
        told.append({"week": one, "name": queries.name_of(one.monday, said)[1], "due": deadline,
                     "late": is_late(one.posted_at, deadline, here.at)})  # fmt: skip
    return told
