"""The minutes of an erasing, in the layout of NĐ 30/2020: that it was done, upon what, how much of what; nobody's name but of those
who sign (Luật 91/2025, Điều 24)."""

from portal.base.clock import ZONE
from portal.base.models import School
from portal.base.official.paper import Heading, Paper, Part, Signature, Table, Text
from portal.pupils.erasing.queries import whom
from portal.pupils.models import Erasure

HERE = "(Ký, ghi rõ họ tên)"


def minutes_of(erasure: Erasure, settled: int, to_settle: int) -> Paper:
    """`settled` and `to_settle`: how many of the places where the name stood were looked after, and how many were not yet."""
    school = School.objects.first() or School(name="Nhà trường", initials="", domain="")
    done = (erasure.decided_at or erasure.asked_at).astimezone(ZONE)
    body: list[Part] = [
        Text(f"Lúc {done:%H} giờ {done:%M} ngày {done:%d/%m/%Y}, cổng thông tin của {school.name} đã xóa thông tin cá nhân "
             f"của {whom(erasure)}, theo yêu cầu số {erasure.pk}."),
        Text(f"{erasure.get_ground_display()}; căn cứ: {erasure.paper}.", lead="1. Lý do:"),
        Text("tên, ngày sinh, tài khoản và mọi thông tin nhận ra người ấy được thay bằng số; phần đã xóa gồm:", lead="2. Nội dung:"),
        Table(("Phần", "Số lượng"), tuple((what, str(many)) for what, many in erasure.replaced.items()), shares=(0.8, 0.2),
              figures=frozenset({1})),
        Text(f"cổng tìm thấy tên ở {settled + to_settle} nơi do người viết; đã xem và khép {settled} nơi, còn {to_settle} nơi.",
             lead="3. Bài, tệp còn tên:"),
        Text("sổ nhật ký của cổng chỉ ghi số nên giữ nguyên. Bản sao lưu cũ được xóa lại mỗi khi khôi phục, theo danh sách "
             "mã băm giữ ngoài cơ sở dữ liệu.", lead="4. Nhật ký và bản sao lưu:"),
        Heading("Mã đối chiếu", 3),
        Text(erasure.digest, indent=False),
    ]  # fmt: skip
    if erasure.repeated_at is not None:
        again = erasure.repeated_at.astimezone(ZONE)
        body.insert(
            5, Text(f"việc xóa được làm lại lúc {again:%H:%M %d/%m/%Y} sau khi khôi phục dữ liệu.", lead="Làm lại:")
        )
    return Paper(
        issuer=school.name, place=_place(school), day=done.date(), title="Biên bản", about="Xóa thông tin cá nhân trên cổng thông tin",
        grounds=("Căn cứ Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15",), symbol=f"BB-{school.initials}" if school.initials else "",
        body=tuple(body), recipients=("Người yêu cầu", "Lưu: VT"),
        signatures=(Signature("Người đề nghị", str(erasure.asked_by or ""), here=HERE),
                    Signature("Hiệu trưởng", str(erasure.decided_by or ""), here=HERE)),
    )  # fmt: skip


def _place(school: School) -> str:
    return school.ward.partition(",")[0].removeprefix("phường ").removeprefix("Phường ").strip() or "…………"
