"""What somebody tries against families: consent taken back made to come back by old papers, an account whose rights are withdrawn,
numbers no calendar and no database knows (Luật 91/2025; Điều 15.3)."""

import io
import re
from typing import Any

import pytest
from django.test import Client

from portal.pupils.consents import actions, queries
from portal.pupils.consents.actions import Upon
from portal.pupils.consents.reading import HEAD
from portal.pupils.consents.rules import Answer, Purpose
from portal.pupils.models import Pupil, SchoolClass
from portal.pupils.roll import actions as roll
from portal.records.figures.blanks import BLANKS
from portal.records.models import FigureSheet
from tests.api.conftest import Caller
from tests.cast import NOW, Cast
from tests.files.pictures import picture
from tests.people.signing import signed_in
from tests.pupils.marks import book
from tests.pupils.rolls import NAMES, SAID, a_class
from tests.pupils.test_consents import PAPER, refused, say, yes

HUGE = str(10**30)


def family(cast: Cast, pupil: Pupil) -> None:
    roll.add_guardian(pupil, full_name="", relation="Bố", account=cast.phu, by=cast.minh, **SAID)


def agreed(*pupils: Pupil) -> frozenset[int]:
    return queries.consented([one.pk for one in pupils], Purpose.GROUP, NOW)


@pytest.fixture
def taken_back(cast: Cast) -> tuple[SchoolClass, Pupil, Pupil]:
    """A class of two who agreed upon one paper; the first family took it back."""
    room, (one, two) = a_class(cast, many=2)
    family(cast, one)
    say(room, yes(one), yes(two), by=cast.lan)
    actions.withdraw(one, [Purpose.GROUP], by=cast.phu, **SAID)
    return room, one, two


def test_what_was_taken_back_is_given_again_by_a_sheet_of_its_own(
    cast: Cast, taken_back: tuple[SchoolClass, Pupil, Pupil]
) -> None:
    room, one, two = taken_back
    only = Answer(two.pk, True, True, frozenset({Purpose.GROUP}))
    assert refused(room, yes(one), by=cast.lan) == ["R-CONS-09"]  # the class's paper again
    assert refused(room, yes(one), only, by=cast.lan, upon=Upon("tập phiếu số 13")) == ["R-CONS-09"]  # all ticked anew
    own = Answer(one.pk, True, True, frozenset(Purpose), " Tập phiếu SỐ 12 ")
    assert refused(room, own, only, by=cast.lan) == ["R-CONS-09"]
    nothing = Answer(one.pk, True, True)
    say(room, yes(one), nothing, by=cast.lan)  # said twice in one breath
    assert agreed(one, two) == {two.pk}
    say(room, Answer(one.pk, True, True, frozenset(Purpose), "phiếu 14"), only, by=cast.lan)
    assert agreed(one, two) == {one.pk, two.pk}
    actions.withdraw(one, [Purpose.GROUP], by=cast.phu, **SAID)
    say(room, yes(one), by=cast.lan, upon=Upon("phiếu 15"))  # he alone, upon another paper
    assert agreed(one) == {one.pk}


def test_a_sheet_downloaded_before_brings_nothing_back(
    cast: Cast, taken_back: tuple[SchoolClass, Pupil, Pupil]
) -> None:
    room, one, two = taken_back
    at, client = f"/noi-bo/hoc-sinh/lop/{room.pk}/dong-y/nhap/", signed_in(cast, "lan")
    old = [list(HEAD), *([each.code, "", *["x"] * 7, PAPER.paper] for each in (one, two))]
    shown = client.post(at, {"book": named(book({"Đồng ý": old}), "dong-y.xlsx")})
    words = shown.content.decode()
    assert (shown.status_code, "Em đã rút “Ảnh tập thể”" in words, "mang-theo" in words) == (422, True, False)
    old[1][-1] = "phiếu 14"
    shown = client.post(at, {"book": named(book({"Đồng ý": old}), "dong-y.xlsx")})
    carried = re.search(r'name="mang-theo" value="([^"]+)"', shown.content.decode())
    assert carried is not None
    assert client.post(at, {"mang-theo": carried[1]}).status_code == 302
    assert agreed(one, two) == {one.pk, two.pk}


def test_ticking_the_whole_class_leaves_out_what_was_taken_back(
    cast: Cast, taken_back: tuple[SchoolClass, Pupil, Pupil]
) -> None:
    room, one, two = taken_back
    at, client = f"/noi-bo/hoc-sinh/lop/{room.pk}/dong-y/", signed_in(cast, "lan")
    words = client.get(at, {"danh-dau": "1"}).content.decode()
    ticked = set(re.findall(r'name="((?:group|video)-\d+)"[^>]*\bchecked', words))
    assert ticked == {f"video-{one.pk}", f"group-{two.pk}", f"video-{two.pk}"}
    sent = {f"{purpose}-{pk}": "on" for pk in (one.pk, two.pk) for purpose in ("cha", "em", *Purpose)}
    seen = re.search(r'name="seen" value="(\d+)"', words)
    assert seen is not None
    again = client.post(at, {**sent, "dong": [one.pk, two.pk], "seen": seen[1], "paper": PAPER.paper})
    assert (again.status_code, "Em đã rút “Ảnh tập thể”" in again.content.decode(), agreed(one, two)) == (
        422,
        True,
        {two.pk},
    )


def test_a_family_whose_rights_are_withdrawn_is_shown_no_child(cast: Cast) -> None:
    _, (one,) = a_class(cast, many=1)
    family(cast, one)
    said = {}
    for when in ("before", "after"):
        answers = [signed_in(cast, "phu").get(at) for at in ("/tra-cuu/", "/tra-cuu/dong-y/")]
        said[when] = [NAMES[0] in one.content.decode() for one in answers]
        cast.suspend(cast.phu)
    assert said == {"before": [True, True], "after": [False, False]}


def named(data: bytes, name: str) -> io.BytesIO:
    file = io.BytesIO(data)
    file.name = name
    return file


def test_two_pupils_of_one_sheet_share_no_account(cast: Cast) -> None:
    head = ["Mã học sinh", "Họ và tên", "Ngày sinh", "Lớp", "Tài khoản học sinh"]
    rows = [[f"A{n}", NAMES[n], "09/02/2014", "6A1", "an"] for n in (0, 1)]
    answer = signed_in(cast, "minh").post(
        "/noi-bo/hoc-sinh/nhap/",
        {"year": 2026, "day": "2026-11-16", "file": named(book({"6A1": [head, *rows]}), "a.xlsx")},
    )
    words = answer.content.decode()
    assert (answer.status_code, "đã ghi cho em ở dòng 2" in words, "mang-theo" in words) == (422, True, False)


def test_years_no_calendar_knows_are_not_there(cast: Cast, client: Client) -> None:
    insider = signed_in(cast, "minh")
    asked = [(client, "/cong-khai/{}/"), (client, "/cong-khai/{}/9-2/"), (insider, "/noi-bo/cong-khai/{}/9-2/"),
             (insider, "/noi-bo/cong-khai/?nam={}"), (client, "/cong-khai/ket-qua/{}/ca-nam/")]  # fmt: skip
    said = {(at, year): who.get(at.format(year)).status_code for who, at in asked for year in ("0000", "9999")}
    assert set(said.values()) == {404}


def test_signs_that_only_look_like_numbers_break_no_form(cast: Cast) -> None:
    from portal.files.actions import store_picture

    room, _ = a_class(cast, many=1)
    shot = store_picture(picture(), title="x", alt="x", credit="", by=cast.lan, at=NOW, channel="test")
    sent: list[dict[str, Any]] = [
        {"seen": "pupils", "classes": ["²", str(room.pk)], "pupils": ["²", HUGE]},
        {"seen": "classes", "classes": [HUGE], "absent": ["٣", HUGE], "do": "save"},
    ]
    answers = [signed_in(cast, "lan").post(f"/viet/anh/{shot.pk}/?bai=²", one).status_code for one in sent]
    assert answers == [200, 422]


def test_small_groups_not_yet_kept_back_are_told_to_who_fills_the_form_alone(cast: Cast) -> None:
    (form,) = [code for code, blank in BLANKS.items() if code == "5.3"]
    sheet = next(one for one in BLANKS[form].sheets if one.private)
    row, column = next(iter(sheet.rows))[0], sheet.private[0]
    FigureSheet.objects.create(year=2026, code=form, cells={sheet.key: {row: {column: 2}}}, by=cast.minh, at=NOW)
    api = Caller(cast)
    told = {}
    for who in ("minh", "khoa"):
        (found,) = api.get(f"/disclosure-figures?year=2026&code={form}", cast.people[who]).json()["items"]
        told[who] = (found["writable"], {one["value"] for one in found["cells"]})
    assert told == {"minh": (True, {"", "2"}), "khoa": (False, {""})}
