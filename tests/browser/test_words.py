"""The account screens and Wagtail's, opened by those who use them: no English word, what scripts write included."""

import re

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.core import mail
from playwright.sync_api import Page, expect

from portal.base import queue
from portal.news.models import Article
from portal.people.models import Person
from tests.browser.reading import Reader
from tests.browser.walking import let_in
from tests.cast import NOW, PASSWORD, Cast
from tests.people.test_accounts import accept, propose
from tests.website.pictures import a_paper, a_picture

pytestmark = [pytest.mark.browser, pytest.mark.sqlite]
DOOR, NEW = "/tai-khoan/", "mot-cau-that-dai-day"


def links() -> list[str]:
    """Where the letters sent so far lead, in order."""
    return [link for letter in mail.outbox for link in re.findall(r"http://testserver(\S+key/\S+)", letter.body)]


def code_of(secret: str) -> str:
    return format_hotp_value(hotp_value(secret, next(yield_hotp_counters_from_time())))


def test_the_account_screens_speak_vietnamese_to_everybody_at_the_door(cast: Cast, page: Page) -> None:
    reader = Reader(page)
    guest = accept(cast, propose(cast)).person
    queue.run_due(NOW)
    shut_out_of_the_door(reader)
    passwords_from_a_letter(reader, cast, guest)
    the_second_factor(reader, guest)
    Person.objects.filter(pk=cast.khoa.pk).update(is_active=False)
    page.context.clear_cookies()
    reader.goes(f"{DOOR}login/")
    reader.sends("locked", login="khoa", password=PASSWORD)
    cast.suspend(cast.lan, starts=NOW)
    let_in(page.context, cast.lan)
    reader.goes("/viec-cua-toi/", "suspended")
    let_in(page.context, cast.tri)
    for path in ("tai-khoan/", "tam-dung/", "ma-truy-cap/", "cong-tac-vien/", "lan/"):  # sessions and rights of others
        reader.goes(f"/nhan-su/{path}")
    assert (reader.found, reader.heard) == ({}, 48)


def shut_out_of_the_door(reader: Reader) -> None:
    reader.goes(f"{DOOR}login/?next=/admin/")
    reader.sends("nothing typed")
    reader.sends("wrong password", login="lan", password="sai-roi-day")
    for path in (
        "password/reset/",
        "password/reset/done/",
        "password/reset/key/1-khong/",
        "inactive/",
        "signup/",
        "email/",
    ):
        reader.goes(DOOR + path)
    reader.goes("/nhan-su/", "to the door")


def passwords_from_a_letter(reader: Reader, cast: Cast, guest: Person) -> None:
    """The invitation opened, a password set; forgotten at once, and set again from the letter about that."""
    (invitation,) = links()
    reader.goes(invitation)
    reader.sends("too short", password1="123", password2="123")
    reader.sends("not alike", password1=NEW, password2=f"{NEW}-khac")
    reader.sends("set", password1=NEW, password2=NEW)
    reader.goes(invitation, "used")
    reader.goes(f"{DOOR}password/reset/")
    reader.sends("no address", email="khong phai")
    reader.sends("asked", email=guest.email)
    reader.goes(links()[-1], "from the letter")


def the_second_factor(reader: Reader, guest: Person) -> None:
    """Signed in; factor on, codes seen and made anew, out, in with a code; asked who it is; password changed; factor off."""
    page = reader.page
    reader.goes(f"{DOOR}login/")
    reader.sends("in", login=guest.username, password=NEW)
    reader.goes(f"{DOOR}2fa/totp/activate/")
    reader.sends("it is him", password=NEW)
    reader.sends("wrong code", code="000000")
    secret = re.search(r"\b[A-Z2-7]{32}\b", page.content())
    assert secret
    reader.sends("on", code=code_of(secret[0]))
    reader.goes(f"{DOOR}2fa/")
    reader.goes(f"{DOOR}2fa/recovery-codes/generate/")
    reader.sends("made anew")
    codes = re.findall(r"\b[0-9a-f]{8}\b", page.locator("main").inner_text())
    reader.goes(f"{DOOR}logout/")
    reader.sends("out")
    reader.goes(f"{DOOR}login/")
    reader.sends("a code is asked for", login=guest.username, password=NEW)
    reader.sends("wrong code", code="000000")
    reader.sends("in with a recovery code", code=codes[0])
    reader.goes(f"{DOOR}reauthenticate/")
    reader.sends("not him", password="sai-roi-day")
    reader.goes(f"{DOOR}password/change/")
    reader.sends("wrong", oldpassword="sai", password1="1", password2="2")
    reader.goes(f"{DOOR}2fa/totp/deactivate/")
    reader.sends("off")


@pytest.mark.usefixtures("uses")
def test_wagtails_screens_speak_vietnamese_to_a_superuser_with_all_their_scripts_write(cast: Cast, page: Page) -> None:
    root = Person.objects.create_superuser("root", "root@testserver.edu.vn", PASSWORD)
    cast.published(cast.lan)
    picture, paper, article = a_picture(cast.lan).pk, a_paper(cast.lan).pk, Article.objects.get()
    lost = []
    page.on("response", lambda answer: answer.status == 404 and lost.append(answer.url))
    page.set_viewport_size({"width": 1280, "height": 800})
    let_in(page.context, root)
    reader, sidebar = Reader(page), page.locator("#wagtail-sidebar")
    for path in (
        "images/", f"images/{picture}/", "images/add/", "documents/", f"documents/edit/{paper}/", "documents/add/", "users/",
        f"users/edit/{cast.cuc.pk}/", f"users/history/{cast.cuc.pk}/", "collections/", "reports/site-history/",
        "reports/aging-pages/", f"pages/{article.get_parent().pk}/", f"pages/{article.pk}/history/", f"pages/{article.pk}/edit/",
        f"bulk/files/picture/add_tags/?id={picture}", "account/",
    ):  # fmt: skip
        page.goto(f"/admin/{path}")
        expect(sidebar.locator("nav")).to_be_visible()
        reader.reads()
    for name, shown in (
        ("Trang", ".c-page-explorer"),
        ("Báo cáo", ".sidebar-panel--open"),
        ("Trợ giúp", ".sidebar-panel--open"),
    ):
        page.goto("/admin/pages/")  # what is open closes upon the next press, and may take the next with it
        sidebar.locator(".menuitem-label").get_by_text(name, exact=True).click()
        expect(page.locator(shown).first).to_be_visible()
        reader.reads(name)
    for address in ("images/chooser/", "documents/chooser/", "choose-page/"):
        reader.opens(f"/admin/{address}")
    page.goto("/admin/images/multiple/add/")
    page.set_input_files("input[type=file]", {"name": "a.txt", "mimeType": "text/plain", "buffer": b"khong phai anh"})
    expect(page.locator("#upload-list li").first).to_be_visible()
    reader.reads("not a picture")
    assert (reader.found, reader.heard, lost) == ({}, 24, [])
