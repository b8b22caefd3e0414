"""On a phone: the Head selects a sentence, says what is wrong with it, and sends the text back with that; also without JavaScript."""

import pytest
from playwright.sync_api import Page, expect

from portal.approval.queries import remarks_of
from portal.news.models import Article
from tests.browser.walking import Walk, let_in
from tests.cast import Cast
from tests.chromium import ADDRESS

pytestmark = pytest.mark.browser
SENTENCE = "Nước nào tưới cây tốt nhất?"
BODY = [{"type": "paragraph", "value": f"<p>Ba chai nước, một câu hỏi. {SENTENCE}</p><p>Cả lớp ghi kết quả.</p>"}]
SELECT = """sentence => {
    const words = document.querySelectorAll('[data-doan]')[2].querySelector('p').firstChild;
    const range = document.createRange(), begin = words.data.indexOf(sentence);
    range.setStart(words, begin);
    range.setEnd(words, begin + sentence.length);
    const selection = document.getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
}"""


@pytest.fixture
def article(cast: Cast) -> Article:
    """A collaborator's text before the deciding step."""
    article = cast.article(cast.vy, body=BODY)
    cast.submit(article, cast.vy)
    cast.decide(article, "approve", cast.sen)
    return article


def test_the_head_remarks_on_a_sentence_and_sends_the_text_back(cast: Cast, walk: Walk, article: Article) -> None:
    page = walk.page
    walk.enter(cast.ha, f"/viec/{article.pk}/")
    pick = page.get_by_role("button", name="Nhận xét câu này")
    expect(pick).to_be_hidden()
    page.evaluate(SELECT, SENTENCE)
    expect(pick).to_be_in_viewport()
    pick.click()
    expect(pick).to_be_hidden()
    form = page.locator(".para__more[open] form")
    expect(form.get_by_label("Câu")).to_have_value(SENTENCE)
    form.get_by_label("Nhận xét").fill("Nên ghi rõ lớp nào hỏi.")
    walk.press("Ghi nhận xét", inside=form)
    walk.told("Đã ghi nhận xét.")
    said = page.locator("#doan-2 .said")
    expect(said).to_contain_text("Nên ghi rõ lớp nào hỏi.")
    expect(said).to_contain_text("Trần Thu Hà")
    expect(page.locator("mark.remarked")).to_have_text(SENTENCE)

    back = walk.open("Trả lại để sửa…")
    expect(back).to_contain_text("Kèm 1 nhận xét, người viết thấy từng nhận xét tại chỗ; thầy/cô có thể để trống.")
    walk.press("Trả lại để sửa", inside=back)
    walk.told("Đã trả bài lại cho người viết")
    assert cast.case(article).state == "sent_back"
    assert [(one.quote, one.by) for one in remarks_of(cast.case(article), open_only=True)] == [(SENTENCE, cast.ha)]

    walk.enter(cast.vy, f"/viec/{article.pk}/")
    expect(page.locator("#doan-2 .said")).to_contain_text("Nên ghi rõ lớp nào hỏi.")
    walk.press("Khép nhận xét")
    walk.told("Đã khép nhận xét.")
    assert remarks_of(cast.case(article), open_only=True) == []


def test_the_same_without_javascript(cast: Cast, page: Page, article: Article) -> None:
    browser = page.context.browser
    assert browser is not None
    context = browser.new_context(java_script_enabled=False, base_url=ADDRESS, viewport={"width": 360, "height": 740})
    let_in(context, cast.ha)
    plain = context.new_page()
    plain.goto(f"/viec/{article.pk}/")
    paragraph = plain.locator("#doan-2")
    paragraph.get_by_text("Nhận xét đoạn này").click()
    paragraph.get_by_label("Câu").select_option(SENTENCE)
    paragraph.get_by_label("Nhận xét").fill("Nên ghi rõ lớp nào hỏi.")
    paragraph.get_by_role("button", name="Ghi nhận xét").click()
    expect(plain.locator("#doan-2 .said")).to_contain_text("Nên ghi rõ lớp nào hỏi.")
    context.close()
    assert [one.quote for one in remarks_of(cast.case(article))] == [SENTENCE]


def test_the_page_as_readers_get_it_opens_in_its_frame(cast: Cast, walk: Walk, article: Article) -> None:
    page = walk.page
    walk.enter(cast.ha, f"/viec/{article.pk}/")
    walk.open("Trên điện thoại")
    framed = page.frame_locator(".frame--phone iframe")
    expect(framed.get_by_role("heading", level=1)).to_have_text("Giờ thực hành Khoa học tự nhiên")
    expect(framed.locator(".mainnav")).to_be_visible()
    walk.open("Bản in")
    paper = page.frame_locator(".frame--paper iframe")
    expect(paper.get_by_role("heading", level=1)).to_have_text("Giờ thực hành Khoa học tự nhiên")
    expect(paper.locator(".mainnav")).to_be_hidden()
    walk.stop()
