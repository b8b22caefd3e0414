"""Praise lists in the demo: one that is up, a row of which was hidden when a family took its consent back, and one on its way that
names a child whose sheet has not come. The children are those of the rolls, and read as invented."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Any

from portal.approval import actions as approval
from portal.demo.founding import CHANNEL, Named
from portal.news import actions as news
from portal.people.models import Person
from portal.pupils import actions
from portal.pupils.consents.rules import Purpose
from portal.pupils.models import Enrolment
from portal.pupils.praise.actions import look_at_all

Up = Callable[[Any, Person, datetime], None]
AWARDS = ("Giải Nhất", "Giải Nhì", "Giải Nhì", "Giải Ba", "Giải Khuyến khích")


def tell(up: Up, by_name: Named, now: datetime) -> None:
    """The first went up nine days ago; a family took its consent back this morning; the second waits for the Secretary."""
    author, at = by_name["giaovien1"], now - timedelta(days=9)
    winners = [*_of("7A3", 1, 2, 3), *_of("7A1", 4), *_of("8A2", 2)]
    up(_write("Học sinh đạt giải cuộc thi Vở sạch chữ đẹp cấp trường", winners, AWARDS, author, at), author, at)
    gone, morning = winners[2].pupil, now - timedelta(hours=4)
    actions.withdraw_consent(
        gone, [Purpose.PRAISE], paper="gia đình báo qua điện thoại sáng nay", by=author, at=morning, channel=CHANNEL
    )
    look_at_all(morning)
    handed_in = now - timedelta(hours=2)
    waiting = _write("Khen các em giúp bạn học tốt tháng 11", _of("7A3", 5, 6, 12), ("Đôi bạn cùng tiến",) * 3, author,
                     handed_in - timedelta(minutes=20))  # fmt: skip
    approval.submit(waiting, by=author, at=handed_in, channel=CHANNEL)


def _of(room: str, *seats: int) -> list[Enrolment]:
    """Who sits there, by their place on the roll; in 7A3 the sheet of the twelfth has not come."""
    rows = list(
        Enrolment.objects.filter(school_class__name=room).select_related("pupil").order_by("pk")[: max(seats) + 1]
    )
    return [rows[seat] for seat in seats]


def _write(title: str, seats: Sequence[Enrolment], awards: Sequence[str], author: Person, at: datetime) -> Any:
    rows = [
        {"pupil": seat.pupil_id, "room": seat.school_class_id, "name": seat.pupil.full_name, "award": award}
        for seat, award in zip(seats, awards, strict=True)
    ]
    data = {
        "section": "viec-tu-te", "genre": "tin-ngan", "title": title,
        "summary": "Nhà trường khen các em có tên dưới đây; tên đăng khi gia đình và các em đồng ý.",
        "body": [{"type": "paragraph", "value": "Lễ trao thưởng vào giờ chào cờ thứ Hai."},
                 {"type": "praise", "value": {"caption": "Các em được khen", "rows": rows}}],
    }  # fmt: skip
    return news.write(data, by=author, at=at, channel=CHANNEL)
