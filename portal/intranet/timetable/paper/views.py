"""A timetable as files to hang on a wall or put in a pocket: whose, and which kind of file."""

from collections.abc import Callable, Iterable, Sequence

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from portal.approval.queries import hash_of
from portal.base.models import School
from portal.base.text import name_key, slug
from portal.intranet.gate import Here, for_insiders
from portal.intranet.models import Timetable
from portal.intranet.models.timetable import by_class, class_slug
from portal.intranet.timetable import queries
from portal.intranet.timetable.paper.docx import docx
from portal.intranet.timetable.paper.laid import Leaf, Paper, beside, leaf
from portal.intranet.timetable.paper.pdf import pdf
from portal.intranet.timetable.rules import Lesson
from portal.intranet.timetable.views import visible

PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MADE: dict[str, tuple[Callable[[Paper], bytes], str]] = {"pdf": (pdf, PDF), "docx": (docx, DOCX)}
Held = tuple[str, str, list[Lesson]]  # key in addresses, name on paper, lessons


@require_safe
@for_insiders
def paper(request: HttpRequest, here: Here, pk: int, kind: str) -> HttpResponse:
    """A version as pdf or docx: the whole school, or whose `cua` says: one class, teacher or room, or each class, each teacher."""
    found = visible(pk, here)
    asked = request.GET.get("cua", "")
    name, leaves = leaves_of(found.taught(), asked)
    if not leaves:
        raise Http404
    made, told = MADE[kind]
    laid = Paper(
        School.objects.values_list("name", flat=True).first() or "Cổng Trường", f"{found.title}, {name}", _version(found), found.intro,
        _is_draft(found), tuple(leaves),
    )  # fmt: skip
    answer = HttpResponse(made(laid), content_type=told)
    file = f"{slug(f'{found.title} {name}')[:80]}.{kind}"
    answer["Content-Disposition"] = content_disposition_header(kind != "pdf", file) or ""
    return answer


def _is_draft(one: Timetable) -> bool:
    """Whether these words are not those that are up; a version under correction is read by most as it stands."""
    up = Timetable.objects.filter(pk=one.pk, live=True).first()
    return up is None or hash_of(up) != hash_of(one)


def _version(one: Timetable) -> str:
    return (
        f"{one.title}, áp dụng từ {one.starts.day}/{one.starts.month}/{one.starts.year}"
        if one.starts
        else str(one.title)
    )


def leaves_of(lessons: Sequence[Lesson], asked: str) -> tuple[str, list[Leaf]]:
    """What is asked for in words, and its leaves; none where there is nobody like that."""
    if asked in ("", "moi-lop"):
        each = [leaf(f"lớp {name}", group, "lop") for name, group in by_class(lessons)]
        return ("từng lớp", each) if asked else ("toàn trường", beside(lessons))
    if asked == "moi-gv":
        return "từng thầy cô", [leaf(f"thầy/cô {name}", group, "gv") for _, name, group in _teachers(lessons)]
    kind, _, key = asked.partition(":")
    held = _held(kind, lessons)
    one = next((one for one in held if one[0] == key), None)
    return (one[1], [leaf(one[1], one[2], "gv" if kind == "ten" else kind)]) if one else ("", [])


def _held(kind: str, lessons: Sequence[Lesson]) -> Iterable[Held]:
    if kind == "lop":
        return [(class_slug(name), f"lớp {name}", group) for name, group in by_class(lessons)]
    if kind in ("gv", "ten"):
        wanted = _teachers([one for one in lessons if bool(one.person) == (kind == "gv")])
        return [(key, f"thầy/cô {name}", group) for key, name, group in wanted]
    if kind == "phong":
        rooms = {one.room for one in lessons if one.room}
        return [(room, f"phòng {room}", [one for one in lessons if one.room == room]) for room in rooms]
    return ()


def _teachers(lessons: Sequence[Lesson]) -> list[Held]:
    """Who teaches, staff by their full names, others as written, in the order of names; one query."""
    names = queries.full_names({one.person for one in lessons if one.person})
    held: dict[tuple[str, str], list[Lesson]] = {}
    for one in lessons:
        if one.teacher:
            key = (str(one.person), names.get(one.person, one.teacher)) if one.person else (one.teacher, one.teacher)
            held.setdefault(key, []).append(one)
    return [(key, name, group) for (key, name), group in sorted(held.items(), key=lambda row: name_key(row[0][1]))]
