"""The school as strangers read it: one of everything a public page can show, and every address that answers them."""

import re
from datetime import timedelta
from typing import Any

from django.core.management import call_command

from portal.news import actions as news
from portal.news.models import Article
from tests.cast import NOW, OLD, Cast
from tests.matrix.walk import World, read_table, routes
from tests.website.pictures import a_paper, a_picture, shown

NO_PAGE = re.compile(
    r"^(api/|tep/|admin/|rss|atom|the/|bieu-tuong/|\.well-known|tim-kiem/goi-y/)|\.(txt|xml|ics|png|jpg|webmanifest|ico|css|xlsx|pdf|docx)$|/bang-tinh/$"
)
TREE = "^((?:[\\w\\-]+/)*)$"
WIDE = ["Ngày", "Khối 6", "Khối 7", "Khối 8", "Khối 9", "Phòng máy", "Thư viện", "Nhà đa năng"]
TOLD: dict[str, Any] = {"at": OLD, "channel": "test"}
LONG = "Nghiêng-mình-nghe-tiếng-chuông-tan-trường-giữa-một-buổi-chiều-cuối-thu-rất-dài-không-có-chỗ-ngắt"


def everything(cast: Cast) -> list[dict[str, Any]]:
    """A body with a block of each kind, some of them as wide and long as they come."""
    gate, yard, row = (
        a_picture(cast.lan, title=one, alt=f"{one} trong giờ ra chơi") for one in ("Cổng", "Sân", "Hàng cây")
    )
    paper = a_paper(cast.lan)
    return [
        shown(gate, "Cổng trường buổi sáng"), {"type": "paragraph", "value": f"Ba chai nước, một câu hỏi. {LONG}"},
        {"type": "heading", "value": "Số liệu"},
        {"type": "table", "value": {"caption": "Lịch tuần", "rows": [WIDE, [f"{n} tháng 11" for n in range(8)]]}},
        {"type": "quote", "value": {"text": "Cây không đọc sách.", "source": "Lớp 7A3"}},
        {"type": "gallery", "value": [{"picture": one.pk, "caption": "Tưới cây"} for one in (yard, row)]},
        {"type": "heading", "value": "Xem tiếp"}, {"type": "document", "value": {"document": paper.pk}},
        {"type": "video", "value": {"url": "https://vi-du.vn/phim", "title": "Phim lớp 7A3"}},
        {"type": "links", "value": [{"title": "Cổng dịch vụ công", "url": "https://vi-du.vn/", "note": "Nộp hồ sơ"}]},
        {"type": "notice", "value": {"text": "Mang theo áo mưa."}},
        {"type": "paragraph", "value": '<p>Nộp ở <a href="/so-do/">sơ đồ cổng</a>.</p><ul><li>Một</li><li>Hai</li></ul>'},
    ]  # fmt: skip


def stories(cast: Cast) -> list[Article]:
    """Articles of the kinds that look different."""
    topic = cast.up(news.begin_topic(title="Tuần lễ Khoa học", intro="Bảy ngày.", by=cast.sen, **TOLD), cast.sen, OLD)
    ahead = {
        "event_start": NOW + timedelta(days=2),
        "event_end": NOW + timedelta(days=2, hours=3),
        "place": "Sân trường",
    }
    album = [{"type": "gallery", "value": [a_picture(cast.lan, title=f"Ảnh {n}").pk for n in range(3)]}]
    source = {"source": {"name": "Sở Giáo dục", "url": "https://vi-du.vn/bai"}, "in_plan": False}
    advert = {"advertiser": {"name": "Nhà sách", "contact": "0221 3862 000"}, "in_plan": False}
    return [
        cast.published(cast.lan, title="Ba chai nước và một câu hỏi", body=everything(cast), topic=topic.slug, **ahead),
        cast.published(cast.lan, title="Ngày hội qua ảnh", genre="anh-hoat-dong", body=album, consent=True),
        cast.published(cast.lan, title=LONG, section="thong-bao", notice=True),
        cast.published(cast.lan, title="Đăng lại", kind="repost", **source),
        cast.published(cast.lan, title="Hội chợ sách", kind="advertisement", **advert),
        topic,
    ]


def standing_pages(cast: Cast) -> None:
    """A page of the school's own in some places; the others say that nothing stands there yet."""
    shelf = news.begin_section(title="Trang của trường", intro="", field=cast.fields["vp"], audience="public", shape="pages",
                               by=cast.sen, **TOLD)  # fmt: skip
    slug = cast.up(shelf, cast.sen, OLD).slug
    for key, title in (
        ("contact", "Liên hệ"),
        ("fees", "Các khoản thu"),
        ("services", "Dịch vụ"),
        ("about-structure", "Tổ chức"),
    ):
        page = cast.published(cast.lan, title=title, section=slug, body=everything(cast))
        news.stand(key, [page.pk], by=cast.sen, **TOLD)


def public_addresses(world: World) -> list[str]:
    """Every address of the matrix that answers a stranger with a page, once."""
    table = read_table()
    open_to_all = [one for one in routes() if table.get(("GET", one.pattern), {}).get("nobody") == "200"]
    paths = [world.path(one) for one in open_to_all if not NO_PAGE.search(one.pattern) and one.pattern != TREE]
    return list(dict.fromkeys(paths))


def every_public_page(cast: Cast) -> list[str]:
    """The addresses to look at, with something on each of them."""
    world, found = World(cast), stories(cast)
    standing_pages(cast)
    call_command("reindex", verbosity=0)
    of_the_tree = [f"/{cast.sections['chuyen-mon'].slug}/", *(one.url for one in found)]
    wrong = ["/khong-co-trang-nay/", "/tim-kiem/?q=nước", "/tim-kiem/?q=khongthaygi"]
    return [*public_addresses(world), *of_the_tree, *wrong]
