"""Invented people and numbers. Nobody here exists: names are dealt from lists, numbers from ranges, all from one seed."""

from random import Random

_FAMILY = (
    "Nguyễn Trần Lê Phạm Hoàng Vũ Đặng Bùi Đỗ Hồ Ngô Dương Lý Phan Trịnh Đinh Mai Đào Lương Tạ Cao Chu Hà Quách Kiều "
    "Khuất Nghiêm Tống Đoàn Lâm Phùng Thái Vi Lò Giàng Triệu Nông Hứa"
)
_MIDDLE = "Văn Thị Minh Đức Thu Ngọc Gia Khánh Bảo Hoàng Quỳnh Phương Anh Tuấn Hải Thanh Hà Nhật Tường"
_GIVEN = (
    "An Anh Bách Bình Châu Chi Cường Dung Dũng Duy Đạt Giang Hà Hân Hiếu Hoa Huy Hương Khang Khôi Lam Linh Long Mai Minh My "
    "Nam Nga Ngân Nhi Phong Phúc Quân Quyên Sơn Thảo Trang Trí Tú Uyên Vân Việt Vy Yến"
)
FAMILY, MIDDLE, GIVEN = _FAMILY.split(), _MIDDLE.split(), _GIVEN.split()
SUBJECTS = ("Toán", "Ngữ văn", "Tiếng Anh", "KHTN", "LS&ĐL", "Tin học", "GDCD", "Công nghệ")
LEVELS = ("Tốt", "Khá", "Đạt", "Chưa đạt")
STREETS = ("Ngọc Lâm", "Đức Giang", "Ngô Gia Khảm", "Thạch Bàn", "Sài Đồng", "Bồ Đề", "Lâm Du", "Trường Lâm")


def person(r: Random) -> str:
    middle = [r.choice(MIDDLE)] if r.random() < 0.9 else []
    return " ".join([r.choice(FAMILY), *middle, r.choice(GIVEN)])


def people(r: Random, many: int) -> list[str]:
    return [person(r) for _ in range(many)]


def school_class(r: Random) -> str:
    return f"{r.randint(6, 9)}{r.choice('ABCDE')}{r.choice(['', '1', '2', '3'])}"


def mark(r: Random, comma: str = ",") -> str:
    value = r.randint(8, 20) / 2
    return f"{value:.1f}".replace(".", comma) if value % 1 or r.random() < 0.4 else str(int(value))


def born(r: Random) -> str:
    return r.choice(["{:02}/{:02}/{}", "{}/{}/{}", "{:02}.{:02}.{}"]).format(
        r.randint(1, 28), r.randint(1, 12), r.randint(2011, 2015)
    )


def mobile(r: Random) -> str:
    digits = f"0{r.choice('35789')}{r.randint(10_000_000, 99_999_999)}"
    return r.choice([digits, f"{digits[:4]} {digits[4:7]} {digits[7:]}", f"{digits[:4]}.{digits[4:7]}.{digits[7:]}",
                     f"+84 {digits[1:4]} {digits[4:7]} {digits[7:]}"])  # fmt: skip


def office_phone(r: Random) -> str:
    return f"024 3{r.randint(100, 999)} {r.randint(1000, 9999)}"


def citizen(r: Random) -> str:
    return (
        f"{r.choice(['001', '027', '030', '033', '038'])}{r.choice('23')}{r.randint(11, 15)}{r.randint(0, 999999):06}"
    )


def home(r: Random) -> str:
    return r.choice([
        f"Số {r.randint(2, 200)} phố {r.choice(STREETS)}", f"Số {r.randint(1, 60)}, ngõ {r.randint(2, 300)} {r.choice(STREETS)}",
        f"Tổ {r.randint(1, 30)}, phường {r.choice(STREETS)}", f"P{r.randint(101, 2210)} chung cư CT{r.randint(1, 9)} {r.choice(STREETS)}",
    ])  # fmt: skip


def day(r: Random) -> str:
    return f"{r.randint(1, 28)}/{r.randint(1, 12)}/{r.choice([2025, 2026, 2027])}"
