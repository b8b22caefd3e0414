"""Opening accounts, and the one link with which a person sets the first password (Điều 10.4, 13.1)."""

from datetime import datetime

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse

from portal.base import journal, queue
from portal.base.models import School
from portal.base.refused import Refused, refuse_if
from portal.base.rules import Ground, Refusal
from portal.base.text import fold
from portal.people import offices, rules
from portal.people.actions.rights import cut_sessions
from portal.people.models import Person, Token
from portal.people.rules import Kind, Office

SAME_USERNAME = Refusal("R-ACCOUNT-04", "Điều 13.1", "Tên đăng nhập này đã có người dùng.", "username", Ground.CONFLICT)


@transaction.atomic
def open_account(
    *, username: str, full_name: str, email: str, kind: Kind, by: Person | None, at: datetime, channel: str,
    clause: str = "Điều 10.4",
) -> Person:  # fmt: skip
    """Open an account without a password; its owner sets one through `password_link`. The caller has checked who may."""
    if Person.objects.filter(username__iexact=username).exists():
        raise Refused(SAME_USERNAME)
    person = Person(username=username, email=email, full_name=full_name, kind=kind.value, date_joined=at)
    person.set_unusable_password()
    person.save()
    journal.record("account_open", subject=person, by=by, at=at, channel=channel, clause=clause,
                   data={"kind": kind.value})  # fmt: skip
    return person


def free_username(wanted: str, full_name: str) -> str:
    """`wanted`, or the first of wanted2, wanted3 … that nobody has."""
    base = wanted or "".join(fold(full_name).split()) or "congtacvien"
    taken = {
        name.lower() for name in Person.objects.filter(username__istartswith=base).values_list("username", flat=True)
    }
    number, name = 1, base
    while name.lower() in taken:
        number += 1
        name = f"{base}{number}"
    return name


def password_link(person: Person) -> str:
    """The address where this person sets a password: once, and for PASSWORD_RESET_TIMEOUT only."""
    keys = {"uidb36": user_pk_to_url_str(person), "key": default_token_generator.make_token(person)}
    return settings.PORTAL_BASE_URL + reverse("account_reset_password_from_key", kwargs=keys)


@queue.task
def send_invitation(person: int) -> None:
    """Mail a new account's owner the link; it is minted here, never stored."""
    guest = Person.objects.get(pk=person)
    if guest.has_usable_password() or not guest.is_active:
        return
    school = School.objects.first()
    words = {"person": guest, "link": password_link(guest), "school": school, "base_url": settings.PORTAL_BASE_URL,
             "days": settings.PASSWORD_RESET_TIMEOUT // 86400}  # fmt: skip
    body = render_to_string("people/emails/invitation.txt", words)
    send_mail(f"Mời viết bài cho cổng thông tin {school or 'của trường'}", body, None, [guest.email])


@transaction.atomic
def sign_out(person: Person, *, by: Person, at: datetime, channel: str) -> tuple[int, int]:
    """End every session and access code of an account, at once; its rights stay. Returns how many of each ended."""
    refuse_if(rules.may_keep_accounts(offices.board(at), by.pk), rules.not_oneself(by.pk, person.pk))
    sessions = cut_sessions(person.pk)
    tokens = Token.objects.filter(person=person, revoked_at=None, expires_at__gt=at).update(revoked_at=at)
    journal.record("account_sign_out", subject=person, by=by, at=at, channel=channel, rule="R-ACCOUNT-05",
                   clause="Điều 13.1", office=Office.SYSADMIN.value, data={"sessions": sessions, "tokens": tokens})  # fmt: skip
    return sessions, tokens


@transaction.atomic
def send_new_password(person: Person, *, by: Person, at: datetime, channel: str) -> None:
    """Have the link for a new password mailed to its owner; nobody else sees it, and the old password holds until then."""
    refuse_if(rules.may_keep_accounts(offices.board(at), by.pk))
    refuse_if(rules.can_be_written_to(person.email, person.is_active))
    journal.record("account_password_link", subject=person, by=by, at=at, channel=channel, rule="R-ACCOUNT-05",
                   clause="Điều 13.1", office=Office.SYSADMIN.value)  # fmt: skip
    queue.enqueue(mail_new_password, run_after=at, person=person.pk)


@queue.task
def mail_new_password(person: int) -> None:
    """The letter with the link; it is minted here, never stored."""
    owner = Person.objects.get(pk=person)
    if rules.can_be_written_to(owner.email, owner.is_active) is not None:
        return
    words = {"person": owner, "link": password_link(owner), "days": settings.PASSWORD_RESET_TIMEOUT // 86400}
    body = render_to_string("people/emails/new_password.txt", words)
    send_mail("Đặt lại mật khẩu cổng thông tin", body, None, [owner.email])
