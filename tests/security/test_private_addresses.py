"""A private address is known to its owner and to the mail server; the page of the system's health does not tell it."""

from smtplib import SMTPRecipientsRefused
from typing import Any

import pytest
from django.core.mail import EmailMultiAlternatives

from portal.base import queue
from portal.desk.models import Letter
from tests.cast import NOW, Cast
from tests.people.signing import signed_in

PRIVATE = "chuyen.rieng@noi-khac.example"


def test_a_refused_private_address_is_named_neither_in_the_letter_nor_on_the_page_of_health(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    def send(_: Any) -> int:
        raise SMTPRecipientsRefused({PRIVATE: (550, f"<{PRIVATE}> unknown".encode())})

    assert signed_in(cast, "sen").post("/viec/thu/", {"do": "private", "address": PRIVATE}).status_code == 302
    monkeypatch.setattr(EmailMultiAlternatives, "send", send)
    queue.run_due(NOW)
    letter = Letter.objects.get()
    page = signed_in(cast, "tri").get("/he-thong/").content.decode()
    assert (letter.state, PRIVATE in letter.error, PRIVATE in page) == (Letter.State.FAILED, False, False)
    assert "địa chỉ riêng" in letter.error
