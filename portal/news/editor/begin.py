"""Begin a text."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from portal.base import clock
from portal.base.refused import STATUS, Refused
from portal.base.text import slug
from portal.news import actions
from portal.news.editor.forms import FirstForm
from portal.news.editor.gate import writer
from portal.news.editor.keeping import CHANNEL
from portal.news.editor.mended import Mending, tell
from portal.news.rules import may_receive_somewhere
from portal.people import offices


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def begin(request: HttpRequest) -> HttpResponse:
    """Choose where it goes and what it is; the draft opens in the editor."""
    at, person = clock.now(), writer(request)
    form = FirstForm(request.POST or None, person=person, at=at, initial={"section": request.GET.get("section", "")})
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            mended = Mending()
            given = form.cleaned_data | {"title": mended.mend("Tiêu đề", form.cleaned_data["title"])}
            try:
                article = actions.write(given, by=person, at=at, channel=CHANNEL)
            except Refused as refused:
                status = STATUS[refused.ground]
                for refusal in refused.refusals:
                    form.add_error(refusal.field if refusal.field in form.fields else None, str(refusal))
            else:
                messages.success(request, "Đã mở bản nháp. Thầy/cô viết tiếp ở dưới.")
                tell(request, mended)
                return redirect("news:edit", article.pk)
    context = {
        "form": form, "address": slug(form["title"].value()) if form["title"].value() else "",
        "may_receive": may_receive_somewhere(offices.board(at), person.pk) is None,
    }  # fmt: skip
    return render(request, "news/begin.html", context, status=status)
