"""Offices and who holds what at a moment: plain values, no database (Điều 5, 7, 10, 11, 12, 13)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum


class Office(StrEnum):
    """An office of the editorial board or the school, held from–until by the Principal's decision."""

    PRINCIPAL = "principal"
    VICE_PRINCIPAL = "vice_principal"
    HEAD = "head"
    ACTING_HEAD = "acting_head"
    DEPUTY = "deputy"
    MEMBER = "member"
    SECRETARY = "secretary"
    SYSADMIN = "sysadmin"


BOARD = frozenset({Office.HEAD, Office.ACTING_HEAD, Office.DEPUTY, Office.MEMBER, Office.SECRETARY})
ONE_AT_A_TIME = frozenset({Office.PRINCIPAL, Office.HEAD})  # the next one's decision ends the present one's term
OFFICE_NAMES: Mapping[str, str] = {
    Office.PRINCIPAL: "Hiệu trưởng",
    Office.VICE_PRINCIPAL: "Phó Hiệu trưởng",
    Office.HEAD: "Trưởng ban",
    Office.ACTING_HEAD: "Phụ trách Ban",
    Office.DEPUTY: "Phó Trưởng ban",
    Office.MEMBER: "Ủy viên",
    Office.SECRETARY: "Thư ký",
    Office.SYSADMIN: "Quản trị viên hệ thống",
}


class Kind(StrEnum):
    """What a person is to the school."""

    STAFF = "staff"
    COLLABORATOR = "collaborator"
    PARENT = "parent"
    PUPIL = "pupil"
    READER = "reader"


MEMBERS_OF_SCHOOL = frozenset({Kind.STAFF})  # who may open the internal layer (Điều 15.3)


@dataclass(frozen=True)
class Grant:
    """A delegation in force: who decides for whom, in which fields, under which paper (Điều 10.2, 11.2)."""

    id: int
    delegator: int
    delegate: int
    fields: frozenset[int]
    number: str


@dataclass(frozen=True)
class Board:
    """Who holds what at one moment, suspended people left out."""

    heads: frozenset[int] = frozenset()
    acting_heads: Mapping[int, str] = field(default_factory=dict)  # person → decision number
    deputies: frozenset[int] = frozenset()
    secretaries: frozenset[int] = frozenset()
    substitutes: frozenset[int] = frozenset()  # named for an absent Secretary
    members: frozenset[int] = frozenset()  # appointed as Member at all
    fields: Mapping[int, frozenset[int]] = field(default_factory=dict)  # field → its Members
    grants: tuple[Grant, ...] = ()
    sysadmins: frozenset[int] = frozenset()
    principals: frozenset[int] = frozenset()
    vice_principals: frozenset[int] = frozenset()
    away: frozenset[int] = frozenset()  # marked absent
    suspended: frozenset[int] = frozenset()  # whose rights are withdrawn, of the board or not

    @property
    def leaders(self) -> frozenset[int]:
        """The Head and whoever is acting Head."""
        return self.heads | frozenset(self.acting_heads)

    @property
    def everyone(self) -> frozenset[int]:
        """The editorial board: technical administrators are not of it."""
        return self.leaders | self.deputies | self.members | self.secretaries

    def on_duty(self, field_id: int | None) -> frozenset[int]:
        """Members of a field who are appointed, not suspended, not absent."""
        return self.fields.get(field_id, frozenset()) - self.away if field_id is not None else frozenset()

    def offices(self, person: int) -> frozenset[Office]:
        """Every office one person holds."""
        held = {
            Office.HEAD: self.heads, Office.ACTING_HEAD: frozenset(self.acting_heads), Office.DEPUTY: self.deputies,
            Office.MEMBER: self.members, Office.SECRETARY: self.secretaries, Office.SYSADMIN: self.sysadmins,
            Office.PRINCIPAL: self.principals, Office.VICE_PRINCIPAL: self.vice_principals,
        }  # fmt: skip
        return frozenset(office for office, people in held.items() if person in people)

    def highest(self, person: int, among: frozenset[Office] = frozenset(Office)) -> Office | None:
        """The first office a person holds, in the roster's order, of those the act is done by; None without one."""
        return min(self.offices(person) & among, key=list(OFFICE_NAMES).index, default=None)


def in_force(starts: datetime, ends: datetime | None, at: datetime) -> bool:
    """Half-open: from `starts` on, up to but not at `ends`."""
    return starts <= at and (ends is None or at < ends)


def working_day_after(start: datetime, days: int) -> datetime:
    """The same hour `days` working days later (Saturday and Sunday left out); a step older than that may be taken over."""
    moment = start
    while days > 0:
        moment += timedelta(days=1)
        days -= moment.weekday() < 5
    return moment
