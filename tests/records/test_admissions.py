"""Admissions from the plan to the erasing: approved by row 6, taken by the clock, handled, told to one family alone, gone
(TT 37/2020 Đ.9.9; Luật 91/2025 Đ.24)."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection

from portal.base.models import JournalEntry
from portal.base.refused import Refused
from portal.files import clamd, scanning
from portal.records.admissions import actions, applying, handling, queries
from portal.records.admissions.dossier_rules import Act
from portal.records.models import AdmissionRun, AdmissionSeason, Application, ApplicationPaper, ApplicationStep
from tests.cast import NOW, Cast
from tests.records.admitted import BORN, CHILD, CLOSES, GIVEN, SAID, SHOWS, UNTIL, a_season, applied, handler

PDF = b"%PDF-1.7 giay khai sinh"
FROM = {"address": "10.1.1.1", "at": NOW}


def refused(code: str, born: Any = BORN, **said: Any) -> tuple[str, ...]:
    with pytest.raises(Refused) as why:
        applying.look_up(code, born, **{**FROM, **said})
    return tuple(f"{one.rule} {one.message}" for one in why.value.refusals)


@pytest.mark.sqlite
def test_a_season_goes_up_by_row_six_and_none_but_its_writers_begin_one(cast: Cast) -> None:
    draft = actions.begin(GIVEN, [], by=handler(cast), **SAID)
    assert (cast.standing(draft).route.row, draft.address, draft.places_in_all) == (
        6,
        "/tuyen-sinh/tuyen-sinh-vao-lop-6/",
        200,
    )
    with pytest.raises(Refused, match="người được giao tuyển sinh"):
        actions.begin(GIVEN, [], by=cast.cuc, **SAID)
    own = actions.begin(actions.Given("Tra cứu", 2027), [], by=cast.minh, **SAID)
    assert (own.slug, sorted(one.title for one in queries.under_way())[::-1]) == (
        "dot-tra-cuu",
        [GIVEN.title, "Tra cứu"],
    )
    changed = actions.edit(own, actions.Given("Đợt hai", 2027), [], by=cast.minh, **SAID)
    assert changed.title == "Đợt hai"


def test_an_application_is_kept_once_and_known_by_number_alone(cast: Cast) -> None:
    season = a_season(cast)
    receipt = applied(season)
    with pytest.raises(Refused, match="đã được nhận rồi"):
        applied(season)
    line = JournalEntry.objects.get(verb="application_received")
    assert (line.subject_id, line.data, line.actor_id) == (receipt.one.pk, {"season": season.pk}, None)
    assert (Application.objects.count(), len(receipt.code), receipt.code in receipt.one.digest) == (1, 10, False)
    told = " ".join(map(str, JournalEntry.objects.values_list("data", "reason")))
    assert [one in told for one in (CHILD.child, CHILD.guardian, receipt.code)] == [False] * 3


def test_the_form_opens_and_closes_to_the_second(cast: Cast) -> None:
    season, second = a_season(cast), timedelta(seconds=1)
    applied(season, 1, at=CLOSES - second)
    assert season.opens is not None
    for number, at in enumerate((season.opens - second, CLOSES), 2):
        with pytest.raises(Refused, match="giờ"):
            applied(season, number, at=at)
    AdmissionSeason.objects.filter(pk=season.pk).update(live=False)
    with pytest.raises(Refused, match="không nhận đơn"):
        applied(season, 9)
    assert Application.objects.count() == 1


@pytest.mark.sqlite
def test_forms_are_counted_for_each_address(cast: Cast) -> None:
    season = a_season(cast)
    for number in range(20):
        applying.apply(season, CHILD, key=f"k{number}", address="10.2.2.2", **SAID)
    with pytest.raises(Refused, match="quá nhiều lần"):
        applying.apply(season, CHILD, key="k20", address="10.2.2.2", **SAID)
    assert (Application.objects.count(), applied(season, 99).one.pk > 0) == (20, True)


def test_a_result_is_told_from_its_hour_until_its_end_by_code_and_day_of_birth(cast: Cast) -> None:
    season, by = a_season(cast), handler(cast)
    receipt = applied(season)
    for act in (Act.COMPLETE, Act.ADMIT):
        assert handling.handle(season, [receipt.one.pk], act, "", by=by, **SAID) == []
    actions.announce(season, SHOWS, UNTIL, by=by, **SAID)
    found = applying.look_up(receipt.code.lower(), BORN, **FROM)
    second = timedelta(seconds=1)
    told = [queries.told(Application.objects.get(pk=found.pk), at) for at in (SHOWS - second, SHOWS)]
    assert [(one.papers, str(one.outcome)) for one in told] == [
        ("Đã nhận đủ giấy tờ", ""),
        ("Đã nhận đủ giấy tờ", "trung"),
    ]
    wrong = [refused(receipt.code, BORN + timedelta(1)), refused("AAAAABBBBB"), refused(receipt.code, at=UNTIL)]
    assert (len(set(wrong)), [one.split()[0] for one in wrong[0]]) == (1, ["R-ADM-15"])
    assert queries.by_digest(found.digest, UNTIL - second) == found
    assert queries.by_digest(found.digest, UNTIL) is None


def test_every_wrong_look_asks_the_database_the_same(cast: Cast, django_assert_num_queries: Any) -> None:
    receipt = applied(a_season(cast))
    seen = []
    for code, born in ((receipt.code, BORN + timedelta(1)), ("2345678ABC", BORN), ("", BORN)):
        with CaptureQueries() as asked:
            refused(code, born, address=f"10.3.{len(seen)}.1")
        seen.append([one for one in asked if "records_" in one])
    assert [len(one) for one in seen] == [2, 2, 2]


class CaptureQueries:
    """The statements of a block, without their values."""

    def __enter__(self) -> list[str]:
        self.asked: list[str] = []
        self.wrap = connection.execute_wrapper(self._note)
        self.wrap.__enter__()
        return self.asked

    def _note(self, execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        self.asked.append(sql)
        return execute(sql, params, many, context)

    def __exit__(self, *exc: object) -> None:
        self.wrap.__exit__(*exc)  # type: ignore[arg-type]


def test_a_code_made_anew_ends_the_one_before(cast: Cast) -> None:
    receipt = applied(a_season(cast))
    again = handling.renew_code(receipt.one, by=handler(cast), **SAID)
    assert applying.look_up(again.code, BORN, **FROM) == receipt.one
    assert refused(receipt.code)[0].startswith("R-ADM-15")
    with pytest.raises(Refused, match="giao việc tuyển sinh"):
        handling.renew_code(receipt.one, by=cast.sen, **SAID)


@pytest.mark.sqlite
def test_what_cannot_be_done_is_named_and_the_rest_is_done(cast: Cast) -> None:
    season, by = a_season(cast), handler(cast)
    first, other = (applied(season, number).one for number in (1, 2))
    handling.handle(season, [first.pk], Act.COMPLETE, "", by=by, **SAID)
    left = handling.handle(season, [first.pk, other.pk, 999_999], Act.ADMIT, "", by=by, **SAID)
    assert [(number, one.rule) for number, one in left] == [(other.pk, "R-ADM-14")]
    assert [one.key for one in queries.tally(season) if one.many] == ["moi", "trung"]
    assert [one.pk for one in queries.listed(season, "trung")] == [first.pk]
    assert [one.pk for one in queries.listed(season, "", f"tran thu {other.pk}")] == [other.pk]
    assert queries.alike(Application.objects.get(pk=first.pk)) == [other]
    with pytest.raises(Refused, match="giao việc tuyển sinh"):
        handling.handle(season, [first.pk], Act.REOPEN, "x", by=cast.sen, **SAID)


@pytest.mark.sqlite
def test_what_is_no_application_is_dropped_and_nothing_of_it_is_left(cast: Cast) -> None:
    """R-ADM-17; the record keeps its number, the season and why."""
    season, by = a_season(cast), handler(cast)
    false, kept = (applied(season, number).one for number in (1, 2))
    applying.send_papers(false, [SimpleUploadedFile("a.pdf", PDF)], **SAID)
    handling.handle(season, [kept.pk], Act.COMPLETE, "", by=by, **SAID)
    left = handling.handle(season, [false.pk, kept.pk], Act.FALSE, "", by=by, **SAID)
    assert [(number, one.rule) for number, one in left] == [(kept.pk, "R-ADM-17")]
    assert ([one.pk for one in Application.objects.all()], ApplicationPaper.objects.count()) == ([kept.pk], 0)
    line = JournalEntry.objects.get(verb="application_dropped")
    assert (line.subject_id, line.actor_id, line.data) == (false.pk, by.pk, {"season": season.pk, "act": "gia"})


def test_papers_are_scanned_counted_and_kept_by_what_they_are(cast: Cast) -> None:
    season = a_season(cast)
    one = applied(season).one
    handling.handle(season, [one.pk], Act.LACKING, "Khai sinh", by=handler(cast), **SAID)
    one.refresh_from_db()
    sent = [
        SimpleUploadedFile("Khai sinh bé Dụ.pdf", PDF),
        SimpleUploadedFile("a.exe", b"MZ khong phai"),
        SimpleUploadedFile("b.pdf", b"%PDF" + b"x" * (5 * 1024 * 1024)),
    ]
    told = applying.send_papers(one, sent, **SAID)
    assert [line.split(":")[0] for line in told] == ["a.exe", "b.pdf"]
    one.refresh_from_db()
    assert (one.papers, one.files.get().name, bytes(one.files.get().content)) == ("moi", "Khai sinh bé Dụ.pdf", PDF)
    with pytest.raises(Refused, match="nhiều nhất 6 tệp"):
        applying.send_papers(one, [SimpleUploadedFile(f"{n}.pdf", PDF) for n in range(6)], **SAID)
    assert "bé Dụ" not in str(list(JournalEntry.objects.values_list("data", flat=True)))


@pytest.mark.sqlite
@pytest.mark.parametrize(("fault", "said"), [(clamd.Silent("im"), "không trả lời"), (None, "mã độc")])
def test_nothing_is_taken_the_scanner_has_not_seen(
    cast: Cast, monkeypatch: pytest.MonkeyPatch, fault: Exception | None, said: str
) -> None:
    one = applied(a_season(cast)).one

    def ask(there: object, raw: bytes) -> str:
        if fault is not None:
            raise fault
        return "Eicar"

    monkeypatch.setattr(scanning, "scanner", lambda: ("127.0.0.1", 1))
    monkeypatch.setattr(scanning, "ask", ask)
    told = applying.send_papers(one, [SimpleUploadedFile("Tên em.pdf", PDF)], **SAID)
    assert ([said in line for line in told], one.files.count()) == ([True], 0)
    assert "Tên em" not in str(list(JournalEntry.objects.values_list("data", flat=True)))


def test_a_family_takes_its_application_back_and_nothing_is_left(cast: Cast) -> None:
    """R-ADM-16."""
    one = applied(a_season(cast)).one
    applying.send_papers(one, [SimpleUploadedFile("a.pdf", PDF)], **SAID)
    applying.withdraw(one, **SAID)
    applying.withdraw(one, **SAID)
    assert [model.objects.count() for model in (Application, ApplicationPaper, ApplicationStep)] == [0, 0, 0]
    assert JournalEntry.objects.filter(verb="application_withdrawn").count() == 1


def test_everything_goes_when_its_days_are_over_and_the_proof_stays(cast: Cast) -> None:
    season, by = a_season(cast), handler(cast)
    receipt = applied(season)
    applying.send_papers(receipt.one, [SimpleUploadedFile("a.pdf", PDF)], **SAID)
    actions.announce(season, SHOWS, UNTIL, by=by, **SAID)
    over = UNTIL + timedelta(days=180)
    actions.erase_what_is_over(over - timedelta(seconds=1))
    assert Application.objects.count() == 1
    for _ in range(2):
        actions.erase_what_is_over(over)
    run = AdmissionRun.objects.get()
    assert (run.erased_at, run.erased) == (over, {"applications": 1, "admitted": 0, "papers": 1})
    assert [model.objects.count() for model in (Application, ApplicationPaper, ApplicationStep)] == [0, 0, 0]
    lines = JournalEntry.objects.filter(verb="applications_erased")
    assert [(line.subject_id, line.data) for line in lines] == [(season.pk, run.erased)]
    with pytest.raises(Refused, match="đã xóa"):
        applied(season, 2)
    with pytest.raises(Refused, match="đã xóa"):
        actions.announce(season, SHOWS, UNTIL, by=by, **SAID)
    assert refused(receipt.code)[0].startswith("R-ADM-15")
