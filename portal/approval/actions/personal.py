"""Answering what the detector found; reading files before anybody decides over them (Điều 9.5, 16.1.2)."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef
from wagtail.models import Page

from portal.approval.actions.holding import MOVED, begun_by, own_office
from portal.approval.models import DataAnswer, FileFindings
from portal.approval.personal import found_in, is_public, read
from portal.approval.personal_rules import answer_is_whole
from portal.approval.queries import answer_refused, hash_of, standing
from portal.approval.record import line
from portal.base import ticker
from portal.base.refused import refuse_if
from portal.base.rules import Ground, Refusal
from portal.base.text import nfc
from portal.base.text.personal import VERSION
from portal.files.models import Attachment
from portal.files.queries import READABLE
from portal.people.models import Person

A_ROUND = 4  # files: the worker has other things to do
NOT_THERE = Refusal("R-DATA-05", "Điều 9.5", "Bài không còn chỗ này; hãy xem lại bản mới.", ground=Ground.CONFLICT)


@transaction.atomic
def answer_data(
    page: Page, *, reasons: dict[str, str], hash: str, by: Person, at: datetime, channel: str
) -> list[DataAnswer]:
    """Say of each finding named by its key why it may stand before outsiders, for the text of that very hash.

    Raises Refused: 403 not yours to say (R-DATA-03), 409 the text is another now, 422 a reason is missing.
    """
    case = begun_by(page, by, at)
    draft = case.revision.as_object()
    now = standing(case, at)
    refuse_if(answer_refused(now, by.pk))
    refuse_if(None if hash == case.hash == hash_of(draft) else MOVED)
    found = {one.key: one for one in found_in(draft, at)[0]} if is_public(draft, at) else {}
    refuse_if(None if reasons and set(reasons) <= set(found) else NOT_THERE)
    said = {key: nfc(reason).strip() for key, reason in reasons.items()}
    refuse_if(*(answer_is_whole(reason) for reason in said.values()))
    made = []
    for key, reason in said.items():
        answer, _ = DataAnswer.objects.update_or_create(
            case=case, hash=hash, key=key, defaults={"by": by, "at": at, "reason": reason}
        )
        one = found[key]
        line("answer_data", case, by=by, at=at, channel=channel, rule="R-DATA-01", clause="Điều 9.5, 16.1.2", reason=reason,
             holder=own_office(now, by), kind=one.kind.value, count=one.count, file=one.file)  # fmt: skip
        made.append(answer)
    return made


@ticker.tick(every=timedelta(seconds=5))
def read_files(at: datetime) -> int:
    """Look through files outsiders may be shown one day, the newest first; returns how many were read."""
    known = FileFindings.objects.filter(sha256=OuterRef("sha256"), version=VERSION)
    unknown = Attachment.objects.filter(~Exists(known), guarded=False, kind__in=READABLE).order_by("-pk")
    taken = list(unknown[:A_ROUND])
    for one in taken:
        read(one, at)
    return len(taken)
