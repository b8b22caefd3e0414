"""One sign-in page, in Vietnamese; every stock door shut; technical power opens technical screens only."""

import re
from html import unescape

import pytest
from django.core import mail
from django.test import Client

from tests.cast import NOW, PASSWORD, Cast

ENGLISH = re.compile(
    r"\b(the|your|you|is|are|not|and|or|please|this|field|required|password|username|login|sign|enter|account|email address|"
    r"invalid|again|must|at least|characters|too|forgot|remember|code)\b",
    re.IGNORECASE,
)


def shown(answer) -> str:
    page = answer.content.decode().split("<body", 1)[1]
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", page)))


def signed_in(cast: Cast, name: str) -> Client:
    client = Client()
    client.force_login(getattr(cast, name), backend="django.contrib.auth.backends.ModelBackend")
    return client


def reset_page(cast: Cast) -> tuple[Client, str]:
    client = Client()
    client.post("/tai-khoan/password/reset/", {"email": cast.cuc.email})
    (path,) = re.findall(r"http://testserver(\S+key/\S+)", mail.outbox[-1].body)
    return client, client.get(path, follow=True).request["PATH_INFO"]


def test_a_wrong_password_is_told_in_vietnamese(cast: Cast) -> None:
    answer = Client().post("/tai-khoan/login/", {"login": "cuc", "password": "sai-mat-khau"})
    assert answer.context["form"].non_field_errors() == ["Tên đăng nhập hoặc mật khẩu chưa đúng."]
    assert ENGLISH.findall(shown(answer)) == []


def test_empty_fields_are_told_in_vietnamese(cast: Cast) -> None:
    answer = Client().post("/tai-khoan/login/", {})
    assert set(map(tuple, answer.context["form"].errors.values())) == {("Thầy/cô chưa điền mục này.",)}
    assert ENGLISH.findall(shown(answer)) == []


@pytest.mark.parametrize("url", ["login/", "signup/", "password/reset/", "password/reset/done/", "inactive/",
                                 "password/reset/key/done/", "password/reset/key/1-set-password/"])  # fmt: skip
def test_pages_for_strangers_speak_vietnamese(cast: Cast, url: str) -> None:
    answer = Client().get(f"/tai-khoan/{url}")
    assert (answer.status_code, ENGLISH.findall(shown(answer))) == (200, [])


@pytest.mark.parametrize("url", ["logout/", "password/change/", "2fa/"])
def test_pages_of_ones_own_account_speak_vietnamese(cast: Cast, url: str) -> None:
    answer = signed_in(cast, "cuc").get(f"/tai-khoan/{url}")
    assert (answer.status_code, ENGLISH.findall(shown(answer))) == (200, [])


def test_the_reset_letter_and_the_new_passwords_faults_are_vietnamese(cast: Cast) -> None:
    client, path = reset_page(cast)
    assert ENGLISH.findall(re.sub(r"http\S+", "", mail.outbox[-1].body)) == []
    short = client.post(path, {"password1": "password", "password2": "password"})
    assert short.context["form"].errors == {
        "password1": ["Mật khẩu ngắn quá, cần ít nhất 10 ký tự.", "Mật khẩu này quá dễ đoán."]
    }
    differ = client.post(path, {"password1": "mot-cau-that-dai", "password2": "mot-cau-khac-han"})
    assert differ.context["form"].errors == {"password2": ["Hai lần nhập mật khẩu chưa giống nhau."]}
    assert (ENGLISH.findall(shown(short)), ENGLISH.findall(shown(differ))) == ([], [])


def test_a_reset_for_an_unknown_address_looks_the_same(cast: Cast) -> None:
    answers = [
        Client().post("/tai-khoan/password/reset/", {"email": email}) for email in (cast.cuc.email, "khong@co.vn")
    ]
    assert [(answer.status_code, answer["Location"]) for answer in answers] == [
        (302, "/tai-khoan/password/reset/done/")
    ] * 2


def test_a_faulty_address_is_told_in_vietnamese(cast: Cast) -> None:
    answer = Client().post("/tai-khoan/password/reset/", {"email": "khong-phai-thu"})
    assert ENGLISH.findall(shown(answer)) == []


def test_nobody_signs_himself_up(cast: Cast) -> None:
    new = {"username": "moi", "email": "moi@thu.vn", "password1": "mot-cau-that-dai"}
    answer = Client().post("/tai-khoan/signup/", new)
    assert "Chưa mở đăng ký" in shown(answer)
    assert cast.cuc.__class__.objects.filter(username="moi").count() == 0


@pytest.mark.parametrize("url", ["/admin/login/", "/_util/login/"])
def test_stock_sign_in_pages_lead_to_the_one_there_is(cast: Cast, url: str) -> None:
    client = Client()
    asked = client.get(url)
    sent = client.post(url, {"username": "cuc", "password": PASSWORD})
    assert [(answer.status_code, answer["Location"]) for answer in (asked, sent)] == [
        (302, "/tai-khoan/login/"), (303, "/tai-khoan/login/"),
    ]  # fmt: skip
    assert "_auth_user_id" not in client.session


def test_pages_the_school_does_not_use_are_not_there(cast: Cast) -> None:
    stranger, member = Client(), signed_in(cast, "cuc")
    urls = ("/_util/authenticate_with_password/1/1/", "/tai-khoan/email/", "/tai-khoan/confirm-email/",
            "/tai-khoan/login/code/confirm/", "/tai-khoan/password/set/")  # fmt: skip
    assert {client.get(url).status_code for url in urls for client in (stranger, member)} == {404}
    wagtail = ("/admin/password_reset/", "/admin/password_reset/confirm/MQ/set-password/")
    assert [(stranger.get(url).status_code, member.get(url).status_code) for url in wagtail] == [(302, 403)] * 2


def test_technical_screens_open_to_no_office(cast: Cast) -> None:
    answers = {
        (name, url): (answer.status_code, "Căn cứ: Điều 14.2, 15.3" in shown(answer))
        for name in ("minh", "ha", "cuc", "sen", "tri", "lan", "vy", "phu")
        for client in (signed_in(cast, name),)
        for url in ("/admin/", "/admin/pages/", "/admin/users/", "/admin/khong-co/")
        for answer in (client.get(url),)
    }
    assert set(answers.values()) == {(403, True)}


def test_a_superuser_opens_technical_screens_until_suspended(cast: Cast) -> None:
    cast.tri.is_superuser = True
    cast.tri.save()
    client = signed_in(cast, "tri")
    first = client.get("/admin/").status_code
    cast.suspend(cast.tri, starts=NOW)
    assert (first, client.get("/admin/").status_code) == (200, 403)


def test_links_in_letters_are_built_from_the_base_address_not_from_the_host(cast: Cast, settings) -> None:
    settings.PORTAL_EXTRA_HOSTS = ("localhost",)
    Client(HTTP_HOST="localhost").post("/tai-khoan/password/reset/", {"email": cast.cuc.email})
    assert re.findall(r"https?://[^/\s]+", mail.outbox[-1].body) == ["http://testserver"]
