"""What waits of consents taken back: hidden pictures and hidden rows of praise lists nobody has looked after, for the Secretary
(Điều 12.3). One query where nothing waits."""

from collections import Counter
from datetime import datetime

from django.db.models import Value
from django.urls import reverse

from portal.base.morning import Line, Panel, stands_inside
from portal.people import offices
from portal.people.models import Person
from portal.pupils.models import PraiseHidden, Withheld

PICTURES, ROWS = 0, 1
NOTE = "đã tự ẩn; bỏ khỏi bài bằng đính chính rồi khép"


@stands_inside
def taken_back(person: object, at: datetime) -> Panel | None:
    """Nothing for others than the Secretary, or who stands in; where there is none, the Head."""
    rows = [
        model.objects.filter(settled_at=None).order_by().annotate(sort=Value(sort)).values_list("sort", flat=True)
        for model, sort in ((Withheld, PICTURES), (PraiseHidden, ROWS))
    ]
    many = Counter(rows[0].union(rows[1], all=True))
    if not many or not isinstance(person, Person):
        return None
    board = offices.board(at)
    if person.pk not in (board.secretaries | board.substitutes or board.leaders):
        return None
    told = ((PICTURES, "ảnh", "pupils:withheld"), (ROWS, "dòng khen", "pupils:praise_hidden"))
    lines = [
        Line(f"{many[sort]} {what} bị rút đồng ý, chờ xem lại", reverse(url), NOTE)
        for sort, what, url in told
        if many[sort]
    ]
    return Panel("rut-dong-y", "Gia đình rút đồng ý", lines[0].url, tuple(lines))
