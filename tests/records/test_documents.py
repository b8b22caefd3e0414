"""Documents from the register to the public page: numbered, drawn up, approved by row 6, found, superseded (Điều 14.2, 16.1.2)."""

from datetime import date, timedelta
from io import BytesIO
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from portal.approval import actions as approval
from portal.approval.rules import WITHDRAWAL_GROUNDS
from portal.base.models import JournalEntry
from portal.base.refused import Refused
from portal.files import actions as files
from portal.files.models import Attachment
from portal.people import actions as people
from portal.people.models import Person
from portal.people.rules import Duty
from portal.records.documents import actions, queries, rules
from portal.records.documents.numbering import cancel_number, take_number
from portal.records.documents.rules import Given, Relation
from portal.records.models import Document, RegisterLine
from tests.cast import NOW, Cast

TOLD: dict[str, Any] = {"at": NOW, "channel": "test"}
GIVEN = Given(title="Tổ chức Ngày hội đọc sách", kind="kh", symbol="07/KH-THCSNGT", issued=date(2026, 11, 10), signer="Nguyễn Mậu Minh",
              signer_post="Hiệu trưởng")  # fmt: skip


def a_file(by: Person, words: str = "kế hoạch") -> Attachment:
    return files.store_words(words, title="Toàn văn", by=by, **TOLD)


def draft(cast: Cast, given: Given = GIVEN) -> Document:
    return actions.begin(given, [a_file(cast.sen)], by=cast.sen, **TOLD)


def up(cast: Cast, given: Given = GIVEN) -> Document:
    return cast.up(draft(cast, given), cast.sen)  # type: ignore[no-any-return]


def ids(caught: pytest.ExceptionInfo[Refused]) -> list[str]:
    return [one.rule for one in caught.value.refusals]


@pytest.fixture
def clerk(cast: Cast) -> Person:
    people.name_for_duty(cast.lan, Duty.CLERK, by=cast.minh, at=NOW - timedelta(days=1), channel="test")
    return cast.lan


def test_a_signed_paper_goes_up_by_row_six_and_its_file_opens_to_anybody(cast: Cast, client: Client) -> None:
    made = draft(cast)
    assert (cast.standing(made).route.row, made.issuer) == (6, "Trường THCS Ngô Gia Tự")
    paper = made.attached()[0]
    assert client.get(paper.url).status_code in (302, 403, 404)
    shown = cast.up(made, cast.sen)
    assert shown.address == "/van-ban/2026/ke-hoach-07-kh-thcsngt-to-chuc-ngay-hoi-doc-sach/"
    page = client.get(shown.address)
    text = page.content.decode()
    wanted = ("07/KH-THCSNGT", "10/11/2026", "Nguyễn Mậu Minh, Hiệu trưởng", "Còn hiệu lực", paper.url, "Kế hoạch")
    assert (page.status_code, [one for one in wanted if one not in text]) == (200, [])
    opened = client.get(paper.url)
    assert (opened.status_code, b"".join(opened)) == (200, "kế hoạch".encode())  # type: ignore[arg-type]
    assert client.get("/van-ban/2025/" + shown.slug + "/").status_code == 404


def test_what_replaces_and_amends_is_marked_on_both_sides_as_long_as_it_is_up(cast: Cast, client: Client) -> None:
    old, rule = (
        up(cast),
        up(cast, Given(**{**GIVEN.__dict__, "symbol": "03/QC-THCSNGT", "kind": "qc", "title": "Quy chế làm việc"})),
    )
    after = Given(**{**GIVEN.__dict__, "symbol": "09/KH-THCSNGT", "title": "Đổi ngày hội", "issued": date(2026, 11, 14),
                     "starts": date(2026, 11, 20), "relations": ((Relation.REPLACES, old.pk), (Relation.AMENDS, rule.pk))})  # fmt: skip
    new = up(cast, after)
    by_day = [
        [one.force for one in queries.told([old, rule, new], day)] for day in (date(2026, 11, 19), date(2026, 11, 20))
    ]
    con, thay, chua = rules.Force.IN_FORCE, rules.Force.SUPERSEDED, rules.Force.AHEAD
    assert by_day == [[con, con, chua], [thay, con, con]]
    assert "Được thay thế bởi" in client.get(old.address).content.decode()
    assert "Sửa đổi, bổ sung" in client.get(new.address).content.decode()
    approval.withdraw(new, ground=next(iter(WITHDRAWAL_GROUNDS)), reason="Sai ngày", by=cast.ha, **TOLD)
    assert [one.force for one in queries.told([old], date(2026, 12, 1))] == [con]


def test_the_list_narrows_counts_and_finds_words_with_and_without_marks(cast: Cast, client: Client) -> None:
    up(cast)
    up(cast, Given(**{**GIVEN.__dict__, "origin": "cap-tren", "issuer": "Bộ GDĐT", "kind": "tt", "symbol": "09/2024/TT-BGDĐT",
                      "issued": date(2024, 6, 3), "title": "Quy định công khai"}))  # fmt: skip

    def titles(query: str) -> list[str]:
        return [one.document.symbol for one in client.get(f"/van-ban/{query}").context["documents"]["rows"]]

    assert titles("") == ["07/KH-THCSNGT", "09/2024/TT-BGDĐT"]
    asked = ("?nam=2024", "?loai=kh", "?cua=cap-tren", "?tim=doc+sach", "?tim=đọc+sách", "?tim=đóc+sách", "?nam=x")
    assert [titles(one) for one in asked] == [
        ["09/2024/TT-BGDĐT"], ["07/KH-THCSNGT"], ["09/2024/TT-BGDĐT"], ["07/KH-THCSNGT"], ["07/KH-THCSNGT"], [],
        ["07/KH-THCSNGT", "09/2024/TT-BGDĐT"],
    ]  # fmt: skip
    book = load_workbook(BytesIO(client.get("/van-ban/danh-sach.xlsx?nam=2024").content)).active
    assert [row[1].value for row in book.rows] == ["Số, ký hiệu", "09/2024/TT-BGDĐT"]
    with CaptureQueriesContext(connection) as two:
        client.get("/van-ban/?page=1")
    for number in range(2):
        up(cast, Given(**{**GIVEN.__dict__, "symbol": f"1{number}/KH-THCSNGT"}))
    client.get("/van-ban/?page=2")
    with CaptureQueriesContext(connection) as four:
        client.get("/van-ban/?page=3")
    assert len(four) <= len(two)


def test_numbers_run_without_gap_and_a_cancelled_one_stays_cancelled(cast: Cast, clerk: Person) -> None:
    def take(kind: str = "kh", day: date = date(2026, 11, 16)) -> RegisterLine:
        return take_number(kind, issued=day, summary="Việc", by=clerk, **TOLD)

    assert [take().symbol, take("qd").symbol, take().symbol] == ["01/KH-NGT", "01/QĐ-NGT", "02/KH-NGT"]
    last = RegisterLine.objects.get(symbol="02/KH-NGT")
    cancel_number(last, "Văn bản không phát hành", by=clerk, **TOLD)
    assert take().symbol == "03/KH-NGT"
    with pytest.raises(Refused, match="hủy rồi") as again:
        cancel_number(last, "nữa", by=clerk, **TOLD)
    with pytest.raises(Refused, match="Số này đã hủy") as borne:
        actions.begin(Given(title="Việc"), [], by=clerk, line=last, **TOLD)
    with pytest.raises(Refused, match="không mang ngày sớm hơn") as back:
        take(day=date(2026, 11, 15))
    with pytest.raises(Refused, match="văn thư") as stranger:
        take_number("kh", issued=NOW.date(), summary="Việc", by=cast.khoa, **TOLD)
    assert [ids(one) for one in (again, borne, back, stranger)] == [
        ["R-REG-02"],
        ["R-REG-03"],
        ["R-REG-01"],
        ["R-DOC-02"],
    ]
    assert list(JournalEntry.objects.filter(clause=rules.NUMBERS).order_by("pk").values_list("verb", flat=True)) == [
        "number_taken", "number_taken", "number_taken", "number_cancelled", "number_taken",
    ]  # fmt: skip


def test_a_document_bears_the_number_it_was_given_and_nobody_else_does(cast: Cast, clerk: Person) -> None:
    line = take_number("kh", issued=NOW.date(), summary="Việc", by=clerk, **TOLD)
    made = actions.begin(
        Given(title="Việc", signer="Minh", symbol="99/KH"), [a_file(clerk)], by=clerk, line=line, **TOLD
    )
    assert (made.symbol, made.kind, made.issued) == (line.symbol, "kh", NOW.date())
    with pytest.raises(Refused, match="đã dùng") as double:
        actions.begin(Given(title="Khác"), [], by=clerk, line=line, **TOLD)
    cast.up(made, clerk)
    with pytest.raises(Refused, match="đang đăng") as in_use:
        cancel_number(line, "Nhầm", by=clerk, **TOLD)
    assert [ids(double), ids(in_use)] == [["R-REG-03"], ["R-REG-02"]]


def test_no_document_begins_by_a_stranger_unnamed_with_anothers_file_or_over_one_that_is_not_up(cast: Cast) -> None:
    waiting = draft(cast)
    over = Given(**{**GIVEN.__dict__, "relations": ((Relation.REPLACES, waiting.pk),)})
    cases = (
        (GIVEN, [], cast.khoa),
        (Given(title=" "), [], cast.sen),
        (GIVEN, [a_file(cast.khoa)], cast.sen),
        (over, [], cast.sen),
    )
    told = []
    for given, papers, by in cases:
        with pytest.raises(Refused) as refused:
            actions.begin(given, papers, by=by, **TOLD)
        told.append(ids(refused))
    assert told == [["R-DOC-01"], ["R-DOC-04"], ["R-DOC-06"], ["R-DOC-07"]]
    assert list(Document.objects.values_list("pk", flat=True)) == [waiting.pk]
