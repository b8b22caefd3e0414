"""Dangerous acts ask for the password once more; then the very act that was asked for is done, once, and nothing else."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.core import mail
from django.test import Client

from portal.base import queue
from portal.base.models import JournalEntry, Parameter, Task
from portal.people import actions, tokens
from portal.people.models import Suspension, Token
from portal.people.rules import recently_confirmed
from tests.cast import NOW, PASSWORD, Cast
from tests.people.signing import confirmed, signed_in, type_password

ASKS = "/tai-khoan/reauthenticate/"


def lines() -> int:
    return JournalEntry.objects.count()


Made = Callable[[Cast], tuple[str, str, dict[str, Any]]]


def withdrawing(cast: Cast) -> tuple[str, str, dict[str, Any]]:
    return "ha", "/nhan-su/tam-dung/", {"person": cast.khoa.pk, "reason": "Gửi thư rác"}


def proposing(cast: Cast) -> tuple[str, str, dict[str, Any]]:
    return "tri", "/nhan-su/tam-dung/", {"person": cast.khoa.pk, "reason": "Gửi thư rác"}


def restoring(cast: Cast) -> tuple[str, str, dict[str, Any]]:
    return "minh", f"/nhan-su/tam-dung/{cast.suspend(cast.khoa).pk}/bo/", {}


def minting(cast: Cast) -> tuple[str, str, dict[str, Any]]:
    return "lan", "/nhan-su/ma-truy-cap/", {"label": "Máy quét"}


def signing_out(cast: Cast) -> tuple[str, str, dict[str, Any]]:
    return "tri", f"/nhan-su/tai-khoan/{cast.lan.pk}/dang-xuat/", {}


def resetting(cast: Cast) -> tuple[str, str, dict[str, Any]]:
    return "tri", f"/nhan-su/tai-khoan/{cast.lan.pk}/mat-khau/", {}


def mending(cast: Cast) -> tuple[str, str, dict[str, Any]]:
    broken = Task.objects.create(name="x", run_after=NOW, state=Task.State.FAILED)
    return "tri", f"/he-thong/viec/{broken.pk}/chay-lai/", {}


ACTS = {
    withdrawing: "suspend", proposing: "suspension_propose", restoring: "suspension_lift", minting: "token_mint",
    signing_out: "account_sign_out", resetting: "account_password_link", mending: "task_retry",
}  # fmt: skip


@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.__name__)
def test_a_dangerous_act_waits_for_the_password_and_is_then_done_as_it_was_sent(cast: Cast, act: Made) -> None:
    name, address, typed = act(cast)
    client, before = signed_in(cast, name), lines()
    asked = client.post(address, typed)
    assert (asked.status_code, asked["Location"].partition("?")[0], lines()) == (302, ASKS, before)
    wrong = type_password(client, asked, "sai-mat-khau")
    assert (wrong.status_code, lines()) == (200, before)
    done = type_password(client, asked)
    assert (done.status_code, JournalEntry.objects.filter(verb=ACTS[act]).count()) == (
        200 if act is minting else 302,
        1,
    )
    again = type_password(client, asked)  # the same page sent twice does nothing twice
    assert (again.status_code, JournalEntry.objects.filter(verb=ACTS[act]).count()) == (302, 1)


@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.__name__)
def test_a_password_typed_some_minutes_ago_is_enough_and_an_older_one_is_not(cast: Cast, act: Made) -> None:
    name, address, typed = act(cast)
    old = confirmed(signed_in(cast, name), ago=301).post(address, typed)
    assert old["Location"].partition("?")[0] == ASKS
    fresh = confirmed(signed_in(cast, name), ago=200).post(address, typed)
    assert ASKS not in fresh.get("Location", "")
    assert JournalEntry.objects.filter(verb=ACTS[act]).count() == 1


def test_the_school_sets_how_many_minutes(cast: Cast) -> None:
    Parameter.objects.create(name="people.reauthentication_minutes", value="1", clause="", valid_from=NOW.date())
    name, address, typed = withdrawing(cast)
    assert confirmed(signed_in(cast, name), ago=90).post(address, typed)["Location"].partition("?")[0] == ASKS


@pytest.mark.parametrize(
    ("at", "enough"), [(None, False), (1000.0, True), (700.1, True), (700.0, False), (1001.0, False)]
)
def test_only_a_moment_in_the_last_minutes_counts(at: float | None, enough: bool) -> None:
    """R-ACCOUNT-07."""
    assert recently_confirmed(at, 1000.0, 5) == enough


def test_signing_in_is_not_yet_confirming(cast: Cast) -> None:
    client = Client()
    client.post("/tai-khoan/login/", {"login": "ha", "password": PASSWORD})
    _, address, typed = withdrawing(cast)
    assert client.post(address, typed)["Location"].partition("?")[0] == ASKS


def test_whoever_may_not_is_told_so_and_not_asked_for_the_password(cast: Cast) -> None:
    lan = signed_in(cast, "lan")
    _, withdraw, typed = withdrawing(cast)
    _, out, _ = signing_out(cast)
    assert [lan.post(withdraw, typed).status_code, lan.post(out).status_code] == [403, 403]
    assert signed_in(cast, "ha").post(out).status_code == 403  # the Head decides about accounts and does not keep them


def test_an_incomplete_form_is_shown_again_before_any_password(cast: Cast) -> None:
    page = signed_in(cast, "ha").post("/nhan-su/tam-dung/", {"person": cast.khoa.pk, "reason": ""})
    assert page.status_code == 422


def test_another_persons_password_confirms_nothing(cast: Cast) -> None:
    client = signed_in(cast, "ha")
    cast.minh.set_password("mat-khau-cua-thay-minh")
    cast.minh.save()
    name, address, typed = withdrawing(cast)
    asked = client.post(address, typed)
    assert (name, type_password(client, asked, "mat-khau-cua-thay-minh").status_code) == ("ha", 200)
    assert Suspension.objects.count() == 0


def test_rights_lost_while_the_password_is_typed_are_lost(cast: Cast) -> None:
    client = signed_in(cast, "ha")
    _, address, typed = withdrawing(cast)
    asked = client.post(address, typed)
    Suspension.objects.create(person=cast.ha, starts=NOW, reason="x", decided_by=cast.minh)
    assert type_password(client, asked).status_code == 403
    assert Suspension.objects.filter(person=cast.khoa).count() == 0


def test_withdrawing_cuts_sessions_and_codes_at_once_and_a_return_brings_none_back(cast: Cast) -> None:
    phone, desk = signed_in(cast, "cuc"), signed_in(cast, "cuc")
    secret = tokens.mint(cast.cuc, label="máy", may_decide=False, by=cast.cuc, at=NOW, channel="test").secret
    ha = confirmed(signed_in(cast, "ha"))
    ha.post("/nhan-su/tam-dung/", {"person": cast.cuc.pk, "reason": "Mất điện thoại"})
    after = [client.get("/viec-cua-toi/").status_code for client in (phone, desk, ha)]
    assert (after, tokens.resolve(secret, NOW)) == ([302, 302, 200], None)
    ha.post(f"/nhan-su/tam-dung/{Suspension.objects.get().pk}/bo/")
    assert (phone.get("/viec-cua-toi/").status_code, tokens.resolve(secret, NOW + timedelta(hours=1))) == (302, None)


def test_the_administrator_signs_an_account_out_everywhere_and_takes_no_right(cast: Cast) -> None:
    """R-ACCOUNT-05, R-ACCOUNT-08."""
    phone, tri = signed_in(cast, "cuc"), confirmed(signed_in(cast, "tri"))
    secret = tokens.mint(cast.cuc, label="máy", may_decide=False, by=cast.cuc, at=NOW, channel="test").secret
    page = tri.post(f"/nhan-su/tai-khoan/{cast.cuc.pk}/dang-xuat/", follow=True).content.decode()
    assert "Đã cắt 1 phiên đăng nhập và 1 mã truy cập của Phạm Thị Cúc." in page
    assert (phone.get("/viec-cua-toi/").status_code, tokens.resolve(secret, NOW)) == (302, None)
    assert signed_in(cast, "cuc").get("/viec-cua-toi/").status_code == 200
    assert (Token.objects.count(), tri.get("/nhan-su/").status_code) == (1, 200)
    assert tri.post(f"/nhan-su/tai-khoan/{cast.tri.pk}/dang-xuat/").status_code == 422  # not oneself


def test_the_link_for_a_new_password_goes_to_its_owner_and_to_nobody_else(cast: Cast) -> None:
    """R-ACCOUNT-06."""
    tri = confirmed(signed_in(cast, "tri"))
    page = tri.post(f"/nhan-su/tai-khoan/{cast.cuc.pk}/mat-khau/", follow=True).content.decode()
    queue.run_due(NOW)
    (letter,) = [one for one in mail.outbox if "Đặt lại mật khẩu" in one.subject]
    (link,) = re.findall(r"http://testserver(\S+key/\S+)", letter.body)
    assert (letter.to, link in page) == ([cast.cuc.email], False)
    client = Client()
    form = client.get(link, follow=True)
    client.post(form.request["PATH_INFO"], {"password1": "mot-cau-that-dai", "password2": "mot-cau-that-dai"})
    cast.cuc.refresh_from_db()
    assert cast.cuc.check_password("mot-cau-that-dai")
    type(cast.cuc).objects.filter(pk=cast.vy.pk).update(email="")
    assert tri.post(f"/nhan-su/tai-khoan/{cast.vy.pk}/mat-khau/").status_code == 422


def test_accounts_are_found_by_name_and_state_with_their_sessions(cast: Cast) -> None:
    signed_in(cast, "cuc"), signed_in(cast, "cuc")
    cast.suspend(cast.khoa)
    tri = signed_in(cast, "tri")

    def listed(query: str) -> list[str]:
        return [
            row.title for group in tri.get(f"/nhan-su/tai-khoan/{query}").context["screen"].groups for row in group.rows
        ]

    assert listed("?q=pham+cuc") == ["Phạm Thị Cúc"]
    assert listed("?state=out") == ["Đặng Khoa"]
    assert sorted(listed("?state=in")) == ["Bùi Trí", "Phạm Thị Cúc"]
    assert listed("?q=khong+co+ai") == []
    assert "2 phiên đang mở" in tri.get("/nhan-su/tai-khoan/?q=cuc").content.decode()
    assert Session.objects.count() == 3


FORMS = re.compile(r'<form[^>]*method="post"[^>]*>', re.IGNORECASE)
ACTION = re.compile(r'action="([^"]*)"')
LINK = re.compile(r'href="(/[^"#]*)"')
NO_BUTTON = ("duyet", "tra-lai", "tu-choi", "de-xuat-tu-choi", "dong-y", "xin-y-kien", "y-kien", "trinh", "rut-ve", "dinh-chinh",
             "hen-gio")  # fmt: skip


def crawl(client: Client, starts: list[str], most: int = 250) -> dict[str, list[str]]:
    """Every page of the desk reached by its links, with where its forms lead."""
    seen: dict[str, list[str]] = {}
    waiting = list(starts)
    while waiting and len(seen) < most:
        address = waiting.pop(0)
        if address in seen or not re.match(r"/(viec|viet|nhan-su|he-thong|ke-hoach|viec-cua-toi)", address):
            continue
        answer = client.get(address)
        html = answer.content.decode() if "html" in answer.get("Content-Type", "") else ""
        main = html.partition("<main")[2]
        seen[address] = [(ACTION.search(form) or [address, address])[1] or address for form in FORMS.findall(main)]
        waiting += [link.replace("&amp;", "&") for link in LINK.findall(html)] if answer.status_code == 200 else []
    return seen


@pytest.mark.usefixtures("as_outside")
def test_the_administrator_meets_no_editorial_button_anywhere(cast: Cast) -> None:
    """Points 7 of the desk: taking down is his by Điều 13.2, and nothing else that concerns a text."""
    cast.submit(cast.article(cast.lan, title="Đang chờ"), cast.lan)
    cast.published(cast.lan, title="Đã lên")
    cast.article(cast.lan, title="Nháp")
    actions.propose_suspension(cast.khoa, reason="x", by=cast.dung, at=NOW, channel="test")
    seen = crawl(signed_in(cast, "tri"), ["/viec-cua-toi/", "/viec/tat-ca/", "/nhan-su/", "/he-thong/"])
    items = [address for address in seen if re.fullmatch(r"/viec/\d+/", address)]
    assert len(items) >= 3
    actions_on_items = {
        form.rstrip("/").rpartition("/")[2]
        for address in seen
        for form in seen[address]
        if re.match(r"/viec/\d+/", form)
    }
    assert actions_on_items & set(NO_BUTTON) == set()
    assert actions_on_items <= {"go-bai"}
    assert [
        form for forms in seen.values() for form in forms if form.startswith("/viet/") and re.search(r"\d", form)
    ] == []
