"""Pupils' figures that were amended: no stranger sets one state beside another (R-DISC-19 to -21; Luật 91/2025)."""

from collections.abc import Sequence
from datetime import date, timedelta
from io import BytesIO

import pytest
from django.http import HttpRequest
from django.test import Client
from openpyxl import load_workbook

from portal.approval import actions as approval
from portal.base.models import JournalEntry
from portal.base.official.paper import Signature
from portal.base.refused import Refused
from portal.files.queries import is_public
from portal.records.disclosures import actions as disclosures
from portal.records.disclosures.actions import Given
from portal.records.disclosures.amended_rules import (
    counted_in,
    files_shut,
    has_no_counts,
    is_remade,
    note_has_no_counts,
    of_pupils,
    readable,
    readable_words,
)  # fmt: skip
from portal.records.disclosures.api import disclosure as told_to_programs
from portal.records.disclosures.findable import _touched, _words
from portal.records.disclosures.papers import copy_of, the_school
from portal.records.disclosures.queries import checklist
from portal.records.disclosures.rules import Table, may_take_off
from portal.records.figures.queries import results
from portal.records.figures.report import report
from portal.records.models import Disclosure, Outcome
from portal.records.outcomes import actions as outcomes
from portal.records.outcomes.rules import Cell, Kind, Term, Who
from tests.cast import NOW, Cast
from tests.records.test_disclosures import pdf
from tests.records.test_outcome_rules import WHOLE

DAY = timedelta(days=1)
OLD = {"caption": "Kết quả học tập", "head": ["Khối", "Tốt"], "rows": [["Khối 6", "40"]]}
NOW_UP = {**OLD, "rows": [["Khối 6", "41"]]}
RENAMED = {**OLD, "caption": "Bảng 2", "head": ["Khối", "Tốt", "Khá", "Đạt", "Chưa đạt"]}
SIZES = {"caption": "Học sinh theo khối", "head": ["Khối", "Số học sinh"], "rows": [["Khối 6", "120"]]}


@pytest.mark.parametrize(
    ("code", "tables", "up", "newer", "staff", "left"),
    [
        ("5.1", [SIZES], [], True, False, [SIZES]),  # money of the school counts no pupil
        ("9.2", [SIZES, OLD], [], False, False, [SIZES, OLD]),  # no other state is up
        ("9.2", [SIZES, OLD], [], True, False, []),  # a newer version stands beside it
        ("5.3", [SIZES], [], True, False, []),
        ("9.2", [SIZES, OLD], [NOW_UP], True, True, [SIZES, OLD]),
        ("9.2", [SIZES, OLD], [OLD], False, False, [SIZES, OLD]),  # the very figures that are up
        ("9.2", [SIZES, OLD], [NOW_UP], False, False, [SIZES]),  # a copy from before the term was amended
        ("9.2", [{**OLD, "caption": " kết quả HỌC TẬP"}], [NOW_UP], False, False, []),
        ("9.2", [RENAMED], [NOW_UP], False, False, []),
        ("5.3", [OLD], [NOW_UP], False, False, [OLD]),
    ],
)
def test_of_pupils_figures_one_state_is_readable(
    code: str, tables: list[Table], up: list[Table], newer: bool, staff: bool, left: list[Table]
) -> None:
    assert readable(code, tables, up, newer=newer, staff=staff) == left
    assert [one for one in ("5.1", "5.3", "8.1", "8.2", "9.2", "14") if of_pupils(one)] == ["5.3", "9.2"]


def test_a_copy_of_pupils_figures_comes_off_the_board_once_a_newer_version_is_up() -> None:
    early, until = date(2026, 11, 16), date(2027, 2, 13)
    assert may_take_off(until, early, NOW, hanging=True) is not None
    assert may_take_off(until, early, NOW, hanging=True, replaced=True) is None


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Kết quả giáo dục năm học 2024–2025, số liệu tổng hợp toàn trường.", ""),
        ("Trường đạt chuẩn quốc gia; 42 giáo viên dạy 18 lớp, 2 buổi/ngày, từ 5/9/2026.", ""),
        ("Các em học tốt, nề nếp; số liệu ở bảng dưới.", ""),
        ("Khối 6 có 3 em chưa đạt.", "3 em"), ("Tốt: 41; khá: 52.", "Tốt: 41"), ("41 Tốt, còn lại khá.", "41 Tốt"),
        ("Tỷ lệ khá trở lên 97,6%.", "97,6%"), ("Chỉ hai học sinh ở lại lớp.", "hai học sinh"), ("Có năm em chuyển đi.", "năm em"),
        ("1.204 học sinh", "1.204 học sinh"), ("Nữ: 12", "Nữ: 12"),
    ],
)  # fmt: skip
def test_words_that_count_pupils_are_refused_and_told_why(words: str, found: str) -> None:
    """R-DISC-20, R-OUT-06."""
    assert counted_in(words) == found
    refusals = [one for code in ("9.2", "5.3", "5.1") for one in has_no_counts(code, words)]
    assert [(one.rule, one.field) for one in refusals] == [("R-DISC-20", "words")] * (2 if found else 0)
    seen = [readable_words("9.2", words, newer=newer, staff=staff) for newer, staff in ((1, 0), (1, 1), (0, 0))]
    assert seen == ["" if found else words, words, words]
    assert readable_words("5.1", words, newer=True) == words
    assert [one.rule for one in note_has_no_counts(words)] == (["R-OUT-06"] if found else [])


def test_a_file_of_results_is_shut_once_they_are_amended_and_does_not_come_again() -> None:
    """R-DISC-21."""
    assert [files_shut("9.2", NOW, amended) for amended in ([], [NOW], [NOW - DAY], [NOW - DAY, NOW + DAY])] == [
        False, False, False, True,
    ]  # fmt: skip
    assert files_shut("5.3", NOW, [NOW + DAY]) is False
    refused = is_remade({"a", "b"}, {"b"})
    assert (refused and refused.rule, is_remade({"a"}, {"b"}), is_remade(set(), {"b"})) == ("R-DISC-21", None, None)


def test_the_file_of_results_amended_since_is_shut_at_once_and_a_new_version_is_due(cast: Cast) -> None:
    term_up(cast)
    page, stranger = point_up(cast, results(2025), "Lời."), Client()
    file = page.attached()[0]
    assert (is_public(file, NOW), checklist(2026, NOW, "9.2")[0].stands.due) == (True, None)
    board = {"by": cast.sen, "channel": "test"}
    hung = disclosures.post(page, NOW.date(), "Bảng tin", ["Lê Phong", "Hoàng Lan"], at=NOW, **board)
    with pytest.raises(Refused, match="còn phải treo"):
        disclosures.take_off(hung, NOW.date(), at=NOW, **board)
    term_up(cast, 1)
    assert disclosures.take_off(hung, (NOW + DAY).date(), at=NOW + DAY, **board).removed_by == cast.sen
    stands = checklist(2026, NOW + DAY, "9.2")[0].stands
    assert (stands.due, stands.why) == (date(2026, 12, 1), "bản mới, vì nội dung đã thay đổi")  # ten working days
    assert (is_public(file, NOW + DAY), stranger.get(file.url).status_code) == (False, 404)
    shown = stranger.get(page.public_address).content.decode()
    assert (f'href="{file.url}"' in shown, "R-DISC-21" in shown, "không mở nữa" in shown) == (False, False, True)
    assert told_to_programs(HttpRequest(), page.pk)["files"] == []
    page = Disclosure.objects.select_related("case").get(pk=page.pk)
    assert file.title not in f"{copy_of(page, Signature('Hiệu trưởng', '')).body}"

    told = {"by": cast.sen, "at": NOW + 2 * DAY, "channel": "test"}
    draft = disclosures.write(2026, "9.2", Given("Lời.", results(2025)), **told)
    with pytest.raises(Refused, match="thay bằng tệp lập theo số liệu mới"):
        approval.submit(draft, **told)
    newer = point_up(cast, results(2025), "Lời.", 2)
    assert [is_public(one, NOW + 2 * DAY) for one in (file, newer.attached()[0])] == [False, True]
    assert checklist(2026, NOW + 2 * DAY, "9.2")[0].stands.due is None


def term_up(cast: Cast, moved: int = 0) -> Outcome:
    """The year's results up; `moved` pupils of grade 6 from the second level to the first."""
    at, told = NOW + moved * DAY, {"by": cast.minh, "channel": "test"}
    counts = WHOLE | {
        Cell(Kind.LEARNING, 6, Who.ALL, "T"): 40 + moved,
        Cell(Kind.LEARNING, 6, Who.ALL, "K"): 50 - moved,
    }
    page = Outcome.objects.filter(year=2025).first()
    if page is None:
        page = outcomes.begin(2025, Term.YEAR, counts, at=at, **told)
    else:
        outcomes.edit(page, counts, "", at=at, **told)
    return cast.up(page, cast.minh, at)


def point_up(cast: Cast, tables: Sequence[Table], words: str, days: int = 0) -> Disclosure:
    at, file = NOW + days * DAY, pdf(cast.sen, f"so lieu {days}")
    draft = disclosures.write(2026, "9.2", Given(words, tables), [file], by=cast.sen, at=at, channel="test")
    return cast.up(draft, cast.sen, at)


def test_a_term_shows_a_stranger_no_state_but_the_one_that_is_up(cast: Cast) -> None:
    page, stranger = term_up(cast), Client()
    first = page.get_latest_revision().pk
    term_up(cast, 1)
    sheet = load_workbook(BytesIO(stranger.get(f"{page.public_address}so-lieu.xlsx").content)).active
    assert [cell.value for cell in sheet[2]][2:4] == [120, 41]
    for older in (
        f"{page.public_address}ban/1/",
        f"{page.public_address}?ban=1&revision={first}",
        f"/ket-qua/{page.slug}/ban/1/",
    ):
        answer = stranger.get(older)
        assert answer.status_code == 404 or ">40<" not in answer.content.decode()


def test_what_the_point_of_quality_carried_is_shown_in_one_state_only(cast: Cast) -> None:
    term_up(cast)
    page, stranger, staff = point_up(cast, results(2025), "Lời bản đầu."), Client(), Client()
    staff.force_login(cast.sen)
    here, old_file = page.public_address, page.attached()[0]
    assert ">Kết quả học tập</p>" in stranger.get(here).content.decode()
    term_up(cast, 1)
    shown = stranger.get(here).content.decode()
    assert ("Lời bản đầu." in shown, ">Kết quả học tập</p>" in shown, "/cong-khai/ket-qua/2025/ca-nam/" in shown) == (
        True, False, True,
    )  # fmt: skip
    book = load_workbook(BytesIO(stranger.get(f"{here}bang-tinh/").content)).active
    captions = {cell.value for cell in book["A"]} & {"Kết quả học tập", "Kết quả rèn luyện"}
    assert captions == {"Kết quả rèn luyện"}  # what was not amended is the same beside itself
    assert "lập lại bảng, rồi trình bản mới" in staff.get("/noi-bo/cong-khai/2026/9-2/").content.decode()
    page = Disclosure.objects.select_related("case").get(pk=page.pk)
    assert [(one.parts[0], "Kết quả học tập" in one.parts[1]) for one in _words([page.pk])] == [("Lời bản đầu.", False)]
    gone_up = JournalEntry.objects.filter(subject_type="records.outcome", verb="publish").latest("id")
    assert list(_touched(gone_up)) == [page.pk]  # its going up lays the point's words on the shelf anew
    signed = Signature("Hiệu trưởng", "")
    paper = report(2026, {"9.2": (page.point, page)}, the_school(), signed, date(2026, 11, 16))
    assert "Kết quả học tập" not in f"{paper.body}{copy_of(page, signed).body}"

    assert [one["caption"] for one in told_to_programs(HttpRequest(), page.pk)["tables"]] == ["Kết quả rèn luyện"]
    said = {"by": cast.sen, "channel": "test"}
    hung = disclosures.post(page, date(2026, 11, 16), "Bảng tin", ["Lê Phong", "Hoàng Lan"], at=NOW, **said)

    point_up(cast, results(2025), "Lời bản sau.", 2)
    assert disclosures.take_off(hung, date(2026, 11, 18), at=NOW + 2 * DAY, **said).removed_on is not None
    older, now = stranger.get(f"{here}ban/1/").content.decode(), stranger.get(here).content.decode()
    assert (">Kết quả học tập</p>" in now, "Lời bản đầu." in older, "table__caption" in older, "R-DISC-19" in older) == (
        True, True, False, True,
    )  # fmt: skip
    proof = page.versions()[0].approval.hash[:16]
    assert (proof in older, is_public(old_file, NOW + 2 * DAY), f'href="{old_file.url}"' in older) == (
        True,
        False,
        False,
    )
    kept = staff.get(f"{here}ban/1/")
    assert (">Kết quả học tập</p>" in kept.content.decode(), kept["Cache-Control"]) == (True, "private, no-store")
