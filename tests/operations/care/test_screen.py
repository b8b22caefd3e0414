"""The screens of care: who sees what, what is said of each fault, what is typed stays, how often the database is asked."""

from collections.abc import Sequence
from io import BytesIO

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from portal.base.models import JournalEntry
from portal.operations.care.settling import key_of
from portal.operations.models import Finding, KnownDomain, Place, Round
from tests.cast import NOW, Cast

QUERIES = 32  # the frame of the desk, who asks, the list, its figures
OF_ONE = 28  # of one fault


def fault(
    cast: Cast, kind: str = "broken_inside", what: str = "/khong-co/", field: str | None = "cm",
    paths: Sequence[str] = ("/tin-bai/a/",), **more: object,
) -> Finding:  # fmt: skip
    made = Finding.objects.create(
        key=key_of(kind, paths[0], what), kind=kind, what=what, since=NOW, seen_at=NOW, **more
    )
    of = cast.fields[field] if field else None
    Place.objects.bulk_create(Place(finding=made, path=path, title="Ngày hội", field=of, since=NOW) for path in paths)
    return made


def as_(client: Client, person: object) -> Client:
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")  # type: ignore[arg-type]
    return client


def test_the_board_sees_what_is_wrong_whose_it_is_and_only_keepers_close_it(cast: Cast, client: Client) -> None:
    fault(cast), fault(cast, "hidden", "https://x.example/"), fault(cast, "broken_inside", "/khac/", None)
    told = as_(client, cast.cuc).get("/cham-soc/").content.decode()
    assert [words in told for words in ("/khong-co/", "Phạm Thị Cúc", "Vũ Thị Sen", "Trần Thu Hà, Bùi Trí")] == [
        True
    ] * 4
    assert ("Khép lỗi này" in told, "Rà soát ngay" in told) == (False, False)
    assert as_(client, cast.sen).get("/cham-soc/").content.decode().count("Khép lỗi này") == 3
    assert as_(client, cast.tri).get("/cham-soc/").content.decode().count("Khép lỗi này") == 1
    mine = as_(client, cast.cuc).get("/cham-soc/?mine=on").content.decode()
    assert ("/khong-co/" in mine, "https://x.example/" in mine, "/khac/" in mine) == (True, False, False)
    assert as_(client, cast.lan).get("/cham-soc/").status_code == 403


def test_a_fault_is_closed_with_a_sentence_and_what_was_typed_stays_when_refused(cast: Cast, client: Client) -> None:
    one, other = fault(cast), fault(cast, what="/hai/")
    as_(client, cast.sen)
    empty = client.post(f"/cham-soc/{one.pk}/?kind=broken_inside", {"how": " ", "on_list": "1"})
    assert (empty.status_code, "Hãy ghi một câu" in empty.content.decode()) == (422, True)
    done = client.post(f"/cham-soc/{one.pk}/?kind=broken_inside", {"how": "Đã sửa địa chỉ"})
    assert (done.status_code, done["Location"]) == (302, "/cham-soc/?kind=broken_inside")
    assert client.post(f"/cham-soc/{other.pk}/", {"how": "Trang sắp mở", "stays": "1"}).status_code == 302
    assert [(row.state, row.closed_by, row.how) for row in Finding.objects.order_by("pk")] == [
        ("mended", cast.sen, "Đã sửa địa chỉ"), ("waived", cast.sen, "Trang sắp mở"),
    ]  # fmt: skip
    assert list(JournalEntry.objects.filter(verb__startswith="care_").order_by("pk").values_list("verb", "rule")) == [
        ("care_mended", "R-CARE-04"), ("care_stays", "R-CARE-04"),
    ]  # fmt: skip
    again = client.post(f"/cham-soc/{one.pk}/", {"how": "Lần nữa", "on_list": "1"})
    assert (again.status_code, "đã được khép lại từ trước" in again.content.decode()) == (409, True)
    assert "Vũ Thị Sen" in client.get("/cham-soc/?state=mended").content.decode()


def test_looking_over_asking_outside_and_the_list_of_domains_are_verbs_with_their_refusals(
    cast: Cast, client: Client
) -> None:
    fault(cast, "foreign", "tin.violet.vn")
    as_(client, cast.sen)
    assert client.post("/cham-soc/ra-soat/").status_code == 302
    again = client.post("/cham-soc/ra-soat/")
    assert (again.status_code, "Đang rà soát từ" in again.content.decode(), Round.objects.count()) == (409, True, 1)
    assert client.post("/cham-soc/ben-ngoai/", {"allowed": "1"}).status_code == 403
    wrong = client.post("/cham-soc/ten-mien/", {"domain": "không phải", "reason": "Thư viện"})
    assert (wrong.status_code, "Tên miền chưa đúng" in wrong.content.decode(), 'value="Thư viện"' in wrong.content.decode()) == (
        422, True, True,
    )  # fmt: skip
    assert (
        client.post("/cham-soc/ten-mien/", {"domain": "https://violet.vn/x", "reason": "Thư viện"}).status_code == 302
    )
    assert (KnownDomain.objects.get().domain, Finding.objects.get().state) == ("violet.vn", "mended")
    assert "violet.vn" in client.get("/cham-soc/ten-mien/").content.decode()
    assert client.post(f"/cham-soc/ten-mien/{KnownDomain.objects.get().pk}/bo/").status_code == 302
    as_(client, cast.ha)
    assert client.post("/cham-soc/ben-ngoai/", {"allowed": "1"}).status_code == 302
    assert "Thôi hỏi các trang bên ngoài" in client.get("/cham-soc/").content.decode()


def test_the_month_has_its_figures_and_the_sheet_its_lines(cast: Cast, client: Client) -> None:
    fault(cast)
    fault(cast, what="/hai/", state="mended", closed_at=NOW, closed_by=cast.lan, how="Đã sửa")
    fault(cast, what="=1+1", state="waived", closed_at=NOW, closed_by=cast.sen, how="Của trường")
    told = as_(client, cast.sen).get("/cham-soc/").content.decode()
    line = '<th scope="row"><a href="?month=2026-11">11/2026</a></th><td class="num">3</td><td class="num">1</td><td class="num">1</td>'
    assert (line in told, told.count("<rect")) == (True, 2)
    sheet = client.get("/cham-soc/bang-tinh/?state=all")
    rows = list(load_workbook(BytesIO(sheet.content)).active.iter_rows(values_only=True))  # type: ignore[union-attr]
    assert [row[1] for row in rows] == ["Lỗi", "/khong-co/", "/hai/", "=1+1"]
    assert (rows[2][2], rows[2][4], rows[2][9]) == (1, "/tin-bai/a/", "Hoàng Lan")
    assert client.get("/cham-soc/?month=2026-10").content.decode().count('class="task entry') == 0


@pytest.mark.parametrize("many", [1, 3])
def test_the_list_asks_the_database_as_often_for_three_as_for_one(cast: Cast, client: Client, many: int) -> None:
    for number in range(many):
        fault(cast, what=f"/{number}/", paths=[f"/tin-bai/{page}/" for page in range(many)])
    as_(client, cast.sen)
    client.get("/cham-soc/")
    with CaptureQueriesContext(connection) as asked:
        assert client.get("/cham-soc/").status_code == 200
    assert len(asked) == QUERIES


@pytest.mark.parametrize("many", [1, 3])
def test_one_fault_asks_as_often_for_three_places_as_for_one(cast: Cast, client: Client, many: int) -> None:
    one = fault(cast, what="/x/", paths=[f"/tin-bai/{page}/" for page in range(many)])
    as_(client, cast.sen)
    client.get(f"/cham-soc/{one.pk}/")
    with CaptureQueriesContext(connection) as asked:
        assert client.get(f"/cham-soc/{one.pk}/").status_code == 200
    assert len(asked) == OF_ONE


def test_one_fault_of_many_pages_is_one_row_with_its_places_and_its_history(cast: Cast, client: Client) -> None:
    paths = [f"/tin-bai/{number}/" for number in range(40)]
    fault(
        cast,
        "foreign",
        "la.example.com",
        paths=paths[:1],
        state="mended",
        closed_at=NOW,
        closed_by=cast.lan,
        how="Đã gỡ",
    )
    one = fault(cast, "foreign", "la.example.com", paths=paths)
    told = as_(client, cast.sen).get("/cham-soc/?kind=foreign").content.decode()
    assert (told.count('class="task entry'), "và 37 trang nữa" in told, "trước đây đã khép 1 lần" in told) == (
        1,
        True,
        True,
    )
    assert [f'href="{path}"' in told for path in (paths[39], paths[37], paths[36])] == [True, True, False]
    first, last = (client.get(f"/cham-soc/{one.pk}/?kind=foreign&page={number}").content.decode() for number in (1, 2))
    assert (first.count('class="task entry"'), last.count('class="task entry"')) == (30, 10)
    assert [words in first for words in ("40 chỗ", "Đã gỡ", "Hoàng Lan", 'href="/cham-soc/?kind=foreign"')] == [
        True
    ] * 4
    empty = client.post(f"/cham-soc/{one.pk}/?kind=foreign", {"how": ""})
    assert (empty.status_code, "Hãy ghi một câu" in empty.content.decode(), "Ở những chỗ nào" in empty.content.decode()) == (
        422, True, True,
    )  # fmt: skip
    assert client.post(f"/cham-soc/{one.pk}/", {"how": "Đã gỡ hết"}).status_code == 302
    assert set(one.places.values_list("gone_at", "gone_by")) == {(NOW, cast.sen.pk)}
    assert "Vũ Thị Sen sửa" in client.get(f"/cham-soc/{one.pk}/").content.decode()
    assert client.get("/cham-soc/999999/").status_code == 404


def test_whoever_has_one_of_the_pages_is_concerned(cast: Cast, client: Client) -> None:
    one = fault(cast, "foreign", "la.example.com", paths=["/a/"])
    Place.objects.create(finding=one, path="/b/", field=cast.fields["dd"], since=NOW)
    mine = "/cham-soc/?mine=on"
    assert ["la.example.com" in as_(client, who).get(mine).content.decode() for who in (cast.cuc, cast.dung, cast.sen)] == [
        True, True, False,
    ]  # fmt: skip
    one.places.filter(path="/b/").update(gone_at=NOW)
    assert "la.example.com" not in as_(client, cast.dung).get(mine).content.decode()
