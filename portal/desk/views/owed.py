"""Who owes what ("Ai còn nợ bài"): by field, unit, person; what is late first; in time and late by month; as a spreadsheet."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from portal.base.refused import refuse_if
from portal.base.text import nfc
from portal.desk.bars import bars
from portal.desk.plan_sheets import owed_sheet
from portal.desk.queries.freshness import stale_sections
from portal.desk.queries.owed import Owed, owed, seen_by, sight_of, tallies
from portal.desk.queries.works import Delivery
from portal.desk.views.inside import Here, for_writers, workbook
from portal.people.models import Field, Person, Unit
from portal.people.rules import Kind
from portal.plan.rules import Sight, may_oversee

MOST = 300


@dataclass(frozen=True)
class Asked:
    """What the list is narrowed to by its address."""

    field: Field | None
    unit: Unit | None
    person: Person | None

    @property
    def query(self) -> str:
        named = (("linh-vuc", self.field and self.field.slug), ("don-vi", self.unit and self.unit.slug),
                 ("nguoi", self.person and self.person.username))  # fmt: skip
        return urlencode([(key, value) for key, value in named if value])

    @property
    def told(self) -> str:
        return " · ".join(str(one) for one in (self.field, self.unit, self.person) if one is not None)


def asked(request: HttpRequest, eyes: Sight) -> Asked:
    """Read from the address; 404 for what is not there, 403 for what is not his to look into."""
    get = {key: nfc(said) for key, said in request.GET.items()}
    found = Asked(
        get_object_or_404(Field, slug=get["linh-vuc"]) if get.get("linh-vuc") else None,
        get_object_or_404(Unit, slug=get["don-vi"]) if get.get("don-vi") else None,
        get_object_or_404(Person, username=get["nguoi"]) if get.get("nguoi") else None,
    )
    field, unit, person = (one.pk if one is not None else None for one in (found.field, found.unit, found.person))
    refuse_if(may_oversee(eyes, field_id=field, unit=unit, person=person))
    return found


def rows_for(here: Here, only: Asked, eyes: Sight) -> list[Owed]:
    return seen_by(owed(here.at, person=only.person, field=only.field, unit=only.unit), eyes)


@for_writers
@require_safe
def who(request: HttpRequest, here: Here) -> HttpResponse:
    """The list: late, due, handed in."""
    eyes = sight_of(here.person, here.at, here.board)
    only = asked(request, eyes)
    rows = rows_for(here, only, eyes)
    late = [row for row in rows if row.open and row.late]
    due = [row for row in rows if row.open and not row.late]
    done = sorted((row for row in rows if row.state is Delivery.UP), key=lambda row: row.due, reverse=True)
    moving = [row for row in rows if row.state is Delivery.HANDED_IN]
    groups = [("Đã quá hạn", late[:MOST]), ("Còn hạn", due[:MOST]), ("Đã nộp, đang duyệt", moving[:MOST])]
    oversees = eyes.everything or bool(eyes.fields | eyes.units)
    counted = tallies(rows, here.at)
    context = {
        "groups": groups, "late": late, "due": due, "done": done[:MOST], "only": only, "oversees": oversees,
        "staff": here.person.kind == Kind.STAFF, "tallies": counted, "bars": bars(counted), "links": links(eyes, only),
        "stale": [one for one in stale_sections(here.at) if eyes.everything or one.section.field_id in eyes.fields],
        "follows": here.person.pk in here.board.everyone | here.board.principals | here.board.vice_principals,
    }  # fmt: skip
    return render(request, "desk/owed.html", context)


def links(eyes: Sight, only: Asked) -> list[tuple[str, str, bool]]:
    """Title, query and whether it is the present one, of every field and unit this person looks into."""
    fields = Field.objects.all() if eyes.everything else Field.objects.filter(pk__in=eyes.fields)
    units = Unit.objects.all() if eyes.everything else Unit.objects.filter(pk__in=eyes.units)
    found = [(str(one), f"?linh-vuc={one.slug}", only.field == one) for one in fields]
    return found + [(str(one), f"?don-vi={one.slug}", only.unit == one) for one in units]


@for_writers
@require_safe
def sheet(request: HttpRequest, here: Here) -> HttpResponse:
    """The same list to take away."""
    eyes = sight_of(here.person, here.at, here.board)
    only = asked(request, eyes)
    return workbook(owed_sheet(rows_for(here, only, eyes)), f"no-bai-{here.at:%Y-%m-%d}")
