"""Addresses of the portal before: 301 to what stands there now, 410 once that was taken down (Điều 3, 8.1)."""

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render

from portal.base import clock
from portal.news.presenters import address
from portal.news.queries import gone, sections_for, topics, visible_to
from portal.operations.queries import answers_for


def moved(request: HttpRequest) -> HttpResponse | None:
    """The answer for an address that leads nowhere here but led somewhere before; None where it never did, or leads to
    what this person may not know of. Asked only where nothing else answers; one query, some more where it is known."""
    if request.method not in ("GET", "HEAD"):
        return None
    found, at = answers_for(request.path, request.META.get("QUERY_STRING", "")), clock.now()
    if found is None:
        return None
    if found.attachment is not None:
        return HttpResponsePermanentRedirect(found.attachment.url)
    person = getattr(request, "user", None)
    article = visible_to(person, at).filter(pk=found.page_id).first()
    if article is not None:
        return HttpResponsePermanentRedirect(address(article))
    place = sections_for(person, at).filter(pk=found.page_id).first() or topics().filter(pk=found.page_id).first()
    if place is not None:
        return HttpResponsePermanentRedirect(address(place))
    over = gone(found.page_id or 0, person, at)
    if over is None:
        return None
    request.canonical_url = ""  # type: ignore[attr-defined]
    told = {"withdrawn_at": over.withdrawn_at, "expired_at": over.expired_at}
    return render(request, "410.html", told, status=410)
