"""Code, paint and classes in a page that are none of ours; links under our own veil; twins of known domains."""

import pytest

from portal.operations.care.faults import Ours, School, faults_of
from portal.operations.care.ours import SOURCES, known_classes, ours
from portal.operations.care.page import read

SCHOOL = School(
    "truong.edu.vn", ("gov.vn", "violet.vn"), ours=Ours({"/static/a.js", "/static/a.css"}, {"lead", "unseen"})
)


def told(html: str) -> list[tuple[str, str]]:
    seen = read(html)
    return [(one.kind.value, one.what) for one in faults_of("/x/", seen, seen, SCHOOL, lambda _: 200)]


@pytest.mark.parametrize(
    "html, what",
    [
        ('<p style="color:#fff;background:#fff">chữ</p>', "Thuộc tính style của thẻ <p>"),
        ("<style>.lead{display:none}</style>", "Thẻ <style>"),
        ("<script>x()</script>", "Mã <script> viết thẳng vào trang"),
        ('<script src="/media/x.js"></script>', "/media/x.js"),
        ('<link rel="stylesheet" href="/media/x.css?1">', "/media/x.css"),
        ('<p class="lead an-di">chữ</p>', "Lớp “an-di” của thẻ <p>"),
        ('<font color="white">chữ</font>', "Thẻ <font>"),
        ('<td bgcolor="white">chữ</td>', "Thuộc tính bgcolor của thẻ <td>"),
        ('<img src="a.png" onerror="x()">', "Thuộc tính onerror của thẻ <img>"),
        ('<meta http-equiv="Refresh" content="0;url=//x.top">', "Thẻ <meta> tự chuyển sang trang khác"),
        ('<a href="javascript:x()">chữ</a>', "Mã trong địa chỉ của thẻ <a>"),
        ('<base href="https://x.top/">', "Thẻ <base>"),
    ],
)
def test_what_no_page_of_ours_has_is_a_fault_by_itself(html: str, what: str) -> None:
    assert told(html) == [("strange", what)]


def test_what_our_pages_have_is_none() -> None:
    assert told(
        '<link rel="stylesheet" href="/static/a.css"><link rel="stylesheet" href="/giao-dien/3b2a8c-1.css">'
        '<script type="application/ld+json">{"a":1}</script><script src="/static/a.js" defer></script>'
        '<p class="lead">chữ <a href="https://violet.vn/">ra ngoài <span class="unseen">trang</span></a></p>'
    ) == []  # fmt: skip


def test_a_link_out_under_our_own_veil_is_hidden() -> None:
    assert told('<div class="unseen"><a href="https://violet.vn/">x</a></div>') == [("hidden", "https://violet.vn/")]
    assert told('<a class="unseen" href="https://violet.vn/">x</a>') == [("hidden", "https://violet.vn/")]


def test_a_twin_is_told_as_such_also_in_punycode() -> None:
    twin = "violet.vn".replace("o", "\u043e")
    for host in (twin, twin.encode("idna").decode()):
        assert told(f'<a href="https://{host}/">x</a>') == [("lookalike", twin)]


def test_our_own_classes_and_code_are_read_from_the_program() -> None:
    assert {"mosaic--5", "home-page", "unseen", "task__title"} <= ours().classes
    assert {"/static/css/base.css", "/static/js/tim.js"} <= set(ours().code)
    assert "moet" not in known_classes(list(SOURCES.rglob("css/base.css")))
