"""What waits of consents taken back and of who was forgotten: hidden pictures and rows of praise lists, works that still bear a name,
for the Secretary (Điều 12.3); requests to forget somebody, for the Principal (Luật 91/2025). One query where nothing waits."""

from collections import Counter
from datetime import datetime

from django.db.models import Value
from django.urls import reverse

from portal.base.morning import Line, Panel, stands_inside
from portal.people import offices
from portal.people.models import Person
from portal.pupils.models import Erasure, ErasurePlace, PraiseHidden, Withheld

PICTURES, ROWS, NAMES, ASKED = range(4)
NOTE = "đã tự ẩn; bỏ khỏi bài bằng đính chính rồi khép"
TOLD = (
    (PICTURES, "ảnh bị rút đồng ý, chờ xem lại", NOTE, "pupils:withheld"),
    (ROWS, "dòng khen bị rút đồng ý, chờ xem lại", NOTE, "pupils:praise_hidden"),
    (NAMES, "nơi còn tên người đã xóa thông tin", "đính chính hoặc gỡ rồi khép", "pupils:named_still"),
    (ASKED, "đề nghị xóa thông tin chờ quyết định", "xem sẽ thay những gì rồi trả lời", "pupils:erasures"),
)


@stands_inside
def taken_back(person: object, at: datetime) -> Panel | None:
    """Nothing for others than the Secretary, or who stands in (where there is none, the Head), and the Principal."""
    waiting = (
        (Withheld.objects.filter(settled_at=None), PICTURES),
        (PraiseHidden.objects.filter(settled_at=None), ROWS),
        (ErasurePlace.objects.filter(settled_at=None, erasure__state=Erasure.State.DONE), NAMES),
        (Erasure.objects.filter(state=Erasure.State.ASKED), ASKED),
    )
    first, *others = (
        rows.order_by().annotate(sort=Value(sort)).values_list("sort", flat=True) for rows, sort in waiting
    )
    many = Counter(first.union(*others, all=True))
    if not many or not isinstance(person, Person):
        return None
    board = offices.board(at)
    tidies = person.pk in (board.secretaries | board.substitutes or board.leaders)
    decides = person.pk in board.principals
    lines = [
        Line(f"{many[sort]} {what}", reverse(url), note)
        for sort, what, note, url in TOLD
        if many[sort] and (decides if sort == ASKED else tidies)
    ]
    title = "Gia đình rút đồng ý" if many.keys() <= {PICTURES, ROWS} else "Quyền riêng tư"
    return Panel("rut-dong-y", title, lines[0].url, tuple(lines)) if lines else None
