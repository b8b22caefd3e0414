"""The applications of a season as a spreadsheet, for whoever handles them."""

from collections.abc import Iterable

from portal.base.sheets import Value, table
from portal.records.admissions.dossier_rules import OUTCOMES, PAPERS, SEXES, Outcome, Papers, Sex
from portal.records.models import Application

HEAD = ("Số", "Nhận lúc", "Họ và tên em", "Ngày sinh", "Nữ, nam", "Trường đang học", "Nơi cư trú", "Nơi ở", "Cha, mẹ, người giám hộ",
        "Quan hệ", "Điện thoại", "Thư điện tử", "Giấy tờ", "Còn thiếu", "Kết quả", "Lý do")  # fmt: skip
WIDTHS = (8, 18, 28, 12, 8, 28, 30, 40, 28, 14, 16, 28, 20, 36, 18, 36)


def applications_book(found: Iterable[Application]) -> bytes:
    """A line an application, in the order they came."""
    return table("Hồ sơ dự tuyển", HEAD, WIDTHS, (_line(one) for one in found))


def _line(one: Application) -> tuple[Value, ...]:
    return (
        one.pk, one.received_at, one.child, one.born, SEXES[Sex(one.sex)], one.school, one.area, one.address, one.guardian,
        one.relation, one.phone, one.email, PAPERS[Papers(one.papers)], one.lacking, OUTCOMES[Outcome(one.outcome)], one.reason,
    )  # fmt: skip
