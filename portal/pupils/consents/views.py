"""Consents of a class on one screen, from its sheets or from Excel; taking back, which holds at once."""

from dataclasses import dataclass, replace

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from portal.base.refused import STATUS, Refused, refuse_if
from portal.base.rules import worst
from portal.base.sheets import download
from portal.base.text import is_number
from portal.files.actions import store_attachment
from portal.pupils.consents import actions, queries, rules
from portal.pupils.consents.actions import Upon
from portal.pupils.consents.forms import UponForm, WordForm
from portal.pupils.consents.queries import Standing
from portal.pupils.consents.reading import excepted, sent
from portal.pupils.consents.rules import PURPOSES, Answer, Purpose
from portal.pupils.consents.sheets import class_book
from portal.pupils.gate import Here, for_staff
from portal.pupils.models import Pupil, SchoolClass
from portal.pupils.roll import queries as roll
from portal.pupils.roll.rules import year_name
from portal.pupils.roll.views import class_for, pupil_for


@dataclass(frozen=True)
class Cell:
    """One tick of one pupil: its name in the form, whether ticked, how it stands in words."""

    name: str
    on: bool
    label: str
    state: str = ""


@dataclass(frozen=True)
class Row:
    """One pupil of the class as the screen shows him; `wrong` says what cannot be right in his row."""

    number: int
    pupil: Pupil
    signs: tuple[Cell, Cell]
    cells: tuple[Cell, ...]
    answered: bool
    wrong: str = ""


def rows_of(
    pupils: list[Pupil], standing: Standing, answers: dict[int, Answer], wrong: dict[int, str]
) -> list[Row]:  # fmt: skip
    """The rows of a class: as they stand, or as somebody has just ticked them."""
    return [
        _row(number, pupil, standing, answers.get(pupil.pk), wrong.get(pupil.pk, ""))
        for number, pupil in enumerate(pupils, 1)
    ]


def _row(number: int, pupil: Pupil, standing: Standing, answer: Answer | None, wrong: str) -> Row:
    stood = standing[pupil.pk]
    if answer is None:
        answer = standing_answer(pupil.pk, standing)
    cells = tuple(
        Cell(f"{one.value}-{pupil.pk}", one in answer.ticked, PURPOSES[one], queries.state(stood.get(one)).value)
        for one in PURPOSES
    )
    signs = (Cell(f"cha-{pupil.pk}", answer.parent, "Cha mẹ ký"), Cell(f"em-{pupil.pk}", answer.child, "Em ký"))
    return Row(number, pupil, signs, cells, bool(stood), wrong)


def standing_answer(pupil: int, standing: Standing) -> Answer:
    """What stands for a pupil as the sheet that would say the same."""
    stood = standing[pupil].values()
    given = [row for row in stood if row.granted]
    signed = given or list(stood)
    return Answer(
        pupil, any(row.by_parent for row in signed), any(row.by_child for row in signed),
        frozenset(Purpose(row.purpose) for row in given),
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
@for_staff
def class_consents(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    """A row a pupil, a tick a purpose: the whole class at once, from the sheets that came."""
    found = class_for(pk, here)
    pupils = list(roll.pupils_of(found.pk, roll.day_of(found.year, roll.today(here.at))))
    if request.method != "POST":
        return _shown(request, here, found, pupils, answers=_marked(request, pupils, found, here))
    form = UponForm(request.POST, request.FILES)
    shown = set(request.POST.getlist("dong"))  # only rows that were on the page: a form cut short takes nothing back
    answers = {one.pupil: one for one in sent(request.POST, [one.pk for one in pupils if str(one.pk) in shown])}
    wrong = against(pupils, answers, found, here)
    if not form.is_valid() or wrong:
        return _shown(request, here, found, pupils, answers=answers, wrong=wrong, form=form, status=422)
    try:
        many = actions.record(found, list(answers.values()), upon(form, found, here), seen=_seen(request), **here.about)
    except Refused as refused:
        form.refuse(refused)
        stale = refused.refusals[0].rule == "R-CONS-05"
        wrong = taken_back(pupils, answers, found, here) if refused.refusals[0].rule == "R-CONS-09" else {}
        return _shown(
            request, here, found, pupils, answers={} if stale else answers, wrong=wrong, form=form,
            status=STATUS[refused.ground],
        )  # fmt: skip
    messages.success(request, f"Đã ghi phiếu của {many} em." if many else "Không có gì thay đổi.")
    return redirect(request.path)


def against(
    pupils: list[Pupil], answers: dict[int, Answer], found: SchoolClass, here: Here
) -> dict[int, str]:  # fmt: skip
    """What cannot be right, by pupil: signatures missing under what is ticked anew (R-CONS-02)."""
    standing, on = queries.standing([one.pk for one in pupils], found.year, here.at), roll.today(here.at)
    wrong = {}
    for pupil in pupils:
        answer = answers.get(pupil.pk)
        if answer is None or answer.ticked == standing_answer(pupil.pk, standing).ticked:
            continue
        refusal = rules.signed(answer, pupil.born, on)
        if refusal is not None:
            wrong[pupil.pk] = str(refusal)
    return wrong


def taken_back(pupils: list[Pupil], answers: dict[int, Answer], found: SchoolClass, here: Here) -> dict[int, str]:
    """What a line would give again without a sheet of its own, by pupil (R-CONS-09)."""
    standing = queries.standing([one.pk for one in pupils], found.year, here.at)
    return {
        pk: f"Em đã rút “{', '.join(PURPOSES[one] for one in PURPOSES if one in purposes)}”; gia đình đồng ý lại thì cần phiếu mới."
        for pk, purposes in queries.old_papers(answers.values(), standing).items()
    }


def upon(form: UponForm, found: SchoolClass, here: Here) -> Upon:
    """The paper the form names; its scan is kept now, to be opened by who sees the class. Raises Refused."""
    paper, upload = form.cleaned_data.get("paper", ""), form.cleaned_data.get("file")
    refuse_if(rules.may_record(here.reach, found.pk))
    if not upload:
        return Upon(paper)
    title = f"Phiếu đồng ý lớp {found.name} năm học {year_name(found.year)}"
    return Upon(paper, store_attachment(upload, title=title, guarded=True, **here.about))


def _seen(request: HttpRequest) -> int:
    asked = request.POST.get("seen", "")
    return int(asked) if is_number(asked) and len(asked) < 19 else 0


def _marked(request: HttpRequest, pupils: list[Pupil], found: SchoolClass, here: Here) -> dict[int, Answer]:
    """All of the class ticked beforehand but for the numbers named, and for what somebody took back; nothing is kept before
    somebody says so."""
    if "danh-dau" not in request.GET:
        return {}
    but = excepted(request.GET.get("tru", ""), len(pupils))
    all_of = {one.pk: Answer(one.pk, True, True, frozenset(Purpose)) for n, one in enumerate(pupils, 1) if n not in but}
    back = queries.again(all_of.values(), queries.standing(list(all_of), found.year, here.at)) if all_of else {}
    return {pk: replace(one, ticked=one.ticked - back.get(pk, frozenset())) for pk, one in all_of.items()}


def _shown(
    request: HttpRequest, here: Here, found: SchoolClass, pupils: list[Pupil], *, answers: dict[int, Answer],
    wrong: dict[int, str] | None = None, form: UponForm | None = None, status: int = 200,
) -> HttpResponse:  # fmt: skip
    pks = [one.pk for one in pupils]
    standing = queries.standing(pks, found.year, here.at)
    rows = rows_of(pupils, standing, answers, wrong or {})
    return render(request, "pupils/consents.html", {
        "school_class": found, "year_name": year_name(found.year), "rows": rows, "form": form or UponForm(),
        "purposes": list(PURPOSES.values()), "seen": queries.last_seen(pks), "wrong": [row for row in rows if row.wrong],
        "marked": "danh-dau" in request.GET and request.method != "POST", "but": request.GET.get("tru", ""),
        "counts": [sum(queries.state(standing[pk].get(one)) is rules.State.YES for pk in pks) for one in PURPOSES],
        "silent": sum(not standing[pk] for pk in pks),
    }, status=status)  # fmt: skip


@require_safe
@for_staff
def sheet(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    """The answers of a class as a spreadsheet."""
    found = class_for(pk, here)
    pupils = list(roll.pupils_of(found.pk, roll.day_of(found.year, roll.today(here.at))))
    return download(class_book(pupils, found.year, here.at), f"dong-y-lop-{found.pk}.xlsx")


@require_POST
@for_staff
def withdraw(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    """Staff take back what a family no longer consents to, upon its word."""
    pupil, purpose = pupil_for(pk, here), purpose_in(request)
    form = WordForm(request.POST)
    word = form.cleaned_data["paper"] if form.is_valid() else ""
    try:
        actions.withdraw(pupil, [purpose], paper=word, **here.about)
    except Refused as refused:
        for refusal in refused.refusals:
            messages.error(request, str(refusal))
        if worst(refused.refusals).value == "forbidden":
            raise
        return redirect("pupils:pupil", pupil.pk)
    messages.success(request, f"Đã rút: {PURPOSES[purpose].lower()}. Từ lúc này cổng không dùng nữa.")
    return redirect("pupils:pupil", pupil.pk)


def purpose_in(request: HttpRequest) -> Purpose:
    """The purpose a form names. Raises Http404."""
    asked = request.POST.get("muc", "")
    if asked not in {one.value for one in Purpose}:
        raise Http404
    return Purpose(asked)
