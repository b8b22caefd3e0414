"""The page where an owner makes and ends access codes; the code itself is shown once, in the answer that made it."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from portal.base import clock
from portal.base.refused import Refused
from portal.people import offices, tokens
from portal.people.mixins import confirm_identity
from portal.people.models import Person, Token
from portal.people.rules import may_hold_token

View = Callable[..., HttpResponse]


class TokenForm(forms.Form):
    """What a new code is for; making one takes the password once more."""

    label = forms.CharField(
        label="Mã dùng để làm gì", max_length=80, help_text="Ví dụ: máy quét ảnh phòng truyền thống."
    )
    may_decide = forms.BooleanField(
        label="Cho mã này được quyết định thay tôi (duyệt, trả lại, từ chối)", required=False
    )
    use_required_attribute = False


def owners(view: View) -> View:
    """Signed in, and nothing withdrawn; everyone else reads why not."""

    @wraps(view)
    def opened(request: HttpRequest, **captured: Any) -> HttpResponse:
        person = request.user
        no = may_hold_token(active=person.is_active, suspended=offices.is_suspended(person, clock.now()))  # type: ignore[arg-type]
        if no is not None:
            return render(request, "403.html", {"reason": no.message, "clause": no.clause}, status=403)
        return view(request, **captured)

    return never_cache(login_required(opened))


@owners
def page(request: HttpRequest) -> HttpResponse:
    person, at = request.user, clock.now()
    assert isinstance(person, Person)
    form = TokenForm(request.POST or None)
    minted = None
    if request.method == "POST" and form.is_valid():
        confirm_identity(request)
        typed = form.cleaned_data
        try:
            minted = tokens.mint(person, label=typed["label"], may_decide=typed["may_decide"], by=person, at=at,
                                 channel="desk")  # fmt: skip
            form = TokenForm()
        except Refused as no:
            form.add_error(None, str(no))
    shown = {"form": form, "minted": minted, "mine": tokens.living(person, at)}
    return render(request, "people/tokens.html", shown, status=422 if form.errors else 200)


@require_POST
@owners
def revoke(request: HttpRequest, pk: int) -> HttpResponse:
    token = Token.objects.filter(pk=pk, person=request.user).select_related("person").first()  # type: ignore[misc]
    if token is None:
        raise Http404
    tokens.revoke(token, by=token.person, at=clock.now(), channel="desk")
    messages.success(
        request, f"Đã thu hồi mã “{token.label or 'không tên'}”. Máy nào còn dùng mã ấy sẽ bị từ chối ngay."
    )
    return redirect("people:tokens")
