"""The board as everyone may see it: office, person, paper, fields (Điều 7, 11.1)."""

from datetime import date, timedelta

from django.test import Client
from pytest_django.fixtures import DjangoAssertNumQueries

from portal.people.models import Appointment, Decision, FieldAssignment
from portal.people.rules import Office
from portal.website.queries import roster
from tests.cast import NOW, OLD, Cast


def test_the_roster_follows_the_appointments(cast: Cast, client: Client) -> None:
    rows = client.get("/ban-bien-tap/").context["rows"]
    assert [(row["office"], row["person"], row["fields"]) for row in rows] == [
        ("Trưởng ban", "Trần Thu Hà", []),
        ("Phó Trưởng ban", "Lê Phong", []),
        ("Ủy viên", "Phạm Thị Cúc", ["Chuyên môn"]),
        ("Ủy viên", "Đỗ Dũng", ["Đoàn – Đội"]),
        ("Thư ký", "Vũ Thị Sen", []),
        ("Quản trị viên hệ thống", "Bùi Trí", []),
    ]
    paper = Decision.objects.get()
    assert {(row["decision_number"], row["decision_date"]) for row in rows} == {(paper.number, paper.signed_on)}


def test_an_acting_head_is_named_with_his_paper_and_his_last_day(cast: Cast) -> None:
    paper = Decision.objects.create(
        number="51/QĐ", signed_on=date(2026, 11, 1), signer="Nguyễn Mậu Minh", subject="Phụ trách"
    )
    Appointment.objects.filter(person=cast.ha).update(ends=NOW)
    Appointment.objects.create(person=cast.phong, office=Office.ACTING_HEAD, decision=paper, starts=OLD,
                               ends=NOW + timedelta(days=10))  # fmt: skip
    first = roster(NOW)[0]
    assert (first["office"], first["acting"], first["person"], first["decision_number"]) == (
        "Trưởng ban",
        True,
        "Lê Phong",
        "51/QĐ",
    )
    assert first["until"] == NOW + timedelta(days=10) - timedelta(microseconds=1)
    assert roster(NOW - timedelta(seconds=1))[0]["person"] == "Trần Thu Hà"


def test_a_member_who_holds_a_school_office_is_named_with_it(cast: Cast) -> None:
    Appointment.objects.create(
        person=cast.ha, office=Office.VICE_PRINCIPAL, decision=Decision.objects.get(), starts=OLD
    )
    assert roster(NOW)[0]["title"] == "Phó Hiệu trưởng"


def test_the_roster_asks_a_fixed_number_of_questions(
    cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(2):
        roster(NOW)
    for person in (cast.lan, cast.khoa):
        Appointment.objects.create(person=person, office=Office.MEMBER, decision=Decision.objects.get(), starts=OLD)
        FieldAssignment.objects.create(person=person, field=cast.fields["vp"], assigned_by=cast.ha, starts=OLD)
    with django_assert_num_queries(2):
        assert len(roster(NOW)) == 8
