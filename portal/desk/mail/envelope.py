"""A letter as mail: two forms of the same words, headers nobody's name can break."""

import hashlib
from dataclasses import dataclass
from email.utils import formataddr
from typing import Any

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string

from portal.base.models import School
from portal.base.text import nfc
from portal.desk.mail.rules import domain_of
from portal.desk.models import Letter
from portal.news.presenters import absolute

LONGEST = 160  # characters of a subject


@dataclass(frozen=True)
class Paper:
    """What a letter says: its subject, its template, what that shows."""

    subject: str
    template: str
    words: dict[str, Any]


def one_line(text: str, most: int = LONGEST) -> str:
    """A text as one line of a header: no break of any kind, no control character, not too long."""
    told = " ".join(nfc(text).split())
    return told if len(told) <= most else told[: most - 1].rstrip() + "…"


def envelope(paper: Paper, letter: Letter, *, to: str) -> EmailMultiAlternatives:
    """The mail itself; its Message-ID is the letter's own, so that one sent twice is one to the reader's machine."""
    school = School.objects.values_list("name", flat=True).first() or "Cổng Trường"
    sender = settings.DEFAULT_FROM_EMAIL
    subject = one_line(paper.subject)
    words = {**paper.words, "subject": subject, "school": school, "home": absolute("/"), "kind": letter.kind,
             "wishes_url": absolute("/viec/thu/")}  # fmt: skip
    mark = hashlib.sha256(f"{letter.pk} {letter.key} {letter.made_at.isoformat()}".encode()).hexdigest()[:16]
    message = EmailMultiAlternatives(
        subject, render_to_string(f"desk/mail/{paper.template}.txt", words), to=[to],
        from_email=formataddr((one_line(school, 60), sender)) if "<" not in sender else sender,
        headers={
            "Message-ID": f"<thu-{letter.pk}.{mark}@{domain_of(sender) or 'cong-truong.invalid'}>",
            "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All",
        },
    )  # fmt: skip
    message.attach_alternative(render_to_string(f"desk/mail/{paper.template}.html", words), "text/html")
    return message
