"""Signing in, the second factor, the password and its letters: every word of it is Vietnamese, errors too."""

import re

from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.core import mail
from django.core.cache import cache
from django.test import Client

from tests.cast import PASSWORD, Cast
from tests.people.signing import confirmed, signed_in
from tests.words.english import english_in, english_lines


class Reader:
    """Somebody at a browser who notes every English line; follows where forms lead."""

    def __init__(self, client: Client) -> None:
        self.client, self.found = client, dict[str, list[str]]()

    def sees(self, path: str, sent: dict[str, str] | None = None) -> str:
        answer = self.client.post(path, sent, follow=True) if sent is not None else self.client.get(path, follow=True)
        assert answer.status_code in (200, 404), (path, answer.status_code)
        if lines := english_lines(answer.text):
            self.found[path] = lines
        return answer.text


def test_signing_in_and_a_forgotten_password(cast: Cast) -> None:
    reader = Reader(Client())
    for path, sent in (
        ("login/", {}), ("login/", {"login": "lan", "password": "sai-roi-day"}), ("login/", {"login": "lan"}),
        ("password/reset/", {"email": "khong phai"}), ("password/reset/", {}), ("password/reset/", {"email": "la@thu.vn"}),
        ("password/reset/", {"email": cast.lan.email}), ("password/reset/key/1-khong/", None), ("inactive/", None),
        ("signup/", None), ("password/reset/done/", None), ("password/reset/key/done/", None), ("login/", None),
    ):  # fmt: skip
        reader.sees(f"/tai-khoan/{path}", sent)
    letters = [f"{letter.subject}\n{letter.body}" for letter in mail.outbox]
    assert (reader.found, [english_in(letter) for letter in letters]) == ({}, [[]] * len(letters))
    (way,) = {path for letter in letters for path in re.findall(r"http://testserver(\S+key/\S+)", letter)}
    page = reader.client.get(way, follow=True)
    form = page.request["PATH_INFO"]
    for first, again in (
        ("123", "123"),
        ("mot-cau-that-dai", "mot-cau-khac-han"),
        ("mot-cau-that-dai", "mot-cau-that-dai"),
    ):
        reader.sees(form, {"password1": first, "password2": again})
    assert reader.found == {}


def test_who_tries_too_often_is_told_to_wait_in_our_own_look(cast: Cast, settings) -> None:
    settings.ACCOUNT_RATE_LIMITS = {"reset_password": "1/m/ip"}
    cache.clear()
    answers = [Client().post("/tai-khoan/password/reset/", {"email": "la@thu.vn"}) for _ in range(2)]
    cache.clear()
    assert [answer.status_code for answer in answers] == [302, 429]
    assert ("Vừa thử quá nhiều lần" in answers[1].text, english_lines(answers[1].text)) == (True, [])


def test_who_once_asked_for_a_new_password_may_still_turn_on_the_second_factor(cast: Cast) -> None:
    Client().post("/tai-khoan/password/reset/", {"email": cast.lan.email})
    answer = confirmed(signed_in(cast, "lan")).get("/tai-khoan/2fa/totp/activate/")
    assert (answer.status_code, "Bật ứng dụng tạo mã" in answer.text) == (200, True)


def test_the_password_and_the_second_factor(cast: Cast) -> None:
    reader = Reader(confirmed(signed_in(cast, "lan")))
    for path, sent in (
        ("password/change/", None), ("password/change/", {"oldpassword": "sai", "password1": "1", "password2": "2"}),
        ("2fa/", None), ("2fa/totp/activate/", None), ("2fa/totp/activate/", {"code": "000000"}),
        ("2fa/recovery-codes/", None), ("2fa/totp/deactivate/", None), ("logout/", None),
    ):  # fmt: skip
        reader.sees(f"/tai-khoan/{path}", sent)
    secret = reader.client.session["mfa.totp.secret"]
    code = format_hotp_value(hotp_value(secret, next(yield_hotp_counters_from_time())))
    reader.sees("/tai-khoan/2fa/totp/activate/", {"code": code})
    for path, sent in (
        ("2fa/", None), ("2fa/recovery-codes/generate/", None), ("2fa/recovery-codes/generate/", {}),
        ("2fa/recovery-codes/", None), ("2fa/totp/deactivate/", None), ("2fa/reauthenticate/", None),
        ("2fa/reauthenticate/", {"code": "000000"}), ("reauthenticate/", None), ("reauthenticate/", {"password": "sai"}),
    ):  # fmt: skip
        reader.sees(f"/tai-khoan/{path}", sent)
    stranger = Reader(Client())
    stranger.sees("/tai-khoan/login/", {"login": "lan", "password": PASSWORD})
    stranger.sees("/tai-khoan/2fa/authenticate/", {"code": "000000"})
    assert (reader.found, stranger.found) == ({}, {})
    assert [english_in(f"{letter.subject}\n{letter.body}") for letter in mail.outbox] == [[]] * len(mail.outbox)
