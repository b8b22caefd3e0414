"""Around an article: lists narrowed, months, albums, what to read next, words to send on."""

from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.http import Http404, QueryDict
from django.test import Client
from django.test.utils import CaptureQueriesContext

from portal.approval.models import Case
from portal.base.clock import ZONE
from portal.news import actions as news
from portal.news.listing import rebuild
from portal.news.models import Article
from portal.news.reading.months import Month, month_of
from portal.news.reading.narrowing import Asked, asked
from portal.people.models import Unit, UnitPost
from tests.cast import NOW, OLD, Cast
from tests.website.pictures import a_paper, a_picture, shown

SEPTEMBER, OCTOBER, NOVEMBER = Month(2026, 9), Month(2026, 10), Month(2026, 11)


@pytest.mark.parametrize(
    ("month", "after", "year", "title", "url"),
    [
        (Month(2026, 8), SEPTEMBER, "2025–2026", "tháng 8/2026", "/luu-tru/2026/08/"),
        (SEPTEMBER, OCTOBER, "2026–2027", "tháng 9/2026", "/luu-tru/2026/09/"),
        (Month(2026, 12), Month(2027, 1), "2026–2027", "tháng 12/2026", "/luu-tru/2026/12/"),
    ],
)
def test_a_school_year_begins_with_september(month: Month, after: Month, year: str, title: str, url: str) -> None:
    assert (month.after, month.school_year, month.title, month.url) == (after, year, title, url)
    assert month_of(str(month)) == month


def test_a_month_begins_at_midnight_at_school_and_ends_where_the_next_begins() -> None:
    assert NOVEMBER.listed == {
        "listed__up_at__gte": datetime(2026, 11, 1, tzinfo=ZONE),
        "listed__up_at__lt": datetime(2026, 12, 1, tzinfo=ZONE),
    }


@pytest.mark.parametrize(
    "written", ["2026-13", "2026-00", "26-1", "2026-1", "x", "2026-11-1", "9999-01", "²026-11", ""]
)
def test_a_month_there_is_not_is_not_found(written: str) -> None:
    with pytest.raises(Http404):
        month_of(written)


@pytest.mark.parametrize(
    ("said", "kind", "month", "query"),
    [
        ("", "", None, ""),
        ("chi=anh", "anh", None, "chi=anh&"),
        ("thang=2026-11&chi=thong-bao&la=1", "thong-bao", NOVEMBER, "chi=thong-bao&thang=2026-11&"),
        ("chi=bai-chuyen-sau&page=2", "bai-chuyen-sau", None, "chi=bai-chuyen-sau&"),
    ],
)
def test_an_address_narrows_a_list(said: str, kind: str, month: Month | None, query: str) -> None:
    now = asked(QueryDict(said))
    assert (now, now.query) == (Asked(kind, month), query)


@pytest.mark.parametrize("said", ["chi=khac", "chi=anh-hoat-dong", "thang=x", "chi=anh&thang=2026-99"])
def test_what_cannot_be_asked_for_is_not_found(said: str) -> None:
    with pytest.raises(Http404):
        asked(QueryDict(said))


def photos(cast: Cast, title: str, how_many: int = 1, **more: object) -> Article:
    gallery = [{"picture": a_picture(cast.lan).pk, "caption": f"{title} {n}"} for n in range(how_many)]
    body = [{"type": "gallery", "value": gallery}]
    return cast.published(cast.lan, title=title, genre="anh-hoat-dong", consent=True, body=body, **more)  # type: ignore[arg-type]


def test_a_list_counts_each_kind_and_each_month_and_shows_what_is_asked_for(cast: Cast, client: Client) -> None:
    cast.published(cast.lan, title="Cũ", at=OLD)
    cast.published(cast.lan, title="Mới")
    cast.published(cast.lan, title="Báo", notice=True, expires_at=NOW + timedelta(days=9))
    photos(cast, "Ảnh")
    cast.published(cast.lan, title="Kín", section="trao-doi", audience="internal")

    def seen(query: str) -> tuple[list[str], list[tuple[str, int, bool]], list[tuple[str, int]]]:
        page = client.get(f"/tin-bai/{query}").context
        return (
            [item["title"] for item in page["page_obj"]],
            [(chip["title"], chip["count"], chip["current"]) for chip in page["chips"]],
            [(str(one["month"]), one["count"]) for one in page["months"]],
        )

    every = [("Tất cả", 4, True), ("Thông báo", 1, False), ("Tin ngắn", 2, False), ("Ảnh hoạt động", 1, False)]
    assert seen("") == (["Ảnh", "Báo", "Mới", "Cũ"], every, [("2026-11", 3), ("2026-09", 1)])
    assert seen("?chi=anh")[0] == ["Ảnh"]
    assert seen("?chi=thong-bao")[2] == [("2026-11", 1)]
    assert seen("?thang=2026-09") == (["Cũ"], [], seen("")[2])
    assert seen("?chi=tin-ngan&thang=2026-11")[0] == ["Mới"]
    assert seen("?chi=tin-hoi-nghi")[0] == []
    html = client.get("/tin-bai/?thang=2026-11&chi=anh").content.decode()
    assert 'rel="canonical" href="http://testserver/tin-bai/?chi=anh&amp;thang=2026-11"' in html
    assert 'name="robots" content="noindex"' in html


def test_the_archive_shows_years_months_and_days(cast: Cast, client: Client) -> None:
    for title, hour in (
        ("Hè", datetime(2026, 8, 31, 23, 59, tzinfo=ZONE)),
        ("Khai giảng", datetime(2026, 9, 1, tzinfo=ZONE)),
    ):
        Case.objects.filter(page=cast.published(cast.lan, title=title)).update(published_at=hour)
    rebuild()
    cast.published(cast.lan, title="Sáng", at=NOW)
    cast.published(cast.lan, title="Trưa", at=NOW + timedelta(hours=4))
    cast.published(cast.lan, title="Kín", section="trao-doi", audience="internal", at=NOW)
    years = client.get("/luu-tru/").context["years"]
    assert [(year["title"], year["count"], [one["month"].url for one in year["months"]]) for year in years] == [
        ("2026–2027", 3, ["/luu-tru/2026/11/", "/luu-tru/2026/09/"]), ("2025–2026", 1, ["/luu-tru/2026/08/"]),
    ]  # fmt: skip
    month = client.get("/luu-tru/2026/11/").context
    assert [(str(day["day"]), [item["title"] for item in day["items"]]) for day in month["days"]] == [
        ("2026-11-16", ["Trưa", "Sáng"])
    ]
    assert (month["older"], month["newer"]) == (SEPTEMBER, None)
    for nowhere in ("2026/10", "2026/13", "2026/00", "9999/01", "1/1"):
        assert client.get(f"/luu-tru/{nowhere}/").status_code == 404


def test_albums_are_the_photo_stories_with_their_number_of_pictures(cast: Cast, client: Client) -> None:
    photos(cast, "Kéo co", 3)
    cast.published(
        cast.lan, title="Tin có ảnh", body=[shown(a_picture(cast.lan)), {"type": "paragraph", "value": "Chữ."}]
    )
    photos(cast, "Kín", section="trao-doi", audience="internal")
    cards = client.get("/anh/").context["page_obj"].object_list
    assert [(card["title"], card["pictures"], bool(card["picture_url"])) for card in cards] == [("Kéo co", 3, True)]


def test_lists_beside_the_tree_ask_as_often_for_three_rows_as_for_one(cast: Cast, client: Client) -> None:
    urls = ("/anh/", "/luu-tru/", "/luu-tru/2026/11/")
    asks = []
    for rows in (1, 3):
        while Article.objects.filter(live=True).count() < rows:
            photos(cast, f"Ảnh {Article.objects.count()}", 2)
        for url in urls:
            with CaptureQueriesContext(connection) as asked_for:
                client.get(url)
            asks.append((url, len(asked_for) <= 10, len(asked_for)))  # in a test's transaction nothing is remembered
    assert asks[:3] == asks[3:]
    assert {few for _, few, _ in asks} == {True}


def test_what_to_read_next_is_of_the_topic_then_the_section_then_the_unit_and_each_once(
    cast: Cast, client: Client
) -> None:
    cast.up(news.begin_topic(title="Tri ân", intro="", by=cast.sen, at=OLD, channel="test"), cast.sen, OLD)
    unit = Unit.objects.create(title="Tổ Toán", slug="toan")
    for person in (cast.lan, cast.khoa):
        UnitPost.objects.create(unit=unit, person=person, starts=OLD)
    here = cast.published(cast.lan, title="Bài này", topic="tri-an")
    cast.published(cast.lan, title="Cùng cả hai", topic="tri-an")
    cast.published(cast.lan, title="Cùng mục")
    cast.published(cast.khoa, title="Cùng tổ", section="doan-doi", authors=[{"username": "khoa", "share": 100}])
    cast.published(cast.lan, title="Kín", section="trao-doi", audience="internal", topic="tri-an")
    page = client.get(f"/tin-bai/{here.slug}/").context
    assert [(shelf.title, shelf.url, [item["title"] for item in shelf.items]) for shelf in page["shelves"]] == [
        ("Tri ân", "/tri-an/", ["Cùng cả hai"]), ("Cùng chuyên mục", "/chuyen-mon/", ["Cùng mục"]),
        ("Của Tổ Toán", "/to/toan/", ["Cùng tổ"]),
    ]  # fmt: skip
    assert [one["url"] for one in page["chrome"]["menu"] if one["current"]] == ["/chuyen-mon/"]


def test_the_neighbours_of_an_article_stand_in_its_section_by_time(cast: Cast, client: Client) -> None:
    older = cast.published(cast.lan, title="Trước", at=NOW - timedelta(days=1))
    here = cast.published(cast.lan, title="Giữa")
    twin = cast.published(cast.lan, title="Cùng giây")
    cast.published(cast.lan, title="Mục khác", section="doan-doi", at=NOW + timedelta(minutes=1))

    def beside(article: Article) -> tuple[str | None, ...]:
        page = client.get(f"/tin-bai/{article.slug}/").context
        return tuple(page[name] and page[name]["title"] for name in ("older", "newer"))

    assert [beside(one) for one in (older, here, twin)] == [
        (None, "Giữa"), ("Trước", "Cùng giây"), ("Giữa", None),
    ]  # fmt: skip


def test_a_name_under_a_public_article_leads_to_its_page_and_no_other_does(cast: Cast, client: Client) -> None:
    both = [{"username": "lan", "share": 60}, {"username": "vy", "share": 40}]
    public = cast.published(cast.lan, title="Công khai", authors=both)
    inside = cast.published(cast.lan, title="Kín", section="trao-doi", audience="internal")
    client.force_login(cast.khoa)
    links = [
        [(one["name"], one["url"]) for one in client.get(f"/tin-bai/{article.slug}/").context["writers"]]
        for article in (public, inside)
    ]
    assert links == [[("Hoàng Lan", f"/thay-co/{cast.lan.pk}/"), ("Ngô Vy", "")], [("Hoàng Lan", "")]]


NOTICE = [
    {
        "type": "paragraph",
        "value": "<p>Mang <b>thẻ</b> &amp; áo mưa.</p><ul><li>Sáng: khối 6</li><li>Chiều: khối 7</li></ul>",
    },
    {"type": "table", "value": {"caption": "Giờ", "rows": [["Khối", "Giờ"], ["6", "7:30"]]}},
]


def test_a_notice_goes_on_as_plain_words_with_its_hours_and_its_address(cast: Cast, client: Client) -> None:
    article = cast.published(
        cast.lan, title="Khám sức khỏe", summary="Tuần 12.", notice=True, section="thong-bao", body=NOTICE, place="Phòng y tế",
        event_start=NOW.replace(day=20, hour=7, minute=30), expires_at=NOW.replace(day=21, hour=0),
    )  # fmt: skip
    answer = client.get(f"/tin-bai/{article.slug}/tin-nhan.txt")
    assert (answer["Content-Type"], answer["X-Robots-Tag"]) == ("text/plain; charset=utf-8", "noindex")
    assert answer.content.decode() == (
        "[Trường THCS Ngô Gia Tự] Thông báo\nKhám sức khỏe\n\n"
        "• Thời gian: 07:30 thứ Sáu 20/11/2026\n• Nơi: Phòng y tế\n• Có giá trị đến: thứ Bảy 21/11/2026\n\n"
        "Tuần 12.\nMang thẻ & áo mưa.\n- Sáng: khối 6\n- Chiều: khối 7\nGiờ\n- Khối | Giờ\n- 6 | 7:30\n\n"
        f"Đọc trên cổng của trường: http://testserver/tin-bai/{article.slug}/\n"
    )


def test_a_long_notice_is_cut_between_paragraphs_and_says_so(cast: Cast, client: Client) -> None:
    body = [{"type": "paragraph", "value": f"<p>{'chữ ' * 200}</p><p>Đoạn cuối.</p>" * 2}]
    article = cast.published(cast.lan, notice=True, body=body, expires_at=NOW + timedelta(days=9))
    words = client.get(f"/tin-bai/{article.slug}/tin-nhan.txt").content.decode()
    assert ("(còn tiếp ở địa chỉ bên dưới)\n\nĐọc trên cổng" in words, words.count("Đoạn cuối.")) == (True, 1)


def test_other_items_go_on_by_their_summary_with_their_origin(cast: Cast, client: Client) -> None:
    source = {"name": "Báo Ví Dụ", "author": "", "url": "https://bao.example/1", "published_at": NOW.isoformat()}
    article = cast.published(cast.lan, title="Tin đăng lại", summary="Một câu.", kind="repost", source=source)
    words = client.get(f"/tin-bai/{article.slug}/tin-nhan.txt").content.decode()
    assert words.split("\n\n")[1:3] == ["• Nguồn: Báo Ví Dụ", "Một câu."]


def test_what_is_not_for_everybody_is_not_for_sending_on(cast: Cast, client: Client) -> None:
    inside = cast.published(cast.lan, title="Kín", section="trao-doi", audience="internal")
    draft = cast.article(cast.lan, title="Nháp")
    over = cast.published(cast.lan, title="Hết hạn", at=OLD, expires_at=NOW)
    client.force_login(cast.khoa)
    asked_for = (inside, draft, over)
    assert [client.get(f"/tin-bai/{one.slug}/tin-nhan.txt").status_code for one in asked_for] == [404, 404, 404]
    assert "Chép tin gửi Zalo" not in client.get(f"/tin-bai/{inside.slug}/").content.decode()


def test_a_gallery_leads_to_each_picture_large_and_a_file_tells_its_kind_and_size(cast: Cast, client: Client) -> None:
    picture, paper = a_picture(cast.lan), a_paper(cast.lan, title="Kế hoạch", words="x" * 3000)
    body = [
        {"type": "gallery", "value": [{"picture": picture.pk, "caption": "Giờ ra chơi"}]},
        {"type": "document", "value": paper.pk},
    ]  # fmt: skip
    html = client.get(f"/tin-bai/{cast.published(cast.lan, body=body, consent=True).slug}/").content.decode()
    assert f'class="gallery__open" href="/tep/anh/{picture.pk}/width-1280%7Cformat-webp/"' in html
    assert ("tệp PDF · 2,9" in html.replace("\xa0", " "), "Giờ ra chơi · Ảnh: Lê Minh" in html) == (True, True)
