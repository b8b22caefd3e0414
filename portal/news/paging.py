"""One page of a list readers leaf through."""

from typing import Any

from django.core.paginator import InvalidPage, Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest

from portal.news.models import Article

A_PAGE = 12


def page_of(request: HttpRequest, found: QuerySet[Article]) -> Any:
    """The page asked for; one that does not exist is not found."""
    try:
        return Paginator(found, A_PAGE).page(request.GET.get("page", 1))
    except InvalidPage as error:
        raise Http404 from error
