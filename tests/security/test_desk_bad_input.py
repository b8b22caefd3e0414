"""Numbers no calendar and no database knows are wrong numbers on the desk, not broken pages."""

import pytest

from portal.people.models import Absence
from portal.plan.models import PlanEntry
from tests.cast import Cast
from tests.people.signing import signed_in

HUGE = "9" * 5000


@pytest.mark.parametrize("month", [f"{HUGE}-01", f"2026-{HUGE}", "²-1", "9999-12", "2026-13"])
def test_a_month_that_is_none_shows_this_month(cast: Cast, month: str) -> None:
    answers = [
        signed_in(cast, "lan").get(path, {"thang": month}) for path in ("/ke-hoach/lich/", "/ke-hoach/lich/bang-tinh/")
    ]
    assert [answer.status_code for answer in answers] == [200, 200]
    assert "lich-2026-11" in answers[1]["Content-Disposition"]


@pytest.mark.parametrize("sent", [{"bai": HUGE}, {"bo": HUGE}, {"bai": "²"}, {"bo": "٣" * 40}])
def test_a_number_that_is_none_takes_nothing_out_of_the_basket(cast: Cast, sent: dict[str, str]) -> None:
    assert signed_in(cast, "ha").post("/viec/duyet-cung-luot/", sent).status_code == 302


@pytest.mark.parametrize("asked", [{"since": "0001-01-01"}, {"until": "9999-12-31"}])
def test_a_day_off_the_calendar_narrows_nothing(cast: Cast, asked: dict[str, str]) -> None:
    cast.article(cast.lan, title="Một bài")
    ha = signed_in(cast, "ha")
    page = ha.get("/viec/tat-ca/", asked)
    assert (page.status_code, page.context["count"], ha.get("/viec/tat-ca/bang-tinh/", asked).status_code) == (
        200,
        5,
        200,
    )
    assert "Năm chưa đúng" in page.content.decode()


@pytest.mark.parametrize(("starts", "ends"), [("2026-11-01", "9999-12-31"), ("0001-01-01", "2026-12-31")])
def test_one_slip_in_a_year_does_not_break_the_calendar_of_the_whole_school(cast: Cast, starts: str, ends: str) -> None:
    sen = signed_in(cast, "sen")
    before = PlanEntry.objects.count()
    typed = {"title": "Gõ nhầm năm", "starts": starts, "ends": ends}
    assert sen.post(f"/ke-hoach/{cast.entry.plan_id}/them/", typed).status_code == 422
    assert sen.post("/ke-hoach/lap/", typed).status_code == 422
    assert PlanEntry.objects.count() == before
    typed = {"person": cast.lan.pk, "due_on": ends if ends.startswith("9") else starts}
    assert sen.post(f"/ke-hoach/viec/{cast.entry.pk}/giao/", typed).status_code == 422
    assert sen.get("/ke-hoach/lich/").status_code == 200


@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01"])
def test_an_absence_until_a_day_off_the_calendar_is_refused_at_its_field(cast: Cast, day: str) -> None:
    lan = signed_in(cast, "lan")
    away = lan.post("/nhan-su/vang-mat/moi/", {"until": "hom-nay", "last_day": day})
    later = lan.post("/nhan-su/vang-mat/", {"starts": f"{day}T00:00", "ends": ""})
    assert (away.status_code, later.status_code, Absence.objects.count()) == (422, 422, 0)


@pytest.mark.parametrize(
    "path", ["/viec/{}/", "/viec/{}/nhat-ky/", "/viec/{}/duyet/", "/viet/{}/", "/ke-hoach/viec/{}/"]
)
@pytest.mark.parametrize("number", [2**31, 2**63, 2**70])
def test_a_number_no_item_can_have_is_not_found(cast: Cast, path: str, number: int) -> None:
    assert signed_in(cast, "sen").get(path.format(number)).status_code == 404


@pytest.mark.parametrize("path", ["/viet/nhanh/", "/viet/nhanh/goi-y/"])
def test_a_genre_that_is_none_is_said_at_its_field(cast: Cast, path: str) -> None:
    answer = signed_in(cast, "lan").post(path, {"text": "Tin ngắn", "genre": "khong-co"})
    assert answer.status_code == (422 if path == "/viet/nhanh/" else 200)


@pytest.mark.parametrize(
    "path",
    [f"/ke-hoach/lich/?{name}=khong%00co" for name in ("nguoi", "linh-vuc")]
    + [f"/viec/no-bai/?{name}=khong%00co" for name in ("nguoi", "linh-vuc", "don-vi")]
    + ["/nhan-su/khong%00co/"],
)
def test_a_name_with_a_zero_in_it_is_nobodys(cast: Cast, path: str) -> None:
    assert signed_in(cast, "tri").get(path).status_code == 404


@pytest.mark.parametrize("path", ["/nhan-su/uy-nhiem/", "/nhan-su/uy-nhiem/moi/"])
@pytest.mark.parametrize("number", ["9223372036854775808", "9" * 5000, "a"])
def test_a_field_that_is_none_is_said_at_its_field(cast: Cast, path: str, number: str) -> None:
    typed = {"to": cast.dung.pk, "fields": number, "until": "hom-nay", "number": "1/UN"}
    assert signed_in(cast, "ha").post(path, typed).status_code == 422
