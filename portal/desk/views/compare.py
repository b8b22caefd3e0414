"""Any two texts of an item, side by side in words and pictures."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from wagtail.models import Revision

from portal.base.text import is_number
from portal.desk.comparing import between
from portal.desk.queries import Seen
from portal.desk.queries.record import moment
from portal.desk.shown import head
from portal.desk.views.gate import with_item


@with_item
@require_safe
def compare(request: HttpRequest, item: Seen) -> HttpResponse:
    """`tu` and `den` are numbers of texts as people count them; without them the last two."""
    newest = max(item.numbers.values())
    before, after = _number(request, "tu", max(newest - 1, 1)), _number(request, "den", newest)
    texts = {number: pk for pk, number in item.numbers.items()}
    if before not in texts or after not in texts:
        raise Http404
    rows = Revision.objects.filter(pk__in=texts.values()).select_related("user").defer("content").order_by("-id")
    told = [
        {
            "number": item.numbers[row.pk],
            "told": f"bản {item.numbers[row.pk]} – {row.user or 'Cổng'}, {moment(row.created_at)}",
        }
        for row in rows
    ]
    found = between(item.text(texts[before]), item.text(texts[after]), f"Bản {before} và bản {after}", [], item.names)
    context = {"item": head(item), "difference": found, "texts": told, "before": before, "after": after}
    return render(request, "desk/compare.html", context)


def _number(request: HttpRequest, name: str, usual: int) -> int:
    given = request.GET.get(name, "")
    return int(given) if is_number(given) else usual
