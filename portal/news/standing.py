"""Saying which approved page stands in which place (Điều 8.3, 12.1). Door: `news.actions`."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from portal.base import epoch, journal
from portal.base.refused import refuse_if
from portal.news.models import HomePage, StandingPlace
from portal.news.place_rules import may_place, place_refusals
from portal.news.places import VIETNAMESE
from portal.news.queries import public
from portal.people import offices
from portal.people.models import Person


@transaction.atomic
def stand(
    key: str, pages: Sequence[int], *, language: str = VIETNAMESE, by: Person, at: datetime, channel: str
) -> list[int]:
    """Let these pages, and no others, stand in a place, in this order; [] empties it.

    Raises Refused: 403 whose it is not, 422 where there is no such place or a page may not stand there.
    """
    board = offices.board(at)
    refuse_if(may_place(board, by.pk))
    chosen = public(at).filter(pk__in=pages, section__language=language)
    open_pages = frozenset(chosen.values_list("pk", flat=True))
    refuse_if(*place_refusals(key, language, pages, open_pages=open_pages))
    StandingPlace.objects.filter(key=key, language=language).delete()
    StandingPlace.objects.bulk_create(
        StandingPlace(key=key, language=language, article_id=pk, position=number) for number, pk in enumerate(pages)
    )
    journal.record("place_arrange", subject=HomePage.objects.get(), by=by, at=at, channel=channel, rule="R-PLACE-01",
                   clause="Điều 8.3, 12.1", office=board.highest(by.pk) or "",
                   data={"key": key, "language": language, "pages": list(pages)})  # fmt: skip
    epoch.bump()
    return list(pages)
