"""How the school looks on its cards and icons, and the card of each page readers may open."""

from datetime import datetime
from urllib.parse import urlsplit

from django.conf import settings

from portal.base.models import School
from portal.base.sharing import Card, Look
from portal.base.text import is_number
from portal.files.models import Picture
from portal.files.rules import may_be_served
from portal.news import presenters
from portal.news.queries import public, sections_for, topics


def look_of(school: School | None) -> Look:
    """The look of the school as it stands; a portal without a school has its own name."""
    host = urlsplit(settings.PORTAL_BASE_URL).hostname or ""
    if school is None:
        return Look(host=host)
    return Look(
        school.name, school.initials, school.ward, school.domain or host, school.ink, school.phuong, school.crest
    )  # fmt: skip


def card_of(pk: int, at: datetime) -> tuple[Card, Picture | None] | None:
    """The card of an article, section or topic a stranger may open, with the picture beside its words; else None."""
    if not is_number(str(pk)):
        return None
    article = public(at).filter(pk=pk).first()
    if article is not None:
        picture = presenters.pictures_of([article]).get(article.pk)
        first = article.lead_picture()
        first = first if first is not None and first.withheld_at is None else None
        return Card(
            article.title, article.section.title, presenters.origin(article), first.pk if first else None
        ), picture
    for kicker, found in (("Chuyên mục", sections_for(None, at)), ("Chuyên đề", topics())):
        page = found.filter(pk=pk).first()
        if page is not None:
            return Card(page.title, kicker), None
    return None


def arms_of(look: Look) -> Picture | None:
    """The school's own crest, where it has one that may be shown."""
    found = Picture.objects.filter(pk=look.crest).first() if look.crest else None
    return found if found is not None and may_be_served(found.scan) else None
