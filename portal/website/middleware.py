"""One official host, and the headers every answer carries (Điều 3)."""

from collections.abc import Callable
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

Answer = Callable[[HttpRequest], HttpResponse]
CSP = "; ".join(
    (
        "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data:", "font-src 'self'",
        "connect-src 'self'", "form-action 'self'", "frame-ancestors 'self'", "base-uri 'self'", "manifest-src 'self'",
    )
)  # fmt: skip
ADMIN_CSP = "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:"


class CanonicalHostMiddleware:
    """Answers on the school's own host only: readers elsewhere are shown the way, everything else is told 421."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        official = urlsplit(settings.PORTAL_BASE_URL)
        host = request.META.get("HTTP_HOST", official.netloc)
        if host == official.netloc or host in settings.PORTAL_EXTRA_HOSTS:
            return self.get_response(request)
        if request.method in ("GET", "HEAD"):
            answer = HttpResponse(status=301)
            answer["Location"] = f"{official.scheme}://{official.netloc}{request.get_full_path()}"
            return answer
        words = render_to_string("421.html", {"canonical_url": f"{official.scheme}://{official.netloc}/"})
        return HttpResponse(words, status=421, headers={"Content-Security-Policy": CSP})


class SecurityHeadersMiddleware:
    """Strict content policy everywhere but in Wagtail's own screens; internal answers are kept by nobody."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        answer = self.get_response(request)
        policy = ADMIN_CSP if request.path.startswith("/admin/") else CSP
        if getattr(request, "shows_frames", False):  # a view says so of its own page
            policy += "; frame-src 'self'"
        if getattr(request, "plays_media", False):
            policy += "; media-src 'self'"
        answer.headers.setdefault("Content-Security-Policy", policy)
        answer.headers.setdefault("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
        person = getattr(request, "user", None)
        if person is not None and person.is_authenticated:
            answer.headers.setdefault("Cache-Control", "private, no-store")
        return answer
