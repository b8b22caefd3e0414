"""Phiếu duyệt: the approval in force, and the steps that led to it (Điều 10.2)."""

from datetime import datetime
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from portal.approval.models import ReviewItem
from portal.desk.passages import facts_shown
from portal.desk.queries import Seen, history, slip_of
from portal.desk.queries.record import local
from portal.desk.shown import head
from portal.desk.views.gate import with_item
from portal.news.models import Article
from portal.news.presenters import absolute, address

STEPS = (
    "submit",
    "pass",
    "propose_refusal",
    "vouch",
    "answer_data",
    "approve",
    "post",
    "publish",
    "mark_history",
    "raise_history",
)


def taken(lines: list[dict[str, Any]], decided_at: datetime) -> list[dict[str, Any]]:
    """The steps that led to one approval: from the submission it answers, up to its going live."""
    steps = [line for line in lines if line["verb"] in STEPS]
    begun = max((i for i, x in enumerate(steps) if x["verb"] == "submit" and x["at"] <= decided_at), default=0)
    later = next((i for i, x in enumerate(steps) if i > begun and x["verb"] == "submit"), None)
    return steps[begun:later]


@with_item
@require_safe
def slip(request: HttpRequest, item: Seen) -> HttpResponse:
    """Phiếu duyệt of the approval in force; 404 where there is none."""
    approval = slip_of(item)
    if approval is None:
        raise Http404
    text = item.text(approval.revision_id)
    told = (
        facts_shown(text)
        if isinstance(text, Article)
        else [("Loại", text._meta.verbose_name.capitalize()), *text.told()]
    )
    if approval.copied_from is not None:
        told.append(("Bản nội bộ của bài đã duyệt", approval.copied_from.page.title))
    if approval.listed is not None:
        past = local(approval.listed.past)
        told.append(
            ("Bài của cổng cũ", f"đăng ở cổng cũ ngày {past:%d/%m/%Y}; danh sách “{approval.listed.list.title}”")
        )
    if (listed := ReviewItem.objects.filter(approval=approval).select_related("list").first()) is not None:
        told.append(("Duyệt theo danh sách", f"“{listed.list.title}”, mã {listed.list.digest}"))
    context = {
        "item": head(item) | {"title": text.title},
        "facts": [{"label": label, "value": value} for label, value in told],
        "history": taken(history(item), local(approval.at)),
        "back_url": f"/viec/{item.page.pk}/",
        "slip": {
            "number": f"{approval.pk:04d}/PD-{local(approval.at).year}",
            "revision": item.numbers.get(approval.revision_id, 0),
            "hash": approval.hash,
            "address": absolute(address(item.page)) if item.page.live else "",
            "decided_by": approval.by,
            "office": approval.get_office_display(),
            "acting_for": approval.acting_for,
            "delegation_number": approval.number,
            "decided_at": local(approval.at),
            "clause": approval.clause,
        },
    }
    return render(request, "desk/slip.html", context)
