"""A document typed on the portal as the paper it is printed as (NĐ 30/2020). Reads the school's own data, writes nothing."""

import re
from collections.abc import Iterator
from datetime import date

from portal.base import regulation
from portal.base.models import School
from portal.base.official.paper import Heading, Paper, Part, Signature, Stands, Text
from portal.base.text import is_number
from portal.records.documents.kinds import KINDS
from portal.records.models import Document

CHAPTER = re.compile(r"(?:[IVX]+|[A-Z])\.\s")
ARTICLE = re.compile(r"(Điều \d+\.)\s*(.*)")
HEAD = "Hiệu trưởng"


def as_paper(text: Document, today: date) -> Paper:
    """The paper of a document that has words of its own; `today` says which of the school's data hold."""
    school, day = School.objects.first(), text.issued or today
    number, _, symbol = text.symbol.partition("/")
    letter = text.kind == "cv"
    return Paper(
        issuer=text.issuer or (school.name if school else ""), parent=regulation.value("records.parent", day),
        number=int(number) if is_number(number) else None, symbol=symbol, place=regulation.value("records.place", day),
        day=text.issued, title="" if letter or text.kind not in KINDS else KINDS[text.kind].name, about=text.title,
        grounds=tuple(_lines(text.grounds)), body=tuple(map(_part, _lines(text.body))), signatures=(_signature(text),),
        recipients=tuple(_lines(text.recipients)),
    )  # fmt: skip


def _lines(text: str) -> Iterator[str]:
    return (line.strip() for line in text.splitlines() if line.strip())


def _part(line: str) -> Part:
    if article := ARTICLE.match(line):
        return Text(article[2], lead=article[1])
    return Heading(line) if CHAPTER.match(line) and len(line) < 120 else Text(line)


def _signature(text: Document) -> Signature:
    office = text.signer_post or HEAD
    if office.casefold().startswith("phó "):
        return Signature(office, text.signer, Stands.KT, HEAD)
    return Signature(office, text.signer)
