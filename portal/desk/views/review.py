"""One item: what, why me, what I can do; its route, its record, its slip."""

from datetime import datetime
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from portal.approval import rules
from portal.approval.rules import State
from portal.desk.deeds import form_of, main_of, offered
from portal.desk.diff import Part, compare
from portal.desk.passages import facts_shown, passages
from portal.desk.queries import Seen, foreseen, history, journey, people_named, slip_of
from portal.desk.queries.record import expected, local
from portal.desk.rules import step_name
from portal.desk.views.gate import with_item
from portal.desk.why import voices, why
from portal.news.models import Article
from portal.news.presenters import absolute, address, reading

NEWEST = 6


@with_item
@require_safe
def review(request: HttpRequest, item: Seen) -> HttpResponse:
    """The review page of any item with a route."""
    return render(request, "desk/review.html", page_of(item))


def page_of(item: Seen) -> dict[str, Any]:
    """Everything the review page shows."""
    lines = history(item)
    title, parts = difference(item)
    return {
        "item": head(item),
        "why": why(item),
        "voices": voices(item),
        "diff_title": title,
        "diff": parts,
        "facts": facts(item),
        "preview": preview(item),
        "route": journey(item),
        "actions": actions(item),
        "history": lines[-NEWEST:],
        "history_more": len(lines) - NEWEST,
        "edit_url": edit_url(item),
        "links": links(item),
    }


def head(item: Seen) -> dict[str, Any]:
    draft, step = item.draft, item.standing.open
    article = isinstance(draft, Article)
    return {
        "pk": item.page.pk,
        "url": f"/viec/{item.page.pk}/",
        "title": draft.title,
        "state": item.case.state,
        "kind": "bài" if article else "trang",
        "genre_title": draft.get_genre_display() if article else draft._meta.verbose_name.capitalize(),
        "section_title": draft.section.title if article else "",
        "authors": ", ".join(people_named(item.case.authors or [item.case.creator_id]).values()),
        "revision": item.number,
        "edited_at": next((local(x.at) for x in reversed(item.lines) if x.verb in ("edit", "draft")), None),
        "step_name": step_name(step) if step else "",
        "correcting": item.case.correcting,
    }


def difference(item: Seen) -> tuple[str, list[Part]]:
    """What changed, and against which text."""
    earlier = item.earlier
    if earlier is None:
        return "", []
    told, revision = earlier
    parts = compare(passages(revision.as_object()), passages(item.draft))
    return f"{told} (bản {item.numbers[revision.pk]})", parts or [Part("same", "Không khác chữ nào.")]


def facts(item: Seen) -> list[dict[str, str]]:
    """What the route was computed from and what goes with the text; who proposed and who confirmed."""
    draft = item.draft
    if not isinstance(draft, Article):
        field = getattr(draft, "field", None)
        found = [{"label": "Kế hoạch", "value": "Việc thường xuyên", "note": "Điều 12.1"}]
        return found + ([{"label": "Lĩnh vực", "value": str(field)}] if field else [])
    confirmed = item.passage.facts_confirmed_by_id if item.passage is not None else None
    people = people_named([item.case.creator_id, confirmed])
    note = f"{people[item.case.creator_id]} đề xuất"
    note += f", {people[confirmed]} xác nhận" if confirmed else ", chưa ai xác nhận"
    entry = draft.plan_entry.title if draft.plan_entry else "Ngoài kế hoạch"
    shown = [{"label": "Kế hoạch", "value": entry, "note": note}]
    shown += [
        {"label": "Loại nội dung", "value": draft.get_kind_display()},
        {"label": "Ai đọc", "value": draft.get_audience_display()},
    ]
    told = {"Chuyên mục", "Thể loại", "Loại nội dung", "Ai đọc", "Nguồn", "Nguồn đăng lúc", "Đơn vị được đăng tin",
            "Khai mạc", "Diễn ra từ", "Đến", "Nơi"}  # fmt: skip
    return shown + [{"label": label, "value": value} for label, value in facts_shown(draft) if label not in told]


def preview(item: Seen) -> dict[str, Any]:
    """The newest text as a reader would get it."""
    draft = item.draft
    if not isinstance(draft, Article):
        return {"title": draft.title, "summary": draft.intro}
    return reading(draft)


def actions(item: Seen) -> list[dict[str, Any]]:
    """The deeds offered, each with its form; submitting goes by way of the route's page."""
    found = offered(item)
    main = main_of(found)
    return [
        {
            "key": deed.slug,
            "label": label,
            "primary": deed.slug == main,
            "form": form_of(deed, item),
            "url": f"/viec/{item.page.pk}/{deed.slug}/",
            "link": f"/viec/{item.page.pk}/tuyen/" if deed.slug == "trinh" else "",
            "help": deed.help,
            "submit": deed.submit or label,
            "tone": deed.tone,
            "danger": deed.tone == "alarm",
        }
        for deed, label in found
    ]


def links(item: Seen) -> list[dict[str, str]]:
    """Quiet ways on: the record, the slip, the page itself."""
    root = f"/viec/{item.page.pk}/"
    found = [{"title": "Nhật ký đầy đủ", "url": f"{root}nhat-ky/"}]
    if slip_of(item) is not None:
        found.append({"title": "Phiếu duyệt", "url": f"{root}phieu-duyet/"})
    if item.page.live:
        found.append({"title": "Xem trên cổng", "url": address(item.page)})
    return found


def edit_url(item: Seen) -> str:
    """Where this person edits the text; "" where he may not now."""
    acting = item.acting
    refusal = rules.may_edit(item.person.pk, item.state, item.standing.hands, acting[1] if acting else None, item.board,
                             live=item.page.live)  # fmt: skip
    if refusal is not None or item.state is State.PUBLISHED:
        return ""
    return f"/viet/{item.page.pk}/" if isinstance(item.draft, Article) else f"/viec/chuyen-muc/{item.page.pk}/sua/"


@with_item
@require_safe
def record(request: HttpRequest, item: Seen) -> HttpResponse:
    """The whole record of an item."""
    return render(request, "desk/history.html", {"item": head(item), "history": history(item)})


@with_item
@require_safe
def route(request: HttpRequest, item: Seen) -> HttpResponse:
    """Which way a text would go, by name and clause, and what it lacks; shown before it is submitted."""
    if item.standing.passage is not None:
        return redirect("desk:review", pk=item.page.pk)
    return render(request, "desk/route_preview.html", ahead(item))


def ahead(item: Seen) -> dict[str, Any]:
    found = foreseen(item)
    lacking = item.draft.not_ready(item.at)
    refusal = rules.may_submit(item.person.pk, item.state, item.standing.hands, item.board)
    return {
        "item": head(item),
        "why": {"text": found.why, "clause": found.clause},
        "route": expected(found, item),
        "checks": [{"ok": False, "label": one.message, "clause": one.clause} for one in lacking]
        or [
            {
                "ok": True,
                "label": f"Đủ mọi mục mà thể loại {head(item)['genre_title'].lower()} cần.",
                "clause": "Điều 12.2",
            }
        ],
        "refusal": refusal,
        "ready": refusal is None and not lacking,
        "submit_url": f"/viec/{item.page.pk}/trinh/",
        "back_url": edit_url(item) or f"/viec/{item.page.pk}/",
    }


STEPS = ("submit", "pass", "propose_refusal", "vouch", "approve", "publish")


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
    text = approval.revision.as_object()
    told = facts_shown(text) if isinstance(text, Article) else [("Loại", text._meta.verbose_name.capitalize())]
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
