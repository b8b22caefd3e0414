"""The administrator's list of accounts, what he does for one, and one's record (Điều 13.1, 13.8)."""

from collections import Counter
from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from portal.base.refused import refuse_if
from portal.base.text import nfc
from portal.people import actions, queries, rules
from portal.people.forms import AccountSearch, VerbForm
from portal.people.mixins import confirm_identity
from portal.people.models import Person
from portal.people.views.screen import (
    Ask,
    Group,
    Here,
    Row,
    Screen,
    answered,
    confirmation,
    done,
    paged,
    screen,
    sent,
    show,
)
from portal.people.words import moment


@require_safe
@screen(rules.may_see_accounts)
def accounts(request: HttpRequest, here: Here) -> HttpResponse:
    form = AccountSearch(request.GET)
    asked = form.cleaned_data if form.is_valid() else {"q": "", "state": ""}
    page = paged(request, queries.accounts(here.at, asked["q"], asked["state"]))
    opened = queries.sessions()
    intro = "Mở, tạm dừng tài khoản đi theo quyết định của Ban; mật khẩu do từng người tự đặt (Điều 13.1)."
    query = urlencode({name: value for name, value in asked.items() if value})
    title = f"{page.paginator.count} tài khoản" if query else "Mọi tài khoản"
    return show(request, here, Screen(
        "Tài khoản", intro, [Group(title, [_account(row, opened) for row in page], "Không có tài khoản nào như thế.")],
        page=page, extra={"search": form, "query": f"{query}&" if query else ""},
    ), "people/accounts.html")  # fmt: skip


def _account(row: Any, opened: Counter[int]) -> Row:
    """An account as `queries.accounts` marks it, in two lines."""
    ills = [
        *(["tạm dừng quyền"] if row.is_out else []), *([] if row.is_active else ["đã khóa"]),
        *([] if row.has_usable_password() else ["chưa đặt mật khẩu"]), *([] if row.email else ["chưa có thư điện tử"]),
    ]  # fmt: skip
    seen = f"đăng nhập gần nhất {moment(row.last_login)}" if row.last_login else "chưa đăng nhập lần nào"
    lines = [f"{row.username} · {Person.Kind(row.kind).label}",
             f"{seen} · {opened[row.pk]} phiên đang mở · {row.live_tokens} mã truy cập"]  # fmt: skip
    return Row(str(row), reverse("people:record", kwargs={"username": row.username}), ", ".join(ills), "now", lines)


def _keeping(person: Person, here: Here) -> Group:
    """What the administrator does for one account; about rights he only proposes."""
    (row,) = queries.accounts(here.at).filter(pk=person.pk)
    told = _account(row, queries.sessions())
    links = [("Gửi thư đặt lại mật khẩu", reverse("people:account_password", kwargs={"pk": person.pk}))]
    if person.pk != here.person.pk:
        links += [("Đăng xuất khỏi mọi máy", reverse("people:account_sign_out", kwargs={"pk": person.pk})),
                  ("Đề xuất tạm dừng quyền", f"{reverse('people:suspensions')}?nguoi={person.pk}")]  # fmt: skip
    return Group("Tài khoản", [replace(told, title="Đăng nhập", url="", links=links)])


@require_http_methods(["GET", "HEAD", "POST"])
@screen(rules.may_keep_accounts)
def account_sign_out(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    person, form = get_object_or_404(Person, pk=pk), VerbForm(sent(request))
    ended: list[tuple[int, int]] = []

    def verb(_: dict[str, Any]) -> None:
        confirm_identity(request)
        ended.append(actions.sign_out(person, **here.about))

    if request.method == "POST" and form.tries(verb):
        sessions, tokens = ended[0]
        return done(request, f"Đã cắt {sessions} phiên đăng nhập và {tokens} mã truy cập của {person}.", "accounts")
    ask = Ask(
        "Đăng xuất", reverse("people:account_sign_out", kwargs={"pk": pk}), form, "Đăng xuất khỏi mọi máy", danger=True
    )
    intro = "Mọi phiên đăng nhập và mã truy cập của tài khoản này hết hiệu lực ngay; quyền và bài viết giữ nguyên (Điều 13.1)."
    return confirmation(request, here, f"Đăng xuất {person} khỏi mọi máy", ask, _list(), intro)


@require_http_methods(["GET", "HEAD", "POST"])
@screen(rules.may_keep_accounts)
def account_password(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    person, form = get_object_or_404(Person, pk=pk), VerbForm(sent(request))

    def verb(_: dict[str, Any]) -> None:
        confirm_identity(request)
        actions.send_new_password(person, **here.about)

    if answer := answered(
        request, form, verb, f"Đã gửi đường dẫn đặt lại mật khẩu tới hộp thư của {person}.", "accounts"
    ):
        return answer
    ask = Ask("Gửi thư", reverse("people:account_password", kwargs={"pk": pk}), form, "Gửi thư đặt lại mật khẩu")
    intro = f"Đường dẫn gửi thẳng tới {person.email or '(chưa có thư điện tử)'}; không ai khác thấy. Mật khẩu cũ dùng được tới khi đặt mới."
    return confirmation(request, here, f"Đặt lại mật khẩu của {person}", ask, _list(), intro)


@require_safe
@screen()
def record(request: HttpRequest, here: Here, username: str) -> HttpResponse:
    username = nfc(username)
    person = Person.objects.filter(username=username).first()
    refuse_if(rules.may_see_record(here.board, here.person.pk, person.pk if person else 0))
    person = get_object_or_404(Person, username=username)
    page = paged(request, queries.lines_about(person))
    lines = queries.told(page, reasons=rules.may_see_reasons(here.board, here.person.pk, person.pk))
    intro = f"{person.username} · {Person.Kind(person.kind).label}"
    keeps = here.may(rules.may_keep_accounts)
    back = _list() if keeps else (reverse("people:overview"), "Ai giữ việc gì")
    return show(request, here, Screen(str(person), intro, [_keeping(person, here)] if keeps else [], page=page, back=back,
                                      extra={"lines": lines}), "people/record.html")  # fmt: skip


def _list() -> tuple[str, str]:
    return reverse("people:accounts"), "Tài khoản"
