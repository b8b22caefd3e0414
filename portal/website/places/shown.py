"""A standing page as its place shows it: the page, its neighbours, its counterpart in the other language."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from portal.news import presenters
from portal.news.models import Article, Section
from portal.news.places import ABOUT, ABOUT_KEYS, BY_KEY, ENGLISH, ENGLISH_FRONT, VIETNAMESE, Place
from portal.news.queries import standing, standings

Link = dict[str, Any]
PARENTS = ("timetable", "fees", "admissions", "services", "contact")
RECORDS = ("disclosures", "documents", "opinions")
GROUPS: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys((*ABOUT_KEYS, "about-more"), (*ABOUT_KEYS, "about-more")),
    **dict.fromkeys(PARENTS, PARENTS),
    **dict.fromkeys(RECORDS, RECORDS),
}
GROUP_TITLES = {"about-structure": "Về nhà trường", "timetable": "Gia đình cần biết", "disclosures": "Hồ sơ của trường"}


def group_of(key: str) -> tuple[str, ...]:
    """The places listed beside this one."""
    return GROUPS.get(key, (key,))


def page_context(
    article: Article, place: Place, found: Mapping[str, Sequence[Article]], language: str, at: datetime
) -> dict[str, Any]:
    """What `news/page.html` shows of a page in its place."""
    way = [] if place.key == "contact" or language == ENGLISH else way_to(place)
    return {
        "article": presenters.reading(article), "title": article.title, "place": place, "way": way, "language": language,
        "beside": beside(place, found, language, article), "languages": languages(place, language, at),
        "beside_title": GROUP_TITLES.get(group_of(place.key)[0], ""),
    }  # fmt: skip


def way_to(place: Place) -> list[Link]:
    """The crumbs between the front page and a page in this place."""
    if place.path.startswith(ABOUT):
        return [{"title": "Giới thiệu", "url": ABOUT}]
    return [{"title": place.title, "url": place.path}] if place.many else []


def beside(
    place: Place, found: Mapping[str, Sequence[Article]], language: str, here: Article | None = None
) -> list[Link]:
    """The neighbouring places as links; Vietnamese ones stand there also while empty, each says so itself."""
    links: list[Link] = []
    group = group_of(place.key)
    for key in group if len(group) > 1 else ():
        other = BY_KEY[key]
        if key == "about-more":
            links += [_link(page.title, other.address_of(page.slug), page == here) for page in found.get(key, ())]
        elif language in other.languages and (found.get(key) or (language == VIETNAMESE and key not in ABOUT_KEYS)):
            current = key == place.key and (here is None or not other.many)
            links.append(_link(other.name(language), other.address(language), current))
    return links


def _link(title: str, url: str, current: bool) -> Link:
    return {"title": title, "url": url, "current": current}


def intro_of(pages: Iterable[Article]) -> str:
    """The approved introduction of the section the first of these pages belongs to."""
    first = next(iter(pages), None)
    return first.section.intro if first is not None and first.section.shape == Section.Shape.PAGES else ""


def languages(place: Place, language: str, at: datetime) -> list[Link]:
    """Both forms of a page that stands in both languages, as addresses on the school's own domain; else none."""
    other = VIETNAMESE if language == ENGLISH else ENGLISH
    if other not in place.languages or standing(place.key, None, at, other) is None:
        return []
    return [{"lang": one, "url": presenters.absolute(place.address(one))} for one in (VIETNAMESE, ENGLISH)]


def on_the_map() -> list[tuple[str, list[dict[str, str]]]]:
    """The places of the portal as the site map lists them; every one answers, empty or not."""
    school = [("Giới thiệu", ABOUT), ("Tổ, bộ phận", "/to/"), ("Ban biên tập", "/ban-bien-tap/"),
              ("English", ENGLISH_FRONT)]  # fmt: skip
    groups = [("Về nhà trường", school)]
    groups += [
        (GROUP_TITLES[keys[0]], [(BY_KEY[key].title, BY_KEY[key].path) for key in keys]) for keys in (PARENTS, RECORDS)
    ]
    groups[1][1].append(("Thủ tục", "/thu-tuc/"))
    return [(title, [{"title": name, "url": url} for name, url in links]) for title, links in groups]


def front_languages(pages: Sequence[object]) -> list[Link]:
    """The introduction and its English counterpart, where there is an English page at all."""
    fronts = ((VIETNAMESE, ABOUT), (ENGLISH, ENGLISH_FRONT))
    return [{"lang": lang, "url": presenters.absolute(url)} for lang, url in fronts] if pages else []


def english_pages(person: object, at: datetime) -> list[tuple[Place, Article]]:
    """The English pages that are up, in the order of their places; one query."""
    keys = [place.key for place in BY_KEY.values() if ENGLISH in place.languages]
    found = standings(keys, person, at, ENGLISH)
    return [(BY_KEY[key], found[key][0]) for key in keys if found[key]]


def english_menu(pages: Sequence[tuple[Place, Article]], here: str) -> list[Link]:
    front = [("School", ENGLISH_FRONT)]
    return [_link(title, url, url == here) for title, url in
            [*front, *((place.title_en, place.path_en) for place, _ in pages)]]  # fmt: skip
