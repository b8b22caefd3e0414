"""What a paper's letters become, run by run; and its pieces, block by block. No database."""

import pytest

from portal.base.text.legacy import Font
from portal.files.office.paper import Heading, ListOf, Note, Paper, Paragraph, Piece, Run, Shot, Table
from portal.news.bringing.came import Came
from portal.news.bringing.rules import may_be_one_text, may_be_read, may_turn, something_came
from portal.news.bringing.shaping import Shaped, shaped, with_pictures
from portal.news.bringing.shown import Told
from portal.news.bringing.typed import relined, typed
from tests.legacy import dropped, old, runs


def set_in(text: str, font: Font = Font.TCVN3) -> list[Run]:
    return [Run(codes, name) for name, codes in runs(text, font)]


def read(*pieces: Piece, title: str = "Tên", converting: bool = True) -> Shaped:
    return shaped(Paper(list(pieces)), title=title, converting=converting)


NAMES = "Đỗ Ưng, Ngô Ý, Nguyễn Thị Hoè, Mừng, Kỳ, Đặng Thuỳ Dương, Ánh, Ỷ, QUỲNH"


@pytest.mark.parametrize("font", [Font.TCVN3, Font.VNI])
def test_names_of_pupils_come_out_whole(font: Font) -> None:
    made = read(Paragraph(set_in(NAMES, font)))
    assert made.body == [{"type": "paragraph", "value": f"<p>{NAMES}</p>"}]
    assert ([one.where for one in made.changes], [one.after for one in made.changes], made.lost) == (
        ["Đoạn 1"],
        [NAMES],
        [],
    )


def test_capitals_fonts_make_capitals() -> None:
    made = read(Heading(2, set_in("ỦY BAN NHÂN DÂN PHƯỜNG", Font.TCVN3_CAPS)))
    assert made.body == [{"type": "heading", "value": "ỦY BAN NHÂN DÂN PHƯỜNG"}]
    assert (made.changes[0].font, made.changes[0].told_by) == ("TCVN3 (phông chữ hoa)", ".VnTimeH")


def test_three_worlds_stand_in_one_paragraph_and_each_run_is_read_by_its_font() -> None:
    made = read(
        Paragraph([*set_in("Trường "), *set_in("Đức Giang ", Font.VNI), Run("® có ô, ò, ì.", "Times New Roman")])
    )
    assert made.body == [{"type": "paragraph", "value": "<p>Trường Đức Giang ® có ô, ò, ì.</p>"}]
    assert (made.changes[0].font, made.changes[0].told_by) == ("TCVN3, VNI", ".VnTime, VNI-Times")


def test_a_letter_parted_from_its_mark_by_a_change_of_look_is_one_letter() -> None:
    made = read(Paragraph([Run("Vie", "VNI-Times", bold=True), Run("ät Nam", "VNI-Times")]))
    assert made.body == [{"type": "paragraph", "value": "<p><strong>Việ</strong>t Nam</p>"}]


def test_what_is_typed_in_unicode_under_an_old_font_is_left_alone() -> None:
    made = read(Paragraph([Run("Thầy cô và các em học sinh", "VNI-Times")]))
    assert (made.body, made.changes) == ([{"type": "paragraph", "value": "<p>Thầy cô và các em học sinh</p>"}], [])


def test_a_font_forgotten_is_known_by_the_words_and_short_places_by_the_rest() -> None:
    told = "Kính gửi các thầy cô giáo và các em học sinh trường Trung học cơ sở Đức Giang"
    made = read(Paragraph([Run(old(told, Font.TCVN3))]), Paragraph([Run(old("Tổ Văn", Font.TCVN3))]))
    assert [(one.after, one.told_by) for one in made.changes] == [(told, ""), ("Tổ Văn", "")]


def test_a_letter_that_fell_out_before_is_named_with_its_place() -> None:
    made = read(Paragraph([Run(dropped(old("Các em học sinh đến trường", Font.TCVN3)), ".VnTime")]))
    assert made.changes[0].after == "Các em học sinh đến trờng"
    assert any("Đoạn 1: Chữ ư ở đây đã rơi mất" in one and "trường" in one for one in made.lost)


def test_unconverted_every_letter_is_as_it_came_and_nothing_is_told() -> None:
    codes = old("Thông báo", Font.TCVN3)
    made = read(Paragraph([Run(codes, ".VnTime")]), converting=False)
    assert (made.body, made.changes, made.lost) == ([{"type": "paragraph", "value": f"<p>{codes}</p>"}], [], [])


def test_pieces_become_blocks_in_their_order_footnotes_last() -> None:
    made = read(
        Paragraph([Run("Một "), Run("hai", bold=True), Run(" ba[1]", italic=True)]),
        ListOf(False, [[Run("x")], [Run("y", link="https://vi.wikipedia.org/")]]),
        ListOf(True, [[Run("c")], [Run("d")]], start=3),
        Heading(2, [Run("Mục")]),
        Table([[[Run("a")], [Run("b")]], [[Run("1")], []]], [Run("Bảng điểm")]),
        Shot(b"x", "a.jpg", [Run("Hình 1")]),
        Note(1, [Run("Theo sổ.")]),
    )
    assert made.body == [
        {"type": "paragraph", "value": "<p>Một <strong>hai</strong> <em>ba[1]</em></p><ul><li>x</li><li>"
         '<a href="https://vi.wikipedia.org/" rel="noopener">y</a></li></ul><p>3. c</p><p>4. d</p>'},
        {"type": "heading", "value": "Mục"},
        {"type": "table", "value": {"caption": "Bảng điểm", "rows": [["a", "b"], ["1", ""]]}},
        {"type": "image", "value": {"shot": 0, "caption": "Hình 1"}},
        {"type": "heading", "value": "Chú thích"},
        {"type": "paragraph", "value": "<ol><li>Theo sổ.</li></ol>"},
    ]  # fmt: skip
    assert with_pictures(made.body, lambda _: 7)[3] == {"type": "image", "value": {"picture": 7, "caption": "Hình 1"}}
    assert with_pictures(made.body, lambda _: None)[3] == {"type": "paragraph", "value": "<p><em>Hình 1</em></p>"}


def test_what_is_too_long_for_its_block_stands_in_the_text_whole() -> None:
    made = read(
        Heading(1, [Run("đ" * 201)]), Table([[[Run("ê" * 501)], [Run("b")]]]), Shot(b"x", "a.jpg", [Run("ư" * 401)])
    )
    assert [one["type"] for one in made.body] == ["paragraph", "image", "paragraph"]
    assert made.body[0]["value"] == f"<p><strong>{'đ' * 201}</strong></p><p>{'ê' * 501}</p><p>b</p>"
    assert made.lost == ["Bảng 1: có ô dài quá 500 ký tự, nên bảng được xếp thành đoạn văn."]


def test_the_first_heading_near_the_top_is_the_title_unless_one_is_given() -> None:
    pieces = [Paragraph([Run("UBND phường")]), Heading(1, set_in("Kế hoạch")), Paragraph([Run("a")])]
    made = read(*pieces, title="")
    assert (made.title, made.body) == ("Kế hoạch", [{"type": "paragraph", "value": "<p>UBND phường</p><p>a</p>"}])
    assert (made.changes[0].where, read(*pieces).title) == ("Tiêu đề", "Tên")


def test_a_short_first_line_is_the_title_and_words_that_begin_at_once_have_none() -> None:
    long = Paragraph([Run("Sáng nay trường tổ chức Ngày hội Khoa học.")])
    date = Paragraph([Run("Việt Hưng, ngày 5 tháng 11 năm 2026")])
    line, greeting = Paragraph(set_in("Ngày hội Khoa học 2026")), Paragraph([Run("Kính gửi: Các thầy cô")])
    section = Heading(2, [Run("I. Mục đích")])
    found = [
        read(*pieces, title="").title for pieces in ((date, line, greeting, section, long), (long, section), (line,))
    ]
    assert found == ["Ngày hội Khoa học 2026", "Sáng nay trường tổ chức Ngày hội Khoa học.", "Ngày hội Khoa học 2026"]
    assert read(line, title="").body == [{"type": "paragraph", "value": "<p>Ngày hội Khoa học 2026</p>"}]


@pytest.mark.parametrize(
    "head, is_title",
    [("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", False), ("Độc lập – Tự do – Hạnh phúc", False), ("UBND PHƯỜNG VIỆT HƯNG", False),
     ("TRƯỜNG THCS NGÔ GIA TỰ", False), ("Số: 12/KH-THCSNGT", False), ("PHÒNG GD&ĐT LONG BIÊN", False),
     ("Trường THCS Ngô Gia Tự tổ chức Ngày hội Khoa học", True),
     ("KẾ HOẠCH", True), ("Liên đội ra quân", True), ("LIÊN ĐỘI KIM ĐỒNG", False)],
)  # fmt: skip
def test_a_letterhead_is_no_title_in_whichever_font(head: str, is_title: bool) -> None:
    for runs_of in (set_in(head), set_in(head, Font.VNI), [Run(head)]):
        pieces = [Heading(1, runs_of), Heading(1, set_in("Giao lưu sách"))]
        made, raw = read(*pieces, title=""), read(*pieces, title="", converting=False)
        assert (made.title, len(raw.body)) == (head if is_title else "Giao lưu sách", 1)


def test_plain_words_become_paragraphs_and_lists() -> None:
    found = typed("Mở đầu\r\n\r\n- một\n• hai\n1. a\n2) b\n5. c\n1. lẻ")
    assert found.pieces == [
        Paragraph([Run("Mở đầu")]), ListOf(False, [[Run("một")], [Run("hai")]]), ListOf(True, [[Run("a")], [Run("b")]]),
        Paragraph([Run("5. c")]), Paragraph([Run("1. lẻ")]),
    ]  # fmt: skip


def test_a_chat_pasted_as_lines_gives_its_lists() -> None:
    """Zalo: signs of its own before lines that only breaks part; what begins with a picture of a sign is a line."""
    lines = [Run("📢 Lớp 7A\n• Thứ Hai "), Run("nghỉ", bold=True), Run("\n-Thứ Ba học\n👉 Mang vở\n-5 độ\nCô Lan")]
    expected = [
        Paragraph([Run("📢 Lớp 7A")]), ListOf(False, [[Run("Thứ Hai "), Run("nghỉ", bold=True)], [Run("Thứ Ba học")]]),
        Paragraph([Run("👉 Mang vở")]), Paragraph([Run("-5 độ")]), Paragraph([Run("Cô Lan")]),
    ]  # fmt: skip
    assert relined(Paper([Paragraph(lines)], ["x"])) == Paper(expected, ["x"])
    assert typed("📢 Lớp 7A\n• Thứ Hai\n•Thứ Ba\n✅ xong").pieces == [
        Paragraph([Run("📢 Lớp 7A")]), ListOf(False, [[Run("Thứ Hai")], [Run("Thứ Ba")]]), Paragraph([Run("✅ xong")]),
    ]  # fmt: skip
    alone = Paper([Paragraph([Run("một\nhai")])])
    assert relined(alone) == alone


def test_marks_where_a_line_may_break_go_from_letters_of_today_and_stay_in_tcvn3() -> None:
    made = read(
        Paragraph([Run("Nguy\u00adễn ", "Calibri"), *set_in("trường")]), Paragraph([Run("Th\u00adị", "Calibri")])
    )
    assert made.body == [{"type": "paragraph", "value": "<p>Nguyễn trường</p><p>Thị</p>"}]
    assert [one.where for one in made.changes] == ["Đoạn 1"]


def test_what_a_block_cannot_keep_of_a_look_is_said() -> None:
    link, look = Run("Sở", link="https://so.vn/"), Run("tên", bold=True)
    made = read(
        Paragraph([Run("Họp", underline=True), Run("\tlúc"), link]), Heading(2, [link]), Table([[[look]], [[look]], [[link]]]),
    )  # fmt: skip
    assert made.lost == [
        "1 chỗ gạch chân thành chữ thường, vì trên web gạch chân là đường liên kết.",
        "1 chỗ căn bằng phím Tab chỉ còn một dấu cách; cần thẳng cột thì dùng bảng.",
        "1 chỗ đậm, nghiêng trong bảng, tiêu đề mục hay chú thích thành chữ thường.",
        "2 đường liên kết trong bảng, tiêu đề mục hay chú thích chỉ còn chữ: https://so.vn/.",
    ]


@pytest.mark.parametrize("first, title", [
    ("Chào các con,", "Chào các con"), ("Kính gửi: ", "Kính gửi"), ("Thông báo –", "Thông báo"), (",,,", ",,,"),
    ("Một câu " * 40, ("Một câu " * 25)[:-1]),
])  # fmt: skip
def test_a_title_taken_from_the_words_keeps_no_sign_that_leads_on(first: str, title: str) -> None:
    assert read(Paragraph([Run(first)]), title="").title == title


def test_a_letter_no_browser_shows_is_made_visible() -> None:
    told = Told.of({"where": "Đoạn 1", "before": "tr\u00adêng", "after": "trường", "font": "TCVN3", "told_by": ""})
    assert (told.before, told.after) == ("tr-êng", "trường")


@pytest.mark.parametrize(
    "refusal, rule, sentence",
    [
        (something_came(0, "  "), "R-BRING-01", "Hãy chọn tệp, hoặc dán lời văn vào ô. (Điều 12.2)"),
        (something_came(1, "x"), "R-BRING-01", "Mỗi lần chỉ nhập tệp, hoặc chỉ nhập lời dán; hãy bỏ bớt một bên. (Điều 12.2)"),
        (something_came(21, ""), "R-BRING-01", "Mỗi lần nhập nhiều nhất 20 tệp (đang chọn 21); hãy chia làm nhiều lần. (Điều 12.2)"),
        (something_came(2, "", 201 * 2**20), "R-BRING-01", "Các tệp cộng lại nặng quá 200 MB; hãy chia làm nhiều lần. (Điều 12.2)"),
        (may_be_read("a.docm", 9), "R-BRING-02", "“a.docm”: chỉ nhập được tệp .docx, .odt, .doc và .rtf. (Điều 8.1, 12.2, 13.7)"),
        (may_be_read("a.docx", 200 * 2**20), "R-BRING-02", "“a.docx” nặng quá 40 MB. (Điều 8.1, 12.2, 13.7)"),
        (may_be_read("a.odt", 0), "R-BRING-02", "“a.odt” là tệp rỗng. (Điều 8.1, 12.2, 13.7)"),
        (may_be_one_text(400_001, "pasted"), "R-BRING-02",
         "Văn bản dài quá 400.000 ký tự, quá mức một bài đăng; hãy chia ra nhiều bài. (Điều 8.1, 12.2, 13.7)"),
        (may_turn(is_draft=True, untouched=True, has_other=False), "R-BRING-04",
         "Không có chỗ nào đổi phông để trả lại. (Điều 12.2)"),
    ],
)  # fmt: skip
def test_what_is_refused_says_why(refusal: object, rule: str, sentence: str) -> None:
    assert (refusal.rule, str(refusal)) == (rule, sentence)  # type: ignore[attr-defined]


@pytest.mark.parametrize("is_draft, untouched, may", [(True, True, True), (False, True, False), (True, False, False)])
def test_turning_back_ends_with_the_first_change(is_draft: bool, untouched: bool, may: bool) -> None:
    """R-BRING-04"""
    assert (may_turn(is_draft=is_draft, untouched=untouched, has_other=True) is None) == may


def test_what_may_come_comes() -> None:
    given = (
        something_came(20, ""),
        something_came(0, "x"),
        may_be_read("KẾ HOẠCH.DOC", 1),
        may_be_one_text(400_000, "papers"),
    )
    assert given == (None, None, None, None)


@pytest.mark.parametrize("came, long", [
    (Came(raw=b"PK\x03\x04"), False), (Came(raw=b"{\\rtf1"), True), (Came(raw=b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), True),
    (Came(raw=b"PK\x03\x04" + b"\0" * 4 * 2**20), True), (Came(pasted="a" * 200_000), False), (Came(html="<b>a" * 20_001), True),
    (Came(pasted="a" * 100_001, html="a" * 100_000), True),
])  # fmt: skip
def test_what_would_keep_somebody_waiting_is_known_before_it_is_read(came: Came, long: bool) -> None:
    assert came.takes_long == long
