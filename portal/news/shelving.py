"""Where a section stands and how its items are shown (Điều 8.3, 12.1). Door: `news.actions`."""

from datetime import datetime

from django.db import transaction

from portal.base import epoch, journal
from portal.base.refused import refuse_if
from portal.news.models import Section
from portal.news.place_rules import may_shelve, shelf_refusals
from portal.people import offices
from portal.people.models import Person


@transaction.atomic
def shelve(
    section: Section, *, position: int, shape: str, language: str, by: Person, at: datetime, channel: str
) -> Section:
    """Say where a section stands among the others, whether it holds news or pages, and in which language. Readers see it
    at once; its words are another matter.

    Raises Refused: 403 whose it is not, 422 where a value is none.
    """
    board = offices.board(at)
    refuse_if(may_shelve(board, by.pk))
    refuse_if(*shelf_refusals(position, shape, language, shapes=Section.Shape.values))
    section.position, section.shape, section.language = position, shape, language
    Section.objects.filter(pk=section.pk).update(position=position, shape=shape, language=language)
    journal.record("section_arrange", subject=section, by=by, at=at, channel=channel, rule="R-SECTION-02",
                   clause="Điều 8.3, 12.1", office=board.highest(by.pk) or "",
                   data={"position": position, "shape": shape, "language": language})  # fmt: skip
    epoch.bump()
    return section
