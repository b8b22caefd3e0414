"""What must not go out unseen: twenty-five ways it comes, four of each. Some are meant to be hard."""

from collections.abc import Callable
from random import Random

from bench.personal.people import LEVELS, SUBJECTS, born, citizen, home, mark, mobile, people, person, school_class
from portal.base.text import fold

Lines = list[str]


def row(*cells: object) -> str:
    return "\t".join(map(str, cells))


def marks(r: Random) -> Lines:
    heads = r.sample(SUBJECTS, r.randint(2, 5))
    return [f"BẢNG ĐIỂM LỚP {school_class(r)}", row("STT", "Họ và tên", *heads),
            *(row(i, one, *(mark(r) for _ in heads)) for i, one in enumerate(people(r, r.randint(4, 30)), 1))]  # fmt: skip


def marks_split_names(r: Random) -> Lines:
    rows = (one.rpartition(" ") for one in people(r, r.randint(4, 12)))
    return [row("TT", "Họ đệm", "Tên", "GK", "CK", "TBM"),
            *(row(i, a, b, mark(r, "."), mark(r, "."), mark(r, ".")) for i, (a, _, b) in enumerate(rows, 1))]  # fmt: skip


def marks_without_head(r: Random) -> Lines:
    return [row(one, mark(r), mark(r), mark(r)) for one in people(r, r.randint(4, 10))]


def marks_without_signs(r: Random) -> Lines:
    return ["Ket qua kiem tra cuoi ky", row("TT", "Ho va ten", "Diem"),
            *(row(i, " ".join(map(str.capitalize, fold(one).split())), mark(r, ".")) for i, one in enumerate(people(r, 8), 1))]  # fmt: skip


def marks_in_capitals(r: Random) -> Lines:
    return [
        "KẾT QUẢ THI THỬ VÀO 10",
        *(f"{i}. {one.upper()} – {mark(r)} – {mark(r)}" for i, one in enumerate(people(r, 7), 1)),
    ]


def marks_as_fractions(r: Random) -> Lines:
    return ["Kết quả khảo sát tiếng Anh", *(f"{one}: {r.randint(4, 10)}/10" for one in people(r, 6))]


def conduct(r: Random) -> Lines:
    return [f"Kết quả rèn luyện học kì I, lớp {school_class(r)}", row("TT", "Họ và tên", "Học tập", "Rèn luyện"),
            *(row(i, one, r.choice(LEVELS), r.choice(LEVELS)) for i, one in enumerate(people(r, 12), 1))]  # fmt: skip


def class_births(r: Random) -> Lines:
    return [f"Danh sách lớp {school_class(r)}", row("STT", "Họ và tên", "Ngày sinh", "Nữ"),
            *(row(i, one, born(r), r.choice(["x", ""])) for i, one in enumerate(people(r, 15), 1))]  # fmt: skip


def exam_rooms(r: Random) -> Lines:
    return ["DANH SÁCH THÍ SINH PHÒNG THI SỐ 3", row("SBD", "Họ tên", "Ngày sinh", "Lớp"),
            *(row(f"{240 + i:06}", one, born(r), school_class(r)) for i, one in enumerate(people(r, 12), 1))]  # fmt: skip


def teams(r: Random) -> Lines:
    return ["Đội tuyển học sinh giỏi", row("TT", "Họ và tên", "Lớp", "Môn"),
            *(row(i, one, school_class(r), r.choice(SUBJECTS)) for i, one in enumerate(people(r, 10), 1))]  # fmt: skip


def poor_families(r: Random) -> Lines:
    return [
        "Danh sách học sinh được hỗ trợ chi phí học tập",
        *(f"- Em {one}, lớp {school_class(r)}" for one in people(r, 6)),
    ]


def poor_in_one_line(r: Random) -> Lines:
    return [f"Các em thuộc hộ nghèo được miễn học phí: {'; '.join(people(r, 7))}."]


def parents_phones(r: Random) -> Lines:
    return ["Danh bạ phụ huynh", row("Học sinh", "Phụ huynh", "Điện thoại"),
            *(row(person(r), person(r), mobile(r)) for _ in range(8))]  # fmt: skip


def one_phone(r: Random) -> Lines:
    return [f"Phụ huynh cần trao đổi xin gọi mẹ em {person(r)}, chi hội trưởng, số {mobile(r)} sau 19 giờ."]


def phone_in_brackets(r: Random) -> Lines:
    digits = mobile(Random(r.random())).replace(" ", "").replace(".", "")[-9:]
    return [f"Đăng kí áo lớp với chị {person(r)} qua Zalo (0{digits[:3]}) {digits[3:6]}-{digits[6:]}."]


def citizens(r: Random) -> Lines:
    return ["Danh sách làm thẻ", row("Họ và tên", "Số CCCD"), *(row(one, citizen(r)) for one in people(r, 5))]


def citizen_in_prose(r: Random) -> Lines:
    return [f"Em {person(r)} làm mất thẻ căn cước số {citizen(r)}, ai nhặt được xin gửi phòng bảo vệ."]


def insurance(r: Random) -> Lines:
    return ["Thẻ bảo hiểm y tế", *(row(one, f"HS4010{r.randint(10**8, 10**9 - 1)}") for one in people(r, 6))]


def homes(r: Random) -> Lines:
    return ["Danh sách học sinh đi xe buýt", row("TT", "Họ tên", "Lớp", "Địa chỉ"),
            *(row(i, one, school_class(r), home(r)) for i, one in enumerate(people(r, 8), 1))]  # fmt: skip


def home_in_prose(r: Random) -> Lines:
    where = home(r)
    return [f"Gương vượt khó: nhà em {person(r)} ở {where[0].lower()}{where[1:]}, bố mẹ đi làm xa, em ở với bà."]


def mark_in_prose(r: Random) -> Lines:
    return [f"Cuối năm lớp {school_class(r)}, em {person(r)} có điểm trung bình {mark(r)}, xếp loại {r.choice(LEVELS).lower()}.",
            "Thầy cô mong em cố gắng hơn trong năm học tới."]  # fmt: skip


def mark_in_letters(r: Random) -> Lines:
    return [
        f"Bạn {r.choice(['Minh Anh', 'Gia Bảo', 'Khánh Vy', 'Đức Long'])} lớp {school_class(r)} được chín điểm rưỡi môn Toán."
    ]


def birth_in_prose(r: Random) -> Lines:
    return [f"Em {person(r)}, sinh ngày {r.randint(1, 28)} tháng {r.randint(1, 12)} năm {r.randint(2011, 2015)}, học lớp "
            f"{school_class(r)}, là liên đội trưởng."]  # fmt: skip


def praised_in_prose(r: Random) -> Lines:
    told = ", ".join(f"{one} ({school_class(r)})" for one in people(r, 5))
    return [f"Nhà trường tuyên dương các em: {told}."]


def caption(r: Random) -> Lines:
    return [r.choice([
        f"{', '.join(f'em {one} (lớp {school_class(r)})' for one in people(r, 3))} nhận quà",
        f"Phiếu liên lạc của em {person(r)}, lớp {school_class(r)}, điểm tổng kết {mark(r)}",
    ])]  # fmt: skip


WAYS: tuple[Callable[[Random], Lines], ...] = (
    marks, marks_split_names, marks_without_head, marks_without_signs, marks_in_capitals, marks_as_fractions, conduct,
    class_births, exam_rooms, teams, poor_families, poor_in_one_line, parents_phones, one_phone, phone_in_brackets, citizens,
    citizen_in_prose, insurance, homes, home_in_prose, mark_in_prose, mark_in_letters, birth_in_prose, praised_in_prose, caption,
)  # fmt: skip
