"""Which page stands in which place, what TT 37/2020 Đ.9 asks for that is not there, and what could stand there."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from portal.base.ordering import titled
from portal.news.models import Article, Section
from portal.news.places import ABOUT_KEYS, BY_KEY, ENGLISH, LANGUAGES, PLACES, VIETNAMESE, Place
from portal.news.queries import news_of, public, standings

NEWEST = 40
Choice = tuple[int, str]


@dataclass(frozen=True)
class Row:
    """One place in one language, and what readers find there."""

    place: Place
    language: str
    pages: list[Article]

    @property
    def name(self) -> str:
        return self.place.name(self.language)

    @property
    def address(self) -> str:
        return self.place.address(self.language)

    @property
    def clause(self) -> str:
        return "NĐ 42/2022" if self.language == ENGLISH else self.place.clause


@dataclass(frozen=True)
class Asked:
    """One thing TT 37/2020 Đ.9 asks of a school's portal, whether it is there."""

    label: str
    clause: str
    ok: bool


@dataclass(frozen=True)
class Standing:
    """The whole screen."""

    groups: list[tuple[str, list[Row]]]
    asked: list[Asked]

    @property
    def missing(self) -> int:
        return sum(not one.ok for one in self.asked)


GROUPS = (
    ("Giới thiệu", (*ABOUT_KEYS, "about-more")),
    ("Gia đình cần biết", ("contact", "admissions", "timetable", "fees", "services", "campaigns")),
    ("Hồ sơ của trường", ("disclosures", "documents", "opinions")),
)
_BY_PLACES = (
    ("Giới thiệu: cơ cấu, nhiệm vụ, lịch sử, lãnh đạo", "Đ.9.1", ABOUT_KEYS), ("Liên hệ", "Đ.9.2", ("contact",)),
    ("Văn bản", "Đ.9.4", ("documents",)), ("Dịch vụ trực tuyến", "Đ.9.5", ("services",)),
    ("Lấy ý kiến góp ý", "Đ.9.6", ("opinions",)), ("Công khai", "Đ.9.8", ("disclosures",)),
    ("Tuyển sinh", "Đ.9.9", ("admissions",)),
)  # fmt: skip


def places(at: datetime) -> Standing:
    """Every place with its pages as readers find them; three queries."""
    found = {language: standings(BY_KEY, None, at, language) for language in LANGUAGES}
    groups = [(title, [_row(key, VIETNAMESE, found) for key in keys]) for title, keys in GROUPS]
    english = [_row(place.key, ENGLISH, found) for place in PLACES if ENGLISH in place.languages]
    return Standing([*groups, ("Tiếng Anh", english)], list(_asked(found[VIETNAMESE], at)))


def _row(key: str, language: str, found: dict[str, dict[str, list[Article]]]) -> Row:
    return Row(BY_KEY[key], language, found[language][key])


def _asked(found: dict[str, list[Article]], at: datetime) -> Iterator[Asked]:
    """In the circular's own order; what the portal itself gives is there."""
    by_places = [Asked(label, clause, all(found[key] for key in keys)) for label, clause, keys in _BY_PLACES]
    itself = [
        Asked("Tin tức, sự kiện", "Đ.9.3", news_of(None, at).exists()),
        Asked("Siêu dữ liệu (cổng tự làm)", "Đ.9.7", True),
    ]
    yield from sorted([*by_places, *itself], key=lambda one: one.clause)


def choices(language: str, at: datetime) -> list[tuple[str, list[Choice]]]:
    """What may stand in a place: pages by section, then the newest stories; three queries."""
    sections = Section.objects.filter(language=language, shape=Section.Shape.PAGES).values_list("pk", flat=True)
    pages = public(at).filter(section__in=list(sections)).defer("body")
    grouped: dict[str, list[Choice]] = {}
    for page in pages.order_by("section__position", titled("section__title"), titled()):
        grouped.setdefault(page.section.title, []).append((page.pk, page.title))
    newest = [(one.pk, one.title) for one in news_of(None, at).filter(section__language=language)[:NEWEST]]
    return [*grouped.items(), *([("Tin, bài mới đăng", newest)] if newest else [])]
