"""Preparing the look of the school, putting it in force, handing it back: two people answer for it (Điều 3, 8.3, 10.1)."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from portal.base import epoch, journal
from portal.base.models import School, SchoolLook
from portal.base.refused import Refused, refuse_if
from portal.base.rules import Ground, Refusal
from portal.base.text import nfc, one_line
from portal.files.actions import expose, want_widths
from portal.files.models import Exposure, Picture
from portal.files.rules import may_be_served
from portal.people import offices
from portal.people.models import Person
from portal.pupils.queries import pictures_told
from portal.website.look import rules

WORDS = ("name", "initials", "ward", "address", "phone", "email", "hours")
FIELDS = (*WORDS, "ink", "phuong", "crest", "header")


def values_of(school: School) -> dict[str, Any]:
    """The look as it stands."""
    return {name: getattr(school, name) for name in FIELDS}


@transaction.atomic
def prepare(values: Mapping[str, Any], *, by: Person, at: datetime, channel: str) -> SchoolLook:
    """Lay down a look for a second person to decide; it replaces what waited. `values` are all of FIELDS. Raises Refused."""
    board = offices.board(at)
    refuse_if(rules.may_prepare(board, by.pk))
    school = School.objects.select_for_update().get()
    before = values_of(school)
    wanted = _clean(before | {name: values[name] for name in FIELDS if name in values})
    refuse_if(rules.something_changes(wanted, before))
    SchoolLook.objects.filter(state=SchoolLook.State.PREPARED).update(state=SchoolLook.State.REPLACED)
    look = SchoolLook.objects.create(values=wanted, before=before, prepared_by=by.pk, prepared_at=at)
    changed = sorted(name for name in FIELDS if wanted[name] != before[name])
    journal.record("look_prepare", subject=look, by=by, at=at, channel=channel, rule="R-LOOK-01", clause=rules.CLAUSE,
                   office=board.highest(by.pk) or "", data={"changed": changed})  # fmt: skip
    return look


@transaction.atomic
def put_in_force(look_id: int, *, by: Person, at: datetime, channel: str) -> SchoolLook:
    """The school looks so from now on, on every page. Raises Refused."""
    school = School.objects.select_for_update().get()
    look = _waiting(look_id, by, at)
    pictures = list(
        Picture.objects.filter(pk__in=[look.values[name] for name in ("crest", "header") if look.values[name]])
    )
    refuse_if(rules.pictures_checked(any(not may_be_served(one.scan) for one in pictures)))
    told = pictures_told(pictures, at)  # a crest is drawn: of that nobody is asked who is in it
    refuse_if(*(one.refusal for one in told if one.said or one.picture.pk == look.values["header"]))
    for name in FIELDS:
        setattr(school, name, look.values[name])
    school.save(update_fields=FIELDS)
    shown = {one.pk for one in pictures}
    expose(school, audience=Exposure.Audience.PUBLIC, pictures=shown, attachments=())
    want_widths(shown, at)
    _decided(look, SchoolLook.State.IN_FORCE, by, at)
    journal.record("look_in_force", subject=look, by=by, at=at, channel=channel, rule="R-LOOK-04", clause=rules.CLAUSE,
                   office=_capacity(by, at))  # fmt: skip
    epoch.bump()
    return look


@transaction.atomic
def decline(look_id: int, *, reason: str, by: Person, at: datetime, channel: str) -> SchoolLook:
    """Hand a prepared look back with a reason; nothing readers see changes. Raises Refused."""
    look = _waiting(look_id, by, at)
    refuse_if(rules.reason_said(reason))
    look.reason = nfc(reason).strip()[:500]
    _decided(look, SchoolLook.State.DECLINED, by, at)
    journal.record("look_decline", subject=look, by=by, at=at, channel=channel, rule="R-LOOK-09", clause=rules.CLAUSE,
                   office=_capacity(by, at), reason=look.reason)  # fmt: skip
    return look


def _waiting(look_id: int, by: Person, at: datetime) -> SchoolLook:
    """The look a second person decides, locked; refused where he may not or it waits no longer."""
    look = SchoolLook.objects.select_for_update().get(pk=look_id)
    refuse_if(rules.may_decide(offices.board(at), look.prepared_by, by.pk))
    refuse_if(rules.still_waits(look.state))
    return look


def _capacity(by: Person, at: datetime) -> str:
    """As what a person decides: Head, acting Head or Deputy."""
    return offices.board(at).highest(by.pk, rules.DECIDING) or ""


def _decided(look: SchoolLook, state: str, by: Person, at: datetime) -> None:
    look.state, look.decided_by, look.decided_at = state, by.pk, at
    look.save(update_fields=["state", "decided_by", "decided_at", "reason"])


def _clean(wanted: dict[str, Any]) -> dict[str, Any]:
    """The values as they are kept; every fault told at its field."""
    wanted |= {name: one_line(str(wanted[name])) for name in WORDS}
    wanted |= {name: str(wanted[name]).strip().lower() for name in rules.COLOURS}
    faults = list(rules.colours_read(wanted))
    try:
        School(**wanted).clean_fields(exclude=["domain", "ink", "phuong", "crest", "header"])
    except ValidationError as found:
        faults += [
            Refusal("R-INPUT-01", "", " ".join(said), name, Ground.NOT_READY)
            for name, said in found.message_dict.items()
        ]
    if wanted["header"]:
        header = Picture.objects.get(pk=wanted["header"])
        faults += filter(None, [rules.header_fits(header.width, header.height)])
    if faults:
        raise Refused(*faults)
    return wanted
