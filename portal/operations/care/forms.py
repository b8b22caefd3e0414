"""The forms of care. What is required is said by the rules, with their clauses."""

from datetime import date

from django import forms

from portal.base.forms import Refusing
from portal.operations.care.queries import Wanted
from portal.operations.care.rules import NAMES, domain_is_whole, says_how

STATES = [("open", "Còn lỗi"), ("mended", "Đã khắc phục"), ("waived", "Để nguyên, có lý do"), ("all", "Mọi tình trạng")]


class FilterForm(forms.Form):
    """A GET form: everything optional; what cannot be read is left out."""

    use_required_attribute = False
    kind = forms.ChoiceField(label="Loại lỗi", required=False,
                             choices=[("", "Mọi loại"), *((kind.value, name) for kind, name in NAMES.items())])  # fmt: skip
    state = forms.ChoiceField(label="Tình trạng", required=False, choices=STATES)
    mine = forms.BooleanField(label="Chỉ lỗi thuộc phần tôi", required=False)
    month = forms.RegexField(r"^20\d\d-(?:0[1-9]|1[0-2])$", required=False, widget=forms.HiddenInput)

    def wanted(self) -> Wanted:
        self.is_valid()
        given = self.cleaned_data
        month = given.get("month")
        state = given.get("state") or ("all" if month else "open")
        return Wanted(
            state="" if state == "all" else state, kind=given.get("kind") or "", mine=bool(given.get("mine")),
            month=date(int(month[:4]), int(month[5:]), 1) if month else None,
        )  # fmt: skip

    def query(self) -> list[tuple[str, str]]:
        """What was asked for, for addresses."""
        return [(name, str(self.data[name])) for name in self.fields if self.data.get(name)]


class Told(Refusing, forms.Form):
    """A form of one verb; refusals land at their fields, everything typed stays."""

    template_name = "components/fields.html"
    use_required_attribute = False  # what is missing is said in our own words


class CloseForm(Told):
    """How one fault ended."""

    how = forms.CharField(label="Đã làm gì, hoặc vì sao để nguyên", max_length=500,
                          error_messages={"required": str(says_how(""))})  # fmt: skip


class DomainForm(Told):
    """One domain for the list."""

    domain = forms.CharField(label="Tên miền", max_length=300, error_messages={"required": str(domain_is_whole(None))},
                             help_text="Dán cả địa chỉ trang cũng được. Mọi trang dưới tên miền này đều được tính.")  # fmt: skip
    reason = forms.CharField(label="Của ai, vì sao dẫn tới", max_length=200, required=False)
