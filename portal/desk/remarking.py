"""Remarks as the screens show them: beside their sentences, the settled ones folded, each with who may settle it."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from portal.approval.models import Remark
from portal.approval.rules import may_settle
from portal.desk.passages import when
from portal.desk.queries import Seen
from portal.desk.reading import Paragraph, paragraphs, place


@dataclass(frozen=True)
class Said:
    """One remark on screen. `quote` where it does not stand beside its sentence; `gone` where that was mended."""

    pk: int
    by: str
    when: str
    text: str
    quote: str = ""
    gone: bool = False
    settled: str = ""
    settle_url: str = ""


@dataclass(frozen=True)
class Shown:
    """A paragraph with its remarks."""

    paragraph: Paragraph
    open: list[Said]
    settled: list[Said]


@dataclass(frozen=True)
class Reading:
    """The newest text with everything said of it; `url` where this person may say something."""

    top: list[Shown]
    body: list[Shown]
    open: list[Said] = field(default_factory=list)
    settled: list[Said] = field(default_factory=list)
    url: str = ""
    revision: int = 0
    count: int = 0


def remarked(item: Seen) -> Reading:
    """The newest text, paragraph by paragraph; what was said of the whole of it, or of a sentence that is gone, apart."""
    found = paragraphs(item.draft)
    loose = [_said(item, one, one.quote, gone) for one, gone in place(item.remarks, found)]
    shown = [_shown(item, one) for one in found]
    top = [one for one in shown if one.paragraph.role]
    return Reading(
        top, shown[len(top) :], _open(loose), _settled(loose),
        f"/viec/{item.page.pk}/nhan-xet/" if item.may_remark else "", item.case.revision_id,
        sum(one.settled_at is None for one in item.remarks),
    )  # fmt: skip


def _shown(item: Seen, paragraph: Paragraph) -> Shown:
    said = [_said(item, one, "" if paragraph.html else one.quote) for one in paragraph.remarks]
    return Shown(paragraph, _open(said), _settled(said))


def _open(said: Iterable[Said]) -> list[Said]:
    return [one for one in said if not one.settled]


def _settled(said: Iterable[Said]) -> list[Said]:
    return [one for one in said if one.settled]


def _said(item: Seen, remark: Remark, quote: str, gone: bool = False) -> Said:
    settled = remark.settled_at is not None
    refusal = may_settle(item.person.pk, author=remark.by_id, hands=item.standing.hands.all, settled=settled)
    return Said(
        remark.pk, item.names[remark.by_id], when(remark.at), remark.text, quote, gone,
        f"{item.names.get(remark.settled_by_id or 0, '')} khép lúc {when(remark.settled_at)}" if settled else "",
        f"/viec/{item.page.pk}/nhan-xet/{remark.pk}/khep/" if refusal is None else "",
    )  # fmt: skip
