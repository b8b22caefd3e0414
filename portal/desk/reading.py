"""The newest text as its reviewers read it: paragraph by paragraph, each with its sentences and what was said of them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from html import escape
from typing import Any

from django.utils.safestring import SafeString, mark_safe

from portal.approval.models import Remark
from portal.approval.rules import LONGEST_QUOTE, find_sentence
from portal.desk.diff import SENTENCE
from portal.desk.passages import pieces_of, plain
from portal.news.models import Article

TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)\b[^>]*?(/?)>", re.IGNORECASE)
VOID = frozenset({"br", "hr", "img", "embed", "wbr", "col", "input"})


@dataclass
class Paragraph:
    """One piece of the preview: `html` of running text, or a whole `block`; its plain words; what was said of it."""

    number: int
    text: str
    html: str = ""  # safe
    block: Any = None
    role: str = ""  # title | summary | ""
    remarks: list[Remark] = field(default_factory=list)

    @property
    def sentences(self) -> list[str]:
        """Its sentences, each as long as a remark can name it."""
        return [as_quote(one) for line in self.text.split("\n") for one in SENTENCE.findall(line) if one.strip()]


def as_quote(sentence: str) -> str:
    """A sentence as a remark names it: its own words, cut at a space where it is very long."""
    told = " ".join(sentence.split())
    return told if len(told) <= LONGEST_QUOTE else told[: LONGEST_QUOTE + 1].rpartition(" ")[0] or told[:LONGEST_QUOTE]


def paragraphs(draft: Any) -> list[Paragraph]:
    """A text in reading order: title, summary or introduction, then its body cut into paragraphs."""
    title: Cut = (draft.title, escape(draft.title, quote=False), None, "title")
    found = [title, *(_body(draft) if isinstance(draft, Article) else _intro(draft))]
    return [
        Paragraph(number, text, mark_safe(html), block, role) for number, (text, html, block, role) in enumerate(found)
    ]


Cut = tuple[str, str, Any, str]


def _intro(draft: Any) -> Iterator[Cut]:
    for line in draft.intro.split("\n"):
        if line.strip():
            yield line, f"<p>{escape(line, quote=False)}</p>", None, ""


def _body(draft: Article) -> Iterator[Cut]:
    if draft.summary:
        yield draft.summary, escape(draft.summary, quote=False), None, "summary"
    for block in draft.body:
        if block.block_type == "paragraph":
            for chunk in chunks(str(block.value)):
                yield "\n".join(filter(None, plain(chunk))), chunk, None, ""  # cleaned when it was stored
        else:
            words = (piece.text for piece in pieces_of(block.block_type, block.value, named=False))  # a remark is kept
            yield "\n".join(filter(None, words)).removeprefix("▸ "), "", block, ""


def chunks(html: str) -> list[str]:
    """Clean HTML cut at its outermost elements: paragraphs and lists, each whole."""
    found, depth, begun = [], 0, 0
    for tag in TAG.finditer(html):
        closing, name, alone = tag[1], tag[2].lower(), tag[3]
        if name in VOID or alone:
            continue
        depth += -1 if closing else 1
        if depth == 0:
            found.append(html[begun : tag.end()])
            begun = tag.end()
    return [chunk for chunk in [*found, html[begun:]] if TAG.sub("", chunk).strip()]


def place(remarks: Sequence[Remark], shown: Sequence[Paragraph]) -> list[tuple[Remark, bool]]:
    """Put each remark beside its sentence; gives back those that stand beside none, with whether the sentence is gone
    (a remark of the whole text has none)."""
    texts = [one.text for one in shown]
    loose = []
    for remark in remarks:
        where = find_sentence(remark.quote, texts) if remark.quote else None
        if where is None:
            loose.append((remark, bool(remark.quote)))
        else:
            shown[where].remarks.append(remark)
    for paragraph in shown:
        for remark in paragraph.remarks:
            if paragraph.html and remark.settled_at is None:
                paragraph.html = marked(paragraph.html, remark.quote)
    return loose


def marked(html: str, quote: str) -> SafeString:
    """The sentence marked where it stands in one run of words; otherwise as it was."""
    wanted = escape(quote, quote=False)
    if f">{wanted}</mark>" in html:
        return mark_safe(html)
    head, found, tail = html.partition(wanted)
    plain_run = found and head.rfind("<") <= head.rfind(">")
    return mark_safe(f'{head}<mark class="remarked">{found}</mark>{tail}' if plain_run else html)
