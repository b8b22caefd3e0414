"""What is wrong with a page, from its words alone."""

from portal.operations.care.faults import Fault, School, faults_of
from portal.operations.care.page import read
from portal.operations.care.rules import Kind

SCHOOL = School("thcsducgiang.edu.vn", ("gov.vn", "violet.vn"), frozenset({"https://khung.example.org/", "/khung/"}))
PAGE = """<html><head><title>Tin – Trường</title><script src="/static/js/a.js"></script></head><body>
<header><a href="/khung/">Khung</a><a href="https://khung.example.org/">Khung</a></header>
<main><p>Chào các em.</p>{}</main></body></html>"""


def faults(inner: str, robot: str | None = None, path: str = "/tin-bai/a/") -> set[tuple[Kind, str]]:
    statuses = {"/co/": 200, "/chuyen/": 301, "/mat/": 404, "/go/": 410, "/noi-bo/": None, "/khung/": 404}
    seen, other = read(PAGE.format(inner)), read(PAGE.format(inner if robot is None else robot))
    found = faults_of(path, seen, other, SCHOOL, lambda target: statuses[target.partition("?")[0]])
    assert all(one.where == path and one.title == "Tin" and one.note for one in found)
    return {(one.kind, one.what) for one in found}


def test_an_honest_page_has_none() -> None:
    honest = """<a href="/co/">Có</a> <a href="/chuyen/">Chuyển</a> <a href="#dau">Đầu</a> <a href="mailto:a@b.vn">Thư</a>
        <a href="https://moet.gov.vn/x">Bộ</a> <a href="https://thu.thcsducgiang.edu.vn/">Thư</a> <a href="tel:024">Gọi</a>
        <span class="unseen">Chỉ máy đọc</span> <p hidden>Phần gập</p>"""
    assert faults(honest) == set()


def test_links_inside_that_lead_nowhere_or_behind_the_door() -> None:
    inner = '<a href="/mat/">Mất</a><a href="http://testserver/go/">Gỡ</a><a href="/noi-bo/">Nội bộ</a><a href="/mat/">Lần nữa</a>'
    assert faults(inner) == {
        (Kind.BROKEN_INSIDE, "/mat/"),
        (Kind.BROKEN_INSIDE, "/go/"),
        (Kind.BROKEN_INSIDE, "/noi-bo/"),
    }


def test_what_every_page_leads_to_is_told_once_with_the_home_page() -> None:
    assert faults("") == set()
    assert faults("", path="/") == {(Kind.BROKEN_INSIDE, "/khung/"), (Kind.FOREIGN, "khung.example.org")}


def test_domains_unknown_and_domains_alike() -> None:
    inner = '<a href="https://bantin.example.com/a">Tin</a><a href="https://thcsducgiang.com/">Trường</a><a href="https://violet.vn">V</a>'
    assert faults(inner) == {(Kind.FOREIGN, "bantin.example.com"), (Kind.LOOKALIKE, "thcsducgiang.com")}


def test_hidden_links_and_words_by_every_trick() -> None:
    tricks = ("display:none", "position:absolute;left:-9999px", "font-size: 0", "visibility : hidden", "opacity:0", "text-indent:-5000px",
              "height:0;overflow:hidden")  # fmt: skip
    for trick in tricks:
        inner = f'<div style="{trick}"><a href="https://violet.vn/x">sách</a></div>'
        assert (trick, faults(inner)) == (
            trick, {(Kind.HIDDEN, "https://violet.vn/x"), (Kind.STRANGE, "Thuộc tính style của thẻ <div>")},
        )  # fmt: skip
    assert faults(
        '<p style="font-size:0.9em;opacity:0.8;height:04px">Chữ <a href="https://violet.vn/x">sách</a></p>'
    ) == {(Kind.STRANGE, "Thuộc tính style của thẻ <p>")}
    assert faults("<p hidden>Tải game bài đổi thưởng</p>") == {(Kind.HIDDEN, "game bài đổi thưởng, đổi thưởng")}


def test_gambling_words_code_from_elsewhere_and_what_only_robots_get() -> None:
    assert faults("<p>Nhà cái uy tín</p>") == {(Kind.INJECTED, "nhà cái")}
    assert faults('<script src="https://x.example/a.js"></script><iframe src="//y.example/"></iframe>') == {
        (Kind.INJECTED, "x.example"), (Kind.INJECTED, "y.example"),
    }  # fmt: skip
    only_robots = '<p>Tài xỉu</p><a href="https://bet.example/">Cược</a>'
    assert faults("", only_robots) == {(Kind.CLOAKED, "tài xỉu"), (Kind.CLOAKED, "https://bet.example/")}


def test_broken_markup_is_read_as_far_as_it_goes() -> None:
    seen = read('<main><a href="/a">Một<p>hai</main><a href="/b">ba<b></a></i> <img src="x" alt=""><br> <p>bốn')
    assert [(link.href, link.text, link.main) for link in seen.links] == [("/a", "Một hai", True), ("/b", "ba", False)]
    assert seen.words == "Một hai ba bốn"


def test_a_fault_names_the_sentence_for_its_reader() -> None:
    seen = read(PAGE.format('<a href="/mat/">Danh sách lớp</a>'))
    assert faults_of("/x/", seen, seen, SCHOOL, lambda _: 404) == [
        Fault(Kind.BROKEN_INSIDE, "/x/", "/mat/", "Chữ “Danh sách lớp”: trang trả lời 404.", "Tin")
    ]
