"""No line of any log, and no report of a fault, carries the secret of a mail link or of a calendar (Điều 14.3, 15.3)."""

import logging
import re

from django.utils.safestring import SafeString
from django.views.debug import ExceptionReporter

SECRET = re.compile(r"(?:/|%2[fF])(?:thu|lich)(?:/|%2[fF])([A-Za-z0-9_-]{16,})")


def mask(text: str) -> str:
    """The same words with the secret of every mail link struck out: in its address, where that is quoted in another's
    query, and wherever else in these words it stands bare."""
    for secret in set(SECRET.findall(text)):
        text = text.replace(secret, "…")
    return text


class MaskLinks(logging.Filter):
    """Strikes the secrets out of a record before any handler writes it, with its traceback."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg, record.args = mask(record.getMessage()), ()
        if record.exc_info and not record.exc_text:
            record.exc_text = logging.Formatter().formatException(record.exc_info)
        record.exc_text = mask(record.exc_text) if record.exc_text else record.exc_text
        record.stack_info = mask(record.stack_info) if record.stack_info else record.stack_info
        return True


class MaskedReporter(ExceptionReporter):
    """What is shown or mailed of a fault, the secrets struck out, out of its local variables too."""

    def get_traceback_html(self) -> SafeString:
        return SafeString(mask(super().get_traceback_html()))

    def get_traceback_text(self) -> SafeString:
        return SafeString(mask(super().get_traceback_text()))
