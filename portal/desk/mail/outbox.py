"""The demo's outgoing mail: kept as files in the data folder instead of being sent, and read again for /thu-thu/."""

import email
import email.policy
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage as Read
from email.utils import parsedate_to_datetime
from pathlib import Path
from threading import Lock

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend

from portal.base.clock import ZONE

MOST = 500  # letters kept; the oldest go first
NAME = re.compile(r"\d{8}")
_one_at_a_time = Lock()


class Outbox(BaseEmailBackend):
    """Keeps each mail as one numbered file; sends nothing to anybody."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        for message in email_messages:
            keep(message.message().as_bytes())
        return len(email_messages)


@dataclass(frozen=True)
class Kept:
    """One mail as it was kept. `name` is its number."""

    name: str
    to: str
    sender: str
    subject: str
    date: datetime
    text: str
    html: str


def folder() -> Path:
    return Path(settings.PORTAL_HOME) / "mail"


def keep(raw: bytes) -> None:
    """Write one mail under the next number; whole or not at all."""
    with _one_at_a_time:
        place = folder()
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
        names = _names()
        number = int(names[-1]) + 1 if names else 1
        draft = place / f".{number:08}"
        draft.write_bytes(raw)
        draft.rename(place / f"{number:08}.eml")
        for old in names[: -MOST + 1] if len(names) >= MOST else ():
            (place / f"{old}.eml").unlink(missing_ok=True)


def _names() -> list[str]:
    return sorted(path.stem for path in folder().glob("*.eml") if NAME.fullmatch(path.stem))


def newest(to: str = "", most: int = 100) -> list[Kept]:
    """The newest mails, those to one address only where one is given."""
    found: list[Kept] = []
    for name in reversed(_names()):
        one = read(name)
        if one is not None and (not to or one.to == to):
            found.append(one)
        if len(found) == most:
            break
    return found


def read(name: str) -> Kept | None:
    """One kept mail, or None."""
    path = folder() / f"{name}.eml"
    if not NAME.fullmatch(name) or not path.is_file():
        return None
    told = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    assert isinstance(told, Read)
    return Kept(name, str(told["To"]), str(told["From"]), str(told["Subject"]).strip(),
                parsedate_to_datetime(told["Date"]).astimezone(ZONE), _part(told, "plain"),
                _part(told, "html"))  # fmt: skip


def _part(told: Read, kind: str) -> str:
    found = told.get_body((kind,))
    return str(found.get_content()) if found is not None else ""
