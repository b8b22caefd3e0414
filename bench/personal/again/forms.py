"""What schools put up and may, second set: forms, exercises, telephones of offices."""

from collections.abc import Callable
from random import Random

from bench.personal.again.people import ROADS, SUBJECTS, Lines, person, row


def empty_form(r: Random) -> Lines:
    return [
        "ĐƠN XIN NGHỈ HỌC",
        "Tên em là: ........................................ Học sinh lớp: ............",
        "Ngày sinh: ....../....../............ Nơi sinh: ...........................",
        "Điện thoại phụ huynh: ........................... Số CCCD: ................",
        f"Nghỉ từ ngày ...... đến ngày ......, năm học {r.choice(['2025-2026', '2026-2027'])}",
    ]


def empty_table(r: Random) -> Lines:
    return [
        f"PHIẾU ĐĂNG KÝ CÂU LẠC BỘ (mẫu {r.randint(1, 5)})",
        row("STT", "Họ và tên", "Ngày sinh", "Lớp", "Điện thoại"),
        *(row(i, "", "", "", "") for i in range(1, 8)),
    ]


def sample_form(r: Random) -> Lines:
    return [f"Ví dụ cách ghi: Nguyễn Văn A, sinh ngày 01/01/{r.choice([2013, 2014])}, lớp 6A, điện thoại 0900 000 000."]


def hotline(r: Random) -> Lines:
    return [
        f"Đường dây nóng của nhà trường: 0888 {r.randint(100, 999)} {r.randint(100, 999)} (Ban Giám hiệu trực), "
        f"024 38{r.randint(10, 99)} {r.randint(1000, 9999)}."
    ]


def directory(r: Random) -> Lines:
    return [
        row("Bộ phận", "Điện thoại", "Hộp thư"),
        *(
            row(
                part,
                f"(024) 3{r.randint(100, 999)}.{r.randint(1000, 9999)} máy lẻ {r.randint(1, 9)}",
                f"{name}@truong.edu.vn",
            )
            for part, name in (("Văn thư", "vanthu"), ("Kế toán", "ketoan"), ("Y tế", "yte"), ("Thư viện", "thuvien"))
        ),
    ]


def exam_days(r: Random) -> Lines:
    return [
        "Lịch kiểm tra cuối kì I",
        row("Ngày", "Môn", "Thời gian làm bài", "Giờ phát đề"),
        *(
            row(f"{r.randint(20, 30)}/12/2026", subject, "90 phút", f"7 giờ {r.randint(20, 50)}")
            for subject in r.sample(SUBJECTS, 5)
        ),
    ]


def rooms_by_number(r: Random) -> Lines:
    return [
        "Sơ đồ phòng thi",
        row("Phòng", "Từ SBD", "Đến SBD", "Số TS"),
        *(row(i, f"{24 * i - 23:06}", f"{24 * i:06}", 24) for i in range(1, 8)),
        f"Giám thị có mặt lúc {r.randint(6, 7)} giờ.",
    ]


def frequencies(r: Random) -> Lines:
    return [
        "Bài 3. Điểm kiểm tra của 40 học sinh được ghi trong bảng:",
        row("Điểm", *range(3, 11)),
        row("Tần số", *(r.randint(1, 9) for _ in range(8))),
    ]


def made_up_friends(r: Random) -> Lines:
    return [
        f"Bài 5. Chiều cao của năm bạn An, Bình, Chi, Dũng, Giang lần lượt là "
        f"{', '.join(str(r.randint(140, 165)) for _ in range(5))} cm. Tính trung bình."
    ]


def english_exercise(r: Random) -> Lines:
    return [
        "Complete the form: Name: Peter Brown. Date of birth: 12 May 2010. Nationality: British.",
        f"Phone: 020 7946 0{r.randint(100, 999)}. Favourite subject: Maths. Average mark: 8.5.",
    ]


def rubric(r: Random) -> Lines:
    return [
        row("Tiêu chí", "Mức 1", "Mức 2", "Mức 3", "Điểm tối đa"),
        *(
            row(what, "0,5", "1,0", "1,5", f"{r.randint(1, 3)},0")
            for what in ("Nội dung", "Trình bày", "Hợp tác", "Sáng tạo")
        ),
    ]


def matrix(r: Random) -> Lines:
    return [
        "MA TRẬN ĐỀ KIỂM TRA",
        row("Chủ đề", "Nhận biết", "Thông hiểu", "Vận dụng", "Tổng điểm"),
        *(
            row(what, f"{r.randint(1, 4)} câu (1,0 đ)", f"{r.randint(1, 2)} câu (1,5 đ)", "1 câu (0,5 đ)", "3,0")
            for what in ("Số hữu tỉ", "Tam giác", "Thống kê")
        ),
    ]


def advice(r: Random) -> Lines:
    return [
        f"Khi học sinh lớp {r.randint(6, 9)} có điểm dưới 5,0, gia đình nên trao đổi với giáo viên bộ môn; "
        "không công khai điểm của con trên mạng.",
        "Sinh nhật con, hãy tặng một cuốn sách.",
    ]


def poem(r: Random) -> Lines:
    return [
        "Ai sinh ra đời cũng có một quê hương,",
        "Ngày mẹ sinh con, trời mưa tháng Bảy,",
        f"(Thơ {r.choice(['Xuân Quỳnh', 'Huy Cận', 'Tố Hữu', 'Phạm Tiến Duật'])}, trích)",
    ]


def votes_by_hand(r: Random) -> Lines:
    return [
        f"Biểu quyết: {r.randint(40, 60)}/60 đồng ý (đạt {r.randint(80, 99)},3%). Chủ tọa: {person(r)}. Thư ký: {person(r)}."
    ]


def isbn(r: Random) -> Lines:
    return [
        "Sách tham khảo mới",
        row("Nhan đề", "Tác giả", "ISBN", "Giá"),
        *(
            row(what, who, f"978604{r.randint(10**6, 10**7 - 1)}", f"{r.randint(45, 190)}.000")
            for what, who in (
                ("Totto-chan bên cửa sổ", "Kuroyanagi Tetsuko"),
                ("Đất rừng phương Nam", "Đoàn Giỏi"),
                ("Góc sân và khoảng trời", "Trần Đăng Khoa"),
            )
        ),
    ]


def road_area(r: Random) -> Lines:
    return [
        "Tuyến tuyển sinh",
        row("Phố", "Dãy chẵn", "Dãy lẻ"),
        *(
            row(road, f"từ số {r.randint(2, 30)} đến {r.randint(90, 250)}", f"từ số 1 đến {r.randint(91, 199)}")
            for road in r.sample(ROADS, 5)
        ),
    ]


WAYS: tuple[Callable[[Random], Lines], ...] = (
    empty_form,
    empty_table,
    sample_form,
    hotline,
    directory,
    exam_days,
    rooms_by_number,
    frequencies,
    made_up_friends,
    english_exercise,
    rubric,
    matrix,
    advice,
    isbn,
    poem,
    votes_by_hand,
    road_area,
)
