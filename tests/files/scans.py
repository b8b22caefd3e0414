"""Scans of our own: a page typed in Tinos, laid a little askew on the glass, with the dust of an office scanner, as a PDF of pictures."""

import io
from pathlib import Path
from random import Random

from PIL import Image, ImageDraw, ImageFont

FONT = Path(__file__).parents[2] / "portal/base/paper/fonts/tinos-regular.ttf"
DOTS, A4 = 200, (1654, 2339)  # an inch; the page in dots
LINES = (
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Số: 37/KH-THCS",
    "KẾ HOẠCH",
    "Tổ chức ngày hội đọc sách cho học sinh khối 6",
    "Căn cứ nhiệm vụ năm học, nhà trường mở ngày hội đọc sách dưới vòm phượng,",
    "mỗi lớp bày một gian, kể lại truyện thiếu nhi bằng tranh và rối giấy.",
    "Thời gian: thứ Bảy, từ 7 giờ 30. Địa điểm: sân trường, nhà đa năng.",
)


def page(lines: tuple[str, ...] = LINES, *, askew: float = 1.0, dust: int = 4000) -> Image.Image:
    """One page in grey, turned by so many degrees, with so many specks."""
    made = Image.new("L", A4, 250)
    pen, letters = ImageDraw.Draw(made), ImageFont.truetype(str(FONT), 14 * DOTS // 72)
    for number, line in enumerate(lines):
        pen.text((200, 220 + 74 * number), line, 35, letters)
    turned = made.rotate(askew, Image.Resampling.BICUBIC, fillcolor=250)
    random, dots = Random(37), turned.load()
    assert dots is not None
    for _ in range(dust):
        dots[random.randrange(A4[0]), random.randrange(A4[1])] = random.randrange(90, 200)
    return turned


def scan(*pages: Image.Image) -> bytes:
    """A PDF of pictures, as a scanner sends it."""
    first, *rest = pages or (page(),)
    first.save(out := io.BytesIO(), "PDF", resolution=DOTS, save_all=True, append_images=rest, quality=70)
    return out.getvalue()
