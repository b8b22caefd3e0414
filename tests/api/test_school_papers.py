"""Findings answered, figures filled, classes and their sheets by program: as far as on the screens, and no further."""

from datetime import timedelta

import pytest

from portal.people import actions as people
from portal.people.models import Person
from portal.people.rules import Duty
from portal.pupils.models import Consent
from portal.records.models import Disclosure, FigureSheet
from tests.api.conftest import Caller, problem
from tests.approval.test_personal import REASON, TABLE
from tests.cast import NOW, Cast
from tests.pupils import rolls


def test_findings_are_answered_for_the_very_text_by_who_may_and_by_a_deciding_token(api: Caller, cast: Cast) -> None:
    pk = api.write(cast.lan, body=[TABLE])["id"]
    api.submit(pk, cast.lan)
    task = api.task(pk, cast.cuc)
    assert task is not None
    path = f"/tasks/{task['id']}/findings"
    told = api.get(path, cast.cuc).json()
    assert [(one["key"], one["count"], one["answer"]) for one in told["items"]] == [("marks", 3, "")]
    assert (told["hash"], told["open"], "Nguyễn" in str(told)) == (task["hash"], 1, False)
    said = {"hash": told["hash"], "reasons": {"marks": REASON}}
    assert problem(api.get(path, cast.phu)) == (404, [])
    assert problem(api.post(path, cast.cuc, said, decide=False)) == (403, [("", "R-TOKEN-03")])
    assert problem(api.post(path, cast.cuc, {**said, "reasons": {"marks": "được"}}))[0] == 422
    assert problem(api.post(path, cast.cuc, {**said, "hash": "0" * 64}))[0] == 409
    assert problem(api.post(path, cast.lan, said))[0] == 403
    kept = api.post(path, cast.cuc, said).json()
    assert (kept["open"], kept["items"][0]["answer"], kept["items"][0]["by"]) == (0, REASON, str(cast.cuc))


def test_a_form_of_figures_is_filled_by_who_writes_its_point(api: Caller, cast: Cast) -> None:
    people.name_for_duty(cast.khoa, Duty.CLERK, by=cast.minh, at=NOW - timedelta(days=1), channel="test")
    listed = api.get("/disclosure-figures?year=2026&code=8.1", cast.khoa).json()
    assert (listed["total"], listed["items"][0]["writable"]) == (1, True)
    names = {one["name"] for one in listed["items"][0]["cells"]}
    sent = {
        "year": 2026,
        "code": "8.1",
        "values": {"doingu-gv-dh": "35", "doingu-gv-chuan": "42", "doingu-gv-ths": "7"},
    }
    assert set(sent["values"]) <= names  # type: ignore[arg-type]
    made = api.post("/disclosure-figures", cast.khoa, sent).json()
    assert (Disclosure.objects.get(pk=made["id"]).code, len(made["tables"]) > 0) == ("8.1", True)
    filled = {
        one["name"]: one["value"]
        for one in api.get("/disclosure-figures?code=8.1&year=2026", cast.lan).json()["items"][0]["cells"]
    }
    assert (filled["doingu-gv-dh"], filled.get("doingu-gv-cd", "")) == ("35", "")
    wrong = api.post("/disclosure-figures", cast.khoa, {**sent, "values": {"doingu-gv-dh": "ba", "lạ": "1"}})
    assert problem(wrong) == (422, [("doingu-gv-dh", ""), ("lạ", "")])
    asked = [
        (cast.lan, sent),
        (cast.phu, sent),
        (cast.khoa, {**sent, "code": "4.1"}),
        (cast.khoa, {**sent, "values": {}}),
    ]
    assert [problem(api.post("/disclosure-figures", who, said)) for who, said in asked] == [
        (403, [("", "R-DISC-03")]), (404, []), (422, [("", "R-FIG-01")]), (422, [("", "R-FIG-05")]),
    ]  # fmt: skip
    assert FigureSheet.objects.count() == 1


@pytest.fixture
def keeper(cast: Cast) -> Person:
    people.name_for_duty(cast.cuc, Duty.ROLLS, by=cast.minh, at=NOW - timedelta(days=1), channel="test")
    return cast.cuc


def test_classes_are_told_to_who_sees_them_and_sheets_entered_with_their_signatures(
    api: Caller, cast: Cast, keeper: Person
) -> None:
    room, (one, two, three) = rolls.a_class(cast, "7A3", "lan")
    rolls.a_class(cast, "6A1", "dung", 1)
    seen = {
        who: [item["name"] for item in api.get("/classes", cast.people[who]).json()["items"]]
        for who in ("lan", "cuc", "minh")
    }
    assert seen == {"lan": ["7A3"], "cuc": ["6A1", "7A3"], "minh": ["6A1", "7A3"]}
    here = f"/classes/{room.pk}"
    assert [problem(api.get("/classes", who)) for who in (cast.khoa, cast.tri, cast.phu, cast.vy)] == [
        (403, [("", "R-ROLL-02")]), (403, [("", "R-ROLL-02")]), (404, []), (404, []),
    ]  # fmt: skip
    assert problem(api.get(here, cast.dung)) == (404, [])
    answer = api.get(here, keeper)
    told = answer.json()
    assert (answer["Cache-Control"], answer["X-Robots-Tag"], told["total"]) == (
        "private, no-store",
        "noindex, nofollow",
        3,
    )
    assert {state for item in told["items"] for state in item["consents"].values()} == {"silent"}

    sheet = {"pupil": one.pk, "parent": True, "child": True, "ticked": ["group", "praise"]}
    sent = {
        "seen": told["seen"],
        "paper": "tập phiếu 7A3",
        "answers": [sheet, {**sheet, "pupil": two.pk, "ticked": []}],
    }
    unsigned = {**sent, "answers": [{**sheet, "child": False}]}
    asked = [
        (cast.lan, unsigned),
        (cast.lan, {**sent, "paper": ""}),
        (cast.dung, sent),
        (cast.lan, {**sent, "answers": [{}]}),
    ]
    assert [problem(api.post(f"{here}/consents", who, said))[0] for who, said in asked] == [422, 422, 404, 422]
    assert Consent.objects.count() == 0
    kept = api.post(f"{here}/consents", keeper, sent)
    assert (kept.status_code, kept.json()["changed"]) == (200, 2)
    after = {item["id"]: item["consents"] for item in api.get(here, cast.lan).json()["items"]}
    assert (after[one.pk]["group"], after[one.pk]["video"], after[two.pk]["group"], after[three.pk]["group"]) == (
        "yes", "no", "no", "silent",
    )  # fmt: skip
    late = {**sent, "answers": [{**sheet, "ticked": []}]}
    assert problem(api.post(f"{here}/consents", cast.lan, late)) == (409, [("", "R-CONS-05")])
