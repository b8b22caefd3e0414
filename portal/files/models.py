"""Pictures and documents: content-addressed, immutable, private until something approved shows them."""

import io
from contextlib import nullcontext
from functools import cache
from pathlib import PurePath
from typing import Any

from django.core.files.base import ContentFile, File
from django.db import models
from django.db.models.signals import pre_delete
from django.dispatch import receiver
from django.urls import reverse
from PIL import Image
from wagtail.documents.models import AbstractDocument
from wagtail.images.models import AbstractImage, AbstractRendition

from portal.base.refused import Refused
from portal.base.rules import Refusal
from portal.files.places import Kept as Kept
from portal.files.rules import AVIF_QUALITY, AVIF_SPEED, Scan, at_width, widths_of

IMMUTABLE = Refusal(
    "R-FILE-01", "Điều 14.2", "Tệp đã lưu không thay được; hãy tải tệp mới lên để bài được duyệt lại với tệp ấy."
)
UNCHECKED = Refusal("R-FILE-07", "Điều 8.1, 13.7", "Tệp chỉ được nhận ở bàn biên tập, nơi nội dung tệp được kiểm tra.")
MADE_AGAIN = "anh/ban/"
SCAN_FIELDS = frozenset({"scan", "scanned_at", "scan_note"})


@cache
def _at_gate(spec: str) -> tuple[str, str]:
    """The address of any picture in one form, in two halves round its number: pages show dozens of them."""
    before, _, after = reverse("files:rendition", args=[0, spec]).partition("/0/")
    return f"{before}/", f"/{after}"


def rendition_address(picture: int, spec: str) -> str:
    """Where a picture is asked for in one form."""
    before, after = _at_gate(spec)
    return f"{before}{picture}{after}"


class PrivateStorage(Kept):
    """Files with no address of their own, only views that ask first; kept whatever a screen does."""

    def delete(self, name: str) -> None:
        """Only what can be made again goes: Wagtail's screens delete the file behind a document they may not change."""
        if name.startswith(MADE_AGAIN):
            super().delete(name)

    def erase(self, name: str) -> None:
        """For good: for whoever has a right to be forgotten (`files.destroying`)."""
        super().delete(name)


class Stored(models.Model):
    """What every stored file has: its hash, its scan state, and the promise not to change."""

    class ScanState(models.TextChoices):
        PENDING = Scan.PENDING.value, "chờ quét"
        CLEAN = Scan.CLEAN.value, "sạch"
        INFECTED = Scan.INFECTED.value, "có mã độc"
        NOT_SCANNED = Scan.NOT_SCANNED.value, "chưa quét (nhà trường chưa cài trình quét)"

    sha256 = models.CharField(max_length=64, db_index=True, editable=False)
    scan = models.CharField(max_length=12, choices=ScanState.choices, default=ScanState.PENDING, editable=False)
    scanned_at = models.DateTimeField(null=True, editable=False)
    scan_note = models.CharField(max_length=200, blank=True, editable=False)

    class Meta:
        abstract = True

    def save(self, *args: object, **kwargs: object) -> None:
        fields = kwargs.get("update_fields")
        if self.pk is not None and not (fields and set(fields) <= SCAN_FIELDS):  # type: ignore[call-overload]
            raise Refused(IMMUTABLE)
        if not self.sha256:
            raise Refused(UNCHECKED)
        super().save(*args, **kwargs)  # type: ignore[arg-type]

    def delete(self, *args: object, **kwargs: object) -> tuple[int, dict[str, int]]:
        raise Refused(IMMUTABLE)


class Picture(Stored, AbstractImage):
    """A picture with the words shown with it. Another text or another file is another picture."""

    file = models.ImageField(
        "tệp", upload_to="anh/", width_field="width", height_field="height", storage=PrivateStorage()
    )
    alt = models.CharField("mô tả cho người không nhìn thấy ảnh", max_length=300, blank=True)
    credit = models.CharField("người chụp", max_length=120, blank=True)
    withheld_at = models.DateTimeField("không cho người ngoài xem từ", null=True, editable=False)

    admin_form_fields = ("title", "file", "alt", "credit")

    class Meta(AbstractImage.Meta):
        verbose_name = "ảnh"
        indexes = [models.Index(fields=["scan", "id"], name="files_picture_scan")]

    @property
    def default_alt_text(self) -> str:
        return self.alt

    def generate_rendition_file(self, filter: Any, *, source: Any = None) -> File:
        """Wagtail's own, with its temporary file closed; AVIF by hand, at a speed a small machine can bear."""
        if filter.spec.endswith("|format-avif"):
            return self._as_avif(filter.spec)
        with (  # opened before Wagtail opens what it would leave open
            nullcontext(source) if source else self.open_file() as kept,
            super().generate_rendition_file(filter, source=kept) as made,
        ):
            made.seek(0)
            return ContentFile(made.read(), made.name)

    def _as_avif(self, spec: str) -> File:
        width = min(int(spec.removeprefix("width-").partition("|")[0]), self.width)
        out = io.BytesIO()
        with self.file.storage.open(self.file.name, "rb") as kept, Image.open(kept) as whole:
            plain = whole if whole.mode in ("RGB", "RGBA", "L") else whole.convert("RGBA")
            small = plain.resize((width, round(self.height * width / self.width)), Image.Resampling.LANCZOS)
            small.save(out, "AVIF", quality=AVIF_QUALITY, speed=AVIF_SPEED)
        stem = PurePath(str(self.file.name)).stem[:30]
        return ContentFile(out.getvalue(), f"{stem}.{spec.replace('|', '.')}.avif")

    @property
    def url(self) -> str:
        """The picture at the width of a column; asked for at the gate like every file."""
        return rendition_address(self.pk, at_width(800))

    @property
    def large(self) -> str:
        """The picture as large as it is ever shown."""
        return rendition_address(self.pk, at_width(widths_of(self.width)[-1][0]))

    @property
    def srcset(self) -> str:
        """The same picture at every width, for the browser to choose from."""
        return self._set("webp")

    @property
    def avif(self) -> str:
        """The same again, lighter, for browsers that know AVIF."""
        return self._set("avif")

    def _set(self, form: str) -> str:
        widths = ((shown, rendition_address(self.pk, at_width(width, form))) for width, shown in widths_of(self.width))
        return ", ".join(f"{url} {shown}w" for shown, url in widths)


@receiver(pre_delete)
def keep_what_is_stored(sender: type[models.Model], **_: Any) -> None:
    """Wagtail's bulk screens delete by query, past `delete()`: here it ends."""
    if issubclass(sender, Stored):
        raise Refused(IMMUTABLE)


class PictureRendition(AbstractRendition):
    """A picture at one width; served by the same gate as its picture."""

    image = models.ForeignKey(Picture, models.CASCADE, related_name="renditions")
    file = models.ImageField(upload_to=MADE_AGAIN, width_field="width", height_field="height", storage=PrivateStorage())

    class Meta:
        unique_together = (("image", "filter_spec", "focal_point_key"),)

    @property
    def url(self) -> str:
        return reverse("files:rendition", args=[self.image_id, self.filter_spec])


class Attachment(Stored, AbstractDocument):
    """A document to download."""

    file = models.FileField("tệp", upload_to="tep/", storage=PrivateStorage())
    kind = models.CharField("loại", max_length=10, editable=False)
    guarded = models.BooleanField("chỉ mở khi phòng giữ tệp cho phép", default=False, editable=False)

    admin_form_fields = ("title", "file")

    class Meta(AbstractDocument.Meta):
        verbose_name = "tệp đính kèm"
        indexes = [models.Index(fields=["scan", "id"], name="files_attachment_scan")]

    @property
    def url(self) -> str:
        return reverse("files:attachment", args=[self.pk])


class WithFiles:
    """A kind of page that carries files, by number in `papers`, in the order they were put."""

    papers: Any

    def shown_attachments(self) -> set[int]:
        """By number, for whoever asks what a reader of the page may open."""
        return set(self.papers)

    def attached(self) -> list[Attachment]:
        """Those that are there, in their order."""
        found = Attachment.objects.in_bulk(self.papers) if self.papers else {}
        return [found[pk] for pk in self.papers if pk in found]


class Exposure(models.Model):
    """That a stored file may be opened by outsiders because an approved public item shows it; or by insiders only."""

    class Audience(models.TextChoices):
        PUBLIC = "public"
        INTERNAL = "internal"

    picture = models.ForeignKey(Picture, models.PROTECT, null=True, related_name="exposures")
    attachment = models.ForeignKey(Attachment, models.PROTECT, null=True, related_name="exposures")
    holder_type = models.CharField(max_length=60)
    holder_id = models.BigIntegerField()
    audience = models.CharField(max_length=10, choices=Audience.choices)
    until = models.DateTimeField("đến trước", null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(picture=None) ^ models.Q(attachment=None), name="files_exposure_of_one_file"
            )
        ]
        indexes = [models.Index(fields=["holder_type", "holder_id"], name="files_exposure_holder")]
