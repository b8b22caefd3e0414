"""The verbs of internal notices: written, changed, confirmed, reminded of. Deciding on them is `approval`'s (Điều 15.1, 15.2)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction

from portal.approval import actions as approval
from portal.approval.queries import latest
from portal.base import journal, ticker
from portal.base.clock import ZONE
from portal.base.refused import Refused, refuse_if
from portal.base.rules import Refusal
from portal.base.text import nfc, one_line, slug
from portal.files.models import Attachment
from portal.intranet.branches import branch, free_slug
from portal.intranet.models import Confirmation, InternalNotice, NoticePaper, Reminding, UpNotice
from portal.intranet.notices import queries, rules
from portal.intranet.notices.roll import myself, roll
from portal.intranet.notices.rules import Reading, To
from portal.people import offices
from portal.people.models import Person, Unit
from portal.people.rules import Kind

REMIND = "notice_remind"
RESERVED = frozenset({"viet", "bang-tinh"})  # what stands beside the notices in their own branch


@dataclass(frozen=True)
class Words:
    """All of a notice its writer gives: words, whom it is for, until when it must be confirmed, files by number."""

    title: str
    intro: str
    to: To
    sort: str = rules.Sort.NOTICE
    acknowledge_by: date | None = None
    papers: tuple[int, ...] = ()


@transaction.atomic
def write_notice(words: Words, *, by: Person, at: datetime, channel: str) -> InternalNotice:
    """Begin a notice; it reaches nobody before its route is gone. Raises Refused: 403, 422."""
    refuse_if(rules.may_write(by.kind, suspended=offices.is_suspended(by, at)))
    draft = InternalNotice(title="", live=False, owner=by)
    _fill(draft, words, by)
    parent = branch("thong-bao")
    wanted = slug(draft.title)[:80] or "thong-bao"
    draft.slug = free_slug(parent, f"thong-bao-{wanted}" if wanted in RESERVED else wanted)
    parent.add_child(instance=draft)
    draft.save_revision(user=by, log_action=True)
    _carry(draft)
    approval.open_case(draft, by=by, at=at, channel=channel)
    return draft


@transaction.atomic
def edit_notice(
    notice: InternalNotice, words: Words, *, by: Person, at: datetime, channel: str, based_on: str | None = None
) -> InternalNotice:
    """Change a notice; of one that is up, the beginning of a correction. Raises Refused: 403, 409, 422."""
    draft: InternalNotice = latest(notice)
    _fill(draft, words, by)
    approval.save_text(draft, by=by, at=at, channel=channel, based_on=based_on)
    _carry(draft)
    return draft


def _fill(draft: InternalNotice, words: Words, by: Person) -> None:
    title = one_line(nfc(words.title)).strip()[:255]
    refuse_if(None if title else rules.UNTITLED)
    refuse_if(_known(words))
    own = Attachment.objects.filter(pk__in=words.papers, uploaded_by_user=by, guarded=True)
    refuse_if(rules.may_carry(words.papers, own={one.pk for one in own}, before=draft.papers))
    draft.title, draft.intro, draft.sort = title, nfc(words.intro).replace("\r\n", "\n").strip(), words.sort
    draft.to_everyone, draft.to_offices = words.to.everyone, sorted(words.to.offices)
    draft.to_units, draft.to_people = sorted(words.to.units), sorted(words.to.people)
    draft.acknowledge_by, draft.papers = words.acknowledge_by, list(dict.fromkeys(words.papers))


def _known(words: Words) -> Refusal | None:
    to = words.to
    people = Person.objects.filter(pk__in=to.people, kind=Kind.STAFF).count() == len(to.people)
    units = Unit.objects.filter(pk__in=to.units).count() == len(to.units)
    return rules.is_known(words.sort, to.offices, people=people, units=units)


def _carry(draft: InternalNotice) -> None:
    known = set(NoticePaper.objects.filter(notice=draft.pk).values_list("attachment", flat=True))
    NoticePaper.objects.bulk_create(
        NoticePaper(notice_id=draft.pk, attachment_id=pk) for pk in draft.papers if pk not in known
    )


@transaction.atomic
def confirm(notice: InternalNotice, *, hash: str, by: Person, at: datetime, channel: str) -> Confirmation:
    """“Tôi đã đọc”: of the words with this hash; twice is as once. Raises Refused: 403, 409."""
    up = _up(notice)
    me, board = myself(by, at), offices.board(at)
    found = rules.reached_since(up.notice.to, me) is not None
    refuse_if(rules.may_see(board, me.id, reached=found, writer=up.by_id))
    refuse_if(rules.may_confirm(queries.must_confirm(up, me, at), hash, up.hash))
    given, new = Confirmation.objects.get_or_create(notice_id=up.pk, person=by, hash=hash, defaults={"at": at})
    if new:
        journal.record("notice_confirm", subject=up.notice, by=by, at=at, channel=channel, hash=hash, rule="R-NOTICE-07",
                       clause="Điều 15.1")  # fmt: skip
    return given


def _up(notice: InternalNotice) -> UpNotice:
    """The notice as it stands, held so that a correction going up at this moment is not overlooked."""
    up = UpNotice.objects.select_for_update(of=("self",)).filter(pk=notice.pk, notice__live=True).first()
    if up is None:
        raise Refused(rules.GONE)
    return up


@transaction.atomic
def remind(notice: InternalNotice, *, by: Person, at: datetime, channel: str) -> int:
    """Have everyone reminded who has not confirmed, of those this person may ask about; how many. Raises Refused: 403, 409."""
    up, me = _up(notice), myself(by, at)
    seen = rules.sees_readers(offices.board(at), me.id, writer=up.by_id, leads=me.leads)
    late = _open(up, at, seen)
    before = queries.reminded_by_hand(up.pk, by)
    last = before.astimezone(ZONE).date() if before else None
    refuse_if(rules.may_remind(seen, len(late), reminded_on=last, today=at.date()))
    _remind(up, f"hand:{by.pk}:{at.date()}", late, by=by, at=at, channel=channel)
    return len(late)


def _open(up: UpNotice, at: datetime, seen: frozenset[int] | bool) -> list[int]:
    found = queries.readers(up, at, roll(at), seen) if seen else []
    return sorted(one.person for one in found if one.state is not Reading.DONE)


def _remind(up: UpNotice, mark: str, people: Iterable[int], *, by: Person | None, at: datetime, channel: str) -> None:
    """Written down once, and said to the record: letters are the desk's, which listens to it."""
    Reminding.objects.create(notice_id=up.pk, mark=mark, by=by, at=at)
    rule = "R-NOTICE-10" if by else "R-NOTICE-11"
    journal.record(REMIND, subject=up.notice, by=by, at=at, channel=channel, hash=up.hash, rule=rule, clause="Điều 8.2, 15.1",
                   data={"to": list(people), "mark": mark})  # fmt: skip


@ticker.tick(every=timedelta(minutes=10))
def remind_due(at: datetime) -> int:
    """R-NOTICE-11 by the clock; returns how many people were reminded. Run as often as one likes."""
    told = 0
    first, last = at.date() - rules.REMINDED_AFTER, at.date() + timedelta(days=1)
    for up in queries.standing().filter(acknowledge_by__range=(first, last), year=queries.this_year(at)):
        assert up.acknowledge_by is not None
        mark = rules.mark_due(up.acknowledge_by, up.up_at.astimezone(ZONE).date(), at)
        if mark and not Reminding.objects.filter(notice=up.pk, mark=mark).exists():
            told += _remind_late(up.notice, mark, at)
    return told


@transaction.atomic
def _remind_late(notice: InternalNotice, mark: str, at: datetime) -> int:
    up = _up(notice)
    late = _open(up, at, True)
    if late and not Reminding.objects.filter(notice=up.pk, mark=mark).exists():
        _remind(up, mark, late, by=None, at=at, channel="clock")
        return len(late)
    return 0
