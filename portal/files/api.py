"""Pictures and documents to be shown in articles, for the API."""

from typing import Any

from django.http import HttpRequest
from ninja import Field, File, Form, Router, Schema, Status
from ninja.files import UploadedFile

from portal.base import clock
from portal.base.api import not_found
from portal.base.refused import refuse_if
from portal.base.text import nfc
from portal.files import actions
from portal.files.rules import may_upload
from portal.people import offices

router = Router()


class PictureIn(Schema):
    title: str = ""
    alt: str = ""
    credit: str = ""


class DocumentIn(Schema):
    title: str = ""
    inside: bool = Field(False, description="chỉ để kèm thông báo nội bộ, học liệu: mở cho ai được đọc mục ấy")


class PictureOut(Schema):
    id: int
    title: str
    alt: str
    credit: str
    width: int
    height: int
    sha256: str
    scan: str


class DocumentOut(Schema):
    id: int
    title: str
    kind: str
    size: int
    sha256: str
    scan: str


@router.post("/images", response={201: PictureOut}, summary="Store a picture (JPEG, PNG, WebP)")
def store_image(request: HttpRequest, payload: Form[PictureIn], file: File[UploadedFile]) -> Any:
    """EXIF and GPS are taken out. Use the id in `body`: `{"type": "image", "value": {"picture": id, "caption": ""}}`."""
    by = request.auth.person  # type: ignore[attr-defined]
    refuse_if(may_upload(by.kind))
    made = actions.store_picture(
        file, title=_title(payload.title, file), alt=payload.alt.strip(), credit=payload.credit.strip(), by=by,
        at=clock.now(), channel="api",
    )  # fmt: skip
    return Status(
        201, {name: getattr(made, name) for name in PictureOut.model_fields if name != "id"} | {"id": made.pk}
    )


@router.post("/documents", response={201: DocumentOut}, summary="Store a document (PDF, DOCX, XLSX, PPTX)")
def store_document(request: HttpRequest, payload: Form[DocumentIn], file: File[UploadedFile]) -> Any:
    """Use the id in `body`: `{"type": "document", "value": {"document": id}}`; with `inside`, in `documents` of a notice to the
    staff or a resource, where it may be a picture, sound or film too."""
    by = request.auth.person  # type: ignore[attr-defined]
    at = clock.now()
    refuse_if(may_upload(by.kind))
    if payload.inside and not offices.is_insider(by, at):
        raise not_found("cổng nội bộ")
    made = actions.store_attachment(
        file, title=_title(payload.title, file), by=by, at=at, channel="api", guarded=payload.inside
    )
    return Status(201, {"id": made.pk, "title": made.title, "kind": made.kind, "size": made.file_size,
                        "sha256": made.sha256, "scan": made.scan})  # fmt: skip


def _title(given: str, file: UploadedFile) -> str:
    """What the caller named it, else the file's own name without its ending."""
    return given.strip() or nfc(file.name or "").rpartition(".")[0].strip() or "Không tên"
