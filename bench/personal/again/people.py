"""Invented people and numbers of the second set, in the shapes the first has few of. Nobody here exists; all from one seed."""

from random import Random

_FAMILY = (
    "Nguyễn Trần Lê Phạm Huỳnh Võ Vương Doãn Thân Đàm La Lục Mạc Ninh Phí Trương Từ Văn Viên Khổng Cù Đậu Hàn Lã Liễu Tăng "
    "Tô Tôn Ung Bạch Âu Giáp Thạch Ngụy Cấn Chử"
)
_MIDDLE = "Đình Hữu Công Xuân Thế Diệu Tuệ Cẩm Mỹ Như Kim Hồng Trọng Quang Việt Đăng Thùy Ánh Huyền Vũ Lan"
_GIVEN = (
    "Ân Băng Bích Ca Cúc Diệp Diễm Đan Đăng Điền Đông Hạnh Hào Hậu Hiển Hoài Hưng Khuê Kiên Lâm Lộc Mẫn Nghĩa Nguyên Nhân Như Oanh "
    "Phước Quế Quỳnh San Tâm Thành Thi Thịnh Thoa Thư Tiến Toàn Trâm Trúc Tùng Tuyết Viễn Vinh Xuân Ý"
)
Lines = list[str]
FAMILY, MIDDLE, GIVEN = _FAMILY.split(), _MIDDLE.split(), _GIVEN.split()
MOUNTAIN = (
    "Thào A Sùng",
    "Sùng Thị Mảy",
    "Vàng A Páo",
    "Y Blui Niê",
    "H’Hen Mlô",
    "Ksor H’Nhi",
    "Rơ Châm Thuk",
    "Hồ Thị Kăn",
    "Pờ Go Xá",
    "Ma Seo Lử",
    "Chảo Mùi Pham",
    "Quàng Văn Inh",
    "K’Brêl Đinh",
    "Siu Phưt",
)
SUBJECTS = ("Văn", "Sử - Địa", "Hóa", "Lí", "Sinh", "Anh", "Mĩ thuật", "Nhạc", "HĐTN")
ROADS = (
    "Nguyễn Văn Cừ",
    "Ngô Gia Tự",
    "Nguyễn Sơn",
    "Lý Sơn",
    "Hoàng Như Tiếp",
    "Vũ Xuân Thiều",
    "Huỳnh Tấn Phát",
    "Cổ Linh",
)


def person(r: Random) -> str:
    """Three syllables, four, two with a second family name, two in all."""
    family, middle, given = r.choice(FAMILY), r.choice(MIDDLE), r.choice(GIVEN)
    shape = r.random()
    if shape < 0.5:
        return f"{family} {middle} {given}"
    if shape < 0.75:
        return f"{family} {r.choice(FAMILY)} {middle} {given}"
    return f"{family} {middle} {r.choice(MIDDLE)} {given}" if shape < 0.93 else f"{family} {given}"


def people(r: Random, many: int) -> list[str]:
    return [person(r) for _ in range(many)]


def group(r: Random) -> str:
    """A class."""
    return r.choice(
        [
            f"{r.randint(6, 9)}A{r.randint(1, 12)}",
            f"{r.randint(6, 9)}/{r.randint(1, 9)}",
            f"{r.randint(6, 9)}.{r.randint(1, 9)}",
            f"{r.randint(6, 9)}{r.choice('CDEGH')}",
        ]
    )


def mark(r: Random) -> str:
    return f"{r.randint(24, 100) / 10:.1f}".replace(".", ",")


def mobile(r: Random) -> str:
    d = f"0{r.choice('35789')}{r.randint(10_000_000, 99_999_999)}"
    return r.choice(
        [
            f"{d[:2]}.{d[2:6]}.{d[6:]}",
            f"{d[:4]}-{d[4:7]}-{d[7:]}",
            f"{d[:3]} {d[3:6]} {d[6:8]} {d[8:]}",
            f"84{d[1:]}",
            f"{d[:5]} {d[5:]}",
            f"(+84) {d[1:]}",
        ]
    )


def citizen(r: Random) -> str:
    d = f"{r.choice(['001', '019', '036', '079', '092'])}{r.choice('23')}{r.randint(11, 15)}{r.randint(0, 999_999):06}"
    return r.choice([d, f"{d[:3]} {d[3:6]} {d[6:9]} {d[9:]}", f"{d[:4]}.{d[4:8]}.{d[8:]}"])


def row(*cells: object) -> str:
    return "\t".join(map(str, cells))
