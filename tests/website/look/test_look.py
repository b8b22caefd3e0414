"""The look of the school: one prepares, another puts it in force, and then every page has it."""

import re
from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction
from django.test import Client
from PIL import Image

from portal.base import epoch
from portal.base.models import JournalEntry, School, SchoolLook
from portal.base.refused import Refused
from portal.files.actions import store_picture
from portal.files.models import Picture
from portal.people.models import Person
from portal.website.look import actions
from portal.website.look.queries import picture_url
from portal.website.look.theme import sheet
from tests.cast import NOW, Cast

GREEN = {"ink": "#0b5d4e", "hours": "7:30–17:00"}


def prepare(by: Person, **changes: object) -> SchoolLook:
    return actions.prepare({**GREEN, **changes}, by=by, at=NOW, channel="test")


def force(look: SchoolLook, by: Person) -> SchoolLook:
    return actions.put_in_force(look.pk, by=by, at=NOW, channel="test")


def strip(by: Person, width: int = 1400, height: int = 200) -> Picture:
    out = BytesIO()
    Image.new("RGB", (width, height), "#0b5d4e").save(out, "PNG")
    return store_picture(
        ContentFile(out.getvalue(), "d.png"), title="Dải", alt="", credit="", by=by, at=NOW, channel="test"
    )


def verbs() -> list[str]:
    return list(JournalEntry.objects.filter(verb__startswith="look_").order_by("pk").values_list("verb", flat=True))


def test_what_is_prepared_changes_nothing_until_another_puts_it_in_force(cast: Cast, client: Client) -> None:
    look, then = prepare(cast.tri), epoch.current()
    assert (School.objects.get().ink, "giao-dien" in client.get("/so-do/").content.decode()) == ("#3b2a8c", False)
    force(look, cast.ha)
    school, look = School.objects.get(), SchoolLook.objects.get()
    assert (school.ink, school.hours, school.name) == ("#0b5d4e", "7:30–17:00", "Trường THCS Ngô Gia Tự")
    assert (look.state, look.prepared_by, look.decided_by) == ("in_force", cast.tri.pk, cast.ha.pk)
    assert (verbs(), epoch.current()) == (["look_prepare", "look_in_force"], then + 1)
    held = JournalEntry.objects.filter(verb__startswith="look_").order_by("pk").values_list("office", flat=True)
    assert list(held) == ["sysadmin", "head"]  # as what each of the two did it
    page = client.get("/so-do/").content.decode()
    address = re.search(r'href="(/giao-dien/[0-9a-f]{16}\.css)"', page)
    assert address is not None
    assert "Giờ làm việc: 7:30–17:00" in page
    css = client.get(address[1])
    assert (css.content.decode(), "immutable" in css["Cache-Control"]) == (sheet("#0b5d4e", "#c8202f"), True)
    assert client.get("/giao-dien/cu.css")["Location"] == address[1]


@pytest.mark.parametrize(
    ("preparer", "other", "rule"),
    [
        ("ha", "ha", "R-LOOK-03"),
        ("sen", "phong", "R-LOOK-04"),
        ("sen", "tri", "R-LOOK-04"),
        ("ha", "minh", "R-LOOK-04"),
    ],
)
def test_nobody_else_puts_it_in_force(cast: Cast, preparer: str, other: str, rule: str) -> None:
    look = prepare(cast.people[preparer])
    with pytest.raises(Refused) as refused:
        force(look, cast.people[other])
    assert ([one.rule for one in refused.value.refusals], School.objects.get().ink) == ([rule], "#3b2a8c")


def test_a_later_one_replaces_what_waits_and_each_is_decided_once(cast: Cast) -> None:
    first = prepare(cast.sen)
    second = prepare(cast.ha, ink="#17694d")
    for look in (first, force(second, cast.phong)):
        with pytest.raises(Refused) as refused:
            force(look, cast.ha if look.pk == first.pk else cast.phong)
        assert [one.rule for one in refused.value.refusals] == ["R-LOOK-06"]
    assert list(SchoolLook.objects.order_by("pk").values_list("state", flat=True)) == ["replaced", "in_force"]


def test_handing_it_back_says_why_and_changes_nothing(cast: Cast) -> None:
    look = prepare(cast.sen)
    with pytest.raises(Refused):
        actions.decline(look.pk, reason=" ", by=cast.ha, at=NOW, channel="test")
    actions.decline(look.pk, reason="Xanh quá.", by=cast.ha, at=NOW, channel="test")
    look.refresh_from_db()
    assert (look.state, look.reason, School.objects.get().ink) == ("declined", "Xanh quá.", "#3b2a8c")
    assert verbs() == ["look_prepare", "look_decline"]


def test_strangers_and_what_does_not_fit_are_refused_whole(cast: Cast) -> None:
    tall = strip(cast.sen, 1400, 900)
    cases = [
        (cast.lan, {}, ["R-LOOK-01"]),
        (cast.sen, {"ink": "#ffcc00", "name": "", "header": tall.pk}, ["R-LOOK-02", "R-INPUT-01", "R-LOOK-07"]),
        (cast.sen, {"ink": "#3b2a8c", "hours": ""}, ["R-LOOK-05"]),
    ]
    for by, changes, rules in cases:
        with pytest.raises(Refused) as refused:
            prepare(by, **changes)
        assert [one.rule for one in refused.value.refusals] == rules
    assert SchoolLook.objects.count() == 0


def test_its_pictures_are_everybodys_only_once_it_is_in_force(cast: Cast, client: Client) -> None:
    header, crest = strip(cast.sen), strip(cast.sen, 300, 300)
    look = prepare(cast.sen, header=header.pk, crest=crest.pk)
    address = picture_url(crest.pk, 240)
    before = client.get(address).status_code
    force(look, cast.ha)
    page = client.get("/so-do/").content.decode()
    found = re.findall(r'<img class="(crest crest--own|masthead__picture)" src="([^"]+)"', page)
    assert [name for name, _ in found] == ["crest crest--own", "masthead__picture"]
    assert (before, [client.get(url).status_code for _, url in found]) == (404, [200, 200])


def test_the_database_keeps_two_people_apart(cast: Cast) -> None:
    look = prepare(cast.sen)
    with pytest.raises(IntegrityError), transaction.atomic():
        SchoolLook.objects.filter(pk=look.pk).update(decided_by=cast.sen.pk)
    with pytest.raises(IntegrityError), transaction.atomic():
        SchoolLook.objects.create(values={}, before={}, prepared_by=cast.sen.pk, prepared_at=NOW)


def test_the_screen_keeps_what_was_typed_measures_it_and_writes_nothing_while_trying(
    cast: Cast, client: Client
) -> None:
    client.force_login(cast.sen, backend="django.contrib.auth.backends.ModelBackend")
    typed = {"name": "Trường <b>Mới</b>", "initials": "TM", "ink": "#ffcc00", "phuong": "#c8202f"}
    tried = client.post("/viec/bo-mat/xem-thu/", {**typed, "nen": "toi"}).content.decode()
    assert ("#876c00" in tried, "Trường &lt;b&gt;Mới" in tried, 'data-nen="toi"' in tried) == (True, True, True)
    answer = client.post("/viec/bo-mat/", typed)
    page = answer.content.decode()
    assert (answer.status_code, 'value="#ffcc00"' in page, "#876c00" in page) == (422, True, True)
    assert (SchoolLook.objects.count(), verbs()) == (0, [])
    assert client.post("/viec/bo-mat/", {**typed, "ink": "#876c00"}).status_code == 302
    waiting = client.get("/viec/bo-mat/").content.decode()
    assert ("R-LOOK" in waiting, "không tự đưa vào dùng" in waiting, "Đưa vào dùng ngay" in waiting) == (
        False,
        True,
        False,
    )
    client.force_login(cast.ha, backend="django.contrib.auth.backends.ModelBackend")
    assert "Đưa vào dùng ngay" in client.get("/viec/bo-mat/").content.decode()
    pk = SchoolLook.objects.get().pk
    assert client.post(f"/viec/bo-mat/{pk}/", {"do": "dua-vao-dung"}).status_code == 302
    assert School.objects.get().initials == "TM"
