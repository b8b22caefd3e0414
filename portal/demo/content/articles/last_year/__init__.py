"""The school year 2025-2026, as the portal kept it."""

from typing import Final

from portal.demo.content.shape import ArticleSeed

from . import autumn, spring, summer, winter

LAST_YEAR: Final[tuple[ArticleSeed, ...]] = (*autumn.AUTUMN, *winter.WINTER, *spring.SPRING, *summer.SUMMER)
