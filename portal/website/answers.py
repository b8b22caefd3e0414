"""Answers for machines and for caches: the same whoever asks, asked again only where they changed."""

from hashlib import sha256

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response

ASK_AGAIN_AFTER = 600  # seconds, as for every public file: what was taken down is gone within ten minutes


def kept(
    request: HttpRequest, content: bytes, kind: str, *, tag: str = "", seconds: int = ASK_AGAIN_AFTER
) -> HttpResponseBase:
    """Public content a cache may keep for a while; 304 where the asker's copy is still right."""
    answer = HttpResponse(content, content_type=kind)
    answer["Cache-Control"] = f"public, max-age={seconds}" + (", immutable" if seconds > ASK_AGAIN_AFTER else "")
    answer["ETag"] = etag = f'"{tag or sha256(content).hexdigest()[:32]}"'
    return get_conditional_response(request, etag=etag, response=answer) or answer
