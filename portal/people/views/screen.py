"""How every screen of this room opens: who asks, at which hour, under which board; a refusal is a page with its clause."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import wraps
from typing import Any

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse

from portal.base import clock
from portal.base.refused import STATUS, Refused, refuse_if
from portal.base.rules import Ground, Refusal
from portal.people import offices, rules
from portal.people.forms import VerbForm
from portal.people.models import Person
from portal.people.rules import Board

Gate = Callable[[Board, int], Refusal | None]
A_PAGE = 20
DOORS: tuple[tuple[str, str, Gate | None], ...] = (
    ("overview", "Ai giữ việc gì", None),
    ("decisions", "Quyết định", None),
    ("personnel", "Đề xuất nhân sự", rules.may_see_personnel),
    ("fields", "Lĩnh vực", None),
    ("delegations", "Ủy nhiệm", None),
    ("absences", "Vắng mặt", None),
    ("units", "Tổ, đơn vị", None),
    ("duties", "Phân công việc", None),
    ("collaborators", "Cộng tác viên", rules.may_see_collaborators),
    ("suspensions", "Tạm dừng quyền", rules.may_see_suspensions),
    ("tokens", "Mã truy cập", None),
    ("accounts", "Tài khoản", rules.may_see_accounts),
)


@dataclass(frozen=True)
class Here:
    """Who is asking, when, and how the board stands at that hour."""

    person: Person
    at: datetime
    board: Board

    def may(self, gate: Gate) -> bool:
        return gate(self.board, self.person.pk) is None

    @property
    def about(self) -> dict[str, Any]:
        """What every verb is told of its circumstances."""
        return {"by": self.person, "at": self.at, "channel": "web"}


@dataclass(frozen=True)
class Ask:
    """A form that opens under its label."""

    label: str
    url: str
    form: VerbForm
    submit: str = ""
    danger: bool = False
    open: bool = False  # unfolded from the start, for whom a link brought here


@dataclass(frozen=True)
class Row:
    """One line of a list: what, in which state, what can be done."""

    title: str
    url: str = ""
    badge: str = ""
    mark: str = "plain"
    lines: Sequence[str] = ()
    buttons: Sequence[tuple[str, str]] = ()  # (label, url), done by one POST
    tap: tuple[str, str] | None = None  # the one that is asked for
    links: Sequence[tuple[str, str]] = ()
    asks: Sequence[Ask] = ()


@dataclass(frozen=True)
class Group:
    """Rows under a heading."""

    title: str
    rows: Sequence[Row]
    empty: str = "Chưa có gì ở mục này."
    note: str = ""


@dataclass(frozen=True)
class Screen:
    """A whole page of this room."""

    title: str
    intro: str = ""
    groups: Sequence[Group] = ()
    asks: Sequence[Ask] = ()
    page: Page[Any] | None = None
    back: tuple[str, str] = ("", "")
    extra: dict[str, Any] = field(default_factory=dict)


def screen(
    gate: Gate | None = None, *, posts: Gate | None = None
) -> Callable[[Callable[..., HttpResponse]], Callable[..., HttpResponse]]:
    """Open a view to staff whose rights stand, and to whom `gate` opens; `posts` says who may send anything there.
    Everyone else reads why not."""

    def wrap(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @wraps(view)
        def opened(request: HttpRequest, **captured: Any) -> HttpResponse:
            person = request.user
            if not isinstance(person, Person):
                return redirect_to_login(request.get_full_path())
            at = clock.now()
            here = Here(person, at, offices.board(at))
            try:
                refuse_if(rules.insiders_only(offices.is_insider(person, at), offices.is_suspended(person, at)))
                asked = [gate, posts if request.method == "POST" else None]
                refuse_if(*(each(here.board, person.pk) for each in asked if each))
                return view(request, here, **captured)
            except Refused as no:
                return refused(request, no)

        return opened

    return wrap


def refused(request: HttpRequest, no: Refused) -> HttpResponse:
    """Say no with sentence and clause; where only the moment was wrong, on the page one came from."""
    if no.ground != Ground.FORBIDDEN and request.method == "POST":
        for refusal in no.refusals:
            messages.error(request, str(refusal))
        return redirect(reverse("people:overview"))
    words = {"reason": " ".join(each.message for each in no.refusals), "clause": no.refusals[0].clause}
    return render(request, "403.html", words, status=STATUS[no.ground])


def answered(
    request: HttpRequest,
    form: VerbForm,
    verb: Callable[[dict[str, Any]], object],
    said: str,
    name: str,
    **captured: Any,
) -> HttpResponse | None:
    """Carry out what was sent: the redirect that says it was done; None where the page is to be shown, or shown again."""
    if request.method == "POST" and form.tries(verb):
        return done(request, said, name, **captured)
    return None


def confirmation(
    request: HttpRequest, here: Here, title: str, ask: Ask, back: tuple[str, str], intro: str = ""
) -> HttpResponse:
    """A page that asks for one tap."""
    return show(request, here, Screen(title, intro, asks=[ask], back=back))


def done(request: HttpRequest, sentence: str, name: str, **captured: Any) -> HttpResponse:
    """The redirect after a verb, with the sentence that says it was done."""
    messages.success(request, sentence)
    return redirect(reverse(f"people:{name}", kwargs=captured))


def show(request: HttpRequest, here: Here, page: Screen, template: str = "people/page.html") -> HttpResponse:
    """Render a screen; its status tells whether a form on it was refused."""
    match = request.resolver_match
    nav = [
        {"title": title, "url": reverse(f"people:{name}"), "current": match is not None and match.url_name == name}
        for name, title, gate in DOORS
        if gate is None or here.may(gate)
    ]
    forms = [*page.asks, *(ask for group in page.groups for row in group.rows for ask in row.asks)]
    status = max((ask.form.status for ask in forms), default=200)
    return render(request, template, {"screen": page, "nav": nav, **page.extra}, status=status)


def paged(request: HttpRequest, rows: QuerySet[Any] | Sequence[Any]) -> Page[Any]:
    return Paginator(rows, A_PAGE).get_page(request.GET.get("page"))


def sent(request: HttpRequest) -> QueryDict | None:
    """What was sent, also when nothing was typed; None when the page is only opened."""
    return request.POST if request.method == "POST" else None
