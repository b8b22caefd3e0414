"""Words nobody of a school wrote, and the decoys a school writes itself."""

import pytest

from portal.operations.care.injected import injected

SPAM = [
    "Nhà cái uy tín số 1 Việt Nam, nạp rút siêu tốc",
    "NỔ HŨ đổi thưởng tặng 88K",
    "Tải Sunwin chính chủ",
    "Casino trực tuyến",
    "Kèo nhà cái hôm nay",
    "w88 link mới nhất",
    "Tài xỉu online",
    "soi cầu lô hôm nay",
    "Mua backlink edu giá rẻ",
    "Nhà cái".replace("á", "a\u0301"),  # NFD
    "Nh\u200bà c\u00adái",  # cut by what nobody sees
    "ｃａｓｉｎｏ trực tuyến",  # broad letters
    "\U0001d41c\U0001d41a\U0001d42c\U0001d422\U0001d427\U0001d428",  # casino, in the letters of mathematics
    "Nh\u0430\u0300 c\u0430\u0301i uy tín",  # Cyrillic а with Latin marks
    "с\u0430s\u0456n\u043e trực tuyến",  # casino in Cyrillic
    "n\u1ed5 h\u0169".replace("h", "\u04bb"),
    "S\u03c5nwin",  # Greek υ
    "\u039d\u1ed4 \u0397\u0168 88k",
    "nh\u2066à\u2069 c\u2800ái".replace("\u2800", ""),
    "t\U000e0061ài x\u206aỉu",  # tags and old controls inside
    "\u1d04\u1d00\ua731\u026a\u0274\u1d0f trực tuyến",  # small capitals
]
HONEST = [
    "Nhà trường tuyên truyền phòng chống cá độ, lô đề, cờ bạc trong mùa bóng đá",
    "Cảnh báo học sinh về nhà cái và trò nổ hũ trên mạng",
    "Sửa nhà cải tạo sân trường; nhà cái Lan ở tổ 3".replace("nhà cái Lan", "nhà cô Lan"),
    "Bạn Nam đạt giải, được trúng thưởng một cuốn sách",
    "Giải bóng đá nam khối 8: 8A thắng 8B 2-1",
    "Tiết sinh hoạt: nói không với cờ bạc trá hình, casino và các trò đỏ đen",
    "Điểm 88 của bạn An, lớp 7A88",
    "Vay vốn học sinh nghèo",
    "Đại lý sách giáo khoa",
    "Góc α, cạnh Δx, π ≈ 3,14; áp suất ρ = m/V, λ và ω của dao động",
    "Лев Толстой, Чехов – văn học Nga lớp 9; «Война и мир»",
    "",
]


@pytest.mark.parametrize("text", SPAM)
def test_spam_is_told(text: str) -> None:
    assert injected(text)


@pytest.mark.parametrize("text", HONEST)
def test_what_a_school_writes_is_not(text: str) -> None:
    assert injected(text) == []


def test_where_a_text_leads_out_or_is_hidden_one_doubtful_word_is_enough() -> None:
    assert (injected("Cá độ"), injected("Cá độ", led_out=True)) == ([], ["cá độ"])
    assert injected("phòng chống nhà cái", led_out=True) == ["nhà cái"]
    assert injected("Thư viện số", led_out=True) == []


def test_a_warning_far_away_does_not_cover_an_advertisement() -> None:
    far = "Phòng chống tệ nạn. " + "Bài học hôm nay rất vui. " * 40
    assert injected(far + "Vào ngay nhà cái") == ["nhà cái"]
    assert injected(far + "Vào Sunwin, w88") == ["sunwin", "w88"]
