"""Forgetting a pupil or a reader: two people, everything replaced, the record true, done again after a restore (Luật 91/2025)."""

from datetime import timedelta
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib.sessions.models import Session
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from portal.base import epoch
from portal.base.models import JournalEntry, Task
from portal.desk.models import Letter, MailWish
from portal.files import actions as files
from portal.files.models import Picture
from portal.intranet.models import CalendarKey
from portal.news.actions import edit
from portal.people import tokens
from portal.people.models import Person, Token
from portal.pupils.erasing import actions, held, kept_outside, queries
from portal.pupils.erasing.rules import Why
from portal.pupils.models import (
    Consent,
    Erasure,
    Guardian,
    Pupil,
    SchoolClass,
)
from portal.pupils.roll import actions as roll
from tests.cast import NOW, Cast
from tests.pupils.leaver import CODE, GONE, LATER, MOTHER, NAME, WORKS, all_words, asked, erased, refused
from tests.pupils.rolls import SAID


@pytest.mark.sqlite
def test_every_column_that_can_hold_words_is_decided_about() -> None:
    assert held.undecided() == []


def test_who_it_was_is_replaced_everywhere_and_the_record_stays_true(cast: Cast, pupil: Pupil) -> None:
    request = asked(cast, pupil)
    before = list(JournalEntry.objects.order_by("pk").values())
    assert [word for word in (NAME, MOTHER, CODE) if word not in all_words(WORKS)] == []
    seen = epoch.current()
    actions.decide(request, by=cast.minh, **LATER)
    whole = all_words(WORKS)
    assert [word for word in GONE if word in whole] == []
    assert list(JournalEntry.objects.order_by("pk").values())[: len(before)] == before
    written = JournalEntry.objects.filter(pk__gt=before[-1]["id"]).order_by("pk")
    assert [(line.verb, line.subject_type) for line in written] == [
        ("consent_withdrawn", "pupils.pupil"), ("pupil_erased", "pupils.pupil"), ("account_erased", "people.person"),
        ("account_erased", "people.person"), ("erasure_done", "pupils.erasure"),
    ]  # fmt: skip
    assert [word for word in GONE if word in str(list(JournalEntry.objects.values()))] == []
    assert epoch.current() > seen
    gone = Pupil.objects.get(pk=pupil.pk)
    assert (str(gone), gone.code, gone.born, gone.account, gone.erased_at) == (
        f"học sinh số {pupil.pk}", f"đã xóa {pupil.pk}", None, None, LATER["at"],
    )  # fmt: skip
    kin = [(one.full_name, one.relation, one.account) for one in Guardian.objects.filter(pupil=pupil)]
    said = [
        (one.granted, one.withdrawn, one.paper, one.file) for one in Consent.objects.filter(pupil=pupil).order_by("pk")
    ]
    assert (kin, said) == ([("", "", None)], [(True, False, "", None), (False, True, "", None)])


@pytest.mark.sqlite
def test_an_account_opens_no_more_by_any_way(cast: Cast, pupil: Pupil) -> None:
    a = cast.phu
    client = Client()
    client.force_login(a)
    code = (
        tokens.mint(a, label="máy của Phú", may_decide=False, by=a, at=NOW, channel="test")
        if a.kind == "staff"
        else None
    )
    Token.objects.create(
        person=a,
        hash="h" * 64,
        label="máy của Trịnh Văn Phú",
        made_at=NOW,
        expires_at=NOW + timedelta(days=9),
        rights_version=0,
    )
    EmailAddress.objects.create(user=a, email=a.email, primary=True, verified=True)
    Authenticator.objects.create(user=a, type="totp", data={"secret": "BIMAT"})
    MailWish.objects.create(person=a, private_address="phu@rieng.vn")
    Letter.objects.create(person=a, kind="turn", key="k", made_at=NOW, error="550 phu@testserver.edu.vn")
    Task.objects.create(name="x", run_after=NOW, state=Task.State.FAILED, error="550 phu@testserver.edu.vn unknown")
    CalendarKey.objects.create(person=a, hash="c" * 64, made_by=a, made_at=NOW)
    version = a.rights_version
    erased(cast, pupil)
    b = Person.objects.get(pk=a.pk)
    assert (b.username, b.full_name, b.email, b.phone, b.is_active, b.has_usable_password(), b.rights_version > version) == (
        f"da-xoa-{a.pk}", "Người đã xóa thông tin", "", "", False, False, True,
    )  # fmt: skip
    left = [
        model.objects.filter(**{who: a}).count()
        for model, who in ((EmailAddress, "user"), (Authenticator, "user"), (MailWish, "person"))
    ]
    assert (left, code, Session.objects.filter(pk=client.session.session_key).exists()) == ([0, 0, 0], None, False)
    assert list(Token.objects.filter(person=a).values_list("label", "revoked_at")) == [("", LATER["at"])]
    assert list(Letter.objects.filter(person=a).values_list("state", "error")) == [("stale", "")]
    assert (Task.objects.get(name="x").error, CalendarKey.objects.get(person=a).revoked_at) == ("", LATER["at"])


@pytest.mark.sqlite
def test_only_accounts_that_were_for_him_alone_go_with_a_pupil(cast: Cast, pupil: Pupil) -> None:
    other = Pupil.objects.get(code="7A3-1")
    roll.add_guardian(other, full_name="", relation="Mẹ", account=cast.phu, by=cast.khoa, **SAID)
    roll.add_guardian(pupil, full_name="", relation="Cô", account=cast.lan, by=cast.khoa, **SAID)
    erased(cast, pupil)
    assert [Person.objects.get(pk=cast.people[who].pk).is_active for who in ("an", "phu", "lan")] == [False, True, True]
    assert list(Guardian.objects.order_by("pk").values_list("pupil", "full_name", "account")) == [
        (pupil.pk, "", None), (other.pk, "Trịnh Văn Phú", cast.phu.pk), (pupil.pk, "", None),
    ]  # fmt: skip


@pytest.mark.sqlite
def test_where_his_name_stands_is_found_told_and_closed_with_a_sentence(cast: Cast, pupil: Pupil) -> None:
    file = files.store_attachment(
        SimpleUploadedFile("d.pdf", b"%PDF-1.7"), title=f"Danh sách có {NAME}", by=cast.lan, **SAID
    )
    waiting = cast.article(cast.lan, title="Bài sau", summary=f"Bạn {NAME.upper()} kể.")
    done = erased(cast, pupil)
    up = Picture.objects.get().exposures.get().holder_id
    found = {(one.kind, one.item) for one in done.places.all()}
    shot = Picture.objects.get()
    assert found == {
        ("wagtailcore.page", up), ("wagtailcore.page", waiting.pk), ("files.attachment", file.pk), ("files.picture", shot.pk),
    }  # fmt: skip
    page, draft = (done.places.get(item=pk, kind="wagtailcore.page") for pk in (up, waiting.pk))
    assert [name for _, name, _ in queries.excerpts(page)] == [NAME]
    assert [name for _, name, _ in queries.excerpts(draft)] == [NAME.upper()]
    edit(waiting, {"summary": "Một bạn kể."}, by=cast.lan, **LATER)
    assert queries.excerpts(draft) == []
    assert refused(actions.settle, page, note="Xong", by=cast.lan) == ["R-ERASE-11"]
    assert refused(actions.settle, page, note=" ", by=cast.sen) == ["R-ERASE-12"]
    for _ in range(2):
        actions.settle(page, note="Đã đính chính.", by=cast.sen, **LATER)
    lines = JournalEntry.objects.filter(verb="erasure_place_settled")
    assert [(line.actor_id, line.data) for line in lines] == [
        (cast.sen.pk, {"kind": "wagtailcore.page", "item": up, "destroyed": False})
    ]
    assert [one.row.pk for one in queries.told_of(queries.places())][-1] == page.pk  # closed ones last


@pytest.mark.sqlite
def test_what_forgetting_refuses(cast: Cast, pupil: Pupil) -> None:
    other = Pupil.objects.get(code="7A3-1")
    ask: dict[str, Any] = {"ground": Why.ASKED, "paper": "đơn số 7"}
    assert refused(actions.ask, pupil, **ask, by=cast.lan) == ["R-ERASE-01"]
    assert refused(actions.ask, other, **ask, by=cast.khoa) == ["R-ERASE-04"]
    assert refused(actions.ask, cast.lan, **ask, by=cast.khoa) == ["R-ERASE-05"]
    assert refused(actions.ask, cast.vy, **ask, by=cast.khoa) == ["R-ERASE-05"]
    assert refused(actions.ask, pupil, **(ask | {"paper": f"đơn của {NAME}"}), by=cast.khoa) == ["R-ERASE-07"]
    roll.add_guardian(other, full_name="", relation="Mẹ", account=cast.phu, by=cast.khoa, **SAID)
    assert refused(actions.ask, cast.phu, **ask, by=cast.khoa) == ["R-ERASE-04"]
    made = actions.ask(pupil, **ask, by=cast.khoa, **SAID)
    assert refused(actions.ask, pupil, **ask, by=cast.khoa) == ["R-ERASE-06"]
    assert refused(actions.decide, made, by=cast.ha) == ["R-ERASE-02"]
    assert refused(actions.decide, made, by=cast.minh) == ["R-ERASE-08"]
    assert refused(actions.decline, made, answer="", by=cast.minh) == ["R-ERASE-10"]
    while actions.look(NOW):
        pass
    roll.move(
        pupil, SchoolClass.objects.get(), day=NOW.date() + timedelta(days=1), by=cast.khoa, **SAID
    )  # he came back meanwhile
    assert refused(actions.decide, made, by=cast.minh) == ["R-ERASE-04"]
    assert kept_outside.lines() == []
    actions.decline(made, answer="Em đã quay lại.", by=cast.minh, **SAID)
    assert refused(actions.decide, made, by=cast.minh) == ["R-ERASE-09"]


@pytest.mark.sqlite
def test_who_asks_does_not_answer_himself(cast: Cast, pupil: Pupil) -> None:
    made = actions.ask(pupil, ground=Why.LEFT, paper="đơn số 7", by=cast.minh, **SAID)
    while actions.look(NOW):
        pass
    assert refused(actions.decide, made, by=cast.minh) == ["R-ERASE-03"]
    actions.take_back(made, by=cast.minh, **SAID)
    assert (Erasure.objects.get().state, Pupil.objects.get(pk=pupil.pk).full_name) == ("taken_back", NAME)
