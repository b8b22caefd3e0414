"""What every paper of the records is begun and filled with: its words, its files, the place it hangs in (Điều 14.2)."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from portal.approval import actions as approval
from portal.approval.mixins import ApprovedPage
from portal.base.text import nfc, one_line
from portal.files.models import Attachment
from portal.people.models import Person
from portal.records.branches import free_slug
from portal.records.models import RecordsIndex


def hang(draft: ApprovedPage, parent: RecordsIndex, name: str, *, by: Person, at: datetime, channel: str) -> None:
    """Put a new draft below `parent`, at the free address nearest to `name`, and open its case."""
    draft.slug = free_slug(parent, name)
    parent.add_child(instance=draft)
    draft.save_revision(user=by, log_action=True)
    approval.open_case(draft, by=by, at=at, channel=channel)


def take_words(draft: ApprovedPage, given: Any, lines: Iterable[str], texts: Iterable[str]) -> None:
    """Copy words from plain values, composed and trimmed: `lines` are of one line, `texts` of any."""
    for name in lines:
        setattr(draft, name, one_line(nfc(getattr(given, name))).strip())
    for name in texts:
        setattr(draft, name, nfc(getattr(given, name)).replace("\r\n", "\n").strip())


def numbers(files: Sequence[Attachment]) -> list[int]:
    """The files by number, each once, in their order."""
    return list(dict.fromkeys(one.pk for one in files))


def own(files: Sequence[Attachment], by: Person) -> set[int]:
    """Those somebody sent himself and that are no room's secret."""
    return {one.pk for one in files if one.uploaded_by_user_id == by.pk and not one.guarded}
