"""The front door: home, roster, site map, what machines read, and what is said when something is wrong."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from portal.base import clock
from portal.base.kept import kept_page
from portal.base.refused import Refused
from portal.website import queries
from portal.website.lost import looked_for
from portal.website.old import moved


@kept_page()
@require_safe
def roster(request: HttpRequest) -> HttpResponse:
    rows = queries.roster(clock.now())
    papers = {(row["decision_number"], row["decision_date"]) for row in rows}
    return render(request, "website/roster.html", {"rows": rows, "one_paper": len(papers) == 1})


@kept_page()
@require_safe
def places(request: HttpRequest) -> HttpResponse:
    return render(request, "website/sitemap_page.html", {"sections": queries.places(request.user, clock.now())})


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Why not, in the words of the rule that said no."""
    said = exception.refusals if isinstance(exception, Refused) else ()
    reasons = " ".join(refusal.message for refusal in said)
    clauses = "; ".join(dict.fromkeys(refusal.clause for refusal in said if refusal.clause))
    return _wrong(request, "403.html", 403, reason=reasons, clause=clauses)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Nothing here: where it is now that stood there at the portal before; else what the words of the address may have
    meant, and the way to search for them."""
    answer = moved(request)
    if answer is not None:
        return answer
    lost = looked_for(request.path, getattr(request, "user", None), clock.now())
    return _wrong(request, "404.html", 404, lost=lost)


def forged(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form sent without its token: an old page, or another site's."""
    message = "Trang mở đã lâu hoặc được gửi từ nơi khác. Mời tải lại trang rồi gửi lại; chưa có gì bị thay đổi."
    return _wrong(request, "403.html", 403, reason=message)


def broken(request: HttpRequest) -> HttpResponse:
    return render(request, "500.html", status=500)


def _wrong(request: HttpRequest, template: str, status: int, **said: object) -> HttpResponse:
    request.canonical_url = ""  # type: ignore[attr-defined]
    return render(request, template, said, status=status)
