"""Replacing who somebody is, in one transaction: what is left of a pupil is a number, in consents, pictures and the record alike
(Luật 91/2025, Điều 24). It bears being run again, as after a restore."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F

from portal.base import epoch, forgetting, journal
from portal.base.forgetting import Leaving
from portal.files.actions import destroy
from portal.files.models import Picture
from portal.people.actions import forget_account
from portal.people.models import Person
from portal.people.rules import Kind
from portal.pupils.consents.actions import end_all
from portal.pupils.erasing import rules
from portal.pupils.models import Consent, Declaration, Enrolment, Guardian, Pupil, Result, ResultSlip
from portal.pupils.pictures.rules import Seen
from portal.pupils.results.actions import forget_pupil
from portal.pupils.roll.queries import today

RULE = "R-ERASE-02"


@dataclass(frozen=True)
class Subject:
    """Whom it is about: a pupil with the accounts that were for him alone, or the account of a reader."""

    pupil: Pupil | None
    accounts: tuple[Person, ...]

    @property
    def leaving(self) -> Leaving:
        names = [str(one.full_name) for one in self.accounts]
        addresses = [word for one in self.accounts for word in (str(one.email), str(one.username)) if word]
        return Leaving(
            self.pupil.pk if self.pupil else None, frozenset(one.pk for one in self.accounts),
            tuple(filter(None, [str(self.pupil.full_name) if self.pupil else "", *names])),
            self.pupil.born if self.pupil else None, tuple(addresses),
        )  # fmt: skip

    @property
    def told(self) -> tuple[str, ...]:
        """What the school's texts are searched for: his own name and addresses, not those of his parents."""
        own = [one for one in self.accounts if self.pupil is None or one.kind == Kind.PUPIL]
        who = [str(self.pupil.full_name)] if self.pupil else []
        return tuple(filter(None, [*who, *(word for one in own for word in (str(one.full_name), str(one.email)))]))


@dataclass(frozen=True)
class Replaced:
    """What was done: how many of what, where bytes still lie, scans that others need too, pictures of him alone."""

    counts: Mapping[str, int]
    files: list[str] = field(default_factory=list)
    shared: frozenset[int] = frozenset()
    portraits: frozenset[int] = frozenset()


def of_pupil(pupil: Pupil) -> Subject:
    """A pupil with his own account, and those of who answers for him and for nobody else. Staff keep theirs."""
    kin = Guardian.objects.filter(pupil=pupil, account__isnull=False).values("account")
    others = Guardian.objects.exclude(pupil=pupil).filter(account__isnull=False).values("account")
    theirs = Person.objects.filter(pk__in=kin, kind__in=rules.FORGETTABLE).exclude(pk__in=others)
    own = [pupil.account] if pupil.account is not None else []
    return Subject(pupil, (*own, *theirs.order_by("pk")))


def of_account(person: Person) -> Subject:
    return Subject(None, (person,))


def scans(pupil: Pupil) -> tuple[frozenset[int], frozenset[int]]:
    """Scans of sheets (by number): those of this pupil alone, and those other pupils stand on too."""
    his = frozenset(Consent.objects.filter(pupil=pupil, file__isnull=False).values_list("file", flat=True))
    others = Consent.objects.filter(file__in=his).exclude(pupil=pupil)
    shared = frozenset(others.values_list("file", flat=True))
    return his - shared, shared


def portraits(pupil: Pupil) -> frozenset[int]:
    """Stored pictures (by number) in which nobody but this pupil is said to be recognised."""
    said = Declaration.objects.filter(seen=Seen.PUPILS, pupils=pupil, ended_at=None)
    alone = said.exclude(pk__in=Declaration.pupils.through.objects.exclude(pupil=pupil).values("declaration"))
    return frozenset(
        Picture.objects.exclude(file="").filter(sha256__in=alone.values("sha256")).values_list("pk", flat=True)
    )


def counts(subject: Subject) -> dict[str, int]:
    """What would be replaced, in words, how many of each; a dry run that writes nothing."""
    found: dict[str, int] = {}
    pupil = subject.pupil
    if pupil is not None:
        alone, shared = scans(pupil)
        found |= {
            "Họ tên, ngày sinh, mã học sinh trong danh sách": 1,
            "Cha mẹ, người giám hộ: tên và liên hệ": Guardian.objects.filter(pupil=pupil).count(),
            "Phiếu đồng ý: chấm dứt, bỏ số phiếu và bản chụp": Consent.objects.filter(pupil=pupil).count(),
            "Bản chụp phiếu của riêng em: hủy tệp": len(alone),
            "Bản chụp phiếu chung với em khác: người giữ hồ sơ che tên": len(shared),
            "Kết quả học tập, rèn luyện: xóa": Result.objects.filter(pupil=pupil).count(),
            "Phiếu tra cứu: hủy": ResultSlip.objects.filter(pupil=pupil).count(),
            "Ảnh đã khai có em: ẩn khỏi mọi trang": Declaration.objects.filter(pupils=pupil, ended_at=None).count(),
        }  # fmt: skip
    found["Tài khoản: tên, thư điện tử, mật khẩu, phiên đăng nhập, mã truy cập"] = len(subject.accounts)
    found |= dict(forgetting.counted(subject.leaving))
    return {title: many for title, many in found.items() if many}


@transaction.atomic
def replace(subject: Subject, *, by: Person | None, at: datetime, channel: str) -> Replaced:
    """Nothing that tells who this is stays in the rows of any room. Bytes of files are taken off by whoever called, once this
    transaction holds. `by` is None where a restore is made good again."""
    told: dict[str, int] = counts(subject)
    forgetting.forget(subject.leaving, at)
    files, shared = list[str](), frozenset[int]()
    if subject.pupil is not None:
        files, shared = _forget_pupil(subject.pupil, by=by, at=at, channel=channel)
    for one in subject.accounts:
        Guardian.objects.filter(account=one).update(account=None, full_name="", relation="")
        Pupil.objects.filter(account=one).update(account=None)
        forget_account(one, by=by, at=at, channel=channel, rule=RULE, clause=rules.LAW)
    epoch.bump()
    return Replaced(told, files, shared, portraits(subject.pupil) if subject.pupil is not None else frozenset())


def _forget_pupil(
    pupil: Pupil, *, by: Person | None, at: datetime, channel: str
) -> tuple[list[str], frozenset[int]]:  # fmt: skip
    held: Pupil = Pupil.objects.select_for_update().get(pk=pupil.pk)
    end_all(held, by=by, at=at, channel=channel)
    alone, shared = scans(held)
    Consent.objects.filter(pupil=held).update(paper="", file=None)
    files = destroy(attachments=alone)
    forget_pupil(held)
    Guardian.objects.filter(pupil=held).update(full_name="", relation="", account=None)
    _leave(held, at)
    if held.erased_at is None:
        Pupil.objects.filter(pk=held.pk).update(
            code=no_code(held.pk), full_name="", born=None, account=None, erased_at=at
        )
        journal.record("pupil_erased", subject=held, by=by, at=at, channel=channel, rule=RULE, clause=rules.LAW)
    return files, shared


def _leave(pupil: Pupil, at: datetime) -> None:
    """Who sits in a class no longer does: so it is after a restore of older days."""
    on = today(at)
    seats = Enrolment.objects.filter(pupil=pupil, ends=None)
    seats.filter(starts__lt=on).update(ends=on)
    seats.filter(starts__gte=on).update(ends=F("starts") + timedelta(days=1))


def no_code(pupil: int) -> str:
    """What stands in place of the school's number of a pupil who was erased."""
    return f"đã xóa {pupil}"
