"""Faults over the API: the list, one with its places, saying how it ended."""

from collections.abc import Iterator
from typing import Any

import pytest

from portal.operations.models import Finding
from tests.api.conftest import Caller, api, problem
from tests.cast import Cast
from tests.operations.care.test_screen import fault

__all__ = ["api"]


def items(answer: Any) -> Iterator[tuple[str, str, int]]:
    return ((one["kind"], one["what"], one["many"]) for one in answer.json()["items"])


def test_the_list_is_the_boards_and_is_narrowed_as_on_the_screen(api: Caller, cast: Cast) -> None:
    fault(cast, paths=["/a/", "/b/", "/c/", "/d/"]), fault(cast, "hidden", "https://x.example/")
    assert list(items(api.get("/care/findings", cast.cuc))) == [
        ("hidden", "https://x.example/", 1), ("broken_inside", "/khong-co/", 4),
    ]  # fmt: skip
    assert list(items(api.get("/care/findings?kind=hidden&month=2026-11&state=all", cast.cuc))) == [
        ("hidden", "https://x.example/", 1)
    ]
    assert list(items(api.get("/care/findings?mine=true", cast.cuc))) == [("broken_inside", "/khong-co/", 4)]
    told = api.get("/care/findings?page_size=1&page=2", cast.tri).json()
    assert (told["total"], [len(one["places"]) for one in told["items"]]) == (2, [3])
    assert problem(api.get("/care/findings", cast.lan)) == (403, [("", "R-CARE-01")])
    assert problem(api.get("/care/findings?kind=khac&month=2026-13", cast.sen))[0] == 422
    assert problem(api.get("/care/findings/99999", cast.sen)) == (404, [])


def test_one_is_closed_with_a_sentence_and_only_once(api: Caller, cast: Cast) -> None:
    one = fault(cast, paths=["/a/", "/b/", "/c/", "/d/"])
    path = f"/care/findings/{one.pk}"
    assert [place["path"] for place in api.get(path, cast.sen).json()["places"]] == ["/d/", "/c/", "/b/", "/a/"]
    assert problem(api.post(f"{path}/close", cast.cuc, {"how": "Đã sửa"})) == (403, [("", "R-CARE-04")])
    assert problem(api.post(f"{path}/close", cast.sen, {"how": " "})) == (422, [("how", "R-CARE-05")])
    assert problem(api.post(f"{path}/close", cast.sen, {})) == (422, [("how", "")])
    told = api.post(f"{path}/close", cast.sen, {"how": "Đã sửa địa chỉ"}, decide=False).json()
    assert (told["state"], told["closed_by"], told["how"], told["many"]) == (
        "mended",
        "Vũ Thị Sen",
        "Đã sửa địa chỉ",
        4,
    )
    assert problem(api.post(f"{path}/close", cast.sen, {"how": "Lần nữa"})) == (409, [("", "R-CARE-06")])
    assert set(Finding.objects.get().places.values_list("gone_by", flat=True)) == {cast.sen.pk}


@pytest.mark.parametrize("whole", [True, False])
def test_a_fault_that_stays_says_why(api: Caller, cast: Cast, whole: bool) -> None:
    one = fault(cast)
    told = api.post(f"/care/findings/{one.pk}/close", cast.ha, {"how": "Trang mở tuần sau", "stays": whole}).json()
    assert (told["state"], list(one.places.values_list("gone_at", flat=True)) == [None]) == (
        ("waived", True) if whole else ("mended", False)
    )
