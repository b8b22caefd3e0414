"""Tables: a line a row, cells between bars."""

import re
from typing import Any

from django import forms

from portal.news.editor.blocks.base import BlockForm, area

CELL = re.compile(r"(?<!\\)\|")


class TableForm(BlockForm):
    kind, title = "table", "Bảng"
    mended = ("caption", "rows")
    caption = forms.CharField(label="Tên bảng", required=False)
    rows = forms.CharField(
        label="Các dòng", required=False, strip=False, widget=area(6),
        help_text="Mỗi dòng một hàng, các ô cách nhau bằng dấu | (hoặc dán từ bảng tính). Hàng đầu là tiêu đề.",
    )  # fmt: skip

    @classmethod
    def shown(cls, value: Any) -> dict[str, Any]:
        return {"caption": value["caption"], "rows": "\n".join(row_text(row) for row in value["rows"])}

    def value(self) -> Any:
        lines = self.data.get(self.add_prefix("rows"), "").splitlines() if self.is_bound else []
        rows = [row_cells(line) for line in lines if line.strip()]
        width = max(map(len, rows), default=0)
        if not rows and not self.said("caption"):
            return None
        return {"caption": self.said("caption"), "rows": [row + [""] * (width - len(row)) for row in rows]}


def row_text(row: list[str]) -> str:
    """One row as it is typed; bars at both ends where an end cell is empty."""
    cells = [" ".join(str(cell or "").split()).replace("|", "\\|") for cell in row]
    text = " | ".join(cells)
    return f"| {text} |" if not row or not cells[0] or not cells[-1] else text


def row_cells(line: str) -> list[str]:
    """The cells of a typed or pasted row."""
    if "\t" in line:
        return [cell.strip() for cell in line.split("\t")]
    line = line.strip()
    if len(line) > 1 and line.startswith("|") and line.endswith("|") and not line.endswith("\\|"):
        line = line[1:-1]
    return [cell.strip().replace("\\|", "|") for cell in CELL.split(line)]
