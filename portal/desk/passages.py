"""An item as pieces a person can compare: title, summary, body with its pictures; and every fact, by name."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from html import unescape
from typing import Any

from django.urls import reverse

from portal.base.clock import ZONE
from portal.desk.diff import Piece, Shot
from portal.files.rules import at_width
from portal.news.models import Article, Section
from portal.news.presenters import praise_lines
from portal.people.models import Person

LINK = re.compile(r'<a\b[^>]*href="([^"]*)"[^>]*>(.*?)</a>', re.DOTALL)
BREAK = re.compile(r"</p>|<br\s*/?>|</li>|</[uo]l>")
TAG = re.compile(r"<[^>]+>")
ITEM = re.compile(r"<li\b[^>]*>")


def passages(page: Any) -> list[str]:
    """The words of a text without its pictures, in reading order."""
    return [piece.text for piece in pieces(page) if piece.shot is None]


def pieces(page: Any, *, named: bool = True) -> list[Piece]:
    """Every passage and picture of a text, in reading order; facts are told apart (`facts_compared`). Of praise lists the names,
    or where what is said leaves the portal, each pupil's number (not `named`)."""
    found = _article(page, named) if isinstance(page, Article) else _worded(page)
    return [piece for piece in found if piece.shot or piece.text]


def _worded(page: Any) -> Iterator[Piece]:
    yield Piece(page.title.strip(), role="title")
    yield from _texts(page.intro.split("\n"))


def _article(page: Article, named: bool) -> Iterator[Piece]:
    yield Piece(page.title.strip(), role="title")
    yield Piece(page.summary.strip(), role="summary")
    for block in page.body:
        yield from pieces_of(block.block_type, block.value, named=named)


def _texts(texts: Iterable[str]) -> Iterator[Piece]:
    return (Piece(text.strip()) for text in texts)


def pieces_of(kind: str, value: Any, *, named: bool = True) -> Iterator[Piece]:
    """The pieces of one block."""
    if kind == "image":
        yield _picture(value)
    elif kind == "gallery":
        yield from (_picture(shot) for shot in value)
    else:
        yield from _texts(_block(kind, value, named))


def facts_compared(page: Any, names_known: Mapping[int, str] | None = None) -> list[tuple[str, str]]:
    """The facts of a text, by name: what readers see of them, and what its route was computed from."""
    if isinstance(page, Article):
        entry = page.plan_entry.title if page.plan_entry else "Ngoài kế hoạch"
        return [*facts_shown(page, names_known), ("Việc trong kế hoạch", entry)]
    if isinstance(page, Section):
        return [("Lĩnh vực", str(page.field or "không")), ("Ai đọc", page.get_audience_display())]
    return list(page.told())


def facts_shown(page: Article, names_known: Mapping[int, str] | None = None) -> list[tuple[str, str]]:
    """The facts readers see with an article, those that are there; authors by name, asked for unless all are known."""
    lines = [(line.person_id, line.share) for line in page.bylines.all()]
    people: Mapping[int, Any] = names_known or {}
    if any(who not in people for who, _ in lines):
        people = Person.objects.in_bulk([who for who, _ in lines])
    names = ", ".join(f"{people[who]} ({share}%)" if len(lines) > 1 else str(people[who]) for who, share in lines)
    found = [
        ("Chuyên mục", page.section.title),
        ("Chuyên đề", page.topic.title if page.topic else ""),
        ("Thể loại", page.get_genre_display() + (", là thông báo" if page.notice else "")),
        ("Loại nội dung", page.get_kind_display() if page.kind != Article.Origin.ORIGINAL else ""),
        ("Ai đọc", page.get_audience_display() if page.audience != Section.Reach.PUBLIC else ""),
        ("Nguồn", ", ".join(filter(None, (page.source_name, page.source_author, page.source_url)))),
        ("Nguồn đăng lúc", when(page.source_published_at)),
        ("Đơn vị được đăng tin", ", ".join(filter(None, (page.advertiser_name, page.advertiser_contact)))),
        ("Tác giả", names),
        ("Ảnh", page.photographer),
        ("Nhận từ", ", ".join(filter(None, (page.received_name, page.received_unit, when(page.received_at))))),
        ("Khai mạc", when(page.opening_at)),
        ("Diễn ra từ", when(page.event_start)),
        ("Đến", when(page.event_end)),
        ("Nơi", page.place),
        ("Người được hỏi", page.interviewee),
        ("Đồng ý", "người trong ảnh, người được hỏi đã đồng ý" if page.consent else ""),
        ("Mẫu thông báo khẩn", str(page.urgent_template or "")),
        ("Hết hạn", when(page.expires_at)),
    ]
    return [(label, value) for label, value in found if value]


def when(at: datetime | None) -> str:
    return f"{at.astimezone(ZONE):%H:%M %d/%m/%Y}" if at else ""


def _block(kind: str, value: Any, named: bool) -> Iterator[str]:
    if kind == "paragraph":
        yield from plain(value.source)
    elif kind == "heading":
        yield f"▸ {value}"
    elif kind == "quote":
        yield f"“{value['text']}”" + (f" – {value['source']}" if value["source"] else "")
    elif kind == "table":
        yield value["caption"] or ""
        yield from (" | ".join(row) for row in value["rows"])
    elif kind == "document":
        document = value["document"]
        yield f"[Tệp {document.pk}: {document.title}]" if document else "[Tệp đã mất]"
    elif kind == "video":
        yield f"[Video: {value['title']} – {value['url']}]"
    elif kind == "praise":
        yield value["caption"] or ""
        yield from praise_lines(value, named=named)
    elif kind == "links":
        yield from (" – ".join(filter(None, (row["title"], row["url"], row["note"]))) for row in value)
    else:
        yield f"[Chú ý] {value['text']}"


def _picture(shot: Any) -> Piece:
    """A picture by its number and hash: another file under the same words is another picture."""
    picture, caption = shot["picture"], shot["caption"] or ""
    if picture is None:
        return Piece(f"[Ảnh đã mất] {caption}".strip())
    told = " ".join(filter(None, (caption, picture.alt, picture.credit)))
    return Piece(told, Shot(picture.pk, picture.sha256, _thumb(picture.pk), caption, picture.alt, picture.credit))


def _thumb(picture: int) -> str:
    return reverse("files:rendition", args=[picture, at_width(400)])


def plain(html: str) -> list[str]:
    """Clean HTML as text, one passage a paragraph or list item; a link keeps its address."""
    told = ITEM.sub("• ", LINK.sub(lambda link: f"{link[2]} ({link[1]})", html))
    return [unescape(TAG.sub("", part)).strip() for part in BREAK.split(told)]
