"""What schools put up and may, second set: names that are streets, schools, authors and grown-ups."""

from collections.abc import Callable
from random import Random

from bench.personal.again.people import SUBJECTS, Lines, group, people, person, row


def benchmarks(r: Random) -> Lines:
    schools = (
        "Nguyễn Gia Thiều",
        "Lý Thường Kiệt",
        "Cao Bá Quát",
        "Phan Đình Phùng",
        "Trần Phú",
        "Chu Văn An",
        "Lê Quý Đôn",
    )
    return [
        "ĐIỂM CHUẨN VÀO LỚP 10 CÔNG LẬP",
        row("TT", "Trường THPT", "NV1", "NV2"),
        *(
            row(i, one, f"{r.randint(140, 180) / 4}", f"{r.randint(160, 190) / 4}")
            for i, one in enumerate(r.sample(schools, 6), 1)
        ),
    ]


def class_teachers(r: Random) -> Lines:
    return [
        "Phân công giáo viên chủ nhiệm",
        row("Lớp", "GVCN", "Sĩ số", "Phòng học"),
        *(row(group(r), one, r.randint(36, 48), f"{r.randint(1, 4)}0{r.randint(1, 9)}") for one in people(r, 8)),
    ]


def classes_ranked(r: Random) -> Lines:
    return [
        "Thi đua tuần 10",
        *(f"{i}. {group(r)} (cô {person(r)}): {r.randint(900, 999) / 10} điểm" for i in range(1, 7)),
    ]


def spokesman(r: Random) -> Lines:
    return [
        "4.6. Người đại diện pháp luật",
        f"Ông {person(r)}, Hiệu trưởng; nơi làm việc: Trường THCS, phường Bồ Đề",
        f"Điện thoại: 0912 {r.randint(100, 999)} {r.randint(100, 999)}; thư điện tử: hieutruong@truong.edu.vn",
    ]


def recruited(r: Random) -> Lines:
    return [
        "Kết quả tuyển dụng viên chức giáo viên",
        row("TT", "Thí sinh", "Vị trí dự tuyển", "Điểm vòng 2", "Kết quả"),
        *(
            row(
                i,
                one,
                f"Giáo viên {r.choice(SUBJECTS)}",
                r.randint(52, 95),
                r.choice(["Trúng tuyển", "Không trúng tuyển"]),
            )
            for i, one in enumerate(people(r, 5), 1)
        ),
    ]


def appointed(r: Random) -> Lines:
    return [
        f"Điều 1. Bổ nhiệm bà {person(r)}, sinh ngày {r.randint(1, 28)}/{r.randint(1, 12)}/{r.randint(1974, 1988)}, "
        "giáo viên, giữ chức Phó Hiệu trưởng.",
        "Điều 2. Quyết định có hiệu lực kể từ ngày ký.",
    ]


def laws(r: Random) -> Lines:
    return [
        row("Số ký hiệu", "Ngày ban hành", "Trích yếu", "Người ký"),
        *(
            row(
                f"{r.randint(1, 60):02}/{r.randint(2018, 2026)}/TT-BGDĐT",
                f"{r.randint(1, 28)}/{r.randint(1, 12)}/{r.randint(2018, 2026)}",
                "Quy định về đánh giá học sinh",
                person(r),
            )
            for _ in range(5)
        ),
    ]


def programme(r: Random) -> Lines:
    return [
        "Chương trình lễ 20/11",
        row("Thời gian", "Nội dung", "Thực hiện"),
        *(
            row(f"{r.randint(7, 10)}h{r.choice(['00', '15', '30'])}", what, who)
            for what, who in (
                ("Đón tiếp đại biểu", "Ban lễ tân"),
                ("Diễn văn", f"Đ/c {person(r)}"),
                ("Tri ân", person(r)),
                ("Bế mạc", f"Ông {person(r)}"),
            )
        ),
    ]


def who_does_what(r: Random) -> Lines:
    return [
        "Kế hoạch chuyên đề",
        row("Việc", "Hạn", "Phụ trách"),
        *(
            row(what, f"{r.randint(1, 28)}/12/2026", one)
            for what, one in zip(("Soạn bài", "Dạy thử", "Góp ý", "Báo cáo"), people(r, 4), strict=True)
        ),
    ]


def heroes(r: Random) -> Lines:
    return [
        "Nhân vật lịch sử",
        row("Họ tên", "Năm sinh – năm mất", "Quê quán"),
        *(
            row(*one)
            for one in r.sample(
                [
                    ("Võ Nguyên Giáp", "25/8/1911 – 4/10/2013", "Quảng Bình"),
                    ("Võ Thị Sáu", "1933 – 1952", "Bà Rịa"),
                    ("Nguyễn Bỉnh Khiêm", "1491 – 1585", "Hải Phòng"),
                    ("Kim Đồng", "1929 – 1943", "Cao Bằng"),
                    ("Lê Văn Tám", "thập niên 1940", "Sài Gòn"),
                ],
                4,
            )
        ),
    ]


def namesake(r: Random) -> Lines:
    return [
        f"Trường mang tên đồng chí Ngô Gia Tự (1908 – 1935); đội tuyển trường đạt {r.randint(40, 49)},5 điểm, "
        "xếp trên THCS Trần Quốc Toản và THCS Lê Ngọc Hân."
    ]


def songs(r: Random) -> Lines:
    return [
        "Tiết mục văn nghệ",
        row("STT", "Bài hát", "Sáng tác", "Lớp"),
        *(
            row(i, what, who, group(r))
            for i, (what, who) in enumerate(
                (
                    ("Bụi phấn", "Vũ Hoàng"),
                    ("Người thầy", "Nguyễn Nhất Huy"),
                    ("Mái trường mến yêu", "Lê Quốc Thắng"),
                    ("Mong ước kỷ niệm xưa", "Xuân Phương"),
                ),
                1,
            )
        ),
    ]


def donors(r: Random) -> Lines:
    return [
        "Tri ân các nhà hảo tâm",
        *(f"- Ông {person(r)}: {r.randint(2, 20)}.000.000 đồng" for _ in range(4)),
        f"- Chi hội phụ huynh lớp {group(r)}: 3.000.000 đồng",
    ]


def alumni(r: Random) -> Lines:
    return [
        f"Cựu học sinh khóa 1990–1994: GS.TS {person(r)}, Thiếu tướng {person(r)}, nghệ sĩ {person(r)} về thăm trường."
    ]


def encouragement(r: Random) -> Lines:
    return [
        f"Bà {person(r)}, {r.randint(60, 75)} tuổi, Chủ tịch Hội Khuyến học phường, trao {r.randint(10, 30)} suất quà cho học sinh."
    ]


def one_medal(r: Random) -> Lines:
    return [
        f"Chúc mừng em {person(r)} lớp {group(r)} đoạt huy chương {r.choice(['vàng', 'bạc', 'đồng'])} môn bơi giải trẻ thành phố."
    ]


def congress(r: Random) -> Lines:
    return [
        "Đoàn Chủ tịch Đại hội",
        *(f"Đồng chí {person(r)} – {role}" for role in ("Bí thư Chi bộ", "Phó Bí thư", "Chi ủy viên")),
    ]


def honoured_teachers(r: Random) -> Lines:
    return [
        "Danh sách đề nghị tặng danh hiệu Chiến sĩ thi đua cơ sở",
        row("TT", "Họ và tên", "Chức vụ", "Xếp loại viên chức"),
        *(
            row(i, one, r.choice(["Giáo viên", "Nhân viên thư viện", "Tổ phó"]), "Hoàn thành xuất sắc nhiệm vụ")
            for i, one in enumerate(people(r, 6), 1)
        ),
    ]


def lessons_of_teachers(r: Random) -> Lines:
    return [
        "Phân công chuyên môn",
        *(
            row(one, f"{r.choice(SUBJECTS)} {group(r)}, {group(r)}", f"{r.randint(12, 19)} tiết")
            for one in people(r, 7)
        ),
    ]


def invitation(r: Random) -> Lines:
    return [
        f"Kính mời cô {person(r)}, tổ Khoa học tự nhiên, dự giờ thao giảng lớp {group(r)}, "
        f"tiết {r.randint(1, 4)} ngày {r.randint(1, 28)}/11/2026, phòng 205."
    ]


WAYS: tuple[Callable[[Random], Lines], ...] = (
    benchmarks,
    class_teachers,
    classes_ranked,
    spokesman,
    recruited,
    appointed,
    laws,
    programme,
    who_does_what,
    heroes,
    namesake,
    songs,
    donors,
    alumni,
    encouragement,
    one_medal,
    congress,
    honoured_teachers,
    lessons_of_teachers,
    invitation,
)
