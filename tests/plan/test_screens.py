"""The plan on screen: staff read it, the board draws it up, the Head's word makes it count."""

import io
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from portal.base.journal import lines_of
from portal.people.models import Person
from portal.plan import actions
from portal.plan.models import ActivityPlan, PlanEntry
from portal.plan.queries import in_plan
from tests.cast import NOW, Cast
from tests.plan.test_sheets import sheet

DAY = date(2026, 11, 20)
NEW = {"title": "Hội khỏe", "starts": "2026-12-05", "ends": "2026-12-06", "section_slug": "doan-doi"}


@pytest.fixture
def year(cast: Cast) -> ActivityPlan:
    return ActivityPlan.objects.get()


def sign_in(client: Client, person: Person | None) -> Client:
    client.logout()
    if person is not None:
        client.force_login(person, "django.contrib.auth.backends.ModelBackend")
    return client


def upload(*rows: tuple[object, ...]) -> SimpleUploadedFile:
    return SimpleUploadedFile("ke-hoach.xlsx", sheet(*rows).read())


READ = [(None, 302), ("phu", 403), ("an", 403), ("vy", 403), ("khoa", 200), ("tri", 200), ("sen", 200), ("minh", 200)]


@pytest.mark.parametrize("who, status", READ)
def test_the_plan_is_read_by_staff(
    cast: Cast, client: Client, year: ActivityPlan, who: str | None, status: int
) -> None:
    sign_in(client, cast.people[who] if who else None)
    addresses = ("/ke-hoach/", f"/ke-hoach/{year.pk}/", f"/ke-hoach/{year.pk}/bang-tinh/")
    assert [client.get(address).status_code for address in addresses] == [status] * 3


def test_a_suspended_teacher_does_not_read_it(cast: Cast, client: Client) -> None:
    cast.suspend(cast.khoa)
    assert sign_in(client, cast.khoa).get("/ke-hoach/").status_code == 403


CHANGES = [
    ("lap/", {"title": "Học kỳ II", "starts": "2027-01-01", "ends": "2027-05-31"}), ("{plan}/them/", NEW),
    ("{plan}/xac-nhan/", {}), ("viec/{entry}/huy/", {}),
]  # fmt: skip


@pytest.mark.parametrize(
    "who, statuses",
    [("phu", [403] * 4), ("khoa", [403] * 4), ("tri", [403] * 4), ("sen", [302, 302, 403, 403]),
     ("cuc", [302, 302, 403, 403]), ("phong", [302, 302, 403, 403]), ("minh", [302, 302, 403, 403]), ("ha", [302] * 4)],
)  # fmt: skip
def test_who_changes_the_plan(cast: Cast, client: Client, year: ActivityPlan, who: str, statuses: list[int]) -> None:
    sign_in(client, cast.people[who])
    paths = [(path.format(plan=year.pk, entry=cast.entry.pk), data) for path, data in CHANGES]
    assert [client.post(f"/ke-hoach/{path}", data).status_code for path, data in paths] == statuses


def test_nothing_changes_by_reading(cast: Cast, client: Client, year: ActivityPlan) -> None:
    sign_in(client, cast.ha)
    paths = [path.format(plan=year.pk, entry=cast.entry.pk) for path, _ in CHANGES]
    assert [client.get(f"/ke-hoach/{path}").status_code for path in paths] == [405] * 4


def test_a_new_entry_counts_once_the_head_has_looked_again(cast: Cast, client: Client, year: ActivityPlan) -> None:
    sign_in(client, cast.sen).post(f"/ke-hoach/{year.pk}/them/", NEW)
    entry = PlanEntry.objects.get(title="Hội khỏe")
    assert (entry.starts, entry.ends, entry.section_slug, entry.standing) == (
        date(2026, 12, 5), date(2026, 12, 6), "doan-doi", False,
    )  # fmt: skip
    assert in_plan(entry.pk, NOW) is False
    page = sign_in(client, cast.ha).get(f"/ke-hoach/{year.pk}/").content.decode()
    assert "Xác nhận kế hoạch này" in page
    client.post(f"/ke-hoach/{year.pk}/xac-nhan/")
    assert in_plan(entry.pk, NOW) is True
    line = lines_of(year).get(verb="plan_confirm", at=NOW)
    assert (line.actor_id, line.rule, line.channel) == (cast.ha.pk, "R-PLAN-02", "desk")


def test_a_cancelled_entry_is_out_of_plan(cast: Cast, client: Client, year: ActivityPlan) -> None:
    sign_in(client, cast.ha).post(f"/ke-hoach/viec/{cast.entry.pk}/huy/")
    assert in_plan(cast.entry.pk, NOW) is False
    assert "Đã hủy" in client.get(f"/ke-hoach/{year.pk}/").content.decode()


@pytest.mark.parametrize(
    "changes, sentence",
    [({"title": ""}, "Chưa có tên hoạt động."), ({"starts": "mai"}, "Ngày chưa đúng; ví dụ 20/11/2026."),
     ({"ends": "2026-12-04"}, "Ngày kết thúc phải từ ngày bắt đầu trở đi.")],
)  # fmt: skip
def test_a_mistake_is_said_and_what_was_typed_stays(
    cast: Cast, client: Client, year: ActivityPlan, changes: dict[str, str], sentence: str
) -> None:
    answer = sign_in(client, cast.sen).post(f"/ke-hoach/{year.pk}/them/", NEW | changes)
    page = answer.content.decode()
    assert (answer.status_code, page.count(sentence)) == (422, 1)
    assert f'value="{(NEW | changes)["starts"]}"' in page
    assert PlanEntry.objects.count() == 2


def test_a_refusal_names_rule_and_clause_on_screen(cast: Cast, client: Client, year: ActivityPlan) -> None:
    page = sign_in(client, cast.sen).post(f"/ke-hoach/{year.pk}/xac-nhan/").content.decode()
    assert "Chỉ Trưởng ban xác nhận kế hoạch hoạt động. (Điều 10.2, 14.2)" in page


def test_a_sheet_is_shown_first_and_only_its_good_rows_are_added(
    cast: Cast, client: Client, year: ActivityPlan
) -> None:
    sign_in(client, cast.sen)
    file = upload(("Hội khỏe", DAY, DAY, "Đoàn – Đội", ""), ("", DAY, DAY), ("Trực nhật", DAY, DAY, "", "có"))
    page = client.post(f"/ke-hoach/{year.pk}/nhap/", {"file": file})
    html = page.content.decode()
    assert (page.status_code, PlanEntry.objects.count()) == (200, 2)
    assert "Đọc được 3 hàng: 2 hàng dùng được, 1 hàng cần sửa." in html
    assert "<li>Chưa có tên hoạt động.</li>" in html
    packed = html.split('name="rows" value="')[1].split('"')[0]
    client.post(f"/ke-hoach/{year.pk}/them/", {"rows": packed})
    made = PlanEntry.objects.order_by("pk")[2:]
    assert [(one.title, one.starts, one.section_slug, one.standing) for one in made] == [
        ("Hội khỏe", DAY, "doan-doi", False), ("Trực nhật", DAY, "", True),
    ]  # fmt: skip
    year.refresh_from_db()
    assert year.confirmed_at is None


def test_a_preview_is_good_for_its_own_plan_and_person_only(cast: Cast, client: Client, year: ActivityPlan) -> None:
    sign_in(client, cast.sen)
    html = client.post(f"/ke-hoach/{year.pk}/nhap/", {"file": upload(("Hội khỏe", DAY, DAY))}).content.decode()
    packed = html.split('name="rows" value="')[1].split('"')[0]
    other = actions.draw_up(title="Khác", starts=DAY, ends=DAY, by=cast.sen, at=NOW, channel="test")
    client.post(f"/ke-hoach/{other.pk}/them/", {"rows": packed})
    client.post(f"/ke-hoach/{year.pk}/them/", {"rows": packed + "x"})
    answer = sign_in(client, cast.cuc).post(f"/ke-hoach/{year.pk}/them/", {"rows": packed}, follow=True)
    assert "hãy tải bảng tính lên lại" in answer.content.decode()
    assert PlanEntry.objects.count() == 2


def test_an_unreadable_sheet_is_refused_at_its_field(cast: Cast, client: Client, year: ActivityPlan) -> None:
    file = SimpleUploadedFile("ke-hoach.xlsx", b"khong phai")
    answer = sign_in(client, cast.sen).post(f"/ke-hoach/{year.pk}/nhap/", {"file": file})
    said = answer.content.decode().split('id="id_file_error"')[1].split("</p>")[0]
    assert (answer.status_code, said) == (
        422, ">Không mở được tệp này; hãy lưu dưới dạng Excel (.xlsx) rồi tải lên lại. (Điều 17)",
    )  # fmt: skip


def test_a_teacher_brings_no_sheet_in(cast: Cast, client: Client, year: ActivityPlan) -> None:
    answer = sign_in(client, cast.khoa).post(f"/ke-hoach/{year.pk}/nhap/", {"file": upload(("Việc", DAY, DAY))})
    assert answer.status_code == 403


def test_the_plan_goes_out_as_a_sheet(cast: Cast, client: Client, year: ActivityPlan) -> None:
    answer = sign_in(client, cast.khoa).get(f"/ke-hoach/{year.pk}/bang-tinh/")
    assert (answer["Content-Disposition"], answer["Cache-Control"]) == (
        'attachment; filename="ke-hoach-nam-hoc-2026-2027.xlsx"', "private, no-store",
    )  # fmt: skip
    rows = list(load_workbook(io.BytesIO(answer.content)).active.iter_rows(values_only=True))
    assert [row[0] for row in rows] == ["Hoạt động", "Gương người tốt, việc tốt", "Ngày hội Khoa học"]


@pytest.mark.parametrize("who", ["khoa", "ha"])
def test_plans_and_entries_ask_as_much_for_thirty_as_for_one(cast: Cast, client: Client, who: str) -> None:
    sign_in(client, cast.people[who])
    counts: dict[str, list[int]] = {"list": [], "one": []}
    for many in (1, 3, 30):
        made = [
            actions.draw_up(title=f"Kế hoạch {n}", starts=DAY, ends=DAY, by=cast.sen, at=NOW, channel="test")
            for n in range(many)
        ]
        entries = [actions.Entry(f"Việc {n}", DAY, DAY, "chuyen-mon") for n in range(many)]
        actions.add_entries(made[0], entries, by=cast.sen, at=NOW, channel="test")
        actions.confirm(made[0], by=cast.ha, at=NOW, channel="test")
        for name, address in (("list", "/ke-hoach/"), ("one", f"/ke-hoach/{made[0].pk}/")):
            with CaptureQueriesContext(connection) as asked:
                client.get(address)
            counts[name].append(len(asked))
    assert counts == {name: [of[0]] * 3 for name, of in counts.items()}
    assert max(counts["list"][0], counts["one"][0]) <= 32
