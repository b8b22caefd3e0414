"""The detector: what it finds in lines, what it lets be, and how often it errs on the set of our own."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.personal.again import texts as again
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
        ("Môn\tLê Minh An\tVũ Hà Bình\tĐỗ Cúc\nToán\t8\t7,5\t9\nVăn\t6\t7\t8", ["marks"]),
        ("Lê Minh An\n8,5 7,0\nVŨ Hà Bình\n6,5 9", ["marks"]),
        ("Gửi phụ huynh em Lê Minh An\nToán: 5,5\nVăn: 6", ["marks"]),
        ("Bạn Minh An lớp 8A được chín điểm rưỡi môn Toán", ["marks"]),
        ("Chau Le Minh An lop 8a thi Toan duoc 5 diem", ["marks"]),
        ("Lê Minh An, born 12 May 2013, Class 7A", ["birth"]),
        ("ho_ten\tngay_sinh\nLê Minh An\t2013-05-12\nVũ Hà Bình\t2014-01-30", ["birth"]),
        ("Sinh nhật các bạn: Lê Minh An (12/11), Vũ Hà Bình (30/11)", ["birth"]),
        ("Sơ đồ lớp 8A\nLê Minh An\tVũ Hà Bình\tĐỗ Cúc\nTạ Hoa\tBế Mai\tLã Tú", ["class_list"]),
        ("6A: Lê Minh An (ốm), Vũ Hà Bình\n6B: Đỗ Cúc", ["class_list"]),
        ("Phê bình Lê Minh An (8A) và Vũ Hà Bình (8B) vì đánh nhau", ["private"]),
        ("Chưa nộp tiền ăn\n1\tLê Minh An\t250.000\n2\tVũ Hà Bình\t300.000", ["private"]),
        ("Đường dây nóng của trường: 0912 345 678", []),
        ("Đường dây nóng: gọi mẹ em An 0912 345 678", ["phone"]),
        ("Bổ nhiệm bà Lê Minh An, sinh ngày 12/5/1980, giáo viên", []),
        ("Họ tên\tNăm sinh – năm mất\nVõ Nguyên Giáp\t25/8/1911 – 4/10/2013\nVõ Thị Sáu\t1933 – 1952", []),
        ("Phố\tDãy\nNguyễn Sơn\tsố 2 đến 90\nNgô Gia Tự\tsố 1 đến 55", []),
        ("Thiết bị\tSố sê-ri\nMáy in\t001213004567", []),
        ("Ví dụ cách ghi: Nguyễn Văn A, sinh ngày 01/01/2014, điện thoại 0912 345 678", []),
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
    assert bad == []
    second = list(again.samples())
    assert [len([one for one in second if one.harms is harms]) for harms in (False, True)] == [100, 100]
    assert wrong(second, said) == []
