"""What changed between two texts: in words, in pictures side by side, in facts; against which text; any two of them."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from PIL import Image

from portal.desk.comparing import Difference
from portal.desk.diff import MOST_LABOUR, Part, Piece, Shot, compare, pairs, words
from portal.files import actions as files
from portal.files.models import Picture
from portal.news import actions as news
from portal.news.models import Article
from portal.people.models import Person
from tests.cast import NOW, Cast

As = Callable[[Person], Client]


def shot(number: int, **more: str) -> Piece:
    told = {"sha256": f"hash{number}", "caption": "", "alt": "", "credit": "", **more}
    return Piece(" ".join(filter(None, (told["caption"], told["alt"]))), Shot(number, **told))


def kinds(parts: list[Part]) -> list[str]:
    return [part.kind for part in parts]


# --- pieces ----------------------------------------------------------------------------------------------------------


def test_a_picture_is_paired_with_the_same_file_and_its_words_are_compared() -> None:
    before = [Piece("Mở bài"), shot(1, caption="Lớp 7A3", alt="Sân trường", credit="Lan")]
    after = [Piece("Mở bài"), shot(2, sha256="hash1", caption="Lớp 7A4", alt="Sân trường")]
    same, part = compare(before, after)
    assert (same.kind, part.kind, part.another_file) == ("same", "picture", False)
    assert part.after is not None
    assert part.after.words == (
        ("Chú thích", "Lớp <del>7A3</del> <ins>7A4</ins>"), ("Mô tả ảnh", "Sân trường"), ("Ảnh", "<del>Lan</del>"),
    )  # fmt: skip


def test_another_picture_in_its_place_stands_beside_the_old_one() -> None:
    (part,) = compare([shot(1, alt="Cũ")], [shot(2, alt="Mới")])
    assert (part.kind, part.another_file) == ("picture", True)
    assert part.before is not None
    assert part.after is not None
    assert (part.before.shot.picture, part.after.shot.picture) == (1, 2)
    assert part.before.words == (("Mô tả ảnh", "Cũ"),)
    assert part.after.words == (("Mô tả ảnh", "<del>Cũ</del> <ins>Mới</ins>"),)


def test_a_picture_that_is_new_and_one_that_is_gone_have_one_side_only() -> None:
    gone, new = compare([shot(1, alt="<b>"), Piece("Hết")], [Piece("Hết"), shot(2)])[::2]
    assert (gone.kind, gone.after, new.kind, new.before) == ("picture", None, "picture", None)
    assert gone.before is not None
    assert gone.before.words == (("Mô tả ảnh", "&lt;b&gt;"),)


def test_a_picture_is_never_paired_with_words() -> None:
    assert kinds(compare([Piece("Sân trường")], [shot(1, caption="Sân trường")])) == ["del", "picture"]


def test_thirty_pictures_keep_their_pairs_when_one_more_comes_first() -> None:
    old = [shot(number) for number in range(30)]
    assert kinds(compare(old, [shot(99), *old])) == ["picture", "same"]
    renamed = [shot(100 + number, sha256=f"hash{number}", caption="Mới") for number in range(30)]
    parts = compare(old, [shot(99), *renamed])
    assert [part.before is not None and not part.another_file for part in parts] == [False, *[True] * 30]


def test_a_title_is_paired_with_the_title_however_unlike() -> None:
    old, new = [Piece("Hai", role="title"), Piece("Hai", role="summary")], [Piece("Ba", role="title"), Piece("Ba")]
    assert [(part.kind, part.html) for part in compare(old, new)] == [
        ("change", "<del>Hai</del> <ins>Ba</ins>"), ("del", "Hai"), ("ins", "Ba"),
    ]  # fmt: skip


def test_pieces_are_paired_in_order_for_the_greatest_likeness() -> None:
    old = [Piece("một hai ba bốn"), Piece("năm sáu bảy tám")]
    new = [Piece("chẳng giống gì"), Piece("một hai ba tư"), Piece("năm sáu bảy chín"), Piece("thêm nữa")]
    assert pairs(old, new) == [(0, 1), (1, 2)]
    assert pairs(old, []) == []
    assert pairs([], new) == []


@pytest.mark.parametrize(
    "old,new,expected",
    [
        ("xóa cuối câu.", "xóa.", "xóa <del>cuối câu</del>."),
        ("a b c", "a c", "a <del>b</del> c"), ("", "mới", "<ins>mới</ins>"), ("cũ", "", "<del>cũ</del>"),
        ("như cũ", "như cũ", "như cũ"), ("hai  dấu cách", "hai dấu cách", "hai dấu cách"),
        ("a < b", "a > b", "a <del>&lt;</del> <ins>&gt;</ins> b"),
    ],
)  # fmt: skip
def test_words_are_marked_with_their_spaces_outside(old: str, new: str, expected: str) -> None:
    assert words(old, new) == expected


def test_a_very_long_passage_is_compared_sentence_by_sentence() -> None:
    sentences = [f"Câu thứ {number} kể chuyện lớp {number} rất vui." for number in range(200)]
    changed = [*sentences[:50], "Câu thứ 50 kể chuyện lớp 50 khá vui.", *sentences[51:], "Hết."]
    old, new = " ".join(sentences), " ".join(changed)
    assert len(old.split()) * len(new.split()) > MOST_LABOUR
    told = words(old, new)
    assert told.count("<del>") == 1
    assert told.count("<ins>") == 2
    assert "lớp 50 <del>rất</del> <ins>khá</ins> vui." in told


# --- the review page -------------------------------------------------------------------------------------------------


def picture(cast: Cast, colour: str, **words: str) -> Picture:
    out = BytesIO()
    Image.new("RGB", (40, 30), colour).save(out, "PNG")
    told = {"title": "Ảnh", "alt": "Sân trường", "credit": "", **words}
    return files.store_picture(ContentFile(out.getvalue(), "anh.png"), by=cast.lan, at=NOW, channel="test", **told)


def edit(article: Article, by: Person, **data: Any) -> None:
    news.edit(article, data, by=by, at=NOW, channel="test")


def difference(browser: Client, article: Article, query: str = "") -> Difference:
    found: Difference = browser.get(f"/viec/{article.pk}/{query}").context["difference"]
    return found


def test_pictures_stand_side_by_side_through_the_gate(cast: Cast, as_: As) -> None:
    red, blue = picture(cast, "red"), picture(cast, "blue", alt="Phòng học")
    words = {"type": "paragraph", "value": "Ba chai nước."}
    shots = [{"type": "image", "value": {"picture": one.pk, "caption": "Lớp 7A3"}} for one in (red, blue)]
    article = cast.article(cast.lan, body=[words, shots[0]])
    cast.submit(article, cast.lan)
    edit(article, cast.cuc, body=[words, shots[1]])
    page = as_(cast.cuc).get(f"/viec/{article.pk}/")
    part = next(one for one in page.context["difference"].parts if one.kind == "picture")
    assert part.another_file
    told = page.content.decode()
    for one in (red, blue):
        url = f"/tep/anh/{one.pk}/width-400|format-webp/"
        assert f'src="{url}"'.replace("|", "%7C") in told
        assert as_(cast.cuc).get(url).status_code == 200
        assert as_(cast.phu).get(url).status_code == 404


def test_facts_that_changed_are_listed_by_name(cast: Cast, as_: As) -> None:
    article = cast.article(cast.lan, place="Hội trường A")
    cast.submit(article, cast.lan)
    edit(article, cast.cuc, genre="bai-phan-anh", section="doan-doi", place="Hội trường B", plan_entry=None,
         photographer="Cô Lan", event_start="2026-11-15T08:00:00+07:00")  # fmt: skip
    found = difference(as_(cast.cuc), article)
    assert found.parts == []
    assert [(fact.label, fact.html) for fact in found.facts] == [
        ("Chuyên mục", "<del>Chuyên môn</del> <ins>Đoàn – Đội</ins>"),
        ("Thể loại", "<del>Tin ngắn</del> <ins>Bài phản ánh</ins>"),
        ("Nơi", "Hội trường <del>A</del> <ins>B</ins>"),
        ("Việc trong kế hoạch", "<del>Ngày hội Khoa học</del> <ins>Ngoài kế hoạch</ins>"),
        ("Ảnh", "<ins>Cô Lan</ins>"),
        ("Diễn ra từ", "<ins>08:00 15/11/2026</ins>"),
    ]


def test_the_text_to_compare_with_is_chosen_by_a_link(cast: Cast, as_: As) -> None:
    article = cast.article(cast.vy, title="Một")
    cast.submit(article, cast.vy)
    edit(article, cast.sen, title="Hai")
    edit(article, cast.sen, title="Ba")
    cast.decide(article, "approve", cast.sen)
    cast.decide(article, "vouch", cast.cuc)
    edit(article, cast.phong, title="Bốn")
    browser = as_(cast.cuc)
    told = {key: difference(browser, article, f"?so-voi={key}") for key in ("", "trinh", "lan-truoc", "2", "la", "4")}
    assert {key: (one.title, one.parts[0].html) for key, one in told.items()} == {
        "": ("Từ lần thầy/cô xem trước (bản 3)", "<del>Ba</del> <ins>Bốn</ins>"),
        "trinh": ("So với bản được trình đầu tiên (bản 1)", "<del>Một</del> <ins>Bốn</ins>"),
        "lan-truoc": ("Từ lần thầy/cô xem trước (bản 3)", "<del>Ba</del> <ins>Bốn</ins>"),
        "2": ("So với (bản 2)", "<del>Hai</del> <ins>Bốn</ins>"),
        "la": ("Từ lần thầy/cô xem trước (bản 3)", "<del>Ba</del> <ins>Bốn</ins>"),
        "4": ("Từ lần thầy/cô xem trước (bản 3)", "<del>Ba</del> <ins>Bốn</ins>"),
    }
    assert [(one.label, one.current) for one in told[""].choices] == [
        ("Lần thầy/cô xem trước (3)", True), ("Bản trình đầu tiên (1)", False), ("Hai bản bất kỳ…", False),
    ]  # fmt: skip


def test_remarking_does_not_forget_what_was_seen_before(cast: Cast, as_: As) -> None:
    article = cast.article(cast.vy, title="Một")
    cast.submit(article, cast.vy)
    cast.decide(article, "vouch", cast.cuc)
    edit(article, cast.sen, title="Hai")
    browser = as_(cast.cuc)
    form = {"revision": cast.case(article).revision_id, "quote": "Hai", "text": "Hay."}
    assert browser.post(f"/viec/{article.pk}/nhan-xet/", form).status_code == 302
    assert difference(browser, article).title == "Từ lần thầy/cô xem trước (bản 1)"


def test_a_first_text_has_nothing_to_be_compared_with(cast: Cast, as_: As) -> None:
    article = cast.article(cast.vy)
    cast.submit(article, cast.vy)
    assert as_(cast.sen).get(f"/viec/{article.pk}/").context["difference"] is None


# --- any two texts ---------------------------------------------------------------------------------------------------


@pytest.fixture
def thrice(cast: Cast) -> Article:
    article = cast.article(cast.vy, title="Một")
    cast.submit(article, cast.vy)
    for title in ("Hai", "Ba"):
        edit(article, cast.sen, title=title)
    return article


def test_any_two_texts_are_compared_the_last_two_unless_said(cast: Cast, as_: As, thrice: Article) -> None:
    browser, address = as_(cast.dung), f"/viec/{thrice.pk}/so-sanh/"
    for query, title, html in (
        ("", "Bản 2 và bản 3", "<del>Hai</del> <ins>Ba</ins>"),
        ("?tu=1&den=3", "Bản 1 và bản 3", "<del>Một</del> <ins>Ba</ins>"),
        ("?tu=3&den=1", "Bản 3 và bản 1", "<del>Ba</del> <ins>Một</ins>"),
    ):
        found = browser.get(address + query).context["difference"]
        assert (found.title, found.parts[0].html) == (title, html)
    assert "Không khác chữ nào." in browser.get(f"{address}?tu=2&den=2").content.decode()
    texts = browser.get(address).context["texts"]
    assert [one["number"] for one in texts] == [3, 2, 1]
    assert texts[0]["told"] == "Bản 3 – Vũ Thị Sen, 08:00, 16/11"


def test_a_text_there_is_not_is_not_found(cast: Cast, as_: As, thrice: Article) -> None:
    browser = as_(cast.ha)
    answers = [
        browser.get(f"/viec/{thrice.pk}/so-sanh/?tu={tu}&den=3").status_code for tu in ("0", "4", "99", "-1", "a")
    ]
    assert answers == [404, 404, 404, 200, 200]


@pytest.mark.parametrize(
    "who,status", [("vy", 200), ("ha", 200), ("minh", 200), ("tri", 200), ("lan", 404), ("an", 404)]
)
def test_whoever_follows_an_item_compares_its_texts(
    cast: Cast, as_: As, thrice: Article, who: str, status: int
) -> None:
    assert as_(cast.people[who]).get(f"/viec/{thrice.pk}/so-sanh/").status_code == status


def test_comparing_asks_as_much_for_thirty_texts_as_for_three(cast: Cast, as_: As, thrice: Article) -> None:
    browser, address, asked = as_(cast.ha), f"/viec/{thrice.pk}/so-sanh/?tu=2&den=3", []
    browser.get(address)
    for more in (0, 27):
        for number in range(more):
            edit(thrice, cast.sen, title=f"Tên {number}")
        with CaptureQueriesContext(connection) as found:
            assert browser.get(address).status_code == 200
        asked.append(len(found))
    assert asked == [asked[0]] * 2
