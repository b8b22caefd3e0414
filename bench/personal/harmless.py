"""What schools put up every week and may: twenty-five sorts, four of each, with the names, numbers and days they are full of."""

from collections.abc import Callable
from random import Random

from bench.personal.people import LEVELS, STREETS, SUBJECTS, day, mark, office_phone, people, person, school_class

Lines = list[str]


def row(*cells: object) -> str:
    return "\t".join(map(str, cells))


def meeting(r: Random) -> Lines:
    return [f"Trường mời cha mẹ học sinh lớp {school_class(r)} dự họp lúc 8 giờ ngày {day(r)}.",
            f"Mọi thắc mắc xin gọi văn phòng {office_phone(r)} hoặc tổng đài 1900 {r.randint(1000, 9999)}."]  # fmt: skip


def shares(r: Random) -> Lines:
    return ["Kết quả rèn luyện theo khối", row("Khối", *LEVELS),
            *(row(f"Khối {g}", *(f"{r.randint(1, 70)},{r.randint(0, 9)}%" for _ in LEVELS)) for g in range(6, 10))]  # fmt: skip


def class_averages(r: Random) -> Lines:
    return ["Điểm trung bình thi đua", *(row(school_class(r), mark(r), mark(r), f"xếp thứ {i}") for i in range(1, 8))]


def week(r: Random) -> Lines:
    return ["Lịch công tác tuần", row("Thứ", "Giờ", "Việc", "Người"),
            *(row(f"Thứ {d}", f"{r.randint(7, 16)}:30", r.choice(["Họp tổ", "Dự giờ", "Trực"]), f"cô {person(r)}")
              for d in range(2, 7))]  # fmt: skip


def proctors(r: Random) -> Lines:
    return ["Phân công coi thi giữa kì", row("TT", "Giáo viên", "Phòng", "Lớp"),
            *(row(i, one, f"P.{200 + i}", school_class(r)) for i, one in enumerate(people(r, 9), 1))]  # fmt: skip


def timetable(r: Random) -> Lines:
    return [
        f"Thời khóa biểu lớp {school_class(r)}",
        *(row(f"Tiết {i}", *(r.choice(SUBJECTS) for _ in range(5))) for i in range(1, 6)),
    ]


def budget(r: Random) -> Lines:
    return ["Công khai dự toán", row("Nội dung", "Số tiền (đồng)"),
            *(row(what, f"{r.randint(10, 999)}.{r.randint(100, 999)}.000") for what in ("Chi lương", "Chi sửa chữa", "Chi điện nước")),
            f"Chuyển khoản vào tài khoản {r.randint(100, 199)}{r.randint(10**8, 10**9 - 1)} của nhà trường tại Kho bạc."]  # fmt: skip


def menu(r: Random) -> Lines:
    return [
        "Thực đơn bán trú",
        *(row(f"Thứ {d}", "Cơm, thịt kho, canh rau", f"{r.randint(28, 35)}.000 đồng") for d in range(2, 7)),
    ]


def teachers(r: Random) -> Lines:
    return ["Đội ngũ giáo viên", row("TT", "Họ và tên", "Chức vụ", "Trình độ"),
            *(row(i, one, r.choice(["Tổ trưởng", "Giáo viên"]), r.choice(["Đại học", "Thạc sĩ"]))
              for i, one in enumerate(people(r, 8), 1))]  # fmt: skip


def history(r: Random) -> Lines:
    return ["Chủ tịch Hồ Chí Minh sinh ngày 19/5/1890 tại Nam Đàn, Nghệ An. Đồng chí Ngô Gia Tự sinh ngày 3/12/1908.",
            f"Đảng thành lập ngày 3/2/1930. Liên đội sinh hoạt chuyên đề ngày {day(r)}, thầy {person(r)} nói chuyện."]  # fmt: skip


def sport(r: Random) -> Lines:
    return [f"Trận chung kết: đội {school_class(r)} thắng {school_class(r)} {r.randint(2, 4)}–{r.randint(0, 1)}, loạt luân lưu 5-4.",
            f"Thầy {person(r)} trao cúp; đội ghi {r.randint(10, 30)} bàn cả giải."]  # fmt: skip


def ranking(r: Random) -> Lines:
    return [
        "Xếp hạng thi đua tuần",
        *(f"{i}. Lớp {school_class(r)}: {r.randint(90, 99)},{r.randint(1, 9)} điểm" for i in range(1, 9)),
    ]


def plan(r: Random) -> Lines:
    return [f"Kế hoạch tháng: từ ngày {day(r)} đến ngày {day(r)}.", f"Sơ kết ngày {day(r)}; kiểm tra hồ sơ ngày {day(r)}.",
            "Căn cứ Thông tư số 32/2020/TT-BGDĐT ngày 15/9/2020, Thông tư số 22/2021/TT-BGDĐT ngày 20/7/2021."]  # fmt: skip


def admissions(r: Random) -> Lines:
    return [f"Tuyển sinh lớp 6: học sinh sinh năm {r.randint(2013, 2015)} có nơi cư trú trên địa bàn phường {r.choice(STREETS)}.",
            f"Chỉ tiêu: {r.randint(200, 400)} học sinh. Nộp hồ sơ tại số {r.randint(2, 90)} phố {r.choice(STREETS)}."]  # fmt: skip


def admission_area(r: Random) -> Lines:
    return [f"Tuyến tuyển sinh: học sinh thường trú tại các tổ dân phố phường {r.choice(STREETS)} và phường {r.choice(STREETS)}.",
            f"Hồ sơ gồm: đơn, bản sao giấy khai sinh, học bạ. Liên hệ {office_phone(r)}."]  # fmt: skip


def shopping(r: Random) -> Lines:
    return ["Danh mục thiết bị", row("Tên", "Mã hàng", "Số lượng", "Đơn giá"),
            *(row(what, f"893{r.randint(10**9, 10**10 - 1)}", r.randint(1, 9), f"{r.randint(1, 9)}.{r.randint(100, 999)}.000")
              for what in ("Kính hiển vi", "Bóng đá", "Máy chiếu", "Bản đồ"))]  # fmt: skip


def books(r: Random) -> Lines:
    return ["Sách mới của thư viện", row("Tác giả", "Tên sách", "Số cuốn"),
            *(row(who, what, r.randint(1, 9)) for who, what in (
                ("Nguyễn Nhật Ánh", "Mắt biếc"), ("Tô Hoài", "Dế Mèn phiêu lưu ký"), ("Nguyễn Minh Châu", "Bến quê"),
                ("Xuân Quỳnh", "Bầu trời trong quả trứng")))]  # fmt: skip


def one_prize(r: Random) -> Lines:
    return [f"Em {person(r)}, học sinh lớp {school_class(r)}, đạt giải {r.choice(['Nhất', 'Nhì', 'Ba'])} cuộc thi viết thư quốc tế.",
            "Xin chúc mừng em và cô giáo chủ nhiệm!"]  # fmt: skip


def minutes(r: Random) -> Lines:
    roles = ("Hiệu trưởng", "Phó Hiệu trưởng", "Chủ tịch Công đoàn", "Thư ký")
    return [
        "BIÊN BẢN HỌP",
        "Thành phần:",
        *(f"- {'Ông' if r.random() < 0.5 else 'Bà'} {person(r)} – {role}" for role in roles),
    ]


def votes(r: Random) -> Lines:
    return ["Kết quả bầu Ban Thanh tra nhân dân", row("TT", "Họ và tên", "Số phiếu"),
            *(row(i, one, f"{r.randint(20, 36)}/36 phiếu") for i, one in enumerate(people(r, 4), 1))]  # fmt: skip


def headmaster(r: Random) -> Lines:
    return [f"Thầy {person(r)} sinh năm {r.randint(1965, 1985)}, vào ngành ngày 1/9/{r.randint(1990, 2008)}, là nhà giáo ưu tú.",
            f"Thư điện tử của trường: vanphong@truong.edu.vn; điện thoại {office_phone(r)}."]  # fmt: skip


def duty(r: Random) -> Lines:
    return [
        "Lịch trực hè",
        row("Ngày", "Người trực", "Ca"),
        *(row(day(r), f"cô {one}", r.choice(["Sáng", "Chiều"])) for one in people(r, 6)),
    ]


def exercise(r: Random) -> Lines:
    return [f"Bài {i}. Cho x = {mark(r)}; y = {mark(r)}. Tính giá trị biểu thức A = 2x + 3y." for i in range(1, 5)] + [
        "Bạn An có 8 quả táo, bạn Bình có 5 quả táo. Hỏi hai bạn có bao nhiêu quả?"]  # fmt: skip


def training(r: Random) -> Lines:
    return ["Kết quả bồi dưỡng thường xuyên của giáo viên", row("TT", "Họ và tên giáo viên", "Số tiết", "Xếp loại"),
            *(row(i, one, r.randint(14, 19), "Hoàn thành tốt") for i, one in enumerate(people(r, 7), 1))]  # fmt: skip


def help_lines(r: Random) -> Lines:
    return ["Cần giúp đỡ, các em gọi Tổng đài quốc gia bảo vệ trẻ em 111, công an 113, cấp cứu 115.",
            f"Phòng tư vấn tâm lí: tầng {r.randint(1, 3)} nhà B, số {r.randint(2, 30)} ngõ {r.randint(2, 90)} "
            f"phố {r.choice(STREETS)}."]  # fmt: skip


WAYS: tuple[Callable[[Random], Lines], ...] = (
    meeting, shares, class_averages, week, proctors, timetable, budget, menu, teachers, history, sport, ranking, plan, admissions,
    admission_area, shopping, books, one_prize, minutes, votes, headmaster, duty, exercise, training, help_lines,
)  # fmt: skip
