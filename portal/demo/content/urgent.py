"""The one urgent notice of the demo: its form, approved beforehand, and its words."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Urgent:
    form: str
    form_text: str
    title: str
    summary: str
    text: str


URGENT = Urgent(
    form="Nghỉ học hoặc đổi giờ vì thời tiết",
    form_text="Do (thời tiết), học sinh (khối lớp) nghỉ hoặc đổi giờ (ngày, giờ). Trường trực điện thoại (số).",
    title="Sáng thứ Hai 23/11 vào lớp muộn 45 phút vì mưa lớn",
    summary="Cổng mở lúc 7:15, trống vào lớp lúc 8:00. Xe đưa đón lùi đúng 45 phút.",
    text="Do mưa lớn và ngập ở đường trước cổng, sáng thứ Hai 23/11 cả bốn khối vào lớp lúc 8:00. Em nào đã đến sớm được "
    "vào thư viện và nhà đa năng. Nhà trường trực điện thoại (024) 3000 0000 từ 6:00.",
)
