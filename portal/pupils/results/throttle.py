"""Tries counted in the database, so that all processes count together: for each code, each address, and everything together
(Luật 91/2025 Đ.24). For whatever is looked up with a code: results, admissions."""

import ipaddress
from datetime import datetime, timedelta

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import F

from portal.base import journal, regulation
from portal.base.refused import Refused, refuse_if
from portal.pupils.models import LookupTry
from portal.pupils.results import codes, rules

KEPT = timedelta(days=1)
SCOPES = ("code", "address", "all")


def digest(kind: str, said: str) -> str:
    """The keyed hash under which `said` is counted or kept; 64 letters."""
    return codes.digest(settings.SECRET_KEY, kind, said)


def count_try(kind: str, *, code: str, address: str, at: datetime) -> None:
    """Count one try at `kind` ("result", …) before it is made, in a transaction of its own; `code` as typed, whatever it is.
    Raises Refused (R-RESULT-10) where it is one too many; the first that is one too many is written in the record."""
    since, everything = rules.quarter(at), digest(f"{kind}-all", "")
    if LookupTry.objects.filter(key=everything, since=since, shut=True).exists():
        raise Refused(rules.TOO_OFTEN)
    limits = [int(part) for part in regulation.value("results.tries", at.date()).split(",")]
    said = (digest(f"{kind}-code", codes.typed(code)), digest(f"{kind}-address", _net(address)), everything)
    with transaction.atomic():
        counts = [_one_more(key, since) for key in said]
        for scope, key, many, most in zip(SCOPES, said, counts, limits, strict=True):
            if many == most + 1:
                LookupTry.objects.filter(key=key, since=since).update(shut=True)
                journal.record("lookup_guessed", at=at, by=None, channel="web", rule="R-RESULT-10", clause=rules.SECRET,
                               data={"kind": kind, "scope": scope, "many": many})  # fmt: skip
    refuse_if(rules.not_too_often(counts, limits))


def take_back(kind: str, *, code: str, address: str, at: datetime) -> None:
    """A try that opened something counts for nothing: a whole school may sit behind one address."""
    said = (
        digest(f"{kind}-code", codes.typed(code)),
        digest(f"{kind}-address", _net(address)),
        digest(f"{kind}-all", ""),
    )
    LookupTry.objects.filter(key__in=said, since=rules.quarter(at), many__gt=0).update(many=F("many") - 1)


def _one_more(key: str, since: datetime) -> int:
    there = LookupTry.objects.filter(key=key, since=since)
    if not there.update(many=F("many") + 1):
        try:
            with transaction.atomic():
                LookupTry.objects.create(key=key, since=since, many=1)
                return 1
        except IntegrityError:  # another process was first
            there.update(many=F("many") + 1)
    return there.values_list("many", flat=True).get()


def _net(address: str) -> str:
    """An address as it is counted: of the longer kind the half that one household has."""
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return "?"
    if isinstance(found, ipaddress.IPv6Address) and found.ipv4_mapped is None:
        return str(ipaddress.ip_network((found, 64), strict=False))
    return str(getattr(found, "ipv4_mapped", None) or found)


def forget(at: datetime) -> None:
    """Counts of quarters long over go."""
    LookupTry.objects.filter(since__lt=at - KEPT).delete()
