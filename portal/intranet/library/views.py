"""The library as colleagues use it: the list, an item with its versions, ratings, copies, files (Điều 15.1)."""

from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from portal.base.refused import STATUS, Refused
from portal.base.sheets import download
from portal.intranet.gate import CHANNEL, Here, for_insiders
from portal.intranet.library import actions, queries, rules
from portal.intranet.library.forms import NAMES, RatingForm, address, wanted
from portal.intranet.library.queries import Wanted
from portal.intranet.library.sheets import library_book
from portal.intranet.models import LibraryItem
from portal.intranet.rooms import page

A_PAGE, RATINGS_SHOWN, MONTHS_SHOWN = 24, 30, 12
LABELS = {"sort": "Loại", "grade": "Khối", "subject": "Môn", "year": "Năm học", "series": "Bộ sách", "unit": "Tổ"}
SEEN_AT_ONCE = 3  # questions that stand open; the others are a fold away


@require_safe
@for_insiders
def library(request: HttpRequest, here: Here) -> HttpResponse:
    """What there is, narrowed by what teachers ask for, twenty-four at a time."""
    asked, up = wanted(request.GET), LibraryItem.objects.filter(live=True)
    paged = Paginator(queries.listed(up, asked), A_PAGE).get_page(request.GET.get("page"))
    worth = queries.worth(item.pk for item in paged.object_list)
    query, questions = urlencode(address(asked)), _questions(asked, queries.choices(up, asked))
    return page(request, "intranet/library.html", {
        "rows": [(item, worth[item.pk]) for item in paged.object_list], "page_obj": paged, "count": paged.paginator.count,
        "asked": asked, "query": f"{query}&" if query else "", "narrowed": bool(query), "rest": address(replace(asked, words="")),
        "first": questions[:SEEN_AT_ONCE], "more": questions[SEEN_AT_ONCE:],
        "opened": any(one["chosen"] for one in questions[SEEN_AT_ONCE:]),
        "for_me": queries.asked_of(queries.teacher(here.person, here.at)).count(),
    })  # fmt: skip


def _questions(asked: Wanted, found: dict[str, list[queries.Choice]]) -> list[dict[str, Any]]:
    """One row of links for each thing a list is narrowed by; a chosen one leads back to everything."""
    return [
        {
            "title": title, "chosen": getattr(asked, name) is not None, "every": urlencode(address(asked, **{name: None})),
            "links": [(one, urlencode(address(asked, **{name: None if one.chosen else one.value}))) for one in found[name]],
        }
        for name, title in LABELS.items()
        if len(found[name]) > 1 or getattr(asked, name) is not None
    ]  # fmt: skip


@require_safe
@for_insiders
def sheet(request: HttpRequest, here: Here) -> HttpResponse:
    """The same list as a spreadsheet."""
    found = queries.listed(LibraryItem.objects.filter(live=True), wanted(request.GET))[: queries.MOST_LINES]
    return download(library_book(request, list(found)), f"kho-hoc-lieu-{here.at:%Y-%m-%d}.xlsx")


def _one(slug: str) -> LibraryItem:
    """The item of that address that is up."""
    rows = LibraryItem.objects.filter(live=True, slug=slug)
    found = rows.select_related("subject", "series", "unit", "case__creator", "copied_from__case__creator").first()
    if found is None:
        raise Http404
    return found


@require_safe
@for_insiders
def item(request: HttpRequest, here: Here, slug: str) -> HttpResponse:
    """One item: what it is, its files, what colleagues say, its versions."""
    return _told(request, here, _one(slug))


def _told(
    request: HttpRequest, here: Here, found: LibraryItem, form: RatingForm | None = None, refused: Refused | None = None
) -> HttpResponse:
    own = here.person.pk in queries.writers(found.case)
    ratings = list(found.ratings.select_related("by")[:RATINGS_SHOWN])
    mine = next((one for one in ratings if one.by_id == here.person.pk), None)
    given = {"stars": mine.stars, "reason": mine.reason} if mine else None
    context = {
        "item": found, "papers": found.attached(), "worth": queries.worth([found.pk])[found.pk], "ratings": ratings,
        "versions": queries.versions(found), "months": list(found.downloads.all()[:MONTHS_SHOWN]), "own": own,
        "form": form or RatingForm(initial=given), "mine": mine, "refused": refused, "year": rules.year_name(found.year or 0),
        "may_copy": rules.may_copy(found.licence, up=True) is None, "copies": found.copies.filter(live=True).count(),
        "may_mend": own or rules.sees_everything(here.board, here.person.pk), "like": _alike(found),
    }  # fmt: skip
    return page(request, "intranet/library_item.html", context, STATUS[refused.ground] if refused else 200)


def _alike(found: LibraryItem) -> str:
    """Where the others of its subject and grade are."""
    return urlencode([(NAMES["subject"], found.subject_id), (NAMES["grade"], found.grade)]) if found.subject_id else ""


@require_safe
@for_insiders
def version(request: HttpRequest, here: Here, slug: str, hash: str) -> HttpResponse:
    """One approved version, told by its hash (Điều 12.3)."""
    found = _one(slug)
    all_ = queries.versions(found)
    one = next((one for one in all_ if one.hash == hash), None)
    if one is None:
        raise Http404
    text = one.revision.as_object()
    context = {
        "item": found,
        "one": one,
        "text": text,
        "papers": text.attached(),
        "told": text.told(),
        "versions": all_,
    }
    return page(request, "intranet/library_version.html", context)


@require_POST
@for_insiders
def rate(request: HttpRequest, here: Here, slug: str) -> HttpResponse:
    """A colleague's rating, with its reason."""
    found, form = _one(slug), RatingForm(request.POST)
    stars = form.cleaned_data.get("stars") if form.is_valid() else None
    try:
        actions.rate(
            found, stars=stars, reason=request.POST.get("reason", ""), by=here.person, at=here.at, channel=CHANNEL
        )
    except Refused as refused:
        form.refuse(refused)
        return _told(request, here, found, form, refused)
    messages.success(request, "Cảm ơn thầy/cô. Người soạn đọc được lời đánh giá này.")
    return redirect("intranet:library_item", slug)


@require_POST
@for_insiders
def copy(request: HttpRequest, here: Here, slug: str) -> HttpResponse:
    """“Chép về của tôi”."""
    found = _one(slug)
    try:
        made = actions.copy(found, by=here.person, at=here.at, channel=CHANNEL)
    except Refused as refused:
        return _told(request, here, found, refused=refused)
    messages.success(request, "Đã chép về. Sửa xong, thầy/cô gửi như một học liệu mới; bản đã sửa đi trọn tuyến duyệt.")
    return redirect("intranet:library_edit", made.pk)


@require_POST
@for_insiders
def fetch(request: HttpRequest, here: Here, slug: str, pk: int) -> HttpResponse:
    """A file of it, counted; by whom is not kept (R-LIB-13)."""
    found = _one(slug)
    one = next((one for one in found.attached() if one.pk == pk), None)
    if one is None:
        raise Http404
    actions.fetched(found, here.at)
    return redirect(one.url)
