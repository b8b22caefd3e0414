"""Every article of the demo school: those that are up, oldest first, and those that stand on their way."""

from typing import Final

from portal.demo.content.shape import ArticleSeed, StandingSeed

from . import internal, late_november, late_october, november, october, september, standing, this_year
from .last_year import LAST_YEAR
from .mended import MENDED as MENDED

ARTICLES: Final[tuple[ArticleSeed, ...]] = tuple(
    sorted(
        (
            *LAST_YEAR,
            *september.SEPTEMBER,
            *october.OCTOBER,
            *late_october.LATE_OCTOBER,
            *november.NOVEMBER,
            *late_november.LATE_NOVEMBER,
            *this_year.THIS_YEAR,
            *internal.INTERNAL,
        ),
        key=lambda article: article.published_on or "",
    )
)
STANDING: Final[tuple[StandingSeed, ...]] = standing.STANDING
