"""The fields of an article by groups, and the whole editor: fields, authors, blocks."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.forms.boundfield import BoundField
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict

from portal.base.clock import ZONE
from portal.base.refused import Refused
from portal.base.rules import Refusal
from portal.base.text import is_number, name_key
from portal.files.models import Attachment, Picture
from portal.news.editor.blocks import DOCUMENTS, FORMS, BlockForm, ParagraphForm, TableForm, row_cells, row_text
from portal.news.editor.keeping import Keeper, sentences
from portal.news.editor.markup import as_html, as_text
from portal.news.intake import as_body
from portal.news.models import Article, Section, UrgentTemplate
from portal.news.queries import topics, writable_sections
from portal.news.rules import GENRE_TITLES
from portal.people.models import Person
from portal.people.rules import Kind
from portal.plan.models import PlanEntry
from portal.plan.queries import open_entries, suggest

HOUR = "%Y-%m-%dT%H:%M"
HOURS = ("event_start", "event_end", "opening_at", "expires_at", "source_published_at", "received_at")
NOTHING = [("", "– không –")]
AT_FIELD = {  # where a refusal is shown, when not at the field of its own name
    "source": "source_name", "source.name": "source_name", "source.author": "source_author", "source.url": "source_url",
    "source.published_at": "source_published_at", "advertiser": "advertiser_name",
    "advertiser.name": "advertiser_name", "advertiser.contact": "advertiser_contact",
    "received_from": "received_name", "received_from.name": "received_name", "received_from.unit": "received_unit",
    "received_from.received_at": "received_at",
}  # fmt: skip


def hour(label: str, **kwargs: Any) -> forms.DateTimeField:
    widget = forms.DateTimeInput(format=HOUR, attrs={"type": "datetime-local"})
    return forms.DateTimeField(label=label, required=False, widget=widget, input_formats=[HOUR, "%Y-%m-%dT%H:%M:%S"],
                               error_messages={"invalid": "Ngày giờ chưa đúng."}, **kwargs)  # fmt: skip


def line(label: str, most: int, **kwargs: Any) -> forms.CharField:
    """A line whose length `news.intake` judges, so that what was typed too long is still there."""
    kwargs.setdefault("required", False)
    widget = kwargs.pop("widget", forms.TextInput(attrs={"maxlength": most}))
    return forms.CharField(label=label, widget=widget, **kwargs)


class FirstForm(forms.Form):
    """What a new article begins with."""

    use_required_attribute = False
    section = forms.ChoiceField(label="Chuyên mục", error_messages={"required": "Hãy chọn chuyên mục."})
    genre = forms.ChoiceField(label="Thể loại", choices=list(GENRE_TITLES.items()))
    title = line("Tiêu đề", 255, required=True, widget=forms.TextInput(attrs={"maxlength": 255, "data-dia-chi": ""}),
                 error_messages={"required": "Bài cần có tiêu đề, có thể sửa sau."})  # fmt: skip

    def __init__(self, *args: Any, person: Person, at: datetime, **kwargs: Any) -> None:
        super().__init__(*args, label_suffix="", **kwargs)
        sections = [(section.slug, section_label(section)) for section in writable_sections(person, at)]
        self.fields["section"].choices = [("", "– chọn chuyên mục –"), *sections]


def section_label(section: Section) -> str:
    return f"{section.title} (nội bộ)" if section.audience == Section.Reach.INTERNAL else section.title


class ArticleForm(forms.Form):
    """Everything about an article but its blocks and its authors."""

    use_required_attribute = False
    title = line("Tiêu đề", 255, widget=forms.TextInput(attrs={"maxlength": 255, "data-dia-chi": ""}))
    section = forms.ChoiceField(label="Chuyên mục")
    genre = forms.ChoiceField(label="Thể loại", choices=list(GENRE_TITLES.items()))
    notice = forms.BooleanField(label="Đây là một thông báo", required=False)
    summary = line("Tóm tắt", 600, widget=forms.Textarea(attrs={"rows": 3, "maxlength": 600}),
                   help_text="Một hai câu, hiện ở trang chủ và trong danh sách.")  # fmt: skip
    kind = forms.ChoiceField(label="Loại nội dung", choices=Article.Origin.choices)
    source_name = line("Tên nguồn", 200)
    source_author = line("Tác giả bài gốc", 200)
    source_url = forms.CharField(label="Địa chỉ bài gốc", required=False,
                                 widget=forms.URLInput(attrs={"maxlength": 500}))  # fmt: skip
    source_published_at = hour("Nguồn đăng lúc")
    advertiser_name = line("Đơn vị được đăng tin", 200)
    advertiser_contact = line("Cách liên hệ", 300)
    plan_entry = forms.ChoiceField(label="Việc trong kế hoạch", required=False)
    topic = forms.ChoiceField(label="Chuyên đề", required=False)
    event_start = hour("Diễn ra từ")
    event_end = hour("Diễn ra đến")
    opening_at = hour("Giờ khai mạc", help_text="Với tin hội nghị.")
    place = line("Địa điểm", 200)
    photographer = line("Người chụp ảnh", 120)
    interviewee = line("Người được phỏng vấn, được hỏi", 200)
    consent = forms.BooleanField(
        label="Người trong ảnh, người được hỏi đã đồng ý (với học sinh: cả gia đình)", required=False
    )
    received_name = line("Nhận từ", 120)
    received_unit = line("Đơn vị gửi", 200)
    received_at = hour("Nhận lúc")
    received_original = forms.CharField(required=False, widget=forms.HiddenInput)
    received_file = forms.FileField(label="Bản gốc nhận được", required=False,
                                    widget=forms.FileInput(attrs={"accept": DOCUMENTS}))  # fmt: skip
    audience = forms.ChoiceField(label="Ai đọc", choices=Section.Reach.choices)
    urgent_template = forms.ChoiceField(label="Mẫu thông báo khẩn", required=False,
                                        help_text="Chỉ có những mẫu Trưởng ban đã duyệt trước.")  # fmt: skip
    expires_at = hour("Hết hạn", help_text="Từ giờ này bài không còn trên cổng. Thông báo khẩn phải có.")
    based_on = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, draft: Article, person: Person, at: datetime, **kwargs: Any) -> None:
        super().__init__(*args, label_suffix="", **kwargs)
        self.draft, self.keeper_refusals = draft, list[str]()
        sections = {section.slug: section_label(section) for section in writable_sections(person, at)}
        sections.setdefault(draft.section.slug, section_label(draft.section))
        self.fields["section"].choices = list(sections.items())
        self.fields["topic"].choices = NOTHING + [(topic.slug, topic.title) for topic in topics()]
        self.fields["plan_entry"].choices = plan_choices(draft, at)
        templates = UrgentTemplate.objects.filter(approved_at__isnull=False).values_list("pk", "title")
        self.fields["urgent_template"].choices = NOTHING + [(str(pk), title) for pk, title in templates]
        if person.kind == Kind.COLLABORATOR and draft.audience == Section.Reach.PUBLIC:
            self.fields["audience"].choices = Section.Reach.choices[:1]

    def clean_received_file(self) -> UploadedFile | None:
        if self.keeper_refusals:
            raise forms.ValidationError(self.keeper_refusals)
        return None


def plan_choices(draft: Article, at: datetime) -> list[Any]:
    """Entries that count, dated ones before standing ones, and the one chosen before whatever became of it."""
    entries = list(open_entries(at.date()))
    if draft.plan_entry is not None and draft.plan_entry not in entries:
        entries.insert(0, draft.plan_entry)
    dated = [(str(entry.pk), entry_label(entry)) for entry in entries if not entry.standing]
    usual = [(str(entry.pk), entry.title) for entry in entries if entry.standing]
    return [("", "– ngoài kế hoạch –"), ("Việc có ngày", dated), ("Việc thường xuyên", usual)]


def entry_label(entry: PlanEntry) -> str:
    days = f"{entry.starts:%d/%m}" if entry.starts == entry.ends else f"{entry.starts:%d/%m} – {entry.ends:%d/%m}"
    return f"{entry.title} ({days})"


class AuthorForm(forms.Form):
    person = forms.ChoiceField(label="Tác giả", required=False)
    share = forms.IntegerField(label="Phần (%)", required=False, min_value=0, max_value=100)
    use_required_attribute = False

    def __init__(self, *args: Any, people: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, label_suffix="", **kwargs)
        self.fields["person"].choices = [("", "– chọn người –"), *people]


AuthorForms = forms.formset_factory(AuthorForm, extra=1, max_num=20)


def writers() -> dict[str, tuple[str, str]]:
    """Everybody who may be named as an author: id → username, name; in the order of given names."""
    people = Person.objects.filter(is_active=True, kind__in=(Kind.STAFF, Kind.COLLABORATOR))
    ordered = sorted(people, key=lambda person: name_key(str(person)))
    return {str(person.pk): (person.username, str(person)) for person in ordered}


@dataclass(frozen=True)
class Group:
    """A stretch of fields under one heading."""

    title: str
    fields: list[BoundField]
    note: str = ""
    folded: bool = False
    open: bool = False
    shown_for: str = ""  # with which kind of content the screen shows it
    offer: PlanEntry | None = None
    original: Attachment | None = None


class Editor:
    """One article on screen: unbound shows the draft, bound shows what was typed."""

    def __init__(
        self, draft: Article, *, person: Person, at: datetime, hash: str, on_board: bool,
        data: QueryDict | None = None, files: MultiValueDict[str, UploadedFile] | None = None,
    ) -> None:  # fmt: skip
        self.draft, self.person, self.at = draft, person, at
        self.urgent = on_board or draft.urgent_template_id is not None
        self.data = data.copy() if data is not None else None
        self.stored_body = as_body(draft)
        self.bylines = [(line.person, line.share) for line in draft.bylines.all()]
        self.keeper = Keeper(person, at, frozenset(draft.shown_pictures()), frozenset(draft.shown_attachments()))
        self.writers = writers() | {str(one.pk): (one.username, str(one)) for one, _ in self.bylines}
        common: dict[str, Any] = {"data": self.data, "files": files}
        self.form = ArticleForm(**common, initial=self._initial(hash), draft=draft, person=person, at=at)
        names = [(pk, name) for pk, (_, name) in self.writers.items()]
        shares = [{"person": str(one.pk), "share": share} for one, share in self.bylines]
        self.authors = AuthorForms(data=self.data, initial=shares, prefix="authors", form_kwargs={"people": names})
        self.blocks = list(self._blocks(files))
        self.sent: list[BlockForm] = []
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

    def _blocks(self, files: MultiValueDict[str, UploadedFile] | None) -> Iterator[BlockForm]:
        if self.data is None:
            for number, block in enumerate(self.stored_body):
                shown = FORMS[block["type"]].shown(block["value"])
                yield FORMS[block["type"]](number, keeper=self.keeper, initial=shown)
            if not self.stored_body:
                yield ParagraphForm(0, keeper=self.keeper)
            return
        for said in self.data.getlist("khoi"):
            number, _, kind = said.partition(":")
            if is_number(number) and kind in FORMS:
                yield FORMS[kind](int(number), self.data, files, keeper=self.keeper)

    def _give_pictures(self) -> None:
        found = Picture.objects.in_bulk({pk for block in self.blocks for pk in block.pictures_wanted()})
        for block in self.blocks:
            block.give_pictures(found)

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

    def rearrange(self, verb: str, what: str) -> None:
        """`up`, `down`, `drop` a block by its number; `add` one by its kind."""
        if verb == "add" and what in FORMS:
            number = max((block.number for block in self.blocks), default=-1) + 1
            self.blocks.append(FORMS[what](number, keeper=self.keeper))
        at = next((index for index, block in enumerate(self.blocks) if str(block.number) == what), None)
        if verb == "add" or at is None:
            return
        block = self.blocks.pop(at)
        if verb != "drop":
            self.blocks.insert(max(0, at + (-1 if verb == "up" else 1)), block)

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
        before = {_key(block["type"], settled(**block)): block["value"] for block in self.stored_body}
        body, self.sent = [], []
        for block in self.blocks:
            value = block.value()
            if value is not None:
                self.sent.append(block)
                body.append({"type": block.kind, "value": before.get(_key(block.kind, value), value)})
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

    @property
    def offer(self) -> PlanEntry | None:
        """The plan entry this article is likely about, where another one is chosen."""
        day = self.draft.event_start.astimezone(ZONE).date() if self.draft.event_start else self.at.date()
        found = suggest(day, self.draft.section.slug)
        return found if found is not None and str(found.pk) != str(self.form["plan_entry"].value() or "") else None

    @property
    def original(self) -> Attachment | None:
        pk = str(self.form["received_original"].value() or "")
        found = Attachment.objects.filter(pk=int(pk)).first() if is_number(pk) else None
        kept = found is not None and (found.pk == self.draft.received_original_id or self.keeper.may_use(found))
        return found if kept else None

    def opening_groups(self) -> list[Group]:
        """What stands before the blocks."""
        return [Group("", self._fields("title", "summary", "section", "genre", "notice"))]

    def closing_groups(self) -> list[Group]:
        """What stands after the blocks."""
        origin, urgent = self._fields("kind"), self._fields("audience", "expires_at")
        urgent += self._fields("urgent_template") if self.urgent else []
        received = self._fields("received_name", "received_unit", "received_at", "received_file")
        event = self._fields("event_start", "event_end", "opening_at", "place")
        return [
            Group("Kế hoạch", self._fields("plan_entry", "topic"), offer=self.offer),
            Group("Sự kiện", event, folded=True, open=self._telling(event)),
            Group("Ảnh và người được hỏi", self._fields("photographer", "interviewee", "consent")),
            Group("Nguồn gốc", origin, note="Tin đăng lại và quảng cáo chỉ Trưởng ban duyệt (Điều 14.2)."),
            Group("Nguồn đăng lại", self._fields("source_name", "source_author", "source_url", "source_published_at"),
                  shown_for="repost"),
            Group("Đơn vị được đăng tin", self._fields("advertiser_name", "advertiser_contact"),
                  shown_for="advertisement"),
            Group("Bài nhận từ người khác", received, folded=True, open=self._telling(received),
                  note="Ghi khi bài do người hoặc đơn vị khác gửi đến; bản gốc được giữ lại.", original=self.original),
            Group("Ai đọc, bao lâu", urgent, folded=True,
                  open=self._telling(urgent[1:]) or urgent[0].value() == Section.Reach.INTERNAL),
        ]  # fmt: skip

    def _fields(self, *names: str) -> list[BoundField]:
        return [self.form[name] for name in names]

    def _telling(self, fields: list[BoundField]) -> bool:
        """Whether there is something in these fields, or something missing from them."""
        return any(field.value() or field.errors or field.name in self._lacking for field in fields)

    @cached_property
    def _lacking(self) -> set[str]:
        return {AT_FIELD.get(refusal.field, refusal.field) for refusal in self.draft.not_ready(self.at)}


def minute(at: datetime | None) -> datetime | None:
    """As precise as the field on screen."""
    return at.astimezone(ZONE).replace(second=0, microsecond=0) if at else None


def nested(flat: Mapping[str, Any]) -> dict[str, Any]:
    """Fields of the screen as `news.intake` names them."""
    plain = (
        "title", "section", "genre", "notice", "summary", "kind", "topic", "event_start", "event_end", "opening_at",
        "place", "photographer", "interviewee", "consent", "audience", "expires_at",
    )  # fmt: skip
    ids = ("plan_entry", "urgent_template", "received_original")
    return {name: flat[name] for name in plain} | {name: str(flat[name] or "") for name in ids} | {
        "source": {part: flat[f"source_{part}"] for part in ("name", "author", "url", "published_at")},
        "advertiser": {part: flat[f"advertiser_{part}"] for part in ("name", "contact")},
        "received_from": {
            "name": flat["received_name"], "unit": flat["received_unit"], "received_at": flat["received_at"],
        },
    }  # fmt: skip


def settled(type: str, value: Any) -> Any:
    """A stored value as it would come back from the screen untouched."""
    if type == ParagraphForm.kind:
        return as_html(as_text(value))
    if type == TableForm.kind:
        rows = [row_cells(row_text(row)) for row in value["rows"]]
        width = max(map(len, rows), default=0)
        return {"caption": value["caption"], "rows": [row + [""] * (width - len(row)) for row in rows]}
    return value


def _key(kind: str, value: Any) -> str:
    return json.dumps([kind, value], sort_keys=True, default=str)
