"""The one screen where somebody says who is in a picture."""

from typing import Any

from django import forms

from portal.base.text import is_number
from portal.pupils.models import SchoolClass
from portal.pupils.pictures.rules import SEEN, Seen

NOTES = {
    Seen.NOBODY: "Cảnh vật, đồ dùng, tranh vẽ; hoặc người ở xa, quay lưng.",
    Seen.ADULTS: "Thầy cô, phụ huynh, khách; không có học sinh nào nhận ra được.",
    Seen.WIDE: "Toàn trường chào cờ, khán đài, sân trường đông người.",
    Seen.CLASSES: "Ảnh chụp chung của một lớp, một nhóm. Cần đồng ý “ảnh tập thể” của từng em có trong ảnh.",
    Seen.PUPILS: "Chân dung, em nhận giải, em phát biểu. Cần đồng ý “ảnh cá nhân” của từng em.",
}


class WhoForm(forms.Form):
    """Who can be recognised; classes of this school year; of whom the list was shown, who is in it or not."""

    use_required_attribute = False
    seen = forms.ChoiceField(
        choices=[(one.value, title) for one, title in SEEN.items()], widget=forms.RadioSelect, label="Ai nhận ra được trong ảnh",
        error_messages={"required": "Hãy chọn một trong năm dòng.", "invalid_choice": "Hãy chọn một trong năm dòng."},
    )  # fmt: skip
    classes = forms.TypedMultipleChoiceField(coerce=int, required=False, label="Lớp")
    pupils = forms.TypedMultipleChoiceField(coerce=int, required=False)
    absent = forms.TypedMultipleChoiceField(coerce=int, required=False)

    def __init__(self, *args: Any, rooms: list[SchoolClass], seats: set[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["classes"].choices = [(one.pk, one.name) for one in rooms]
        for name in ("pupils", "absent"):
            fields[name].choices = [(pk, pk) for pk in seats]

    @property
    def kind(self) -> str:
        """What is chosen now, typed or stored."""
        return str(self["seen"].value() or "")

    def chosen(self, name: str) -> set[int]:
        """The numbers ticked now, typed or stored."""
        return {int(one) for one in self[name].value() or () if is_number(str(one))}

    def kinds(self) -> list[tuple[str, str, str]]:
        """Each choice with its title and a note."""
        return [(one.value, title, NOTES[one]) for one, title in SEEN.items()]
