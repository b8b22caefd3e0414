"""What was read from a sheet, carried through the page somebody looks at it on: signed, so that what is kept is what was shown.
Nothing of a dry run is stored."""

from typing import Any

from django.core import signing
from django.http import HttpRequest

from portal.files.actions import look_into
from portal.files.office.paper import Unreadable
from portal.files.queries import book_sheets
from portal.pupils.gate import Here

MINUTES = 60
FIELD = "mang-theo"


def rows_in(upload: Any, here: Here) -> list[list[str]]:
    """The rows of the first sheet that has any. Raises Unreadable, Refused."""
    raw = upload.read()
    look_into(raw, name="bang-tinh.xlsx", field="file", **here.about)  # the name may tell of children: it goes nowhere
    for _, rows in book_sheets(raw):
        if any(any(row) for row in rows):
            return rows
    raise Unreadable("Bảng tính này trống.")


def packed(what: Any, salt: str) -> str:
    """To stand in a hidden field of the page; `salt` says what for."""
    return signing.dumps(what, salt=salt, compress=True)


def unpacked(request: HttpRequest, salt: str) -> Any:
    """What the page carried; None where it is too old or not ours."""
    try:
        return signing.loads(request.POST.get(FIELD, ""), salt=salt, max_age=MINUTES * 60)
    except signing.BadSignature:
        return None
