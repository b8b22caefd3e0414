"""A whole year reckoned from its two terms, looked at and taken like a workbook, told to each family alone."""

from datetime import timedelta

import pytest
from django.test import Client

from portal.base import clock
from portal.base.refused import Refused
from portal.pupils.models import Pupil, Result, ResultImport, ResultPeriod, SchoolClass
from portal.pupils.results import actions, bringing, queries
from tests.cast import NOW, Cast
from tests.pupils import marks
from tests.pupils.marks import SAID, a_class, brought, keeper

ROOM, Term = "/noi-bo/ket-qua/", ResultPeriod.Term


def a_term(cast: Cast, term: int) -> ResultPeriod:
    return actions.begin_period(2026, term, by=keeper(cast), **SAID)


def a_year(cast: Cast, many: int = 3) -> tuple[list[Pupil], ResultPeriod]:
    """A class with both terms of all but its last pupil, who came in the second; and the year, which is empty yet."""
    pupils = a_class(cast, many)
    brought(cast, a_term(cast, Term.FIRST), marks.smas(pupils[:-1], "8.4"))
    brought(cast, a_term(cast, Term.SECOND), marks.smas(pupils, "9.5", toan="3.0"))
    return pupils, a_term(cast, Term.YEAR)


def test_a_year_is_reckoned_from_both_terms_looked_at_and_taken_like_a_workbook(cast: Cast, client: Client) -> None:
    _, year = a_year(cast)
    clock.set_to(NOW, freeze=True)
    client.force_login(keeper(cast))
    assert "Tính từ hai học kỳ" in client.get(f"{ROOM}{year.pk}/").content.decode()
    staged = client.post(f"{ROOM}{year.pk}/", {"viec": "tinh"})["Location"]
    assert "<b>2</b> học sinh đọc được" in client.get(staged).content.decode()
    client.post(staged, {"viec": "nhap"})
    bringing.take_pieces(ResultImport.objects.latest("pk").pk, "test")
    told = {
        row.pupil.code: (row.marks["toan"], row.marks["van"], row.marks["gdtc"], row.study, row.conduct, row.award, row.absent)
        for row in Result.objects.filter(period=year, current=True).select_related("pupil")
    }  # fmt: skip
    assert told == {
        "HS0001": (
            "4.8",
            "9.1",
            "Đ",
            "K",
            "T",
            "",
            "2",
        ),  # mathematics alone pulled it down by two levels: one up again
        "HS0002": ("9.1", "9.1", "Đ", "T", "T", "Học sinh Xuất sắc", "2"),
    }
    client.force_login(cast.lan)
    page = client.get(f"{ROOM}{year.pk}/lop/{SchoolClass.objects.get().pk}/").content.decode()
    assert (page.count("<td>Lên lớp</td>"), "<b>Cuối năm</b> lên lớp 2" in page) == (2, True)


def test_a_family_reads_how_the_year_ended(cast: Cast, client: Client) -> None:
    pupils, year = a_year(cast)
    kept = bringing.reckon_year(year, by=keeper(cast), **SAID)
    bringing.take(kept, past_faults=False, by=keeper(cast), **SAID)
    bringing.take_pieces(kept.pk, "test")
    actions.set_window(year, NOW - timedelta(days=1), NOW + timedelta(days=1), by=keeper(cast), **SAID)
    Pupil.objects.filter(pk=pupils[1].pk).update(account=cast.an)
    clock.set_to(NOW, freeze=True)
    client.force_login(cast.an)
    page = client.get("/tra-cuu/").content.decode()
    assert [words in page for words in ("<dd>Được lên lớp</dd>", "Học sinh Xuất sắc", "9,1", "8,4")] == [
        True,
        True,
        True,
        False,
    ]
    Result.objects.filter(period=year, pupil=pupils[1]).update(absent="46")
    assert [queries.year_end(one) for _, told in queries.own(cast.an, NOW) for one in told] == ["Không được lên lớp"]


@pytest.mark.sqlite
def test_no_term_is_reckoned_and_no_year_nobody_has_both_terms_of(cast: Cast, client: Client) -> None:
    """R-RESULT-13."""
    first, year = a_term(cast, Term.FIRST), a_term(cast, Term.YEAR)
    for period in (first, year):
        with pytest.raises(Refused) as refused:
            bringing.reckon_year(period, by=keeper(cast), **SAID)
        assert [one.rule for one in refused.value.refusals] == ["R-RESULT-13"]
    with pytest.raises(Refused) as refused:
        bringing.reckon_year(year, by=cast.lan, **SAID)
    assert [one.rule for one in refused.value.refusals] == ["R-RESULT-01"]
    clock.set_to(NOW, freeze=True)
    client.force_login(keeper(cast))
    assert "Chưa em nào có đủ" in client.post(f"{ROOM}{year.pk}/", {"viec": "tinh"}, follow=True).content.decode()
    assert "Tính từ hai học kỳ" not in client.get(f"{ROOM}{first.pk}/").content.decode()


@pytest.mark.sqlite
def test_a_title_that_is_not_as_the_circular_reckons_is_told_and_kept_as_written(cast: Cast) -> None:
    pupils, year = a_class(cast, 2), a_term(cast, Term.YEAR)
    sheet = marks.smas(pupils, "9.2")
    kept = bringing.stage(year, sheet, "ca-nam.xlsx", by=keeper(cast), **SAID)
    reading = queries.read(kept)
    assert ([line.award for line in reading.lines], reading.odd) == (["Học sinh Xuất sắc"] * 2, [])
    kept.refresh_from_db()
    kept.sheets[0]["rows"][0][-2] = "Học sinh giỏi"
    reading = queries.read(kept)
    assert ([line.award for line in reading.lines], [one.words for one in reading.odd]) == (
        ["Học sinh giỏi", "Học sinh Xuất sắc"],
        ["bảng ghi “Học sinh giỏi”, tính theo TT 22/2021 là Học sinh Xuất sắc"],
    )
