"""The library's screens: what they show to whom, what they cost, what stays when something is refused (Điều 15.1, 15.2)."""

from contextlib import closing
from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from portal.approval.models import Case
from portal.intranet.models import Downloads, LibraryItem, Rating, Subject
from tests.cast import Cast
from tests.files.pictures import PDF
from tests.intranet.test_library import begun, maths, put_up, send

pytestmark = pytest.mark.sqlite  # what a screen shows; the verbs, the leaks and the matrix ask both databases

MOST_QUERIES = (
    34  # six questions with their counts, three lists of names, the rows, what they are worth, the desk around
)
STRANGERS = {"": 302, "vy": 404, "phu": 404, "an": 404}


def come(client: Client, cast: Cast, who: str) -> Client:
    client.logout()
    if who:
        client.force_login(cast.people[who])
    return client


def form(cast: Cast, **changes: Any) -> dict[str, Any]:
    return {
        "title": "Phép cộng phân số", "sort": "giao-an", "grade": "6", "subject": Subject.objects.get(slug="toan").pk,
        "year": "2026", "unit": maths(cast).pk, "lesson": "Bài 24", "licence": "dung-sua", **changes,
    }  # fmt: skip


def test_a_teacher_sends_and_what_he_typed_and_sent_stays_when_something_is_wrong(cast: Cast, client: Client) -> None:
    come(client, cast, "lan")
    file = SimpleUploadedFile("Toan_6.pdf", PDF)
    answer = client.post("/noi-bo/kho/gui/", form(cast, title="", files=[file], intro="Cho lớp đại trà."))
    assert (answer.status_code, LibraryItem.objects.count()) == (422, 0)
    kept = [one.pk for one in answer.context["sheet"].papers]
    assert (len(kept), answer.context["form"]["intro"].value()) == (1, "Cho lớp đại trà.")
    answer = client.post("/noi-bo/kho/gui/", form(cast, kept=kept, send="1"))
    item = LibraryItem.objects.get()
    assert (answer["Location"], item.papers, item.opinions.count()) == (f"/noi-bo/kho/ban/{item.pk}/", kept, 1)


def test_what_is_missing_is_said_when_it_is_sent_and_the_draft_is_kept(cast: Cast, client: Client) -> None:
    answer = come(client, cast, "lan").post("/noi-bo/kho/gui/", form(cast, sort="", send="1"), follow=True)
    assert [str(one) for one in answer.context["messages"]] == [
        "Đã lưu, nhưng chưa gửi đi được.", "Hãy chọn loại học liệu. (Điều 15.1)", "Học liệu cần ít nhất một tệp. (Điều 15.1)",
    ]  # fmt: skip


def test_the_leader_asks_for_a_change_and_says_which(cast: Cast, client: Client) -> None:
    item = begun(cast)
    send(item, cast.lan)
    come(client, cast, "cuc")
    address, hash = f"/noi-bo/kho/ban/{item.pk}/y-kien/", cast.case(item).hash
    assert client.get("/noi-bo/kho/").context["for_me"] == 1
    assert client.post(address, {"do": "no", "hash": hash}).status_code == 422
    client.post(address, {"do": "no", "hash": hash, "words": "Thiếu hoạt động vận dụng."})
    answer = come(client, cast, "lan").get(f"/noi-bo/kho/ban/{item.pk}/")
    assert [one.words for one in answer.context["opinions"]] == ["Thiếu hoạt động vận dụng."]


def test_the_leader_agrees_to_several_at_once_each_as_it_lay_there(cast: Cast, client: Client) -> None:
    items = [begun(cast, title=f"Bài {number}") for number in (24, 25)]
    for item in items:
        send(item, cast.lan)
    ticked = [f"{item.pk}:{cast.case(item).hash}" for item in items]
    page = come(client, cast, "cuc").get("/noi-bo/kho/cua-toi/").content.decode()
    assert [f'value="{one}"' in page for one in ticked] == [True, True]
    answer = client.post("/noi-bo/kho/cua-toi/y-kien/", {"bai": [ticked[0], f"{items[1].pk}:cu"]}, follow=True)
    first, second = [str(one) for one in answer.context["messages"]]
    assert (first[:10], second) == ("“Bài 25”: ", "Đã đồng ý 1 học liệu; các bài sang Thư ký.")
    assert [cast.case(item).state for item in items] == ["in_review", "draft"]
    none = come(client, cast, "khoa").post("/noi-bo/kho/cua-toi/y-kien/", {"bai": [ticked[1], "9" * 40]}, follow=True)
    (told,) = [str(one) for one in none.context["messages"]]
    assert ("Bài 25" in told, cast.case(items[1]).state) == (False, "draft")


def test_drafts_are_there_for_nobody_else(cast: Cast, client: Client) -> None:
    item = begun(cast)
    paths = [f"/noi-bo/kho/ban/{item.pk}/", f"/noi-bo/kho/gui/{item.pk}/", f"/noi-bo/kho/{item.slug}/"]
    found = {
        who: [come(client, cast, who).get(path).status_code for path in paths] for who in ("lan", "khoa", "cuc", "vy")
    }
    assert found == {"lan": [200, 200, 404], "khoa": [404] * 3, "cuc": [200, 403, 404], "vy": [404] * 3}


def test_outsiders_find_no_library(cast: Cast, client: Client) -> None:
    item = put_up(cast)
    for path in ("", "danh-sach.xlsx", f"{item.slug}/", "cua-toi/", "gui/"):
        assert {who: come(client, cast, who).get(f"/noi-bo/kho/{path}").status_code for who in STRANGERS} == STRANGERS
    assert client.get(f"/{item.slug}/").status_code == 404
    assert client.get(f"/cong-noi-bo/noi-bo/kho/{item.slug}/").status_code == 404


def test_the_desk_shows_words_facts_and_files_to_the_secretary(cast: Cast, client: Client) -> None:
    item = begun(cast, by="cuc", intro="Cho lớp đại trà.")
    send(item, cast.cuc)
    page = come(client, cast, "sen").get(f"/viec/{item.pk}/").content.decode()
    assert [word in page for word in ("Cho lớp đại trà.", "Kế hoạch bài dạy", "Khối 6", item.attached()[0].url)] == [
        True
    ] * 4


def test_a_file_is_fetched_and_counted_but_not_by_looking(cast: Cast, client: Client) -> None:
    item = put_up(cast)
    (file,) = item.attached()
    come(client, cast, "khoa")
    assert client.get(f"/noi-bo/kho/{item.slug}/tai/{file.pk}/").status_code == 405
    assert client.post(f"/noi-bo/kho/{item.slug}/tai/{file.pk}/")["Location"] == file.url
    with closing(client.get(file.url)) as answer:
        assert (Downloads.objects.get().count, answer.status_code) == (1, 200)


def test_a_colleague_copies_and_rates(cast: Cast, client: Client) -> None:
    item = put_up(cast)
    come(client, cast, "khoa")
    made = client.post(f"/noi-bo/kho/{item.slug}/chep/")["Location"]
    assert made == f"/noi-bo/kho/gui/{LibraryItem.objects.get(copied_from=item).pk}/"
    answer = client.post(f"/noi-bo/kho/{item.slug}/danh-gia/", {"stars": "4", "reason": "hay"})
    assert (answer.status_code, answer.context["form"]["stars"].value()) == (422, "4")
    client.post(f"/noi-bo/kho/{item.slug}/danh-gia/", {"stars": "4", "reason": "Học sinh hiểu bài ngay."})
    assert Rating.objects.get().stars == 4
    page = client.get(f"/noi-bo/kho/{item.slug}/")
    assert [(one.number, one.now) for one in page.context["versions"]] == [(1, True)]
    assert client.get(f"/noi-bo/kho/{item.slug}/ban/{page.context['versions'][0].hash}/").status_code == 200


def test_the_list_costs_the_same_with_one_and_with_three(cast: Cast, client: Client) -> None:
    come(client, cast, "khoa")
    costs = []
    for made in (1, 2):
        for number in range(made):
            put_up(cast, title=f"Bài {made}{number}", grade=6 + number)
        client.get("/noi-bo/kho/")
        with CaptureQueriesContext(connection) as asked:
            assert client.get("/noi-bo/kho/").context["count"] == made * 2 - 1
        costs.append(len(asked))
    assert (costs[0] == costs[1], costs[0] <= MOST_QUERIES, client.get("/noi-bo/kho/?khoi=6").context["count"]) == (
        True,
        True,
        2,
    )


def test_the_list_is_a_spreadsheet_too(cast: Cast, client: Client) -> None:
    put_up(cast, title="=HYPERLINK")
    sheet = load_workbook(
        BytesIO(come(client, cast, "khoa").get("/noi-bo/kho/danh-sach.xlsx?loai=giao-an").content)
    ).active
    assert [[cell.value for cell in row][:4] for row in sheet][1:] == [
        ["=HYPERLINK", "Kế hoạch bài dạy", "Khối 6", "Toán"]
    ]


@pytest.mark.parametrize("who", ["lan", "khoa"])
def test_whoever_is_dismissed_loses_the_library_within_the_session(cast: Cast, client: Client, who: str) -> None:
    item = put_up(cast)
    come(client, cast, who)
    cast.suspend(cast.people[who])
    assert client.get(item.attached()[0].url).status_code in (302, 404)
    assert client.post(f"/noi-bo/kho/{item.slug}/chep/").status_code in (302, 404)
    assert Case.objects.filter(page__slug__startswith=item.slug).count() == 1
