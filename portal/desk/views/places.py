"""Saying which approved page stands in which place (Điều 8.3, 12.1; TT 37/2020 Đ.9)."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from portal.base.refused import Refused, refuse_if
from portal.desk.asked import board, moment
from portal.desk.forms_places import PlaceForm, ShelfForm
from portal.desk.queries import Seen
from portal.desk.queries.places import Row, choices, places
from portal.desk.views.gate import status_of, with_item
from portal.news import actions as news
from portal.news.models import Section
from portal.news.places import BY_KEY
from portal.news.queries import standings
from portal.news.rules import may_place, may_shelve


@login_required
@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """Every place with what stands there, and what the circular asks for that is not there."""
    refuse_if(may_place(board(request), request.user.pk or 0))
    return render(request, "desk/places.html", {"found": places(moment(request))})


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def place(request: HttpRequest, language: str, key: str) -> HttpResponse:
    """The pages of one place: chosen, put in order, emptied."""
    refuse_if(may_place(board(request), request.user.pk or 0))
    at, found = moment(request), BY_KEY.get(key)
    if found is None or language not in found.languages:
        raise Http404
    row = Row(found, language, standings([key], None, at, language)[key])
    form = PlaceForm(request.POST or None, row=row, offered=choices(language, at))
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                news.stand(key, form.chosen(), language=language, by=request.user, at=at, channel="desk")
            except Refused as refused:
                form.refuse(refused)
                status = status_of(refused)
            else:
                messages.success(request, f"Đã xếp “{row.name}”. Người đọc thấy ngay ở {row.address}.")
                return redirect("desk:places")
    return render(request, "desk/place.html", {"row": row, "form": form}, status=status)


@with_item
@require_http_methods(["GET", "HEAD", "POST"])
def shelve(request: HttpRequest, item: Seen) -> HttpResponse:
    """Where a section stands and how it is shown; its words are reworded elsewhere."""
    section = Section.objects.filter(pk=item.page.pk).first()
    if section is None:
        raise Http404
    refuse_if(may_shelve(board(request), request.user.pk or 0))
    now = {"position": section.position, "shape": section.shape, "language": section.language}
    form, status = ShelfForm(request.POST or None, initial=now), 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                news.shelve(section, **form.cleaned_data, by=item.person, at=item.at, channel="desk")
            except Refused as refused:
                form.refuse(refused)
                status = status_of(refused)
            else:
                messages.success(request, f"Đã xếp lại chuyên mục “{section.title}”. Người đọc thấy ngay.")
                return redirect("desk:sections")
    context = {
        "title": f"Xếp chuyên mục: {section.title}",
        "form": form,
        "back_url": "/viec/chuyen-muc/",
        "submit": "Lưu",
    }
    return render(request, "desk/words.html", context, status=status)
