"""What an article is made of. Values are plain and typed, the same on screen, in the API and in the hash."""

from typing import Any

from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock


def _template(name: str) -> str:
    return f"blocks/{name}.html"


class ImageBlock(blocks.StructBlock):
    picture = ImageChooserBlock(label="ảnh")
    caption = blocks.CharBlock(label="chú thích", required=False, max_length=400)

    class Meta:
        template = _template("image")
        label = "Ảnh"


class QuoteBlock(blocks.StructBlock):
    text = blocks.TextBlock(label="lời trích")
    source = blocks.CharBlock(label="của ai", required=False, max_length=200)

    class Meta:
        template = _template("quote")
        label = "Trích dẫn"


class TableBlock(blocks.StructBlock):
    caption = blocks.CharBlock(label="tên bảng", required=False, max_length=200)
    rows = blocks.ListBlock(blocks.ListBlock(blocks.CharBlock(required=False)), label="các dòng, dòng đầu là tiêu đề")

    class Meta:
        template = _template("table")
        label = "Bảng"


class DocumentBlock(blocks.StructBlock):
    document = DocumentChooserBlock(label="tệp")

    class Meta:
        template = _template("document")
        label = "Tệp đính kèm"


class VideoBlock(blocks.StructBlock):
    url = blocks.URLBlock(label="địa chỉ video")
    title = blocks.CharBlock(label="tên video", max_length=200)

    class Meta:
        template = _template("video")
        label = "Video"


class NoticeBlock(blocks.StructBlock):
    text = blocks.TextBlock(label="nội dung")

    class Meta:
        template = _template("notice")
        label = "Ô chú ý"


class PraiseRowBlock(blocks.StructBlock):
    """A pupil and his class by their numbers, or a grown-up by name and post; the award. No child's name is ever kept here."""

    pupil = blocks.IntegerBlock(label="số của em", required=False)
    room = blocks.IntegerBlock(label="số của lớp", required=False)
    adult = blocks.CharBlock(label="người lớn", required=False, max_length=200)
    post = blocks.CharBlock(label="là", required=False, max_length=40)
    award = blocks.CharBlock(label="danh hiệu", max_length=200)


class PraiseBlock(blocks.StructBlock):
    """Whose names it shows is asked of the rolls each time it is drawn (R-PRAISE-12)."""

    caption = blocks.CharBlock(label="tên bảng", required=False, max_length=200)
    rows = blocks.ListBlock(PraiseRowBlock(), label="các dòng")

    class Meta:
        template = _template("praise")
        label = "Bảng khen"

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        from portal.news.praising import shown  # the rolls are read by other rooms once all models are there

        context: dict[str, Any] = super().get_context(value, parent_context)
        return context | {"shown": shown(value)}


class LinkBlock(blocks.StructBlock):
    """`url` is an address outside, a path of this portal, or mailto:, tel: (see `news.intake.links`)."""

    title = blocks.CharBlock(label="tên", max_length=200)
    url = blocks.CharBlock(label="địa chỉ", max_length=500)
    note = blocks.CharBlock(label="một câu giới thiệu", required=False, max_length=300)


BODY: list[tuple[str, Any]] = [
    ("paragraph", blocks.RichTextBlock(label="Đoạn văn", template=_template("paragraph"))),
    ("heading", blocks.CharBlock(label="Tiêu đề mục", max_length=200, template=_template("heading"))),
    ("image", ImageBlock()),
    ("gallery", blocks.ListBlock(ImageBlock(), label="Bộ ảnh", template=_template("gallery"))),
    ("quote", QuoteBlock()),
    ("table", TableBlock()),
    ("document", DocumentBlock()),
    ("video", VideoBlock()),
    ("notice", NoticeBlock()),
    ("links", blocks.ListBlock(LinkBlock(), label="Liên kết", template=_template("links"))),
    ("praise", PraiseBlock()),
]
