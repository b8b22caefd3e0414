"""Who is let in, and how often."""

import time
from typing import Any

from django.core.cache import cache
from django.http import HttpRequest
from ninja.security import HttpBearer
from ninja.throttling import BaseThrottle

from portal.base import clock, regulation
from portal.base.api import Problem
from portal.base.whence import address as address
from portal.people.tokens import Bearer, resolve

MINUTE = 60
BAD_TOKENS_A_MINUTE = 120
CHALLENGE = {"WWW-Authenticate": 'Bearer realm="Cong Truong"'}
BAD_TOKEN = {"WWW-Authenticate": 'Bearer realm="Cong Truong", error="invalid_token"'}


def counted(who: str) -> int:
    """How many calls `who` has made this minute, this one included. The machine's clock: a test clock may stand still."""
    key = f"api:{who}:{int(time.time() // MINUTE)}"
    cache.add(key, 0, MINUTE * 2)
    try:
        return int(cache.incr(key))
    except ValueError:  # the entry was culled between the two lines
        return 1


def seconds_left() -> int:
    return MINUTE - int(time.time() % MINUTE)


class TokenAuth(HttpBearer):
    """A bearer token and nothing else; a session's cookie opens nothing here."""

    def __call__(self, request: HttpRequest) -> Any:
        found = super().__call__(request)
        if found is None:
            self._slow_down(request)
            raise Problem(401, "Cần mã truy cập: gửi kèm “Authorization: Bearer …”.", headers=CHALLENGE)
        return found

    def authenticate(self, request: HttpRequest, token: str) -> Bearer:
        bearer = resolve(token.strip(), clock.now())
        if bearer is None:
            self._slow_down(request)
            raise Problem(401, "Mã truy cập không đúng, đã hết hạn hoặc đã bị thu hồi.", headers=BAD_TOKEN)
        request.user = bearer.person  # so that every layer above knows the answer is a person's own
        return bearer

    def _slow_down(self, request: HttpRequest) -> None:
        if counted(f"refused:{address(request)}") > BAD_TOKENS_A_MINUTE:
            raise Problem(429, "Quá nhiều lần gọi không có mã đúng; hãy thử lại sau.",
                          headers={"Retry-After": str(seconds_left())})  # fmt: skip


class Rate(BaseThrottle):
    """So many calls a minute, a dated number of the school (`api.requests_per_minute`)."""

    def who(self, request: HttpRequest) -> str:
        raise NotImplementedError

    def allow_request(self, request: HttpRequest) -> bool:
        most = regulation.number("api.requests_per_minute", clock.now().date())
        return counted(self.who(request)) <= most

    def wait(self) -> float:
        return seconds_left()


class PerToken(Rate):
    """A person's tokens are counted together."""

    def who(self, request: HttpRequest) -> str:
        return f"person:{request.auth.person.pk}"  # type: ignore[attr-defined]


class PerReader(Rate):
    """Readers without an account are counted by address."""

    def who(self, request: HttpRequest) -> str:
        return f"reader:{address(request)}"
