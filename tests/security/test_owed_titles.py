"""Who owes what tells a unit's leader how far an article is, and never what an item he may not follow is called."""

import io

from openpyxl import load_workbook

from portal.news import actions as news
from portal.people.models import Unit, UnitPost
from portal.plan import actions as plan
from tests.cast import OLD, Cast
from tests.people.signing import signed_in

SECRET = "Chuyện chưa ai được biết"


def test_a_unit_leader_and_a_colleague_of_the_unit_see_the_state_and_not_the_title(cast: Cast) -> None:
    unit = Unit.objects.create(title="Tổ Toán – Tin", slug="toan-tin")
    UnitPost.objects.create(unit=unit, person=cast.khoa, leads=True, starts=OLD)
    UnitPost.objects.create(unit=unit, person=cast.lan, starts=OLD)
    for to in ({"person": cast.lan}, {"unit": unit}):
        plan.assign(cast.entry, field_id=None, by=cast.sen, at=OLD, channel="test", **to)
    items = [cast.article(cast.lan, title=f"{SECRET} {number}") for number in range(2)]
    cast.submit(items[0], cast.lan)
    for name, told in (("khoa", False), ("lan", True), ("sen", True)):
        client = signed_in(cast, name)
        pages = [client.get(path).content.decode() for path in (
            "/viec/no-bai/", "/ke-hoach/lich/", "/ke-hoach/lich/?kieu=danh-sach", f"/ke-hoach/viec/{cast.entry.pk}/")]  # fmt: skip
        book = load_workbook(io.BytesIO(client.get("/viec/no-bai/bang-tinh/").content)).active
        cells = [str(cell) for row in book.iter_rows(values_only=True) for cell in row]
        assert (SECRET in pages[0], any(SECRET in cell for cell in cells), SECRET in pages[3]) == (told, told, told)
        assert "đang viết" in cells
        assert "đã trình" in cells
        assert told or not any(SECRET in page or f"/viec/{item.pk}/" in page for page in pages for item in items)


def test_what_readers_may_read_is_named(cast: Cast) -> None:
    unit = Unit.objects.create(title="Tổ Toán – Tin", slug="toan-tin")
    UnitPost.objects.create(unit=unit, person=cast.khoa, leads=True, starts=OLD)
    UnitPost.objects.create(unit=unit, person=cast.lan, starts=OLD)
    plan.assign(cast.entry, field_id=None, by=cast.sen, at=OLD, channel="test", person=cast.lan)
    cast.published(cast.lan, title="Đã lên cổng")
    assert "Đã lên cổng" in signed_in(cast, "khoa").get("/viec/no-bai/").content.decode()


def test_a_section_nobody_has_approved_yet_is_named_on_no_screen_of_the_plan(cast: Cast) -> None:
    section = news.begin_section(title=SECRET, intro="", field=cast.fields["cm"], audience="public", slug_="chua-duyet",
                                 by=cast.sen, at=OLD, channel="test")  # fmt: skip
    unit = Unit.objects.create(title="Tổ Toán – Tin", slug="toan-tin")
    UnitPost.objects.create(unit=unit, person=cast.khoa, leads=True, starts=OLD)
    paths = ("/ke-hoach/lich/", f"/ke-hoach/viec/{cast.entry.pk}/")
    khoa = signed_in(cast, "khoa")
    before = [SECRET in khoa.get(path).content.decode() for path in paths]
    cast.up(section, cast.sen)
    after = [SECRET in khoa.get(path).content.decode() for path in paths]
    assert (before, after) == ([False, False], [True, True])


def test_the_calendar_names_no_pupil_and_no_parent_to_whoever_guesses_an_account(cast: Cast) -> None:
    client = signed_in(cast, "khoa")
    asked = {name: client.get(f"/ke-hoach/lich/?nguoi={name}").status_code for name in ("lan", "vy", "phu", "an")}
    assert asked == {"lan": 200, "vy": 200, "phu": 404, "an": 404}
