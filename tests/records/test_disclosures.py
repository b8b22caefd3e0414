"""What the school discloses, from who answers for it to the proof that it was up (R-DISC-01 … R-DISC-18)."""

from datetime import date, datetime, timedelta

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from portal.approval import actions as approval
from portal.approval.models import Approval
from portal.base.models import JournalEntry
from portal.base.refused import Refused
from portal.desk.actions.disclosures import paper_of_disclosures, watch_disclosures
from portal.desk.models import Letter
from portal.files import actions as files
from portal.files.models import Attachment, Exposure
from portal.files.queries import is_public
from portal.people.models import NamedDuty, Person
from portal.people.rules import Duty
from portal.records.disclosures import actions, queries
from portal.records.disclosures.actions import Given
from portal.records.disclosures.terms_rules import State
from portal.records.models import Disclosure, DisclosureCharge
from tests.cast import NOW, Cast

SAID = {"channel": "test"}
YEAR = 2026
TABLE = {
    "caption": "Thu năm 2025",
    "head": ["Nguồn", "Số tiền (đồng)"],
    "rows": [["Ngân sách", "4.200.000.000"], ["Học phí", "0"]],
}
DAY = timedelta(days=1)


def given(words: str = "Trường có bốn nguồn thu.", change: str = "") -> Given:
    return Given(words, [TABLE], change)


def pdf(by: Person, name: str) -> Attachment:
    return files.store_attachment(
        ContentFile(b"%PDF-1.4 " + name.encode(), f"{name}.pdf"), title=name, by=by, at=NOW, channel="test"
    )


def disclosed(cast: Cast, code: str = "5.1", at: datetime = NOW, words: str = "Trường có bốn nguồn thu.") -> Disclosure:
    """A point that went its whole way, by the Secretary's hand and the Head's decision."""
    draft = actions.write(YEAR, code, given(words), by=cast.sen, at=at, **SAID)
    return cast.up(draft, cast.sen, at)


def row(code: str = "5.1", at: datetime = NOW) -> queries.Row:
    return queries.checklist(YEAR, at, code)[0]


def refused(call: object, *args: object, **more: object) -> list[str]:
    with pytest.raises(Refused) as caught:
        call(*args, **more)  # type: ignore[operator]
    return [one.rule for one in caught.value.refusals]


def test_a_point_goes_from_nothing_to_proof_by_row_six(cast: Cast) -> None:
    assert row().stands.state is State.MISSING
    actions.charge(YEAR, "5.1", cast.lan, by=cast.minh, at=NOW, **SAID)
    page = actions.write(YEAR, "5.1", given(), [pdf(cast.lan, "bao cao")], by=cast.lan, at=NOW, **SAID)
    assert (row().stands.state, row().person, page.public_address) == (State.DRAFTED, cast.lan, "/cong-khai/2026/5-1/")
    standing = approval.submit(page, by=cast.lan, at=NOW, channel="test")
    assert (standing.route.row, [step.kind.value for step in standing.route.steps]) == (6, ["secretary", "leader"])
    assert row().stands.state is State.WAITING
    cast.decide(page, "approve", cast.sen)
    cast.decide(page, "approve", cast.ha)
    shown = Disclosure.objects.get(pk=page.pk)
    proof = queries.proof_of(shown)
    assert proof is not None
    approved = Approval.objects.get(page=page.pk)
    assert (proof.at, proof.by, proof.hash) == (NOW, "Trần Thu Hà", approved.hash)
    assert (row().stands.state, row().keep_until) == (State.UP, date(2031, 11, 16))
    assert Exposure.objects.get(holder_id=page.pk).attachment_id == shown.papers[0]


def test_who_does_not_answer_for_it_does_not_write_it(cast: Cast) -> None:
    assert refused(actions.write, YEAR, "5.1", given(), by=cast.lan, at=NOW, **SAID) == ["R-DISC-03"]
    assert refused(actions.write, YEAR, "7.1", given(), by=cast.sen, at=NOW, **SAID) == ["R-DISC-04"]
    assert refused(actions.charge, YEAR, "5.1", cast.lan, by=cast.lan, at=NOW, **SAID) == ["R-DISC-01"]
    assert refused(actions.charge, YEAR, "5.1", cast.vy, by=cast.minh, at=NOW, **SAID) == ["R-DISC-02"]
    NamedDuty.objects.create(person=cast.lan, duty=Duty.ACCOUNTANT, named_by=cast.minh, starts=NOW - DAY)
    actions.write(YEAR, "5.1", given(), by=cast.lan, at=NOW, **SAID)
    assert refused(actions.write, YEAR, "8.1", given(), by=cast.lan, at=NOW, **SAID) == ["R-DISC-03"]


def test_what_was_begun_is_written_on_by_whoever_answers_next(cast: Cast) -> None:
    actions.charge(YEAR, "8.1", cast.lan, by=cast.minh, at=NOW, **SAID)
    page = actions.write(YEAR, "8.1", given("Nháp"), by=cast.lan, at=NOW, **SAID)
    actions.charge(YEAR, "8.1", cast.khoa, by=cast.sen, at=NOW + DAY, **SAID)
    again = actions.write(YEAR, "8.1", given("Viết tiếp"), by=cast.khoa, at=NOW + DAY, **SAID)
    assert (again.pk, cast.case(page).authors) == (page.pk, [cast.khoa.pk])
    held = DisclosureCharge.objects.order_by("pk").values_list("person", "ends")
    assert list(held) == [(cast.lan.pk, NOW + DAY), (cast.khoa.pk, None)]
    told = JournalEntry.objects.filter(verb="disclosure_charged").values_list("rule", "actor_id")
    assert list(told) == [("R-DISC-01", cast.minh.pk), ("R-DISC-01", cast.sen.pk)]


def test_amendments_stand_beside_the_old_and_its_files_stay_open(cast: Cast) -> None:
    old = pdf(cast.sen, "ban dau")
    draft = actions.write(YEAR, "5.1", given(), [old], by=cast.sen, at=NOW, **SAID)
    page = cast.up(draft, cast.sen, NOW)
    new = pdf(cast.sen, "ban sau")
    actions.write(YEAR, "5.1", given("Năm nguồn thu.", "Thêm nguồn tài trợ"), [new], by=cast.sen, at=NOW + DAY, **SAID)
    cast.up(page, cast.sen, NOW + DAY)
    shown = Disclosure.objects.get(pk=page.pk)
    versions = [(one.number, one.in_force, one.sealed, one.words.words) for one in shown.versions()]
    assert versions == [(1, False, False, "Trường có bốn nguồn thu."), (2, True, False, "Năm nguồn thu.")]
    assert set(Exposure.objects.filter(holder_id=page.pk).values_list("attachment_id", flat=True)) == {old.pk, new.pk}
    client = Client()
    assert "Trường có bốn nguồn thu." in client.get("/cong-khai/2026/5-1/ban/1/").content.decode()
    assert "Thêm nguồn tài trợ" in client.get("/cong-khai/2026/5-1/").content.decode()
    assert is_public(old, NOW + DAY)
    assert row(at=NOW + DAY).first_up == NOW  # the proof is of the first


def test_only_privacy_takes_it_down_before_five_years_and_a_redacted_version_is_due(cast: Cast) -> None:
    page = disclosed(cast)
    by = {"reason": "Sai", "by": cast.ha, "channel": "test"}
    late = datetime.combine(date(2031, 11, 15), datetime.max.time(), NOW.tzinfo)
    assert refused(approval.withdraw, page, ground="error", at=late, **by) == ["R-DISC-08"]
    approval.withdraw(page, ground="privacy", at=NOW + DAY, **by)
    found = row(at=NOW + DAY)
    assert (found.stands.state, found.stands.due) == (State.DRAFTED, date(2026, 12, 1))
    assert row(at=NOW + 16 * DAY).stands.state is State.LATE
    actions.write(YEAR, "5.1", given("Đã che tên."), by=cast.sen, at=NOW + 2 * DAY, **SAID)
    cast.up(page, cast.sen, NOW + 2 * DAY)
    client = Client()
    answers = [client.get(f"/cong-khai/2026/5-1/{path}").status_code for path in ("", "ban/1/", "ban/2/")]
    assert (answers, row(at=NOW + 16 * DAY).stands.state) == ([200, 404, 200], State.UP)
    approval.withdraw(Disclosure.objects.get(pk=page.pk), ground="expired", at=NOW.replace(year=2031), **by)


def test_what_changed_is_owed_until_a_new_version_is_up(cast: Cast) -> None:
    page = disclosed(cast)
    assert refused(actions.tell_change, page, None, "", by=cast.sen, at=NOW, **SAID) == ["R-DISC-09", "R-DISC-09"]
    later = NOW + DAY
    actions.tell_change(page, later.date(), "Mức thu mới", by=cast.sen, at=later, **SAID)
    assert (row(at=later).stands.state, row(at=later).stands.due) == (State.UP, date(2026, 12, 1))
    assert row(at=NOW + 20 * DAY).stands.state is State.LATE
    actions.write(YEAR, "5.1", given("Mức thu mới."), by=cast.sen, at=later + DAY, **SAID)
    cast.up(page, cast.sen, later + DAY)
    assert row(at=NOW + 20 * DAY).stands.state is State.UP


def test_a_copy_on_the_notice_board_has_its_minutes(cast: Cast) -> None:
    page = disclosed(cast)
    said = (NOW.date(), "Bảng tin cổng trường", ["Lê Phong, Phó Hiệu trưởng", "Hoàng Lan, Ban đại diện"])
    posting = actions.post(page, *said, by=cast.sen, at=NOW, **SAID)
    assert (posting.until, posting.version) == (date(2027, 2, 13), 1)
    off = {"by": cast.sen, "at": NOW + 91 * DAY, "channel": "test"}
    assert refused(actions.take_off, posting, date(2027, 2, 13), **off) == ["R-DISC-18"]
    assert actions.take_off(posting, date(2027, 2, 14), **off).removed_by == cast.sen
    assert refused(actions.post, page, None, "", [], by=cast.sen, at=NOW, **SAID) == ["R-DISC-17"] * 3


def test_tables_made_elsewhere_leave_the_words(cast: Cast) -> None:
    actions.write(YEAR, "5.4", Given("Có hai quỹ."), by=cast.sen, at=NOW, **SAID)
    page = actions.set_tables(YEAR, "5.4", [TABLE], by=cast.sen, at=NOW, **SAID)
    assert (page.words, page.tables) == ("Có hai quỹ.", [TABLE])


def _asked(client: Client, path: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert client.get(path).status_code == 200
    return len(asked)


@pytest.mark.parametrize("path", ["/cong-khai/", "/cong-khai/2026/", "/noi-bo/cong-khai/?nam=2026"])
def test_a_list_asks_as_much_of_one_as_of_three(cast: Cast, path: str) -> None:
    client = Client()
    client.force_login(cast.lan)
    disclosed(cast)
    client.get(path)
    one = _asked(client, path)
    disclosed(cast, "5.2"), disclosed(cast, "8.1")
    assert _asked(client, path) == one


def test_whoever_answers_is_reminded_once_a_mark_and_the_board_the_day_after(cast: Cast) -> None:
    for code in ("5.1", "5.2"):
        actions.charge(YEAR, code, cast.lan, by=cast.minh, at=NOW, **SAID)
    due = datetime(2027, 6, 30, 9, tzinfo=NOW.tzinfo)
    told = {days: watch_disclosures(due - timedelta(days=days)) for days in (15, 14, 13, 3, 0, -1, -2, -9)}
    assert told == {
        15: 0,
        14: 3,
        13: 0,
        3: 3,
        0: 0,
        -1: 4,
        -2: 0,
        -9: 0,
    }  # Lan; Principal and Secretary for what nobody has; the Head
    mine = Letter.objects.filter(person=cast.lan).order_by("pk")
    assert [one.kind for one in mine] == ["reminder", "reminder", "escalation"]
    line = JournalEntry.objects.get(pk=mine[1].line)
    paper = paper_of_disclosures(mine[1], line, due)
    assert paper is not None
    assert (paper.subject, line.rule) == ("Nhắc: 2 mục công khai, hạn hết ngày 30/6/2027", "R-DISC-16")
    disclosed(cast, "5.1"), disclosed(cast, "5.2")
    assert paper_of_disclosures(mine[1], line, due) is None
