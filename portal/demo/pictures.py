"""Who is in the demo's pictures: those of the years before are asked about by nobody; some of the newest are declared, and one of
an old album was hidden when a pupil took his consent back."""

from datetime import datetime, timedelta

from django.db.models import Max

from portal.base import regulation
from portal.demo.founding import CHANNEL, OPENED, Named
from portal.files.models import Exposure, Picture
from portal.news.models import Article
from portal.people.models import Person
from portal.pupils import actions
from portal.pupils.consents.rules import Purpose
from portal.pupils.models import SchoolClass
from portal.pupils.pictures.actions import look_at_all
from portal.pupils.pictures.queries import class_list
from portal.pupils.pictures.rules import Seen

SINCE, CLAUSE = "pictures.declared_from", "Luật 91/2025, Điều 24"
DECLARED = 12


def ask_of_none_before() -> None:
    """What the school had before it began to ask is asked about by nobody."""
    regulation.set_from(OPENED.date(), SINCE, "9999-12-31", CLAUSE)


def declare(by_name: Named, now: datetime) -> None:
    """From now on each picture says who is in it; of the newest that are up somebody has said so."""
    newest = Picture.objects.aggregate(at=Max("created_at"))["at"]
    regulation.set_from(now.date(), SINCE, (newest + timedelta(seconds=1)).isoformat(), CLAUSE)
    room, said_at = SchoolClass.objects.get(year=2026, name="7A3"), now - timedelta(days=3)
    alone, group, *wide = _shown()
    for picture in wide[:DECLARED]:
        _say(picture, Seen.WIDE, by_name["thuky"], said_at)
    away = [seat.pupil.pk for seat in class_list(room, Seen.CLASSES, said_at) if seat.state != "agreed"]
    actions.declare_picture(group, seen=Seen.CLASSES, classes=[room.pk], absent=away, by=by_name["hieutruong"], at=said_at,
                            channel=CHANNEL)  # fmt: skip
    pupil = by_name["hocsinh"].pupil  # type: ignore[attr-defined]
    actions.declare_picture(alone, seen=Seen.PUPILS, classes=[room.pk], pupils=[pupil.pk], by=by_name["hieutruong"], at=said_at,
                            channel=CHANNEL)  # fmt: skip
    taken = now - timedelta(days=1)
    actions.withdraw_consent(pupil, [Purpose.PORTRAIT], by=by_name["hocsinh"], at=taken, channel=CHANNEL)
    look_at_all(taken)


def _shown() -> list[Picture]:
    """Pictures shown once: the last of the oldest album first, then the next, then the newest."""
    rows = Exposure.objects.filter(audience="public", holder_type="news.article", picture__isnull=False)
    first = Article.objects.filter(live=True, genre="anh-hoat-dong").order_by("case__published_at")[:2]
    old = [max(rows.filter(holder_id=one.pk).values_list("picture_id", flat=True)) for one in first]
    new = rows.exclude(picture__in=old).order_by("-holder_id", "pk").values_list("picture_id", flat=True)[:DECLARED]
    found = Picture.objects.in_bulk([*old, *new])
    return [found[pk] for pk in dict.fromkeys([*old, *new])]


def _say(picture: Picture, seen: Seen, by: Person, at: datetime) -> None:
    actions.declare_picture(picture, seen=seen, by=by, at=at, channel=CHANNEL)
