"""Admissions as spreadsheets: the seasons for everybody, the applications of one for whoever handles them."""

from collections.abc import Callable, Iterable

from portal.base.sheets import Value, table
from portal.records.admissions.dossier_rules import OUTCOMES, PAPERS, SEXES, Outcome, Papers, Sex
from portal.records.admissions.rules import WAYS, Way
from portal.records.models import AdmissionSeason, Application

SEASONS = ("Đợt tuyển sinh", "Năm học", "Nơi cư trú", "Diện", "Chỉ tiêu", "Đối tượng, điều kiện", "Hình thức", "Hồ sơ", "Kế hoạch",
           "Cách đăng ký", "Mở nhận đơn", "Đóng nhận đơn", "Nơi tiếp nhận", "Giờ tiếp nhận", "Liên hệ",
           "Căn cứ pháp lý", "Địa chỉ")  # fmt: skip
SEASON_WIDTHS = (40, 12, 36, 24, 10, 50, 30, 50, 50, 30, 18, 18, 30, 30, 30, 50, 50)
HEAD = ("Số", "Nhận lúc", "Họ và tên em", "Ngày sinh", "Nữ, nam", "Trường đang học", "Nơi cư trú", "Nơi ở", "Cha, mẹ, người giám hộ",
        "Quan hệ", "Điện thoại", "Thư điện tử", "Giấy tờ", "Còn thiếu", "Kết quả", "Lý do")  # fmt: skip
WIDTHS = (8, 18, 28, 12, 8, 28, 30, 40, 28, 14, 16, 28, 20, 36, 18, 36)


def seasons_book(found: Iterable[AdmissionSeason], absolute: Callable[[str], str]) -> bytes:
    """A line for each area of each season; `absolute` makes whole addresses."""
    rows = (_season(one, place.area, place.kind, place.many, absolute) for one in found for place in one.places)
    return table("Tuyển sinh", SEASONS, SEASON_WIDTHS, rows)


def _season(one: AdmissionSeason, area: str, kind: str, many: int, absolute: Callable[[str], str]) -> tuple[Value, ...]:
    return (
        one.title, one.year_name, area, kind, many, one.who, one.method, one.dossier, one.plan, WAYS[Way(one.way)], one.opens,
        one.closes, one.place, one.hours, one.contact, one.basis, absolute(one.address),
    )  # fmt: skip


def applications_book(found: Iterable[Application]) -> bytes:
    """A line an application, in the order they came."""
    return table("Hồ sơ dự tuyển", HEAD, WIDTHS, (_line(one) for one in found))


def _line(one: Application) -> tuple[Value, ...]:
    return (
        one.pk, one.received_at, one.child, one.born, SEXES[Sex(one.sex)], one.school, one.area, one.address, one.guardian,
        one.relation, one.phone, one.email, PAPERS[Papers(one.papers)], one.lacking, OUTCOMES[Outcome(one.outcome)], one.reason,
    )  # fmt: skip
