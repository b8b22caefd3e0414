"""Reading an archive with care: addresses, dates, markup, selectors, and what is hostile. No database."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from portal.base.clock import ZONE
from portal.operations.moving import flow, tree
from portal.operations.moving.archive import Archive, Broken
from portal.operations.moving.mapping import mapping_of
from portal.operations.moving.pieces import Picture
from portal.operations.moving.readers import kind_of
from portal.operations.moving.readers.dates import moment
from portal.operations.moving.rules import keys_asked, keys_kept, may_move_in, may_see_moving, must_come_whole
from portal.operations.moving.tree import decoded, good_selector, parsed, select
from portal.people.rules import Board
from tests.legacy import Font, dropped, old
from tests.operations.moving.fixtures import SELECTORS, WORDS, folder, wxr
from tests.operations.moving.fixtures import page as saved_page

BOARD = Board(heads=frozenset({1}), secretaries=frozenset({2}), principals=frozenset({3}), sysadmins=frozenset({4}))


def test_who_may() -> None:
    people = range(1, 6)
    assert [one for one in people if may_move_in(one, BOARD) is None] == [1, 2]  # R-MOVEIN-01
    assert [one for one in people if may_see_moving(one, BOARD) is None] == [1, 2, 3, 4]  # R-MOVEIN-02


def test_a_text_comes_whole_or_says_all_it_lacks() -> None:
    lacking = must_come_whole(title=" ", has_body=False, past=None, section="")
    assert [one.field for one in lacking] == ["title", "body", "past", "section"]  # R-MOVEIN-03


@pytest.mark.parametrize(("address", "keys"), [
    ("https://cu.edu.vn/Tin-tuc/Le-khai-giang/ct/525/1290/", ("/tin-tuc/le-khai-giang/ct/525/1290", "ct/525/1290")),
    ("/tin/b%C3%A0i-m%E1%BB%99t/ct/1/2.html", ("/tin/bài-một/ct/1/2.html", "ct/1/2")),
    ("https://cu.edu.vn/", ()), ("https://cu.edu.vn/index.php", ()), ("", ()),
    ("/xem.aspx?id=5&utm_source=zalo&cat=2", ("/xem.aspx?cat=2&id=5",)),
    ("/index.php?option=com_content&id=7", ("/?id=7&option=com_content",)),
    ("/a/" + "x" * 500, ()), ("http://[hỏng", ()), ("/a/ct/1/2345678901234", ("/a/ct/1/2345678901234",)),
])  # fmt: skip
def test_an_old_address_in_one_form(address: str, keys: tuple[str, ...]) -> None:
    assert keys_kept(address) == keys


def test_an_address_is_known_again_however_it_is_asked_for() -> None:
    kept = set(keys_kept("https://cu.edu.vn/tin-tuc/le-khai-giang/ct/525/1290"))
    asked = ["/tin-tuc/le-khai-giang/ct/525/1290/", "/Tin-tuc/Le-khai-giang/CT/525/1290", "/en/x/ct/525/1290.html",
             "/tin-tuc/le-khai-giang/ct/525/1290"]  # fmt: skip
    assert [bool(kept & set(keys_asked(path, "fbclid=1"))) for path in asked] == [True] * 4
    assert kept & set(keys_asked("/tin-tuc/le-khai-giang/ct/525/129")) == set()
    assert keys_asked("/", "p=12&preview=true") == ("/?p=12&preview=true", "/?p=12")
    assert [keys_asked("/", query) for query in ("", "p=x", "utm_source=zalo", "page=2", "p=" + "1" * 500)] == [
        (), ("/?p=x",), (), (), (),
    ]  # fmt: skip
    assert keys_asked("/category/tin-tuc/page/3/") == ("/category/tin-tuc/page/3", "/category/tin-tuc")
    assert (keys_asked("/tin\0", "id=%00"), keys_asked("/tin%00"), keys_kept("https://cu.edu.vn/tin%00")) == (
        (),
        (),
        (),
    )


@pytest.mark.parametrize(("words", "told"), [
    ("Thứ Hai, 05/09/2016 08:30", (2016, 9, 5, 8, 30)), ("5-9-2016", (2016, 9, 5, 0, 0)),
    ("Ngày 5 tháng 9 năm 2016, 8 giờ 05", (2016, 9, 5, 8, 5)), ("05/09/2016 2:15 CH", (2016, 9, 5, 14, 15)),
    ("2016-09-05T08:30:00", (2016, 9, 5, 8, 30)), ("2016-09-05 08:30:00", (2016, 9, 5, 8, 30)),
    ("Mon, 05 Sep 2016 08:30:00 +0700", (2016, 9, 5, 8, 30)), ("31/02/2016", None), ("hôm qua", None), ("", None),
    ("0000-00-00 00:00:00", None), ("05/09/1016", None),
])  # fmt: skip
def test_dates_as_old_portals_wrote_them(words: str, told: tuple[int, ...] | None) -> None:
    found = moment(words)
    assert (found.astimezone(ZONE).replace(tzinfo=None) if found else None) == (datetime(*told) if told else None)
    assert moment("2016-09-05 00:30:00", UTC) == datetime(2016, 9, 5, 7, 30, tzinfo=ZONE)


@pytest.mark.parametrize(("html", "found"), [
    ("<p>Một<p>Hai", [("paragraph", "<p>Một</p>"), ("paragraph", "<p>Hai</p>")]),
    ("<div>Một<br><br>hai</div>", [("paragraph", "<p>Một<br><br>hai</p>")]),
    ("<p>a</p><p><b>Kết quả</b></p>", [("paragraph", "<p>a</p>"), ("heading", "Kết quả")]),
    ("<p>a</p><p><b>Câu đậm.</b></p>", [("paragraph", "<p>a</p>"), ("paragraph", "<p><b>Câu đậm.</b></p>")]),
    ("<h2>Mục <i>một</i></h2>x", [("heading", "Mục một"), ("paragraph", "<p>x</p>")]),
    ("<ol><li>a<ul><li>b</ul><li>c</ol>", [("paragraph", "<ol><li>a</li><li>b</li><li>c</li></ol>")]),
    ("<script>x()</script><style>p{}</style><p onclick='x()'>a</p>", [("paragraph", "<p>a</p>")]),
    ('<a href="javascript:x()">a</a>', [("paragraph", "<p>a</p>")]),
    ("<table><tr><th>A<th>B<tr><td>1</table>", [("table", [["A", "B"], ["1", ""]])]),
    ("<table><tr><td>chỉ một ô</table>", [("paragraph", "<p>chỉ một ô</p>")]),
    ("<table><tr><td><img src=a.jpg><td>b</table>", [("picture", Picture("a.jpg", "", "")), ("paragraph", "<p>b</p>")]),
    ('<figure><img src=a.jpg alt="Sân"><figcaption>Chú</figcaption></figure>', [("picture", Picture("a.jpg", "Sân", "Chú"))]),
    ('<img src="data:image/png;base64,x"><img src=p.gif width=1>', []),
    ('<iframe src="//youtube.com/embed/x"></iframe><iframe src="//la.vn/x"></iframe>', [("film", "https://youtube.com/embed/x")]),
    ("1 &lt; 2 &amp;lt;", [("paragraph", "<p>1 &lt; 2 &amp;lt;</p>")]), ("", []), ("<p>&nbsp;</p>", []),
])  # fmt: skip
def test_old_markup_as_blocks(html: str, found: list[tuple[str, object]]) -> None:
    assert [(one.kind, one.value) for one in flow.read(html).pieces] == found


def test_markup_however_deep_or_long_is_read_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    deep = flow.read("<div>" * 20_000 + "sâu" + "</div>" * 20_000)
    assert [one.value for one in deep.pieces] == ["<p>sâu</p>"]
    monkeypatch.setattr(tree, "MOST", 100)
    assert len(flow.read("<p>a" * 300).pieces) == 100


@pytest.mark.parametrize("left_open", ["<a " * 40_000, "<!--" * 40_000, "<br>" * 40_000])
def test_what_an_old_page_left_open_costs_its_length(left_open: str) -> None:
    assert len(flow.read(f"<p>đầu{left_open}cuối").pieces) == 1


def test_each_run_is_converted_by_its_own_font_and_what_was_lost_is_named() -> None:
    html = (f'<p><font face=".VnTime">{old("Trường học", Font.TCVN3)}</font> và <span style="font-family:VNI-Times">'
            f'{old("lớp Ưng Ý", Font.VNI)}</span> ® Unicode đúng</p>')  # fmt: skip
    found = flow.read(html)
    assert (found.pieces[0].value, found.notes) == ("<p>Trường học và lớp Ưng Ý ® Unicode đúng</p>", [])
    unnamed = flow.read(f"<p>{old(WORDS, Font.TCVN3)}</p>")
    assert unnamed.fonts == {"TCVN3"}
    lost = flow.read(f'<p style="font-family:.VnTime">{dropped(old("Nhà trường thông báo người học", Font.TCVN3))}</p>')
    assert any("ư" in note for note in lost.notes)


def test_selectors() -> None:
    page = parsed('<div id=a class="x y"><p>1</p><span><p class=z data-k="v1">2</p></span></div><p>3</p>')
    told = {one: [node.text() for node in select(page, one)] for one in
            ("p", "#a p", ".x.y p.z", "div > p", "p[data-k]", "[data-k=v1]", "[data-k^=v], p.none", "h1")}  # fmt: skip
    assert told == {"p": ["1", "2", "3"], "#a p": ["1", "2"], ".x.y p.z": ["2"], "div > p": [], "p[data-k]": ["2"],
                    "[data-k=v1]": ["2"], "[data-k^=v], p.none": ["2"], "h1": []}  # fmt: skip
    assert [good_selector(one) for one in ("div.a #b", "div > p", "", "p:first-child", "a,b")] == [
        True,
        False,
        False,
        False,
        True,
    ]


def test_bytes_become_words_by_their_own_word() -> None:
    assert [decoded(raw) for raw in ("ê".encode(), b"\xef\xbb\xbfe", "ê".encode("utf-16"), b"\xea",
                                     b'<meta charset="windows-1258">\xea')] == ["ê", "e", "ê", "ê",
                                     '<meta charset="windows-1258">ê']  # fmt: skip


def test_a_picture_is_found_by_where_it_stood(tmp_path: Path) -> None:
    archive = Archive(folder(tmp_path / "k", {"a/2016/x.jpg": "1", "a/2017/x.jpg": "2", "b/trang_files/y.jpg": "3"}))
    asked = (("https://cu.vn/uploads/2017/x.jpg", ""), ("x.jpg", ""), ("../a/2016/x.jpg", "b/trang.html"),
             ("trang_files/y.jpg", "b/trang.html"), ("/khac/y.jpg", ""), ("/khac/x.jpg", ""))  # fmt: skip
    assert [archive.find(one, beside) for one, beside in asked] == [
        "a/2017/x.jpg", "a/2016/x.jpg", "a/2016/x.jpg", "b/trang_files/y.jpg", "b/trang_files/y.jpg", None,
    ]  # fmt: skip


def test_which_kind_an_archive_is(tmp_path: Path) -> None:
    rss = '<rss version="2.0"><channel></channel></rss>'
    made = [folder(tmp_path / str(number), {name: words}) for number, (name, words) in enumerate(
        [("x.xml", wxr()), ("tin.rss", rss), ("bai.csv", "Tiêu đề\na"), ("a.html", saved_page("a", "b"))])]  # fmt: skip
    assert [kind_of(Archive(one), mapping_of(b"")) for one in made[:3]] == ["wordpress", "feed", "table"]
    assert kind_of(Archive(made[3]), mapping_of(SELECTORS.encode())) == "saved"
    with pytest.raises(Broken, match="Không nhận ra kho bài"):
        kind_of(Archive(made[3]), mapping_of(b""))


@pytest.mark.parametrize(("told", "sentence"), [
    ("[trang]\ntieu_de='h1'", "thiếu hoặc chưa hiểu noi_dung, ngay"), ("x = [", "không đọc được"),
    ("[trang]\ntieu_de='h1'\nnoi_dung='div > p'\nngay='.d'", "thiếu hoặc chưa hiểu noi_dung"), ("cong = 1", "phải là một mục"),
    ("[cong]\nma = 5", "phải là chữ"),
])  # fmt: skip
def test_a_mapping_that_is_wrong_says_where(told: str, sentence: str) -> None:
    with pytest.raises(Broken, match=sentence):
        mapping_of(told.encode())
