"""Tries counted in the database, so that all processes count together: for each code, each address, and everything together
(Luật 91/2025 Đ.24). For whatever is looked up with a code: results, admissions."""

import ipaddress
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import F

from portal.base import journal, regulation
from portal.base.refused import refuse_if
from portal.pupils.models import LookupTry
from portal.pupils.results import codes, rules

KEPT = timedelta(days=1)
SCOPES = ("code", "address", "all", "sealed-address", "sealed-all")


def digest(kind: str, said: str) -> str:
    """The keyed hash under which `said` is counted or kept; 64 letters."""
    return codes.digest(settings.SECRET_KEY, kind, said)


def new_code(kind: str) -> str:
    """A new code with the school's seal upon it, to be shown once; flooding the door with guesses does not shut it (R-RESULT-11)."""
    return codes.sealed(codes.made(), digest(f"{kind}-seal", ""))


def count_try(kind: str, *, code: str, address: str, at: datetime, limits: str = "results.tries") -> bool:
    """Count one try at `kind` ("result", …) before it is made, in a transaction of its own; `code` as typed, whatever it is.
    Raises Refused (R-RESULT-10) where it is one too many; the first that is one too many is written in the record. True where
    only the seal of the code let it pass: if it is wrong then, it is answered like all the others there are too many of. `limits`
    names the parameter that says how many: of one code, one address, all together."""
    since, said = rules.quarter(at), _keys(kind, code, address)
    shut = frozenset(LookupTry.objects.filter(key__in=said, since=since, shut=True).values_list("key", flat=True))
    refuse_if(rules.let_try([key in shut for key in said]))
    most_of = [int(part) for part in regulation.value(limits, at.date()).split(",")]
    most_of += most_of[1:]
    with transaction.atomic():
        counts = _one_more(said, since)
        for scope, key, many, most in zip(SCOPES, said, counts, most_of, strict=False):
            if many == most + 1:
                LookupTry.objects.filter(key=key, since=since).update(shut=True)
                journal.record("lookup_guessed", at=at, by=None, channel="web", rule="R-RESULT-10", clause=rules.SECRET,
                               data={"kind": kind, "scope": scope, "many": many})  # fmt: skip
    refuse_if(rules.not_too_often([counts[0], *(counts[3:] or counts[1:])], most_of[:3]))
    return any(count > most for count, most in zip(counts[1:3], most_of[1:3], strict=True))


@transaction.atomic
def count_for_good(kind: str, what: str, *, until: datetime | None, at: datetime) -> int:
    """Count one try at what a code belongs to ("" for nothing) until the hour it is over, so that who waits from quarter to quarter
    guesses no further; how many there were with this one. In a transaction of its own."""
    return _one_more([digest(f"{kind}-for-good", what)], until or rules.quarter(at))[0]


def forgive(kind: str, what: str, *, until: datetime) -> None:
    """What opened counts for nothing: a family comes back as often as it likes."""
    there = LookupTry.objects.filter(key=digest(f"{kind}-for-good", what), since=until, many__gt=0)
    there.update(many=F("many") - 1)


def take_back(kind: str, *, code: str, address: str, at: datetime) -> None:
    """A try that opened something counts for nothing: a whole school may sit behind one address."""
    said, since = _keys(kind, code, address), rules.quarter(at)
    LookupTry.objects.filter(key__in=said, since=since, many__gt=0).update(many=F("many") - 1)


def _keys(kind: str, code: str, address: str) -> list[str]:
    """What a try is counted under, in the order of SCOPES: all of them for a code with the seal, three for another."""
    typed, net = codes.typed(code), _net(address)
    said = [digest(f"{kind}-code", typed), digest(f"{kind}-address", net), digest(f"{kind}-all", "")]
    if codes.is_sealed(typed, digest(f"{kind}-seal", "")):
        said += [digest(f"{kind}-sealed-address", net), digest(f"{kind}-sealed-all", "")]
    return said


def _one_more(keys: list[str], since: datetime) -> list[int]:
    """Count one more under each key; how many there are now. Locked in the order of the keys, so that two tries wait for each
    other and never across."""
    ordered = sorted(keys)
    LookupTry.objects.bulk_create([LookupTry(key=key, since=since, many=0) for key in ordered], ignore_conflicts=True)
    there = LookupTry.objects.filter(key__in=ordered, since=since)
    counts = dict(there.select_for_update().order_by("key").values_list("key", "many"))
    there.update(many=F("many") + 1)
    return [counts[key] + 1 for key in keys]


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
