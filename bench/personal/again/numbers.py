"""What must not go out unseen, second set: days of birth, telephones, numbers of citizens and cards."""

from collections.abc import Callable
from random import Random

from bench.personal.again.people import Lines, citizen, group, mobile, people, person, row


def birthdays(r: Random) -> Lines:
    told = ", ".join(f"{one} ({r.randint(1, 30):02}/11)" for one in people(r, 6))
    return [f"Chúc mừng sinh nhật tháng 11 các bạn lớp {group(r)}: {told}"]


def three_columns(r: Random) -> Lines:
    return [
        row("STT", "Họ và tên", "Ngày", "Tháng", "Năm sinh"),
        *(
            row(i, one, r.randint(1, 28), r.randint(1, 12), r.randint(2011, 2015))
            for i, one in enumerate(people(r, 8), 1)
        ),
    ]


def short_years(r: Random) -> Lines:
    return [
        f"Danh sách học sinh lớp {group(r)}",
        row("Họ tên", "Sinh ngày", "Giới tính"),
        *(
            row(one, f"{r.randint(1, 28):02}/{r.randint(1, 12):02}/{r.randint(11, 15)}", r.choice(["Nam", "Nữ"]))
            for one in people(r, 8)
        ),
    ]


def dashes(r: Random) -> Lines:
    return [row(one, f"{r.randint(1, 28)}-{r.randint(1, 12)}-{r.randint(2011, 2015)}") for one in people(r, 6)]


def iso_days(r: Random) -> Lines:
    return [
        row("ho_ten", "ngay_sinh"),
        *(row(one, f"{r.randint(2011, 2015)}-0{r.randint(1, 9)}-{r.randint(10, 28)}") for one in people(r, 7)),
    ]


def born_in_a_story(r: Random) -> Lines:
    return [
        f"{person(r)} chào đời ngày {r.randint(1, 28)}/{r.randint(1, 12)}/2012, là con út trong nhà ba anh em, hiện học lớp {group(r)}."
    ]


def newcomers(r: Random) -> Lines:
    return [
        "DANH SÁCH TRÚNG TUYỂN LỚP 6",
        row("TT", "Mã hồ sơ", "Họ và tên", "Ngày sinh", "Trường tiểu học"),
        *(
            row(
                i,
                f"HS{r.randint(1000, 9999)}",
                one,
                f"{r.randint(1, 28):02}/{r.randint(1, 12):02}/2015",
                r.choice(["Ngọc Lâm", "Ái Mộ A", "Gia Thụy"]),
            )
            for i, one in enumerate(people(r, 10), 1)
        ),
    ]


def committee(r: Random) -> Lines:
    return [
        f"Ban đại diện cha mẹ học sinh lớp {group(r)}",
        *(
            f"{role}: {who} {person(r)} – {mobile(r)}"
            for role, who in (("Trưởng ban", "anh"), ("Phó ban", "chị"), ("Uỷ viên", "bác"))
        ),
    ]


def lost_zero(r: Random) -> Lines:
    return [
        row("TT", "Tên học sinh", "SĐT bố", "SĐT mẹ"),
        *(
            row(i, one, r.randint(900_000_000, 989_999_999), r.randint(320_000_000, 399_999_999))
            for i, one in enumerate(people(r, 7), 1)
        ),
    ]


def call_mother(r: Random) -> Lines:
    return [f"Bạn nào nhặt được cặp sách của {person(r)} {group(r)} xin gọi mẹ bạn ấy: {mobile(r)}. Cảm ơn!"]


def pickup(r: Random) -> Lines:
    return [
        "Danh sách đón trả xe tuyến 3",
        row("Học sinh", "Lớp", "Điểm đón", "Người đón", "Điện thoại"),
        *(
            row(one, group(r), r.choice(["Cổng KĐT Việt Hưng", "Ngã tư Cầu Chui"]), f"bà {person(r)}", mobile(r))
            for one in people(r, 6)
        ),
    ]


def numbers_of_citizens(r: Random) -> Lines:
    return [row("Họ và tên", "Mã định danh cá nhân"), *(row(one, citizen(r)) for one in people(r, 6))]


def missing_citizen(r: Random) -> Lines:
    return [f"Đề nghị phụ huynh cháu {person(r)} nộp lại bản sao khai sinh (số định danh: {citizen(r)}) trước thứ sáu."]


def health_card(r: Random) -> Lines:
    return [
        row("Họ và tên", "Mã thẻ BHYT"),
        *(row(one, f"HS 4 01 {r.randint(10**9, 10**10 - 1)}") for one in people(r, 6)),
    ]


WAYS: tuple[Callable[[Random], Lines], ...] = (
    birthdays,
    three_columns,
    short_years,
    dashes,
    iso_days,
    born_in_a_story,
    newcomers,
    committee,
    lost_zero,
    call_mother,
    pickup,
    numbers_of_citizens,
    missing_citizen,
    health_card,
)
