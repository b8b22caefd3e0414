"""Signing in, and having typed the password again a moment ago."""

import time

from django.test import Client

from tests.cast import PASSWORD, Cast

BACKEND = "django.contrib.auth.backends.ModelBackend"


def signed_in(cast: Cast, name: str) -> Client:
    client = Client()
    client.force_login(getattr(cast, name), backend=BACKEND)
    return client


def confirmed(client: Client, *, ago: float = 0) -> Client:
    """The same browser, its owner having typed the password again `ago` seconds before now."""
    session = client.session
    session["account_authentication_methods"] = [
        {"method": "password", "at": time.time() - ago, "reauthenticated": True}
    ]
    session["account_authentication_methods_user"] = session["_auth_user_id"]
    session.save()
    return client


def type_password(client: Client, answer: object, password: str = PASSWORD):
    """Answer the page that asks for the password; what was sent before is carried out then."""
    return client.post(answer["Location"].partition("?")[0], {  # type: ignore[index]
        "password": password, "next": answer["Location"].partition("next=")[2].replace("%2F", "/")})  # type: ignore[index]  # fmt: skip
