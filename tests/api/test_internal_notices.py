"""Internal notices by API: the same eyes and the same verbs as the screens (Điều 15.1)."""

from dataclasses import replace
from typing import Any

from portal.intranet.models import InternalNotice
from tests.api.conftest import Caller, problem
from tests.cast import Cast
from tests.intranet.test_notices import HEARD, put_up


def test_a_notice_is_listed_confirmed_and_reminded_of(api: Caller, cast: Cast) -> None:
    up = put_up(cast)
    found = api.get("/internal-notices?waiting=true", cast.khoa).json()
    assert [(one["title"], one["to"], one["waits"], one["hash"]) for one in found["items"]] == [
        ("Nộp sổ đầu bài", ["Toàn trường"], True, up.hash)
    ]
    stale = api.post(f"/internal-notices/{up.pk}/confirm", cast.khoa, {"hash": "khac"})
    assert problem(stale) == (409, [("", "R-NOTICE-07")])
    done = api.post(f"/internal-notices/{up.pk}/confirm", cast.khoa, {"hash": up.hash}).json()
    assert (done["waits"], api.get("/internal-notices?waiting=true", cast.khoa).json()["total"]) == (False, 0)
    readers = api.get(f"/internal-notices/{up.pk}/readers", cast.sen).json()
    assert (readers["total"], [one["name"] for one in readers["items"] if one["state"] == "done"]) == (8, ["Đặng Khoa"])
    assert api.post(f"/internal-notices/{up.pk}/remind", cast.sen).json() == {"reminded": 7}


def test_outsiders_find_nothing_and_staff_begin_a_draft(api: Caller, cast: Cast) -> None:
    up = put_up(cast)
    asked = [api.get(path, cast.phu).status_code for path in ("/internal-notices", f"/internal-notices/{up.pk}")]
    wanted = {"title": "Họp tổ", "words": "Chiều thứ Sáu.", "everyone": True}
    answers = [api.post("/internal-notices", who, wanted).status_code for who in (cast.phu, cast.vy, cast.lan)]
    assert (asked, answers) == ([404, 404], [404, 404, 201])
    assert InternalNotice.objects.get(title="Họp tổ").live is False


def test_a_page_of_three_costs_what_a_page_of_one_costs(
    api: Caller, cast: Cast, django_assert_num_queries: Any
) -> None:
    api.secret(cast.sen)
    for many in (1, 2):
        for number in range(many):
            put_up(cast, replace(HEARD, title=f"Thông báo {many} {number}"))
        with django_assert_num_queries(COST):
            total = api.get("/internal-notices", cast.sen).json()["total"]
    assert total == 3


COST = 20
