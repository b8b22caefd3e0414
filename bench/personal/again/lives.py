"""What must not go out unseen, second set: homes, money, health, blame, lists of classes."""

from collections.abc import Callable
from random import Random

from bench.personal.again.people import ROADS, Lines, group, people, person, row
from portal.base.text import fold


def villages(r: Random) -> Lines:
    return [
        "Học sinh ở xa trường",
        row("Họ tên", "Nơi ở", "Số km"),
        *(
            row(
                one, f"Xóm {r.randint(1, 9)}, thôn {r.choice(['Đông', 'Thượng', 'Đoài'])}, xã Phù Đổng", r.randint(3, 9)
            )
            for one in people(r, 7)
        ),
    ]


def rented_room(r: Random) -> Lines:
    return [
        f"Cậu bé {person(r)} (13 tuổi) sống cùng bà ngoại trong phòng trọ "
        f"ở ngách {r.randint(5, 99)}/{r.randint(2, 40)} phố {r.choice(ROADS)}."
    ]


def who_owes(r: Random) -> Lines:
    return [
        "Danh sách chưa nộp tiền học buổi 2",
        row("STT", "Họ và tên", "Lớp", "Còn thiếu (đ)"),
        *(row(i, one, group(r), f"{r.randint(2, 9)}50.000") for i, one in enumerate(people(r, 9), 1)),
    ]


def measured(r: Random) -> Lines:
    return [
        f"KẾT QUẢ KHÁM SỨC KHỎE LỚP {group(r)}",
        row("TT", "Họ tên", "Cao (cm)", "Nặng (kg)", "Mắt P", "Mắt T", "Ghi chú"),
        *(
            row(
                i,
                one,
                r.randint(140, 172),
                r.randint(32, 71),
                f"{r.randint(2, 10)}/10",
                f"{r.randint(2, 10)}/10",
                r.choice(["Cận thị", "Sâu răng", ""]),
            )
            for i, one in enumerate(people(r, 9), 1)
        ),
    ]


def absent(r: Random) -> Lines:
    return [
        "Học sinh nghỉ học ngày 12/11",
        *(f"{group(r)}: {person(r)} (ốm), {person(r)} (không phép)" for _ in range(4)),
    ]


def accounts(r: Random) -> Lines:
    return [
        f"Tài khoản học trực tuyến lớp {group(r)}",
        *(
            f"{one} – {fold(one).replace(' ', '')}@hs.truong.edu.vn – mật khẩu {r.randint(100_000, 999_999)}"
            for one in people(r, 6)
        ),
    ]


def banks(r: Random) -> Lines:
    return [
        "Chi trả học bổng",
        row("Học sinh", "Số tài khoản", "Ngân hàng", "Số tiền"),
        *(
            row(one, f"19{r.randint(10**8, 10**9 - 1)}", r.choice(["BIDV", "Agribank", "MB"]), "1.500.000")
            for one in people(r, 5)
        ),
    ]


def blamed(r: Random) -> Lines:
    return [
        "Thông báo của Ban nền nếp",
        f"Cảnh cáo trước toàn trường hai học sinh {person(r)} ({group(r)}) và {person(r)} ({group(r)}) vì đánh nhau ngày 3/11.",
    ]


def blamed_table(r: Random) -> Lines:
    return [
        "Tổng hợp vi phạm tuần 9",
        row("Lớp", "Họ tên", "Lỗi", "Điểm trừ"),
        *(
            row(group(r), one, r.choice(["Đi muộn", "Không đồng phục", "Dùng điện thoại"]), f"-{r.randint(1, 5)}")
            for one in people(r, 8)
        ),
    ]


def disabled(r: Random) -> Lines:
    return [
        "Học sinh học hòa nhập",
        row("TT", "Họ và tên", "Lớp", "Dạng khuyết tật"),
        *(
            row(i, one, group(r), r.choice(["Vận động", "Nghe, nói", "Trí tuệ"]))
            for i, one in enumerate(people(r, 5), 1)
        ),
    ]


def peoples_and_faiths(r: Random) -> Lines:
    return [
        row("Họ tên học sinh", "Dân tộc", "Tôn giáo"),
        *(row(one, r.choice(["Tày", "Mường", "Kinh"]), r.choice(["Công giáo", "Không"])) for one in people(r, 7)),
    ]


def hard_lives(r: Random) -> Lines:
    return [
        "Đề nghị hỗ trợ",
        *(
            f"{i}. {one}, {group(r)}, {r.choice(['bố mất, mẹ bán rau', 'mẹ chạy thận', 'bố mẹ li hôn, ở với ông'])}"
            for i, one in enumerate(people(r, 5), 1)
        ),
    ]


def from_the_left(r: Random) -> Lines:
    return ["Từ trái sang phải: " + ", ".join(f"{one} – {group(r)}" for one in people(r, 4)) + ". Ảnh: Tổ truyền thông"]


def seats(r: Random) -> Lines:
    return [f"SƠ ĐỒ CHỖ NGỒI LỚP {group(r)}", *(row(*people(r, 4)) for _ in range(5))]


def teams_of_a_class(r: Random) -> Lines:
    return [f"Phân nhóm dự án lớp {group(r)}", *(f"Nhóm {i}: {', '.join(people(r, 5))}" for i in range(1, 5))]


def plain_list(r: Random) -> Lines:
    return [
        f"Học sinh lớp {group(r)} tham gia trải nghiệm:",
        *(f"{i}) {one}" for i, one in enumerate(people(r, 14), 1)),
    ]


def moved_away(r: Random) -> Lines:
    return [
        "Học sinh chuyển đi trong hè",
        row("Họ và tên", "Lớp cũ", "Chuyển đến"),
        *(row(one, group(r), r.choice(["THCS Gia Thụy", "THCS Ái Mộ", "Tỉnh Hưng Yên"])) for one in people(r, 5)),
    ]


def parents_work(r: Random) -> Lines:
    return [
        row("Học sinh", "Họ tên bố", "Nghề nghiệp", "Họ tên mẹ", "Nghề nghiệp"),
        *(
            row(one, person(r), r.choice(["Bộ đội", "Lái xe"]), person(r), r.choice(["Nội trợ", "Kế toán"]))
            for one in people(r, 6)
        ),
    ]


def vaccines(r: Random) -> Lines:
    return [
        "Theo dõi tiêm chủng",
        row("Họ tên", "Lớp", "Mũi 1", "Mũi 2"),
        *(row(one, group(r), f"{r.randint(1, 28)}/9/2026", r.choice(["", "hoãn do sốt"])) for one in people(r, 7)),
    ]


WAYS: tuple[Callable[[Random], Lines], ...] = (
    villages,
    rented_room,
    who_owes,
    measured,
    absent,
    accounts,
    banks,
    blamed,
    blamed_table,
    disabled,
    peoples_and_faiths,
    hard_lives,
    from_the_left,
    seats,
    teams_of_a_class,
    plain_list,
    moved_away,
    parents_work,
    vaccines,
)
