"""Words travel packed: pages, feeds and calendars by gzip, so that a phone on a weak line reads sooner."""

from django.http import HttpRequest, HttpResponse
from django.middleware.gzip import GZipMiddleware

from portal.base.kept import ASKED_FOR_KEEPING, KEPT

WORDS = ("text/", "application/json", "application/xml", "application/rss+xml", "application/atom+xml",
         "application/manifest+json", "application/problem+json", "image/svg+xml")  # fmt: skip


class PackedWordsMiddleware(GZipMiddleware):
    """Django's gzip, with its padding against BREACH, for words alone: pictures and papers are packed already."""

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        if KEPT in request.META and ASKED_FOR_KEEPING in request.META:  # the page cache packs what it keeps, once
            return response
        if response.streaming or not response.get("Content-Type", "").startswith(WORDS):
            return response
        return super().process_response(request, response)
