"""What a teacher wrote in Word comes as plain pieces, in order, and what could not come is said."""

import pytest

from portal.files.office import read
from portal.files.office.paper import Paper
from tests.files.office.docx import (
    PNG,
    cell,
    docx,
    item,
    level,
    numbering,
    p,
    picture,
    r,
    style,
    table,
)
from tests.files.office.said import shown

pytestmark = pytest.mark.sqlite  # the same over either

SHEET = (
    style("Normal", "Normal", default=True)
    + style("H1", "heading 1", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr>')
    + style("H2", "heading 2", '<w:basedOn w:val="H1"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr>')
    + style("Own", "Mục của tôi", '<w:basedOn w:val="H2"/>')
    + style("Title", "Title") + style("Caption", "caption") + style("TOC1", "toc 1")
    + style("Strong", "Strong", "<w:rPr><w:b/></w:rPr>", kind="character")
)  # fmt: skip
LISTS = numbering(
    level(0, "decimal", "%1.") + level(1, "lowerLetter", "%2)") + level(2, "bullet", "-"),
    level(0, "bullet", "•") + level(1, "bullet", "o"),
    level(0, "decimal", "Điều %1."),
    level(0, "upperRoman", "%1.") + level(1, "decimal", "%1.%2."),
    level(0, "upperRoman", "%1.") + level(1, "decimal", "%1.%2.", "<w:isLgl/>"),
)
BOLD, ITALIC = "<w:b/>", "<w:i/>"


def paper(*body: str, **more: object) -> Paper:
    return read(docx("".join(body), **({"styles": SHEET, "numbering": LISTS} | more)), "bai.docx")


def pieces(*body: str, **more: object) -> list[str]:
    return shown(paper(*body, **more))


def bold(text: str) -> str:
    return p(r(text, BOLD))


def field(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def asks(text: str) -> str:
    return f"<w:r><w:instrText>{text}</w:instrText></w:r>"


@pytest.mark.parametrize("body, expected", [
    (p("Tên bài", style="Title") + p("x"), ["H1 Tên bài", "P x"]),
    (p("Một", style="H1") + p("Hai", style="H2") + p("Ba", style="Own"), ["H1 Một", "H2 Hai", "H2 Ba"]),
    (p("Bốn", more='<w:outlineLvl w:val="3"/>') + p("Thường", style="H1", more='<w:outlineLvl w:val="9"/>'),
     ["H4 Bốn", "P <b>Thường</b>"]),
    (bold("I. Mục đích") + p("a") + p("b") + bold("1. Yêu cầu:") + p("c") + p("d"),
     ["H2 I. Mục đích", "P a", "P b", "H3 1. Yêu cầu:", "P c", "P d"]),
    (bold("1. Mục đích") + p("a") + p("b"), ["H2 1. Mục đích", "P a", "P b"]),
    (bold("KẾ HOẠCH") + bold("Chào mừng 20/11") + p("a") + p("b") + p("c"),
     ["H2 KẾ HOẠCH", "H2 Chào mừng 20/11", "P a", "P b", "P c"]),
    (p("a") + p("b") + bold("HIỆU TRƯỞNG"), ["P a", "P b", "P <b>HIỆU TRƯỞNG</b>"]),
    (p("a") + bold("TM. HIỆU TRƯỞNG") + bold("PHÓ HIỆU TRƯỞNG") + p("(Đã ký)") + p("Đỗ Thị Ửng"),
     ["P a", "P <b>TM. HIỆU TRƯỞNG</b>", "P <b>PHÓ HIỆU TRƯỞNG</b>", "P (Đã ký)", "P Đỗ Thị Ửng"]),
    (p("a") + bold("Câu này chỉ được nhấn mạnh.") + p("b"), ["P a", "P <b>Câu này chỉ được nhấn mạnh.</b>", "P b"]),
    (bold("a") + bold("b") + bold("c") + p("x") * 5, ["P <b>a</b>", "P <b>b</b>", "P <b>c</b>"] + ["P x"] * 5),
    (bold("Cả bài đậm") + p("x") + bold("từ đầu") + bold("đến cuối"),
     ["P <b>Cả bài đậm</b>", "P x", "P <b>từ đầu</b>", "P <b>đến cuối</b>"]),
    (p(r("Nửa ", BOLD), "đậm") + p("x") + p("y"), ["P <b>Nửa </b>đậm", "P x", "P y"]),
    (bold("12") + p("x") + p("y"), ["P <b>12</b>", "P x", "P y"]),
])  # fmt: skip
def test_headings_are_known_by_style_and_by_how_bold_lines_stand(body: str, expected: list[str]) -> None:
    assert pieces(body) == expected


@pytest.mark.parametrize("body, expected", [
    (item("một") + item("hai"), ["L1 một / hai"]),
    (item("một") + item("con", depth=1) + item("cháu", depth=2) + item("hai"), ["L1 một\na) con\n– cháu / hai"]),
    (item("một") + p("xen") + item("hai"), ["L1 một", "P xen", "L2 hai"]),
    (item("chấm", 2) + item("con", 2, 1) + item("chấm", 2), ["L chấm\n– con / chấm"]),
    (item("một") + item("chấm", 2), ["L1 một", "L chấm"]),
    (item("Phạm vi", 3) + item("Đối tượng", 3), ["P Điều 1. Phạm vi", "P Điều 2. Đối tượng"]),
    (item("a", 4) + item("b", 4, 1) + item("c", 4, 1) + item("d", 4) + item("e", 4, 1),
     ["P I. a", "P I.1. b", "P I.2. c", "P II. d", "P II.1. e"]),
    (p("Mục", style="H1", more='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="4"/></w:numPr>'), ["H1 I. Mục"]),
    (item("a", 5) + item("b", 5, 1), ["P I. a", "P 1.1. b"]),
    (item("không số", 0) + item("không có", 77) + item("sâu", 1, 8), ["P không số", "P không có", "P sâu"]),
])  # fmt: skip
def test_lists_keep_the_numbers_that_stood_on_paper(body: str, expected: list[str]) -> None:
    assert pieces(body) == expected


def test_a_list_begins_again_where_word_was_told_so() -> None:
    again = '<w:num w:numId="9"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    body = item("một") + p("xen") + item("lại một", 9) + item("lại hai", 9)
    assert pieces(body, numbering=LISTS + again) == ["L1 một", "P xen", "L1 lại một / lại hai"]


SPAN, DOWN, ON = '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
NESTED = table(["x", "y"], ["z", "t"])


@pytest.mark.parametrize("body, expected", [
    (table(["a", "b"], ["c", "d"]), ["T a | b // c | d"]),
    (table(["a", "b"], ["c", "d"], first="<w:tblHeader/>"), ["Th a | b // c | d"]),
    (table([cell("gộp", more=SPAN)], ["c", "d"]), ["T gộp |  // c | d"]),
    (table([cell("dọc", more=DOWN), "b"], [cell("", more=ON), "d"]), ["T dọc | b //  | d"]),
    (table(["a"], ["b", "c"]), ["T a |  // b | c"]),
    (table(["a", "b"], ["", ""]), ["T a | b"]),
    (table([cell(p("dòng"), p("nữa")), cell(item("một"), item("hai"))]), ["T dòng\nnữa | 1. một\n2. hai"]),
    (table([cell(p("trong khung"), p("nữa"))]), ["P trong khung", "P nữa"]),
    (table([cell(NESTED), "b"]), ["T x | y\nz | t | b"]),
    (p("Bảng 2. Điểm") + table(["a", "b"]), ["T a | b = Bảng 2. Điểm"]),
    (p("Kết quả", style="Caption") + table(["a", "b"]), ["T a | b = Kết quả"]),
    (table(["a", "b"]) + p("Bảng 1: Điểm", style="Caption"), ["T a | b = Bảng 1: Điểm"]),
    (p("Bảng điểm của lớp") + table(["a", "b"]), ["P Bảng điểm của lớp", "T a | b"]),
])  # fmt: skip
def test_tables_keep_their_cells_in_place(body: str, expected: list[str]) -> None:
    assert pieces(body) == expected


SHOT = picture("i1", "Sân trường")
KEPT = {"media": {"san.png": PNG}, "told": [("i1", "image", "media/san.png", False)]}
FLOATS = picture("i1", "Sân trường", anchored=True)


@pytest.mark.parametrize("body, expected", [
    (p(SHOT) + p("Các em ra sân", style="Caption"), ["S san.png (Sân trường) = Các em ra sân"]),
    (p(SHOT) + p(r("Các em ra sân", ITALIC)) + p("x"), ["S san.png (Sân trường) = Các em ra sân", "P x"]),
    (p(SHOT) + p("Hình 1: ra sân") + p("Hình 2 thì không"), ["S san.png (Sân trường) = Hình 1: ra sân", "P Hình 2 thì không"]),
    (p(SHOT) + p("Hình như trời mưa"), ["S san.png (Sân trường)", "P Hình như trời mưa"]),
    (p("Trên", style="Caption") + p(SHOT), ["S san.png (Sân trường) = Trên"]),
    (p(SHOT, "<w:r><w:br/></w:r>", r("Ảnh: Lan")), ["S san.png (Sân trường) = Ảnh: Lan"]),
    (p("trước ", SHOT, " sau"), ["P trước  sau", "S san.png (Sân trường)"]),
    (p("chữ", FLOATS), ["P chữ", "S san.png (Sân trường)"]),
    (p(picture("i1", "IMG_2024.jpg")), ["S san.png ()"]),
    (table([cell(p(SHOT)), cell(p(SHOT))], ["lớp 1A", "lớp 1B"]),
     ["S san.png (Sân trường) = lớp 1A", "S san.png (Sân trường) = lớp 1B"]),
    (table(["một", "hai"], ["ba", cell(p(SHOT))]), ["T một | hai // ba | ", "S san.png (Sân trường)"]),
])  # fmt: skip
def test_pictures_come_with_their_captions(body: str, expected: list[str]) -> None:
    assert pieces(body, **KEPT) == expected


def test_notes_stand_at_the_end_numbered_as_they_are_called() -> None:
    def call(kind: str, note: int) -> str:
        return f'<w:r><w:{kind}Reference w:id="{note}"/></w:r>'

    def note(kind: str, key: int, text: str) -> str:
        return f'<w:{kind} w:id="{key}">{p(text)}</w:{kind}>'

    sheet = (
        '<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>'
        + note("footnote", 2, "hai")
        + note("footnote", 5, "năm")
    )
    body = p("a", call("footnote", 5), call("endnote", 1)) + p("b", call("footnote", 2), call("footnote", 99))
    assert pieces(body, footnotes=sheet, endnotes=note("endnote", 1, "cuối")) == [
        "P a[1][2]", "P b[3]", "N1 năm", "N2 cuối", "N3 hai",
    ]  # fmt: skip


@pytest.mark.parametrize("body, expected", [
    (p("a", "<w:r><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t></w:r>"), ["P a\tb\nc-d"]),
    (p(r("đ", BOLD), r("n", ITALIC), r("g", '<w:u w:val="single"/>'), r("k", '<w:u w:val="none"/>')), ["P <b>đ</b><i>n</i><u>g</u>k"]),
    (p(r("a", '<w:rStyle w:val="Strong"/>'), r("b", '<w:rStyle w:val="Strong"/><w:b w:val="0"/>')), ["P <b>a</b>b"]),
    (p("m", r("2", '<w:vertAlign w:val="superscript"/>'), " H", r("2", '<w:position w:val="-6"/>'), "O"), ["P m² H₂O"]),
    (p(r("\uf0fc", font="Wingdings"), ' <w:r><w:sym w:font="Symbol" w:char="F061"/></w:r>'.strip()), ["P ✓α"]),
    (p('<w:hyperlink r:id="ok">' + r("đây") + '</w:hyperlink><w:hyperlink r:id="no">' + r("kia") + "</w:hyperlink>"),
     ["P [đây](https://example.edu.vn/a)kia"]),
    (p(field("begin"), asks('HYPERLINK "https://a.vn/b"'), field("separate"), r("đó"), field("end"), r(".")), ["P [đó](https://a.vn/b)."]),
    (p('<w:smartTag><w:sdt><w:sdtContent>' + r("gói") + "</w:sdtContent></w:sdt></w:smartTag>"), ["P gói"]),
    (p('<m:oMath><m:f><m:num><m:r><m:t>a+b</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>'), ["P (a+b)/2"]),
    ("<w:sdt><w:sdtContent>" + p("trong ô") + "</w:sdtContent></w:sdt>", ["P trong ô"]),
])  # fmt: skip
def test_letters_keep_their_look_and_their_breaks(body: str, expected: list[str]) -> None:
    told = [("ok", "hyperlink", "https://example.edu.vn/a", True), ("no", "hyperlink", "javascript:x()", True)]
    assert pieces(body, told=told) == expected


TRACKED = p("giữ ", f"<w:ins>{r('mới')}</w:ins>", "<w:del><w:r><w:delText>cũ</w:delText></w:r></w:del>")
BOX = "<wps:txbx><w:txbxContent>" + p("trong khung") + "</w:txbxContent></wps:txbx>"
BOXED = (
    "<w:r><mc:AlternateContent><mc:Choice><w:drawing><wp:anchor><a:graphic><a:graphicData>" + BOX
    + "</a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>"
    + p("trong khung") + "</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)  # fmt: skip
TOC = p(field("begin"), asks("TOC \\o"), field("separate"), r("Mục 1 … 3")) + p(r("Mục 2 … 5"), field("end")) + p("bài")


@pytest.mark.parametrize("body, expected, said", [
    (TRACKED, ["P giữ mới"], ["1 chỗ chữ mới chèn đang theo dõi (Track Changes) được giữ như đã chấp nhận.",
                              "1 chỗ chữ đã xóa đang theo dõi (Track Changes) không đưa vào."]),
    (p("a", BOXED, "b"), ["P ab", "P trong khung"], ["1 khung chữ (Text Box) được đặt ngay sau đoạn chứa nó."]),
    (TOC, ["P bài"], ["Mục lục tự động không đưa vào."]),
    (p("Mục 1", style="TOC1") + p("bài"), ["P bài"], ["Mục lục tự động không đưa vào."]),
    (p("hiện", r("ẩn", "<w:vanish/>")), ["P hiện"], ["1 chỗ chữ ẩn (Hidden) không đưa vào."]),
    (p("a", r("gạch", "<w:strike/>")), ["P agạch"], ["1 chỗ chữ gạch ngang vẫn được đưa vào như chữ thường; thầy/cô xem có bỏ không."]),
    (p("x", "<w:r><w:object/></w:r>"), ["P x[…]"],
     ["1 đối tượng nhúng (công thức kiểu cũ, bảng tính…) không đưa vào được; chỗ ấy ghi […]."]),
    (p("x", picture("xa", by="link")), ["P x"],
     ["1 ảnh nằm ngoài tệp (chỉ có liên kết) không được lấy về; thầy/cô chèn hẳn ảnh vào tệp rồi nhập lại."]),
    (p("x", picture("emf")), ["P x"], ["1 ảnh không phải PNG, JPEG hay WebP nên không đưa vào được (“a.emf”); thầy/cô lưu lại thành PNG."]),
    (p("x", picture("thiếu")), ["P x"], ["1 ảnh có tên trong bài mà không có trong tệp."]),
    (p("x", r("\uf04e", font="Webdings")), ["P x\ufffd"],
     ["1 ký hiệu của phông riêng (Wingdings, Symbol…) không có trong Unicode; chỗ ấy ghi �."]),
    ("<w:altChunk/>" + p("x"), ["P x"], ["1 phần chèn nguyên từ tệp khác không đọc được."]),
])  # fmt: skip
def test_what_could_not_come_is_said(body: str, expected: list[str], said: list[str]) -> None:
    told = [("xa", "image", "https://example.com/a.png", True), ("emf", "image", "media/a.emf", False)]
    found = paper(body, told=told, media={"a.emf": b"\x01\0\0\0" * 9})
    assert (shown(found), found.said) == (expected, said)
