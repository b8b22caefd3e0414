"""Sections and topics: begun and reworded here, up only once approved (Điều 8.3, 12.1)."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from portal.base import clock
from portal.base.refused import Refused
from portal.desk.forms import NewSectionForm, NewTopicForm, RewordForm, WordsForm
from portal.desk.queries import Seen, arranged
from portal.desk.views.gate import status_of, with_item
from portal.desk.views.review import head
from portal.news import actions as news
from portal.news.models import Section, Topic
from portal.people import offices

SAVED = "Đã lưu. Người đọc thấy sau khi bản này được duyệt; thầy/cô xem đường đi rồi trình."


def _of_the_board(request: HttpRequest) -> None:
    if request.user.pk not in offices.board(clock.now()).everyone:
        raise Http404


@login_required
@require_safe
def sections(request: HttpRequest) -> HttpResponse:
    """Every section and topic with its state."""
    _of_the_board(request)
    return render(request, "desk/sections.html", {"groups": arranged()})


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def new_section(request: HttpRequest) -> HttpResponse:
    return _begin(request, NewSectionForm, "Chuyên mục mới", news.begin_section)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def new_topic(request: HttpRequest) -> HttpResponse:
    return _begin(request, NewTopicForm, "Chuyên đề mới", news.begin_topic)


def _begin(request: HttpRequest, form_class: type[WordsForm], title: str, verb: Any) -> HttpResponse:
    _of_the_board(request)
    form = form_class(request.POST or None)
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            page = verb(**form.cleaned_data, by=request.user, at=clock.now(), channel="desk")
        except Refused as refused:
            form.refuse(refused)
            status = status_of(refused)
        else:
            messages.success(request, SAVED)
            return redirect("desk:route", pk=page.pk)
    elif request.method == "POST":
        status = 422
    return render(
        request, "desk/words.html", {"title": title, "form": form, "back_url": "/viec/chuyen-muc/"}, status=status
    )


@with_item
@require_http_methods(["GET", "HEAD", "POST"])
def reword(request: HttpRequest, item: Seen) -> HttpResponse:
    """Change the words of a section or a topic; what is up stays up meanwhile."""
    if not isinstance(item.draft, Section | Topic):
        raise Http404
    begun = {"title": item.draft.title, "intro": item.draft.intro, "based_on": item.case.hash}
    form = RewordForm(request.POST or None, initial=begun)
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            news.reword(item.page, **form.cleaned_data, by=item.person, at=item.at, channel="desk")
        except Refused as refused:
            form.refuse(refused)
            status = status_of(refused)
        else:
            messages.success(request, SAVED)
            return redirect("desk:route", pk=item.page.pk)
    elif request.method == "POST":
        status = 422
    context = {
        "title": f"Sửa lời: {item.draft.title}",
        "form": form,
        "item": head(item),
        "back_url": f"/viec/{item.page.pk}/",
    }
    return render(request, "desk/words.html", context, status=status)
