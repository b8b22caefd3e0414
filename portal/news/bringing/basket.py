"""What somebody sends with the form, and what of it is kept when something beside it is wrong."""

from datetime import datetime
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.utils.datastructures import MultiValueDict

from portal.base.refused import Refused, refuse_if
from portal.base.rules import Refusal
from portal.base.text import is_number
from portal.news.bringing import actions, came, doorstep
from portal.news.bringing.came import Came
from portal.news.bringing.queries import held_for, held_in
from portal.news.bringing.queued import forget
from portal.news.bringing.rules import something_came
from portal.news.editor.keeping import CHANNEL
from portal.news.models import Bringing, Brought
from portal.people.models import Person


class Basket:
    """The files chosen now and those held from before; `drop` names held ones that are wanted no more."""

    def __init__(self, data: Any, files: "MultiValueDict[str, UploadedFile]", person: Person, at: datetime) -> None:
        self.by, self.at = person, at
        self.uploads = files.getlist("papers")
        self.held = held_for(data.get("held", ""), person)
        dropped = [int(pk) for pk in data.getlist("drop") if is_number(pk)]
        if self.held is not None and dropped:
            forget(self.held.papers.filter(state=Brought.State.HELD, pk__in=dropped))
        self.kept = held_in(self.held)

    @property
    def _common(self) -> dict[str, Any]:
        return {"by": self.by, "at": self.at, "channel": CHANNEL}

    def begin(self, pasted: str, html: str, data: dict[str, Any]) -> Brought | Bringing:
        """A draft at once, or papers the worker will read. Raises Refused: 403, 409, 422."""
        try:
            return self._begun(pasted, html, data)
        except Refused as refused:
            if any(one.field == "papers" for one in refused.refusals):
                self.uploads = []  # what is wrong is wrong with them
            raise

    def _begun(self, pasted: str, html: str, data: dict[str, Any]) -> Brought | Bringing:
        total = sum(one.size or 0 for one in self.uploads) + sum(row.waiting.size for row in self.kept)
        refuse_if(something_came(len(self.uploads) + len(self.kept), pasted, total))
        if pasted.strip():
            return self._begin_paste(Came(pasted=pasted, html=html), data)
        if len(self.uploads) == 1 and not self.kept and not takes_long(self.uploads[0]):
            return actions.bring_file(self.uploads[0], data=data, **self._common)
        if refusals := self.hold():
            raise Refused(*refusals)
        assert self.held is not None
        return doorstep.go_on(self.held, data=data, **self._common)

    def _begin_paste(self, paste: Came, data: dict[str, Any]) -> Brought | Bringing:
        if paste.takes_long:
            return doorstep.paste_waits(paste, data=data, **self._common)
        return actions.bring_pasted(paste.pasted, paste.html, data=data, **self._common)

    def hold(self) -> list[Refusal]:
        """Keep the chosen files that may be read; why the others may not."""
        uploads, self.uploads = self.uploads, []
        self.held, refusals = doorstep.hold(uploads, into=self.held, **self._common)
        self.kept = held_in(self.held)
        return refusals


def takes_long(upload: UploadedFile) -> bool:
    """Whether to read it would keep somebody waiting."""
    head = upload.read(came.HEAD)
    upload.seek(0)
    return came.takes_long(head, upload.size or 0)
