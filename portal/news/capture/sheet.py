"""The one screen of a quick text: what was typed and chosen, the photos, and what the portal makes of them."""

import re
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from django.http import HttpRequest, QueryDict

from portal.base.refused import Refused
from portal.base.text import is_number
from portal.news.capture.album import MOST, UPLOADS, Album
from portal.news.capture.forms import CaptureForm
from portal.news.capture.photos import hour_sent
from portal.news.capture.suggest import Said, Suggestion, World
from portal.news.editor.keeping import CHANNEL, Keeper
from portal.news.editor.mended import Mending
from portal.people.models import Person
from portal.pupils.actions import declare_picture
from portal.pupils.rules import Seen

CHIPS = ("section", "genre", "plan_entry")
HOURS = ("event_start", "event_end", "opening_at")
WORDS = ("text", "title", "place", *CHIPS)
MENDED = {"text": "Bài", "title": "Tiêu đề", "place": "Địa điểm", "common_caption": "Chú thích chung"}
CAPTION = re.compile(rf"{UPLOADS}-\d+-(?:caption|alt)")


class Sheet:
    """Unbound on GET, bound on POST. Photos still on the device are told of by `coming`, `silent` and `taken`."""

    def __init__(self, person: Person, at: datetime, request: HttpRequest) -> None:
        self.person, self.at, self.world = person, at, World(person, at)
        bound = request.method == "POST"
        self.data = request.POST.copy() if bound else QueryDict(mutable=True)
        self.key = _key(self.data.get("key", ""))
        self.data["key"] = str(self.key)
        self.form = CaptureForm(self.data if bound else None, initial=self._first(request.GET), world=self.world)
        self.album = Album(Keeper(person, at, frozenset(), frozenset()), self.data, request.FILES)
        self.refused: list[str] = []
        self.mending = Mending()

    def mend(self) -> None:
        """Mend broken typing before anything is kept (R-TEXT-01)."""
        for name in [*MENDED, *filter(CAPTION.fullmatch, self.data)]:
            if typed := self.data.get(name):
                self.data[name] = self.mending.mend(MENDED.get(name, "Chú thích"), typed.replace("\r\n", "\n"))

    def _first(self, asked: QueryDict) -> dict[str, Any]:
        """What an address may choose beforehand: a plan entry, a section."""
        entries, sections = {str(one.pk) for one in self.world.entries}, {one.slug for one in self.world.sections}
        entry, section = asked.get("viec", ""), asked.get("chuyen-muc", "")
        return {"key": self.key, "plan_entry": entry if entry in entries else "",
                "section": section if section in sections else ""}  # fmt: skip

    @property
    def common(self) -> str:
        """The line for every photo without one of its own, where the writer wished so."""
        if not self.form["common"].value():
            return ""
        return self.form.said("common_caption") or Suggestion(self._said(0, 0, ()), self.world).title

    @property
    def suggestion(self) -> Suggestion:
        """What the portal makes of it."""
        coming = _number(self.data.get("coming"))
        silent = 0 if self.common else self.album.without_words + _number(self.data.get("silent"))
        taken = [at for said in self.data.getlist("taken") if (at := hour_sent(said)) is not None]
        return Suggestion(self._said(len(self.album.shots) + coming, silent, (*self.album.taken, *taken)), self.world)

    def _said(self, photos: int, without_words: int, taken: tuple[datetime, ...]) -> Said:
        words = {name: self.form.said(name) for name in WORDS}
        _ = self.form.errors  # looks at what came, once
        hours = {name: getattr(self.form, "cleaned_data", {}).get(name) for name in HOURS}
        return Said(**words, **hours, photos=photos, taken=taken, without_words=without_words,
                    consent=bool(self.form["consent"].value()))  # fmt: skip

    def given(self) -> dict[str, Any]:
        """The draft in the words of `news.actions.write`."""
        return self.suggestion.given(self.album.block(self.common))

    def hints(self) -> dict[str, Any]:
        """What the screen shows of the guesses: three choices with their reasons, hours, what is lacking."""
        guessed = self.suggestion
        self.form.wear(guessed)
        begun = guessed.title or guessed.said.photos
        lacks = [{"ok": False, "label": one.message, "clause": one.clause} for one in guessed.lacks()] if begun else []
        ready = [{"ok": True, "label": "Đủ những gì thể loại này cần; trình được ngay.", "clause": ""}] if begun else []
        return {"chips": [self.form[name] for name in CHIPS], "guessed": guessed, "checks": lacks or ready}

    def is_valid(self) -> bool:
        """Whether there is something to send, and nothing on the screen is wrong."""
        fine = self.form.is_valid() and not self.album.errors
        if not self.album.shots and not self.form.said("text") and not self.form.said("title"):
            self.form.add_error("text", "Chưa có ảnh, chưa có chữ: hãy gõ ít nhất một dòng.")
            return False
        return fine

    def declare(self) -> None:
        """Say of each photo who can be recognised in it, where one word was said of all (R-PIC-01)."""
        seen = self.form.cleaned_data["seen"]
        shown = [shot.stored for shot in self.album.shots if seen and shot.stored is not None]
        for picture in shown:
            declare_picture(picture, seen=Seen(seen), by=self.person, at=self.at, channel=CHANNEL)

    def refuse(self, refused: Refused) -> None:
        """Each refusal at its field, or on top; after one of R-CAPTURE-05 what is sent next is another text."""
        for refusal in refused.refusals:
            name = "text" if refusal.field in ("title", "body") else refusal.field
            if name in self.form.fields:
                self.form.add_error(name, str(refusal))
            else:
                self.refused.append(str(refusal))
            if refusal.rule == "R-CAPTURE-05":
                self.data["key"] = str(uuid4())


def _key(said: str | None) -> UUID:
    """The key a device sent, or a new one."""
    try:
        return UUID(said or "")
    except ValueError:
        return uuid4()


def _number(said: str | None) -> int:
    return min(int(said), MOST) if said and is_number(said) else 0
