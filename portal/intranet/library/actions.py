"""The verbs of the library: begun, changed, sent to the unit's leader and on, shared in a unit, rated, copied, fetched. Deciding
is `approval`'s (Điều 15.1, 15.2)."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import F, Q

from portal.approval import actions as approval
from portal.approval.models import Case
from portal.approval.queries import hash_of, latest
from portal.approval.rules import State
from portal.base import journal
from portal.base.clock import ZONE
from portal.base.refused import Refused, refuse_if
from portal.base.rules import Ground, Refusal
from portal.base.text import nfc, one_line, slug
from portal.files.models import Attachment
from portal.intranet.branches import branch, free_slug
from portal.intranet.library import queries, rules
from portal.intranet.library.rules import Given
from portal.intranet.models import (
    Downloads,
    LibraryItem,
    LibraryOpinion,
    LibraryPaper,
    Rating,
    SharedDraft,
    Subject,
    TextbookSeries,
)
from portal.people import offices
from portal.people.models import Person, Unit

LIBRARY_ASK, LIBRARY_OPINE = "library_ask", "library_opine"
RESERVED = frozenset({"gui", "gui-nhieu", "cua-toi", "ban", "mon-hoc-va-bo-sach"})  # beside the items in their branch
OPEN = (State.DRAFT, State.SENT_BACK, State.REFUSED, State.WITHDRAWN)  # states in which an item lies with its writer
GONE = Refusal("R-LIB-10", rules.CLAUSE, "Học liệu này không còn dùng.", ground=Ground.CONFLICT)
SUSPENDED = Refusal("R-LIB-01", "Điều 9.5, 15.3", "Quyền của thầy/cô trên cổng đang tạm dừng.")


@transaction.atomic
def begin(
    given: Given, files: Sequence[Attachment], *, by: Person, at: datetime, channel: str,
    copied_from: LibraryItem | None = None,
) -> LibraryItem:  # fmt: skip
    """Begin an item from plain values and stored files, in their order; a title is enough, the rest may come later.

    Raises Refused: 403, 422 with every field that is wrong.
    """
    refuse_if(rules.may_send(by.kind, suspended=offices.is_suspended(by, at)))
    draft = LibraryItem(title="", live=False, owner=by, copied_from=copied_from)
    _fill(draft, given, files, by, copied_from.papers if copied_from else ())
    draft.copied_words = draft.core() if copied_from else ""
    parent = branch("kho")
    wanted = slug(draft.title)[:80].strip("-") or "hoc-lieu"
    draft.slug = free_slug(parent, f"hoc-lieu-{wanted}" if wanted in RESERVED else wanted)
    parent.add_child(instance=draft)
    draft.save_revision(user=by, log_action=True)
    _carry(draft)
    approval.open_case(draft, by=by, at=at, channel=channel)
    return draft


@transaction.atomic
def edit(
    item: LibraryItem, given: Given, files: Sequence[Attachment], *, by: Person, at: datetime, channel: str,
    based_on: str | None = None,
) -> LibraryItem:  # fmt: skip
    """Change an item; of one that is up, the beginning of its next version. Raises Refused: 403, 409, 422."""
    draft: LibraryItem = latest(item)
    _fill(draft, given, files, by, draft.papers)
    case = approval.save_text(draft, by=by, at=at, channel=channel, based_on=based_on)
    _carry(draft)
    item.opinions.filter(said_at=None, dropped_at=None).exclude(hash=case.hash).update(dropped_at=at)
    shared = SharedDraft.objects.filter(item=item.pk).exclude(unit=draft.unit_id)
    shared.delete()  # what moves to another unit is shown to that one only if its writer says so
    return draft


def _fill(draft: LibraryItem, given: Given, files: Sequence[Attachment], by: Person, before: Sequence[int]) -> None:
    refuse_if(*rules.is_begun(given), _known(given, draft))
    own = {one.pk for one in files if one.uploaded_by_user_id == by.pk and one.guarded}
    refuse_if(rules.may_carry([one.pk for one in files], own=own, before=before))
    draft.title, draft.lesson = one_line(nfc(given.title)).strip()[:255], one_line(nfc(given.lesson)).strip()[:200]
    draft.intro, draft.source = (
        nfc(given.intro).replace("\r\n", "\n").strip(),
        one_line(nfc(given.source)).strip()[:300],
    )
    draft.sort, draft.grade, draft.year, draft.licence = given.sort, given.grade, given.year, given.licence
    draft.subject_id, draft.series_id, draft.unit_id = given.subject, given.series, given.unit
    draft.papers = list(dict.fromkeys(one.pk for one in files))


def _known(given: Given, draft: LibraryItem) -> Refusal | None:
    """R-LIB-14: an item is filed under what there is: sorts, grades, subjects, series, units, licences of this school; under a
    subject or series out of use only where it, or what it was copied from, was."""
    held = [one for one in (draft, draft.copied_from) if one is not None]
    rows: tuple[tuple[Any, int | None, str], ...] = (
        (Subject.objects.filter(Q(retired_at=None) | Q(pk__in=[one.subject_id for one in held])), given.subject, "subject"),
        (TextbookSeries.objects.filter(Q(retired_at=None) | Q(pk__in=[one.series_id for one in held])), given.series, "series"),
        (Unit.objects.all(), given.unit, "unit"),
    )  # fmt: skip
    wrong = next((name for found, pk, name in rows if pk is not None and not found.filter(pk=pk).exists()), "")
    plain = (("sort", given.sort, {"", *rules.Sort}), ("grade", given.grade, {None, *rules.GRADES}),
             ("licence", given.licence, {*rules.Licence}))  # fmt: skip
    wrong = wrong or next((name for name, value, there in plain if value not in there), "")
    return (
        Refusal("R-LIB-14", rules.CLAUSE, "Giá trị này không có trong kho.", wrong, Ground.NOT_READY) if wrong else None
    )


def _carry(draft: LibraryItem) -> None:
    known = set(LibraryPaper.objects.filter(item=draft.pk).values_list("attachment", flat=True))
    LibraryPaper.objects.bulk_create(
        LibraryPaper(item_id=draft.pk, attachment_id=pk) for pk in draft.papers if pk not in known
    )


@transaction.atomic
def send(item: LibraryItem, *, by: Person, at: datetime, channel: str) -> bool:
    """Send an item on: to its unit's leader for an opinion, or to the Secretary where none is needed or he has agreed to
    these very words. Whether it is with the Secretary now. Raises Refused: 403, 409, 422 with what is missing."""
    refuse_if(SUSPENDED if not offices.is_insider(by, at) else None)
    case = Case.objects.select_for_update().get(page_id=item.pk)
    draft: LibraryItem = latest(item)
    asked = item.opinions.filter(said_at=None, dropped_at=None).first()
    refuse_if(rules.may_ask(by.pk, queries.writers(case), draft=case.state in OPEN, asked=asked is not None))
    same = rules.is_changed(draft.copied_words or None, draft.core())
    refuse_if(*rules.is_whole(draft.given(), len(draft.attached())), same)
    needed = rules.needs_opinion(draft.leaders(at), case.creator_id)
    if not needed or queries.favourable(item, case.hash):
        approval.submit(item, by=by, at=at, channel=channel)
        return True
    LibraryOpinion.objects.create(item=item, hash=case.hash, unit_id=draft.unit_id, asked_by=by, asked_at=at)
    journal.record(LIBRARY_ASK, subject=item, by=by, at=at, channel=channel, hash=case.hash, rule="R-LIB-05",
                   clause=rules.ROUTE_CLAUSE, data={"to": sorted(draft.leaders(at))})  # fmt: skip
    return False


@transaction.atomic
def take_back(item: LibraryItem, *, by: Person, at: datetime, channel: str) -> None:
    """Take an item back from the unit's leader. Raises Refused (403, 409)."""
    refuse_if(SUSPENDED if not offices.is_insider(by, at) else None)
    case = Case.objects.select_for_update().get(page_id=item.pk)
    if by.pk not in queries.writers(case):
        raise Refused(Refusal("R-LIB-05", rules.ROUTE_CLAUSE, "Chỉ người soạn rút học liệu của mình."))
    if not item.opinions.filter(said_at=None, dropped_at=None).update(dropped_at=at):
        raise Refused(Refusal("R-LIB-05", rules.ROUTE_CLAUSE, "Bản này không ở chỗ tổ trưởng.", ground=Ground.CONFLICT))
    journal.record("library_take_back", subject=item, by=by, at=at, channel=channel, hash=case.hash, rule="R-LIB-05",
                   clause=rules.ROUTE_CLAUSE)  # fmt: skip


@transaction.atomic
def opine(
    item: LibraryItem, *, favourable: bool, words: str, hash: str, by: Person, at: datetime, channel: str
) -> LibraryOpinion:
    """The leader says of the words with this hash whether they may be used; with his yes the unit hands them on to the
    Secretary in their writer's name, who sent them for that (Điều 15.2). Raises Refused: 403, 409, 422."""
    refuse_if(SUSPENDED if not offices.is_insider(by, at) else None)
    case = Case.objects.select_for_update().get(page_id=item.pk)
    draft: LibraryItem = latest(item)
    given: LibraryOpinion | None = (
        item.opinions.filter(said_at=None, dropped_at=None).select_related("asked_by").first()
    )
    refuse_if(rules.may_opine(by.pk, draft.leaders(at), asked=given is not None, hash=hash, present=case.hash))
    refuse_if(rules.says_why(favourable, words))
    assert given is not None
    given.favourable, given.words, given.by, given.said_at = favourable, nfc(words).strip()[:2000], by, at
    given.save()
    journal.record(LIBRARY_OPINE, subject=item, by=by, at=at, channel=channel, hash=hash, rule="R-LIB-06",
                   clause=rules.ROUTE_CLAUSE, reason=given.words,
                   data={"favourable": favourable, "to": [] if favourable else [given.asked_by_id]})  # fmt: skip
    if favourable:
        approval.submit(item, by=given.asked_by, at=at, channel=channel)
    return given


@transaction.atomic
def share(item: LibraryItem, shared: bool, *, by: Person, at: datetime, channel: str) -> None:
    """Show a draft to its unit, or no more. Raises Refused: 403, 422."""
    refuse_if(SUSPENDED if not offices.is_insider(by, at) else None)
    case, draft = Case.objects.select_for_update().get(page_id=item.pk), latest(item)
    refuse_if(rules.may_share(queries.teacher(by, at), queries.writers(case), draft.unit_id))
    SharedDraft.objects.filter(item=item).delete()
    if shared:
        SharedDraft.objects.create(item=item, unit_id=draft.unit_id, at=at)
    journal.record("library_share" if shared else "library_unshare", subject=item, by=by, at=at, channel=channel,
                   rule="R-LIB-08", clause=rules.CLAUSE, data={"unit": draft.unit_id})  # fmt: skip


@transaction.atomic
def rate(item: LibraryItem, *, stars: int | None, reason: str, by: Person, at: datetime, channel: str) -> Rating:
    """Rate an item that is up; said again, the new rating counts. Raises Refused: 403, 409, 422."""
    refuse_if(SUSPENDED if not offices.is_insider(by, at) else None)
    case = Case.objects.select_for_update().get(page_id=item.pk)
    shown = _shown(item)
    refuse_if(*rules.may_rate(by.pk, queries.writers(case), up=shown is not None, stars=stars, reason=reason))
    assert shown is not None
    assert stars is not None
    kept = {"stars": stars, "reason": nfc(reason).strip()[:1000], "at": at, "hash": hash_of(shown)}
    given, _ = Rating.objects.update_or_create(item=item, by=by, defaults=kept)
    journal.record("library_rate", subject=item, by=by, at=at, channel=channel, hash=given.hash, rule="R-LIB-10",
                   clause=rules.CLAUSE, reason=given.reason, data={"stars": stars})  # fmt: skip
    return given


def _shown(item: LibraryItem) -> LibraryItem | None:
    """The item as readers have it, None where it is down."""
    shown: LibraryItem | None = LibraryItem.objects.filter(pk=item.pk, live=True).first()
    return shown


@transaction.atomic
def copy(item: LibraryItem, *, by: Person, at: datetime, channel: str) -> LibraryItem:
    """“Chép về của tôi”: a draft of one's own to work on, saying from whom. Raises Refused: 403, 409."""
    shown = _shown(item)
    refuse_if(rules.may_copy(item.licence if shown is None else shown.licence, up=shown is not None))
    assert shown is not None
    me = queries.teacher(by, at)
    unit = shown.unit_id if shown.unit_id in me.units or not me.units else min(me.units)
    writer = str(shown.case.creator)
    given = Given(
        title=shown.title, sort=shown.sort, grade=shown.grade, subject=shown.subject_id, series=shown.series_id,
        year=rules.school_year(at.astimezone(ZONE).date()), unit=unit, lesson=shown.lesson, intro=shown.intro,
        licence=shown.licence, source=shown.source or f"Soạn lại từ bản của {writer}",
    )  # fmt: skip
    made = begin(given, shown.attached(), by=by, at=at, channel=channel, copied_from=shown)
    journal.record("library_copy", subject=made, by=by, at=at, channel=channel, rule="R-LIB-11", clause=rules.CLAUSE,
                   data={"from": shown.pk, "hash": hash_of(shown)})  # fmt: skip
    return made


@transaction.atomic
def fetched(item: LibraryItem, at: datetime) -> None:
    """Count that somebody fetched a file of it, this month; nobody is noted (R-LIB-13)."""
    month = rules.month_of(at.astimezone(ZONE).date())
    row, _ = Downloads.objects.get_or_create(item=item, month=month)
    Downloads.objects.filter(pk=row.pk).update(count=F("count") + 1)
