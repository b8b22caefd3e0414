"""A pupil who left the school and is to be forgotten: what is kept of him, and the steps to it; every name is invented."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection

from portal.base.refused import Refused
from portal.files import actions as files
from portal.people import actions as people
from portal.people.models import Person
from portal.people.rules import Duty
from portal.pupils.consents.rules import Purpose
from portal.pupils.erasing import actions
from portal.pupils.erasing.rules import Why
from portal.pupils.models import (
    Consent,
    Erasure,
)
from portal.pupils.pictures import actions as pictures
from portal.pupils.pictures.rules import Seen
from portal.pupils.roll import actions as roll
from tests.cast import NOW, OLD, Cast
from tests.files.pictures import picture
from tests.pupils.rolls import SAID, a_class

NAME, MOTHER, CODE = "Mây Biếc Nhài", "Bà Nhài Ngọc", "7A3-0"
LATER: dict[str, Any] = {"at": NOW + timedelta(hours=1), "channel": "test"}
GONE = (
    NAME, NAME.upper(), "may-biec-nhai", MOTHER, "Lý An", "Trịnh Văn Phú", "'an'", "'an@testserver",
    "phu@testserver", CODE, "0912 345 678",
)  # fmt: skip


def set_up(cast: Cast) -> None:
    """A pupil who left, with an account, a mother who has one, consents upon a scan; a picture of his is up, an article's caption
    names him. Khoa keeps the rolls."""
    people.name_for_duty(cast.khoa, Duty.ROLLS, by=cast.minh, **SAID)
    _, (pupil, other) = a_class(cast, many=2)
    roll.amend(pupil, full_name=NAME, born=None, by=cast.khoa, **SAID)
    roll.link_account(pupil, cast.an, by=cast.khoa, **SAID)
    roll.add_guardian(pupil, full_name=MOTHER, relation="Mẹ", account=cast.phu, by=cast.khoa, **SAID)
    Person.objects.filter(pk=cast.phu.pk).update(phone="0912 345 678")
    Consent.objects.bulk_create(
        Consent(pupil=one, year=2026, purpose=Purpose.PORTRAIT, granted=True, by_parent=True, by_child=True, paper=f"phiếu {one.full_name}",
                starts=OLD, recorded_by=cast.khoa)
        for one in (pupil, other)
    )  # fmt: skip
    shot = files.store_picture(picture(), title="Giờ học", alt="Một em", credit="", by=cast.lan, **SAID)
    pictures.declare(shot, seen=Seen.PUPILS, pupils=[pupil.pk], by=cast.lan, **SAID)
    body = [
        {"type": "image", "value": {"picture": shot.pk, "caption": f"Em {NAME} bên bảng"}},
        {"type": "paragraph", "value": "Vui."},
    ]
    cast.published(cast.lan, title="Giờ Toán lớp 7A3", body=body)
    roll.leave(pupil, day=NOW.date(), by=cast.khoa, **SAID)


def asked(cast: Cast, whom: Any, paper: str = "đơn số 7") -> Erasure:
    """Asked for, and looked for by the worker."""
    made = actions.ask(whom, ground=Why.ASKED, paper=paper, by=cast.khoa, **SAID)
    while actions.look(NOW):
        pass
    return Erasure.objects.get(pk=made.pk)


def erased(cast: Cast, whom: Any) -> Erasure:
    made = asked(cast, whom)
    actions.decide(made, by=cast.minh, **LATER)
    return Erasure.objects.get(pk=made.pk)


def refused(verb: Any, *given: Any, **more: Any) -> list[str]:
    with pytest.raises(Refused) as no:
        verb(*given, **{**SAID, **more})
    return [one.rule for one in no.value.refusals]


def all_words(but: tuple[str, ...] = ()) -> str:
    """Everything every table holds but those, as text; of works what they hold is searched, not replaced."""
    found = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            if table not in but:
                cursor.execute(f'SELECT * FROM "{table}"')
                found += [str(row) for row in cursor.fetchall()]
    return "\n".join(found)


WORKS = ("news_article", "wagtailcore_revision", "search_entry", "search_entry_texts")  # the caption, and its versions
