"""Procedures of the demo's office: moving to another school, a certificate, copies; one that is over, one being written (Điều 16.1.2)."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from typing import Any, Final

from portal.people.models import Person
from portal.records.procedures import actions
from portal.records.procedures.rules import Given

CHANNEL = "demo"
Up = Callable[[Any, Person, datetime], None]
PLACE: Final = "Phòng Văn thư, tầng 1 nhà A"
HOURS: Final = "Thứ Hai đến thứ Sáu, 8 giờ đến 11 giờ và 14 giờ đến 16 giờ"
SINCE: Final = date(2026, 9, 1)
TO: Final = "Hiệu trưởng Trường THCS Ngô Gia Tự"

MOVING: Final = Given(
    title="Chuyển trường đi", who="Học sinh đang học tại trường, do cha mẹ hoặc người giám hộ làm đơn",
    intro="Khi gia đình chuyển nơi ở hoặc có lý do chính đáng muốn con học ở trường khác.",
    dossier="Đơn xin chuyển trường, có ý kiến đồng ý tiếp nhận của trường nơi đến (1 bản chính)\n"
            "Học bạ (bản chính, nhà trường giao khi hoàn tất)\nGiấy khai sinh (1 bản sao)\n"
            "Giấy tờ về nơi ở mới, nếu chuyển nơi ở (mang theo để đối chiếu)",
    steps="Gia đình xin trường nơi đến xác nhận còn chỗ và đồng ý tiếp nhận.\nNộp đủ hồ sơ ở phòng Văn thư, nhận giấy hẹn.\n"
          "Hiệu trưởng xem xét và ký giấy giới thiệu chuyển trường.\nGia đình nhận giấy giới thiệu cùng học bạ, nộp ở trường nơi đến.",
    place=PLACE, hours=HOURS, days=3, fee=0, outcome="Giấy giới thiệu chuyển trường và học bạ của học sinh",
    basis="Thông tư số 32/2020/TT-BGDĐT (Điều lệ trường THCS, THPT)\nQuyết định số 51/2002/QĐ-BGDĐT về chuyển trường và tiếp nhận học sinh",
    starts=SINCE, form_title="Đơn xin chuyển trường", form_to=TO, form_signer="Người làm đơn",
    form_lines="Tôi là: ____\nĐịa chỉ: ____\nSố điện thoại: ____\nLà cha, mẹ, người giám hộ của học sinh: ____\n"
               "Ngày sinh: ____ Lớp: ____\nTôi đề nghị nhà trường cho học sinh trên được chuyển đến trường: ____\n"
               "Thuộc xã, phường, tỉnh, thành phố: ____\nLý do: ____\n____\n"
               "Tôi xin cam đoan những điều ghi trên là đúng. Trân trọng cảm ơn nhà trường.\n"
               "Ý kiến của trường nơi đến: ____\n____",
)  # fmt: skip
CERTIFICATE: Final = Given(
    title="Xác nhận là học sinh của trường", who="Học sinh đang học tại trường",
    intro="Dùng khi làm thẻ xe buýt, vay vốn, nhận hỗ trợ hoặc cơ quan khác yêu cầu.",
    dossier="Đơn đề nghị xác nhận (1 bản)\nThẻ học sinh (mang theo để đối chiếu)",
    steps="Nộp đơn ở phòng Văn thư, hoặc nhờ giáo viên chủ nhiệm chuyển.\nVăn thư đối chiếu sổ đăng bộ, trình ký.\nNhận giấy xác nhận.",
    place=PLACE, hours=HOURS, days=1, fee=0, outcome="Giấy xác nhận có chữ ký, đóng dấu (1 bản)",
    basis="Thông tư số 32/2020/TT-BGDĐT (Điều lệ trường THCS, THPT)", starts=SINCE,
    form_title="Đơn đề nghị xác nhận học sinh", form_to=TO, form_signer="Người đề nghị",
    form_lines="Họ và tên học sinh: ____\nNgày sinh: ____ Lớp: ____\nNơi ở hiện nay: ____\n"
               "Đề nghị nhà trường xác nhận em đang học tại trường trong năm học: ____\nĐể làm việc: ____\n"
               "Trân trọng cảm ơn nhà trường.",
)  # fmt: skip
COPIES: Final = Given(
    title="Cấp bản sao học bạ, bằng tốt nghiệp", who="Học sinh cũ và học sinh đang học tại trường",
    intro="Khi bản chính bị mất, hỏng, hoặc cần thêm bản sao từ sổ gốc.",
    dossier="Đơn đề nghị cấp bản sao (1 bản)\nCăn cước hoặc giấy khai sinh (mang bản chính để đối chiếu)\n"
            "Giấy ủy quyền, nếu người khác đến thay",
    steps="Nộp hồ sơ ở phòng Văn thư, nhận giấy hẹn.\nVăn thư đối chiếu sổ gốc cấp bằng, sổ đăng bộ.\n"
    "Hiệu trưởng ký; gia đình nhận bản sao theo giấy hẹn.",
    place=PLACE, hours=HOURS, days=2, fee=0, fee_note="Sổ gốc từ năm 2008 về trước: thời hạn 5 ngày làm việc",
    outcome="Bản sao có chữ ký, đóng dấu (theo số bản đề nghị)",
    basis="Thông tư số 21/2019/TT-BGDĐT (Quy chế quản lý văn bằng, chứng chỉ)\nNghị định số 23/2015/NĐ-CP (bản sao từ sổ gốc)",
    starts=SINCE, form_title="Đơn đề nghị cấp bản sao", form_to=TO, form_signer="Người đề nghị",
    form_lines="Họ và tên: ____\nNgày sinh: ____ Điện thoại: ____\nĐã học tại trường từ năm: ____ đến năm: ____\n"
               "Giấy tờ cần cấp bản sao: ____\nSố bản: ____ Lý do: ____\nTrân trọng cảm ơn nhà trường.",
)  # fmt: skip
OVER: Final = Given(
    title="Đăng ký nhận sổ liên lạc giấy", who="Cha mẹ học sinh", intro="Từ năm học 2026–2027 thay bằng sổ liên lạc điện tử.",
    dossier="Phiếu đăng ký (1 bản)", place=PLACE, hours=HOURS, days=5, fee=0, outcome="Sổ liên lạc",
    basis="Kế hoạch năm học 2025–2026 của trường", starts=date(2025, 9, 1), ends=SINCE,
)  # fmt: skip
BEGUN: Final = Given(
    title="Xin học lại sau khi nghỉ bảo lưu",
    who="Học sinh đã được bảo lưu kết quả học tập",
    dossier="Đơn xin học lại (1 bản)",
)


def arrange(up: Up, people: Mapping[str, Person], now: datetime) -> None:
    """The office's procedures, written by the Secretary; one of them only begun."""
    by = people["thuky"]
    for number, given in enumerate((OVER, MOVING, CERTIFICATE, COPIES)):
        at = now - timedelta(days=60 - 3 * number)
        up(actions.begin(given, [], by=by, at=at, channel=CHANNEL), by, at)
    actions.begin(BEGUN, [], by=by, at=now - timedelta(days=1), channel=CHANNEL)
