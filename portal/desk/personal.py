"""What the detector found in a text, as the screens show it: to its author a warning, to its reviewers what to answer."""

from dataclasses import dataclass

from portal.approval.models import DataAnswer
from portal.approval.queries import Look, answer_refused, before, look
from portal.approval.rules import Found
from portal.base.rules import Refusal
from portal.desk.passages import when
from portal.desk.queries import Seen
from portal.files.models import Attachment


@dataclass(frozen=True)
class Place:
    """One finding on screen; `said` is what was answered, by whom and when, "" while nobody did."""

    found: Found
    said: str
    by: str
    typed: str = ""
    error: str = ""

    @property
    def sentence(self) -> str:
        """Where and how much: "Phần 2 của thân bài: 3 chỗ, ví dụ N… T… M…"."""
        if self.found.note:
            return f"{self.found.where[0].upper()}{self.found.where[1:]}: {self.found.note}"
        told = f"{self.found.where[0].upper()}{self.found.where[1:]}: {self.found.count} chỗ"
        shown = ", ".join(one for one in self.found.samples if one.strip("…/ "))
        return f"{told}, ví dụ {shown}" if shown else told


@dataclass(frozen=True)
class Data:
    """The whole of it; `url` where this person may answer, `refusal` why he may not."""

    places: tuple[Place, ...]
    waiting: tuple[Attachment, ...]
    open: int
    url: str = ""
    refusal: Refusal | None = None
    writer: bool = False


def shown_data(item: Seen, typed: dict[str, str] | None = None, errors: dict[str, str] | None = None) -> Data | None:
    """What was found in the newest text, None where nothing was; `typed` is what somebody wrote and could not be kept."""
    seen: Look = look(item.draft, item.case, item.at)
    if not seen:
        return None
    refusal = answer_refused(item.standing, item.person.pk)
    earlier = before(item.case) if typed is None and refusal is None and seen.open else {}
    return Data(
        tuple(_place(one.found, one.answer, typed or earlier, errors or {}) for one in seen.asked), seen.waiting, seen.open,
        f"/viec/{item.page.pk}/du-lieu-ca-nhan/" if refusal is None and seen.asked else "", refusal,
        item.person.pk in item.standing.hands.writers,
    )  # fmt: skip


def _place(found: Found, answer: DataAnswer | None, typed: dict[str, str], errors: dict[str, str]) -> Place:
    said, by = (answer.reason, f"{answer.by}, {when(answer.at)}") if answer is not None else ("", "")
    return Place(found, said, by, typed.get(found.key, said), errors.get(found.key, ""))
