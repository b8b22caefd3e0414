"""What the pinned libraries say in English, what answers it in Vietnamese, and which words would betray English on a screen."""

import re
from collections.abc import Iterator
from functools import cache
from gettext import GNUTranslations
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple

import wagtail
from babel.messages.pofile import read_po

from portal.settings.env import ROOT

INSTALLED = Path(wagtail.__file__).parents[1]
SHELVES = (
    "allauth", "taggit", "django/conf", "django/contrib/*", "wagtail", "wagtail/*", "wagtail/contrib/*",
)  # fmt: skip
WITHOUT_ENGLISH = (
    "rest_framework",
    "django_filters",
    "treebeard",
)  # their English is read from what these answer it in:
ANSWERED = ("fr", "ko_KR")
OURS = ROOT / "portal" / "locale" / "vi" / "LC_MESSAGES"
DOMAINS = ("django", "djangojs")

PLACEHOLDER = re.compile(r"%\(\w+\)[-0-9.]*[a-z]|%[a-z%]|\{[\w.!:]*\}")
TAG = re.compile(r"</?[a-zA-Z][^>]*>")
NOT_WORDS = re.compile(rf"{PLACEHOLDER.pattern}|{TAG.pattern}|&\w+;|https?://\S+|\S+@\S+|/\S*|\b\w+\.\w+\b")
WORD = re.compile(r"[^\W\d_]{3,}")
SYLLABLE = re.compile(r"(?:ngh?|[cgknpt]h|gi|qu|tr|[bcdghklmnpqrstvx])?[aeiouy]{1,3}(?:ch|n[gh]?|[cmpt])?")
SAME_HERE = frozenset({"http", "https", "www", "word", "unicode", "wordpress"})  # what Vietnamese screens say as well


class Said(NamedTuple):
    """One sentence of a library: its place, its name in a catalogue, its English in one or two forms."""

    package: str
    context: str
    forms: tuple[str, ...]

    @property
    def name(self) -> tuple[str, str]:
        return self.context, self.forms[0]


@cache
def english(domain: str) -> tuple[Said, ...]:
    """All that the pinned packages say, whether installed as apps or not."""
    return tuple(_english(domain))


def _english(domain: str) -> Iterator[Said]:
    for shelf in SHELVES:
        for path in sorted(INSTALLED.glob(f"{shelf}/locale/en/LC_MESSAGES/{domain}.po")):
            package = str(path.parents[3].relative_to(INSTALLED))
            with path.open("rb") as file:
                for message in read_po(file):
                    if message.id:
                        forms = (message.id,) if isinstance(message.id, str) else tuple(message.id)
                        yield Said(package, message.context or "", forms)
    for package in WITHOUT_ENGLISH:
        lines = {}
        for language in ANSWERED:
            lines |= compiled(INSTALLED / package / "locale" / language / "LC_MESSAGES" / f"{domain}.mo")
        yield from (Said(package, context, (plain,)) for context, plain in lines)


@cache
def theirs(package: str, domain: str) -> dict[tuple[str, str], str]:
    """The Vietnamese a package brings of its own, as compiled: nothing fuzzy, nothing empty."""
    return compiled(INSTALLED / package / "locale" / "vi" / "LC_MESSAGES" / f"{domain}.mo")


@cache
def ours(domain: str) -> dict[tuple[str, str], str]:
    return compiled(OURS / f"{domain}.mo")


def compiled(path: Path) -> dict[tuple[str, str], str]:
    """What a compiled catalogue says by context and first English form; Vietnamese has one form for any number."""
    if not path.exists():
        return {}
    with path.open("rb") as file:
        lines = GNUTranslations(file)._catalog  # type: ignore[attr-defined]
    found = {}
    for key, words in lines.items():
        said = key[0] if isinstance(key, tuple) else key
        context, _, plain = said.rpartition("\x04")
        if plain and words:
            found[context, plain] = words
    return found


@cache
def betraying() -> frozenset[str]:
    """Words of the libraries' English that no Vietnamese sentence uses and no Vietnamese syllable is spelt like."""
    said = {word for domain in DOMAINS for line in english(domain) for form in line.forms for word in words_of(form)}
    answered = {word for domain in DOMAINS for line in ours(domain).values() for word in words_of(line)}
    return frozenset(word for word in said - answered - SAME_HERE if not SYLLABLE.fullmatch(word))


def words_of(text: str) -> set[str]:
    return {word.casefold() for word in WORD.findall(NOT_WORDS.sub(" ", text)) if word.isascii()}


def english_in(text: str) -> list[str]:
    """The words of a text that are English, in order of the alphabet."""
    return sorted(words_of(text) & betraying())


class Visible(HTMLParser):
    """What somebody sees or is read of a page: its text and the names of its pictures, fields and buttons."""

    SPOKEN = frozenset({"alt", "title", "placeholder", "aria-label", "aria-description"})
    UNSEEN = frozenset({"script", "style", "template", "code", "pre", "svg"})

    VOID = frozenset({"img", "input", "br", "link", "meta", "source"})

    def __init__(self, html: str) -> None:
        super().__init__()
        self.lines: list[str] = []
        self.inside: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.lines += [value for name, value in attrs if name in self.SPOKEN and value]
        self.lines += [
            value for name, value in attrs if (tag, name) == ("input", "value") and value and _pressed(attrs)
        ]
        if (tag in self.UNSEEN or ("lang", "en") in attrs) and tag not in self.VOID:
            self.inside.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.inside and self.inside[-1] == tag:
            self.inside.pop()

    def handle_data(self, data: str) -> None:
        if not self.inside and data.strip():
            self.lines.append(" ".join(data.split()))


def _pressed(attrs: list[tuple[str, str | None]]) -> bool:
    return dict(attrs).get("type") in ("submit", "button", "reset")


def english_lines(html: str) -> list[str]:
    """The lines of a page that hold an English word."""
    return [line for line in Visible(html).lines if english_in(line)]
