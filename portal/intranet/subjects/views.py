"""The catalogue of subjects and series of textbooks: read by the staff, kept by the Head and the Secretary (Điều 15.1, 15.2)."""

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_http_methods, require_safe

from portal.base.refused import STATUS, Refused, refuse_if
from portal.base.sheets import XLSX, table
from portal.base.text import is_number
from portal.intranet.gate import CHANNEL, Here, for_insiders
from portal.intranet.rooms import page
from portal.intranet.subjects import actions, queries, rules
from portal.intranet.subjects.forms import NameForm
from portal.intranet.subjects.queries import KINDS, Kept

HEAD, WIDTHS = ("Danh mục", "Tên", "Học liệu", "Thôi dùng từ"), (12, 44, 10, 18)


@require_http_methods(["GET", "HEAD", "POST"])
@for_insiders
def catalogue(request: HttpRequest, here: Here) -> HttpResponse:
    """Both lists; a name added or written anew, put out of use or taken into it."""
    if request.method != "POST":
        return _shown(request, here)
    refuse_if(rules.may_keep(here.board, here.person.pk))
    kind, verb = request.POST.get("loai", ""), VERBS.get(request.POST.get("viec", ""))
    if kind not in KINDS or verb is None:
        raise Http404
    spot = f"{kind}-{request.POST.get('muc', '')}"
    form = NameForm(request.POST, auto_id=f"{spot}_%s")
    if not form.is_valid():
        return _shown(request, here, form, spot, 422)
    try:
        messages.success(request, verb(request, here, kind, form.cleaned_data["title"]))
    except Refused as refused:
        form.refuse(refused)
        return _shown(request, here, form, spot, STATUS[refused.ground])
    return redirect("intranet:subjects")


def _shown(
    request: HttpRequest, here: Here, wrong: NameForm | None = None, spot: str = "", status: int = 200
) -> HttpResponse:
    """The page; `wrong` is the form somebody has just filled in, at its `spot`."""
    may = queries.may_keep(here.person, here.at)

    def form(at: str, title: str = "") -> NameForm:
        return wrong if wrong is not None and at == spot else NameForm(auto_id=f"{at}_%s", initial={"title": title})

    shelves = [
        (shelf, form(f"{shelf.kind}-"), [
            (row, many, form(f"{shelf.kind}-{row.pk}", str(row.title)), f"{shelf.kind}-{row.pk}" == spot) for row, many in shelf.rows
        ])
        for shelf in map(queries.shelf, KINDS)
    ]  # fmt: skip
    return page(request, "intranet/subjects.html", {"shelves": shelves, "may_keep": may}, status)


def _row(request: HttpRequest, kind: str) -> Kept:
    asked = request.POST.get("muc", "")
    if not is_number(asked):
        raise Http404
    found: Kept = get_object_or_404(KINDS[kind], pk=int(asked))
    return found


def _add(request: HttpRequest, here: Here, kind: str, title: str) -> str:
    return f"Đã thêm “{actions.add(kind, title, by=here.person, at=here.at, channel=CHANNEL)}”."


def _rename(request: HttpRequest, here: Here, kind: str, title: str) -> str:
    return (
        f"Đã đổi tên thành “{actions.rename(_row(request, kind), title, by=here.person, at=here.at, channel=CHANNEL)}”."
    )


def _retire(request: HttpRequest, here: Here, kind: str, title: str) -> str:
    kept = actions.use(_row(request, kind), wanted=False, by=here.person, at=here.at, channel=CHANNEL)
    return f"“{kept}” thôi dùng cho học liệu mới; học liệu đã xếp vào đó giữ nguyên."


def _return(request: HttpRequest, here: Here, kind: str, title: str) -> str:
    return (
        f"“{actions.use(_row(request, kind), wanted=True, by=here.person, at=here.at, channel=CHANNEL)}” dùng lại được."
    )


VERBS: dict[str, Callable[[HttpRequest, Here, str, str], str]] = {
    "them": _add, "doi": _rename, "thoi": _retire, "lai": _return,
}  # fmt: skip


@require_safe
@for_insiders
def sheet(request: HttpRequest, here: Here) -> HttpResponse:
    """Both lists as a spreadsheet."""
    rows = (
        (shelf.title, str(row.title), many, row.retired_at)
        for shelf in map(queries.shelf, KINDS)
        for row, many in shelf.rows
    )
    answer = HttpResponse(table("Danh mục", HEAD, WIDTHS, rows), content_type=XLSX)
    answer["Content-Disposition"] = content_disposition_header(True, "mon-hoc-va-bo-sach.xlsx") or ""
    return answer
