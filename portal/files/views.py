"""The only way a stored file leaves the house: ask first, then send it, or have nginx send it (PORTAL_ACCEL)."""

from collections.abc import Callable
from functools import wraps
from pathlib import PurePath
from typing import BinaryIO, cast
from urllib.parse import quote

from django.conf import settings
from django.db.models.fields.files import FieldFile
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils.cache import get_conditional_response
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe
from wagtail.images.models import SourceImageIOError

from portal.base import clock
from portal.base.text import slug
from portal.files.models import Attachment, Kept, Picture
from portal.files.places import Silent
from portal.files.queries import is_public, may_open
from portal.files.rules import (
    MATERIAL_TYPES,
    MEDIA_TYPES,
    PAPER_TYPES,
    PICTURE_TYPES,
    RENDITIONS,
    may_be_served,
    part_of,
)
from portal.people import offices

TYPES = {kind: mime for mime, kind in (MATERIAL_TYPES | PAPER_TYPES).items()} | {
    "jpeg": "image/jpeg", "avif": "image/avif", "txt": "text/plain; charset=utf-8",
}  # fmt: skip
TECHNICAL = frozenset({"max-165x165", "max-800x600"})  # what Wagtail's own screens show of any picture
OPENED_IN_PLACE = frozenset({"pdf", *PICTURE_TYPES.values(), *MEDIA_TYPES.values()})
POLICY = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'"
ASK_AGAIN_AFTER = 600  # seconds a cache may keep a public file: a withdrawn one is gone within ten minutes

COMES_BACK_AFTER = 30  # seconds a reader's machine waits before it asks a silent bucket again


def or_later(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """503, kept by nobody, while the place where files lie does not answer."""

    @wraps(view)
    def asked(*args: object, **kwargs: object) -> HttpResponseBase:
        try:
            return view(*args, **kwargs)
        except Silent:
            answer = HttpResponse(status=503, headers={"Retry-After": str(COMES_BACK_AFTER)})
            return _dress(answer, "")

    return asked


@require_safe
@or_later
def rendition(request: HttpRequest, pk: int, spec: str) -> HttpResponseBase:
    """A picture at one of the widths pages use; nothing else is ever made of it."""
    if spec not in RENDITIONS:
        raise Http404
    picture = get_object_or_404(Picture, pk=pk)
    if spec not in TECHNICAL or not _for_technicians(request, picture):
        _gate(request, picture)
    etag = f'"{picture.sha256[:32]}.{spec}"' if is_public(picture, clock.now()) else ""
    if (unchanged := _unchanged(request, etag)) is not None:
        return unchanged
    made = _made(picture, spec)
    if _nginx_sends(made) and not etag:  # a public one nginx keeps, if it has its bytes
        return _dress(_by_nginx(made), etag)
    with _opened(made) as file:  # small: read and closed at once
        return _dress(HttpResponse(file.read(), content_type=_type(made)), etag)


@require_safe
@or_later
def attachment(request: HttpRequest, pk: int) -> HttpResponseBase:
    """A document; downloaded under a plain name; what browsers show themselves is opened in place, and by parts."""
    document = get_object_or_404(Attachment, pk=pk)
    _gate(request, document)
    etag = f'"{document.sha256[:32]}"' if is_public(document, clock.now()) else ""
    if (unchanged := _unchanged(request, etag)) is not None:
        return unchanged
    if _nginx_sends(document.file):
        answer = _dress(_by_nginx(document.file), etag)
    elif request.method == "HEAD":
        answer = _dress(HttpResponse(content_type=_type(document.file)), etag)
        answer["Content-Length"] = str(document.file_size)
    else:
        answer = _dress(_sent(request, document, etag), etag)
    name = f"{slug(document.title)}.{document.kind}"
    answer["Content-Disposition"] = str(content_disposition_header(document.kind not in OPENED_IN_PLACE, name))
    return answer


def _made(picture: Picture, spec: str) -> FieldFile:
    """The picture in that form, made now if it never was."""
    try:
        return cast(FieldFile, picture.get_rendition(spec).file)
    except SourceImageIOError as unreadable:  # raised in place of what the place of files said
        if isinstance(unreadable.__cause__, Silent):
            raise unreadable.__cause__ from None
        raise Http404 from unreadable


def _gate(request: HttpRequest, stored: Picture | Attachment) -> None:
    if not may_open(stored, request.user, clock.now()):
        raise Http404


def _for_technicians(request: HttpRequest, picture: Picture) -> bool:
    """Who opens Wagtail's list of pictures sees them there as small as it shows them, whatever kind of reader he is else."""
    return may_be_served(picture.scan) and offices.opens_technical_screens(request.user, clock.now())


def _unchanged(request: HttpRequest, etag: str) -> HttpResponseBase | None:
    """304 where the reader's copy of a public file is still right."""
    if not etag:
        return None
    fresh = _dress(HttpResponse(), etag)
    answer = get_conditional_response(request, etag=etag, response=fresh)
    return answer if answer is not fresh else None


def _opened(file: FieldFile) -> BinaryIO:
    try:
        return cast(BinaryIO, file.storage.open(file.name, "rb"))
    except FileNotFoundError as missing:
        raise Http404 from missing


def _sent(request: HttpRequest, document: Attachment, etag: str) -> HttpResponseBase:
    """The file, or the one part of it that is asked for: a player goes to the middle of a film without what comes before.
    nginx, where it sends files, does the same by itself."""
    kind, size = _type(document.file), document.file_size or document.file.size
    try:
        wanted = (
            part_of(request.headers.get("Range", ""), size) if request.headers.get("If-Range", etag) == etag else None
        )
    except ValueError:
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"}, content_type=kind)
    if wanted is None and _kept(document.file).on_disk:
        answer = FileResponse(_opened(document.file), content_type=kind)
    else:
        first, last = wanted or (0, size - 1)
        answer = FileResponse(_flowing(document.file, first, last), content_type=kind)
        answer["Content-Length"] = str(last - first + 1)
    if wanted is not None:
        answer.status_code, answer["Content-Range"] = 206, f"bytes {first}-{last}/{size}"
    answer["Accept-Ranges"] = "bytes"
    return answer


def _kept(file: FieldFile) -> Kept:
    return cast(Kept, file.storage)


def _flowing(file: FieldFile, first: int, last: int) -> BinaryIO:
    """Those bytes as they come; a bucket is asked for no others."""
    try:
        return cast(BinaryIO, _kept(file).part(str(file.name), first, last))
    except FileNotFoundError as missing:
        raise Http404 from missing


def _nginx_sends(file: FieldFile) -> bool:
    """Whether nginx could: it reads the disk, and no bucket."""
    return bool(settings.PORTAL_ACCEL) and _kept(file).on_disk


def _by_nginx(file: FieldFile) -> HttpResponse:
    """Tells nginx which file to send; length, ranges and ETag are then its own."""
    if not file.storage.exists(str(file.name)):
        raise Http404
    return HttpResponse(
        headers={"Content-Type": _type(file), "X-Accel-Redirect": settings.PORTAL_ACCEL + quote(str(file.name))}
    )


def _type(file: FieldFile) -> str:
    return TYPES.get(PurePath(str(file.name)).suffix.lstrip(".").lower(), "application/octet-stream")


def _dress(answer: HttpResponseBase, etag: str) -> HttpResponseBase:
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Content-Security-Policy"] = POLICY
    answer["Cache-Control"] = f"public, max-age={ASK_AGAIN_AFTER}" if etag else "private, no-store"
    if etag:
        answer["ETag"] = etag
    return answer
