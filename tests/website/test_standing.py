"""The places that stand still, as readers open them (TT 37/2020 Đ.9; NĐ 42/2022), units and staff (Điều 7)."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from portal.approval import actions as approval
from portal.news import actions as news
from portal.news.models import Article, Section
from portal.news.places import ABOUT_KEYS, BY_KEY
from portal.people.models import Person, Unit, UnitPost
from portal.people.rules import Kind
from portal.website.places.leaders import address
from tests.cast import NOW, OLD, PASSWORD, Cast

TOLD = {"at": NOW, "channel": "test"}
LINKS = [{"title": "Thư viện số", "url": "https://sach.example/", "note": "Mượn bằng thẻ học sinh"}]


def shelf(cast: Cast, slug: str, language: str = "vi") -> Section:
    section = news.begin_section(title=slug, intro=f"Lời của {slug}", field=cast.fields["vp"], audience="public",
                                 slug_=slug, shape="pages", language=language, by=cast.sen, at=OLD, channel="test")  # fmt: skip
    found: Section = cast.up(section, cast.sen, OLD)
    return found


@pytest.fixture
def shelves(cast: Cast) -> None:
    shelf(cast, "gioi-thieu")
    shelf(cast, "en", "en")


def page(cast: Cast, title: str, *keys: str, section: str = "gioi-thieu", **more: Any) -> Article:
    """A page that is up and stands in these places."""
    made = cast.published(cast.lan, title=title, section=section, **more)
    for key in keys:
        news.stand(key, [made.pk], language="en" if section == "en" else "vi", by=cast.sen, **TOLD)
    return made


def questions(client: Client, url: str) -> int:
    """How many queries one more visit asks."""
    client.get(url)
    with CaptureQueriesContext(connection) as asked:
        client.get(url)
    return len(asked)


def words(client: Client, url: str) -> str:
    answer = client.get(url)
    assert answer.status_code == 200, url
    return str(answer.content.decode())


def test_empty_places_say_so_and_are_kept_from_search_engines(client: Client, cast: Cast) -> None:
    for url in (
        "/tuyen-sinh/",
        "/thoi-khoa-bieu/",
        "/cac-khoan-thu/",
        "/dich-vu/",
        "/van-ban/",
        "/lay-y-kien/",
    ):
        said = words(client, url)
        assert ('class="empty__line"' in said, 'content="noindex"' in said) == (True, True), url
    assert [client.get(url).status_code for url in ("/gioi-thieu/", "/en/", "/en/contact/", "/van-ban/a/")] == [
        200, 200, 404, 404,
    ]  # fmt: skip


def test_a_page_is_read_in_its_place_and_its_own_address_leads_there(client: Client, cast: Cast, shelves: None) -> None:
    page(cast, "Các khoản thu năm nay", "fees", body=[{"type": "links", "value": LINKS}])
    said = words(client, "/cac-khoan-thu/")
    assert "<h1>Các khoản thu năm nay</h1>" in said
    assert 'href="https://sach.example/" rel="noopener noreferrer external">Thư viện số</a>' in said
    assert ("Cập nhật lần cuối" in said, "Bài:" in said) == (True, False)
    moved = client.get("/tin-bai/cac-khoan-thu-nam-nay/")
    assert (moved.status_code, moved["Location"]) == (302, "/cac-khoan-thu/")


def test_a_page_that_stands_nowhere_is_read_on_its_own_address(client: Client, cast: Cast, shelves: None) -> None:
    page(cast, "Chỗ gửi xe đạp")
    assert "<h1>Chỗ gửi xe đạp</h1>" in words(client, "/tin-bai/cho-gui-xe-dap/")


def test_news_in_a_place_are_read_where_news_are_read(client: Client, cast: Cast) -> None:
    page(cast, "Tuyển sinh lớp 6", "admissions", section="thong-bao")
    answer = client.get("/tuyen-sinh/")
    assert (answer.status_code, answer["Location"]) == (302, "/tin-bai/tuyen-sinh-lop-6/")
    assert "<h1>Tuyển sinh lớp 6</h1>" in words(client, "/tin-bai/tuyen-sinh-lop-6/")


def test_a_page_taken_down_is_gone_from_its_place(client: Client, cast: Cast, shelves: None) -> None:
    made = page(cast, "Biểu thu cũ", "fees")
    approval.withdraw(made, ground="error", reason="Mức thu sai.", by=cast.ha, **TOLD)
    assert "Biểu thu cũ" not in words(client, "/cac-khoan-thu/")
    assert client.get("/tin-bai/bieu-thu-cu/").status_code == 410


def test_the_introduction_names_every_field_the_circular_lists(client: Client, cast: Cast, shelves: None) -> None:
    page(cast, "Ai làm việc gì", "about-structure")
    answer = client.get("/gioi-thieu/")
    there = [(one["place"].key, bool(one["item"])) for one in answer.context["chapters"]]
    assert there == [(key, key == "about-structure") for key in ABOUT_KEYS]
    said = answer.content.decode()
    assert 'href="/gioi-thieu/co-cau-to-chuc/"' in said
    assert "Lời của gioi-thieu" in said
    assert [(one["office"], one["name"]) for one in answer.context["leaders"]] == [("Hiệu trưởng", "Nguyễn Mậu Minh")]


@pytest.mark.parametrize(
    ("words", "href"),
    [
        ("(024) 3000 0001", "tel:02430000001"), ("+84 24 3000 0001", "tel:+842430000001"), ("0912.345.678", "tel:0912345678"),
        ("hieutruong@truong.edu.vn", "mailto:hieutruong@truong.edu.vn"), ("Phụ trách chung", ""), ("7:30-11:30", ""),
        ("2026-2027", ""), ("12", ""), ("a@b", ""),
    ],
)  # fmt: skip
def test_a_touch_on_a_leaders_line_calls_or_writes(words: str, href: str) -> None:
    assert address(words) == href


def test_the_table_of_leaders_is_read_as_people(client: Client, cast: Cast, shelves: None) -> None:
    rows = [
        ["Họ tên", "Chức vụ", "Thư"],
        ["Cô Hà", "Hiệu trưởng", "ha@truong.edu.vn"],
        ["Thầy Phong", "Phó Hiệu trưởng", ""],
    ]
    page(
        cast, "Lãnh đạo", "about-leaders", body=[{"type": "table", "value": {"caption": "Ban giám hiệu", "rows": rows}}]
    )
    people = client.get("/gioi-thieu/lanh-dao/").context["parts"][0]["people"]
    assert [(one["name"], [fact["words"] + fact["more"] for fact in one["facts"]]) for one in people] == [
        ("Cô Hà", ["Hiệu trưởng", "ha@truong.edu.vn"]), ("Thầy Phong", ["Phó Hiệu trưởng"]),
    ]  # fmt: skip
    assert 'href="mailto:ha@truong.edu.vn"' in words(client, "/gioi-thieu/lanh-dao/")


def test_several_pages_of_one_place_stand_in_their_order_each_on_its_address(
    client: Client, cast: Cast, shelves: None
) -> None:
    made = [page(cast, title) for title in ("Quy chế", "Kế hoạch", "Điều lệ")]
    asked, urls = [], []
    for chosen in (made[:1], [made[2], made[0], made[1]]):
        news.stand("documents", [one.pk for one in chosen], by=cast.sen, **TOLD)
        urls.append([item["url"] for item in client.get("/van-ban/").context["items"]])
        asked.append(questions(client, "/van-ban/"))
    assert asked == [asked[0]] * 2
    assert urls == [["/van-ban/quy-che/"], ["/van-ban/dieu-le/", "/van-ban/quy-che/", "/van-ban/ke-hoach/"]]
    assert "<h1>Điều lệ</h1>" in words(client, "/van-ban/dieu-le/")


def test_a_shelf_lists_its_pages_in_the_order_of_their_places(client: Client, cast: Cast, shelves: None) -> None:
    for title, *keys in (("Zebra", "about-structure"), ("Anh", "contact"), ("Bờ rào",)):
        page(cast, title, *keys)
    shelf(cast, "khac")
    page(cast, "Ở ngăn khác", section="khac")
    assert [item["title"] for item in client.get("/khac/").context["items"]] == ["Ở ngăn khác"]
    news.stand("opinions", [Article.objects.get(title="Ở ngăn khác").pk], by=cast.sen, **TOLD)
    assert [item["url"] for item in client.get("/khac/").context["items"]] == ["/lay-y-kien/o-ngan-khac/"]


def test_english_pages_are_english_and_know_their_counterparts(client: Client, cast: Cast, shelves: None) -> None:
    page(cast, "Contact", "contact", section="en")
    said = words(client, "/en/contact/")
    assert [told in said for told in ('<html lang="en"', "Last updated", "Cập nhật", "Đăng nhập")] == [
        True, True, False, False,
    ]  # fmt: skip
    assert 'hreflang="vi" href=' not in said
    page(cast, "Liên hệ", "contact")
    for url in ("/en/contact/", "/lien-he/"):
        told = words(client, url)
        for tongue, path in (("vi", "/lien-he/"), ("en", "/en/contact/")):
            assert f'<link rel="alternate" hreflang="{tongue}" href="http://testserver{path}">' in told, (url, tongue)
    assert [one["place"].key for one in client.get("/en/").context["pages"]] == ["contact"]
    told = [
        (url, 'hreflang="en" href="http://testserver/en/"' in words(client, url)) for url in ("/gioi-thieu/", "/en/")
    ]
    assert told == [("/gioi-thieu/", True), ("/en/", True)]
    assert client.get("/en/organisation/").status_code == 404


def test_the_contact_page_says_who_answers(client: Client, cast: Cast) -> None:
    assert f'<a href="/thay-co/{cast.sen.pk}/">Vũ Thị Sen</a>' in words(client, "/lien-he/")


@pytest.fixture
def unit(cast: Cast) -> Unit:
    made = Unit.objects.create(title="Tổ Toán – Tin", slug="toan-tin")
    for name, leads in (("khoa", False), ("lan", True)):
        UnitPost.objects.create(unit=made, person=cast.people[name], leads=leads, starts=OLD)
    UnitPost.objects.create(unit=made, person=cast.tri, starts=OLD, ends=NOW)
    return made


def test_a_unit_shows_its_people_leader_first_and_what_they_wrote(client: Client, cast: Cast, unit: Unit) -> None:
    cast.published(cast.lan, title="Của Lan")
    cast.published(cast.lan, title="Của Lan, nội bộ", section="trao-doi", audience="internal")
    cast.article(cast.khoa, title="Chưa duyệt")
    cast.published(cast.tri, title="Của người tổ khác")
    for reader in (None, cast.khoa):
        if reader:
            client.force_login(reader)
        answer = client.get("/to/toan-tin/")
        assert [(one.name, one.leads) for one in answer.context["unit"].people] == [
            ("Hoàng Lan", True), ("Đặng Khoa", False),
        ]  # fmt: skip
        assert [item["title"] for item in answer.context["page_obj"].object_list] == ["Của Lan"]
    row = client.get("/to/").context["rows"][0]
    assert (row["unit"].title, row["item"]["title"]) == ("Tổ Toán – Tin", "Của Lan")


def test_units_are_listed_in_a_fixed_number_of_questions(client: Client, cast: Cast, unit: Unit) -> None:
    asked = []
    for number in range(3):
        cast.published(cast.lan, title=f"Bài {number}")
        asked.append(questions(client, "/to/"))
        Unit.objects.create(title=f"Tổ {number}", slug=f"to-{number}")
    assert asked == [asked[0]] * 3


def test_a_page_of_staff_shows_posts_offices_and_public_items(client: Client, cast: Cast, unit: Unit) -> None:
    cast.published(cast.lan, title="Của Lan")
    said = client.get(f"/thay-co/{cast.lan.pk}/")
    assert [post.unit for post in said.context["teacher"].units] == [unit]
    assert [item["title"] for item in said.context["page_obj"].object_list] == ["Của Lan"]
    member = client.get(f"/thay-co/{cast.cuc.pk}/").context["teacher"]
    assert [(one["name"], one["fields"]) for one in member.offices] == [("Ủy viên", ["Chuyên môn"])]


def test_only_staff_with_a_post_an_office_or_a_public_item_has_a_page(client: Client, cast: Cast) -> None:
    plain = Person.objects.create_user("binh", "b@testserver.edu.vn", PASSWORD, full_name="Bình", kind=Kind.STAFF)
    nameless = Person.objects.create_user("ten.dang.nhap", "t@testserver.edu.vn", PASSWORD, kind=Kind.STAFF)
    unit = Unit.objects.create(title="Văn phòng", slug="van-phong")
    UnitPost.objects.create(unit=unit, person=nameless, starts=OLD)
    cast.published(cast.vy, title="Của cộng tác viên")
    asked = (plain, nameless, cast.vy, cast.phu, cast.an, cast.khoa)
    assert [client.get(f"/thay-co/{one.pk}/").status_code for one in asked] == [404] * 6
    assert "ten.dang.nhap" not in words(client, "/to/van-phong/") + words(client, "/to/")
    UnitPost.objects.create(unit=unit, person=plain, starts=NOW + timedelta(days=1))
    assert client.get(f"/thay-co/{plain.pk}/").status_code == 404
    UnitPost.objects.create(unit=unit, person=plain, starts=OLD)
    assert client.get(f"/thay-co/{plain.pk}/").status_code == 200


def test_accounts_telephones_and_mail_are_told_nobody(client: Client, cast: Cast, unit: Unit) -> None:
    Person.objects.filter(pk=cast.lan.pk).update(phone="0912 345 678")
    cast.published(cast.lan)
    urls = ("/to/", "/to/toan-tin/", f"/thay-co/{cast.lan.pk}/", "/ban-bien-tap/", "/gioi-thieu/", "/lien-he/")
    told = "".join(words(client, url) for url in urls)
    assert [one for one in ("0912 345 678", "lan@testserver", ">lan<", "/lan/") if one in told] == []


def test_every_place_answers_under_the_address_it_is_known_by(client: Client, cast: Cast) -> None:
    answers = {key: client.get(place.path).status_code for key, place in BY_KEY.items()}
    assert answers == dict.fromkeys(BY_KEY, 200)
