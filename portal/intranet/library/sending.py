"""What a teacher has under way, what lies with the unit's leader, drafts of the unit, and the page of one of them (Điều 15.2)."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST, require_safe

from portal.approval.queries import latest, standing
from portal.approval.rules import State
from portal.base.refused import STATUS, Refused
from portal.base.text import is_number
from portal.intranet.gate import CHANNEL, Here, for_insiders
from portal.intranet.library import actions, queries, rules
from portal.intranet.library.forms import OpinionForm
from portal.intranet.models import LibraryItem, SharedDraft
from portal.intranet.rooms import page

A_PAGE, MOST_ASKED = 20, 50


@require_safe
@for_insiders
def mine(request: HttpRequest, here: Here) -> HttpResponse:
    """What waits for my opinion, what my colleagues share, what I have sent."""
    me = queries.teacher(here.person, here.at)
    paged = Paginator(queries.mine(here.person), A_PAGE).get_page(request.GET.get("page"))
    asked = {one.item_id for one in queries.lying([item.pk for item in paged.object_list])}
    first = paged.number == 1
    return page(request, "intranet/library_mine.html", {
        "page_obj": paged, "rows": [(item, item.pk in asked) for item in paged.object_list],
        "asked": list(queries.asked_of(me)[:MOST_ASKED]) if first and me.leads else [],
        "shared": list(queries.shared_with(me)[:A_PAGE]) if first and me.units else [], "leads": bool(me.leads),
    })  # fmt: skip


def _one(here: Here, pk: int) -> LibraryItem:
    """An item whose newest text this person may read; else it is not there (R-LIB-09)."""
    item = get_object_or_404(LibraryItem.objects.select_related("case__creator", "unit"), pk=pk)
    if not queries.may_read_draft(item, queries.teacher(here.person, here.at), here.board):
        raise Http404
    return item


@require_safe
@for_insiders
def draft(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    """The newest text of an item, what is said of it, and what may be done with it."""
    return _told(request, here, _one(here, pk))


def _told(
    request: HttpRequest, here: Here, item: LibraryItem, form: OpinionForm | None = None, refused: Refused | None = None
) -> HttpResponse:
    me, text = queries.teacher(here.person, here.at), latest(item)
    own = here.person.pk in queries.writers(item.case)
    opinions = list(item.opinions.select_related("by", "unit").order_by("-pk"))
    lying = next((one for one in opinions if one.said_at is None and one.dropped_at is None), None)
    leads = lying is not None and here.person.pk in text.leaders(here.at)
    route = standing(item.case, here.at, here.board) if item.case.state == State.IN_REVIEW else None
    context: dict[str, Any] = {
        "item": item, "text": text, "told": text.told(), "papers": text.attached(), "own": own, "lying": lying,
        "opinions": [one for one in opinions if one.said_at is not None], "refused": refused, "leads": leads,
        "form": form or (OpinionForm() if leads else None), "may_share": own and text.unit_id in me.units and not item.live,
        "shared": SharedDraft.objects.filter(item=item.pk).select_related("unit").first(), "route": route,
        "ready": own and item.case.state in actions.OPEN and lying is None,
        "needs": rules.needs_opinion(text.leaders(here.at), item.case.creator_id)
        and not queries.favourable(item, item.case.hash),
    }  # fmt: skip
    return page(request, "intranet/library_draft.html", context, STATUS[refused.ground] if refused else 200)


@require_POST
@for_insiders
def send(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    """To the unit's leader, or on to the Secretary."""
    item = _one(here, pk)
    try:
        done = actions.send(item, by=here.person, at=here.at, channel=CHANNEL)
    except Refused as refused:
        return _told(request, here, item, refused=refused)
    messages.success(request, "Đã trình Thư ký." if done else "Đã gửi tổ trưởng cho ý kiến.")
    return redirect("intranet:library_draft", pk)


@require_POST
@for_insiders
def take_back(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    """Back from the leader."""
    item = _one(here, pk)
    try:
        actions.take_back(item, by=here.person, at=here.at, channel=CHANNEL)
    except Refused as refused:
        return _told(request, here, item, refused=refused)
    messages.success(request, "Đã rút bản này về.")
    return redirect("intranet:library_draft", pk)


@require_POST
@for_insiders
def opine(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    """The leader's word; with his yes it goes on to the Secretary."""
    item, form = _one(here, pk), OpinionForm(request.POST)
    yes, words = request.POST.get("do") == "yes", request.POST.get("words", "")
    try:
        actions.opine(item, favourable=yes, words=words, hash=request.POST.get("hash", ""), by=here.person, at=here.at,
                      channel=CHANNEL)  # fmt: skip
    except Refused as refused:
        form.is_valid()
        form.refuse(refused)
        return _told(request, here, item, form, refused)
    messages.success(request, "Đã đồng ý; bài sang Thư ký." if yes else "Đã gửi lời đề nghị sửa cho người soạn.")
    return redirect("intranet:library_mine")


@require_POST
@for_insiders
def opine_on_many(request: HttpRequest, here: Here) -> HttpResponse:
    """The leader's yes to several items, each by itself and of the words that lay there when the page was opened."""
    ticked = [
        (int(pk), hash) for pk, _, hash in (one.partition(":") for one in request.POST.getlist("bai")) if is_number(pk)
    ]
    said, agreed = dict(ticked[:MOST_ASKED]), 0
    for item in LibraryItem.objects.filter(pk__in=said).select_related("case").order_by("pk"):
        try:
            actions.opine(
                item, favourable=True, words="", hash=said[item.pk], by=here.person, at=here.at, channel=CHANNEL
            )
            agreed += 1
        except Refused as refused:
            messages.error(request, f"“{_name(here, item)}”: {refused}")
    if agreed:
        messages.success(request, f"Đã đồng ý {agreed} học liệu; các bài sang Thư ký.")
    elif not said:
        messages.warning(request, "Thầy/cô chưa chọn học liệu nào.")
    return redirect("intranet:library_mine")


def _name(here: Here, item: LibraryItem) -> str:
    """What an item is called, to whoever may read its newest text; else nothing of it."""
    may = queries.may_read_draft(item, queries.teacher(here.person, here.at), here.board)
    return item.case.title if may else f"Học liệu số {item.pk}"


@require_POST
@for_insiders
def share(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    """Show a draft to the unit, or no more."""
    item, wanted = _one(here, pk), request.POST.get("shared") == "1"
    try:
        actions.share(item, wanted, by=here.person, at=here.at, channel=CHANNEL)
    except Refused as refused:
        return _told(request, here, item, refused=refused)
    messages.success(request, "Cả tổ đọc được bản nháp này." if wanted else "Bản nháp này lại chỉ của thầy/cô.")
    return redirect("intranet:library_draft", pk)
