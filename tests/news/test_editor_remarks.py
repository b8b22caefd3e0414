"""What was sent back says so at its place, and is settled there without losing a word."""

import pytest
from django.test import Client

from portal.approval.actions import remark
from portal.approval.models import Remark
from portal.news import actions as news
from portal.news.models import Article
from tests.cast import NOW, Cast
from tests.news.screen import Screen, sit_down

FIRST = "Ba chai nước, một câu hỏi."
SECOND = "Nước nào tưới cây **tốt** nhất?"
BODY = [
    {"type": "paragraph", "value": FIRST},
    {"type": "paragraph", "value": "<p>Nước nào tưới cây <b>tốt</b> nhất?</p>"},
]


def say(cast: Cast, article: Article, quote: str, text: str) -> Remark:
    revision = cast.case(article).revision_id
    return remark(article, quote=quote, text=text, revision=revision, by=cast.sen, at=NOW, channel="test")


@pytest.fixture
def returned(cast: Cast, client: Client) -> Screen:
    """Vy's text, sent back with four remarks, open before her."""
    article = cast.article(cast.vy, body=BODY)
    cast.submit(article, cast.vy)
    for quote, text in (
        ("Nước nào tưới cây tốt nhất?", "Ghi kết quả."), ("", "Bài hay."), ("Lớp 7A3 tự thiết kế thí nghiệm.", "Lớp nào nữa?"),
        ("Câu đã bỏ từ lâu.", "Sai tên."),
    ):  # fmt: skip
        say(cast, article, quote, text)
    cast.decide(article, "send_back", cast.sen, reason="Xem từng câu.")
    return sit_down(client, cast.vy, f"/viet/{article.pk}/")


def block(screen: Screen, number: int) -> str:
    return screen.html.split(f'id="khoi-{number}"')[1].split("</fieldset>")[0]


def test_each_remark_stands_under_the_words_it_is_about(returned: Screen) -> None:
    html = returned.html
    assert ("Ghi kết quả." in block(returned, 1), "Ghi kết quả." in block(returned, 0)) == (True, False)
    assert html.index("Xem từng câu.") < html.index("Bài hay.") < html.index('id="id_title"')
    assert html.index('id="id_summary"') < html.index("Lớp nào nữa?") < html.index('id="khoi-0"')
    assert "Còn 4 nhận xét chưa khép" in html
    gone = html.split("Câu này đã được sửa")[1].split("</section>")[0]
    assert ("<del>Câu đã bỏ từ lâu.</del>" in gone, "Sai tên." in gone) == (True, True)


def test_a_remark_follows_its_sentence_and_says_when_it_was_mended(returned: Screen) -> None:
    returned.press("up:1")
    assert returned.html.index("Ghi kết quả.") < returned.html.index('id="khoi-0"')
    returned.press("save", b__1__text="Nước lọc tưới cây tốt nhất.")
    assert "Ghi kết quả." in returned.html.split("Câu này đã được sửa")[1].split("</section>")[0]


def test_settling_a_remark_keeps_everything_typed(cast: Cast, returned: Screen) -> None:
    made = Remark.objects.get(text="Ghi kết quả.")
    before = cast.case(Article.objects.get()).hash
    returned.press(f"settle:{made.pk}", title="Tên đang gõ", b__1__text=f"{SECOND} Nước lọc.")
    made.refresh_from_db()
    assert (made.settled_by, made.settled_at) == (cast.vy, NOW)
    assert (returned.answer.status_code, returned.fields["title"]) == (200, ["Tên đang gõ"])
    assert returned.fields["b-1-text"] == [f"{SECOND} Nước lọc."]
    assert "Ghi kết quả." not in returned.html
    assert "Còn 3 nhận xét chưa khép" in returned.html
    assert cast.case(Article.objects.get()).hash == before
    returned.press("save")
    assert Article.objects.get().get_latest_revision_as_object().title == "Tên đang gõ"


def test_a_remark_settled_twice_says_so_and_keeps_everything_typed(cast: Cast, returned: Screen) -> None:
    made = Remark.objects.get(text="Ghi kết quả.")
    returned.press(f"settle:{made.pk}").press(f"settle:{made.pk}", title="Tên đang gõ")
    assert (returned.answer.status_code, returned.fields["title"]) == (409, ["Tên đang gõ"])
    assert "Nhận xét này đã khép rồi. (Điều 12.1)" in returned.html


def test_a_remark_of_another_text_is_not_settled_here(cast: Cast, returned: Screen) -> None:
    other = cast.article(cast.lan)
    cast.submit(other, cast.lan)
    theirs = say(cast, other, "", "Của bài khác.")
    returned.press(f"settle:{theirs.pk}").press("settle:x")
    theirs.refresh_from_db()
    assert (returned.answer.status_code, theirs.settled_at) == (200, None)


def test_who_did_not_write_it_is_not_offered_to_settle_it(cast: Cast, client: Client) -> None:
    article = cast.article(cast.lan, body=BODY)
    cast.submit(article, cast.lan)
    made = remark(article, quote=FIRST, text="Xem lại.", revision=cast.case(article).revision_id, by=cast.ha, at=NOW,
                  channel="test")  # fmt: skip
    screen = sit_down(client, cast.cuc, f"/viet/{article.pk}/")
    assert ("Xem lại." in block(screen, 0), f"settle:{made.pk}" in screen.html) == (True, False)
    news.edit(article, {"title": "Ủy viên sửa tên"}, by=cast.cuc, at=NOW, channel="test")
    assert f"settle:{made.pk}" in sit_down(client, cast.cuc, f"/viet/{article.pk}/").html
