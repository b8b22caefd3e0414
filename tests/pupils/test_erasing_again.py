"""After a restore who was forgotten is forgotten again, and nobody writes him anew (Luật 91/2025, Điều 24)."""

from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from portal.base.models import JournalEntry
from portal.pupils.erasing import actions, kept_outside
from portal.pupils.erasing.rules import Why
from portal.pupils.models import (
    Erasure,
    ErasurePlace,
    Pupil,
    SchoolClass,
)
from portal.pupils.roll import actions as roll
from portal.pupils.roll.queries import planned
from portal.pupils.roll.reading import Line
from tests.cast import NOW, Cast
from tests.pupils.leaver import CODE, GONE, LATER, NAME, WORKS, all_words, erased, refused
from tests.pupils.rolls import DAY, SAID
from tests.snapshot import bring_back, everything


@pytest.mark.sqlite
def test_who_was_forgotten_is_not_written_anew(cast: Cast, pupil: Pupil) -> None:
    erased(cast, pupil)
    room = SchoolClass.objects.get()
    said: dict[str, Any] = {"full_name": NAME, "born": None, "day": DAY, "by": cast.khoa}
    assert refused(roll.enrol, room, code=CODE, **said) == ["R-ROLL-08"]
    assert refused(actions.ask, pupil, ground=Why.ASKED, paper="đơn số 8", by=cast.khoa) == ["R-ERASE-06"]
    (fault,) = planned([Line(2, CODE, NAME, None, "7A3")], 2026, DAY).faults
    assert fault[1].startswith("Thông tin của em mang mã này đã được xóa")
    assert roll.enrol(room, code="7A3-99", **said, **SAID).full_name == NAME  # another child of that name


def test_a_restored_database_forgets_again_and_only_once(cast: Cast, pupil: Pupil) -> None:
    actions.ask(pupil, ground=Why.ASKED, paper="đơn số 7", by=cast.khoa, **SAID)
    while actions.look(NOW):
        pass
    backup = everything()
    actions.decide(Erasure.objects.get(), by=cast.minh, **LATER)
    told = kept_outside.path().read_text()
    assert [word for word in (*GONE, "Nhài", "nhai") if word in told] == []
    ErasurePlace.objects.all().delete()
    bring_back(backup)
    assert NAME in all_words(WORKS)
    outside = Pupil.objects.get(code="7A3-1")
    for _ in range(2):
        call_command("repeat_erasures")
        assert [word for word in GONE if word in all_words(WORKS)] == []
    again = Erasure.objects.get()
    assert (again.state, again.decided_by, again.decided_at, again.repeated_at is not None) == (
        "done",
        cast.minh,
        LATER["at"],
        True,
    )
    kinds = again.places.order_by("kind").values_list("kind", flat=True)
    assert list(kinds) == [
        "files.picture",
        "wagtailcore.page",
    ]  # a picture of him alone; the caption in what was put back
    lines = JournalEntry.objects.filter(verb__in=["erasure_repeated", "pupil_erased"]).order_by("pk")
    assert [(line.verb, line.actor_id) for line in lines] == [("pupil_erased", None), ("erasure_repeated", None)]
    assert Pupil.objects.get(pk=outside.pk).full_name == outside.full_name


@pytest.mark.sqlite
def test_the_worker_alone_notices_a_restore_and_mends_a_list_that_was_lost(cast: Cast, pupil: Pupil) -> None:
    actions.ask(pupil, ground=Why.ASKED, paper="đơn số 7", by=cast.khoa, **SAID)
    while actions.look(NOW):
        pass
    backup = everything()
    actions.decide(Erasure.objects.get(), by=cast.minh, **LATER)
    kept_outside.path().unlink()
    actions.watch_the_list(LATER["at"])
    assert [one.marks[0][:2] for one in kept_outside.lines()] == [("pupil", pupil.pk)]
    ErasurePlace.objects.all().delete()
    bring_back(backup)
    actions.watch_the_list(LATER["at"])
    assert [word for word in GONE if word in all_words(WORKS)] == []


@pytest.mark.sqlite
def test_another_child_who_got_his_number_is_left_alone_and_he_is_known_by_his_code(cast: Cast, pupil: Pupil) -> None:
    done = erased(cast, pupil)
    Erasure.objects.update(state="declined", digest="")  # as a database from before he came: his number is another's
    Pupil.objects.filter(pk=pupil.pk).update(code="KHAC", full_name="Sáo Thử Chín", erased_at=None)
    call_command("repeat_erasures")
    assert Pupil.objects.get(pk=pupil.pk).full_name == "Sáo Thử Chín"
    unknown = Erasure.objects.get(pk__gt=done.pk)
    assert (unknown.state, unknown.pupil) == ("done", None)
    assert refused(
        roll.enrol, SchoolClass.objects.get(), code=CODE, full_name=NAME, born=None, day=DAY, by=cast.khoa
    ) == ["R-ROLL-08"]


@pytest.mark.sqlite
def test_a_list_made_with_another_secret_or_broken_is_said_and_harms_nobody(
    cast: Cast, pupil: Pupil, settings: Any, tmp_path: Path
) -> None:
    settings.SECRET_KEY = "khoa-khac" * 8
    line = kept_outside.Line((kept_outside.mark("pupil", pupil.pk, CODE),), (), NOW, "asked")
    kept_outside.add([line])
    settings.SECRET_KEY = "khoa-nay" * 8
    with pytest.raises(CommandError, match="1 dòng được ghi bằng khóa bí mật khác"):
        call_command("repeat_erasures")
    copy = tmp_path / "ban-khac.jsonl"
    copy.write_text("{}\n")
    with pytest.raises(CommandError, match="Không đọc được danh sách"):
        call_command("repeat_erasures", list=copy)
    assert Pupil.objects.get(pk=pupil.pk).full_name == NAME
