"""What is asked of somebody who brings papers in."""

from datetime import datetime
from typing import Any

from django import forms

from portal.base.forms import ManyFilesField, Told
from portal.files.rules import MEGABYTE
from portal.news.bringing.rules import MOST_AT_ONCE, PAPER_BYTES, PAPERS
from portal.news.editor.forms.fields import plan_choices, section_label
from portal.news.queries import writable_sections
from portal.news.rules import GENRE_TITLES
from portal.people.models import Person

ENDINGS = ",".join(f".{ending}" for ending in PAPERS)


class BringForm(Told):
    """The papers, and where the drafts made of them go."""

    papers = ManyFilesField(
        label="Tệp Word (.docx, .odt, .doc, .rtf)", required=False, accept=ENDINGS,
        help_text=f"Chọn được nhiều tệp một lúc (tối đa {MOST_AT_ONCE}), mỗi tệp không quá {PAPER_BYTES // MEGABYTE} MB và thành "
        "một bản nháp.",
    )  # fmt: skip
    pasted = forms.CharField(
        label="hoặc dán lời văn vào đây", required=False, strip=False,
        widget=forms.Textarea(attrs={"rows": 6, "data-dan": ""}),
        help_text="Dán từ Word, Google Docs hay Zalo. Chữ phông cũ (.VnTime, VNI-Times) được đổi sang Unicode.",
    )  # fmt: skip
    html = forms.CharField(required=False, strip=False, widget=forms.HiddenInput(attrs={"data-dan-html": ""}))
    section = forms.ChoiceField(label="Chuyên mục", error_messages={"required": "Hãy chọn chuyên mục."})
    genre = forms.ChoiceField(label="Thể loại", choices=list(GENRE_TITLES.items()))
    plan_entry = forms.ChoiceField(label="Việc trong kế hoạch", required=False,
                                   help_text="Ngoài kế hoạch thì Thư ký chuyển Trưởng ban quyết định (Điều 14.2).")  # fmt: skip

    def __init__(self, *args: Any, person: Person, at: datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        sections = [(section.slug, section_label(section)) for section in writable_sections(person, at)]
        self.fields["section"].choices = [("", "– chọn chuyên mục –"), *sections]
        self.fields["plan_entry"].choices = plan_choices(None, at.date())

    def asked(self) -> dict[str, Any]:
        """Where the drafts go, in the words of `news.actions.write`."""
        return {name: self.cleaned_data[name] for name in ("section", "genre", "plan_entry")}
