"""Who is written to, when, how much, and how long a link lives (Điều 14.3, 8.2). Pure: plain values in, decisions out."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from portal.approval.rules import Verb
from portal.base.rules import Ground, Refusal
from portal.people.rules import Board


class Kind(StrEnum):
    """What a letter is about."""

    TURN = "turn"
    OPINION = "opinion"
    ANSWER = "answer"
    NUDGE = "nudge"
    REMINDER = "reminder"
    ESCALATION = "escalation"
    DIGEST = "digest"
    CARE = "care"
    CODE = "code"
    CALL = "call"
    MACHINE = "machine"
    NOTICE = "notice"


class Much(StrEnum):
    """How much mail a person wants."""

    EVERY = "every"
    DIGEST = "digest"
    URGENT = "urgent"


PRIVATE = frozenset({Kind.CODE, Kind.CALL})  # go to a private address and say nothing of any item
CALLING = frozenset({Kind.TURN, Kind.OPINION, Kind.NUDGE, Kind.REMINDER, Kind.ESCALATION})
BY_CHOICE = frozenset({Kind.TURN, Kind.OPINION, Kind.ANSWER, Kind.NOTICE})
FRESH = timedelta(days=1)  # what happened longer ago is told by nobody's letter
RETRIES = tuple(timedelta(minutes=n) for n in (1, 2, 5, 10, 20, 40, 60, 120, 240, 480, 720))
DECIDED_BY_MAIL = (Verb.APPROVE, Verb.SEND_BACK, Verb.PROPOSE_REFUSAL, Verb.REFUSE)
CODE_TRIES = 5
CODES_A_DAY = 5
CODE_LIFE = timedelta(minutes=30)
_ADDRESS = re.compile(r"[^\s@\x00-\x1f\x7f<>,;:\"\\()\[\]]+@([^\s@\x00-\x1f\x7f<>,;:\"\\()\[\]]+)")


def domain_of(address: str) -> str:
    """The domain of an address as machines compare it, IDN in its ASCII form; "" where it is no plain address."""
    found = _ADDRESS.fullmatch(address)
    return ascii_domain(found[1]) if found else ""


def ascii_domain(domain: str) -> str:
    """A domain in lower case and ASCII; "" where it is none."""
    try:
        return unicodedata.normalize("NFC", domain).casefold().encode("idna").decode("ascii").lower()
    except UnicodeError:
        return ""


def foreign(address: str, domain: str) -> Refusal | None:
    """R-MAIL-01: letters about items go only to the school's own mail domain, exactly that one (Điều 14.3)."""
    theirs, ours = domain_of(address), ascii_domain(domain)
    if theirs and theirs == ours:
        return None
    return Refusal("R-MAIL-01", "Điều 14.3", f"Cổng chỉ gửi thư tới hộp thư tên miền riêng của trường (@{domain}).",
                   "address")  # fmt: skip


@dataclass(frozen=True)
class Night:
    """From `begins` in the evening to `ends` in the morning nothing leaves but what is urgent."""

    begins: time
    ends: time

    def holds(self, at: datetime) -> bool:
        hour = at.time()
        if self.begins <= self.ends:
            return self.begins <= hour < self.ends
        return hour >= self.begins or hour < self.ends


def night(text: str) -> Night:
    """The parameter as people write it: "22:00-06:00"."""
    begins, _, ends = text.partition("-")
    return Night(time.fromisoformat(begins.strip()), time.fromisoformat(ends.strip()))


def leaves_at(at: datetime, quiet: Night, *, urgent: bool) -> datetime:
    """R-MAIL-02: at night letters wait for the morning; urgent notices and corrections do not (Điều 10.2, 12.3)."""
    if urgent or not quiet.holds(at):
        return at
    morning = datetime.combine(at.date(), quiet.ends, at.tzinfo)
    return morning if morning > at else morning + timedelta(days=1)


def at_once(kind: Kind, much: Much, *, urgent: bool) -> bool:
    """R-MAIL-03: each person sets how much he is written to; what is urgent, reminders and a colleague's own words
    always come (Điều 8.2, 10.2)."""
    return urgent or kind not in BY_CHOICE or much is Much.EVERY


def wants_digest(much: Much) -> bool:
    return much is not Much.URGENT


def digest_day(at: datetime, hour: time, quiet: Night, last: int) -> date | None:
    """R-MAIL-04: one digest a day, once its hour has come; `last` is the ordinal of the day it was last made for
    (Điều 8.2)."""
    if at.time() < hour or quiet.holds(at) or at.date().toordinal() <= last:
        return None
    return at.date()


def care_week(at: datetime, hour: time, quiet: Night, last: int) -> date | None:
    """R-MAIL-14: once a week, on Monday morning, whoever is concerned by faults of what is up is told of them; where the
    portal's machine slept on Monday, on Tuesday or Wednesday. Gives the Monday; `last` is the ordinal of the one it was
    last made for (Điều 12.3)."""
    monday = at.date() - timedelta(days=at.weekday())
    if at.weekday() > 2 or at.time() < hour or quiet.holds(at) or monday.toordinal() <= last:
        return None
    return monday


def mark_reached(due: datetime, since: datetime, at: datetime, hours: Iterable[int]) -> int | None:
    """R-MAIL-05: so many hours before the deadline whoever holds the item is reminded; not where it came to him later
    than that, and of several marks passed at once only the last counts (Điều 8.2, 16.1.1)."""
    if at >= due:
        return None
    passed = [mark for mark in hours if due - timedelta(hours=mark) <= at]
    if not passed or since >= due - timedelta(hours=min(passed)):
        return None
    return min(passed)


def is_overdue(due: datetime, at: datetime) -> bool:
    """R-MAIL-06: past its deadline an item still under way is told to the Secretary and the Head (Điều 8.2, 12.3)."""
    return at > due


def told_of(*, told: bool, own_hand: bool, touched_at: datetime, at: datetime, rest: timedelta) -> bool:
    """R-MAIL-07: the first letter of a turn leaves at once; of a text that changed meanwhile only when it has come to
    rest, and never to the one who changed it (Điều 14.3)."""
    return not told or (not own_hand and at - touched_at >= rest)


def offered_by_mail(verbs: Sequence[Verb]) -> tuple[Verb, ...]:
    """R-MAIL-08: a letter offers the decisions of the step; everything else is done in the portal (Điều 14.3, 9.5)."""
    return tuple(verb for verb in DECIDED_BY_MAIL if verb in verbs)


def call_key(at: datetime) -> str:
    """R-MAIL-12: to a private address goes a bare word that something waits, once an hour at most; nothing of any item
    leaves the school's mail domain (Điều 14.3)."""
    return f"call:{at:%Y%m%d%H}"


def told_of_machine(sysadmins: Iterable[int]) -> list[int]:
    """R-MAIL-15: what befalls the virus scanner, and what it finds, is told to whoever runs the system (Điều 8.1, 13.7)."""
    return sorted(sysadmins)


def told_of_pictures(board: Board) -> list[int]:
    """R-MAIL-18: that a picture was hidden because somebody in it no longer agrees is told to the Secretary, or who stands in;
    where there is none, to the Head (Điều 12.3)."""
    return sorted(board.secretaries | board.substitutes or board.leaders)


def told_alone(*, gatherable: bool, listed: bool, since: datetime, at: datetime, pause: timedelta) -> bool:
    """R-MAIL-16: of internal items at his step the Head is told by one letter of their list; of one by itself only where it
    was gathered by nobody within `pause` (Điều 8.2, 15.2)."""
    return not gatherable or (not listed and at - since >= pause)


def told_of_notice(reached: Iterable[int], knows: Iterable[int]) -> list[int]:
    """R-MAIL-17: an internal notice that goes up is told once to each whom it reaches, but to who wrote it or put it up, who
    `knows`; its words stay in the portal (Điều 15.1, 15.3)."""
    return sorted(set(reached) - set(knows))


def retry_after(tries: int) -> timedelta | None:
    """How long to wait after so many tries; None when it is given up."""
    return RETRIES[tries - 1] if tries <= len(RETRIES) else None


def may_ask_code(asked: int) -> Refusal | None:
    """R-MAIL-13: so many codes a day and no more, so that nobody uses the school to write to strangers."""
    if asked < CODES_A_DAY:
        return None
    return Refusal(
        "R-MAIL-13", "Điều 14.3", f"Mỗi ngày xin được {CODES_A_DAY} mã; mai hãy thử lại.", "address", Ground.CONFLICT
    )


def wrong_code(*, tries: int, until: datetime | None, at: datetime, right: bool) -> Refusal | None:
    """R-MAIL-11: a private address counts once the code sent there is typed here, in time and within a few tries; only a
    bare word that something waits goes there, nothing of any item."""
    if until is None or at >= until or tries >= CODE_TRIES:
        return Refusal("R-MAIL-11", "Điều 14.3", "Mã đã hết hạn hoặc sai quá nhiều lần; hãy xin mã mới.", "code",
                       Ground.CONFLICT)  # fmt: skip
    if not right:
        return Refusal("R-MAIL-11", "Điều 14.3", "Mã chưa đúng; hãy xem lại thư vừa nhận.", "code", Ground.NOT_READY)
    return None
