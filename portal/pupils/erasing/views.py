"""Forgetting on the screen: who keeps the rolls asks, the Principal answers, the Secretary looks after what still names somebody."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from portal.base.official.pdf import pdf
from portal.base.official.word import docx
from portal.base.refused import refuse_if
from portal.base.sheets import download
from portal.people.mixins import confirm_identity
from portal.people.models import Person
from portal.pupils.erasing import actions, papers, queries, replacing, rules, sheets
from portal.pupils.erasing.forms import AnswerForm, AskAccountForm, AskForm, PictureForm, SettleForm
from portal.pupils.erasing.rules import Why
from portal.pupils.erasing.searching import PICTURE
from portal.pupils.gate import Here, for_staff, overseeing
from portal.pupils.models import Erasure, ErasurePlace
from portal.pupils.roll.views import pupil_for, tried

A_PAGE = 30
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MADE = {"pdf": (pdf, "application/pdf"), "docx": (docx, DOCX)}


def sent(request: HttpRequest) -> Any:
    """What was typed; None where nothing was sent."""
    return request.POST if request.method == "POST" else None


@require_safe
@for_staff
def requests(request: HttpRequest, here: Here) -> HttpResponse:
    """Every request, those that wait for the Principal first."""
    refuse_if(rules.may_ask(here.reach))
    page = queries.page_of(queries.asked_for(), request.GET.get("page", ""), A_PAGE)
    return render(
        request, "pupils/erasures.html", {"page_obj": page, "rows": [(one, queries.whom(one)) for one in page]}
    )


@require_safe
@for_staff
def sheet(request: HttpRequest, here: Here) -> HttpResponse:
    """The same as a spreadsheet."""
    refuse_if(rules.may_ask(here.reach))
    return download(sheets.requests(queries.asked_for()), "xoa-thong-tin.xlsx")


@require_http_methods(["GET", "HEAD", "POST"])
@for_staff
def ask(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    """What would be replaced of a pupil, and asking for it."""
    refuse_if(rules.may_ask(here.reach))
    found = pupil_for(pk, here)
    subject = replacing.of_pupil(found)
    form, status = AskForm(sent(request)), 200
    made: list[Erasure] = []
    if request.method == "POST":
        status = tried(form, lambda said: made.append(_asked(found, said, here)))
        if not status:
            messages.success(request, "Đã đề nghị. Cổng đang tìm những nơi còn tên; Hiệu trưởng quyết định.")
            return redirect("pupils:erasure", made[0].pk)
    return render(request, "pupils/erasure_ask.html", {
        "pupil": found, "form": form, "counts": replacing.counts(subject), "accounts": subject.accounts,
        "against": queries.against(subject),
    }, status=status)  # fmt: skip


def _asked(whom: Any, said: dict[str, Any], here: Here) -> Erasure:
    return actions.ask(whom, ground=Why(said["ground"]), paper=said["paper"], **here.about)


@require_http_methods(["GET", "HEAD", "POST"])
@for_staff
def ask_account(request: HttpRequest, here: Here) -> HttpResponse:
    """A reader's account: typed, looked at, then asked for; the name goes in no address."""
    refuse_if(rules.may_ask(here.reach))
    form, status, found = AskAccountForm(sent(request)), 200, None
    made: list[Erasure] = []
    if request.method == "POST":
        if form.is_valid() and not isinstance(form.cleaned_data["account"], Person):
            form.add_error("account", "Ghi tên đăng nhập.")
        found = form.cleaned_data.get("account") if form.is_valid() else None
        if request.POST.get("viec") != "xem":
            status = tried(form, lambda said: made.append(_asked(said["account"], said, here)))
            if not status:
                messages.success(request, "Đã đề nghị. Cổng đang tìm những nơi còn tên; Hiệu trưởng quyết định.")
                return redirect("pupils:erasure", made[0].pk)
        else:
            status = 200 if form.is_valid() else 422
    subject = replacing.of_account(found) if found is not None else None
    return render(request, "pupils/erasure_account.html", {
        "form": form, "found": found, "counts": replacing.counts(subject) if subject else {},
        "against": queries.against(subject) if subject else (),
    }, status=status)  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
@for_staff
def erasure(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    """One request: what will be replaced, or was; the Principal's answer."""
    refuse_if(rules.may_ask(here.reach))
    found = get_object_or_404(queries.asked_for(), pk=pk)
    form, refused, status = AnswerForm(sent(request)), "", 200
    if request.method == "POST":
        told = {"dong-y": "Đã xóa.", "khong": "Đã trả lời không đồng ý.", "rut": "Đã rút đề nghị."}
        doing = request.POST.get("viec", "")
        if doing not in told:
            raise Http404
        status = tried(form, lambda said: _answered(request, doing, found, said, here))
        if not status:
            messages.success(request, told[doing])
            return redirect(request.path)
        refused = "; ".join(map(str, form.non_field_errors()))
    subject = queries.subject_of(found) if found.state == Erasure.State.ASKED else None
    page = queries.page_of(found.places.order_by("pk"), request.GET.get("page", ""), A_PAGE)  # type: ignore[attr-defined]
    return render(request, "pupils/erasure.html", {
        "one": found, "whom": queries.whom(found), "subject": subject, "form": form, "refused": refused,
        "counts": replacing.counts(subject) if subject else found.replaced, "page_obj": page, "places": queries.told_of(page),
        "decides": rules.may_decide(here.board, here.person.pk) is None and found.asked_by_id != here.person.pk,
        "against": queries.against(subject, asked=found) if subject else (),
    }, status=status)  # fmt: skip


def _answered(request: HttpRequest, doing: str, found: Erasure, said: dict[str, Any], here: Here) -> None:
    if doing == "rut":
        actions.take_back(found, **here.about)
    elif doing == "khong":
        actions.decline(found, answer=said["answer"], **here.about)
    else:
        refuse_if(rules.may_decide(here.board, here.person.pk))
        confirm_identity(request)
        actions.decide(found, **here.about)


@require_safe
@for_staff
def minutes(request: HttpRequest, here: Here, pk: int, kind: str) -> HttpResponse:
    """The minutes of one that was done, to sign and to answer the family with."""
    refuse_if(rules.may_ask(here.reach))
    found = get_object_or_404(queries.asked_for(), pk=pk, state=Erasure.State.DONE)
    make, told = MADE[kind]
    to_settle = queries.to_settle(found)
    paper = papers.minutes_of(found, ErasurePlace.objects.filter(erasure=found).count() - to_settle, to_settle)
    return download(make(paper), f"bien-ban-xoa-{found.pk}.{kind}", told)


@require_safe
@for_staff
def places(request: HttpRequest, here: Here) -> HttpResponse:
    """Works in which somebody who was forgotten is still named, those to look after first."""
    overseeing(here)
    page = queries.page_of(queries.places(), request.GET.get("page", ""), A_PAGE)
    return render(request, "pupils/named_still.html", {"page_obj": page, "rows": queries.told_of(page)})


@require_safe
@for_staff
def places_sheet(request: HttpRequest, here: Here) -> HttpResponse:
    """The same as a spreadsheet."""
    overseeing(here)
    return download(sheets.places(queries.told_of(queries.places())), "noi-con-ten.xlsx")


@require_http_methods(["GET", "HEAD", "POST"])
@for_staff
def place(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    """One of them: where in it the name stands this moment, and saying what was done."""
    overseeing(here)
    row = get_object_or_404(queries.places(), pk=pk)
    may = rules.may_settle(here.board, here.person.pk, keeps=here.reach.keeps) is None
    form, status = (PictureForm if row.kind == PICTURE else SettleForm)(sent(request)), 200
    if request.method == "POST":
        status = tried(form, lambda said: _settled(row, said, here))
        if not status:
            messages.success(request, "Đã khép nơi này.")
            return redirect("pupils:named_still")
    (told,) = queries.told_of([row])
    return render(request, "pupils/named_still_one.html", {
        "one": told, "form": form, "may": may, "excerpts": queries.excerpts(row) if may else [], "portrait": row.kind == PICTURE,
    }, status=status)  # fmt: skip


def _settled(row: ErasurePlace, said: dict[str, Any], here: Here) -> None:
    actions.settle(row, note=said["note"], destroying=bool(said.get("destroy")), **here.about)
