"""The internal notices of the demo school: two school years, some confirmed by all, some not yet by everybody."""

from dataclasses import dataclass, field
from datetime import date
from typing import Final

from portal.demo.content.papers import Form


@dataclass(frozen=True)
class NoticeSeed:
    """One notice: `on` its day, or so many days before the demo's; `by_day`, the same way, until when it is confirmed (days
    after); `silent` who has not confirmed by then."""

    title: str
    intro: str
    by: str
    on: date | int
    by_day: date | int | None = None
    sort: str = "thong-bao"
    everyone: bool = False
    offices: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    paper: Form | None = None
    silent: tuple[str, ...] = field(default=())
    corrected: str = ""  # the words after a correction a day later, which nobody has confirmed again
    waits: bool = False  # still on its way


TEACHING: Final = ("to-khoa-hoc-tu-nhien", "to-ngu-van-khoa-hoc-xa-hoi", "to-toan-tin")
SLOW: Final = ("giaovien1", "gv.duy", "gv.oanh", "gv.lam", "gv.bang", "nv.tam", "uyvien.dd", "quantri")

NOTICES: Final = (
    NoticeSeed(
        "Quy định ra vào cổng trường trong giờ học",
        "Từ đầu tháng 11, cổng chính đóng lúc 7 giờ 15.\nKhách vào trường ghi sổ ở phòng bảo vệ và đeo thẻ.\n"
        "Học sinh ra ngoài trong giờ phải có giấy của giáo viên chủ nhiệm.",
        "nv.hang", date(2025, 10, 27), date(2025, 10, 31), everyone=True,
    ),
    NoticeSeed(
        "Kế hoạch hoạt động Cổng thông tin điện tử năm học 2026–2027",
        "Ban biên tập gửi các thầy cô kế hoạch năm của cổng.\n"
        "Mỗi tổ có ít nhất hai tin, bài mỗi tháng; tin về sự kiện đăng trong vòng hai ngày sau khi kết thúc.\n"
        "Tháng 10 và tháng 2 có một buổi hướng dẫn viết tin, chụp ảnh tại phòng Tin học.\n"
        "Thầy cô có việc muốn đưa thêm vào kế hoạch, xin báo Thư ký trước ngày 10/9.",
        "thuky", date(2026, 8, 26), date(2026, 9, 7), sort="ke-hoach", everyone=True,
        paper=Form("Kế hoạch hoạt động Cổng thông tin điện tử năm học 2026–2027", (
            "Tháng 9: rà lại chuyên mục, phân công ủy viên.", "Tháng 10: buổi hướng dẫn viết tin thứ nhất.",
            "Tháng 12: sơ kết học kỳ I, xếp loại chuyên mục.", "Tháng 2: buổi hướng dẫn viết tin thứ hai.",
            "Tháng 5: tổng kết, khen thưởng.",
        ), "Trưởng Ban biên tập"), silent=("gv.lam",),
    ),
    NoticeSeed(
        "Hướng dẫn dùng hộp thư của trường và cổng nội bộ",
        "Mỗi thầy cô có một hộp thư tên miền riêng của trường; thư công việc chỉ gửi và nhận ở hộp thư này.\n"
        "Mật khẩu đặt riêng, không dùng lại mật khẩu của nơi khác, không cho người khác mượn.\n"
        "Lịch công tác tuần, thông báo nội bộ và kho học liệu nằm ở “Cổng nội bộ”. Quên mật khẩu, xin gặp quản trị viên.",
        "quantri", date(2026, 9, 9), date(2026, 9, 18), sort="huong-dan", everyone=True, silent=("nv.tam", "gv.duy"),
    ),
    NoticeSeed(
        "Chấm và trả bài kiểm tra giữa học kỳ I",
        "Bài kiểm tra giữa học kỳ I chấm xong trong một tuần, trả và chữa tại lớp.\n"
        "Điểm nhập vào sổ điểm điện tử trước khi trả bài. Tổ trưởng đối chiếu mỗi lớp năm bài bất kỳ.",
        "uyvien.cm", date(2026, 11, 4), date(2026, 11, 10), units=TEACHING,
    ),
    NoticeSeed(
        "Diễn tập chữa cháy và thoát nạn",
        "Toàn trường diễn tập vào tiết 4 sáng thứ Năm.\nGiáo viên đang dạy đưa lớp ra sân theo sơ đồ treo ở cửa, điểm danh, báo sĩ số "
        "cho thầy Lâm.",
        "nv.hang", 5, 3, everyone=True, silent=SLOW[1:],
        corrected="Toàn trường diễn tập vào tiết 3 sáng thứ Năm (đổi từ tiết 4).\nGiáo viên đang dạy đưa lớp ra sân theo sơ đồ treo ở "
        "cửa, điểm danh, báo sĩ số cho thầy Lâm.",
    ),
    NoticeSeed(
        "Nộp sổ đầu bài và sổ chủ nhiệm giữa học kỳ I",
        "Giáo viên chủ nhiệm nộp sổ đầu bài và sổ chủ nhiệm cho văn phòng.\nSổ được trả lại sau hai ngày, kèm nhận xét của Ban giám hiệu.",
        "thuky", 3, 2, everyone=True, silent=SLOW,
    ),
    NoticeSeed(
        "Tổ trưởng họp chuẩn bị kiểm tra cuối học kỳ I",
        "Họp tại phòng hội đồng, 14 giờ chiều thứ Sáu. Các tổ mang theo ma trận đề và danh sách giáo viên ra đề.",
        "truongban", 1, offices=("unit_leader",),
    ),
    NoticeSeed(
        "Đăng ký dự giờ chéo tháng 12",
        "Mỗi thầy cô dự ít nhất hai tiết của tổ bạn trong tháng 12, ghi vào phiếu dự giờ kèm theo và nộp tổ trưởng.",
        "giaovien2", 1, 10, units=TEACHING, waits=True,
    ),
)  # fmt: skip
