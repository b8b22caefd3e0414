"""The forms as data: which tables a point is told in, their rows, their columns, what is reckoned from them (TT 09/2024). Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Unit(StrEnum):
    """What a cell holds."""

    WORDS = ""
    DONG = "đồng"
    AREA = "m²"  # one decimal
    PEOPLE = "người"
    COUNT = "số"


@dataclass(frozen=True)
class Column:
    key: str
    title: str
    unit: Unit = Unit.WORDS

    @property
    def heading(self) -> str:
        return (
            f"{self.title} (đồng)"
            if self.unit is Unit.DONG
            else f"{self.title} (m²)"
            if self.unit is Unit.AREA
            else self.title
        )


@dataclass(frozen=True)
class Sheet:
    """One table to fill. `rows`: key and label; none where whoever fills it names the rows, in the first column.

    Reckoned columns: `sum`: title and columns added (a minus before those taken off); `share`: the column whose shares are told;
    `compare`: the column told beside the year before; `part_of`: columns told as shares of the sum; `least`: what there is beside the
    minimum; `per`: the column divided by how many pupils (or classes) there are. `private`: columns of pupils whose small figures are kept
    back, and of money that follows from them; `whole`: the column that counts all pupils of a row.
    """

    key: str
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, str], ...] = ()
    over: str = ""
    total: bool = False
    sum: tuple[str, tuple[str, ...]] | None = None
    share: str = ""
    compare: str = ""
    part_of: tuple[str, ...] = ()
    least: tuple[str, str] | None = None
    per: tuple[str, str, str] | None = None  # title, column divided, column that divides
    private: tuple[str, ...] = ()
    follows: tuple[str, ...] = ()
    whole: str = ""

    @property
    def is_free(self) -> bool:
        return not self.rows

    def column(self, key: str) -> Column:
        return next(one for one in self.columns if one.key == key)


@dataclass(frozen=True)
class Blank:
    """The form of one point."""

    code: str
    note: str
    sheets: tuple[Sheet, ...] = field(default_factory=tuple)

    def sheet(self, key: str) -> Sheet:
        return next(one for one in self.sheets if one.key == key)


MONEY = (Column("nam", "Trong năm", Unit.DONG),)
FREE_ROWS, MOST_FREE = 4, 60  # empty rows a screen offers below those filled; most there may be
GRADES = tuple((str(grade), f"Khối {grade}") for grade in (6, 7, 8, 9))

BLANKS: Mapping[str, Blank] = {
    one.code: one
    for one in (
        Blank("5.1", "Số của năm tài chính trước, tính bằng đồng.", (
            Sheet("thu", "Các khoản thu", MONEY, (
                ("ns", "Ngân sách nhà nước"), ("hp", "Học phí"), ("dv", "Dịch vụ giáo dục theo thỏa thuận"),
                ("tt", "Tài trợ, viện trợ"), ("khac", "Thu khác"),
            ), "Nguồn thu", total=True, share="nam", compare="nam"),
            Sheet("chi", "Các khoản chi", MONEY, (
                ("luong", "Lương, phụ cấp và các khoản đóng góp"), ("csvc", "Cơ sở vật chất và dịch vụ"),
                ("hotro", "Hỗ trợ người học"), ("khac", "Chi khác"),
            ), "Khoản chi", total=True, share="nam", compare="nam"),
        )),
        Blank("5.2", "Mỗi khoản một dòng; mức thu tính bằng đồng.", (
            Sheet("muc", "Các khoản thu và mức thu", (
                Column("ten", "Khoản thu"), Column("tinh", "Tính theo"), Column("nay", "Năm học này", Unit.DONG),
                Column("sau", "Dự kiến năm học sau", Unit.DONG), Column("cancu", "Căn cứ"),
            )),
        )),
        Blank("5.3", "Nhóm dưới 5 em được ẩn khi đăng, cùng số tiền của nhóm.", (
            Sheet("chinhsach", "Trợ cấp, miễn giảm, học bổng", (
                Column("em", "Số học sinh", Unit.PEOPLE), Column("tien", "Số tiền", Unit.DONG),
            ), (
                ("mien", "Miễn học phí"), ("giam", "Giảm học phí"), ("hotro", "Hỗ trợ chi phí học tập"),
                ("hocbong", "Học bổng"), ("khac", "Trợ cấp khác"),
            ), "Chính sách", total=True, private=("em",), follows=("tien",)),
        )),
        Blank("5.4", "Số dư đến cuối năm do cổng tính.", (
            Sheet("quy", "Số dư các quỹ", (
                Column("dau", "Đầu năm", Unit.DONG), Column("tang", "Trích lập, thu", Unit.DONG),
                Column("giam", "Chi, sử dụng", Unit.DONG),
            ), (
                ("phattrien", "Quỹ phát triển hoạt động sự nghiệp"), ("thunhap", "Quỹ bổ sung thu nhập"),
                ("khenthuong", "Quỹ khen thưởng"), ("phucloi", "Quỹ phúc lợi"), ("khac", "Quỹ khác"),
            ), "Quỹ", total=True, sum=("Cuối năm", ("dau", "tang", "-giam"))),
        )),
        Blank("5.5", "Nội dung khác theo pháp luật, ví dụ tài sản công mua sắm trong năm.", (
            Sheet("khac", "Nội dung tài chính khác", (
                Column("ten", "Nội dung"), Column("tien", "Số tiền", Unit.DONG), Column("ghichu", "Ghi chú"),
            )),
        )),
        Blank("8.1", "Số người theo vị trí và trình độ cao nhất; tỷ lệ do cổng tính.", (
            Sheet("doingu", "Đội ngũ theo vị trí và trình độ", (
                Column("ths", "Thạc sĩ trở lên", Unit.PEOPLE), Column("dh", "Đại học", Unit.PEOPLE),
                Column("cd", "Cao đẳng", Unit.PEOPLE), Column("duoi", "Trình độ khác", Unit.PEOPLE),
                Column("chuan", "Đạt chuẩn nghề nghiệp", Unit.PEOPLE), Column("bd", "Hoàn thành bồi dưỡng", Unit.PEOPLE),
            ), (("ql", "Cán bộ quản lý"), ("gv", "Giáo viên"), ("nv", "Nhân viên")), "Vị trí", total=True,
               sum=("Tổng số", ("ths", "dh", "cd", "duoi")), part_of=("chuan", "bd")),
        )),
        Blank("8.2", "Mức tối thiểu ghi theo quy định đang áp dụng với trường.", (
            Sheet("dientich", "Diện tích", (
                Column("co", "Diện tích", Unit.AREA), Column("hs", "Số học sinh", Unit.PEOPLE),
                Column("min", "Mức tối thiểu", Unit.AREA),
            ), (("dat", "Khu đất"), ("san", "Sân chơi, bãi tập"), ("phong", "Phòng học")), "Hạng mục", least=("co", "min"),
               per=("Bình quân một học sinh (m²)", "co", "hs")),
            Sheet("hangmuc", "Phòng và thiết bị", (Column("co", "Hiện có", Unit.COUNT), Column("min", "Mức tối thiểu", Unit.COUNT)), (
                ("phong", "Phòng học"), ("bomon", "Phòng học bộ môn"), ("thuvien", "Thư viện"), ("thietbi", "Phòng thiết bị"),
                ("yte", "Phòng y tế"), ("danang", "Nhà đa năng"), ("vesinh", "Khu vệ sinh học sinh"),
                ("may", "Máy tính cho học sinh"), ("bo", "Bộ thiết bị dạy học"),
            ), "Hạng mục", least=("co", "min")),
            Sheet("sach", "Sách giáo khoa, tài liệu", (
                Column("ten", "Môn, hoạt động"), Column("sach", "Bộ sách, tài liệu"), Column("nxb", "Nhà xuất bản"),
            )),
        )),
        Blank("9.2", "Số của năm học trước. Kết quả học tập, rèn luyện lấy từ trang số liệu cả năm đã đăng.", (
            Sheet("hs", "Học sinh theo khối", (
                Column("lop", "Số lớp", Unit.COUNT), Column("hs", "Số học sinh", Unit.PEOPLE), Column("nu", "Nữ", Unit.PEOPLE),
                Column("dt", "Dân tộc thiểu số", Unit.PEOPLE), Column("kt", "Khuyết tật", Unit.PEOPLE),
                Column("den", "Chuyển đến", Unit.PEOPLE), Column("di", "Chuyển đi", Unit.PEOPLE),
                Column("olai", "Ở lại lớp", Unit.PEOPLE),
            ), GRADES, "Khối", total=True, per=("Học sinh một lớp", "hs", "lop"), private=("dt", "kt", "den", "di", "olai"),
               whole="hs"),
            Sheet("tn", "Tốt nghiệp, hoàn thành chương trình", (
                Column("hs", "Học sinh lớp 9", Unit.PEOPLE), Column("tn", "Được công nhận", Unit.PEOPLE),
            ), (("tn", "Trung học cơ sở"),), "Cấp học", private=("tn",), whole="hs"),
        )),
    )
}  # fmt: skip
CODES = tuple(BLANKS)
