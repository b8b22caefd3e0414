"""The pages that stand still, and the places they stand in."""

from typing import Final

from portal.demo.content.shape import PageSeed

from . import about, english, records, service

PAGES: Final[tuple[PageSeed, ...]] = (*about.ABOUT, *service.SERVICE, *records.RECORDS, *english.ENGLISH)
