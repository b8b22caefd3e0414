"""How much mail a person wants, and his private address: asked for, confirmed by a code sent there, forgotten."""

import hashlib
import secrets
from datetime import datetime
from secrets import compare_digest

from django.db import transaction

from portal.base import journal
from portal.base.refused import Refused, refuse_if
from portal.desk.actions.letters import put
from portal.desk.mail.rules import CODE_LIFE, Kind, Much, may_ask_code, wrong_code
from portal.desk.models import MailWish
from portal.desk.queries.mail import DAY
from portal.people.models import Person

DIGITS = 6


def _held(person: Person) -> MailWish:
    MailWish.objects.get_or_create(person=person)
    return MailWish.objects.select_for_update().get(person=person)


def _record(what: str, *, by: Person, at: datetime, **data: str) -> None:
    """In the record: that it was chosen, never the address."""
    journal.record("mail_wish", subject=by, by=by, at=at, channel="desk", rule="R-MAIL-03", clause="Điều 14.3",
                   data={"what": what, **data})  # fmt: skip


@transaction.atomic
def choose(much: Much, *, by: Person, at: datetime) -> MailWish:
    """Set how much one is written to."""
    wish = _held(by)
    if wish.much != much:
        wish.much = much
        wish.save(update_fields=["much"])
        _record("much", by=by, at=at, much=much.value)
    return wish


@transaction.atomic
def name_private(address: str, *, by: Person, at: datetime) -> MailWish:
    """Name a private address; it counts for nothing until the code sent there comes back. Raises Refused."""
    wish = _held(by)
    asked = by.letters.filter(kind=Kind.CODE, made_at__gt=at - DAY).count()
    refuse_if(may_ask_code(asked))
    wish.private_address, wish.confirmed_at, wish.code_hash, wish.code_tries = address, None, "", 0
    wish.code_until = at + CODE_LIFE
    wish.save()
    put(Kind.CODE, f"code:{at.isoformat()}:{asked}", to=wish, at=at)
    _record("private_asked", by=by, at=at)
    return wish


@transaction.atomic
def mint_code(person: Person, key: str, at: datetime) -> str | None:
    """The code for the newest letter asking for one, made in the worker; None where it is no longer wanted."""
    wish = _held(person)
    newest = wish.person.letters.filter(kind=Kind.CODE).order_by("-pk").values_list("key", flat=True).first()
    if wish.confirmed_at is not None or wish.code_until is None or wish.code_until <= at or newest != key:
        return None
    code = f"{secrets.randbelow(10**DIGITS):0{DIGITS}}"
    wish.code_hash, wish.code_tries = _digest(person, code), 0
    wish.save(update_fields=["code_hash", "code_tries"])
    return code


def confirm_private(code: str, *, by: Person, at: datetime) -> MailWish:
    """Take the private address for his once the code is right. A wrong one counts. Raises Refused."""
    with transaction.atomic():
        wish = _held(by)
        right = bool(wish.code_hash) and compare_digest(wish.code_hash, _digest(by, code.strip()))
        refusal = wrong_code(tries=wish.code_tries, until=wish.code_until, at=at, right=right)
        wish.code_tries += refusal is not None
        if refusal is None:
            wish.confirmed_at, wish.code_hash, wish.code_until = at, "", None
            _record("private_confirmed", by=by, at=at)
        wish.save()
    if refusal is not None:
        raise Refused(refusal)
    return wish


@transaction.atomic
def forget_private(*, by: Person, at: datetime) -> MailWish:
    """No word to a private address any more; the address itself is not kept."""
    wish = _held(by)
    wish.private_address, wish.confirmed_at, wish.code_hash, wish.code_until = "", None, "", None
    wish.save()
    _record("private_forgotten", by=by, at=at)
    return wish


def _digest(person: Person, code: str) -> str:
    return hashlib.sha256(f"{person.pk}:{code}".encode()).hexdigest()
