"""What a text needs so that everybody can follow it, by hand from TT 26/2020: R-READY-05, -09, -10 and where they speak."""

from dataclasses import replace
from typing import Any

import pytest
from django.test import Client

from portal.approval import actions as approval
from portal.base.refused import Refused
from portal.news import actions as news
from portal.news.models import Article
from portal.news.plain_rules import describes, heading_faults, link_faults, links, says_where
from portal.news.rules import not_ready
from tests.cast import NOW, Cast
from tests.news.screen import Screen, sit_down
from tests.news.test_checklists import FULL
from tests.website.pictures import a_picture, shown

TELLING = (
    "Thời khóa biểu tuần 12", "thứ tự các trường", "Dạy thêm", "day them", "Chi tiết máy", "Sở Giáo dục", "0221 3862 000",
    "Công văn 1234/SGDĐT", "tải mẫu đơn", "xem ảnh lễ khai giảng", "7A3", "Đáy giếng", "đầy đủ", "Link kiện",
)  # fmt: skip
POINTING = (
    "tại đây", "Tại đây", "TẠI ĐÂY", "“tại đây”", "tại đây.", "→ tại đây", "ở đây", "đây", "xem thêm", "Xem thêm…", "xem tiếp >>",
    "bấm vào đây", "Nhấn  vào\nđây", "click", "Click here", "click vào đây", "link", "đường dẫn này", "chi tiết",
    "Xem chi tiết tại đây", "tải về", "tai day", "XEM THEM", "ta\u0323i đây", "", "  ", "\u00a0", "…", "»", "–",
)  # fmt: skip


@pytest.mark.parametrize("words", TELLING)
def test_words_that_tell_where_a_link_leads(words: str) -> None:
    assert says_where(words) is True


@pytest.mark.parametrize("words", POINTING)
def test_words_that_tell_nothing_heard_alone(words: str) -> None:
    assert says_where(words) is False


@pytest.mark.parametrize(
    "alt, expected",
    [("Học sinh lớp 7A3 tưới cây", True), ("Cổng trường", True), ("Ảnh chụp lớp 9A1", True), ("2026", False), ("", False),
     ("  ", False), ("ảnh", False), ("Hình ảnh", False), ("IMG_2034.JPG", False), ("IMG_2034", False), ("DSC00012", False),
     ("zalo-123", False), ("Ảnh minh họa", False), ("a\u0309nh", False), ("san-truong.webp", False)],
)  # fmt: skip
def test_words_that_say_what_is_in_a_picture(alt: str, expected: bool) -> None:
    assert describes(alt) is expected


BODY = [
    ("paragraph", '<p>Mời xem <a href="/a/">lịch thi</a> và <a href="/b/"><b>tại</b> đây</a>.</p>'),
    ("heading", "Lịch"), ("paragraph", '<ul><li><a href="https://vi-du.vn"></a></li></ul><a>không dẫn đâu</a>'),
    ("video", {"url": "https://vi-du.vn/v", "title": "xem thêm"}),
    ("links", [{"type": "item", "value": {"title": "Click", "url": "https://a.vn", "note": ""}}]),
    ("links", {"rows": [{"title": "Cổng dịch vụ công", "url": "https://b.vn"}]}), ("image", {"picture": 1}),
]  # fmt: skip


def test_every_link_of_a_text_is_found_with_its_block() -> None:
    assert links(BODY) == [
        (0, "lịch thi"), (0, "tại đây"), (2, ""), (3, "xem thêm"), (4, "Click"), (5, "Cổng dịch vụ công"),
    ]  # fmt: skip
    assert [(fault.block, fault.message.split("”")[0]) for fault in link_faults(BODY)] == [
        (0, "Đường liên kết “tại đây"), (2, "Có đường liên kết không có chữ nào; hãy viết tên trang sẽ mở."),
        (3, "Đường liên kết “xem thêm"), (4, "Đường liên kết “Click"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "body, expected",
    [
        ([("heading", "Lịch"), ("paragraph", "<p>Tuần này</p>")], []),
        ([("heading", "Lịch"), ("heading", "Nơi"), ("table", {})], [0]),
        ([("paragraph", "<p>Chữ</p>"), ("heading", "Hết")], [1]),
        ([("paragraph", "<p><b>Chuẩn bị</b></p><p>Mang vở.</p>")], [0]),
        ([("paragraph", "<p><b>Chuẩn bị</b><br>Mang vở.</p>")], [0]),
        ([("paragraph", "<p><strong>Chuẩn bị</strong></p>"), ("table", {})], [0]),
        ([("paragraph", "<p>Hạn nộp:</p><p><b>30 tháng 10</b></p>")], []),
        ([("paragraph", "<p><b>Em nghĩ gì?</b></p><p>Vui ạ.</p>")], []),
        ([("paragraph", "<p><b>Phút 6</b>, Dũng sút.</p><p>Hết giờ.</p>")], []),
        ([("paragraph", "<ul><li><b>Vở</b></li><li>Bút</li></ul><p>Hết.</p>")], []),
        ([("paragraph", f"<p><b>{'dài ' * 30}</b></p><p>Hết.</p>")], []),
    ],
)
def test_headings_stand_over_something_and_bold_lines_are_none(
    body: list[tuple[str, Any]], expected: list[int]
) -> None:
    assert [fault.block for fault in heading_faults(body)] == expected


def test_each_fault_is_told_at_its_block_with_rule_and_clause() -> None:
    body = (BODY[0], ("heading", "Lịch"))
    assert [(one.rule, one.clause, one.field) for one in not_ready(replace(FULL, body=body), NOW)] == [
        ("R-READY-09", "Điều 12.2, TT 26/2020", "body[0]"), ("R-READY-10", "Điều 12.2, TT 26/2020", "body[1]"),
    ]  # fmt: skip


VAGUE: list[dict[str, Any]] = [
    {"type": "paragraph", "value": "<p>Lịch thi đã có.</p>"},
    {"type": "paragraph", "value": '<p>Xem <a href="/lich/">tại đây</a>.</p>'}, {"type": "heading", "value": "Hết"},
]  # fmt: skip


def test_such_a_text_is_not_submitted_and_says_why_at_its_place(cast: Cast) -> None:
    bare = a_picture(cast.lan, alt="IMG_0001")
    article = cast.article(cast.lan, body=[*VAGUE, shown(bare)])
    with pytest.raises(Refused) as refused:
        approval.submit(article, by=cast.lan, at=NOW, channel="test")
    assert [(one.rule, one.field) for one in refused.value.refusals] == [
        ("R-READY-05", "body"),
        ("R-READY-09", "body[1]"),
    ]
    news.edit(article, {"body": VAGUE[:1]}, by=cast.lan, at=NOW, channel="test")
    assert approval.submit(article, by=cast.lan, at=NOW, channel="test").open is not None


def in_block(screen: Screen, number: int) -> str:
    return screen.html.split(f'id="khoi-{number}"')[1].split("</fieldset>")[0]


def test_the_editor_says_it_at_the_field_and_keeps_what_was_typed(cast: Cast, client: Client) -> None:
    bare = a_picture(cast.lan, alt="")
    screen = sit_down(client, cast.lan, f"/viet/{cast.article(cast.lan, body=[*VAGUE, shown(bare)]).pk}/")
    assert [(label, href) for ok, label, href in screen.needs() if not ok] == [
        ("Mô tả của từng ảnh", "#id_b-3-alt"), ("Chữ của từng đường liên kết", "#id_b-1-text"),
    ]  # fmt: skip
    assert ["block__lack" in in_block(screen, number) for number in range(4)] == [False, True, False, True]
    screen.press("save", b__1__text="Xem [lịch thi giữa kì](/lich/).", b__3__alt="Sân trường giờ ra chơi")
    assert [label for ok, label, _ in screen.needs() if not ok] == []
    assert "block__lack" not in screen.html


def test_the_quick_page_says_it_before_anything_is_sent(cast: Cast, client: Client) -> None:
    text = "Lịch thi\nXem [tại đây](https://vi-du.vn/lich)."
    screen = sit_down(client, cast.lan, "/viet/nhanh/")
    said = client.post("/viet/nhanh/goi-y/", {"text": text})
    assert "Đường liên kết “tại đây” không nói dẫn đến đâu" in said.content.decode()
    screen.press("save", text=text, section="chuyen-mon")
    assert Article.objects.get().get_latest_revision_as_object().summary == "Xem tại đây."
