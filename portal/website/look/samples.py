"""What the style guide fills the components with: usual, short, long, with parts missing, and hostile."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.core.paginator import Page, Paginator

Item = Mapping[str, Any]
LONG = (
    "Hội nghị tổng kết phong trào “Đọc sách cùng con” và phát động tháng hành động vì môi trường học đường xanh, sạch, đẹp, "
    "an toàn, thân thiện năm học 2026–2027 của liên đội và Ban đại diện cha mẹ học sinh các khối 6, 7, 8, 9"
)
UNBROKEN = "Nghiêngngảngoằnngoèo" * 6
HOSTILE = f"<script>alert('kiểu mẫu')</script> \u202eđảo ngược\u202c {UNBROKEN} ⚠️ 𝓿𝓾̛̃"
CASES = ("Thường", "Ngắn", "Dài", "Thiếu", "Cố tình phá")


def items(at: datetime, picture: str) -> list[tuple[str, Item]]:
    """One story in each state, with the name of the state."""
    shown = {"picture_url": picture, "picture_alt": "Sân trường giờ chào cờ"}
    base = {"url": "#kieu-mau", "published_at": at}
    rows: tuple[Item, ...] = (
        {**base, **shown, "title": "Giờ thực hành Khoa học tự nhiên: khi học sinh tự thiết kế thí nghiệm",
         "summary": "Lớp 7A3 mang nước mưa, nước giếng, nước ao đến lớp để trả lời một câu hỏi của chính mình.",
         "section_title": "Chuyên môn"},
        {**base, **shown, "title": "Nghỉ.", "summary": "Hết.", "section_title": "Tin"},
        {**base, **shown, "title": LONG, "summary": f"{LONG}. {LONG}.", "source_name": "Báo Giáo dục và Thời đại, bản điện tử",
         "section_title": "Phối hợp nhà trường, gia đình và xã hội", "published_at": at - timedelta(days=400)},
        {**base, "title": "Tin không ảnh, không tóm tắt, không chuyên mục"},
        {**base, **shown, "title": HOSTILE, "summary": HOSTILE, "section_title": HOSTILE, "advertiser_name": HOSTILE},
    )  # fmt: skip
    return list(zip(CASES, rows, strict=True))


def steps() -> list[Mapping[str, str]]:
    """A route with every state a step can be in."""
    return [
        {"name": "Ủy viên phụ trách", "people": "Phạm Thị Cúc", "status": "done", "when": "8:10, thứ Hai 16/11",
         "clause": "Điều 14.1"},
        {"name": "Thư ký", "people": "Vũ Thị Sen", "status": "skipped", "note": "Bỏ qua: người viết là Thư ký.", "clause": "Điều 14.2"},
        {"name": LONG, "people": HOSTILE, "status": "open", "note": "Còn 2 ngày 13 giờ."},
        {"name": "Lãnh đạo Ban", "people": "", "status": "waiting"},
    ]  # fmt: skip


def lines(at: datetime) -> list[Mapping[str, Any]]:
    """A record: one line with everything, one with the least, one hostile."""
    return [
        {"at": at - timedelta(hours=5), "verb_label": "Bắt đầu viết", "by": "Hoàng Lan", "revision": 1},
        {"at": at - timedelta(hours=3), "verb_label": "Trả lại để sửa", "by": "Trần Thu Hà", "office": "Trưởng ban",
         "acting_for": "Lê Phong", "reason": "Thêm ngày giờ và nơi tổ chức.", "clause": "Điều 14.1", "revision": 2, "hash": "0" * 64},
        {"at": at, "verb_label": "Nhận xét", "by": HOSTILE, "reason": HOSTILE},
    ]  # fmt: skip


PARTS = [
    {"kind": "same", "html": "<p>Chai thứ nhất là nước mưa hứng từ mái hiên nhà An.</p>"},
    {"kind": "change", "html": "<p>Chai thứ hai là nước <del>ao</del><ins>giếng khoan</ins> của bà ngoại Vy.</p>"},
    {"kind": "ins", "html": "<p>Chai thứ ba, bạn Đức Giang múc ở ao làng sáng nay.</p>"},
    {"kind": "del", "html": "<p>Cả lớp ra về.</p>"},
]  # ours, not a reader's: the component takes words already made safe
TABLE = {
    "head": ["Khoản thu", "Mức", "Căn cứ", "Thời hạn", "Ai được miễn, giảm"],
    "rows": [
        ["Bảo hiểm y tế", "884.520 đồng một năm", "Nghị định 188/2025/NĐ-CP", "31/12/2026", "Hộ nghèo, cận nghèo"],
        ["Trông xe", "—", LONG, "", HOSTILE],
    ],
}
BADGES = ("draft", "in_review", "sent_back", "refused", "approved", "published", "withdrawn")


class Sample(forms.Form):
    """Every kind of field, so that each is seen whole and wrong."""

    title = forms.CharField(label="Tên bài", help_text="Nói đúng việc, dưới 120 chữ cái.", max_length=120)
    genre = forms.ChoiceField(label="Thể loại", choices=[("tin", "Tin ngắn"), ("bai", LONG)])
    text = forms.CharField(label="Lời tòa soạn", widget=forms.Textarea(attrs={"rows": 3}), required=False)
    reach = forms.ChoiceField(
        label="Ai đọc được", choices=[("moi", "Mọi người"), ("nb", "Cổng nội bộ")], widget=forms.RadioSelect
    )
    consent = forms.BooleanField(label="Gia đình học sinh trong ảnh đã đồng ý")


def pages() -> Page[int]:
    """The middle page of a long list."""
    return Paginator(range(120), 12).page(5)


def form_usual() -> Sample:
    return Sample(initial={"title": "Mở kho sách", "genre": "tin", "reach": "moi"}, prefix="thuong", auto_id="%s-mau")


def form_wrong() -> Sample:
    return Sample({"sai-title": HOSTILE, "sai-genre": "khac", "sai-text": HOSTILE}, prefix="sai", auto_id="%s-mau")
