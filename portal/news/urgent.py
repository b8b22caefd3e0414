"""Forms of urgent notice on screen: board members draw them up, the Head approves them beforehand (Điều 10.2)."""

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from portal.base import clock
from portal.base.ordering import titled
from portal.base.refused import Refused
from portal.news import actions
from portal.news.models import UrgentTemplate
from portal.news.rules import may_approve_template
from portal.people import offices
from portal.people.models import Person

CHANNEL = "desk"


class TemplateForm(forms.Form):
    """A form of urgent notice: its name and its words."""

    use_required_attribute = False
    title = forms.CharField(label="Tên mẫu", max_length=200, error_messages={"required": "Mẫu chưa có tên."})
    text = forms.CharField(
        label="Lời mẫu", widget=forms.Textarea(attrs={"rows": 4}), error_messages={"required": "Mẫu chưa có lời."},
        help_text="Chỗ để trống ghi trong ngoặc, ví dụ (ngày, giờ).",
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, label_suffix="", **kwargs)


def _member(request: HttpRequest) -> Person:
    assert isinstance(request.user, Person)
    if request.user.pk not in offices.board(clock.now()).everyone:
        raise PermissionDenied("Mẫu thông báo khẩn do thành viên Ban biên tập soạn (Điều 10.2).")
    return request.user


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def templates(request: HttpRequest) -> HttpResponse:
    """Every form of urgent notice, and a new one."""
    me = _member(request)
    form = TemplateForm(request.POST or None)
    status = 200
    if request.method == "POST":
        if form.is_valid():
            actions.draw_up_template(**form.cleaned_data, by=me, at=clock.now(), channel=CHANNEL)
            messages.success(request, "Đã lưu mẫu. Mẫu dùng được khi Trưởng ban duyệt.")
            return redirect("news:templates")
        status = 422
    may_approve = may_approve_template(me.pk in offices.board(clock.now()).leaders) is None
    found = UrgentTemplate.objects.select_related("approved_by").order_by(titled(), "pk")
    context = {"templates": found, "form": form, "may_approve": may_approve}
    return render(request, "news/templates.html", context, status=status)


@login_required
@require_POST
def approve(request: HttpRequest, pk: int) -> HttpResponse:
    """The Head's word; without it no urgent notice may use the form."""
    template = get_object_or_404(UrgentTemplate, pk=pk)
    me = _member(request)
    try:
        actions.approve_template(template, by=me, at=clock.now(), channel=CHANNEL)
        messages.success(request, f"Đã duyệt mẫu “{template.title}”. Thành viên Ban dùng được ngay.")
    except Refused as refused:
        raise PermissionDenied(str(refused)) from refused
    return redirect("news:templates")
