"""Remarks on the review page: at their place, by whom, settled ones folded; made and settled from the desk."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from portal.approval import actions as approval
from portal.approval.models import Remark
from portal.approval.queries import remarks_of
from portal.base.models import JournalEntry
from portal.desk.reading import as_quote, chunks, marked, paragraphs
from portal.desk.remarking import Reading, Said
from portal.news import actions as news
from portal.news.models import Article
from portal.people.models import Person
from tests.cast import NOW, Cast

As = Callable[[Person], Client]
FIRST, SECOND = "Ba chai nước, một câu hỏi.", "Nước nào tưới cây tốt nhất?"
BODY = [{"type": "paragraph", "value": f"<p>{FIRST} {SECOND}</p><p>Cả lớp ghi kết quả.</p>"}]


@pytest.fixture
def article(cast: Cast) -> Article:
    """A collaborator's text, handed in."""
    article = cast.article(cast.vy, body=BODY)
    cast.submit(article, cast.vy)
    return article


def say(cast: Cast, article: Article, by: Person, quote: str = SECOND, text: str = "Nên ghi rõ lớp.") -> Remark:
    revision = cast.case(article).revision_id
    return approval.remark(article, quote=quote, text=text, revision=revision, by=by, at=NOW, channel="test")


def reading(browser: Client, article: Article) -> Reading:
    found: Reading = browser.get(f"/viec/{article.pk}/").context["reading"]
    return found


def post(browser: Client, cast: Cast, article: Article, **typed: Any) -> Any:
    told = {"revision": cast.case(article).revision_id, "quote": SECOND, "text": "Nên ghi rõ lớp.", **typed}
    return browser.post(f"/viec/{article.pk}/nhan-xet/", told)


# --- the text, cut up ------------------------------------------------------------------------------------------------


def test_clean_html_is_cut_at_its_outermost_elements() -> None:
    html = "<p>Một<br/>hai</p><ul><li>a</li><li>b <b>c</b></li></ul><p> </p><p>Ba</p>"
    assert chunks(html) == ["<p>Một<br/>hai</p>", "<ul><li>a</li><li>b <b>c</b></li></ul>", "<p>Ba</p>"]
    assert chunks("") == []
    assert chunks("không thẻ") == ["không thẻ"]


@pytest.mark.parametrize(
    "html,quote,expected",
    [
        ("<p>Một. Hai.</p>", "Hai.", '<p>Một. <mark class="remarked">Hai.</mark></p>'),
        ("<p>Một <b>hai</b>.</p>", "Một hai.", "<p>Một <b>hai</b>.</p>"),
        ('<p><a href="/hai">Một</a></p>', "hai", '<p><a href="/hai">Một</a></p>'),
        ("<p>a &lt; b</p>", "a < b", '<p><mark class="remarked">a &lt; b</mark></p>'),
    ],
)
def test_a_remarked_sentence_is_marked_where_it_stands_in_one_run(html: str, quote: str, expected: str) -> None:
    assert marked(html, quote) == expected
    assert marked(marked(html, quote), quote) == expected


def test_a_sentence_names_itself_in_three_hundred_characters() -> None:
    assert as_quote("  một\n hai ") == "một hai"
    assert as_quote("chữ " * 100) == ("chữ " * 75).strip()
    assert as_quote("x" * 400) == "x" * 300


def test_a_text_is_cut_into_paragraphs_with_their_sentences(cast: Cast, article: Article) -> None:
    found = [(one.role, one.sentences) for one in paragraphs(cast.case(article).revision.as_object())]
    assert found == [
        ("title", ["Giờ thực hành Khoa học tự nhiên"]),
        ("summary", ["Lớp 7A3 tự thiết kế thí nghiệm."]),
        ("", [FIRST, SECOND]),
        ("", ["Cả lớp ghi kết quả."]),
    ]


# --- shown at their place --------------------------------------------------------------------------------------------


def test_each_remark_stands_beside_its_sentence_with_who_and_when(cast: Cast, as_: As, article: Article) -> None:
    made = say(cast, article, cast.ha)
    found = reading(as_(cast.sen), article)
    beside = {one.paragraph.number: one.open for one in found.body if one.open}
    assert beside == {2: [Said(made.pk, "Trần Thu Hà", "08:00 16/11/2026", "Nên ghi rõ lớp.")]}
    assert found.body[0].paragraph.html == f'<p>{FIRST} <mark class="remarked">{SECOND}</mark></p>'
    assert (found.open, found.settled, found.count) == ([], [], 1)


def test_of_the_whole_text_and_of_a_mended_sentence_stand_above_it(cast: Cast, as_: As, article: Article) -> None:
    whole, mended = say(cast, article, cast.ha, quote="", text="Bài hay."), say(cast, article, cast.ha)
    news.edit(article, {"body": [{"type": "paragraph", "value": f"{FIRST} Lớp 7A3 hỏi vậy."}]}, by=cast.sen, at=NOW,
              channel="test")  # fmt: skip
    page = as_(cast.dung).get(f"/viec/{article.pk}/")
    told = [(one.pk, one.quote, one.gone) for one in page.context["reading"].open]
    assert told == [(whole.pk, "", False), (mended.pk, SECOND, True)]
    assert page.content.decode().count("Câu này đã được sửa.") == 1


def test_settled_ones_are_folded_and_say_who_settled_them(cast: Cast, as_: As, article: Article) -> None:
    made = say(cast, article, cast.ha)
    approval.settle_remark(made, by=cast.vy, at=NOW, channel="test")
    found = reading(as_(cast.ha), article)
    (settled,) = found.body[0].settled
    assert (settled.settled, settled.settle_url, found.count) == ("Ngô Vy khép lúc 08:00 16/11/2026", "", 0)
    assert "<mark" not in found.body[0].paragraph.html
    assert "<summary>1 nhận xét đã khép</summary>" in as_(cast.ha).get(f"/viec/{article.pk}/").content.decode()


def test_what_people_write_is_escaped(cast: Cast, as_: As, article: Article) -> None:
    say(cast, article, cast.ha, quote="", text="<script>x</script>")
    assert "<script>x" not in as_(cast.sen).get(f"/viec/{article.pk}/").content.decode()


@pytest.mark.parametrize(
    "who,offered", [("ha", True), ("cuc", True), ("sen", True), ("vy", False), ("minh", False), ("tri", False)]
)
def test_only_who_reviews_is_offered_to_remark(cast: Cast, as_: As, article: Article, who: str, offered: bool) -> None:
    html = as_(cast.people[who]).get(f"/viec/{article.pk}/").content.decode()
    assert (html.count("Nhận xét đoạn này"), "js/nhan-xet" in html) == ((4, True) if offered else (0, False))


# --- made and settled from the desk ----------------------------------------------------------------------------------


def test_a_remark_is_made_and_leads_back_to_its_place(cast: Cast, as_: As, article: Article) -> None:
    answer = post(as_(cast.ha), cast, article)
    (made,) = remarks_of(cast.case(article))
    assert answer.url == f"/viec/{article.pk}/#nhan-xet-{made.pk}"
    assert (made.by, made.quote, made.text) == (cast.ha, SECOND, "Nên ghi rõ lớp.")
    assert JournalEntry.objects.get(verb="remark").channel == "desk"


@pytest.mark.parametrize(
    "who,typed,status,sentence",
    [
        ("ha", {"text": " "}, 422, "Cần viết nhận xét. (Điều 12.1)"),
        ("ha", {"text": "dài " * 600}, 422, "Nhận xét dài quá 2000 ký tự. (Điều 12.1)"),
        ("vy", {}, 403, "Chỉ thành viên Ban, người giữ bước hiện tại hoặc người được hỏi ý kiến nhận xét bài này."),
        ("ha", {"revision": 1}, 409, "Bản được nhận xét không phải của bài này. (Điều 14.2)"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(
    cast: Cast, as_: As, article: Article, who: str, typed: dict[str, Any], status: int, sentence: str
) -> None:
    answer = post(as_(cast.people[who]), cast, article, **typed)
    html = answer.content.decode()
    assert (answer.status_code, remarks_of(cast.case(article))) == (status, [])
    assert sentence in html
    assert SECOND in html


def test_looking_at_the_form_makes_no_remark(cast: Cast, as_: As, article: Article) -> None:
    for who, told in (("ha", "Ghi nhận xét"), ("vy", "Chỉ thành viên Ban")):
        page = as_(cast.people[who]).get(f"/viec/{article.pk}/nhan-xet/?cau=Một câu")
        assert (page.status_code, told in page.content.decode()) == (200, True)
    assert remarks_of(cast.case(article)) == []


def test_settling_from_the_desk_is_offered_to_whom_it_belongs(cast: Cast, as_: As, article: Article) -> None:
    made = say(cast, article, cast.ha)
    url = f"/viec/{article.pk}/nhan-xet/{made.pk}/khep/"
    offered = {who: reading(as_(cast.people[who]), article).body[0].open[0].settle_url for who in ("ha", "vy", "sen")}
    assert offered == {"ha": url, "vy": url, "sen": ""}
    assert as_(cast.sen).get(url).status_code == 405
    refused = as_(cast.sen).post(url)
    assert refused.status_code == 403
    assert (
        "Chỉ người nhận xét hoặc người viết, sửa bài khép nhận xét này. (Điều 12.1, 12.2)" in refused.content.decode()
    )
    assert as_(cast.vy).post(url).url == f"/viec/{article.pk}/"
    assert as_(cast.vy).post(url).status_code == 409
    assert Remark.objects.get().settled_by == cast.vy


def test_a_remark_of_another_item_is_not_found_here(cast: Cast, as_: As, article: Article) -> None:
    made = say(cast, article, cast.ha)
    other = cast.article(cast.vy, title="Bài khác")
    assert as_(cast.ha).post(f"/viec/{other.pk}/nhan-xet/{made.pk}/khep/").status_code == 404
    assert as_(cast.lan).post(f"/viec/{article.pk}/nhan-xet/{made.pk}/khep/").status_code == 404


def test_the_send_back_form_says_what_it_carries(cast: Cast, as_: As, article: Article) -> None:
    def form(who: Person) -> Any:
        actions = as_(who).get(f"/viec/{article.pk}/").context["actions"]
        return next(action["form"] for action in actions if action["key"] == "tra-lai")

    assert form(cast.sen).fields["reason"].required
    say(cast, article, cast.ha)
    of_another = form(cast.sen).fields["reason"]
    assert (of_another.required, of_another.help_text) == (
        True,
        "Kèm 1 nhận xét, người viết thấy từng nhận xét tại chỗ.",
    )
    say(cast, article, cast.sen, quote="", text="Thiếu ngày.")
    own = form(cast.sen).fields["reason"]
    assert (own.required, own.help_text) == (
        False, "Kèm 2 nhận xét, người viết thấy từng nhận xét tại chỗ; thầy/cô có thể để trống.",
    )  # fmt: skip


def test_sent_back_with_remarks_alone_and_the_history_lists_them(cast: Cast, as_: As, article: Article) -> None:
    browser = as_(cast.sen)
    case = cast.case(article)
    seen = {"revision": case.revision_id, "hash": case.hash}
    refused = browser.post(f"/viec/{article.pk}/tra-lai/", {**seen, "reason": ""})
    assert refused.status_code == 422
    assert "Cần ghi lý do để người viết biết. (Điều 9.5, 12.7)" in refused.content.decode()
    post(browser, cast, article)
    assert browser.post(f"/viec/{article.pk}/tra-lai/", {**seen, "reason": ""}).status_code == 302
    assert cast.case(article).state == "sent_back"
    assert as_(cast.vy).get(f"/viec/{article.pk}/").context["why"]["text"] == "kèm 1 nhận xét tại từng câu"
    lines = as_(cast.vy).get(f"/viec/{article.pk}/nhat-ky/").context["history"]
    told = [(line["verb_label"], line["reason"], line["remarks"]) for line in lines[-2:]]
    assert told == [("Nhận xét", "Nên ghi rõ lớp.", [f"“{SECOND}”"]), ("Trả lại để sửa", "", [f"“{SECOND}”"])]


def test_thirty_remarks_cost_as_much_as_one(cast: Cast, as_: As, article: Article) -> None:
    browser, asked, made = as_(cast.cuc), [], 0
    browser.get(f"/viec/{article.pk}/")
    for remarks in (1, 3, 30):
        for _ in range(made, remarks):
            say(cast, article, cast.cuc)
        made = remarks
        with CaptureQueriesContext(connection) as found:
            assert reading(browser, article).count == remarks
        asked.append(len(found))
    assert asked == [asked[0]] * 3
