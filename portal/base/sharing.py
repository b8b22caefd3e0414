"""What a page shows of itself where other people share it: the words of its card, and the one address of that card.

The address carries a hash of everything drawn, so that a card is drawn once, kept for ever, and a corrected title is
another card (Điều 12.3). The words are those of the approved page; nothing is added to them (Điều 14.2).
"""

from dataclasses import astuple, dataclass
from hashlib import sha256
from urllib.parse import urljoin

from django.conf import settings

DRAWING = "2"  # raised when the same words are drawn differently
CARDS, ICONS = "the", "bieu-tuong"
SCHOOL = "truong"  # the card of the school itself, beside those of pages
INK, PHUONG = "#3b2a8c", "#c8202f"


@dataclass(frozen=True)
class Look:
    """What every card and icon shows of the school."""

    name: str = "Cổng Trường"
    initials: str = "CT"
    place: str = ""
    host: str = ""
    ink: str = INK
    phuong: str = PHUONG
    crest: int | None = None

    @property
    def key(self) -> str:
        return _hash(self)


@dataclass(frozen=True)
class Card:
    """The words of one card: the kicker above the title, where the words come from below it, a picture beside them."""

    title: str
    kicker: str = ""
    note: str = ""
    picture: int | None = None

    def key(self, look: Look) -> str:
        return _hash(self, look)

    def path(self, subject: int | str, look: Look) -> str:
        """The address of the card of a page (by its id) or of the school."""
        return f"/{CARDS}/{subject}/{self.key(look)}.jpg"


def school_card(look: Look) -> Card:
    """The card of everything that has none of its own."""
    return Card(look.name, "Cổng thông tin điện tử", look.place)


def icon_path(look: Look, name: str) -> str:
    """The address of the school's icon: "32", "180", "192", "512", or "rong" for a mask (see website.icons)."""
    return f"/{ICONS}/{look.key}/{name}.png"


def absolute(path: str) -> str:
    """An address on the school's own domain, never on the Host that was asked (Điều 3)."""
    return urljoin(settings.PORTAL_BASE_URL, path)


def _hash(*shown: Card | Look) -> str:
    return sha256(repr((DRAWING, *map(astuple, shown))).encode()).hexdigest()[:16]
