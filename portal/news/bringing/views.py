"""Nhập từ Word: choose or paste; see how far it is; look through every conversion, and turn it back if it is wrong."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from portal.approval.queries import standing
from portal.base import clock
from portal.base.refused import STATUS, Refused
from portal.news.bringing import actions
from portal.news.bringing.basket import Basket
from portal.news.bringing.forms import BringForm
from portal.news.bringing.queries import brought_before, lately, papers_of, progress
from portal.news.bringing.shown import Told
from portal.news.editor.gate import may_edit, writer
from portal.news.editor.keeping import CHANNEL
from portal.news.models import Bringing, Brought
from portal.people import offices
from portal.people.models import Person

A_PAGE = 20  # converted places
REFRESH = 4  # seconds between looks without JavaScript


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def bring(request: HttpRequest) -> HttpResponse:
    """One paper is read at once; several, or what takes long, by the worker. What can be read need not be chosen twice."""
    at, person = clock.now(), writer(request)
    bound = request.method == "POST"
    form = BringForm(request.POST if bound else None, request.FILES if bound else None, person=person, at=at,
                     initial={"section": request.GET.get("section", "")})  # fmt: skip
    context: dict[str, Any] = {"form": form, "lately": lately(person)}
    if not bound:
        return render(request, "news/bring.html", context)
    basket, status = Basket(request.POST, request.FILES, person, at), 422
    if form.is_valid():
        said = form.cleaned_data
        try:
            return _led(basket.begin(said["pasted"], said["html"], form.asked()))
        except Refused as refused:
            status = STATUS[refused.ground]
            form.say(refused.refusals)
    form.say(basket.hold())
    return render(request, "news/bring.html", context | {"basket": basket}, status=status)


def _led(made: Brought | Bringing) -> HttpResponse:
    return redirect("news:brought" if isinstance(made, Brought) else "news:bringing", made.pk)


@login_required
@require_safe
def bringing(request: HttpRequest, pk: int) -> HttpResponse:
    """How far the worker is with one bringing; looks again by itself while papers wait."""
    begun = get_object_or_404(Bringing, pk=pk, person=request.user)
    papers = list(papers_of(begun))
    if any(paper.state == Brought.State.HELD for paper in papers):
        raise Http404
    context = {"bringing": begun, "papers": papers, "progress": progress(papers), "refresh": REFRESH}
    return render(request, "news/bringing.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def brought(request: HttpRequest, pk: int) -> HttpResponse:
    """Every conversion of one paper, before and after; POST turns all of it back, or forth again."""
    at, person = clock.now(), request.user
    assert isinstance(person, Person)
    try:
        row = brought_before(pk, person, at)
    except Brought.DoesNotExist as missing:
        raise Http404 from missing
    status, refusal = 200, ""
    if request.method == "POST":
        try:
            row = actions.as_it_was(row, by=person, at=at, channel=CHANNEL)
        except Refused as refused:
            status, refusal = STATUS[refused.ground], str(refused)
        else:
            messages.success(request, _turned(row))
            return redirect("news:brought", row.pk)
    now = standing(row.article.case, at, offices.board(at))  # type: ignore[union-attr]
    closed = may_edit(now, person, row.article) or actions.turning(row)  # type: ignore[arg-type]
    page = Paginator(row.changes, A_PAGE).get_page(request.GET.get("page"))
    context = {"row": row, "page_obj": page, "changes": [Told.of(one) for one in page], "refusal": refusal,
               "closed": closed}  # fmt: skip
    return render(request, "news/brought.html", context, status=status)


def _turned(row: Brought) -> str:
    if row.converted:
        return "Đã đổi lại sang Unicode như lúc mới nhập."
    return "Đã trả về đúng chữ trong bản gốc, chưa đổi phông."
