"""A text on its way that would have gone out with children's marks in it, had nobody been asked (Điều 9.5, 16.1.2).

The names are invented and read so; no such pupils are on the rolls.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta

from portal.approval import actions as approval
from portal.demo.founding import CHANNEL
from portal.news import actions as news
from portal.people.models import Person

ROWS = [
    ["TT", "Họ và tên", "Lớp", "Điểm"], ["1", "Nguyễn Thử Nghiệm", "8A1", "9,25"], ["2", "Trần Ví Dụ", "8A2", "8,75"],
    ["3", "Lê Minh Họa", "8A3", "8,5"], ["4", "Phạm Mẫu Thử", "8A1", "8,0"],
]  # fmt: skip


def ask(people: Mapping[str, Person], now: datetime) -> None:
    """Handed in this morning; its reviewers find the list of marks named, and nobody has answered yet."""
    author, at = people["giaovien2"], now - timedelta(hours=3)
    data = {
        "section": "day-va-hoc", "genre": "tin-ngan", "title": "Vòng một cuộc thi Giải toán qua mạng khối 8",
        "summary": "Bốn mươi em dự thi ở phòng máy, mười hai em vào vòng hai.",
        "body": [
            {"type": "paragraph", "value": "Vòng hai mở vào thứ Bảy. Bốn bài được điểm cao nhất ở bảng dưới."},
            {"type": "table", "value": {"caption": "Điểm vòng một", "first_row_is_head": True, "rows": ROWS}},
        ],
    }  # fmt: skip
    article = news.write(data, by=author, at=at - timedelta(minutes=30), channel=CHANNEL)
    approval.submit(article, by=author, at=at, channel=CHANNEL)
