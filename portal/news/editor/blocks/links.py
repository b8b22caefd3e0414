"""Links with a name and a sentence each: a line a link, its parts between bars."""

from typing import Any

from django import forms

from portal.news.editor.blocks.base import BlockForm, area
from portal.news.editor.blocks.tables import row_cells, row_text

PARTS = ("title", "url", "note")


class LinksForm(BlockForm):
    kind, title = "links", "Liên kết"
    mended = ("rows",)
    rows = forms.CharField(
        label="Các liên kết", required=False, strip=False, widget=area(5),
        help_text="Mỗi dòng một liên kết: tên | địa chỉ | một câu giới thiệu (câu này có thể để trống). "
                  "Địa chỉ bắt đầu bằng https://, hoặc / với trang của cổng này.",
    )  # fmt: skip

    @classmethod
    def shown(cls, value: Any) -> dict[str, Any]:
        return {"rows": "\n".join(row_text([row[part] for part in PARTS]) for row in value)}

    def value(self) -> Any:
        lines = self.said("rows").splitlines() if self.is_bound else []
        return [_link(row_cells(line)) for line in lines if line.strip()] or None


def _link(cells: list[str]) -> dict[str, str]:
    """Name, address, sentence; bars inside the sentence stay in it."""
    title, url, *note = [*cells, "", ""][: max(len(cells), 3)]
    return {"title": title, "url": url, "note": " | ".join(filter(None, note))}
