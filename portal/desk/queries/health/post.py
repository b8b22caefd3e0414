"""What comes in and goes out: the mail, the scanner."""

from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db.models import Count

from portal.desk.queries.health.sign import Sign
from portal.desk.rules import span
from portal.files.models import Attachment, Picture
from portal.files.rules import Scan


def mail(post: dict[str, Any], at: datetime) -> Sign:
    """How the letters go, from `mail_health`'s counts."""
    lines = [f"{post['sent_24h']} thư đã gửi trong 24 giờ, {post['waiting']} thư đang chờ",
             f"Tên miền thư: {post['domain'] or 'chưa đặt'}"]  # fmt: skip
    if post["oldest"] is not None:
        lines.append(f"Thư chờ lâu nhất: {span(at - post['oldest'])}")
    if post["trouble"]:
        lines.append(f"Lỗi gần nhất: {post['trouble']}")
    if post["foreign"]:
        lines.append(
            f"{len(post['foreign'])} người chưa có hộp thư của trường: {', '.join(one['name'] for one in post['foreign'][:5])}"
        )
    if post["failed"]:
        return Sign("Thư", "alarm", f"{post['failed']} thư không gửi được", lines)
    held = post["oldest"] is not None and at - post["oldest"] > timedelta(hours=1) and post["trouble"]
    return Sign(
        "Thư",
        "now" if held or post["foreign"] else "done",
        "chậm" if held else "cần để ý" if post["foreign"] else "thông",
        lines,
    )


def scanner() -> Sign:
    """How many files were scanned, wait, or were found infected."""
    counts = dict.fromkeys(Scan, 0)
    for kind in (Picture, Attachment):
        for state, number in kind.objects.order_by().values_list("scan").annotate(n=Count("pk")):
            counts[Scan(state)] += number
    lines = [
        f"{counts[Scan.CLEAN]} tệp sạch, {counts[Scan.PENDING]} tệp chờ quét, {counts[Scan.NOT_SCANNED]} tệp chưa quét"
    ]
    if counts[Scan.INFECTED]:
        return Sign(
            "Quét mã độc",
            "alarm",
            f"{counts[Scan.INFECTED]} tệp có mã độc",
            [*lines, "Tệp có mã độc không ai mở được."],
        )
    if not settings.PORTAL_SCANNER:
        return Sign("Quét mã độc", "now", "chưa cài trình quét", lines)
    return Sign(
        "Quét mã độc", "now" if counts[Scan.PENDING] else "done", "đang quét" if counts[Scan.PENDING] else "xong", lines
    )
