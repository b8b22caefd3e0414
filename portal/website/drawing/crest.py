"""The school's crest and icons: its own picture, or its initials in a ring of ink."""

from functools import cache
from io import BytesIO
from typing import BinaryIO

from PIL import Image, ImageDraw, ImageOps

from portal.base.sharing import Look
from portal.website.drawing import words

FINE = 4  # drawn this much larger, then made smaller: smooth edges
ICONS = {"32": (32, False), "180": (180, True), "192": (192, False), "512": (512, False), "rong": (512, True)}
COLOURS = 64  # few are needed, and every page brings an icon
SAFE = 0.72  # of a mask's width is never cut off


def crest(look: Look, size: int, arms: BinaryIO | None = None) -> Image.Image:
    """The round crest on nothing, `size` pixels wide."""
    wide = size * FINE
    sheet = Image.new("RGBA", (wide, wide))
    pen = ImageDraw.Draw(sheet)
    rim = wide / 64
    pen.ellipse(
        (rim / 2, rim / 2, wide - rim / 2, wide - rim / 2), fill="#ffffff", outline=look.ink, width=round(rim * 2)
    )
    inner = (rim * 5.5, rim * 5.5, wide - rim * 5.5, wide - rim * 5.5)
    if (own := _own(arms, round(wide - rim * 11))) is not None:
        disc = Image.new("L", own.size)
        ImageDraw.Draw(disc).ellipse((0, 0, *own.size), fill=255)
        sheet.paste(own, (round(rim * 5.5), round(rim * 5.5)), disc)
    else:
        pen.ellipse(inner, fill=look.ink)
        _initials(pen, look.initials, wide / 2, wide / 2, (wide - rim * 11) * 0.76)
    return sheet.resize((size, size), Image.Resampling.LANCZOS)


@cache
def flower(size: int, petal: str, heart: str) -> Image.Image:
    """A flamboyant's five petals (hoa phượng) on nothing, `size` pixels wide."""
    wide = size * 2
    sheet = Image.new("RGBA", (wide, wide))
    one = Image.new("RGBA", (wide, wide))
    middle, broad = wide / 2, wide * 0.14
    ImageDraw.Draw(one).ellipse((middle - broad, wide * 0.02, middle + broad, wide * 0.44), fill=petal)
    for turn in range(0, 360, 72):
        sheet.alpha_composite(one.rotate(turn, Image.Resampling.BICUBIC))
    ImageDraw.Draw(sheet).ellipse((wide * 0.42, wide * 0.42, wide * 0.58, wide * 0.58), fill=heart)
    return sheet.resize((size, size), Image.Resampling.LANCZOS)


def icon(look: Look, name: str, arms: BinaryIO | None = None) -> bytes:
    """One of the school's icons as PNG; those a device cuts to its own shape are full to the edge."""
    size, full = ICONS[name]
    if full:
        sheet = Image.new("RGBA", (size, size), look.ink)
        inner = round(size * SAFE)
        sheet.alpha_composite(crest(look, inner, arms), ((size - inner) // 2, (size - inner) // 2))
    elif size < 64 and arms is None:
        sheet = _small(look, size)
    else:
        sheet = crest(look, size, arms)
    out = BytesIO()
    sheet.quantize(COLOURS, Image.Quantize.FASTOCTREE).save(out, "PNG", optimize=True)
    return out.getvalue()


def _small(look: Look, size: int) -> Image.Image:
    """A square of ink with the initials: at the size of a tab a ring would only blur."""
    wide = size * FINE
    sheet = Image.new("RGBA", (wide, wide))
    pen = ImageDraw.Draw(sheet)
    pen.rounded_rectangle((0, 0, wide - 1, wide - 1), radius=wide // 6, fill=look.ink)
    _initials(pen, look.initials, wide / 2, wide / 2, wide * 0.86)
    return sheet.resize((size, size), Image.Resampling.LANCZOS)


def _initials(pen: ImageDraw.ImageDraw, text: str, x: float, y: float, width: float) -> None:
    """The initials as large as a width lets them, in the middle of their own height."""
    text = words.drawable(text) or "•"
    unit = words.font(800, 100).getlength(text) / 100
    face = words.font(800, max(6, round(min(width / unit, width * 0.62))))
    left, top, right, bottom = face.getbbox(text, anchor="ls")
    pen.text((x - (left + right) / 2, y - (top + bottom) / 2), text, fill="#ffffff", font=face, anchor="ls")


def on_ground(shown: Image.Image, most: tuple[int, int], ground: str) -> Image.Image:
    """A picture made small first, so that a large one is never held twice, then laid on a colour where it is clear."""
    small = shown if shown.mode in ("RGB", "RGBA", "L") else shown.convert("RGBA")
    small.thumbnail(most, Image.Resampling.LANCZOS)
    flat = Image.new("RGBA", small.size, ground)
    flat.alpha_composite(small.convert("RGBA"))
    return flat


def _own(arms: BinaryIO | None, size: int) -> Image.Image | None:
    if arms is None:
        return None
    try:
        with Image.open(arms) as shown:
            flat = on_ground(shown, (size * 2, size * 2), "#ffffff")
            return ImageOps.pad(flat, (size, size), Image.Resampling.LANCZOS, color="#ffffff")
    except (OSError, ValueError):
        return None
