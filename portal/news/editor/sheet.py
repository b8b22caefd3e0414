"""The whole editor of one article: its fields, its authors, its blocks."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from functools import cached_property
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict

from portal.base.clock import ZONE
from portal.base.refused import Refused
from portal.base.rules import Refusal
from portal.base.text import is_number
from portal.files.models import Attachment, Picture
from portal.news.editor import groups
from portal.news.editor.blocks import FORMS, BlockForm, ParagraphForm, words_shown
from portal.news.editor.forms import ArticleForm, AuthorForms, writers
from portal.news.editor.forms.article import MENDED
from portal.news.editor.keeping import Keeper, sentences
from portal.news.editor.mended import Mending
from portal.news.editor.needs import Needs, needs
from portal.news.editor.values import AT_FIELD, HOURS, key, minute, nested, settled
from portal.news.intake import as_body
from portal.news.models import Article
from portal.people.models import Person
from portal.plan.models import PlanEntry
from portal.plan.queries import suggest

Files = MultiValueDict[str, UploadedFile]


class Editor:
    """One article on screen: unbound shows the draft, bound shows what was typed."""

    def __init__(
        self, draft: Article, *, person: Person, at: datetime, hash: str, on_board: bool, data: QueryDict | None = None,
        files: Files | None = None,
    ) -> None:  # fmt: skip
        self.draft, self.person, self.at = draft, person, at
        self.urgent = on_board or draft.urgent_template_id is not None
        self.data = data.copy() if data is not None else None
        self.stored_body = as_body(draft)
        self.bylines = [(line.person, line.share) for line in draft.bylines.all()]
        self.keeper = Keeper(person, at, frozenset(draft.shown_pictures()), frozenset(draft.shown_attachments()))
        self.writers = writers() | {str(one.pk): (one.username, str(one)) for one, _ in self.bylines}
        common: dict[str, Any] = {"data": self.data, "files": files}
        self.form = ArticleForm(**common, initial=self._initial(hash), draft=draft, person=person, at=at,
                                urgent=self.urgent)  # fmt: skip
        names = [(pk, name) for pk, (_, name) in self.writers.items()]
        shares = [{"person": str(one.pk), "share": share} for one, share in self.bylines]
        self.authors = AuthorForms(data=self.data, initial=shares, prefix="authors", form_kwargs={"people": names})
        self.blocks = list(self._blocks(files))
        self.sent: list[BlockForm] = []
        self.mending = Mending()
        self._give_pictures()

    def _initial(self, hash: str) -> dict[str, Any]:
        draft = self.draft
        names = set(ArticleForm.base_fields) - {"section", "topic", "received_file", "based_on", *HOURS}
        plain = {name: getattr(draft, name) for name in names - {"plan_entry", "urgent_template", "received_original"}}
        return plain | {name: minute(getattr(draft, name)) for name in HOURS} | {
            "section": draft.section.slug, "topic": draft.topic.slug if draft.topic else "",
            "plan_entry": str(draft.plan_entry_id or ""), "urgent_template": str(draft.urgent_template_id or ""),
            "received_original": str(draft.received_original_id or ""), "based_on": hash,
        }  # fmt: skip

    # -- blocks --------------------------------------------------------------------------------------------------------

    def _blocks(self, files: Files | None) -> Iterator[BlockForm]:
        if self.data is None:
            for number, block in enumerate(self.stored_body):
                shown = FORMS[block["type"]].shown(block["value"])
                yield FORMS[block["type"]](number, keeper=self.keeper, initial=shown)
            if not self.stored_body:
                yield ParagraphForm(0, keeper=self.keeper)
            return
        for said in self.data.getlist("khoi"):
            given, _, kind = said.partition(":")
            if is_number(given) and kind in FORMS:
                yield FORMS[kind](int(given), self.data, files, keeper=self.keeper)

    def _give_pictures(self) -> None:
        found = Picture.objects.in_bulk({pk for block in self.blocks for pk in block.pictures_wanted()})
        for block in self.blocks:
            block.give_pictures(found)

    def rearrange(self, verb: str, what: str) -> None:
        """`up`, `down`, `drop` a block by its number; `add` one by its kind."""
        if verb == "add" and what in FORMS:
            number = max((block.number for block in self.blocks), default=-1) + 1
            self.blocks.append(FORMS[what](number, keeper=self.keeper))
        at = next((index for index, block in enumerate(self.blocks) if str(block.number) == what), None)
        if verb not in ("up", "down", "drop") or at is None:
            return
        block = self.blocks.pop(at)
        if verb != "drop":
            self.blocks.insert(max(0, at + (-1 if verb == "up" else 1)), block)

    # -- before anything is looked at ------------------------------------------------------------------------------------

    def mend(self) -> None:
        """Mend the words somebody typed here; what stands as it was shown is not his, broken or not (R-TEXT-01)."""
        assert self.data is not None
        shown = self._initial("")
        for name in MENDED:
            typed = self.form.said(name)
            if typed != shown[name]:
                self.data[name] = self.mending.mend(str(self.form.fields[name].label), typed)
        known = {one for block in self.stored_body for one in words_shown(block["type"], block["value"])}
        for block in self.blocks:
            block.mend(self.mending, known)

    def settle(self, *, saving: bool) -> None:
        """Keep every file that came along before anything else is looked at."""
        for block in self.blocks:
            block.settle(saving=saving)
        upload = self.form.files.get("received_file")
        if upload is not None and self.data is not None:
            try:
                self.data["received_original"] = str(self.keeper.document(upload, title="").pk)
            except Refused as refused:
                self.form.keeper_refusals = sentences(refused)

    def add_author(self) -> None:
        if self.data is not None:
            name = f"{self.authors.prefix}-TOTAL_FORMS"
            self.data[name] = str(min(20, len(self.authors.forms) + 1))
            del self.authors.forms

    def take_plan_entry(self, pk: str) -> None:
        if self.data is not None:
            self.data["plan_entry"] = pk

    # -- what was typed ------------------------------------------------------------------------------------------------

    def is_valid(self) -> bool:
        return all([self.form.is_valid(), self.authors.is_valid(), *(block.is_valid() for block in self.blocks)])

    def given(self) -> dict[str, Any]:
        """What is on screen, in the words of `news.actions.edit`."""
        said = self.form.cleaned_data | {"summary": self.form.cleaned_data["summary"].replace("\r\n", "\n")}
        for name in HOURS:
            kept = getattr(self.draft, name)
            said[name] = kept if said[name] == minute(kept) else said[name]
        named = [form.cleaned_data for form in self.authors.forms if form.cleaned_data.get("person")]
        authors = [
            {"username": self.writers[one["person"]][0]} | ({} if one["share"] is None else {"share": one["share"]})
            for one in named
        ]
        return nested(said) | {"body": self._body(), "authors": authors}

    def _body(self) -> list[dict[str, Any]]:
        """The blocks with something in them; one that says the same as before is kept to the letter."""
        before = {key(block["type"], settled(**block)): block["value"] for block in self.stored_body}
        body, self.sent = [], []
        for block in self.blocks:
            value = block.value()
            if value is not None:
                self.sent.append(block)
                body.append({"type": block.kind, "value": before.get(key(block.kind, value), value)})
        return body

    def changes(self, given: Mapping[str, Any]) -> bool:
        """Whether anything differs from the draft; saving nothing makes nobody an editor of it."""
        draft, initial = self.draft, self._initial("")
        initial |= {name: getattr(draft, name) for name in HOURS}
        authors = [{"username": one.username, "share": share} for one, share in self.bylines]
        return dict(given) != nested(initial) | {"body": self.stored_body, "authors": authors}

    def refuse(self, refusals: tuple[Refusal, ...]) -> None:
        """Show each refusal at its field, or on top where it has none on this screen."""
        for refusal in refusals:
            name = AT_FIELD.get(refusal.field, refusal.field)
            index = name[5:-1] if name.startswith("body[") else ""
            if index.isdigit() and int(index) < len(self.sent):
                block = self.sent[int(index)]
                shown = [field for field in block.fields if not block.fields[field].widget.is_hidden]
                block.add_error(shown[0] if shown else None, str(refusal))
            elif name in self.form.fields and not self.form.fields[name].widget.is_hidden:
                self.form.add_error(name, str(refusal))
            elif name == "authors":
                self.authors.non_form_errors().append(str(refusal))
            else:
                self.form.add_error(None, str(refusal))

    # -- on screen -----------------------------------------------------------------------------------------------------

    @cached_property
    def needs(self) -> Needs:
        """The checklist beside the text."""
        return needs(self)

    @cached_property
    def offer(self) -> PlanEntry | None:
        """The plan entry this article is likely about, where another one is chosen."""
        day = self.draft.event_start.astimezone(ZONE).date() if self.draft.event_start else self.at.date()
        found = suggest(day, self.draft.section.slug)
        return found if found is not None and str(found.pk) != self.form.said("plan_entry") else None

    @cached_property
    def original(self) -> Attachment | None:
        """What was received, as it came."""
        pk = self.form.said("received_original")
        found = Attachment.objects.filter(pk=int(pk)).first() if is_number(pk) else None
        kept = found is not None and (found.pk == self.draft.received_original_id or self.keeper.may_use(found))
        return found if kept else None

    def opening_groups(self) -> list[groups.Group]:
        return groups.opening(self)

    def closing_groups(self) -> list[groups.Group]:
        return groups.closing(self)

    @property
    def named(self) -> list[str]:
        """Names of the authors chosen, for the folded group."""
        chosen = [str(form["person"].value() or "") for form in self.authors.forms]
        return [self.writers[pk][1] for pk in chosen if pk in self.writers]

    @property
    def several(self) -> bool:
        """Whether the authors' group has something to show."""
        return len(self.named) != 1 or len(self.authors.forms) > 2 or bool(self.authors.non_form_errors())
