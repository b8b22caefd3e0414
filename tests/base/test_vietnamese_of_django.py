"""What Django itself says to our users, where its own Vietnamese was silent, odd or wrong."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils import formats, timezone
from django.utils.dateformat import format as dated
from django.utils.timesince import timesince
from django.utils.translation import get_language_info, gettext

pytestmark = pytest.mark.sqlite
AT = datetime(2026, 11, 20, 17, 5)
DAY = date(2026, 6, 5)


@pytest.mark.parametrize("typed", ["2026-06-05", "05/06/2026", "5/6/2026", "05-06-2026", "5.6.2026"])
def test_a_typed_day_is_day_month_year_never_month_first(typed: str) -> None:
    assert forms.DateField().clean(typed) == DAY


@pytest.mark.parametrize("typed", [
    "2026-11-20 17:05", "2026-11-20T17:05", "17:05 20/11/2026", "17h05 20/11/2026", "17:05, 20/11/2026", "20/11/2026 17:05",
    "20-11-2026 17h05",
])  # fmt: skip
def test_a_typed_hour_is_read_as_the_screens_write_it(typed: str) -> None:
    assert timezone.make_naive(forms.DateTimeField().clean(typed)) == AT


@pytest.mark.parametrize("typed", ["11/20/2026", "20/11/26", "31/6/2026"])
def test_what_is_no_day_in_vietnam_is_refused_in_vietnamese(typed: str) -> None:
    with pytest.raises(ValidationError) as refused:
        forms.DateField().clean(typed)
    assert refused.value.messages == ["Xin nhập ngày đúng."]


@pytest.mark.parametrize("kind,said", [
    ("DATE_FORMAT", "20/11/2026"), ("SHORT_DATE_FORMAT", "20/11/2026"), ("DATETIME_FORMAT", "17:05, 20/11/2026"),
    ("SHORT_DATETIME_FORMAT", "17:05, 20/11/2026"), ("TIME_FORMAT", "17:05"), ("YEAR_MONTH_FORMAT", "tháng 11/2026"),
    ("MONTH_DAY_FORMAT", "20/11"),
])  # fmt: skip
def test_days_leave_as_vietnam_writes_them(kind: str, said: str) -> None:
    assert formats.date_format(AT, kind) == said


def test_date_fields_are_drawn_with_what_browsers_expect() -> None:
    assert (formats.localize_input(DAY), formats.get_format("FIRST_DAY_OF_WEEK")) == ("2026-06-05", 1)


@pytest.mark.parametrize("letters,said", [
    ("l", "Thứ Sáu"), ("D", "T6"), ("F", "Tháng 11"), ("E", "tháng 11"), ("N", "Thg 11"), ("M", "Thg 11"), ("A", "chiều"),
])  # fmt: skip
def test_names_of_days_and_months(letters: str, said: str) -> None:
    assert dated(AT, letters) == said


@pytest.mark.parametrize("gone,said", [
    (timedelta(minutes=5), "5 phút"), (timedelta(hours=26), "1 ngày, 2 giờ"), (timedelta(days=15), "2 tuần, 1 ngày"),
])  # fmt: skip
def test_how_long_ago(gone: timedelta, said: str) -> None:
    assert timesince(AT - gone, AT).replace("\xa0", " ") == said


FIELDS: list[tuple[forms.Field, Any, str]] = [
    (forms.IntegerField(max_value=9), "12", "Giá trị này không được quá 9."),
    (forms.IntegerField(min_value=3), "1", "Giá trị này ít nhất phải là 3."),
    (forms.DecimalField(max_digits=3), "12345", "Số này không được quá 3 chữ số."),
    (forms.DecimalField(decimal_places=1), "1.25", "Số này không được quá 1 chữ số sau dấu phẩy."),
    (forms.CharField(max_length=3), "Thuỷ", "Mục này tối đa 3 ký tự (đang có 4)."),
    (forms.CharField(), "", "Thầy/cô chưa điền mục này."),
    (forms.ChoiceField(choices=[("a", "a")]), "b", "“b” không có trong danh sách."),
    (forms.GenericIPAddressField(), "máy chủ", "Xin nhập địa chỉ IPv4 hoặc IPv6 đúng."),
]


@pytest.mark.parametrize("field,typed,said", FIELDS)
def test_fields_refuse_in_plain_words(field: forms.Field, typed: Any, said: str) -> None:
    with pytest.raises(ValidationError) as refused:
        field.clean(typed)
    assert refused.value.messages == [said]


@pytest.mark.parametrize("english,said", [
    ("Password reset unsuccessful", "Chưa đặt lại được mật khẩu"),  # Django's own says the opposite
    ("Lithuanian", "Tiếng Litva"), ("Hebrew", "Tiếng Do Thái"), ("Simplified Chinese", "Tiếng Trung (giản thể)"),
    ("log entry", "dòng nhật ký"),  # Django's own: to sign in
    ("permission", "quyền"),  # Django's own: to permit
])  # fmt: skip
def test_what_was_plainly_wrong_is_put_right(english: str, said: str) -> None:
    assert gettext(english) == said


def test_our_language_is_named_as_we_name_it() -> None:
    assert get_language_info("vi")["name_translated"] == "Tiếng Việt"


def test_a_weak_password_is_told_why() -> None:
    with pytest.raises(ValidationError) as refused:
        validate_password("12345678")
    assert refused.value.messages == ["Mật khẩu ngắn quá, cần ít nhất 10 ký tự.", "Mật khẩu này quá dễ đoán."]
