"""What a new article begins with."""

from datetime import datetime
from typing import Any

from django import forms

from portal.news.editor.forms.fields import line, section_label
from portal.news.queries import writable_sections
from portal.news.rules import GENRE_TITLES
from portal.people.models import Person


class FirstForm(forms.Form):
    """Where it goes, what it is, what it is called."""

    use_required_attribute = False
    section = forms.ChoiceField(label="Chuyên mục", error_messages={"required": "Hãy chọn chuyên mục."})
    genre = forms.ChoiceField(label="Thể loại", choices=list(GENRE_TITLES.items()),
                              help_text="Mỗi thể loại có danh sách riêng những điều cần có; bài sẽ chỉ ra từng điều.")  # fmt: skip
    title = line("Tiêu đề", 255, required=True, widget=forms.TextInput(attrs={"maxlength": 255, "data-dia-chi": ""}),
                 error_messages={"required": "Bài cần có tiêu đề, có thể sửa sau."})  # fmt: skip

    def __init__(self, *args: Any, person: Person, at: datetime, **kwargs: Any) -> None:
        super().__init__(*args, label_suffix="", **kwargs)
        sections = [(section.slug, section_label(section)) for section in writable_sections(person, at)]
        self.fields["section"].choices = [("", "– chọn chuyên mục –"), *sections]
