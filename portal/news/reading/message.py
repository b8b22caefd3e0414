"""An article as words to send on by Zalo or a text message: plain, short, with its address."""

import re
from collections.abc import Iterator
from datetime import datetime, time
from html import unescape
from typing import Any

from django.utils.html import strip_tags

from portal.base.clock import ZONE
from portal.news import presenters
from portal.news.models import Article

WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ Nhật")
A_NOTICE = 1_400  # letters of a notice's own text; with its head it fits one message
_ITEM = re.compile(r"<li\b[^>]*>")
_LINE_ENDS = re.compile(r"</(?:p|li|h\d)>|<br\s*/?>")
MORE = "(còn tiếp ở địa chỉ bên dưới)"


def message(article: Article, school: str) -> str:
    """The whole message: who speaks, what, when and where, the words, where to read it all.

    A notice goes whole as far as it fits, anything else by its summary; the origin stays with it (Điều 14.2).
    """
    head = [f"[{school}] {article.section.title}", article.title.strip()]
    facts = [f"• {name}: {value}" for name, value in _facts(article)]
    words = list(_notice(article)) if article.notice else [article.summary.strip() or _opening(article)]
    tail = [f"Đọc trên cổng của trường: {presenters.absolute(presenters.address(article))}"]
    parts = ["\n".join(head), "\n".join(facts), "\n".join(filter(None, words)), "\n".join(tail)]
    return "\n\n".join(part for part in parts if part) + "\n"


def _facts(article: Article) -> Iterator[tuple[str, str]]:
    hour = article.opening_at or article.event_start
    if hour is not None:
        yield ("Khai mạc" if article.opening_at else "Thời gian"), _when(hour)
    if article.place:
        yield "Nơi", article.place
    if origin := presenters.origin(article):
        name, _, value = origin.partition(": ")
        yield name, value
    if article.expires_at is not None:
        yield "Có giá trị đến", _when(article.expires_at)


def _notice(article: Article) -> Iterator[str]:
    """The summary and the text itself, line by line, as far as they fit."""
    room = A_NOTICE
    for line in [article.summary.strip(), *_lines(article)]:
        if len(line) > room:
            yield MORE
            return
        room -= len(line)
        yield line


def _opening(article: Article) -> str:
    return next(_lines(article), "")[:300]


def _lines(article: Article) -> Iterator[str]:
    """The words of a body, a line a paragraph, a row or an item."""
    for block in article.body.raw_data:
        yield from (line for line in _of_block(block["type"], block["value"]) if line.strip())


def _of_block(kind: str, value: Any) -> list[str]:
    match kind:
        case "paragraph":
            return _of_rich_text(value)
        case "heading":
            return ["", str(value).upper()]
        case "notice":
            return [value["text"] if isinstance(value, dict) else str(value)]
        case "quote":
            return [f"“{value['text']}”" + (f" – {value['source']}" if value.get("source") else "")]
        case "table":
            rows = [[_plain(cell) for cell in _plain(row)] for row in value["rows"]]
            return [value.get("caption", ""), *("- " + " | ".join(cell for cell in row if cell) for row in rows)]
        case _:
            return []


def _of_rich_text(html: str) -> list[str]:
    """A line for each paragraph and each item of a list."""
    parts = _LINE_ENDS.split(_ITEM.sub("- ", html))
    return [" ".join(unescape(strip_tags(part)).split()) for part in parts]


def _plain(part: Any) -> Any:
    """A list block keeps each of its parts in a wrapping of its own."""
    return part["value"] if isinstance(part, dict) and "value" in part else part


def _when(at: datetime) -> str:
    """ "17:00 thứ Sáu 20/11/2026"; midnight is no hour."""
    here = at.astimezone(ZONE)
    hour = "" if here.time() == time.min else f"{here:%H:%M} "
    return f"{hour}{WEEKDAYS[here.weekday()]} {here.day}/{here.month}/{here.year}"
