"""A reader is forgotten: what tells who he is goes from his account, and the account opens no more (Luật 91/2025, Điều 24). The row
stays, a number the record can go on naming."""

from datetime import datetime

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.db import transaction
from django.db.models import F
from wagtail.users.models import UserProfile

from portal.base import epoch, journal
from portal.base.models import Task
from portal.people.actions.rights import cut_sessions
from portal.people.models import Person, Token

NOBODY = "Người đã xóa thông tin"


def no_name(person: int) -> str:
    """The user name of an account that was erased."""
    return f"da-xoa-{person}"


@transaction.atomic
def forget_account(person: Person, *, by: Person | None, at: datetime, channel: str, rule: str, clause: str) -> None:
    """Name, addresses, telephone, password, second factor, browsers, access codes: nothing is left of them. The caller has asked
    who may. Done again it changes nothing more and writes no second line."""
    told = [one for one in (person.username, person.email, person.full_name) if one]
    if person.username == no_name(person.pk):
        return
    Authenticator.objects.filter(user=person).delete()
    EmailAddress.objects.filter(user=person).delete()  # its letters of confirmation go with it
    UserProfile.objects.filter(user=person).delete()
    Token.objects.filter(person=person).update(label="")
    Token.objects.filter(person=person, revoked_at=None).update(revoked_at=at)
    cut_sessions(person.pk)
    gone = Person(pk=person.pk)
    gone.set_unusable_password()
    Person.objects.filter(pk=person.pk).update(
        username=no_name(person.pk), full_name=NOBODY, first_name="", last_name="", email="", phone="", password=gone.password,
        is_active=False, last_login=None, rights_version=F("rights_version") + 1,
    )  # fmt: skip
    for words in told:
        Task.objects.filter(error__icontains=words).update(error="")  # what a letter's failure said of its address
    journal.record("account_erased", subject=person, by=by, at=at, channel=channel, rule=rule, clause=clause)
    epoch.bump()
