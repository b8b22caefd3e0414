"""The virus scanner: whether it lives and knows this week's viruses, what it still has to look into (Điều 8.1, 13.7)."""

from datetime import datetime

from django.conf import settings
from django.db.models import Count

from portal.desk.queries.health.sign import Sign
from portal.desk.queries.record import local
from portal.files.models import Attachment, Picture
from portal.files.queries import Scanner, scanner_now
from portal.files.rules import Scan

TITLE = "Quét mã độc"
STALE = "Quá một tuần chưa có danh sách mới: xem systemctl status clamav-freshclam."
NONE = {
    "": ["Tệp gửi lên không được quét trước khi người khác mở.", "Cài clamav-daemon rồi đặt PORTAL_SCANNER (deploy/README.md)."],
    "none": ["Nhà trường khai không có máy quét (PORTAL_SCANNER=none): tệp gửi lên không được quét.",
             "Cài clamav-daemon rồi đặt PORTAL_SCANNER (deploy/README.md)."],
}  # fmt: skip


def scanner(at: datetime) -> Sign:
    """Infected files first, then a scanner that is silent, then one whose list of viruses is old, then what waits."""
    counts = _counts()
    lines = [
        f"{counts[Scan.CLEAN]} tệp sạch, {counts[Scan.PENDING]} tệp chờ quét, {counts[Scan.NOT_SCANNED]} tệp chưa quét"
    ]
    found = scanner_now(at)
    shut = counts[Scan.INFECTED]
    if shut:
        lines += [f"{shut} tệp có mã độc: không ai mở được, còn giữ làm bằng chứng; nhật ký ghi tên tệp và mã độc."]
    if found is None:
        lines += NONE[settings.PORTAL_SCANNER]
        return Sign(TITLE, "alarm" if shut else "now", "không có máy quét", lines)
    lines += _told(found)
    waiting = counts[Scan.PENDING] + counts[Scan.NOT_SCANNED]
    if found.silent:
        return Sign(TITLE, "alarm", "không trả lời", lines)
    if shut:
        return Sign(TITLE, "alarm", f"{shut} tệp có mã độc", lines)
    if found.old:
        return Sign(TITLE, "alarm", "danh sách vi-rút cũ", lines)
    return Sign(TITLE, "now" if waiting else "done", "đang quét tệp cũ" if waiting else "đang chạy", lines)


def _told(found: Scanner) -> list[str]:
    if found.silent:
        return [f"Máy quét: {found.silent}. Mọi tệp gửi lên đang bị từ chối.", "Xem systemctl status clamav-daemon."]
    of = f"danh sách vi-rút ngày {local(found.made):%d/%m/%Y}" if found.made else "không rõ danh sách vi-rút ngày nào"
    return [f"{found.name}, {of}", *([STALE] if found.old else [])]


def _counts() -> dict[Scan, int]:
    counts = dict.fromkeys(Scan, 0)
    for kind in (Picture, Attachment):
        for state, number in kind.objects.order_by().values_list("scan").annotate(n=Count("pk")):
            counts[Scan(state)] += number
    return counts
