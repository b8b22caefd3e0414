"""What a text and its files hold of children's data: looked for over the very words its hash is of, answered or not."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from html import unescape
from typing import Any

from portal.approval.hashing import digest
from portal.approval.models import Case, DataAnswer, FileFindings
from portal.approval.obstacles import obstructs
from portal.approval.personal_rules import Found, unanswered, unread
from portal.approval.rules import Audience
from portal.base.clock import ZONE
from portal.base.rules import Refusal
from portal.base.text.personal import VERSION, Kind, find
from portal.files.models import Attachment
from portal.files.queries import words_of
from portal.files.rules import MEGABYTE

LETTERS, IN_A_FILE = 400_000, 1_000_000  # looked through of one text, of one file
AT_ONCE, SMALL = 3, MEGABYTE // 2  # files read within the deciding act: few and small; the others wait for the worker
SLOW = frozenset({"doc", "rtf"})  # another program reads them
NOT_WORDS = frozenset(
    {"item", "slug", "genre", "kind", "audience", "source_url", "sha256", "advertiser_contact", "source_published_at",
     "event_start", "event_end", "opening_at", "received_at", "expires_at", "received_name", "authors", "url"}
)  # fmt: skip
LABELS = {
    "title": "Tiêu đề", "summary": "Tóm tắt", "intro": "Lời giới thiệu", "body": "Thân bài", "tables": "Bảng", "rows": "Bảng",
    "caption": "Chú thích", "alt": "Mô tả ảnh", "credit": "Người chụp", "papers": "Tên tệp", "interviewee": "Người được hỏi",
}  # fmt: skip
BREAK = re.compile(r"</(?:p|li|h\d|tr|div)>|<br\s*/?>")
TAG = re.compile(r"<[^>]+>")
Line = tuple[str, str]  # where it stands, its words


def is_public(draft: Any, at: datetime) -> bool:
    """Whether outsiders would read it."""
    return bool(draft.facts(at).audience == Audience.PUBLIC)


def found_in(draft: Any, at: datetime) -> tuple[list[Found], list[Attachment]]:
    """Everything found in a text and its files, and the files nobody has read yet."""
    files = _files(draft)
    known = _known(files)
    found = [*_in_words(draft, at)]
    for one in files:
        if one.sha256 in known:
            found += _in_file(one, known[one.sha256])
    return found, [one for one in files if one.sha256 not in known]


def _files(draft: Any) -> list[Attachment]:
    shown = draft.shown_attachments()
    return list(Attachment.objects.filter(pk__in=shown).order_by("pk")) if shown else []


def _known(files: Iterable[Attachment]) -> dict[str, FileFindings]:
    wanted = {one.sha256 for one in files}
    return {one.sha256: one for one in FileFindings.objects.filter(sha256__in=wanted)} if wanted else {}


def _in_words(draft: Any, at: datetime) -> Iterator[Found]:
    lines = list(lines_of(draft.projection()))
    text = "\n".join(words for _, words in lines)
    if len(text) > LETTERS:  # what nobody looked through is a finding too, as with files
        yield Found(Kind.UNREAD.value, Kind.UNREAD, "Bài", 1, (), "Bài dài quá mức máy đọc hết.")
    for one in find(text[:LETTERS], at.astimezone(ZONE).date()):
        first, last = lines[one.first - 1][0], lines[one.last - 1][0]
        where = first if first == last else f"{first} đến {last[0].lower()}{last[1:]}"
        yield Found(one.kind.value, one.kind, where, one.count, one.samples)


def _in_file(file: Attachment, kept: FileFindings) -> Iterator[Found]:
    """What a file holds; what nobody could read is a finding too: somebody opens it and looks."""
    named = f"tệp “{file.title}”"
    for kind, count, first, last, samples in kept.found:
        lines = f"dòng {first}" if first == last else f"dòng {first} đến {last}"
        yield Found(f"{kind}@{file.sha256}", Kind(kind), f"{named}, {lines}", count, tuple(samples), file=file.pk)
    if kept.unread:
        yield Found(f"{Kind.UNREAD}@{file.sha256}", Kind.UNREAD, named, 1, (), kept.unread, file.pk)


def lines_of(projection: Any, where: str = "Nội dung", depth: int = 0) -> Iterator[Line]:
    """A canonical text as lines with where each stands: a paragraph or a row of a table each, cells apart by tabs."""
    if depth > 12:
        return
    if isinstance(projection, dict):
        for key, part in projection.items():
            if key == "body" and isinstance(part, list):
                yield from _blocks(part, depth)
            elif key not in NOT_WORDS:
                label = LABELS.get(key)
                yield from lines_of(part, label if depth == 0 and label else where, depth + 1)
    elif isinstance(projection, list | tuple):
        if projection and all(isinstance(cell, str | int | float | None) for cell in projection):
            yield where, "\t".join(" ".join(_plain(str(cell)).split()) for cell in projection if cell is not None)
        else:
            for part in projection:
                yield from lines_of(part, where, depth + 1)
    elif isinstance(projection, str):
        yield from ((where, line) for line in _plain(projection).splitlines() if line.strip())


def _blocks(body: list[Any], depth: int) -> Iterator[Line]:
    """The blocks of an article, by their number as its writer sees them."""
    for number, block in enumerate(body, start=1):
        value = block[1] if isinstance(block, list | tuple) and len(block) == 2 else block
        yield from lines_of(value, f"Phần {number} của thân bài", depth + 1)


def _plain(text: str) -> str:
    return unescape(TAG.sub("", BREAK.sub("\n", text))) if "<" in text else text


def answers_of(case: Case, hash: str) -> dict[str, DataAnswer]:
    """What was answered for a text of that hash, by finding."""
    return {one.key: one for one in DataAnswer.objects.filter(case=case, hash=hash).select_related("by")}


def before(case: Case) -> dict[str, str]:
    """The last reason given for the same finding in any earlier text of the item, to be read again and confirmed."""
    return dict(DataAnswer.objects.filter(case=case).order_by("id").values_list("key", "reason"))


@dataclass(frozen=True)
class Asked:
    """A finding with its answer, where there is one."""

    found: Found
    answer: DataAnswer | None


@dataclass(frozen=True)
class Look:
    """Everything the screens show about one text."""

    asked: tuple[Asked, ...]
    waiting: tuple[Attachment, ...]

    def __bool__(self) -> bool:
        return bool(self.asked or self.waiting)

    @property
    def open(self) -> int:
        return sum(one.answer is None for one in self.asked)


def look(draft: Any, case: Case, at: datetime) -> Look:
    """What was found in a text outsiders would read, with its answers; nothing for one that stays inside."""
    if case.facts["audience"] != Audience.PUBLIC:
        return Look((), ())
    found, waiting = found_in(draft, at)
    answers = answers_of(case, digest(draft.projection())) if found else {}
    return Look(tuple(Asked(one, answers.get(one.key)) for one in found), tuple(waiting))


@obstructs
def stands_open(draft: Any, at: datetime) -> Iterator[Refusal]:
    """R-DATA-01, R-DATA-02: asked by the deciding act and by the clock."""
    if not is_public(draft, at):
        return
    for one in _quick(draft):
        read(one, at)
    found, waiting = found_in(draft, at)
    if refusal := unread([one.title for one in waiting]):
        yield refusal
    if found:
        answered = DataAnswer.objects.filter(case__page=draft.pk, hash=digest(draft.projection()))
        keys = set(answered.values_list("key", flat=True))
        if refusal := unanswered([one for one in found if one.key not in keys]):
            yield refusal


def _quick(draft: Any) -> list[Attachment]:
    """Files that can be read within the act itself."""
    files = _files(draft)
    known = _known(files)
    unknown = [one for one in files if one.sha256 not in known]
    return [one for one in unknown if (one.file_size or 0) <= SMALL and one.kind not in SLOW][:AT_ONCE]


def read(file: Attachment, at: datetime) -> FileFindings:
    """Read a file and remember what was found in it, by its content."""
    said = words_of(file)
    found = find(f"{said.text[:IN_A_FILE]}\n\n{said.besides}", at.astimezone(ZONE).date())
    why = said.unread
    if not why and said.blank:
        why = f"{said.blank} trang là ảnh quét, máy không đọc được chữ."
    elif not why and (said.cut or len(said.text) > IN_A_FILE):
        why = "Tệp dài quá mức máy đọc hết."
    elif not why and said.closed:
        why = f"Tệp chứa {said.closed} tệp khác bên trong mà máy không đọc được."
    elif not why and said.pictures:
        why = f"Tệp có {said.pictures} ảnh lớn: máy không đọc được chữ trong ảnh và không biết ai trong ảnh."
    kept, _ = FileFindings.objects.update_or_create(
        sha256=file.sha256,
        defaults={
            "version": VERSION, "at": at, "unread": why[:300],
            "found": [[one.kind.value, one.count, one.first, one.last, list(one.samples)] for one in found],
        },
    )  # fmt: skip
    return kept
