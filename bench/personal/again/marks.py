"""What must not go out unseen, second set: marks, alone and beside names in every way."""

from collections.abc import Callable
from random import Random

from bench.personal.again.people import MOUNTAIN, SUBJECTS, Lines, group, mark, people, person, row
from portal.base.text import fold


def grade_book(r: Random) -> Lines:
    rows = (one.rpartition(" ") for one in people(r, 9))
    return [
        "SỔ THEO DÕI VÀ ĐÁNH GIÁ HỌC SINH",
        f"Môn: Khoa học tự nhiên – Lớp: {group(r)}",
        row("STT", "Họ và", "tên", "ĐĐGtx", "", "", "ĐĐGgk", "ĐĐGck", "ĐTBmhkI"),
        *(row(i, a, b, *(mark(r) for _ in range(6))) for i, (a, _, b) in enumerate(rows, 1)),
    ]


def passed_or_not(r: Random) -> Lines:
    return [
        f"Đánh giá bằng nhận xét, lớp {group(r)}",
        row("TT", "Họ tên học sinh", "GDTC", "Nhạc", "Mĩ thuật", "HĐTN"),
        *(row(i, one, *(r.choice(["Đ", "Đ", "CĐ"]) for _ in range(4))) for i, one in enumerate(people(r, 10), 1)),
    ]


def exported(r: Random) -> Lines:
    return [
        row("Mã học sinh", "Họ tên", "Ngày sinh", "Điểm TB", "Danh hiệu"),
        *(
            row(
                f"01{r.randint(10**7, 10**8 - 1)}",
                one,
                f"{r.randint(10, 28)}/0{r.randint(1, 9)}/2013",
                mark(r),
                r.choice(["HSXS", "HSG", ""]),
            )
            for one in people(r, 12)
        ),
    ]


def best_of_all(r: Random) -> Lines:
    return [
        "TOP 5 ĐIỂM KIỂM TRA GIỮA KÌ",
        *(f"Hạng {i}: {one} ({group(r)}) – {mark(r)} điểm" for i, one in enumerate(people(r, 5), 1)),
    ]


def message(r: Random) -> Lines:
    return [
        f"Hôm nay cháu {person(r)} lớp {group(r)} được {r.randint(2, 4)} điểm bài kiểm tra 15 phút môn Toán, nhờ gia đình nhắc cháu học."
    ]


def entrance_ten(r: Random) -> Lines:
    return [
        "Kết quả thi tuyển sinh vào lớp 10",
        row("SBD", "Họ và tên", "Văn", "Toán", "Ngoại ngữ", "Tổng"),
        *(
            row(
                f"0{r.randint(10_000, 99_999)}",
                one.upper(),
                f"{r.randint(20, 39) / 4}",
                f"{r.randint(20, 39) / 4}",
                f"{r.randint(20, 39) / 4}",
                f"{r.randint(70, 110) / 4}",
            )
            for one in people(r, 8)
        ),
    ]


def letter_home(r: Random) -> Lines:
    return [
        f"Kính gửi phụ huynh em {person(r)}, lớp {group(r)}",
        "Kết quả học tập giữa học kì I của em như sau:",
        *(f"{subject}: {mark(r)}" for subject in r.sample(SUBJECTS, 5)),
        "Rất mong gia đình phối hợp với nhà trường.",
    ]


def card(r: Random) -> Lines:
    return [
        f"Học sinh: {person(r)}",
        f"Lớp: {group(r)}",
        f"Toán {mark(r)}; Văn {mark(r)}; Anh {mark(r)}; xếp loại học tập: Khá.",
    ]


def two_in_prose(r: Random) -> Lines:
    return [
        f"{person(r)} được {r.randint(8, 10)} điểm Văn, {person(r)} được 8,5 điểm, còn {person(r)} chỉ đạt 4,5 điểm."
    ]


def unmarked_prose(r: Random) -> Lines:
    name = " ".join(word.capitalize() for word in fold(person(r)).split())
    return [f"Chau {name} lop {r.randint(6, 9)}a{r.randint(1, 5)} thi hoc ki mon Toan duoc {r.randint(3, 9)} diem"]


def turned_round(r: Random) -> Lines:
    return [
        row("Môn", *people(r, 4)),
        *(row(subject, *(mark(r) for _ in range(4))) for subject in r.sample(SUBJECTS, 5)),
    ]


def mountain_marks(r: Random) -> Lines:
    return [
        "Bảng điểm môn Ngữ văn",
        row("TT", "Họ tên", "Điểm"),
        *(row(i, one, mark(r)) for i, one in enumerate(r.sample(MOUNTAIN, 8), 1)),
    ]


def family_in_capitals(r: Random) -> Lines:
    told = []
    for one in people(r, 6):
        family, _, rest = one.partition(" ")
        told.append(row(f"{family.upper()} {rest}", mark(r), mark(r)))
    return ["Khảo sát chất lượng đầu năm", *told]


def line_under_line(r: Random) -> Lines:
    told: Lines = ["Kết quả cuối năm"]
    for one in people(r, 5):
        told += [one, f"{mark(r)}   {mark(r)}   {mark(r)}"]
    return told


def in_words(r: Random) -> Lines:
    return [f"Em {person(r)} lớp {group(r)} được tám phẩy năm môn Văn, cao nhất lớp."]


def english(r: Random) -> Lines:
    name = " ".join(word.capitalize() for word in fold(person(r)).split())
    return [f"Student: {name}, born 12 May 2013, Class {group(r)}, GPA {mark(r).replace(',', '.')}"]


def remarks(r: Random) -> Lines:
    return [
        f"Nhận xét của giáo viên chủ nhiệm lớp {group(r)}",
        row("TT", "Họ và tên", "Nhận xét"),
        *(
            row(
                i,
                one,
                r.choice(["Hay nói chuyện, lười học", "Tiếp thu chậm", "Ngoan, chăm", "Thiếu trung thực khi kiểm tra"]),
            )
            for i, one in enumerate(people(r, 9), 1)
        ),
    ]


WAYS: tuple[Callable[[Random], Lines], ...] = (
    grade_book,
    passed_or_not,
    exported,
    best_of_all,
    message,
    entrance_ten,
    letter_home,
    card,
    two_in_prose,
    unmarked_prose,
    turned_round,
    mountain_marks,
    family_in_capitals,
    line_under_line,
    in_words,
    english,
    remarks,
)
