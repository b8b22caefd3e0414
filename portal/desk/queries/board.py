"""Sections and topics as the board arranges them."""

from portal.approval.models import Case
from portal.base.ordering import titled
from portal.news.models import Section, Topic


def arranged() -> list[tuple[str, list[Section | Topic]]]:
    """Every section and topic with its case, live or not, in the order of the menu."""
    sections = Section.objects.select_related("case", "field").order_by("position", titled())
    topics = Topic.objects.select_related("case").order_by(titled())
    return [("Chuyên mục", list(sections)), ("Chuyên đề", list(topics))]


def titles_taken(slug: str) -> bool:
    """Whether a page beside the sections has this address already."""
    return Case.objects.filter(page__slug=slug, page__depth=3).exists()
