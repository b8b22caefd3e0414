"""The screen's own form of the look."""

from typing import Any

from django import forms

from portal.base.models import School
from portal.base.refused import Refused
from portal.website.look.actions import FIELDS, WORDS


class LookForm(forms.Form):
    """What a school shows of itself. Colours and lengths are judged by the verb, which answers at each field."""

    name = forms.CharField(label="Tên trường", max_length=200)
    initials = forms.CharField(
        label="Chữ trên huy hiệu", max_length=6, help_text="Ba, bốn chữ cái đầu, hiện khi chưa có ảnh huy hiệu."
    )
    ward = forms.CharField(
        label="Địa bàn", max_length=200, required=False, help_text="Phường hoặc xã, tỉnh hoặc thành phố."
    )
    address = forms.CharField(label="Địa chỉ", max_length=300, required=False)
    phone = forms.CharField(label="Điện thoại", max_length=40, required=False)
    email = forms.EmailField(label="Thư điện tử", required=False)
    hours = forms.CharField(
        label="Giờ làm việc",
        max_length=200,
        required=False,
        help_text="Ví dụ: thứ Hai đến thứ Sáu, 7:30–11:30 và 13:30–17:00.",
    )
    ink = forms.CharField(
        label="Màu mực",
        widget=forms.TextInput(attrs={"type": "color"}),
        help_text="Khung, liên kết, nút chính. Chọn màu đậm.",
    )
    phuong = forms.CharField(
        label="Màu phượng",
        widget=forms.TextInput(attrs={"type": "color"}),
        help_text="Dùng rất ít: đường kẻ đầu trang, tên chuyên mục, ngày.",
    )
    crest_file = forms.FileField(
        label="Ảnh huy hiệu", required=False, help_text="Ảnh vuông, hình nằm gọn trong vòng tròn."
    )
    drop_crest = forms.BooleanField(label="Bỏ ảnh huy hiệu, dùng chữ", required=False)
    header_file = forms.FileField(
        label="Ảnh đầu trang", required=False,
        help_text="Dải ảnh rộng từ 1280 điểm ảnh, rộng ít nhất gấp ba chiều cao. Chỉ hiện trên màn hình rộng, điện thoại không phải tải.",
    )  # fmt: skip
    drop_header = forms.BooleanField(label="Bỏ ảnh đầu trang", required=False)

    NAMES_, COLOURS_ = WORDS, ("ink", "phuong")
    PICTURES_ = ("crest_file", "drop_crest", "header_file", "drop_header")

    def groups(self) -> list[tuple[str, list[forms.BoundField]]]:
        """The fields as the screen sets them."""
        told = (("Tên và liên hệ", self.NAMES_), ("Màu", self.COLOURS_), ("Ảnh", self.PICTURES_))
        return [(title, [self[name] for name in names]) for title, names in told]

    def refuse(self, refused: Refused) -> None:
        """Each refusal at its field, with its clause."""
        for one in refused.refusals:
            field = {"crest": "crest_file", "header": "header_file"}.get(one.field, one.field)
            self.add_error(field if field in self.fields else None, str(one))


def initial_of(values: dict[str, Any]) -> dict[str, Any]:
    return {name: values[name] for name in FIELDS if name in LookForm.base_fields}


def trial_of(school: School, typed: dict[str, str]) -> dict[str, Any]:
    """The school as the form has it this moment, right or wrong, for a look that is not kept."""
    return {name: typed.get(name, getattr(school, name)) for name in (*WORDS, "ink", "phuong")}
