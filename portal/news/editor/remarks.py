"""What was said about single sentences, each at the place its sentence stands in now."""

from dataclasses import dataclass, field

from portal.approval.actions import settle_remark
from portal.approval.models import Remark
from portal.approval.queries import remarks_of
from portal.approval.rules import find_sentence, may_settle
from portal.base.text import is_number
from portal.news.editor.gate import Desk
from portal.news.editor.keeping import CHANNEL
from portal.news.editor.sheet import Editor


@dataclass(frozen=True)
class Told:
    """One open remark on screen; `mine` where this person may settle it."""

    remark: Remark
    mine: bool


@dataclass
class Remarks:
    """The open remarks: of the whole text, of sentences mended since, of title and summary; each block has its own."""

    whole: list[Told] = field(default_factory=list)
    mended: list[Told] = field(default_factory=list)
    title: list[Told] = field(default_factory=list)
    summary: list[Told] = field(default_factory=list)
    total: int = 0


def placed(desk: Desk, editor: Editor) -> Remarks:
    """Every open remark of the text at its place among the words on screen."""
    found = Remarks()
    open_ = remarks_of(desk.article.case, open_only=True)
    if not open_:
        return found
    passages = [editor.form.said("title"), editor.form.said("summary"), *(block.words() for block in editor.blocks)]
    lists = [found.title, found.summary, *(block.remarks for block in editor.blocks)]
    found.total = len(open_)
    for remark in open_:
        mine = may_settle(desk.person.pk, author=remark.by_id, hands=desk.now.hands.all, settled=False) is None
        place = find_sentence(remark.quote, passages) if remark.quote else None
        where = found.whole if not remark.quote else found.mended if place is None else lists[place]
        where.append(Told(remark, mine))
    return found


def settle(desk: Desk, number: str) -> bool:
    """Fold a remark of this text away; False where there is none of that number. Raises Refused."""
    all_ = {str(remark.pk): remark for remark in remarks_of(desk.article.case)}
    if not is_number(number) or number not in all_:
        return False
    settle_remark(all_[number], by=desk.person, at=desk.at, channel=CHANNEL)
    return True
