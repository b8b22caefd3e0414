"""Saying something about a sentence, and folding it away."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from portal.approval import actions as approval
from portal.approval.queries import remark_refused
from portal.base.refused import Refused
from portal.desk.forms import RemarkForm
from portal.desk.queries import Seen
from portal.desk.reading import as_quote
from portal.desk.shown import head
from portal.desk.views.gate import status_of, with_item


@with_item
@require_http_methods(["GET", "HEAD", "POST"])
def remark(request: HttpRequest, item: Seen) -> HttpResponse:
    """GET: a form for the whole text, or for the sentence named in `cau`; POST: keep what was said."""
    if request.method != "POST":
        refusal = remark_refused(item.standing, item.person.pk)
        first = {"revision": item.case.revision_id, "quote": request.GET.get("cau", "")[:300]}
        return _form(request, item, RemarkForm(initial=first), status=200, refusal=str(refusal) if refusal else "")
    form = RemarkForm(request.POST)
    if not form.is_valid():
        return _form(request, item, form, status=422)
    said = form.cleaned_data
    try:
        made = approval.remark(item.page, quote=as_quote(said["quote"]), text=said["text"], revision=said["revision"],
                               by=item.person, at=item.at, channel="desk")  # fmt: skip
    except Refused as refused:
        form.refuse(refused)
        return _form(request, item, form, status=status_of(refused))
    messages.success(request, "Đã ghi nhận xét. Người viết thấy ngay tại chỗ.")
    return redirect(f"{reverse('desk:review', args=[item.page.pk])}#nhan-xet-{made.pk}")


def _form(request: HttpRequest, item: Seen, form: RemarkForm, *, status: int, refusal: str = "") -> HttpResponse:
    return render(request, "desk/remark.html", {"item": head(item), "form": form, "refusal": refusal}, status=status)


@with_item
@require_POST
def settle(request: HttpRequest, item: Seen, remark: int) -> HttpResponse:
    """Fold one remark away; 404 where it is of another item."""
    made = next((one for one in item.remarks if one.pk == remark), None)
    if made is None:
        raise Http404
    try:
        approval.settle_remark(made, by=item.person, at=item.at, channel="desk")
    except Refused as refused:
        context = {"item": head(item), "form": None, "refusal": " ".join(map(str, refused.refusals))}
        return render(request, "desk/remark.html", context, status=status_of(refused))
    messages.success(request, "Đã khép nhận xét.")
    return redirect("desk:review", pk=item.page.pk)
