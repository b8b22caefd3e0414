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
]
