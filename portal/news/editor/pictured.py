"""Beside each stored picture: who was said to be in it, and why outsiders may not see it (R-PIC-10 and after)."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from portal.news.editor.blocks.base import BlockForm
from portal.news.editor.blocks.pictures import GalleryForm, PictureFields
from portal.pupils.queries import pictures_told


def tell_who(blocks: Iterable[BlockForm], at: datetime) -> None:
    """Give every picture on the screen its word; nothing is asked where there is none."""
    shown = [one for one in _pictures(blocks) if one.stored is not None]
    words = pictures_told([one.stored for one in shown if one.stored is not None], at) if shown else []
    for form, word in zip(shown, words, strict=True):
        form.who = word


def _pictures(blocks: Iterable[BlockForm]) -> Iterator[PictureFields]:
    for block in blocks:
        if isinstance(block, PictureFields):
            yield block
        elif isinstance(block, GalleryForm):
            yield from block.shots
