"""Setting Vietnamese words in a box: breaking lines where a reader would, as large as they fit, the lines of like length."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from PIL import ImageFont

Measure = Callable[[str], float]
FONTS = Path(__file__).parents[1] / "fonts"
LEADING = 1.25  # marks over and under the letters need it
NO_GLYPH = frozenset({"So", "Cn", "Co", "Cs"})  # signs the fonts do not have
JOINERS = "\u200d\ufe0e\ufe0f"
CLINGS_BEFORE = frozenset("–—-…:;!?/%&+=")  # never alone at the start of a line
CLOSING = ".,:;!?”’)"
NUMBER = re.compile(r"\d|[IVX]+\b")
COUNTERS = "lớp khối tuần tháng ngày năm số điều thứ tổ đợt lần kỳ kì tập phòng tốp hạng giải quý khóa bài chương thế"
NUMBERED = frozenset(COUNTERS.split())
TOGETHER = frozenset("""
    trung học|tiểu học|mầm non|phổ thông|đại học|sư phạm|cơ sở|học kì|kĩ thuật|kỹ thuật|kĩ năng|kỹ năng|học phí|cấp trường
    học kỳ|học sinh|học tập|học liệu|năm học|giáo viên|giáo dục|giáo án|thầy cô|nhà trường|phụ huynh|cha mẹ|thông báo|kế hoạch
    kiểm tra|khai giảng|bế giảng|tổng kết|sơ kết|chào cờ|hoạt động|chuyên đề|chuyên môn|chuyên cần|khoa học|tự nhiên|xã hội
    công nghệ|thí nghiệm|thực hành|thiết kế|thư viện|sân trường|cổng trường|bóng đá|bóng rổ|bóng bàn|cầu lông|điền kinh
    văn nghệ|ngữ văn|lịch sử|địa lý|địa lí|vật lý|vật lí|hóa học|sinh học|tin học|tiếng anh|âm nhạc|mỹ thuật|thể thao|thể dục
    câu lạc|lạc bộ|thiếu nhi|thiếu niên|đội viên|đoàn viên|công đoàn|tuyển sinh|thời khóa|khóa biểu|họp phụ|ngày hội|hội thi
    hội chợ|hội nghị|hội thảo|cuộc thi|kỳ thi|an toàn|giao thông|phòng cháy|chữa cháy|môi trường|trồng cây|tri ân|nhà giáo
    việt nam|hà nội|thành phố|câu chuyện|kỷ niệm|kỉ niệm|trải nghiệm|hướng nghiệp|tư vấn|sức khỏe|y tế|bữa ăn|bán trú|nội trú
    tình nguyện|quyên góp|ủng hộ|chia sẻ|cảm ơn|chúc mừng|đạt giải|giải nhất|giải nhì|giải ba|toàn trường|đầu tiên|cuối cùng
    đầu tuần|cuối tuần|cuối kỳ|giữa kỳ|buổi sáng|buổi chiều|thứ hai|thứ ba|thứ tư|thứ năm|thứ sáu|thứ bảy|chủ nhật|trung thu
""".replace("\n", "|").replace("    ", "").split("|"))  # fmt: skip


@lru_cache(maxsize=64)
def font(weight: int, size: int) -> ImageFont.FreeTypeFont:
    """Be Vietnam Pro at a size in pixels; weight 600 or 800."""
    return ImageFont.truetype(str(FONTS / f"be-vietnam-pro-{weight}.ttf"), size)


def drawable(text: str) -> str:
    """One line in NFC, without signs the fonts cannot show."""
    kept = (char for char in unicodedata.normalize("NFC", text) if unicodedata.category(char) not in NO_GLYPH)
    return " ".join("".join(char for char in kept if char not in JOINERS).split())


def chunks(text: str) -> list[str]:
    """What is not parted: a dash goes with the word before it, a number with the word that counts it ("lớp 6", "tuần 12"),
    the syllables of a word with one another ("học sinh"). A list of what schools write about will do: what is not on it
    may be parted, as on any page."""
    parts: list[str] = []
    for word in text.split():
        before = parts[-1].rpartition(" ")[2].casefold() if parts else ""
        dash = len(word) == 1 and word in CLINGS_BEFORE
        pair = f"{before} {word.casefold().rstrip(CLOSING)}" in TOGETHER
        if parts and (dash or pair or (before in NUMBERED and NUMBER.match(word))):
            parts[-1] += f" {word}"
        else:
            parts.append(word)
    return parts


def lines(text: str, width: float, measure: Measure) -> list[str]:
    """The fewest lines no wider than `width`, then as even as they come: no single syllable left below."""
    parts = [piece for part in chunks(text) for piece in _cut(part, width, measure)]
    filled = _fill(parts, width, measure)
    low, high = 0.0, width
    while high - low > 2:  # the narrowest box that still holds them in as many lines
        middle = (low + high) / 2
        fits = len(_fill(parts, middle, measure)) <= len(filled) and all(measure(part) <= middle for part in parts)
        low, high = (low, middle) if fits else (middle, high)
    return _fill(parts, high, measure)


def _fill(parts: Sequence[str], width: float, measure: Measure) -> list[str]:
    found: list[str] = []
    for part in parts:
        longer = f"{found[-1]} {part}" if found else part
        if found and measure(longer) <= width:
            found[-1] = longer
        else:
            found.append(part)
    return found


def _cut(part: str, width: float, measure: Measure) -> list[str]:
    """A part too wide for any line, by the word, then by the letter."""
    if measure(part) <= width:
        return [part]
    if " " in part:
        return [piece for word in part.split() for piece in _cut(word, width, measure)]
    pieces = [""]
    for char in part:
        if pieces[-1] and measure(pieces[-1] + char) > width:
            pieces.append("")
        pieces[-1] += char
    return pieces


@dataclass(frozen=True)
class Set:
    """Words set in lines at a size."""

    lines: tuple[str, ...]
    size: int
    weight: int

    @property
    def line_height(self) -> int:
        return round(self.size * LEADING)

    @property
    def height(self) -> int:
        return self.line_height * len(self.lines)


def fit(text: str, width: int, height: int, sizes: Sequence[int], weight: int = 800) -> Set:
    """Words as large as they fit a box; at the smallest size what does not fit ends in an ellipsis."""
    text = drawable(text)
    for size in sizes:
        found = Set(tuple(lines(text, width, font(weight, size).getlength)), size, weight)
        if found.height <= height:
            return found
    most = max(1, height // found.line_height)
    kept = list(found.lines[:most])
    measure = font(weight, found.size).getlength
    while kept[-1] and measure(f"{kept[-1]}…") > width:
        kept[-1] = kept[-1].rpartition(" ")[0] or kept[-1][:-1]
    return Set((*kept[:-1], f"{kept[-1].rstrip(' ,.:;–-')}…"), found.size, weight)
