"""Blocks of words: paragraph, heading, quote, notice, video."""

from typing import Any

from django import forms

from portal.news.editor.blocks.base import BlockForm, area
from portal.news.editor.markup import as_html, as_text, bare

MARKS = "Dòng trống: đoạn mới. Dòng bắt đầu bằng “- ”: gạch đầu dòng. **đậm**, *nghiêng*, [chữ](https://địa-chỉ)."


class ParagraphForm(BlockForm):
    kind, title = "paragraph", "Đoạn văn"
    mended = ("text",)
    text = forms.CharField(label="Nội dung", required=False, strip=False, widget=area(8), help_text=MARKS)

    @classmethod
    def shown(cls, value: Any) -> dict[str, Any]:
        return {"text": as_text(value)}

    def value(self) -> Any:
        return as_html(self.said("text")) or None

    def words(self) -> str:
        return bare(as_html(self.said("text")))


class HeadingForm(BlockForm):
    kind, title = "heading", "Tiêu đề mục"
    mended = ("text",)
    text = forms.CharField(label="Tiêu đề mục", required=False, help_text="Một dòng ngắn, nhiều nhất 200 ký tự.")

    @classmethod
    def shown(cls, value: Any) -> dict[str, Any]:
        return {"text": value}

    def value(self) -> Any:
        return self.said("text") or None


class QuoteForm(BlockForm):
    kind, title = "quote", "Trích dẫn"
    mended = ("text", "source")
    text = forms.CharField(label="Lời trích", required=False, widget=area(3), help_text="Không cần gõ dấu ngoặc kép.")
    source = forms.CharField(label="Của ai", required=False, help_text="Họ tên, lớp hoặc chức vụ.")

    @classmethod
    def shown(cls, value: Any) -> dict[str, Any]:
        return dict(value)

    def value(self) -> Any:
        value = {"text": self.said("text"), "source": self.said("source")}
        return value if any(value.values()) else None


class VideoForm(BlockForm):
    kind, title = "video", "Video"
    mended = ("name",)
    url = forms.CharField(label="Địa chỉ video", required=False, widget=forms.URLInput,
                          help_text="Bắt đầu bằng https://; người đọc mở ở trang ấy.")  # fmt: skip
    name = forms.CharField(label="Tên video", required=False)

    @classmethod
    def shown(cls, value: Any) -> dict[str, Any]:
        return {"url": value["url"], "name": value["title"]}

    def value(self) -> Any:
        url, name = self.said("url"), self.said("name")
        return {"url": url, "title": name or url} if url or name else None


class NoticeForm(BlockForm):
    kind, title = "notice", "Ô chú ý"
    mended = ("text",)
    text = forms.CharField(label="Điều cần chú ý", required=False, widget=area(3))

    @classmethod
    def shown(cls, value: Any) -> dict[str, Any]:
        return {"text": value["text"]}

    def value(self) -> Any:
        return {"text": self.said("text")} if self.said("text") else None
