"""A file shown in the page, as far as browsers can; a page that shows one says so, and the content policy lets it."""

from typing import Any

from django import template

from portal.files.models import Attachment
from portal.files.office.doc import can_show
from portal.intranet.bulk.rules import FILMS, OFFICE, PICTURES, SOUNDS
from portal.intranet.models import PaperPreview

register = template.Library()


@register.inclusion_tag("intranet/preview.html", takes_context=True)
def preview(context: Any, file: Attachment) -> dict[str, Any]:
    """How `file` is looked at here: picture, sound, film, paper; or why it is not."""
    request, how, shown, told = context["request"], "", file, ""
    if file.kind in OFFICE:
        row = PaperPreview.objects.select_related("pdf").filter(of=file.pk).first()
        if row is not None and row.pdf is not None:
            how, shown = "paper", row.pdf
        else:
            told = row.told if row is not None and row.told else WAITS if can_show() else ABSENT
    else:
        sorts = (("picture", PICTURES), ("sound", SOUNDS), ("film", FILMS), ("paper", {"pdf"}))
        how = next((name for name, kinds in sorts if file.kind in kinds), "")
    request.shows_frames = how == "paper" or getattr(request, "shows_frames", False)
    request.plays_media = how in ("sound", "film") or getattr(request, "plays_media", False)
    return {"how": how, "shown": shown, "file": file, "told": told}


WAITS = "Bản xem trước đang được dựng; tải lại trang sau ít phút."
ABSENT = "Máy chủ chưa cài LibreOffice nên chưa xem trước tệp này trong trang; thầy/cô tải về để xem."
