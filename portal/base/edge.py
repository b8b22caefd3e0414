"""Where text comes in: one form of each letter, by whichever door.

Telephones and Macs send marks beside their letters; the same word would be two. Passwords are typed on all of them too.
What only changes form is changed here, silently; what is broken is refused or mended further in.
"""

import unicodedata
from collections.abc import Callable
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.utils.datastructures import MultiValueDict

from portal.base.text.folding import steady

FORMS = frozenset(("application/x-www-form-urlencoded", "multipart/form-data"))


def composed(text: str) -> str:
    """A text in NFC, itself where it was already; of a flood of marks on one letter some are kept."""
    text = steady(text)
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def compose_json(value: Any) -> None:
    """Put every text of a JSON object or list into NFC, in place; names of fields are programs' own."""
    waiting = [value]
    while waiting:
        one = waiting.pop()
        for key, part in list(one.items() if isinstance(one, dict) else enumerate(one)):
            if isinstance(part, str):
                one[key] = composed(part)
            elif isinstance(part, dict | list):
                waiting.append(part)


def compose_values(sent: MultiValueDict[str, Any]) -> None:
    """Put every value of a query or a form, and the name of every upload, into NFC, in place."""
    for many in dict.values(sent):  # lists, for a query may not be changed through its own methods
        for place, value in enumerate(many):
            if isinstance(value, str):
                many[place] = composed(value)
            elif isinstance(value, UploadedFile):
                value.name = composed(value.name or "")


class ComposedTextMiddleware:
    """Addresses, queries, forms and names of uploads reach every view in NFC. Programs' JSON is composed where it is parsed
    (`portal.api.parser`); a view that takes its body itself does so itself."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.path_info.isascii():
            request.path_info, request.path = composed(request.path_info), composed(request.path)
        asked = request.META.get("QUERY_STRING", "")
        if "%" in asked or not asked.isascii():
            compose_values(request.GET)
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> None:
        if request.method != "POST" or request.content_type not in FORMS or getattr(view, "csrf_exempt", False):
            return  # what is exempt may be refused before it is read
        compose_values(request.POST)
        compose_values(request.FILES)
