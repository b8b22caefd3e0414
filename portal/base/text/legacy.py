"""The door to text of the time before Unicode: converting it, knowing it, naming what it lost."""

from portal.base.text.evidence import suspected
from portal.base.text.losses import Lost, lost
from portal.base.text.tables import Font, convert, font_named

__all__ = ["Font", "Lost", "convert", "font_named", "lost", "suspected"]
