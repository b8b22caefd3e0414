"""The fields of the one screen; an empty choice means that the portal chooses, and says why."""

from typing import Any

from django import forms

from portal.news.capture.suggest import Suggestion, World
from portal.news.editor.forms.fields import entry_label, hour, line, section_label
from portal.news.rules import GENRE_TITLES
from portal.pupils.rules import SEEN, Seen

FOR_ALL = (Seen.WIDE, Seen.ADULTS, Seen.NOBODY)  # what may be said of many photos at once
OUTSIDE = "0"  # the plan entry of a text that is in no plan
CONSENT = "Người trong ảnh (với học sinh: cả gia đình) đã đồng ý cho đăng"
NOT_YOURS = "Chuyên mục này không ở trong những chuyên mục thầy/cô được viết (Điều 11.5)."


class CaptureForm(forms.Form):
    """Three lines, and what follows from them."""

    use_required_attribute = False
    key = forms.UUIDField(widget=forms.HiddenInput)
    text = forms.CharField(
        label="Chuyện gì, ở đâu, ai làm?", required=False, strip=False,
        widget=forms.Textarea(attrs={"rows": 5, "autocapitalize": "sentences", "enterkeyhint": "enter"}),
        help_text="Dòng đầu là tiêu đề. Gõ vài dòng là đủ.",
    )  # fmt: skip
    common = forms.BooleanField(label="Dùng chú thích chung cho ảnh chưa có lời", required=False)
    common_caption = line("Chú thích chung", 400,
                          widget=forms.TextInput(attrs={"maxlength": 400, "placeholder": "Để trống thì lấy tiêu đề"}))  # fmt: skip
    consent = forms.BooleanField(label=CONSENT, required=False)
    seen = forms.ChoiceField(
        label="Ai nhận ra được trong những ảnh này", required=False,
        choices=[("", "– khai từng ảnh sau, khi sửa bài –"), *((one.value, SEEN[one]) for one in FOR_ALL)],
        help_text="Ảnh nhận ra học sinh của một lớp hay riêng từng em thì khai ở từng ảnh.",
    )  # fmt: skip
    section = forms.ChoiceField(label="Chuyên mục", required=False, error_messages={"invalid_choice": NOT_YOURS})
    genre = forms.ChoiceField(label="Thể loại", required=False)
    plan_entry = forms.ChoiceField(label="Trong kế hoạch", required=False,
                                   error_messages={"invalid_choice": "Kế hoạch đang mở không có việc này."})  # fmt: skip
    title = line("Tiêu đề khác dòng đầu", 255)
    place = line("Địa điểm", 200)
    event_start = hour("Diễn ra từ")
    event_end = hour("Diễn ra đến")
    opening_at = hour("Giờ khai mạc", help_text="Với tin hội nghị.")

    def __init__(self, *args: Any, world: World, **kwargs: Any) -> None:
        super().__init__(*args, label_suffix="", **kwargs)
        self.world = world
        self.fields["section"].choices = [("", ""), *((one.slug, section_label(one)) for one in world.sections)]
        self.fields["genre"].choices = [("", ""), *GENRE_TITLES.items()]
        entries = [(str(one.pk), one.title if one.standing else entry_label(one)) for one in world.entries]
        self.fields["plan_entry"].choices = [("", ""), (OUTSIDE, "Ngoài kế hoạch"), *entries]

    def said(self, name: str) -> str:
        """What stands in a field, typed or first put there."""
        return str(self[name].value() or "").replace("\r\n", "\n").strip()

    def wear(self, guessed: Suggestion) -> None:
        """Name what the portal would choose in each empty choice."""
        for name, title in (
            ("section", guessed.section_title), ("genre", guessed.genre_title), ("plan_entry", guessed.entry_title),
        ):  # fmt: skip
            field = self.fields[name]
            field.choices = [("", title), *list(field.choices)[1:]]
            self[name].help_text = field.help_text = "thầy/cô chọn" if self.said(name) else guessed.reasons[name]
