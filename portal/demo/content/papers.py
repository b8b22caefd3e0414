"""What stands in the files of the demo school."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class Form:
    title: str
    lines: tuple[str, ...]
    signed_by: str


_DOTS = "…" * 30

FORMS: Final[dict[str, Form]] = {
    "mau-bao-cao": Form(
        "BÁO CÁO MỘT TRANG",
        (
            f"Tên nhóm, lớp: {_DOTS}",
            f"1. Chúng em thấy điều gì chưa ổn? {_DOTS}",
            f"2. Chúng em đã đo gì, bằng gì, mấy lần? {_DOTS}",
            f"3. Phép đo nào hỏng, vì sao? {_DOTS}",
            f"4. Con số chúng em tin nhất: {_DOTS}",
            f"5. Nếu làm lại, chúng em sẽ đổi: {_DOTS}",
        ),
        "Đại diện nhóm",
    ),
    "don-vao-lop-6": Form(
        "ĐƠN XIN VÀO LỚP 6",
        (
            "Kính gửi: Ban Giám hiệu Trường THCS Ngô Gia Tự",
            f"Họ và tên học sinh: {_DOTS}",
            f"Ngày sinh: ……/……/………   Học sinh lớp 5 trường: {_DOTS}",
            f"Nơi ở hiện nay (số nhà, ngõ, tổ dân phố): {_DOTS}",
            f"Họ và tên cha mẹ hoặc người giám hộ: {_DOTS}",
            f"Điện thoại: {_DOTS}",
            f"Điều nhà trường cần biết về sức khỏe của em (nếu có): {_DOTS}",
            "Hồ sơ kèm theo: bản sao giấy khai sinh; học bạ tiểu học.",
        ),
        "Cha mẹ học sinh",
    ),
    "don-dong-y": Form(
        "ĐƠN ĐỒNG Ý CHO CON ĐI HỌC TẠI BẢO TÀNG",
        (
            f"Tôi là: {_DOTS}",
            f"Cha mẹ em: {_DOTS} lớp 6A……",
            "Đồng ý cho con đi học tại bảo tàng thứ Sáu 04/12/2026.",
            "Chuyến xe: □ 7:15   □ 9:30",
            f"Số điện thoại gọi được trong buổi: {_DOTS}",
            f"Con say xe, dị ứng hoặc cần lưu ý: {_DOTS}",
        ),
        "Cha mẹ học sinh",
    ),
    "noi-quy": Form(
        "NỘI QUY HỌC SINH",
        (
            "1. Đến lớp trước trống năm phút. Đến muộn thì ghi tên rồi vào học ngay.",
            "2. Nói năng với ai cũng như muốn người ta nói với mình.",
            "3. Điện thoại tắt trong giờ học, gửi ở hộp của lớp.",
            "4. Không đi xe trong sân. Đội mũ bảo hiểm từ cổng.",
            "5. Đồ chung dùng xong để lại chỗ cũ; hỏng thì báo, không phải đền nếu báo.",
            "6. Thấy bạn bị bắt nạt thì nói với một người lớn trong ngày.",
        ),
        "Hiệu trưởng: Nguyễn Thị Minh Nguyệt",
    ),
}

SUBJECTS = (
    "Toán", "Ngữ văn", "Tiếng Anh", "Khoa học tự nhiên", "Toán", "Lịch sử và Địa lí", "Ngữ văn", "Thể dục", "Tiếng Anh",
    "Tin học", "Khoa học tự nhiên", "Toán", "Mĩ thuật", "Ngữ văn", "Công nghệ", "Khoa học tự nhiên", "Âm nhạc", "Thể dục",
)  # fmt: skip
SHOWN = {  # the mornings printed on the page itself
    "6A1": (
        ("Chào cờ", "Toán", "Ngữ văn", "Tiếng Anh", "Toán"),
        ("Ngữ văn", "Khoa học tự nhiên", "Ngữ văn", "Toán", "Thể dục"),
        ("Toán", "Tiếng Anh", "Mĩ thuật", "Tin học", "Ngữ văn"),
        ("Lịch sử và Địa lí", "Thể dục", "Khoa học tự nhiên", "Lịch sử và Địa lí", "Sinh hoạt lớp"),
    ),
    "7A3": (
        ("Chào cờ", "Ngữ văn", "Toán", "Khoa học tự nhiên", "Tiếng Anh"),
        ("Toán", "Ngữ văn", "Thể dục", "Khoa học tự nhiên", "Toán"),
        ("Tiếng Anh", "Lịch sử và Địa lí", "Ngữ văn", "Công nghệ", "Giáo dục công dân"),
        ("Khoa học tự nhiên", "Tin học", "Âm nhạc", "Thể dục", "Sinh hoạt lớp"),
    ),
}


def _lessons() -> list[tuple[str, ...]]:
    """Four lessons a morning for the twenty-eight classes; each class begins elsewhere in the round of subjects."""
    rows = []
    for number, name in enumerate(f"{grade}A{place}" for grade in (6, 7, 8, 9) for place in range(1, 8)):
        week = [[SUBJECTS[(number * 5 + day * 4 + lesson) % len(SUBJECTS)] for day in range(5)] for lesson in range(4)]
        week[0][0], week[3][4] = "Chào cờ", "Sinh hoạt lớp"
        mornings = SHOWN.get(name, [tuple(lesson) for lesson in week])
        rows += [(name, str(lesson), *days) for lesson, days in enumerate(mornings, 1)]
    return rows


TABLES: Final[dict[str, tuple[tuple[str, ...], ...]]] = {
    "lich-kiem-tra": (
        ("Ngày", "Môn", "Khối", "Giờ", "Thời gian làm bài"),
        ("18/12/2025", "Toán", "6, 8", "7:30", "90 phút"),
        ("18/12/2025", "Toán", "7, 9", "13:45", "90 phút"),
        ("20/12/2025", "Ngữ văn", "6, 8", "7:30", "90 phút"),
        ("20/12/2025", "Ngữ văn", "7, 9", "9:30", "90 phút"),
        ("22/12/2025", "Tiếng Anh", "6, 8", "7:30", "60 phút"),
        ("22/12/2025", "Tiếng Anh", "7, 9", "13:45", "60 phút"),
        ("15–24/12/2025", "Các môn còn lại", "6–9", "Trong tiết học", "45 phút"),
    ),
    "thoi-khoa-bieu": (("Lớp", "Tiết", "Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu"), *_lessons()),
    "thu-chi-2025": (
        ("Khoản", "Thu (triệu đồng)", "Chi (triệu đồng)"),
        ("Ngân sách nhà nước", "14.620", "14.487"),
        ("Học phí buổi hai và câu lạc bộ", "1.284", "1.251"),
        ("Bán trú", "3.915", "3.908"),
        ("Quỹ học bổng (hội chợ Tết)", "41,6", "38,0"),
    ),
}
