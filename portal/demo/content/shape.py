"""What a demo article is: plain values, in the words of the API, and short names for its blocks."""

from dataclasses import dataclass
from typing import Any, TypedDict


class Block(TypedDict):
    type: str
    value: Any


class Picture(TypedDict):
    image: str  # "scene:seed"
    caption: str
    alt: str


class Source(TypedDict):
    name: str
    author: str
    url: str
    published_at: str


class Advertiser(TypedDict):
    name: str
    contact: str


class Received(TypedDict):
    name: str
    unit: str
    received_at: str


@dataclass(frozen=True, kw_only=True)
class ArticleSeed:
    key: str
    section: str
    genre: str
    title: str
    summary: str
    body: tuple[Block, ...]
    author: str
    co_authors: tuple[tuple[str, int], ...] = ()  # username and share in a hundred; the author has the rest
    photographer: str = ""
    plan_entry: int | None = None  # index into PLAN.entries
    topic: str | None = None
    audience: str = "public"
    kind: str = "original"
    notice: bool = False
    event_start: str | None = None
    event_end: str | None = None
    opening_at: str | None = None
    place: str = ""
    interviewee: str = ""
    consent: bool = False  # of those interviewed or shown; with pupils, of their families too
    source: Source | None = None
    advertiser: Advertiser | None = None
    received_from: Received | None = None
    published_on: str | None = None


@dataclass(frozen=True, kw_only=True)
class StandingSeed(ArticleSeed):
    """An article stopped on its way; `key` names where."""

    submitted_on: str | None = None
    publish_at: str | None = None
    corrects: str | None = None  # key of a published article
    decision_by: str = ""  # who sent it back or refused it
    ground: str = ""
    reason: str = ""
    remarks: tuple[tuple[str, str], ...] = ()  # (sentence, what was said of it)


def p(*paragraphs: str) -> Block:
    """Paragraphs of text; what already is a list stays one."""
    texts = (text if text.startswith("<ul>") else f"<p>{text}</p>" for text in paragraphs)
    return {"type": "paragraph", "value": "".join(texts)}


def ul(*items: str) -> str:
    return "<ul>" + "".join(f"<li>{item}</li>" for item in items) + "</ul>"


def h(text: str) -> Block:
    return {"type": "heading", "value": text}


def pic(image: str, caption: str, alt: str) -> Picture:
    return {"image": image, "caption": caption, "alt": alt}


def img(image: str, caption: str, alt: str) -> Block:
    return {"type": "image", "value": pic(image, caption, alt)}


def gallery(*pictures: Picture) -> Block:
    return {"type": "gallery", "value": list(pictures)}


def quote(text: str, source: str) -> Block:
    return {"type": "quote", "value": {"text": text, "source": source}}


def table(caption: str, *rows: list[str]) -> Block:
    return {"type": "table", "value": {"caption": caption, "rows": list(rows)}}


def box(text: str) -> Block:
    return {"type": "notice", "value": {"text": text}}
