"""Everything about an article but its blocks and its authors."""

from datetime import datetime
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from portal.news.editor.blocks import DOCUMENTS
from portal.news.editor.forms.fields import NOTHING, hour, line, plan_choices, section_label
from portal.news.models import Article, Section, UrgentTemplate
from portal.news.queries import topics, writable_sections
from portal.news.rules import GENRE_TITLES
from portal.people.models import Person
from portal.people.rules import Kind

MENDED = (
    "title", "summary", "source_name", "source_author", "advertiser_name", "advertiser_contact", "place", "photographer",
    "interviewee", "received_name", "received_unit",
)  # fmt: skip


class ArticleForm(forms.Form):
    """The fields of the whole text, in groups (see editor.groups)."""

    use_required_attribute = False
    title = line("Tiêu đề", 255, widget=forms.TextInput(attrs={"maxlength": 255, "data-dia-chi": ""}))
    section = forms.ChoiceField(label="Chuyên mục")
    genre = forms.ChoiceField(label="Thể loại", choices=list(GENRE_TITLES.items()),
                              help_text="Đổi thể loại thì danh sách những điều cần có đổi theo.")  # fmt: skip
    notice = forms.BooleanField(label="Đây là một thông báo", required=False)
    summary = line("Tóm tắt", 600, widget=forms.Textarea(attrs={"rows": 3, "maxlength": 600}),
                   help_text="Một hai câu, hiện ở trang chủ và trong danh sách. Nhiều nhất 600 ký tự.")  # fmt: skip
    kind = forms.ChoiceField(label="Loại nội dung", choices=Article.Origin.choices)
    source_name = line("Tên nguồn", 200, help_text="Báo hoặc trang đã đăng bài gốc.")
    source_author = line("Tác giả bài gốc", 200)
    source_url = forms.CharField(label="Địa chỉ bài gốc", required=False, widget=forms.URLInput(attrs={"maxlength": 500}),
                                 help_text="Bắt đầu bằng https://")  # fmt: skip
    source_published_at = hour("Nguồn đăng lúc")
    advertiser_name = line("Đơn vị được đăng tin", 200)
    advertiser_contact = line("Cách liên hệ", 300, help_text="Số điện thoại, địa chỉ hoặc thư điện tử của đơn vị.")
    plan_entry = forms.ChoiceField(label="Việc trong kế hoạch", required=False,
                                   help_text="Bài ngoài kế hoạch chỉ Trưởng ban duyệt (Điều 14.2).")  # fmt: skip
    topic = forms.ChoiceField(label="Chuyên đề", required=False)
    event_start = hour("Diễn ra từ")
    event_end = hour("Diễn ra đến")
    opening_at = hour("Giờ khai mạc", help_text="Với tin hội nghị.")
    place = line("Địa điểm", 200, help_text="Ví dụ: sân trường, phòng thực hành Khoa học tự nhiên.")
    photographer = line("Người chụp ảnh", 120)
    interviewee = line(
        "Người được phỏng vấn, được hỏi", 200, help_text="Họ tên và chức vụ, lớp hoặc quan hệ với nhà trường."
    )
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

    def __init__(self, *args: Any, draft: Article, person: Person, at: datetime, urgent: bool, **kwargs: Any) -> None:
        super().__init__(*args, label_suffix="", **kwargs)
        self.draft, self.keeper_refusals = draft, list[str]()
        self.sections = {section.slug: section for section in writable_sections(person, at)}
        self.sections.setdefault(draft.section.slug, draft.section)
        self.fields["section"].choices = [(slug, section_label(one)) for slug, one in self.sections.items()]
        self.fields["topic"].choices = NOTHING + [(topic.slug, topic.title) for topic in topics()]
        self.fields["plan_entry"].choices = plan_choices(draft, at.date())
        self.fields["urgent_template"].choices = NOTHING + (urgent_choices() if urgent else [])
        if person.kind == Kind.COLLABORATOR and draft.audience == Section.Reach.PUBLIC:
            self.fields["audience"].choices = Section.Reach.choices[:1]

    def clean_received_file(self) -> UploadedFile | None:
        if self.keeper_refusals:
            raise forms.ValidationError(self.keeper_refusals)
        return None

    def said(self, name: str) -> str:
        """What stands in a field, typed or stored, as text."""
        return str(self[name].value() or "").replace("\r\n", "\n").strip()

    def hour(self, name: str) -> datetime | None:
        """An hour as far as it is one yet."""
        value = self[name].value()
        try:
            found: datetime | None = self.fields[name].clean(value)
        except forms.ValidationError:
            return None
        return found


def urgent_choices() -> list[tuple[str, str]]:
    """Forms of urgent notice the Head approved beforehand (Điều 10.2)."""
    approved = UrgentTemplate.objects.filter(approved_at__isnull=False).values_list("pk", "title")
    return [(str(pk), title) for pk, title in approved]
