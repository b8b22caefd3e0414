"""The board and its delegations, for the API."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Prefetch, Q, QuerySet
from django.http import HttpRequest
from ninja import Field as Value
from ninja import Query, Router, Schema, Status

from portal.base import clock
from portal.base.api import Hour, Listed, Paging, in_pages, local, not_found, wrong
from portal.people import actions, offices
from portal.people.models import Appointment, Delegation, Field, FieldAssignment, Person
from portal.people.rules import OFFICE_NAMES

router = Router()


class OfficeOut(Schema):
    office: str
    title: str
    username: str | None = Value(description="chỉ cho người của trường")
    name: str
    fields: list[str]
    decision: str
    since: datetime
    until: datetime | None
    away: bool


class DelegationIn(Schema):
    to: str = Value(description="tên đăng nhập của ủy viên được ủy nhiệm")
    fields: list[str | int] = Value(description="lĩnh vực: tên, slug hoặc số", min_length=1)
    starts: Hour = Value(alias="from")
    until: Hour = Value(description="đến trước giờ này")
    number: str = Value(description="số giấy ủy nhiệm", min_length=1, max_length=60)


class DelegationOut(Schema):
    id: int
    by: str
    by_name: str
    to: str
    to_name: str
    fields: list[str]
    starts: datetime = Value(serialization_alias="from")
    until: datetime
    number: str
    state: str = Value(description="coming | in_force | ended | revoked")
    revoked_at: datetime | None


@router.get("/board", response=Listed[OfficeOut], summary="Offices and people today")
def board(request: HttpRequest, paging: Query[Paging]) -> Any:
    at = clock.now()
    held = Appointment.objects.filter(offices.in_force(at), person__is_active=True)
    held = held.exclude(person__in=offices.suspended(at)).select_related("person", "decision")
    fields = Prefetch(
        "person__field_assignments",
        FieldAssignment.objects.filter(offices.in_force(at)).select_related("field"),
        to_attr="in_charge_of",
    )
    order = list(OFFICE_NAMES)
    rows = sorted(held.prefetch_related(fields), key=lambda one: (order.index(one.office), one.starts, one.pk))
    away, insider = offices.board(at).away, offices.is_insider(request.auth.person, at)  # type: ignore[attr-defined]
    return in_pages(rows, paging, lambda page: [_office(one, away, insider=insider) for one in page])


def _office(one: Appointment, away: frozenset[int], *, insider: bool) -> dict[str, Any]:
    assigned = one.person.in_charge_of if one.office == "member" else []  # type: ignore[attr-defined]
    return {
        "office": one.office, "title": OFFICE_NAMES[one.office], "username": one.person.username if insider else None,
        "name": str(one.person), "fields": [line.field.title for line in assigned],
        "decision": one.decision.number, "since": local(one.starts), "until": local(one.ends),
        "away": one.person_id in away,
    }  # fmt: skip


@router.get("/delegations", response=Listed[DelegationOut], by_alias=True, summary="Delegations, newest first")
def delegations(request: HttpRequest, paging: Query[Paging]) -> Any:
    at = clock.now()
    insider = offices.is_insider(request.auth.person, at)  # type: ignore[attr-defined]
    found = _delegations() if insider else _delegations().none()
    return in_pages(found, paging, lambda page: [_delegation(one, at) for one in page])


def _delegations() -> QuerySet[Delegation]:
    rows = Delegation.objects.select_related("delegator", "delegate").prefetch_related("fields")
    return rows.order_by("-starts", "-pk")


def _delegation(one: Delegation, at: datetime) -> dict[str, Any]:
    assert one.ends is not None
    if one.revoked_at is not None and one.revoked_at <= at:
        state = "revoked"
    else:
        state = "coming" if at < one.starts else "in_force" if at < one.ends else "ended"
    return {
        "id": one.pk, "by": one.delegator.username, "by_name": str(one.delegator), "to": one.delegate.username,
        "to_name": str(one.delegate), "fields": [field.title for field in one.fields.all()],
        "starts": local(one.starts), "until": local(one.ends), "number": one.number, "state": state,
        "revoked_at": local(one.revoked_at),
    }  # fmt: skip


@router.post("/delegations", response={201: DelegationOut}, by_alias=True, summary="The Head delegates deciding")
@transaction.atomic
def delegate(request: HttpRequest, payload: DelegationIn) -> Any:
    caller = request.auth  # type: ignore[attr-defined]
    caller.must_decide()
    to = Person.objects.filter(username=payload.to).first()
    if to is None:
        raise wrong("to", f"Không có tài khoản “{payload.to}”.")
    at = clock.now()
    made = actions.delegate(
        to=to, fields=_fields(payload.fields), starts=payload.starts, ends=payload.until, number=payload.number.strip(),
        by=caller.person, at=at, channel="api",
    )  # fmt: skip
    return Status(201, _delegation(_delegations().get(pk=made.pk), at))


def _fields(named: list[str | int]) -> list[Field]:
    texts = [str(name).strip() for name in named]
    ids = [int(text) for text in texts if text.isascii() and text.isdigit() and len(text) < 19]
    known = Field.objects.filter(Q(slug__in=texts) | Q(title__in=texts) | Q(pk__in=ids))
    keys = {key: field for field in known for key in (str(field.pk), field.title, field.slug)}
    for index, text in enumerate(texts):
        if text not in keys:
            raise wrong(f"fields[{index}]", f"Không có lĩnh vực “{text}”.")
    return list({keys[text].pk: keys[text] for text in texts}.values())


@router.post("/delegations/{row:pk}/revoke", response=DelegationOut, by_alias=True, summary="Take a delegation back")
def revoke(request: HttpRequest, pk: int) -> Any:
    caller, at = request.auth.person, clock.now()  # type: ignore[attr-defined]
    one = _delegations().filter(pk=pk).first() if offices.is_insider(caller, at) else None
    if one is None:
        raise not_found("giấy ủy nhiệm này")
    actions.revoke_delegation(one, by=caller, at=at, channel="api")
    return _delegation(_delegations().get(pk=pk), at)
