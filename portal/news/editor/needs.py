"""What the text on screen needs before it goes on its way, what is there and what is not; every rule is `news.rules`'."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from portal.base.text import is_number
from portal.news.editor.values import AT_FIELD
from portal.news.models import Section
from portal.news.rules import DESCRIBED, Check, Draft, checklist

if TYPE_CHECKING:
    from portal.news.editor.blocks import BlockForm
    from portal.news.editor.sheet import Editor

ELSEWHERE = {"body": "#noi-dung-bai", "authors": "#tac-gia"}


@dataclass(frozen=True)
class Need:
    """One line of the list, with the way to its field."""

    check: Check
    href: str


@dataclass(frozen=True)
class Needs:
    """The list beside the text."""

    items: list[Need] = field(default_factory=list)

    @property
    def missing(self) -> int:
        return sum(not need.check.ok for need in self.items)

    @property
    def sentence(self) -> str:
        return f"Còn thiếu {self.missing} mục" if self.missing else "Đã đủ để trình"

    @property
    def fields(self) -> set[str]:
        """Fields of the screen in which something is missing."""
        return {AT_FIELD.get(need.check.field, need.check.field) for need in self.items if not need.check.ok}


def needs(editor: "Editor") -> Needs:
    """The list for the text as it is in the form: as stored when nothing was sent, as typed otherwise."""
    looked_at = editor.draft.checked() if editor.data is None else typed(editor)
    found = Needs([Need(check, href(editor, check)) for check in checklist(looked_at, editor.at)])
    mark(editor, found)
    return found


def href(editor: "Editor", check: Check) -> str:
    if (block := at_block(editor, check)) is not None:
        return f"#{block.first_field().id_for_label}"
    if check.rule == DESCRIBED:
        bare = (name for block in editor.blocks for name, described in block.pictures_told() if not described)
        return f"#{next(bare, 'noi-dung-bai')}"
    return ELSEWHERE.get(check.field) or f"#id_{AT_FIELD.get(check.field, check.field)}"


def filled(editor: "Editor") -> "list[BlockForm]":
    """The blocks with something in them, as they are counted in `body[…]`."""
    return [block for block in editor.blocks if block.value() is not None]


def at_block(editor: "Editor", check: Check) -> "BlockForm | None":
    """The block a check speaks of, None where of the whole text."""
    return filled(editor)[int(check.field[5:-1])] if check.field.startswith("body[") else None


def mark(editor: "Editor", found: Needs) -> None:
    """Say at each block what it lacks."""
    for need in found.items:
        if (block := at_block(editor, need.check)) is not None:
            block.lacks.append(need.check)


def typed(editor: "Editor") -> Draft:
    """What was typed, as the checklists look at it; nothing of it need be valid yet."""
    form = editor.form
    shots = [described for block in editor.blocks for _, described in block.pictures_told()]
    section = form.sections.get(form.said("section"))
    plain = {name: form.said(name) for name in (
        "title", "summary", "genre", "kind", "place", "interviewee", "source_name", "source_url", "advertiser_name",
        "advertiser_contact",
    )}  # fmt: skip
    return Draft(
        **plain, notice=bool(form["notice"].value()), consent=bool(form["consent"].value()),
        has_text=any(block.is_text and block.value() is not None for block in editor.blocks),
        pictures=len(shots), pictures_without_alt=shots.count(False), section_chosen=section is not None,
        opening_at=form.hour("opening_at"), event_start=form.hour("event_start"), event_end=form.hour("event_end"),
        expires_at=form.hour("expires_at"), internal=form.said("audience") == Section.Reach.INTERNAL,
        internal_section=section is not None and section.audience == Section.Reach.INTERNAL,
        urgent=bool(form.said("urgent_template")), shares=tuple(shares(editor)),
        body=tuple((block.kind, block.value()) for block in filled(editor)),
    )  # fmt: skip


def shares(editor: "Editor") -> list[int]:
    """The authors' parts; whoever has none written gets an equal one, as when it is kept."""
    given = [str(form["share"].value() or "").strip() for form in editor.authors.forms if form["person"].value()]
    equal = [100 // len(given) + (index < 100 % len(given)) for index in range(len(given))]
    return [int(said) if is_number(said) else share for said, share in zip(given, equal, strict=True)]
