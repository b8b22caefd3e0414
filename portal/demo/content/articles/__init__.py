"""Every article of the demo school: those that are up, oldest first, and those that stand on their way."""

from typing import Final

from portal.demo.content.shape import ArticleSeed, StandingSeed

from . import internal, late_november, late_october, november, october, september, standing

ARTICLES: Final[tuple[ArticleSeed, ...]] = tuple(
    sorted(
        (
            *september.SEPTEMBER,
            *october.OCTOBER,
            *late_october.LATE_OCTOBER,
            *november.NOVEMBER,
            *late_november.LATE_NOVEMBER,
            *internal.INTERNAL,
        ),
        key=lambda article: article.published_on or "",
    )
)
STANDING: Final[tuple[StandingSeed, ...]] = standing.STANDING
