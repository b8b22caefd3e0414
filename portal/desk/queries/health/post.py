"""What goes out: the mail."""

from datetime import datetime, timedelta
from typing import Any

from portal.desk.queries.health.sign import Sign
from portal.desk.rules import span


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
