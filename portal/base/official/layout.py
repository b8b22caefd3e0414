"""The page and the components of an official paper, as data (NĐ 30/2020, Phụ lục I). Lengths in millimetres, letters in points.

Where the decree leaves a range the value printed is ours and the range stands beside it; the tests hold every value to its range.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Align = Literal["left", "center", "right", "justify"]
FONT = "Times New Roman"  # what DOCX names; PDF carries Tinos, which has its widths
WIDTH, HEIGHT = 210, 297  # A4 upright
TOP, BOTTOM, LEFT, RIGHT = 20, 20, 30, 15
RANGES = {"top": (20, 25), "bottom": (20, 25), "left": (30, 35), "right": (15, 20)}
INSIDE = WIDTH - LEFT - RIGHT
ISSUER_SIDE = 72  # of the line across: whose paper it is; the state and its motto have the rest
INDENT = 10  # of a paragraph's first line; 10 or 12.7
BETWEEN = 6  # points between paragraphs, at least
LINE = 1.15  # of a single line: 1.0 to 1.5
ISSUER_RULE = ABOUT_RULE = 0.4  # of the words above: a third to a half
MOTTO_RULE = 1.0  # as long as the motto
SIGNING = 26  # between the office and the name
HAIR = 0.75  # how thick a rule is, in points


@dataclass(frozen=True)
class Component:
    """How one part of a paper is set: its box in the decree's drawing, its size with the range allowed, and its style."""

    box: str
    size: float
    low: float
    high: float
    bold: bool = False
    italic: bool = False
    caps: bool = False
    align: Align = "center"


COMPONENTS: Mapping[str, Component] = {
    "state": Component("1", 12, 12, 13, bold=True, caps=True),  # Quốc hiệu
    "motto": Component("1", 13, 13, 14, bold=True),  # Tiêu ngữ
    "parent": Component("2", 12, 12, 13, caps=True),  # cơ quan chủ quản trực tiếp
    "issuer": Component("2", 12, 12, 13, bold=True, caps=True),  # cơ quan ban hành
    "number": Component("3", 13, 13, 13),  # số, ký hiệu
    "place": Component("4", 13, 13, 14, italic=True),  # địa danh, thời gian
    "title": Component("5a", 14, 13, 14, bold=True, caps=True),  # tên loại
    "about": Component("5a", 14, 13, 14, bold=True),  # trích yếu
    "letter_about": Component("5b", 12, 12, 13),  # trích yếu công văn, dưới số
    "to": Component("9a", 14, 13, 14),  # kính gửi
    "to_each": Component("9a", 14, 13, 14, align="left"),
    "by": Component("6", 14, 13, 14, bold=True, caps=True),  # thẩm quyền ban hành
    "ground": Component("6", 14, 13, 14, italic=True, align="justify"),  # căn cứ
    "resolved": Component("6", 14, 13, 14, bold=True, caps=True),  # QUYẾT ĐỊNH:
    "body": Component("6", 14, 13, 14, align="justify"),
    "part": Component("6", 14, 13, 14, bold=True),  # phần, chương
    "heading": Component("6", 14, 13, 14, bold=True, align="justify"),  # mục, tiêu đề điều, khoản
    "cell": Component("6", 12, 12, 14, align="left"),  # the decree is silent on tables; ours
    "head": Component("6", 12, 12, 14, bold=True),
    "caption": Component("6", 13, 13, 14, bold=True, align="left"),
    "office": Component("7a", 14, 13, 14, bold=True, caps=True),  # quyền hạn, chức vụ
    "sign_here": Component("7c", 12, 12, 14, italic=True),
    "signer": Component("7b", 14, 13, 14, bold=True),  # họ và tên
    "notes": Component("9b", 12, 12, 12, bold=True, italic=True, align="left"),  # "Nơi nhận:"
    "note": Component("9b", 11, 11, 11, align="left"),
    "page": Component("", 13, 13, 14),  # số trang, giữa lề trên, không hiện ở trang 1
}
SPACE: Mapping[str, tuple[float, float]] = {  # points before and after; running text has BETWEEN after it
    "number": (2, 2), "letter_about": (2, 0), "place": (2, 2), "title": (14, 0), "to": (6, 8), "to_each": (0, 2), "by": (8, 8),
    "resolved": (4, 8), "part": (6, 6), "heading": (2, BETWEEN), "caption": (4, 4), "sign_here": (0, 0), "office": (0, 0),
}  # fmt: skip
IN_FROM_LEFT = {"to_each": 30}  # millimetres
KEEP = 28  # millimetres that stay on a page with a heading above them
STATE, MOTTO = "Cộng hòa xã hội chủ nghĩa Việt Nam", "Độc lập - Tự do - Hạnh phúc"

# Tên loại and its abbreviation (Phụ lục III); công văn has neither.
KINDS: Mapping[str, str] = {
    "NQ": "Nghị quyết", "QĐ": "Quyết định", "CT": "Chỉ thị", "QC": "Quy chế", "QyĐ": "Quy định", "TC": "Thông cáo",
    "TB": "Thông báo", "HD": "Hướng dẫn", "CTr": "Chương trình", "KH": "Kế hoạch", "PA": "Phương án", "ĐA": "Đề án",
    "DA": "Dự án", "BC": "Báo cáo", "BB": "Biên bản", "TTr": "Tờ trình", "HĐ": "Hợp đồng", "CĐ": "Công điện",
    "BGN": "Bản ghi nhớ", "BTT": "Bản thỏa thuận", "GUQ": "Giấy ủy quyền", "GM": "Giấy mời", "GGT": "Giấy giới thiệu",
    "GNP": "Giấy nghỉ phép", "PG": "Phiếu gửi", "PC": "Phiếu chuyển", "PB": "Phiếu báo", "CV": "Công văn",
}  # fmt: skip
LETTER = "CV"
