"""One page of a list readers leaf through."""

from collections.abc import Mapping
from typing import Any

from django.core.paginator import InvalidPage, Page, Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest

from portal.news.models import Article
from portal.news.reading.months import Month

A_PAGE = 12
NEAR = 240  # articles skipped one by one before a whole month is


def page_of(request: HttpRequest, found: QuerySet[Article], months: Mapping[int, int], size: int = A_PAGE) -> Any:
    """The page asked for of a list in the order of lists, of which so many went up each month; one that does not exist is
    not found."""
    try:
        return Leaves(found, months, size).page(request.GET.get("page", 1))
    except InvalidPage as error:
        raise Http404 from error


class Leaves(Paginator):  # type: ignore[type-arg]
    """Pages of a list whose articles are counted by months: nobody counts them again, and the last page costs hardly more
    than the first, since the months above it are skipped whole."""

    def __init__(self, found: QuerySet[Article], months: Mapping[int, int], size: int) -> None:
        super().__init__(found, size)
        self.months = months
        self.count = sum(months.values())  # type: ignore[misc]

    def page(self, number: Any) -> Page[Article]:
        number = self.validate_number(number)
        found, skipped = self.object_list, (number - 1) * self.per_page
        if skipped > NEAR:
            found, skipped = self._below(skipped)
        return self._get_page(list(found[skipped : skipped + self.per_page]), number, self)

    def _below(self, skipped: int) -> tuple[QuerySet[Article], int]:
        """The list from the month on in which the page begins, and how many of that month to skip."""
        for month, many in sorted(self.months.items(), reverse=True):
            if skipped < many:
                ends = Month.of(month).after.begins
                return self.object_list.filter(listed__up_at__lt=ends), skipped
            skipped -= many
        return self.object_list.none(), 0
