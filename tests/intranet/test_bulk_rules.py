"""What a file's name tells of it, and what one tray holds (Điều 15.1)."""

import pytest

from portal.intranet.bulk.rules import Guess, guess, has_room, may_become_draft

SUBJECTS = {"toan": 1, "ngu van": 2, "khoa hoc tu nhien": 3, "tieng anh": 4, "lich su va dia li": 5, "tin hoc": 6}


@pytest.mark.parametrize(("name", "told"), [
    ("Toan_8_Bai5_Phep_nhan_da_thuc.docx", Guess("Toan 8 Bai 5 Phep nhan da thuc", 8, 1, "Bài 5", "")),
    ("Toán 8 - Bài 5 - Phép nhân đa thức.docx", Guess("Toán 8 Bài 5 Phép nhân đa thức", 8, 1, "Bài 5", "")),
    ("BaiGiangNguVan7Tiet12.pptx", Guess("Bai Giang Ngu Van 7 Tiet 12", 7, 2, "Tiết 12", "bai-giang")),
    ("KHTN lớp 6. Chủ đề 3.pdf", Guess("KHTN lớp 6 Chủ đề 3", 6, 3, "Chủ đề 3", "")),
    ("Đề kiểm tra giữa kỳ I - Anh 9.docx", Guess("Đề kiểm tra giữa kỳ I Anh 9", 9, 4, "", "de")),
    ("giáo án tuần 12 khối 8.docx", Guess("Giáo án tuần 12 khối 8", 8, None, "Tuần 12", "giao-an")),
    ("PHT_LSDL_K7_bai 04.docx", Guess("PHT LSDL K 7 bai 04", 7, 5, "Bài 4", "phieu")),
    ("nghe-unit-3.mp3", Guess("Nghe unit 3", None, None, "", "tu-lieu")),
    ("SKKN 2025 Tin học.pdf", Guess("SKKN 2025 Tin học", None, 6, "", "skkn")),
    ("IMG_2031.JPG", Guess("IMG 2031", None, None, "", "tu-lieu")),
    ("Bai 8.docx", Guess("Bai 8", None, None, "Bài 8", "")),
    ("...docx", Guess("", None, None, "", "")),
])  # fmt: skip
def test_a_name_tells_what_it_can(name: str, told: Guess) -> None:
    """R-BULK-03."""
    assert guess(name, SUBJECTS) == told


@pytest.mark.parametrize(
    ("there", "more", "said"), [(0, 300, None), (299, 1, None), (300, 1, "R-BULK-01"), (200, 101, "R-BULK-01")]
)
def test_a_tray_is_full_at_three_hundred(there: int, more: int, said: str | None) -> None:
    refusal = has_room(there, more)
    assert (refusal.rule if refusal else None) == said


@pytest.mark.parametrize(
    ("title", "kept", "field"), [("Bài 5", True, None), ("Bài 5", False, ""), (" ", True, "title")]
)
def test_what_was_kept_and_has_a_name_becomes_a_draft(title: str, kept: bool, field: str | None) -> None:
    """R-BULK-02."""
    refusal = may_become_draft(title, kept=kept)
    assert (refusal.field if refusal else None) == field
