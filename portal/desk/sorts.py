"""How the desk sorts what waits: where an item is for its reader, and what sort of thing it is."""

from collections.abc import Mapping
from enum import StrEnum

from portal.approval.rules import Audience, Facts, Nature

URGENT_ROWS = (9, 10)  # rows of the route: urgent notice, correction


class Place(StrEnum):
    """Where an item is, seen from the person who reads the list; in the order of the list."""

    MINE = "toi"
    OWED = "y-kien"
    VOUCH = "dong-y"
    ELSEWHERE = "nguoi-khac"
    HOUR = "gio-dang"


PLACE_NAMES: Mapping[Place, str] = {
    Place.MINE: "Chờ tôi",
    Place.OWED: "Ý kiến tôi nợ",
    Place.VOUCH: "Cần thêm một người đồng ý",
    Place.ELSEWHERE: "Đang ở người khác",
    Place.HOUR: "Đã duyệt, chờ giờ đăng",
}
PLACE_NOTES: Mapping[Place, str] = {
    Place.VOUCH: "Người quyết định có tham gia sửa bài, nên cần một thành viên Ban xác nhận bản này.",
    Place.ELSEWHERE: "Xem được, chưa cần làm gì.",
}
TO_DO = (Place.MINE, Place.OWED)  # what counts as waiting for the person himself


class Sort(StrEnum):
    """What sort of thing it is."""

    URGENT = "khan"
    CORRECTION = "dinh-chinh"
    REFUSAL = "de-xuat-tu-choi"
    COLLABORATOR = "cong-tac-vien"
    WORDING = "chuyen-muc"
    PAPER = "van-ban"
    HISTORY = "bai-cong-cu"
    LISTED = "danh-sach"
    RECEIVED = "thu-nhan"
    INTERNAL = "noi-bo"
    SUBMITTED = "gui-toi"


SORT_NAMES: Mapping[Sort, str] = {
    Sort.URGENT: "Thông báo khẩn",
    Sort.CORRECTION: "Đính chính",
    Sort.REFUSAL: "Đề xuất từ chối",
    Sort.COLLABORATOR: "Đề xuất cộng tác viên",
    Sort.WORDING: "Lời chuyên mục",
    Sort.PAPER: "Văn bản, công khai",
    Sort.HISTORY: "Bài của cổng cũ",
    Sort.LISTED: "Danh sách nội bộ",
    Sort.RECEIVED: "Bài thu nhận",
    Sort.INTERNAL: "Tin nội bộ",
    Sort.SUBMITTED: "Bài gửi tới",
}


def sort_of(facts: Facts, *, row: int, article: bool, proposed: bool) -> Sort:
    """The sort of an item; `proposed` where somebody at an earlier step proposed to refuse it (Điều 12.7)."""
    if row == 9 or facts.nature is Nature.URGENT_NOTICE:
        return Sort.URGENT
    if not article:
        return Sort.PAPER if facts.nature is Nature.SIGNED_PAPER else Sort.WORDING
    if proposed:
        return Sort.REFUSAL
    if facts.nature is Nature.CORRECTION:
        return Sort.CORRECTION
    if facts.received:
        return Sort.RECEIVED
    return Sort.INTERNAL if facts.audience is Audience.INTERNAL else Sort.SUBMITTED
