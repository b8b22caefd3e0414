"""Cards and icons: Vietnamese words in a box, whatever the words; a picture that cannot be read does no harm."""

from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from portal.base.sharing import Card, Look
from portal.website.drawing import words
from portal.website.drawing.card import SIZE, draw, draw_school
from portal.website.drawing.crest import ICONS, icon

LOOK = Look("Trường THCS Ngô Gia Tự", "NGT", "Phường Việt Hưng, Hà Nội", "truong.example")
TITLES = (
    "Lễ chào cờ đầu tuần: học sinh khối 9 kể chuyện thầy cô cũ",
    "Kế hoạch kiểm tra cuối học kỳ I năm học 2026–2027",
    "Đợt 2 – những việc cần làm trước ngày 20/11 của lớp 6",
)


def by_letter(text: str) -> float:
    return float(len(text))


@given(st.lists(st.text("aăâđêôơư–0123", min_size=1, max_size=12), min_size=1, max_size=30), st.integers(1, 40))
def test_no_letter_is_lost_and_no_line_too_wide(parts: list[str], width: int) -> None:
    text = " ".join(parts)
    found = words.lines(text, width, by_letter)
    assert "".join(found).replace(" ", "") == text.replace(" ", "")
    assert max(map(len, found)) <= width


@pytest.mark.parametrize("width", range(12, 60, 4))
@pytest.mark.parametrize("title", TITLES)
def test_words_that_belong_together_stay_on_one_line(title: str, width: int) -> None:
    found = words.lines(title, width, by_letter)
    text = "\n".join(found)
    parted = [pair for pair in ("học\nsinh", "học\nkỳ", "năm\nhọc", "khối\n9", "lớp\n6", "ngày\n20/11", "Đợt\n2", "\n–")
              if pair in text]  # fmt: skip
    assert parted == []


def test_lines_are_of_like_length() -> None:
    assert words.lines("một hai ba bốn năm sáu", 20, by_letter) == ["một hai ba", "bốn năm sáu"]


@pytest.mark.parametrize(("text", "drawn"), [
    ("Hội  thảo\n“Đọc sách”", "Hội thảo “Đọc sách”"), ("Vui 😀 quá", "Vui quá"), ("Tre\u0302n", "Trên"), ("", ""),
])  # fmt: skip
def test_only_what_the_fonts_have_is_drawn(text: str, drawn: str) -> None:
    assert words.drawable(text) == drawn


def test_what_does_not_fit_ends_in_an_ellipsis() -> None:
    found = words.fit("Những câu chuyện rất dài " * 20, 400, 150, (60, 40))
    assert (found.size, found.lines[-1][-1], found.height <= 150) == (40, "…", True)
    assert all(words.font(800, 40).getlength(line) <= 400 for line in found.lines)


def colour(drawn: Image.Image, at: tuple[int, int]) -> tuple[int, ...]:
    found = drawn.convert("RGBA").getpixel(at)
    assert isinstance(found, tuple)
    return found


def a_picture(kind: str = "JPEG") -> BytesIO:
    out = BytesIO()
    Image.new("RGB", (900, 600), "#17694d").save(out, kind)
    return BytesIO(out.getvalue())


@pytest.mark.parametrize("card", [
    Card("Lễ chào cờ đầu tuần", "Hoạt động"), Card("x"), Card("Truyềnthuyết" * 40, "Chuyên mục " * 9, "Nguồn: Báo " * 30),
    Card("", "", ""),
])  # fmt: skip
def test_a_card_has_the_size_shared_links_ask_for(card: Card) -> None:
    for beside in (None, a_picture(), BytesIO(b"not a picture")):
        with Image.open(BytesIO(draw(card, LOOK, beside))) as drawn:
            assert (drawn.format, drawn.size) == ("JPEG", SIZE)


def test_the_picture_stands_at_the_right_and_the_words_at_the_left() -> None:
    with Image.open(BytesIO(draw(Card("Bài"), LOOK, a_picture("PNG")))) as drawn:
        assert [colour(drawn, at)[1] > 200 for at in ((1000, 400), (640, 400))] == [False, True]


def test_the_schools_own_colour_is_drawn() -> None:
    with Image.open(BytesIO(draw_school(Look("Trường", "T", ink="#005500")))) as drawn:
        red, green, blue, _ = colour(drawn, (1190, 620))
        assert (red < 20, 70 < green < 100, blue < 20) == (True, True, True)


@pytest.mark.parametrize("name", ICONS)
def test_icons_have_their_size_and_those_cut_to_a_shape_are_full_to_the_edge(name: str) -> None:
    size, full = ICONS[name]
    for arms in (None, a_picture(), BytesIO(b"not a picture")):
        with Image.open(BytesIO(icon(LOOK, name, arms))) as drawn:
            assert (drawn.format, drawn.size) == ("PNG", (size, size))
            assert (colour(drawn, (0, 0))[3] == 255) is full


@pytest.mark.parametrize("other", [
    Card("Bài", "Mục"), Card("Bài sửa", "Mục", "", 1), Card("Bài", "Mục khác", "", 1), Card("Bài", "Mục", "Nguồn: Báo", 1),
    Card("Bài", "Mục", "", 2),
])  # fmt: skip
def test_whatever_is_drawn_is_part_of_the_address(other: Card) -> None:
    card = Card("Bài", "Mục", "", 1)
    assert card.key(LOOK) == Card("Bài", "Mục", "", 1).key(LOOK) != other.key(LOOK)
    assert card.key(LOOK) != card.key(Look("Trường khác"))
