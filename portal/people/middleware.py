"""The technical back door: Wagtail's own screens open to superusers in office only, and to nobody by a password alone."""

from collections.abc import Callable

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from portal.base import clock
from portal.people import offices

SENTENCE = "Màn hình kỹ thuật này không phải nơi biên tập. Bài vở, duyệt, nhân sự đều làm ở bàn biên tập."


class TechnicalDoorMiddleware:
    """403 on /admin/ for everyone but superusers whose rights stand; strangers are shown the one sign-in page."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        path = request.path_info
        if not (path == "/admin" or path.startswith("/admin/")) or path in ("/admin/login/", "/admin/logout/"):
            return self.get_response(request)
        person = request.user
        if not person.is_authenticated:
            return redirect_to_login(request.get_full_path())
        if person.is_superuser and not offices.is_suspended(person, clock.now()):
            return self.get_response(request)
        return render(request, "403.html", {"reason": SENTENCE, "clause": "Điều 14.2, 15.3"}, status=403)
