"""The catalogue of subjects and series: who keeps it, names, what is out of use, and what stays filed under it (Điều 15.1, 15.2)."""

import json
from io import BytesIO

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from portal.base.models import JournalEntry
from portal.base.refused import Refused
from portal.intranet.findable import _of_library
from portal.intranet.library import actions as library
from portal.intranet.models import Subject, TextbookSeries
from portal.intranet.subjects import actions, rules
from portal.people.models import Person
from portal.people.rules import Board
from portal.people.tokens import mint
from tests.cast import NOW, Cast
from tests.intranet.test_library import approved, begun, opine, send

BOARD = Board(
    principals=frozenset({1}), vice_principals=frozenset({2}), heads=frozenset({3}), secretaries=frozenset({4})
)
SAID = {"at": NOW, "channel": "test"}
PAGE = "/noi-bo/kho/mon-hoc-va-bo-sach/"


@pytest.mark.sqlite
def test_the_head_and_the_secretary_keep_it() -> None:
    assert [rules.may_keep(BOARD, person) is None for person in range(1, 6)] == [False, False, True, True, False]


@pytest.mark.sqlite
@pytest.mark.parametrize(("title", "told"), [
    ("Giáo dục STEM", None), ("", "Hãy ghi tên."), ("x" * 81, "Tên dài nhất 80 chữ."),
    ("toán", "Tên này đã có"), ("Hoá học", "Tên này đã có"),
])  # fmt: skip
def test_each_name_stands_once(title: str, told: str | None) -> None:
    found = rules.is_named(title, 80, ["Toán", "Hóa học"])
    assert (str(found).startswith(told) if told else found) is (True if told else None)


@pytest.mark.sqlite
def test_use_changes_or_is_refused() -> None:
    found = [
        rules.changes_use(retired=before, wanted=after) is None for before in (True, False) for after in (True, False)
    ]
    assert found == [False, True, True, False]


def test_a_subject_out_of_use_keeps_what_is_filed_under_it_and_takes_nothing_new(cast: Cast, client: Client) -> None:
    item = begun(cast)
    maths = Subject.objects.get(slug="toan")
    actions.use(maths, wanted=False, by=cast.sen, **SAID)
    client.force_login(cast.lan)
    forms = [client.get(address).content.decode() for address in (f"/noi-bo/kho/gui/{item.pk}/", "/noi-bo/kho/gui/")]
    assert [">Toán</option>" in form for form in forms] == [True, False]
    library.edit(item, item.given(), item.attached(), by=cast.lan, **SAID)
    with pytest.raises(Refused) as refused:
        begun(cast, by="khoa")
    assert [(one.rule, one.field) for one in refused.value.refusals] == [("R-LIB-14", "subject")]
    actions.use(maths, wanted=True, by=cast.ha, **SAID)
    begun(cast, by="khoa")
    lines = (
        JournalEntry.objects.filter(subject_type="intranet.subject")
        .order_by("pk")
        .values_list("verb", "actor_id", "rule")
    )
    assert list(lines) == [
        ("subject_retired", cast.sen.pk, "R-SUBJECT-01"), ("subject_returned", cast.ha.pk, "R-SUBJECT-01"),
    ]  # fmt: skip


def test_under_its_new_name_the_approved_words_stand_and_the_search_is_told(cast: Cast) -> None:
    item = begun(cast)
    send(item, cast.lan)
    opine(cast, item)
    up = approved(cast, item)
    hash_before = up.case.hash
    renamed = actions.rename(Subject.objects.get(slug="toan"), " Toán  học ", by=cast.sen, **SAID)
    up.case.refresh_from_db()
    line = JournalEntry.objects.latest("pk")
    assert (renamed.title, up.case.hash, line.data, list(_of_library(line))) == (
        "Toán học", hash_before, {"title": "Toán học", "before": "Toán"}, [up.pk],
    )  # fmt: skip


def test_verbs_are_refused_to_others_and_twice(cast: Cast) -> None:
    maths, found = Subject.objects.get(slug="toan"), []
    for verb in (
        lambda: actions.add("mon", "Hóa học", by=cast.lan, **SAID),
        lambda: actions.rename(maths, "Hóa học", by=cast.minh, **SAID),
        lambda: actions.use(maths, wanted=False, by=cast.phong, **SAID),
        lambda: actions.use(maths, wanted=True, by=cast.sen, **SAID),
        lambda: actions.rename(maths, "Ngữ văn", by=cast.sen, **SAID),
        lambda: actions.add("sach", "Cánh  diều", by=cast.sen, **SAID),
    ):
        with pytest.raises(Refused) as refused:
            verb()
        found += [one.rule for one in refused.value.refusals]
    assert found == ["R-SUBJECT-01"] * 3 + ["R-SUBJECT-03", "R-SUBJECT-02", "R-SUBJECT-02"]
    assert (Subject.objects.count(), TextbookSeries.objects.count()) == (13, 3)


def test_the_screen_adds_renames_and_keeps_what_was_typed(cast: Cast, client: Client) -> None:
    client.force_login(cast.sen)
    said = client.post(PAGE, {"loai": "sach", "viec": "them", "title": "Cùng học"}, follow=True).content.decode()
    maths = Subject.objects.get(slug="toan")
    wrong = client.post(PAGE, {"loai": "mon", "viec": "doi", "muc": maths.pk, "title": "Ngữ văn"})
    page = wrong.content.decode()
    assert ("Đã thêm “Cùng học”." in said, wrong.status_code, page.count("<details open>"), page.count('value="Ngữ văn"')) == (
        True, 422, 1, 2,
    )  # fmt: skip
    done = client.post(
        PAGE, {"loai": "mon", "viec": "thoi", "muc": maths.pk, "title": ""}, follow=True
    ).content.decode()
    assert "thôi dùng từ" in done
    asked = ({"loai": "x", "viec": "them"}, {"loai": "mon", "viec": "xoa"}, {"loai": "mon", "viec": "doi", "muc": "0"})
    assert [client.post(PAGE, one).status_code for one in asked] == [404] * 3
    rows = list(load_workbook(BytesIO(client.get(f"{PAGE}bang-tinh/").content)).active.values)
    assert [row[:3] for row in rows if row[3] is not None] == [("Danh mục", "Tên", "Học liệu"), ("Môn học", "Toán", 0)]
    client.force_login(cast.lan)
    shown = client.get(PAGE).content.decode()
    assert ("Cùng học" in shown, "<details" in shown, client.post(PAGE, {"loai": "mon"}).status_code) == (
        True,
        False,
        403,
    )


@pytest.mark.sqlite
def test_the_screen_asks_as_often_however_much_is_filed(cast: Cast, client: Client) -> None:
    client.force_login(cast.lan)
    client.get(PAGE)
    counts = []
    for many in (1, 2):
        for number in range(many):
            begun(cast, title=f"Bài {many} {number}")
        with CaptureQueriesContext(connection) as asked:
            client.get(PAGE)
        counts.append(len(asked))
    assert counts[0] == counts[1]


@pytest.mark.sqlite
def test_programs_keep_it_by_the_same_verbs(cast: Cast, client: Client) -> None:
    def call(method: str, path: str, who: Person, **data: object) -> tuple[int, object]:
        secret = mint(who, label="thử", may_decide=True, by=who, **SAID).secret
        answer = client.generic(method, f"/api/v1/{path}", json.dumps(data), content_type="application/json",
                                headers={"Authorization": f"Bearer {secret}"})  # fmt: skip
        return answer.status_code, answer.json()

    made = call("POST", "textbook-series", cast.sen, title="Cùng học")
    pk = TextbookSeries.objects.get(title="Cùng học").pk
    assert made == (201, {"id": pk, "title": "Cùng học", "items": 0, "retired_at": None})
    gone = call("PATCH", f"textbook-series/{pk}", cast.ha, title="Cùng học để phát triển", retired=True)
    assert gone == (
        200,
        {"id": pk, "title": "Cùng học để phát triển", "items": 0, "retired_at": "2026-11-16T08:00:00+07:00"},
    )
    statuses = [call(*asked)[0] for asked in (
        ("GET", "subjects", cast.lan), ("GET", "textbook-series", cast.phu), ("POST", "subjects", cast.lan),
        ("PATCH", "subjects/999", cast.sen),
    )]  # fmt: skip
    assert (statuses, call("POST", "subjects", cast.lan, title="Hóa học")[0]) == ([200, 404, 422, 404], 403)
