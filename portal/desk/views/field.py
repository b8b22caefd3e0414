"""Lĩnh vực của tôi: what a Member answers for (Điều 11.3, 11.5)."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from portal.desk.asked import board, moment
from portal.desk.queries.field import field_of


@login_required
@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    """The items of his fields in every state, his collaborators, who owes what; 404 for whoever has no field."""
    found = field_of(request.user, board(request), moment(request), state=request.GET.get("trang-thai", ""),  # type: ignore[arg-type]
                     page=request.GET.get("page", ""))  # fmt: skip
    if not found.fields:
        raise Http404
    return render(request, "desk/field.html", {"found": found, "page_obj": found.leaf, "query": found.query})
