"""Beside each praise list on the screen: how many in it have not agreed, and who, for whoever sees their class (R-PRAISE-10)."""

from collections.abc import Iterable
from datetime import datetime

from portal.news.editor.blocks.base import BlockForm
from portal.news.editor.blocks.praise import PraiseForm
from portal.pupils.queries import praise_told


def tell_praised(blocks: Iterable[BlockForm], at: datetime) -> None:
    """Give every list its word; nothing is asked where there is none."""
    for one in blocks:
        if isinstance(one, PraiseForm):
            one.word = praise_told(one.pairs, at, one.keeper.reach)
