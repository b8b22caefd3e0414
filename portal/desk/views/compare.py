"""Any two texts of an item, side by side in words and pictures."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

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
    found = between(item.text(texts[before]), item.text(texts[after]), f"Bản {before} và bản {after}", [], item.names)
    context = {"item": head(item), "difference": found, "texts": _texts(item), "before": before, "after": after}
    return render(request, "desk/compare.html", context)


def _texts(item: Seen) -> list[dict[str, Any]]:
    """Every text of the item, newest first: its number, whose it is, since when."""
    kept = {line.revision_id: line for line in item.lines if line.verb in ("draft", "edit")}
    told = []
    for pk, number in sorted(item.numbers.items(), reverse=True):
        line = kept.get(pk)
        whose = f" – {item.names.get(line.actor_id or 0, '')}, {moment(line.at)}" if line else ""
        told.append({"number": number, "told": f"Bản {number}{whose}"})
    return told


def _number(request: HttpRequest, name: str, usual: int) -> int:
    given = request.GET.get(name, "")
    return int(given) if is_number(given) else usual
