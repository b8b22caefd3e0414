"""The guides of docs/huong-dan/, one a role, as pages of the portal: the same words, read from the same files (Điều 8.6, 13.3)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

from django.templatetags.static import static
from markdown_it import MarkdownIt
from markdown_it.token import Token

from portal.base.text import slug
from portal.people.models import Person
from portal.people.rules import Board, Kind

FOLDER = Path(__file__).resolve().parents[3] / "docs" / "huong-dan"
PICTURES = "hinh/"
FIRST_LINE = re.compile(r"\A# (?P<title>.+)\n+(?P<summary>[^\n#]+(?:\n[^\n#]+)*)")


@dataclass(frozen=True)
class Guide:
    """A guide: its address, its title, what it is about in a sentence."""

    slug: str
    title: str
    summary: str

    @property
    def url(self) -> str:
        return f"/huong-dan/{self.slug}/"


SLUGS = ("tac-gia", "cong-tac-vien", "thu-ky", "uy-vien", "truong-ban", "hieu-truong", "quan-tri")


@cache
def guides() -> dict[str, Guide]:
    """Every guide, in the order an article meets its readers."""
    return {name: _guide(name) for name in SLUGS}


def _guide(name: str) -> Guide:
    found = FIRST_LINE.match(_text(name))
    assert found is not None, f"docs/huong-dan/{name}.md begins with a title and a sentence"
    return Guide(name, found["title"], " ".join(found["summary"].split()))


def _text(name: str) -> str:
    return (FOLDER / f"{name}.md").read_text("utf-8")


@dataclass(frozen=True)
class Chapter:
    title: str
    anchor: str


@cache
def read(name: str) -> tuple[str, tuple[Chapter, ...]]:
    """The safe HTML of a guide below its title, and its chapters. KeyError where there is none."""
    guide = guides()[name]
    markdown = MarkdownIt("commonmark", {"html": False}).enable("table")
    tokens = markdown.parse(_text(guide.slug))
    body = tokens[6:]  # title and summary stand in the head of the page
    chapters = tuple(_chapters(body))
    for token in body:
        _place(token)
    return markdown.renderer.render(body, markdown.options, {}), chapters


def _chapters(tokens: list[Token]) -> Iterator[Chapter]:
    for opening, words in pairwise(tokens):
        if opening.type == "heading_open" and opening.tag == "h2":
            opening.attrSet("id", anchor := slug(words.content))
            yield Chapter(words.content, anchor)


def _place(token: Token) -> None:
    """Pictures come from the static files, and links to other guides from the portal."""
    for part in token.children or []:
        if part.type == "image" and str(part.attrs["src"]).startswith(PICTURES):
            part.attrSet("src", static(f"huong-dan/{str(part.attrs['src']).removeprefix(PICTURES)}"))
            part.attrSet("loading", "lazy")
        elif part.type == "link_open" and str(part.attrs["href"]).endswith(".md"):
            part.attrSet("href", f"/huong-dan/{str(part.attrs['href']).removesuffix('.md')}/")


def guides_for(person: Person, board: Board) -> list[Guide]:
    """Those written for what this person does, his highest office first."""
    me = person.pk
    told = (
        ("hieu-truong", me in board.principals | board.vice_principals),
        ("truong-ban", me in board.leaders | board.deputies),
        ("thu-ky", me in board.secretaries | board.substitutes),
        ("uy-vien", me in board.members),
        ("quan-tri", me in board.sysadmins),
        ("cong-tac-vien", person.kind == Kind.COLLABORATOR),
        ("tac-gia", person.kind == Kind.STAFF),
    )
    return [guides()[name] for name, mine in told if mine]
