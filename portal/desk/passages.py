"""The words of an item as passages a person can compare: title, summary, body, and every fact shown with it."""

import re
from collections.abc import Iterator
from datetime import datetime
from html import unescape
from typing import Any

from portal.base.clock import ZONE
from portal.news.models import Article, Section, Topic
from portal.people.models import Person

LINK = re.compile(r'<a\b[^>]*href="([^"]*)"[^>]*>(.*?)</a>', re.DOTALL)
BREAK = re.compile(r"</p>|<br\s*/?>|</li>|</[uo]l>")
TAG = re.compile(r"<[^>]+>")
ITEM = re.compile(r"<li\b[^>]*>")


def passages(page: Article | Section | Topic) -> list[str]:
    """Every passage of a text, in reading order, then the facts shown with it, each with its name."""
    found = _article(page) if isinstance(page, Article) else _worded(page)
    return [passage for passage in (text.strip() for text in found) if passage]


def _worded(page: Section | Topic) -> Iterator[str]:
    yield page.title
    yield from page.intro.split("\n")
    if isinstance(page, Section):
        yield f"Lĩnh vực: {page.field or 'không'}"
        yield f"Ai đọc: {page.get_audience_display()}"


def _article(page: Article) -> Iterator[str]:
    yield page.title
    yield page.summary
    for block in page.body:
        yield from _block(block.block_type, block.value)
    for label, value in facts_shown(page):
        yield f"{label}: {value}"


def facts_shown(page: Article) -> list[tuple[str, str]]:
    """The facts readers see with an article, those that are there."""
    lines = [(line.person_id, line.share) for line in page.bylines.all()]
    people = Person.objects.in_bulk([person for person, _ in lines])
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


def _block(kind: str, value: Any) -> Iterator[str]:
    if kind == "paragraph":
        yield from plain(value.source)
    elif kind == "heading":
        yield f"▸ {value}"
    elif kind == "image":
        yield _picture(value)
    elif kind == "gallery":
        yield from (_picture(shot) for shot in value)
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
    else:
        yield f"[Chú ý] {value['text']}"


def _picture(shot: Any) -> str:
    """A picture by its number too: another file under the same words is another picture."""
    picture = shot["picture"]
    if picture is None:
        return "[Ảnh đã mất]"
    told = " – ".join(filter(None, (shot["caption"], picture.alt, picture.credit and f"Ảnh: {picture.credit}")))
    return f"[Ảnh {picture.pk}: {told or 'chưa có mô tả'}]"


def plain(html: str) -> list[str]:
    """Clean HTML as text, one passage a paragraph or list item; a link keeps its address."""
    told = ITEM.sub("• ", LINK.sub(lambda link: f"{link[2]} ({link[1]})", html))
    return [unescape(TAG.sub("", part)).strip() for part in BREAK.split(told)]
