"""What a teacher types is what is kept, and comes back as it was typed."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from portal.news.editor.markup import as_html, as_text
from portal.news.intake import rich

LINK = '<a href="https://thcs.edu.vn/a" rel="noopener">đây</a>'


@pytest.mark.parametrize(
    "text, html",
    [
        ("Một đoạn.", "<p>Một đoạn.</p>"),
        ("Một.\n\nHai.", "<p>Một.</p><p>Hai.</p>"),
        ("Một,\nxuống dòng.", "<p>Một,<br>xuống dòng.</p>"),
        ("Có **chữ đậm** và *chữ nghiêng*.", "<p>Có <strong>chữ đậm</strong> và <em>chữ nghiêng</em>.</p>"),
        ("***Cả hai***", "<p><strong><em>Cả hai</em></strong></p>"),
        ("**đậm***nghiêng*", "<p><strong>đậm</strong><em>nghiêng</em></p>"),
        ("Xem [đây](https://thcs.edu.vn/a).", f"<p>Xem {LINK}.</p>"),
        (
            "**Xem [đây](https://thcs.edu.vn/a)**",
            '<p><strong>Xem </strong><a href="https://thcs.edu.vn/a" rel="noopener"><strong>đây</strong></a></p>',
        ),
        ("- nước\n- khăn", "<ul><li>nước</li><li>khăn</li></ul>"),
        ("1. nước\n2. khăn", "<ol><li>nước</li><li>khăn</li></ol>"),
        ("Chuẩn bị:\n- nước\n- khăn", "<p>Chuẩn bị:</p><ul><li>nước</li><li>khăn</li></ul>"),
        ("- nước\n  - lọc\n- khăn", "<ul><li>nước<ul><li>lọc</li></ul></li><li>khăn</li></ul>"),
        ("- nước,\n  hai chai", "<ul><li>nước,<br>hai chai</li></ul>"),
        ("2 * 3 * 4 = 24", "<p>2 * 3 * 4 = 24</p>"),
        ("\\*không nghiêng\\*", "<p>*không nghiêng*</p>"),
        ("**quên đóng", "<p>**quên đóng</p>"),
        ("a < b & c", "<p>a &lt; b &amp; c</p>"),
        ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"),
        ("[x](javascript:alert(1))", "<p>[x](javascript:alert(1))</p>"),
        ("Ghi chú [1] ở dưới", "<p>Ghi chú [1] ở dưới</p>"),
        ("Ngày 20.11: nghỉ", "<p>Ngày 20.11: nghỉ</p>"),
        ("", ""),
    ],
)
def test_typed_marks_become_tags(text: str, html: str) -> None:
    assert as_html(text) == html


@pytest.mark.parametrize(
    "text",
    [
        "Một đoạn, có **đậm**, *nghiêng* và [liên kết](https://thcs.edu.vn/a).\n\nĐoạn hai\nxuống dòng.",
        "Chuẩn bị:\n\n- nước\n  - lọc\n  - chanh\n- **khăn**",
        "1. Một\n2. Hai",
        "2 * 3 = 6, ghi chú [1], giá 5.000 đ (năm nghìn)",
        "Lúc 7 giờ – 8 giờ; “trích”; dấu \\\\ lẻ",
    ],
)
def test_a_settled_text_comes_back_to_the_letter(text: str) -> None:
    assert as_text(as_html(text)) == text


@pytest.mark.parametrize(
    "html, text",
    [
        ("Không có thẻ đoạn", "Không có thẻ đoạn"),
        ("<p>a</p>chữ rơi<ul><li>b</li></ul>", "a\n\nchữ rơi\n\n- b"),
        ("<p><b>a</b> <i>b</i></p>", "**a** *b*"),
        ("<p><b>a <i>b</i></b></p>", "**a *b***"),
        ("<p><b> a </b>x</p>", "**a** x"),
        ("<p>a<br><br>b</p>", "a\n\nb"),
        ("<ul><li><p>a</p><p>b</p></li></ul>", "- a\n  b"),
        ("<ul><li>a</li></ul><ul><li>b</li></ul>", "- a\n- b"),
        ("<ul><li>a<ol><li>b</li></ol>sau</li></ul>", "- a\n  1. b\n- sau"),
        ("<p>- không phải mục</p><p>1. cũng không</p>", "\\- không phải mục\n\n1\\. cũng không"),
        ('<p><a href="https://vi.wikipedia.org/wiki/A_(b)">A</a></p>', "[A](https://vi.wikipedia.org/wiki/A_\\(b\\))"),
    ],
)
def test_kept_html_is_shown_as_typed_text(html: str, text: str) -> None:
    assert as_text(rich(html)) == text


SIGNS = st.characters(codec="utf-8", exclude_categories=["Mn", "Cc", "Cs", "Cn"], exclude_characters="\u2028\u2029")
PIECES = st.sampled_from(
    ["*", "**", "***", "-", "- ", "1. ", "1) ", "•", "• ", "[", "]", "(", ")", "](", "\\", " ", "  ", "\n", "\n\n", "\u00a0",
     "[a](https://b.vn)", "[a](/x)", "&", "<", ">", "<p>", "<b>", "a", "đ", "1", ".", ":"]
)  # fmt: skip
TEXTS = (
    st.lists(st.one_of(PIECES, PIECES, SIGNS), max_size=30)
    .map("".join)
    .filter(lambda text: unicodedata.is_normalized("NFC", text))
)


@given(TEXTS)
@example("**a** **b***c*")
@example("[a[b](/x)](/y)")
@example("- a\n   - b\n - c\nd")
def test_any_text_is_settled_after_one_turn_and_loses_nothing(text: str) -> None:
    html = as_html(text)
    assert as_html(as_text(html)) == html
    assert as_text(as_html(as_text(html))) == as_text(html)


@given(TEXTS)
def test_what_is_made_of_a_text_passes_the_sanitiser_unchanged(text: str) -> None:
    html = as_html(text)
    assert rich(html) == html


ADDRESSES = st.sampled_from(
    [
        "https://thcs.edu.vn/?a=1&b=(2)",
        "/tin-bai/x/",
        "#a",
        "mailto:a@b.vn",
        "tel:+84",
        "a b",
        "javascript:x",
        "*[a]*",
        "",
    ]
)


def tagged(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    plain = inner | st.lists(inner, max_size=4).map("".join)
    one = st.tuples(st.sampled_from(["p", "b", "strong", "i", "em", "ul", "ol", "li"]), plain).map(
        lambda pair: f"<{pair[0]}>{pair[1]}</{pair[0]}>"
    )
    link = st.tuples(ADDRESSES, plain).map(lambda pair: f'<a href="{pair[0]}">{pair[1]}</a>')
    return one | one | link


WORDS = TEXTS.map(lambda text: text.replace("&", "&amp;").replace("<", "&lt;"))
HTML = st.lists(st.recursive(WORDS | st.just("<br>"), tagged, max_leaves=12), max_size=4).map("".join)


@given(HTML)
def test_any_kept_html_says_the_same_after_a_visit_to_the_editor(html: str) -> None:
    kept = f"<p></p>{html}"
    kept = rich(kept)
    visited = rich(as_html(as_text(kept)))
    assert as_text(visited) == as_text(kept)
    assert visible(visited) == visible(kept)
    assert rich(as_html(as_text(visited))) == visited


def visible(html: str) -> str:
    """Every letter a reader sees, in order."""
    from html.parser import HTMLParser

    seen: list[str] = []
    reader = HTMLParser()
    reader.handle_data = seen.append  # type: ignore[method-assign]
    reader.feed(html)
    reader.close()
    return "".join("".join(seen).split())
