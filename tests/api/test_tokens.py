"""Access codes: hashed, expiring, revocable, worth the owner's rights of the moment; the shell's command; the page."""

import hashlib
import io
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.core.cache import cache
from django.core.management import CommandError, call_command
from django.test import Client

from portal.base import clock, queue
from portal.base.models import JournalEntry, Parameter, School
from portal.people.models import Person, Token
from portal.people.tokens import mint, resolve
from tests.api.conftest import READY, Caller, problem
from tests.cast import NOW, Cast
from tests.people.signing import confirmed, type_password

PAGE = "/nhan-su/ma-truy-cap/"


def bearer(api: Caller, secret: str, path: str = "/tasks") -> int:
    return api.get(path, headers={"Authorization": f"Bearer {secret}"}).status_code


def test_without_a_good_token_every_call_but_the_public_ones_is_401(api: Caller, cast: Cast) -> None:
    pk = cast.published(cast.lan).pk
    calls = [
        ("POST", "/articles"), ("GET", f"/articles/{pk}"), ("PATCH", f"/articles/{pk}"), ("POST", "/images"),
        ("POST", "/documents"), *(("POST", f"/articles/{pk}/{verb}") for verb in
                                  ("submit", "recall", "schedule", "withdraw", "correct")),
        ("GET", f"/articles/{pk}/route"), ("GET", f"/articles/{pk}/history"), ("GET", "/tasks"),
        ("POST", "/tasks/16/decision"), ("GET", "/sections"), ("GET", "/genres"), ("GET", "/plan-entries"),
        ("GET", "/board"), ("GET", "/delegations"), ("POST", "/delegations"), ("POST", "/delegations/1/revoke"),
    ]  # fmt: skip
    for header in ("", "Bearer", "Bearer ", "Bearer sai", "Basic bGFuOng=", "Token x", "Bearer đ"):
        cache.clear()
        headers = {"Authorization": header}
        for method, path in calls:
            answer = api.call(method, path, headers=headers)
            assert (header, method, path, problem(answer)) == (header, method, path, (401, []))
            assert answer.headers["WWW-Authenticate"].startswith("Bearer")
        assert api.get("/public/articles", headers=headers).status_code == 200
        assert api.get(f"/public/articles/{pk}", headers=headers).status_code == 200
    assert problem(api.get("/tasks")) == (401, [])


def test_a_signed_in_session_opens_nothing_here(api: Caller, cast: Cast) -> None:
    client = Client()
    client.force_login(cast.ha, backend="django.contrib.auth.backends.ModelBackend")
    assert client.get("/api/v1/tasks").status_code == 401
    internal = cast.published(cast.lan, section="trao-doi").pk
    assert client.get(f"/api/v1/public/articles/{internal}").status_code == 404
    assert client.get("/api/v1/public/articles").json()["total"] == 0


def test_only_the_hash_is_kept(cast: Cast) -> None:
    minted = mint(cast.lan, label=" máy quét ", may_decide=False, by=cast.lan, at=NOW, channel="test")
    token = Token.objects.get()
    assert (token.hash, token.label) == (hashlib.sha256(minted.secret.encode()).hexdigest(), "máy quét")
    assert minted.secret not in str(list(JournalEntry.objects.values()))
    assert token.expires_at == NOW + timedelta(days=90)


def test_a_token_dies_the_second_it_expires(api: Caller, cast: Cast) -> None:
    secret = mint(cast.lan, label="", may_decide=False, by=cast.lan, at=NOW, channel="test").secret
    clock.set_to(NOW + timedelta(days=90) - timedelta(seconds=1), freeze=True)
    assert bearer(api, secret) == 200
    clock.set_to(NOW + timedelta(days=90), freeze=True)
    assert bearer(api, secret) == 401


def test_a_locked_or_suspended_owner_is_401_at_once_and_a_withdrawal_ends_the_token_for_good(
    api: Caller, cast: Cast
) -> None:
    secret = api.secret(cast.lan)
    assert bearer(api, secret) == 200
    Person.objects.filter(pk=cast.lan.pk).update(is_active=False)
    assert bearer(api, secret) == 401
    Person.objects.filter(pk=cast.lan.pk).update(is_active=True)
    assert bearer(api, secret) == 200
    cast.suspend(cast.lan, starts=NOW + timedelta(hours=1), ends=NOW + timedelta(hours=2))
    assert bearer(api, secret) == 200
    for hours in (1, 2, 30):
        clock.set_to(NOW + timedelta(hours=hours), freeze=True)
        assert bearer(api, secret) == 401
    fresh = mint(cast.lan, label="", may_decide=False, by=cast.lan, at=clock.now(), channel="test").secret
    assert bearer(api, fresh) == 200


def test_offices_that_come_and_go_change_what_a_token_may_do_not_whether_it_holds(api: Caller, cast: Cast) -> None:
    pk = api.write(cast.vy)["id"]
    api.submit(pk, cast.vy)
    api.decide(pk, cast.sen)
    assert api.task(pk, cast.cuc) is None
    row = {"to": "cuc", "fields": ["cm"], "from": "2026-11-16T08:00:00", "until": "2026-12-01", "number": "06/UN"}
    made = api.post("/delegations", cast.ha, row)
    assert made.status_code == 201
    assert api.task(pk, cast.cuc)["step"] == "leader"  # type: ignore[index]
    api.post(f"/delegations/{made.json()['id']}/revoke", cast.ha)
    assert api.task(pk, cast.cuc) is None


def test_the_command_prints_the_code_alone_and_writes_to_journal_and_owner(
    cast: Cast, capsys: pytest.CaptureFixture[str]
) -> None:
    out, err = io.StringIO(), io.StringIO()
    call_command("api_token", "lan", stdout=out, stderr=err)
    secret = out.getvalue().strip()
    assert (out.getvalue(), secret in err.getvalue()) == (f"{secret}\n", False)
    found = resolve(secret, clock.now())
    assert found is not None
    assert (found.person, found.may_decide) == (cast.lan, False)
    line = JournalEntry.objects.get(verb="token_mint")
    assert (line.subject_id, line.actor_id, line.channel, line.data["may_decide"]) == (
        cast.lan.pk,
        None,
        "command",
        False,
    )
    queue.run_due(clock.now())
    [letter] = mail.outbox
    assert (letter.to, secret in letter.body, "dòng lệnh" in letter.body) == (["lan@testserver.edu.vn"], False, True)


def test_a_shell_mints_a_deciding_token_in_a_demo_school_only(cast: Cast) -> None:
    with pytest.raises(CommandError, match=r"Điều 10.2, 13.1"):
        call_command("api_token", "ha", "--decide")
    assert Token.objects.count() == 0
    School.objects.update(is_demo=True)
    out = io.StringIO()
    call_command("api_token", "ha", "--decide", stdout=out, stderr=io.StringIO())
    found = resolve(out.getvalue().strip(), clock.now())
    assert found is not None
    assert found.may_decide


def test_the_command_knows_its_people(cast: Cast) -> None:
    with pytest.raises(CommandError, match="khong-ai"):
        call_command("api_token", "khong-ai")
    cast.suspend(cast.lan)
    with pytest.raises(CommandError, match=r"tạm dừng"):
        call_command("api_token", "lan")


def test_the_owner_makes_and_ends_codes_on_his_page(api: Caller, cast: Cast, client: Client) -> None:
    assert client.get(PAGE).status_code == 302
    client.force_login(cast.lan, backend="django.contrib.auth.backends.ModelBackend")
    assert client.get(PAGE).status_code == 200
    answer = confirmed(client).post(PAGE, {"label": "Máy ảnh"})
    secret = answer.context["minted"].secret
    assert (answer.status_code, answer.content.decode().count(secret)) == (200, 1)
    assert "no-store" in answer["Cache-Control"]
    assert secret not in client.get(PAGE).content.decode()
    assert bearer(api, secret) == 200
    token = Token.objects.get()
    assert client.get(f"{PAGE}{token.pk}/thu-hoi/").status_code == 405
    assert client.post(f"{PAGE}{token.pk}/thu-hoi/").status_code == 302
    assert bearer(api, secret) == 401
    verbs = [line.verb for line in JournalEntry.objects.filter(verb__startswith="token").order_by("pk")]
    assert verbs == ["token_mint", "token_revoke"]


def test_making_a_code_asks_for_the_password_and_then_makes_the_very_code_asked_for(cast: Cast, client: Client) -> None:
    client.force_login(cast.ha, backend="django.contrib.auth.backends.ModelBackend")
    asked = client.post(PAGE, {"label": "x", "may_decide": "on"})
    assert (asked.status_code, asked["Location"]) == (
        302,
        f"/tai-khoan/reauthenticate/?next={PAGE.replace('/', '%2F')}",
    )
    wrong = type_password(client, asked, "sai")
    assert (wrong.status_code, Token.objects.count()) == (200, 0)
    right = type_password(client, asked)
    assert (right.context["minted"].token.label, right.context["minted"].token.may_decide) == ("x", True)


def test_codes_of_others_are_not_there_and_the_suspended_make_none(cast: Cast, client: Client) -> None:
    token = mint(cast.lan, label="", may_decide=False, by=cast.lan, at=NOW, channel="test").token
    client.force_login(cast.khoa, backend="django.contrib.auth.backends.ModelBackend")
    assert client.post(f"{PAGE}{token.pk}/thu-hoi/").status_code == 404
    cast.suspend(cast.khoa)
    assert client.post(PAGE, {"label": "x"}).status_code == 403
    assert Token.objects.filter(person=cast.khoa).count() == 0


def test_too_many_calls_a_minute_are_told_to_wait(api: Caller, cast: Cast, monkeypatch: Any) -> None:
    monkeypatch.setattr("portal.api.doors.time.time", lambda: 6_000_030.0)
    Parameter.objects.create(name="api.requests_per_minute", value="3", clause="", valid_from=NOW.date())
    for who, path in ((cast.lan, "/genres"), (None, "/public/articles")):
        assert [api.get(path, who).status_code for _ in range(4)] == [200, 200, 200, 429]
        answer = api.get(path, who)
        assert (problem(answer), answer["Retry-After"]) == ((429, []), "30")
    assert api.get("/genres", cast.khoa).status_code == 200


def test_guessing_tokens_is_slowed_down(api: Caller, cast: Cast, monkeypatch: Any) -> None:
    monkeypatch.setattr("portal.api.doors.time.time", lambda: 6_000_030.0)
    monkeypatch.setattr("portal.api.doors.BAD_TOKENS_A_MINUTE", 2)
    assert [bearer(api, f"đoán-{number}") for number in range(3)] == [401, 401, 429]
    assert bearer(api, api.secret(cast.lan)) == 200
    cache.clear()


def test_the_test_clock_is_set_frozen_and_put_back_by_a_command(cast: Cast, settings: Any) -> None:
    out = io.StringIO()
    call_command("clock", "2026-11-10T17:00:00+07:00", "--freeze", stdout=out)
    assert out.getvalue() == "2026-11-10T17:00:00+07:00\n"
    assert clock.now().isoformat() == "2026-11-10T17:00:00+07:00"
    call_command("clock", "2026-11-10T17:00:00", stdout=out)
    assert clock.now().isoformat() > "2026-11-10T17:00:00+07:00"
    call_command("clock", "--reset", stdout=out)
    for bad in (["hôm nay"], ["--reset", "2026-11-10"], ["--freeze"]):
        with pytest.raises(CommandError):
            call_command("clock", *bad)
    settings.PORTAL_TEST_CLOCK = False
    with pytest.raises(CommandError, match="PORTAL_TEST_CLOCK=1"):
        call_command("clock", "2026-11-10T17:00:00+07:00")


def test_answers_to_a_token_are_kept_by_nobody(api: Caller, cast: Cast) -> None:
    assert api.get("/tasks", cast.lan)["Cache-Control"] == "private, no-store"
    assert api.post("/articles", cast.lan, READY)["Cache-Control"] == "private, no-store"
