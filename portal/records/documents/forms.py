"""The forms of documents and of the register. What is required is said by the rules, with their clauses."""

from typing import Any

from django import forms

from portal.base.days import TOO_FAR, is_far
from portal.base.forms import ManyFilesField, Told
from portal.base.text import is_number, nfc, one_line
from portal.people.models import Field
from portal.records.documents import queries, rules
from portal.records.documents.kinds import NAMES, OURS
from portal.records.documents.queries import Wanted
from portal.records.documents.rules import Given, Relation
from portal.records.models import Document, RegisterLine

KEYS = {"year": "nam", "kind": "loai", "origin": "cua"}  # in addresses
LIST_NAMES = (*sorted(KEYS.values()), "page")
PAPERS = ".pdf,.docx,.xlsx,.pptx"
ANY = [("", "– chọn –")]
SEVERAL = "Trên máy tính, giữ Ctrl để chọn nhiều hoặc bỏ chọn."


def wanted(data: Any) -> Wanted:
    """What an address asks a list to be narrowed to; what cannot be read is left out."""
    year, kind, origin = (data.get(key, "") for key in KEYS.values())
    return Wanted(
        year=int(year) if is_number(year) and 1900 <= int(year) <= 2200 else None, kind=kind if kind in NAMES else None,
        origin=origin if origin in set(rules.Origin) else None, words=one_line(nfc(data.get("tim", "")[:100])).strip(),
    )  # fmt: skip


def address(asked: Wanted, **changes: Any) -> list[tuple[str, str]]:
    """The same narrowing for an address, with changes."""
    given = {name: changes.get(name, getattr(asked, name)) for name in KEYS}
    words = [("tim", asked.words)] if asked.words else []
    return words + [(KEYS[name], str(value)) for name, value in given.items() if value is not None]


class Dated(Told):
    """A form of one verb, within the days the portal reckons with."""

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        for name, field in self.fields.items():
            if isinstance(field, forms.DateField) and (day := given.get(name)) is not None and is_far(day):
                self.add_error(name, TOO_FAR)
        return given


def _day(label: str, help_text: str = "") -> forms.DateField:
    return forms.DateField(
        label=label, required=False, help_text=help_text, error_messages={"invalid": "Ngày chưa đúng; ví dụ 20/11/2026."},
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )  # fmt: skip


def _text(label: str, rows: int, help_text: str = "") -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, required=False, strip=False, widget=widget, help_text=help_text)


class DocumentForm(Dated):
    """All of a document on one page; files that came along stay with it whatever else is wrong."""

    title = forms.CharField(label="Trích yếu", max_length=255, widget=forms.Textarea(attrs={"rows": 2}),
                            error_messages={"required": "Cần ghi trích yếu nội dung."},
                            help_text="Câu ngắn nói văn bản về việc gì, như ghi dưới tên loại.")  # fmt: skip
    kind = forms.ChoiceField(label="Loại", required=False)
    symbol = forms.CharField(label="Số, ký hiệu", max_length=60, required=False,
                             widget=forms.TextInput(attrs={"placeholder": "05/KH-THCSNGT"}))  # fmt: skip
    origin = forms.ChoiceField(label="Văn bản của", widget=forms.RadioSelect, choices=[*rules.ORIGINS.items()],
                               initial=rules.Origin.SCHOOL.value)  # fmt: skip
    issuer = forms.CharField(label="Cơ quan ban hành", max_length=200, required=False,
                             help_text="Văn bản của trường thì để trống.")  # fmt: skip
    issued = _day("Ngày ban hành")
    starts = _day("Có hiệu lực từ", "Để trống: từ ngày ban hành.")
    ends = _day("Hết hiệu lực từ", "Để trống nếu văn bản không ghi.")
    signer = forms.CharField(label="Người ký", max_length=120, required=False)
    signer_post = forms.CharField(label="Chức vụ người ký", max_length=120, required=False)
    field = forms.TypedChoiceField(label="Lĩnh vực", required=False, coerce=int, empty_value=None,
                                   help_text="Lĩnh vực của Ban biên tập, nếu có.")  # fmt: skip
    replaces = forms.TypedMultipleChoiceField(label="Thay thế", required=False, coerce=int, help_text=SEVERAL,
                                              widget=forms.SelectMultiple(attrs={"size": 4}))  # fmt: skip
    amends = forms.TypedMultipleChoiceField(label="Sửa đổi, bổ sung", required=False, coerce=int, help_text=SEVERAL,
                                            widget=forms.SelectMultiple(attrs={"size": 4}))  # fmt: skip
    intro = _text("Tóm tắt", 3, "Vài dòng để người đọc biết có cần mở văn bản không.")
    grounds = _text("Căn cứ", 3, "Mỗi căn cứ một dòng.")
    body = _text("Toàn văn", 10, "Gõ ở đây thì cổng làm được bản Word, PDF đúng thể thức; đã có tệp thì để trống.")
    recipients = _text("Nơi nhận", 3, "Mỗi nơi một dòng.")
    files = ManyFilesField(
        label="Thêm tệp", required=False, accept=PAPERS, help_text="PDF, Word, Excel, PowerPoint; chọn được nhiều tệp."
    )

    def __init__(self, *args: Any, line: RegisterLine | None = None, itself: int | None = None,
                 kept: tuple[tuple[str, int], ...] = (), **kwargs: Any) -> None:  # fmt: skip
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [*ANY, *NAMES.items()]  # type: ignore[attr-defined]
        self.fields["field"].choices = [*ANY, *((one.pk, str(one)) for one in Field.objects.all())]  # type: ignore[attr-defined]
        others = queries.relatable(itself)
        known = {pk for pk, _ in others}
        others += [(pk, f"Văn bản số {pk} (đã gỡ)") for _, pk in kept if pk not in known]
        for name in ("replaces", "amends"):
            self.fields[name].choices = others  # type: ignore[attr-defined]
            if not others:
                del self.fields[name]
        if line is not None:  # the register says these
            for name in ("kind", "symbol", "issued", "origin", "issuer"):
                del self.fields[name]

    def given(self) -> Given:
        """What was typed, as the verbs take it."""
        said = self.cleaned_data
        relations = tuple((kind.value, pk) for kind, name in ((Relation.REPLACES, "replaces"), (Relation.AMENDS, "amends"))
                          for pk in said.get(name, ()))  # fmt: skip
        plain = {name: said[name] for name in Given.__dataclass_fields__ if name in said}
        return Given(**plain, relations=relations)


def typed(one: Document) -> dict[str, Any]:
    """A document as its form shows it."""
    given = one.given()
    related = {name: [pk for kind, pk in given.relations if kind == of]
               for name, of in (("replaces", Relation.REPLACES), ("amends", Relation.AMENDS))}  # fmt: skip
    return {**{name: getattr(given, name) for name in Given.__dataclass_fields__ if name != "relations"}, **related}


class NumberForm(Dated):
    """The next number of the register."""

    kind = forms.ChoiceField(label="Loại văn bản", required=False, choices=[*ANY, *OURS.items()])
    issued = _day("Ngày văn bản")
    summary = forms.CharField(label="Trích yếu", required=False, max_length=500)
    signer = forms.CharField(label="Người ký", required=False, max_length=120)
    to = forms.CharField(label="Nơi nhận", required=False, max_length=300)


class CancelForm(Dated):
    """Why a number is cancelled."""

    reason = forms.CharField(label="Lý do hủy", required=False, max_length=500)
