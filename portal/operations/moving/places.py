"""Where a text of the portal before stands here: the section its mapping names, or one of the same name."""

from portal.base.text import fold, slug
from portal.news.models import Section, Topic
from portal.operations.moving.mapping import Mapping


class Places:
    """Asks for our sections and topics once."""

    def __init__(self, mapping: Mapping) -> None:
        live = Section.objects.filter(live=True)
        self.known: set[str] = {one.slug for one in live}
        self.named: dict[str, str] = {fold(one.title): one.slug for one in live} | {one: one for one in self.known}
        self.wanted = {fold(name): ours for name, ours in mapping.sections.items()}
        self.pages: dict[str, int] = {one.slug: one.pk for one in (*Topic.objects.filter(live=True), *live)}
        self.led = set(mapping.addresses.values())
        self.default = mapping.default_section if mapping.default_section in self.known else ""

    def of(self, names: tuple[str, ...]) -> str:
        """The slug of a section, "" where nothing says which."""
        for name in names:
            ours = self.wanted.get(fold(name)) or self.named.get(fold(name)) or self.named.get(slug(name))
            if ours and ours in self.known:
                return ours
        return self.default

    def unknown(self) -> list[str]:
        """Sections a mapping names that are not here; an address may lead to a topic too."""
        return sorted({one for one in self.wanted.values() if one not in self.known} | (self.led - set(self.pages)))
