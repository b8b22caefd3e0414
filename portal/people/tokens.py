"""Access codes for the API: shown once, kept as a hash, worth what their owner may do at that moment (Điều 13.1, 15.3)."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.core.mail import send_mail
from django.db import transaction
from django.db.models import Q, QuerySet

from portal.base import journal, queue, regulation
from portal.base.clock import ZONE
from portal.base.models import School
from portal.base.refused import refuse_if
from portal.people import offices
from portal.people.models import Person, Suspension, Token
from portal.people.rules import may_decide_by_token, may_hold_token, may_let_decide, token_holds

PREFIX = "ct_"


@dataclass(frozen=True)
class Minted:
    """A new token and, this once, its secret."""

    token: Token
    secret: str


@dataclass(frozen=True)
class Bearer:
    """Who calls with a token, and whether that token may decide."""

    person: Person
    may_decide: bool
    token: Token

    def must_decide(self) -> None:
        """Raises Refused (403) where the owner did not make this token for deciding."""
        refuse_if(may_decide_by_token(self.may_decide))


def digest(secret: str) -> str:
    """What is kept of a secret. It is random and long, so one SHA-256 is enough."""
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


@transaction.atomic
def mint(person: Person, *, label: str, may_decide: bool, by: Person | None, at: datetime, channel: str) -> Minted:
    """Make a token for `person`; `by` is None from a shell. Raises Refused (403): rights withdrawn, or a shell that
    asks for deciding outside a demo school."""
    demo = School.objects.filter(is_demo=True).exists()
    refuse_if(
        may_hold_token(active=person.is_active, suspended=offices.is_suspended(person, at)),
        may_let_decide(asked_by_owner=by is not None and by.pk == person.pk, demo=demo) if may_decide else None,
    )
    secret = PREFIX + secrets.token_urlsafe(32)
    days = regulation.number("api.token_days", at.date())
    token = Token.objects.create(
        person=person, hash=digest(secret), label=label.strip()[:80], may_decide=may_decide, made_at=at,
        expires_at=at + timedelta(days=days), rights_version=person.rights_version,
    )  # fmt: skip
    journal.record("token_mint", subject=person, by=by, at=at, channel=channel, rule="R-TOKEN-01", clause="Điều 15.3",
                   data={"token": token.pk, "may_decide": may_decide, "expires_at": token.expires_at.isoformat()})  # fmt: skip
    queue.enqueue(tell_owner, run_after=at, token=token.pk, channel=channel)
    return Minted(token, secret)


@transaction.atomic
def revoke(token: Token, *, by: Person, at: datetime, channel: str) -> None:
    """End a token now; ending it twice changes nothing."""
    if Token.objects.filter(pk=token.pk, revoked_at=None).update(revoked_at=at):
        journal.record("token_revoke", subject=token.person, by=by, at=at, channel=channel, rule="R-TOKEN-04",
                       clause="Điều 13.1", data={"token": token.pk})  # fmt: skip


def resolve(secret: str, at: datetime) -> Bearer | None:
    """Who stands behind a secret at `at`; None for unknown, expired, revoked, locked or suspended, without saying which."""
    token = Token.objects.select_related("person").filter(hash=digest(secret)).first()
    if token is None or not token_holds(
        expires_at=token.expires_at, revoked_at=token.revoked_at, withdrawn_since=_withdrawn_since(token, at), at=at
    ):
        return None
    if may_hold_token(active=token.person.is_active, suspended=False) is not None:
        return None
    return Bearer(token.person, token.may_decide, token)


def _withdrawn_since(token: Token, at: datetime) -> bool:
    """Whether the owner is suspended, or has been since the token was made."""
    began = Q(starts__gte=token.made_at) & Q(starts__lte=at)
    return Suspension.objects.filter(began | offices.in_force(at), person=token.person_id).exists()


def living(person: Person, at: datetime) -> QuerySet[Token]:
    """A person's tokens that still open something, newest first."""
    began = Suspension.objects.filter(person=person, starts__lte=at).order_by("-starts")
    mine = Token.objects.filter(Q(revoked_at=None) | Q(revoked_at__gt=at), person=person, expires_at__gt=at)
    if (last := began.values_list("starts", flat=True).first()) is not None:
        mine = mine.filter(made_at__gt=last)
    return mine.order_by("-made_at", "-pk")


WAYS = {"desk": "trang Mã truy cập", "command": "dòng lệnh của máy chủ"}


@queue.task
def tell_owner(token: int, channel: str) -> None:
    """A letter to the owner that a code was made; never the code itself."""
    made = Token.objects.select_related("person").get(pk=token)
    if not made.person.email:
        return
    may = "được đọc, viết và quyết định" if made.may_decide else "được đọc và viết, không được quyết định"
    send_mail(
        "Có mã truy cập mới cho tài khoản của thầy/cô",
        f"Kính gửi {made.person},\n\n"
        f"Một mã truy cập (API) “{made.label or 'không tên'}” vừa được tạo cho tài khoản {made.person.username}, "
        f"qua {WAYS.get(channel, channel)}.\n"
        f"Mã này {may}, hết hạn ngày {made.expires_at.astimezone(ZONE):%d/%m/%Y}.\n\n"
        "Nếu không phải thầy/cô tạo, xin vào trang Mã truy cập để thu hồi ngay và báo Quản trị viên hệ thống.\n",
        None,
        [made.person.email],
    )
