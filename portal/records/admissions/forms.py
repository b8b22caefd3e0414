"""The forms of admissions. What is required is said by the rules, with their clauses."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from portal.base.forms import ManyFilesField, Told
from portal.base.near import NEAR_DAY, NEAR_HOUR
from portal.records.admissions import dossier_rules
from portal.records.admissions.dossier_rules import ACTS, SEXES, Said
from portal.records.admissions.rules import LONGEST, WAYS, Given
from portal.records.models import AdmissionSeason

A_LINE = "Mỗi dòng một mục."
DAYS = ["%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y"]


def _line(label: str, most: int, help_text: str = "", **attrs: str) -> forms.CharField:
    return forms.CharField(
        label=label, required=False, max_length=most, help_text=help_text, widget=forms.TextInput(attrs=attrs)
    )


def _text(label: str, most: int, rows: int, help_text: str = "") -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(
        label=label, required=False, strip=False, max_length=most, widget=widget, help_text=help_text
    )


def _hour(label: str, help_text: str = "", *, required: bool = False) -> forms.DateTimeField:
    return forms.DateTimeField(
        label=label, required=required, input_formats=["%Y-%m-%dT%H:%M:%S", "%Y-%m-%dT%H:%M", "%d/%m/%Y %H:%M"],
        validators=NEAR_HOUR, help_text=help_text,
        widget=forms.DateTimeInput(format="%Y-%m-%dT%H:%M", attrs={"type": "datetime-local"}),
        error_messages={"required": "Chưa có giờ.", "invalid": "Ngày giờ chưa đúng; ví dụ 01/06/2027 07:00."},
    )  # fmt: skip


class SeasonForm(Told):
    """All of a season on one page; files that came along stay with it whatever else is wrong."""

    title = forms.CharField(label="Tên đợt", max_length=LONGEST["title"], help_text="Ví dụ: Tuyển sinh vào lớp 6 năm học 2027–2028.",
                            error_messages={"required": "Đợt tuyển sinh cần có tên."})  # fmt: skip
    year = forms.IntegerField(label="Năm học bắt đầu", help_text="Năm học 2027–2028 thì ghi 2027.",
                              widget=forms.TextInput(attrs={"inputmode": "numeric"}),
                              error_messages={"required": "Cần ghi năm học.", "invalid": "Chỉ ghi số, ví dụ 2027."})  # fmt: skip
    intro = _text("Tóm tắt", LONGEST["intro"], 2, "Một hai câu gia đình cần biết trước hết.")
    who = _text("Đối tượng, điều kiện", LONGEST["who"], 3)
    method = _line("Hình thức", LONGEST["method"], "Ví dụ: xét tuyển theo tuyến.")
    quota = _text("Chỉ tiêu", LONGEST["quota"], 4,
                  "Mỗi dòng: nơi cư trú | diện | số chỉ tiêu. Ví dụ: Tổ dân phố 1 đến 12 | thường trú | 180.")  # fmt: skip
    dossier = _text("Hồ sơ gồm", LONGEST["dossier"], 4, "Mỗi giấy tờ một dòng.")
    plan = _text("Kế hoạch", LONGEST["plan"], 4, "Mỗi mốc một dòng: ngày nào, việc gì.")
    place = _line("Nơi tiếp nhận", LONGEST["place"])
    hours = _line("Giờ tiếp nhận", LONGEST["hours"])
    contact = _line("Liên hệ", LONGEST["contact"], "Ai, số điện thoại của trường.")
    basis = _text("Căn cứ pháp lý", LONGEST["basis"], 3, "Mỗi văn bản một dòng.")
    way = forms.ChoiceField(label="Gia đình đăng ký thế nào", choices=[(str(one), name) for one, name in WAYS.items()],
                            widget=forms.RadioSelect, initial="office",
                            error_messages={"required": "Chọn một cách đăng ký."})  # fmt: skip
    link = _line(
        "Địa chỉ trang đăng ký", LONGEST["link"], "Trang tuyển sinh của Sở hoặc thành phố, bắt đầu bằng https://."
    )
    opens = _hour("Mở nhận đơn trên cổng", "Đúng giây này đơn mở, không ai phải bấm.")
    closes = _hour("Đóng nhận đơn", "Đúng giây này đơn đóng.")
    consent = _text("Gia đình đồng ý những gì", LONGEST["consent"], 4, "Hiện ngay trên ô đồng ý của đơn.")
    files = ManyFilesField(label="Thêm tệp", required=False, accept=".pdf,.docx,.xlsx",
                           help_text="Kế hoạch, thông báo đã ký: PDF, Word, Excel.")  # fmt: skip

    def given(self) -> Given:
        """What was typed, as the verbs take it."""
        return Given(**{name: self.cleaned_data[name] for name in Given.__dataclass_fields__})


def typed(one: AdmissionSeason) -> dict[str, Any]:
    """A season as its form shows it."""
    return {name: getattr(one, name) for name in Given.__dataclass_fields__}


class ApplicationForm(Told):
    """What a family says; `areas` of the season to choose from, `words` it agrees to."""

    child = _line("Họ và tên em", dossier_rules.LONGEST["child"], autocomplete="off")
    born = forms.DateField(label="Ngày sinh của em", required=False, input_formats=DAYS, validators=NEAR_DAY,
                           widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date", "autocomplete": "off"}),
                           error_messages={"invalid": "Ngày chưa đúng; ví dụ 09/02/2016."})  # fmt: skip
    sex = forms.ChoiceField(label="Em là", required=False, choices=[(str(one), name) for one, name in SEXES.items()],
                            widget=forms.RadioSelect)  # fmt: skip
    school = _line("Trường đang học", dossier_rules.LONGEST["school"], autocomplete="off")
    area = forms.ChoiceField(label="Nơi cư trú trong bảng chỉ tiêu", required=False)
    address = _line(
        "Nơi ở hiện nay",
        dossier_rules.LONGEST["address"],
        "Số nhà, đường, tổ dân phố, phường.",
        autocomplete="street-address",
    )
    guardian = _line("Họ và tên cha, mẹ hoặc người giám hộ", dossier_rules.LONGEST["guardian"], autocomplete="name")
    relation = _line("Quan hệ với em", dossier_rules.LONGEST["relation"], "Ví dụ: mẹ.", autocomplete="off")
    phone = _line("Điện thoại", dossier_rules.LONGEST["phone"], type="tel", autocomplete="tel")
    email = forms.EmailField(label="Thư điện tử", required=False, max_length=dossier_rules.LONGEST["email"],
                             widget=forms.EmailInput(attrs={"autocomplete": "email"}),
                             error_messages={"invalid": "Địa chỉ thư chưa đúng; không có thì để trống."})  # fmt: skip
    note = _text("Điều gia đình muốn nói thêm", dossier_rules.LONGEST["note"], 3)
    guardian_agrees = forms.BooleanField(label="Tôi là cha, mẹ hoặc người giám hộ của em, đã đọc và đồng ý những điều trên.",
                                         required=False)  # fmt: skip
    child_agrees = forms.BooleanField(label="Em (từ đủ 7 tuổi) đã được hỏi và đồng ý.", required=False)

    def __init__(self, *args: Any, areas: Iterable[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        found = list(areas)
        if len(found) > 1:
            self.fields["area"].choices = [("", "– chọn –"), *((one, one) for one in found)]  # type: ignore[attr-defined]
        else:
            self.alone = found[0] if found else ""
            del self.fields["area"]

    def said(self) -> Said:
        """What was typed, as the verb takes it."""
        given = {name: self.cleaned_data[name] for name in Said.__dataclass_fields__ if name in self.cleaned_data}
        return Said(**{"area": getattr(self, "alone", ""), **given})


class LookupForm(Told):
    """A code and a day of birth, as a family types them."""

    code = forms.CharField(
        label="Mã trên biên nhận", max_length=40, error_messages={"required": "Hãy ghi mã trên biên nhận."},
        help_text="10 chữ và số; viết hoa hay thường, có gạch hay không đều được.",
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
    )  # fmt: skip
    born = forms.DateField(
        label="Ngày sinh của em", input_formats=DAYS, validators=NEAR_DAY,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date", "autocomplete": "off"}),
        error_messages={"required": "Hãy ghi ngày sinh.", "invalid": "Ngày chưa đúng; ví dụ 09/02/2016."},
    )  # fmt: skip


class PapersForm(Told):
    """Papers of an application."""

    files = ManyFilesField(
        label="Ảnh chụp hoặc PDF giấy tờ", accept=".pdf,image/jpeg,image/png,image/webp", required=False,
        help_text=f"Chọn được nhiều tệp, cả thảy tới {dossier_rules.MOST_PAPERS} tệp, mỗi tệp tới 5 MB. Chụp đủ sáng, thấy cả bốn góc.",
    )  # fmt: skip

    def clean_files(self) -> list[UploadedFile]:
        found: list[UploadedFile] = self.cleaned_data["files"]
        if not found:
            raise forms.ValidationError("Chưa chọn tệp nào.")
        return found


class ActForm(Told):
    """One thing done with one application or with several."""

    act = forms.ChoiceField(
        label="Việc", required=False, choices=[("", "– chọn –"), *((str(one), name) for one, name in ACTS.items())]
    )
    words = _text("Ghi rõ", dossier_rules.LONGEST["words"], 2,
                  "Còn thiếu giấy tờ gì, hoặc lý do. Gia đình đọc được những dòng này; đừng viết về em khác.")  # fmt: skip


class AnnounceForm(Told):
    """From when until when families are told results."""

    shows = _hour("Báo kết quả lúc", required=True)
    until = _hour("Thôi tra cứu lúc", required=True)
