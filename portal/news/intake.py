"""Turning what a screen or the API sends into the words of an article; every mistake is named at its field."""

import json
import re
from collections.abc import Mapping
from datetime import datetime
from html import escape
from typing import Any
from urllib.parse import urlsplit

import nh3
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.dateparse import parse_datetime

from portal.base.clock import ZONE
from portal.base.rules import Ground, Refusal
from portal.base.text import is_number, nfc
from portal.files.models import Attachment, Picture
from portal.news.models import Article, Byline, Section, Topic, UrgentTemplate
from portal.news.praising import as_stored, given, taken
from portal.news.rules import GENRE_TITLES
from portal.people.models import Person
from portal.plan.models import PlanEntry

TAGS = {"p", "b", "strong", "i", "em", "a", "ul", "ol", "li", "br"}
ATTRIBUTES = {"a": {"href"}}
SCHEMES = {"http", "https", "mailto", "tel"}
DOUBTFUL = re.compile(r"\s*[/\\]\s*[/\\]")  # //host and /\host leave the portal while looking like its own addresses
HTML = re.compile(r"</?(p|b|strong|i|em|a|ul|ol|li|br)\b[^>]*>", re.IGNORECASE)
NESTING = re.compile(r"<(?!(?:p|b|strong|i|em|a|li|br)\b)[a-z]", re.IGNORECASE)
MOST_NESTED = 3000  # lists, and whatever else may stand in itself: cleaning takes the square of their depth
INSIDE = re.compile(r"/(?![/\\])[^\s\\]*\Z")
CONTACT = re.compile(r"mailto:[^\s@%]+@[^\s@%]+\.[^\s@%]+\Z|tel:\+?[0-9().\- ]+\Z")
TEXTS = {
    "title": 255, "summary": 600, "place": 200, "interviewee": 200, "photographer": 120,
}  # fmt: skip
GROUPS: Mapping[str, Mapping[str, int]] = {
    "source": {"name": 200, "author": 200, "url": 500},
    "advertiser": {"name": 200, "contact": 300},
    "received_from": {"name": 120, "unit": 200},
}
HOURS = ("event_start", "event_end", "opening_at", "expires_at")
EARLIEST, LATEST = 1900, 2200  # years; beyond them the shift between time zones falls off the calendar
NO_PICTURE, NO_FILE = "Không tìm thấy ảnh này.", "Không tìm thấy tệp này."


class Intake:
    """Applies a mapping of changes to a draft, collecting refusals; the draft is only good when there are none."""

    def __init__(self, draft: Article, by: Person, at: datetime) -> None:
        self.draft, self.by, self.at = draft, by, at
        self.praised = draft.shown_pupils()
        self.already = (draft.shown_pictures(), draft.shown_attachments() | {draft.received_original_id})
        self.refusals: list[Refusal] = []

    def wrong(self, field: str, message: str, rule: str = "R-INPUT-01") -> None:
        self.refusals.append(Refusal(rule, "", message, field, Ground.NOT_READY))

    def apply(self, data: Mapping[str, Any]) -> list[Refusal]:
        """Take over what `data` names and leave the rest as it is."""
        for name, most in TEXTS.items():
            if name in data:
                setattr(self.draft, name, self._text(name, data[name], most))
        for group, parts in GROUPS.items():
            if group in data:
                self._group(group, parts, data[group] or {})
        for name in HOURS:
            if name in data:
                setattr(self.draft, name, self._hour(name, data[name]))
        for name in ("notice", "consent"):
            if name in data:
                setattr(self.draft, name, bool(data[name]))
        self._choices(data)
        self._references(data)
        if "body" in data:
            self.draft.body = json.dumps(self._body(data["body"]))
        if "authors" in data:
            self._authors(data["authors"] or [])
        return self.refusals

    def _text(self, name: str, value: Any, most: int) -> str:
        text = nfc(str(value or "")).strip()
        if len(text) > most:
            self.wrong(name, f"Dài quá {most} ký tự (đang có {len(text)}).")
        return text[:most]

    def _hour(self, name: str, value: Any) -> datetime | None:
        if value in (None, ""):
            return None
        try:
            at = value if isinstance(value, datetime) else parse_datetime(str(value))
        except ValueError:
            at = None
        if at is None or not EARLIEST <= at.year <= LATEST:
            self.wrong(name, "Ngày giờ chưa đúng; ví dụ 2026-11-20T08:00.")
            return None
        return at if at.tzinfo else at.replace(tzinfo=ZONE)

    def _group(self, group: str, parts: Mapping[str, int], value: Mapping[str, Any]) -> None:
        prefix = "received" if group == "received_from" else group
        for part, most in parts.items():
            setattr(self.draft, f"{prefix}_{part}", self._text(f"{group}.{part}", value.get(part), most))
        if group == "source":
            self.draft.source_published_at = self._hour("source.published_at", value.get("published_at"))
            self._url("source.url", self.draft.source_url)
        if group == "received_from":
            self.draft.received_at = self._hour("received_from.received_at", value.get("received_at"))

    def _url(self, field: str, url: str) -> None:
        try:
            if url:
                URLValidator(schemes=["http", "https"])(url)
        except ValidationError:
            self.wrong(field, "Địa chỉ chưa đúng; cần bắt đầu bằng http:// hoặc https://.")

    def _choices(self, data: Mapping[str, Any]) -> None:
        choices: Mapping[str, Mapping[str, str]] = {
            "genre": {str(genre): title for genre, title in GENRE_TITLES.items()},
            "kind": dict(Article.Origin.choices),
            "audience": dict(Section.Reach.choices),
        }
        for name, allowed in choices.items():
            if name in data:
                value = str(data[name] or "")
                if value in allowed:
                    setattr(self.draft, name, value)
                else:
                    self.wrong(name, f"“{value}” không có trong: {', '.join(allowed)}.")

    def _references(self, data: Mapping[str, Any]) -> None:
        if "section" in data:
            section = Section.objects.filter(slug=str(data["section"] or ""), live=True).first()
            if section is None:
                self.wrong("section", "Không có chuyên mục này.")
            else:
                self.draft.section = section
                if "audience" not in data and section.audience == Section.Reach.INTERNAL:
                    self.draft.audience = Section.Reach.INTERNAL
        if "topic" in data:
            self.draft.topic = Topic.objects.filter(slug=str(data["topic"] or ""), live=True).first()
        for name, model in (
            ("plan_entry", PlanEntry),
            ("urgent_template", UrgentTemplate),
            ("received_original", Attachment),
        ):
            if name in data:
                found = self._by_id(model, data[name])
                if model is Attachment and found is not None and not self._may_use(Attachment, {found.pk}):
                    found = None
                if data[name] and found is None:
                    self.wrong(name, "Không tìm thấy mục đã chọn.")
                setattr(self.draft, name, found)

    def _by_id(self, model: Any, value: Any) -> Any:
        text = str(value or "")
        return model.objects.filter(pk=int(text)).first() if is_number(text) else None

    def _may_use(self, model: Any, wanted: set[int]) -> bool:
        """A collaborator shows his own files and those the text already has; staff show any, but none that is kept to a
        circle: by an article it would reach others (R-FILE-22; Điều 11.5, 13.7, 15.3)."""
        if model is Attachment and Attachment.objects.filter(pk__in=wanted, guarded=True).exists():
            return False
        if self.by.kind == Person.Kind.STAFF:
            return True
        foreign = wanted - self.already[0 if model is Picture else 1]
        own: int = model.objects.filter(pk__in=foreign, uploaded_by_user=self.by).count()
        return own == len(foreign)

    def _authors(self, authors: list[Mapping[str, Any]]) -> None:
        names = [str(author.get("username", "")) for author in authors]
        writers = Person.objects.filter(is_active=True, kind__in=(Person.Kind.STAFF, Person.Kind.COLLABORATOR))
        people = {person.username: person for person in writers.filter(username__in=names)}
        lines: list[Byline] = []
        for author in authors:
            person = people.get(str(author.get("username", "")))
            share = author.get("share", 100 // len(authors) + (len(lines) < 100 % len(authors)))
            if person is None or not isinstance(share, int) or not 0 <= share <= 100:
                self.wrong("authors", f"Tác giả “{author.get('username', '')}” chưa đúng.")
                continue
            lines.append(Byline(person=person, share=share, sort_order=len(lines)))
        self.draft.bylines = lines  # type: ignore[assignment]

    def _body(self, blocks: Any) -> list[dict[str, Any]]:
        if not isinstance(blocks, list):
            self.wrong("body", "Nội dung phải là danh sách các khối.")
            return []
        kept = []
        for index, block in enumerate(blocks):
            kind = block.get("type") if isinstance(block, dict) else None
            shape = SHAPES.get(str(kind))
            if shape is None:
                self.wrong(f"body[{index}]", f"Không có loại khối “{kind}”.")
                continue
            try:
                value = self._praise(index, block.get("value")) if kind == "praise" else shape(block.get("value"))
            except (BadBlock, TypeError, ValueError, OverflowError, AttributeError, KeyError) as error:
                self.wrong(f"body[{index}]", str(error) if isinstance(error, BadBlock) else "Khối chưa đúng dạng.")
                continue
            if kind in ("image", "gallery"):
                shots = value if kind == "gallery" else [value]
                if not self._may_use(Picture, {shot["picture"] for shot in shots}):
                    self.wrong(f"body[{index}]", NO_PICTURE)
            elif kind == "document" and not self._may_use(Attachment, {value["document"]}):
                self.wrong(f"body[{index}]", NO_FILE)
            if value not in ("", [], None):
                kept.append({"type": kind, "value": value})
        return kept

    def _praise(self, index: int, value: Any) -> Any:
        """A praise list: each row a pupil of the rolls, or a grown-up."""
        rows, wrong = taken(value, by=self.by, at=self.at, already=self.praised)
        for one in wrong:
            self.wrong(f"body[{index}]", one.message, one.rule)
        caption = line(value.get("caption") if isinstance(value, dict) else "", 200)
        return {"caption": caption, "rows": [as_stored(row) for row in rows]} if rows else None


class BadBlock(ValueError):
    """A block that cannot be kept, with the sentence for its field."""


def rich(value: Any) -> str:
    """Paragraphs as clean HTML: plain text becomes paragraphs at blank lines, HTML keeps only harmless tags."""
    text = nfc(str(value or "")).strip()
    if text and not HTML.search(text):
        parts = re.split(r"\n\s*\n", text)
        text = "".join(f"<p>{escape(part.strip(), quote=False).replace(chr(10), '<br>')}</p>" for part in parts)
    if len(NESTING.findall(text)) > MOST_NESTED:
        raise BadBlock(f"Một khối chữ chứa quá {MOST_NESTED} danh sách; hãy chia ra nhiều khối.")
    return nh3.clean(
        text, tags=TAGS, attributes=ATTRIBUTES, attribute_filter=_leading, url_schemes=SCHEMES, link_rel="noopener"
    )


def _leading(tag: str, name: str, value: str) -> str | None:
    """An address in the text as it is, or none where a link would lead elsewhere than it shows."""
    try:
        doubtful = DOUBTFUL.match(value) is not None or "@" in urlsplit(value).netloc
    except ValueError:
        return None
    return None if doubtful else value


def line(value: Any, most: int = 400) -> str:
    text = nfc(str(value or "")).strip()
    if len(text) > most:
        raise BadBlock(f"Dài quá {most} ký tự.")
    return text


def image(value: Any) -> dict[str, Any]:
    given = value if isinstance(value, dict) else {"picture": value}
    pk = given.get("picture", given.get("image", given.get("id")))
    if not Picture.objects.filter(pk=int(pk)).exists():
        raise BadBlock(NO_PICTURE)
    return {"picture": int(pk), "caption": line(given.get("caption"))}


def gallery(value: Any) -> list[dict[str, Any]]:
    images = value.get("images", []) if isinstance(value, dict) else value
    return [image(one) for one in images]


def quote(value: Any) -> dict[str, str]:
    given = value if isinstance(value, dict) else {"text": value}
    return {"text": line(given.get("text"), 2000), "source": line(given.get("source"), 200)}


def table(value: Any) -> dict[str, Any]:
    given = value if isinstance(value, dict) else {"rows": value}
    rows = [[line(cell, 500) for cell in row] for row in given.get("rows", [])]
    return {"caption": line(given.get("caption"), 200), "rows": rows}


def document(value: Any) -> dict[str, int]:
    pk = value.get("document", value.get("id")) if isinstance(value, dict) else value
    if not Attachment.objects.filter(pk=int(pk)).exists():
        raise BadBlock(NO_FILE)
    return {"document": int(pk)}


def video(value: Any) -> dict[str, str]:
    given = value if isinstance(value, dict) else {"url": value}
    url = line(given.get("url"), 500)
    try:
        outside(url, "https")
    except ValidationError as error:
        raise BadBlock("Địa chỉ video phải bắt đầu bằng https://.") from error
    return {"url": url, "title": line(given.get("title") or url, 200)}


def notice(value: Any) -> dict[str, str]:
    return {"text": line(value.get("text") if isinstance(value, dict) else value, 2000)}


def links(value: Any) -> list[dict[str, str]]:
    """Links with a name and a sentence each: to an address outside, a path of this portal, a letter box or a telephone."""
    rows = value.get("rows", []) if isinstance(value, dict) else value
    if any(not line(row.get("title")) for row in rows):
        raise BadBlock("Có liên kết chưa có tên; mỗi dòng ghi: tên | địa chỉ.")
    return [
        {"title": line(row.get("title"), 200), "url": link(row.get("url")), "note": line(row.get("note"), 300)}
        for row in rows
    ]


def link(value: Any) -> str:
    url = line(value, 500)
    if not INSIDE.match(url) and not CONTACT.match(url):
        try:
            outside(url, "http", "https")
        except ValidationError as error:
            raise BadBlock(
                f"Địa chỉ “{url}” chưa đúng; cần bắt đầu bằng https://, mailto:, tel: hoặc dấu /."
            ) from error
    return url


def outside(url: str, *schemes: str) -> None:
    """Raises ValidationError for what is no address, and for one that shows another host before its own (cong.vn@la.example)."""
    URLValidator(schemes=schemes)(url)
    if "@" in urlsplit(url).netloc:
        raise ValidationError("userinfo")


SHAPES: Mapping[str, Any] = {
    "paragraph": rich, "heading": lambda value: line(value, 200), "image": image, "gallery": gallery, "quote": quote,
    "table": table, "document": document, "video": video, "notice": notice, "links": links, "praise": given,
}  # fmt: skip


def as_body(article: Article) -> list[dict[str, Any]]:
    """The body in the form the API gives and takes."""
    return [{"type": block.block_type, "value": _given(block.value)} for block in article.body]


def _given(value: Any) -> Any:
    if isinstance(value, Picture | Attachment):
        return value.pk
    if hasattr(value, "source") and not hasattr(value, "items"):
        return value.source
    if hasattr(value, "items"):
        return {name: _given(part) for name, part in value.items()}
    if isinstance(value, str | int) or value is None:
        return value
    return [_given(part) for part in value]
