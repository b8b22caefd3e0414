"""The detector: what it finds in lines, what it lets be, and how often it errs on the set of our own."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.personal.measure import wrong
from bench.personal.texts import Sample, samples
from portal.base.text.personal import Kind, find

TODAY = date(2026, 11, 23)


def kinds(text: str) -> list[str]:
    return [one.kind.value for one in find(text, TODAY)]


@pytest.mark.parametrize(
    "text,found",
    [
        ("Điểm\n1\tNguyễn Văn An\t8,5\n2\tTrần Bình\t7", ["marks"]),
        ("1\tNguyễn Văn An\tTốt\tKhá\n2\tTRẦN THỊ BÉ\tTốt\tGiỏi\n3\tLê Cúc\tT\tK", ["marks"]),
        ("Ho ten\tDiem\n1\tNguyen Van An\t8\n2\tTran Thi Be\t9", ["marks"]),
        ("Họ đệm\tTên\tNgày sinh\n1\tHoàng\tAn\t02/03/2013\n2\tVũ Văn\tBình\t4.5.2013", ["birth"]),
        ("Lê Minh An\t6A\nVũ Hà Bình\t7B2\nĐỗ Cúc\t8/1", ["class_list"]),
        ("Em Nguyễn Thị Mai lớp 8A đạt điểm trung bình 9,6.", ["marks"]),
        ("Gọi cô Hà 0912 345 678 hoặc +84 38.234.5678", ["phone"]),
        ("Mã thẻ 001213004567", ["citizen"]),
        ("Số CMND: 123 456 789", ["citizen"]),
        ("Nhà em ở số 12 ngõ 34 Ngọc Lâm", ["address"]),
        ("Em An sinh ngày 5 tháng 3 năm 2013", ["birth"]),
        ("Bác Hồ sinh ngày 19/5/1890", []),
        ("Văn phòng 024 3827 1234, tổng đài 1900 1234, cấp cứu 115", []),
        ("Phân công coi thi\nNguyễn Văn An\t6A\nTrần Bình\t6B\nLê Cúc\t6C", []),
        ("Số phiếu\n1\tNguyễn Văn An\t7\n2\tTrần Bình\t6\n3\tLê Cúc\t5", []),
        ("Trường THCS Nguyễn Văn Linh ở ngõ 12 phố Sài Đồng họp ngày 20/11/2025", []),
        ("Tài khoản 001213004567 tại Kho bạc", []),
        ("Lớp 6A1: 98,5 điểm\nLớp 7A2: 9,5 điểm", []),
        ("", []),
    ],
)
def test_what_it_finds(text: str, found: list[str]) -> None:
    assert kinds(text) == found


def test_a_finding_says_how_often_and_where_and_shows_nobody() -> None:
    (one,) = find("Lời mở\nĐiểm\n1\tNguyễn Văn An\t8,5\n2\tTrần Bình\t7", TODAY)
    assert (one.kind, one.count, one.first, one.last, one.samples) == (Kind.MARKS, 2, 3, 4, ("N… V… A…", "T… B…"))


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="Nguyễn VĂAn\t\n0123456789.,/()-điểmlớpsinhà", max_size=300))
def test_no_text_stops_it(text: str) -> None:
    lines = len(text.splitlines())
    assert all(1 <= one.first <= one.last <= lines for one in find(text, TODAY))


def test_both_errors_on_our_own_set_stay_what_the_page_says() -> None:
    given = list(samples())

    def said(one: Sample) -> str:
        return "\n".join(one.lines)

    bad = wrong(given, said)
    assert [len([one for one in given if one.harms is harms]) for harms in (False, True)] == [100, 100]
    assert sorted({(one.harms, one.sort) for one in bad}) == [(True, "mark_in_letters")]
    assert len(bad) == 4
