"""What is kept of somebody in files goes with him, or is hidden, or becomes a task (Luật 91/2025, Điều 24)."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command

from portal.approval import actions as approval
from portal.files import actions as files
from portal.files.models import Attachment, Picture
from portal.files.queries import is_public, may_open
from portal.news.models import Article
from portal.pupils.consents.rules import Purpose
from portal.pupils.erasing import actions
from portal.pupils.models import (
    Consent,
    Declaration,
    Enrolment,
    Erasure,
    Pupil,
    Result,
    ResultSlip,
    SchoolClass,
)
from portal.pupils.pictures import actions as pictures
from portal.pupils.pictures.queries import recognised
from portal.pupils.pictures.rules import Seen
from tests.cast import NOW, OLD, Cast
from tests.pupils.leaver import LATER, NAME, erased, refused
from tests.pupils.marks import a_period
from tests.pupils.rolls import SAID


@pytest.mark.sqlite
def test_his_marks_his_slip_and_his_scan_go_and_one_that_others_need_is_a_task(cast: Cast, pupil: Pupil) -> None:
    period = a_period(cast)
    ResultSlip.objects.create(period=period, pupil=pupil, digest="d" * 64, made_at=NOW)
    whole = SimpleUploadedFile("p.pdf", b"%PDF-1.7 phieu cua ca lop")
    own = SimpleUploadedFile("q.pdf", b"%PDF-1.7 phieu rieng")
    kept = [
        files.store_attachment(one, title=f"Phiếu {NAME}", guarded=True, by=cast.khoa, **SAID) for one in (whole, own)
    ]
    other = Pupil.objects.get(code="7A3-1")
    Consent.objects.filter(pupil__in=[pupil, other]).update(file=kept[0])
    Consent.objects.create(
        pupil=pupil, year=2025, purpose=Purpose.GROUP, granted=False, file=kept[1], starts=OLD, recorded_by=cast.khoa
    )
    path = Path(kept[1].file.path)
    done = erased(cast, pupil)
    assert (Result.objects.filter(pupil=pupil).exists(), ResultSlip.objects.filter(pupil=pupil).exists()) == (
        False,
        False,
    )
    gone, stays = Attachment.objects.get(pk=kept[1].pk), Attachment.objects.get(pk=kept[0].pk)
    assert (gone.title, gone.file.name, gone.sha256, path.exists()) == ("Tệp đã xóa", "", kept[1].sha256, False)
    assert (may_open(gone, cast.khoa, NOW), may_open(stays, cast.khoa, NOW), done.left) == (False, True, [])
    assert ("files.attachment", stays.pk) in set(done.places.values_list("kind", "item"))
    call_command("files", "check")  # and knows that it is not lost


@pytest.mark.sqlite
def test_bytes_the_place_of_files_would_not_let_go_are_taken_off_later(
    cast: Cast, pupil: Pupil, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = files.store_attachment(
        SimpleUploadedFile("q.pdf", b"%PDF-1.7 rieng"), title="P", guarded=True, by=cast.khoa, **SAID
    )
    Consent.objects.filter(pupil=pupil).update(file=one)
    monkeypatch.setattr(actions, "take_off", lambda names: list(names))
    done = erased(cast, pupil)
    assert (done.state, done.left, Path(one.file.path).exists()) == ("done", [one.file.name], True)
    monkeypatch.undo()
    actions.watch_the_list(NOW)
    assert (Erasure.objects.get().left, Path(one.file.path).exists()) == ([], False)


@pytest.mark.sqlite
def test_pictures_of_him_are_hidden_and_stay_so_for_his_class_too(cast: Cast, pupil: Pupil) -> None:
    shot = Picture.objects.get()
    room = SchoolClass.objects.get()
    assert is_public(shot, NOW)
    erased(cast, pupil)
    pictures.watch(LATER["at"])
    assert is_public(Picture.objects.get(), LATER["at"]) is False
    Enrolment.objects.filter(pupil=pupil).update(
        ends=None
    )  # as if nobody had said that he left, the day the next was taken
    said = Declaration(sha256="x" * 64, seen=Seen.CLASSES, by=cast.lan, at=NOW)
    said.save()
    said.classes.set([room])
    assert pupil.pk in recognised(said)  # declared before he was forgotten: his face is in it
    said.at = LATER["at"] + timedelta(days=1)
    assert pupil.pk not in recognised(said)


@pytest.mark.sqlite
def test_a_picture_of_him_alone_is_destroyed_once_nothing_that_is_up_shows_it(cast: Cast, pupil: Pupil) -> None:
    shot = Picture.objects.get()
    path, shows = Path(shot.file.path), Article.objects.get(live=True)
    done = erased(cast, pupil)
    place = done.places.get(kind="files.picture")
    gone: dict[str, Any] = {"note": "Đã gỡ bài.", "destroying": True, "by": cast.sen}
    assert refused(actions.settle, place, **gone) == ["R-ERASE-13"]
    approval.withdraw(shows, ground="privacy", reason="Gia đình yêu cầu", by=cast.ha, **LATER)
    actions.settle(place, **gone, **LATER)
    kept = Picture.objects.get()
    assert (kept.file.name, kept.title, kept.alt, kept.sha256, path.exists()) == (
        "",
        "Tệp đã xóa",
        "",
        shot.sha256,
        False,
    )
    assert (kept.renditions.count(), may_open(kept, cast.sen, LATER["at"])) == (0, False)
    assert Erasure.objects.get().left == []
