"""What schools put up and may, second set: numbers that are goods, points and money."""

from collections.abc import Callable
from random import Random

from bench.personal.again.people import ROADS, SUBJECTS, Lines, group, mark, row


def serials(r: Random) -> Lines:
    return [
        "Biên bản bàn giao thiết bị",
        row("Thiết bị", "Số sê-ri", "Năm đưa vào sử dụng"),
        *(
            row(what, f"0{r.randint(10**10, 10**11 - 1)}", r.randint(2018, 2026))
            for what in ("Ti vi Sony", "Loa kéo", "Máy chiếu Epson", "Máy in")
        ),
    ]


def account_of_the_school(r: Random) -> Lines:
    return [
        f"Tên tài khoản: Trường THCS; số tài khoản: 113000{r.randint(100_000, 999_999)} tại VietinBank; "
        f"mã số thuế 010{r.randint(10**6, 10**7 - 1)}.",
        "Nội dung: họ tên học sinh, lớp, khoản nộp.",
    ]


def levels_by_class(r: Random) -> Lines:
    return [
        "9.2. Kết quả đánh giá",
        row("Lớp", "Sĩ số", "Tốt", "Khá", "Đạt", "Chưa đạt"),
        *(row(group(r), 40, r.randint(5, 20), r.randint(5, 12), r.randint(5, 8), 5) for _ in range(7)),
    ]


def averages(r: Random) -> Lines:
    return [
        "Điểm trung bình các môn theo khối",
        row("Khối", *SUBJECTS[:5]),
        *(row(g, *(mark(r) for _ in range(5))) for g in range(6, 10)),
    ]


def fixtures(r: Random) -> Lines:
    return [
        "Lịch thi đấu bóng đá",
        *(
            f"{r.randint(1, 28)}/3: {group(r)} gặp {group(r)}, {r.randint(15, 17)}h00; kết quả {r.randint(0, 4)}–{r.randint(0, 4)}"
            for _ in range(6)
        ),
    ]


def bus_times(r: Random) -> Lines:
    return [
        "Giờ xe đưa đón",
        row("Điểm dừng", "Lượt đi", "Lượt về"),
        *(
            row(f"Số {r.randint(2, 90)} {road}", f"6h{r.randint(10, 50)}", f"17h{r.randint(10, 50)}")
            for road in r.sample(ROADS, 5)
        ),
    ]


def uniforms(r: Random) -> Lines:
    return [
        "Bảng giá đồng phục",
        row("Mặt hàng", "Cỡ", "Chiều cao (cm)", "Giá"),
        *(
            row("Áo sơ mi", size, f"{140 + 5 * i}–{145 + 5 * i}", f"{r.randint(95, 150)}.000")
            for i, size in enumerate("SMLX")
        ),
    ]


def reckoned(r: Random) -> Lines:
    return [
        "Quyết toán thu chi",
        row("Nội dung", "Quý III", "Lũy kế"),
        *(
            row(
                what,
                f"{r.randint(100, 999)}.{r.randint(100, 999)}.{r.randint(100, 999)}",
                f"1.{r.randint(100, 999)}.{r.randint(100, 999)}.000",
            )
            for what in ("Lương", "Học phí", "Điện", "Nước")
        ),
    ]


def age_groups(r: Random) -> Lines:
    return [
        "Cơ cấu đội ngũ",
        row("Độ tuổi", "Nam", "Nữ"),
        *(row(what, r.randint(0, 9), r.randint(3, 20)) for what in ("Dưới 30", "30–40", "41–50", "Trên 50")),
    ]


def network(r: Random) -> Lines:
    return [
        "Cấu hình mạng",
        *(
            f"Máy {i}: 192.168.{r.randint(1, 9)}.{r.randint(2, 250)}, MAC 00:1A:{r.randint(10, 99)}:{r.randint(10, 99)}:5E:0{i}"
            for i in range(1, 6)
        ),
        "Phiên bản 5.2.14",
    ]


def kilocalories(r: Random) -> Lines:
    return [
        "Khẩu phần bán trú",
        row("Món", "kcal", "Đạm (g)", "Béo (g)"),
        *(
            row(what, r.randint(90, 420), f"{r.randint(2, 20)},{r.randint(0, 9)}", f"{r.randint(1, 9)},5")
            for what in ("Cá kho", "Canh cua", "Đậu sốt", "Cơm tẻ")
        ),
    ]


def contest_of_classes(r: Random) -> Lines:
    return [
        "Kết quả hội thi báo tường",
        row("Lớp", "Nội dung", "Hình thức", "Tổng", "Giải"),
        *(row(group(r), mark(r), mark(r), f"{r.randint(15, 19)},5", r.choice(["Nhất", "Nhì", "KK"])) for _ in range(7)),
    ]


def stations(r: Random) -> Lines:
    return [
        "Quan trắc thời tiết",
        row("Trạm", "Nhiệt độ", "Độ ẩm"),
        *(
            row(what, f"{r.randint(180, 340) / 10}", f"{r.randint(60, 95)}%")
            for what in ("Láng", "Hà Đông", "Sơn Tây", "Ba Vì")
        ),
    ]


WAYS: tuple[Callable[[Random], Lines], ...] = (
    serials,
    account_of_the_school,
    levels_by_class,
    averages,
    fixtures,
    bus_times,
    uniforms,
    reckoned,
    age_groups,
    network,
    kilocalories,
    contest_of_classes,
    stations,
)
