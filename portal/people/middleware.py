"""The technical back door: Wagtail's own screens open to superusers in office only, and to nobody by a password alone."""

from collections.abc import Callable

from django.contrib.auth.views import redirect_to_login
from django.db import transaction
from django.db.models import ProtectedError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from portal.base import clock, epoch
from portal.people import offices

SAFE = ("GET", "HEAD", "OPTIONS")
NO_FILES = "Tệp chỉ được nhận ở bàn biên tập, nơi nội dung tệp được kiểm tra và quét vi-rút."
SENTENCE = "Màn hình kỹ thuật này không phải nơi biên tập. Bài vở, duyệt, nhân sự đều làm ở bàn biên tập."
KEPT = "Không xóa được: còn bài, lượt duyệt hoặc quyết định gắn với mục này, và những điều ấy được giữ lâu dài."
BARE = "Không nhận được: thiếu tệp, hoặc điều gửi lên chưa đúng dạng. Chưa có gì bị thay đổi."


def in_words(answer: HttpResponse) -> HttpResponse:
    """Wagtail's bare 400s ("Must upload a file"), which no catalogue reaches, as a sentence; pages and JSON as they are."""
    if answer.status_code == 400 and not answer.streaming and answer.content[:1] not in (b"<", b"{", b"["):
        answer.content = BARE.encode()
        answer.headers["Content-Type"] = "text/plain; charset=utf-8"
    return answer


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
        if offices.opens_technical_screens(person, clock.now()):
            return in_words(self.get_response(request) if request.method in SAFE else self._done(request))
        return render(request, "403.html", {"reason": SENTENCE, "clause": "Điều 14.2, 15.3"}, status=403)

    def _done(self, request: HttpRequest) -> HttpResponse:
        """Wagtail's screens know no verbs and no epoch: whatever one of them writes is seen with its commit, or undone."""
        request.POST  # noqa: B018  all that is sent is here before anything is locked
        if request.FILES:
            return render(request, "403.html", {"reason": NO_FILES, "clause": "Điều 8.1, 13.7"}, status=403)
        with transaction.atomic():
            answer = self.get_response(request)
            if answer.status_code >= 500:
                transaction.set_rollback(True)
            elif not transaction.get_rollback():
                epoch.bump()
        return answer

    def process_exception(self, request: HttpRequest, fault: Exception) -> HttpResponse | None:
        """What history stands on is not deleted; the screen says so, and nothing is done."""
        if not isinstance(fault, ProtectedError) or not request.path_info.startswith("/admin/"):
            return None
        answer = render(request, "403.html", {"reason": KEPT, "clause": "Điều 12.2, 15.3"}, status=403)
        transaction.set_rollback(True)
        return answer
