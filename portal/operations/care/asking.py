"""The outside part of one round: which addresses, in which order, how patiently; what came of it."""

import hashlib
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F, Q

from portal.base import clock
from portal.operations.care.domains import host_of, shown, twins
from portal.operations.care.faults import Fault, School
from portal.operations.care.outside import Asker, Outcome
from portal.operations.care.rules import Kind, is_broken
from portal.operations.models import OutLink

GOOD_FOR = timedelta(days=7)  # an address that answered is asked again after so long
A_NIGHT = 400  # addresses outside asked in one round
A_HOST = 40  # of one host
SILENT_HOST = 3  # addresses of a host that did not answer, one after another: its others wait for another night
AN_EVENING = 30 * 60.0  # seconds all the asking of one round may take
SLOW_DOWN = frozenset({429, 503})  # a site that says so is left in peace till another night
Where = Callable[[str], tuple[int | None, int | None]]


@dataclass
class Asking:
    """Asks addresses one after another: a pause between two of one host, so many of one host and no more, none after it
    asked to be left in peace, and everything within one span of time. `now` counts seconds; tests hand in theirs."""

    asker: Asker
    exists: Callable[[str], bool]
    pause: float = 1.0
    alive: Callable[[], None] = lambda: None
    now: Callable[[], float] = time.monotonic
    began: float = field(init=False)
    asked: Counter[str] = field(init=False, default_factory=Counter)
    silent: Counter[str] = field(init=False, default_factory=Counter)
    left_alone: set[str] = field(init=False, default_factory=set)

    def __post_init__(self) -> None:
        self.began = self.now()

    @property
    def is_over(self) -> bool:
        return self.now() - self.began >= AN_EVENING

    def ask(self, urls: Iterable[str]) -> dict[str, Outcome]:
        """What each answered; whatever there was no time for is asked another night."""
        told: dict[str, Outcome] = {}
        for url in urls:
            if self.is_over:
                break
            host = host_of(url)
            if host in self.left_alone or self.asked[host] >= A_HOST:
                continue
            if self.asked[host]:
                time.sleep(self.pause)
            told[url] = outcome = self.asker.ask(url)
            self._heard(host, outcome.status)
            self.alive()
        return told

    def _heard(self, host: str, status: int) -> None:
        self.asked[host] += 1
        self.silent[host] = 0 if status else self.silent[host] + 1
        if status in SLOW_DOWN or self.silent[host] >= SILENT_HOST:
            self.left_alone.add(host)

    def twins(self, school: School) -> list[Fault] | None:
        """The twins of the school's domain somebody registered; None where there was no time to look for all."""
        found = []
        for host in twins(school.own):
            if self.is_over:
                return None
            if self.exists(host) and shown(host) not in school.known:
                found.append(shown(host))
        told = "Có người đã đăng ký tên miền này; hãy xem có phải của nhà trường không."
        return [Fault(Kind.LOOKALIKE, "", host, told) for host in found]


def broken_outside(whereabouts: Where) -> Iterator[Fault]:
    """Every page that leads to an address which is broken by now."""
    for row in OutLink.objects.filter(failing_since__isnull=False, asked_at__isnull=False).order_by("pk"):
        asked_at, since = _local(row.asked_at), _local(row.failing_since)
        if is_broken(row.status or 0, (asked_at.date() - since.date()).days):
            told = row.note or f"trang trả lời {row.status}"
            page, of_field = whereabouts(row.path)
            yield Fault(Kind.BROKEN_OUTSIDE, row.path, row.url, f"Hỏi lúc {asked_at:%H:%M %d/%m}: {told}.", row.title,
                        page, of_field)  # fmt: skip


def _local(at: datetime | None) -> datetime:
    assert at is not None
    return at.astimezone(clock.ZONE)


def due(at: datetime) -> list[str]:
    """Addresses to ask now, each once, those of one host beside each other: never asked first, then failing ones of another
    day, then those not asked for a week."""
    today = clock.day_begins(at.astimezone(clock.ZONE).date())
    ripe = Q(asked_at=None) | Q(failing_since__isnull=False, asked_at__lt=today) | Q(asked_at__lt=at - GOOD_FOR)
    rows = (
        OutLink.objects.filter(ripe).order_by(F("asked_at").asc(nulls_first=True), "pk").values_list("url", flat=True)
    )
    return sorted(dict.fromkeys(rows[: A_NIGHT * 4]), key=host_of)[:A_NIGHT]


@transaction.atomic
def answered(url: str, status: int, note: str, *, at: datetime) -> None:
    """What one address answered, on every page that leads there."""
    rows = OutLink.objects.filter(url_key=hashlib.sha256(url.encode()).hexdigest())
    failing = is_broken(status, 1)
    rows.update(asked_at=at, status=status, note=note[:200])
    if failing:
        rows.filter(failing_since=None).update(failing_since=at)
    else:
        rows.update(failing_since=None)
