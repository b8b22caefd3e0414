"""What is asked of whoever takes in what others sent."""

from datetime import datetime
from typing import Any

from django import forms

from portal.base import mending
from portal.base.forms import ManyFilesField
from portal.news.bringing.forms import ENDINGS
from portal.news.editor.blocks import DOCUMENTS
from portal.news.editor.blocks.pictures import PICTURES
from portal.news.editor.forms import writers
from portal.news.editor.forms.fields import HOUR, hour, line, plan_choices, section_label
from portal.news.models import Section
from portal.news.queries import writable_sections
from portal.news.receiving import WAYS
from portal.news.rules import GENRE_TITLES, may_receive
from portal.people.models import Person
from portal.people.rules import Board

LONGEST_TITLE = 255


class ReceivedForm(forms.Form):
    """Who sent what, when and how; the text, the original, the pictures."""

    use_required_attribute = False
    received_name = line("Người gửi", 120, required=True, error_messages={"required": "Cần ghi người gửi là ai."},
                         help_text="Họ và tên, như sẽ ghi dưới bài.")  # fmt: skip
    received_unit = line("Đơn vị của người gửi", 200, help_text="Tổ, lớp, hội, cơ quan… nếu có.")
    author = forms.ChoiceField(label="Người gửi là người của trường", required=False,
                               help_text="Chọn thì người ấy là tác giả và theo dõi được bài.")  # fmt: skip
    way = forms.ChoiceField(label="Gửi đến bằng", choices=list(WAYS.items()))
    received_at = hour("Nhận lúc")
    section = forms.ChoiceField(label="Chuyên mục", error_messages={"required": "Hãy chọn chuyên mục."})
    genre = forms.ChoiceField(label="Thể loại", choices=list(GENRE_TITLES.items()))
    plan_entry = forms.ChoiceField(label="Việc trong kế hoạch", required=False,
                                   help_text="Ngoài kế hoạch thì Thư ký chuyển Trưởng ban quyết định (Điều 14.2).")  # fmt: skip
    title = line("Tiêu đề", LONGEST_TITLE, help_text="Để trống thì lấy dòng đầu của bài.")
    pasted = forms.CharField(
        label="Lời gửi đến, dán nguyên văn", required=False, strip=False, widget=forms.Textarea(attrs={"rows": 8}),
        help_text="Giữ lại đúng từng chữ làm bản gốc; bản để sửa nằm riêng trong bài.",
    )  # fmt: skip
    original = forms.FileField(label="hoặc tệp đã nhận (PDF, Word…)", required=False,
                               help_text="Có tệp thì tệp là bản gốc; không dán lời thì lời văn, ảnh lấy từ tệp Word.",
                               widget=forms.FileInput(attrs={"accept": f"{DOCUMENTS},{ENDINGS}"}))  # fmt: skip
    pictures = ManyFilesField(label="Ảnh gửi kèm (chọn được nhiều ảnh)", required=False, accept=PICTURES)

    def __init__(self, *args: Any, person: Person, board: Board, at: datetime, **kwargs: Any) -> None:
        super().__init__(*args, label_suffix="", initial={"received_at": at.strftime(HOUR)}, **kwargs)
        mine = [one for one in writable_sections(person, at) if may_receive(board, person.pk, one.field_id) is None]
        sections = [(one.slug, section_label(one)) for one in mine if one.audience == Section.Reach.PUBLIC]
        self.fields["section"].choices = [("", "– chọn chuyên mục –"), *sections]
        self.fields["plan_entry"].choices = plan_choices(None, at.date())
        names = [(username, name) for username, name in writers().values()]
        self.fields["author"].choices = [("", "– người ngoài trường –"), *names]

    titled_by_paper = False  # a Word file stands for the words, and brings a title of its own

    def clean_title(self) -> str:
        """The title typed, else the first line of what came."""
        said = str(self.cleaned_data["title"]).strip()
        first = next((row.strip() for row in self.data.get("pasted", "").splitlines() if row.strip()), "")
        title = mending.mend(said or first[:LONGEST_TITLE]).text
        if not title and not self.titled_by_paper:
            raise forms.ValidationError("Bài cần có tiêu đề, có thể sửa sau.")
        return title
