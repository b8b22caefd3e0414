"""What a demo article is: plain values, in the words of the API, and short names for its blocks."""

from dataclasses import dataclass, replace
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
    urgent: bool = False  # from the form the Head approved beforehand
    expires_at: str | None = None
    published_on: str | None = None


@dataclass(frozen=True, kw_only=True)
class PageSeed(ArticleSeed):
    """A page that stands still, and the named place it stands in (`news.places`)."""

    stands_in: str
    language: str = "vi"


@dataclass(frozen=True, kw_only=True)
class MendedSeed:
    """A correction readers already have: which words of an article were wrong, and what they say now."""

    of: str  # key of a published article
    by: str
    wrong: tuple[tuple[str, str], ...]  # (as it stood, as it is)
    submitted_on: str
    published_on: str


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


def doc(title: str, paper: str) -> Block:
    """A file to take home; `paper` names what is in it (`demo.papers`)."""
    return {"type": "document", "value": {"paper": paper, "title": title}}


def links(*rows: tuple[str, str, str]) -> Block:
    """Links: name, address, one sentence."""
    return {"type": "links", "value": [{"title": title, "url": url, "note": note} for title, url, note in rows]}


def corrected(seed: ArticleSeed, mended: MendedSeed) -> ArticleSeed:
    """The article with its wrong words put right; everything else as it stood."""
    mend = _mender(mended.wrong)
    return replace(seed, title=mend(seed.title), summary=mend(seed.summary), body=tuple(mend(list(seed.body))))


def _mender(wrong: tuple[tuple[str, str], ...]) -> Any:
    def mend(value: Any) -> Any:
        if isinstance(value, str):
            for before, after in wrong:
                value = value.replace(before, after)
            return value
        if isinstance(value, dict):
            return {name: mend(part) for name, part in value.items()}
        return [mend(part) for part in value] if isinstance(value, list) else value

    return mend
