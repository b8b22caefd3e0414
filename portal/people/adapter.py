"""How allauth behaves here: nobody signs himself up, links carry the official address."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse


class AccountAdapter(DefaultAccountAdapter):
    """Accounts are opened by the Head's decision (Điều 10.4)."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_reset_password_from_key_url(self, key: str) -> str:
        return settings.PORTAL_BASE_URL + reverse("account_reset_password_from_key", args=key.partition("-")[::2])

    def send_password_reset_mail(self, user: Any, email: str, context: dict[str, Any]) -> None:
        """The letter says how long its link holds."""
        super().send_password_reset_mail(user, email, context | {"days": settings.PASSWORD_RESET_TIMEOUT // 86400})

    def get_login_redirect_url(self, request: HttpRequest) -> Any:
        """Staff and collaborators to their desk, readers to the front page; `next` still wins before this is asked."""
        person: Any = request.user
        return "/viec-cua-toi/" if person.kind in ("staff", "collaborator") else "/"
