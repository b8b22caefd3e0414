"""The card a shared link shows: 1200 × 630, the school above, the title large, the article's first picture beside it."""

from io import BytesIO
from typing import BinaryIO

from PIL import Image, ImageDraw, ImageOps

from portal.base.sharing import Card, Look
from portal.website.drawing import words
from portal.website.drawing.crest import crest, flower, on_ground

SIZE = WIDTH, HEIGHT = 1200, 630
HEAD, LINE, MARGIN = 132, 8, 64
PANEL = 486  # the picture's part of the width
PAPER, TEXT, QUIET, RULE, OLY, OLY_MAIN = "#fffdf8", "#1c1833", "#58526e", "#e4dfd2", "#eeebf8", "#ddd7f1"
PETAL, HEART = "#fbe7e4", "#fdf2d6"
TITLE_ALONE, TITLE_BESIDE = (84, 76, 68, 62, 56, 50, 46, 42), (60, 56, 52, 48, 44, 40, 36)


def draw(card: Card, look: Look, picture: BinaryIO | None = None, arms: BinaryIO | None = None) -> bytes:
    """A card as JPEG. `picture` is the file of the picture beside the words, `arms` that of the school's own crest."""
    sheet = Image.new("RGB", SIZE, PAPER)
    pen = ImageDraw.Draw(sheet)
    _head(sheet, pen, look, arms)
    side = _panel(sheet, picture) if picture is not None else 0
    if not side:
        sheet.paste(drawn := flower(340, PETAL, HEART), (WIDTH - 250, HEIGHT - 240), drawn)
    _words(pen, card, look, WIDTH - side - 2 * MARGIN + (MARGIN - 44 if side else 0), bool(side))
    return _jpeg(sheet)


def draw_school(look: Look, arms: BinaryIO | None = None) -> bytes:
    """The card of the school itself: its crest and name on the squares of an exercise book."""
    sheet = Image.new("RGB", SIZE, PAPER)
    pen = ImageDraw.Draw(sheet)
    _squares(pen, HEIGHT, 30)
    pen.rectangle((0, HEIGHT - 84, WIDTH, HEIGHT), fill=look.ink)
    pen.rectangle((0, HEIGHT - 96, WIDTH, HEIGHT - 85), fill=look.phuong)
    wide, left = 250, MARGIN + 250 + 52
    sheet.paste(drawn := crest(look, wide, arms), (MARGIN, (HEIGHT - 96 - wide) // 2), drawn)
    name = words.fit(look.name, WIDTH - left - MARGIN, 300, (80, 72, 64, 56, 48, 42))
    place = words.drawable(look.place)
    top = (HEIGHT - 96 - name.height - 44 - (50 if place else 0)) // 2
    pen.text((left, top + 22), "Cổng thông tin điện tử", fill=look.phuong, font=words.font(600, 30), anchor="lm")
    _set(pen, name, left, top + 44, TEXT)
    if place:
        pen.text((left, top + 44 + name.height + 28), place, fill=QUIET, font=words.font(600, 30), anchor="lm")
    pen.text((MARGIN, HEIGHT - 42), look.host, fill="#ffffff", font=words.font(600, 30), anchor="lm")
    return _jpeg(sheet)


def _squares(pen: ImageDraw.ImageDraw, bottom: int, step: int) -> None:
    for at in range(0, WIDTH, step):
        pen.line((at, 0, at, bottom), fill=OLY_MAIN if at % (step * 4) == 0 else OLY)
    for at in range(0, bottom, step):
        pen.line((0, at, WIDTH, at), fill=OLY_MAIN if at % (step * 4) == 0 else OLY)


def _jpeg(sheet: Image.Image) -> bytes:
    out = BytesIO()
    sheet.save(out, "JPEG", quality=88, subsampling=0, optimize=True, progressive=True)
    return out.getvalue()


def _head(sheet: Image.Image, pen: ImageDraw.ImageDraw, look: Look, arms: BinaryIO | None) -> None:
    """Squares of the exercise book behind the school's name, the red line under it."""
    _squares(pen, HEAD, 22)
    pen.rectangle((0, HEAD, WIDTH, HEAD + LINE - 1), fill=look.phuong)
    sheet.paste(drawn := crest(look, 92, arms), (MARGIN, (HEAD - 92) // 2), drawn)
    left = MARGIN + 92 + 24
    name = words.fit(look.name, WIDTH - left - MARGIN, 52, (38, 34, 30, 26, 22))
    place = words.drawable(look.place)
    top = (HEAD - name.height - (32 if place else 0)) // 2
    _set(pen, name, left, top, TEXT)
    if place:
        pen.text((left, top + name.height + 14), place, fill=QUIET, font=words.font(600, 23), anchor="lm")


def _panel(sheet: Image.Image, picture: BinaryIO) -> int:
    """The picture at the right edge, from the line down; 0 where it cannot be read."""
    box = (PANEL, HEIGHT - HEAD - LINE)
    try:
        with Image.open(picture) as shown:
            flat = on_ground(shown, (box[0] * 3, box[1] * 3), PAPER).convert("RGB")
    except (OSError, ValueError):
        return 0
    sheet.paste(ImageOps.fit(flat, box, Image.Resampling.LANCZOS), (WIDTH - PANEL, HEAD + LINE))
    return PANEL


def _words(pen: ImageDraw.ImageDraw, card: Card, look: Look, width: int, beside: bool) -> None:
    """Kicker, title, and at the foot whose words they are and where they stand."""
    top, foot = HEAD + LINE + 40, HEIGHT - 34
    pen.text((MARGIN, foot), look.host, fill=look.ink, font=words.font(600, 24), anchor="ls")
    pen.line((MARGIN, foot - 42, MARGIN + width - (0 if beside else 220), foot - 42), fill=RULE, width=2)
    bottom = foot - 42 - 22
    if card.note:
        note = words.fit(card.note, width, 62, (24, 22), 600)
        bottom -= note.height
        _set(pen, note, MARGIN, bottom, QUIET)
        bottom -= 14
    if card.kicker:
        kicker = words.fit(card.kicker, width, 36, (28, 25, 22), 600)
        _set(pen, kicker, MARGIN, top - 6, look.phuong)
        top += 40
    _set(pen, words.fit(card.title, width, bottom - top, TITLE_BESIDE if beside else TITLE_ALONE), MARGIN, top, TEXT)


def _set(pen: ImageDraw.ImageDraw, found: words.Set, left: int, top: int, fill: str) -> None:
    """Lines on one another, each in the middle of its own height."""
    face = words.font(found.weight, found.size)
    for number, line in enumerate(found.lines):
        pen.text((left, top + (number + 0.76) * found.line_height), line, fill=fill, font=face, anchor="ls")
