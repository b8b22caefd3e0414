"""The whole way by mail: handed in, told, opened, confirmed, up; the record says it was by mail (Điều 14.3, M-22)."""

from collections.abc import Callable
from datetime import timedelta
from io import BytesIO

from django.core import mail
from django.core.files.base import ContentFile
from django.db import transaction
from django.test import Client
from PIL import Image

from portal.approval.models import Case
from portal.base import journal, queue
from portal.base.models import JournalEntry, Task
from portal.desk.actions import turns
from portal.desk.models import Letter, Link
from portal.files import actions as files
from portal.files.models import Picture
from portal.news import actions as news
from portal.news.models import Article
from portal.people.models import Person
from tests.cast import NOW, Cast
from tests.desk.mail.conftest import Post, doors, links

As = Callable[[Person], Client]


def test_a_collaborators_text_goes_up_without_anybody_opening_the_desk(cast: Cast, post: Post, as_: As) -> None:
    article = cast.article(cast.vy)
    cast.submit(article, cast.vy)
    (to_secretary,) = post.round()
    assert (to_secretary.to, to_secretary.subject) == (
        [cast.sen.email], "Chờ thầy/cô: trình bản 1, chuyển lãnh đạo Ban – Giờ thực hành Khoa học tự nhiên",
    )  # fmt: skip
    offered = links(to_secretary)
    assert list(offered) == ["Trình bản 1, chuyển lãnh đạo Ban", "Trả lại để sửa", "Đề xuất từ chối"]
    browser = as_(cast.sen)
    page = browser.get(offered["Trình bản 1, chuyển lãnh đạo Ban"]).content.decode()
    assert '<button class="button" type="submit">Trình bản 1, chuyển lãnh đạo Ban</button>' in page
    assert browser.post(offered["Trình bản 1, chuyển lãnh đạo Ban"]).url == f"/viec/{article.pk}/"
    to_leaders = post.round()
    assert sorted(one.to[0] for one in to_leaders) == sorted([cast.ha.email, cast.phong.email])
    offered = links(post.to(cast.phong)[0])
    assert list(offered) == ["Duyệt đăng bản 1", "Trả lại để sửa", "Từ chối"]
    as_(cast.phong).post(offered["Duyệt đăng bản 1"])
    assert Article.objects.get(pk=article.pk).live
    lines = JournalEntry.objects.filter(subject_id=article.pk, verb__in=("pass", "approve", "publish")).order_by("id")
    assert list(lines.values_list("verb", "channel", "actor_id")) == [
        ("pass", "mail", cast.sen.pk), ("approve", "mail", cast.phong.pk), ("publish", "mail", cast.phong.pk),
    ]  # fmt: skip
    (to_author,) = post.round()
    assert (to_author.to, to_author.subject) == ([cast.vy.email], "Bài đã lên cổng – Giờ thực hành Khoa học tự nhiên")
    assert links(to_author) == {}


def test_a_letter_says_what_why_until_when_and_shows_the_text_in_both_its_forms(cast: Cast, post: Post) -> None:
    article = cast.article(cast.vy)
    cast.submit(article, cast.vy)
    (message,) = post.round()
    (html, kind) = message.alternatives[0]
    assert kind == "text/html"
    for words in (
        "Kính gửi thầy/cô Vũ Thị Sen,", "Tin ngắn · Chuyên môn · Ngô Vy · bản 1", "Điều 14.2, 12.2", "Toàn văn bản 1",
        "Ba chai nước, một câu hỏi: nước nào tưới cây tốt nhất?", "tới 08:00 thứ Hai 23/11",
        "Trả lời thư này không phải là duyệt.",
    ):  # fmt: skip
        assert (words in message.body, words in html) == (True, True), words
    assert doors(message)["Mở trong cổng"] == f"/viec/{article.pk}/"
    assert html.count("testserver/thu/") == 3
    assert "style=" in html
    assert "<script" not in html


def test_the_difference_is_told_in_words(cast: Cast, post: Post, as_: As) -> None:
    article = cast.article(cast.vy)
    cast.submit(article, cast.vy)
    post.round()
    news.edit(article, {"summary": "Lớp 7A3 tự làm thí nghiệm."}, by=cast.sen, at=NOW, channel="test")
    cast.decide(article, "approve", cast.sen)
    post.round()
    (message,) = post.to(cast.phong)
    assert "So với bản được trình đầu tiên (bản 1)" in message.body
    assert "Lớp 7A3 tự [bỏ: thiết kế] [thêm: làm] thí nghiệm." in message.body
    assert '<ins style="color:#0f5a40' in message.alternatives[0][0]


def test_nobody_is_told_twice_however_often_the_worker_asks(cast: Cast, post: Post) -> None:
    cast.submit(cast.article(cast.vy), cast.vy)
    assert len(post.round()) == 1
    assert (post.round(), post.round()) == ([], [])
    assert (Letter.objects.count(), Task.objects.count()) == (1, 1)


def test_a_delegate_is_told_in_which_capacity_and_under_which_paper(cast: Cast, post: Post) -> None:
    cast.delegate(cast.cuc)
    article = cast.article(cast.vy)
    cast.submit(article, cast.vy)
    cast.decide(article, "approve", cast.sen)
    post.round()
    (message,) = post.to(cast.cuc)
    assert "thay Trần Thu Hà theo giấy ủy nhiệm số 05/UN-BBT (Điều 10.2, 11.2)." in message.body
    link = Link.objects.get(person=cast.cuc, verb="approve")
    assert (link.office, link.acting_for, link.grant) == ("member", cast.ha.pk, cast.ha.given_delegations.get().pk)


def test_a_decider_who_needs_a_voucher_is_offered_no_approval(cast: Cast, post: Post) -> None:
    article = cast.article(cast.vy)
    cast.submit(article, cast.vy)
    cast.decide(article, "approve", cast.sen)
    news.edit(article, {"summary": "Khác."}, by=cast.phong, at=NOW, channel="test")
    post.round()
    assert list(links(post.to(cast.phong)[0])) == ["Trả lại để sửa", "Từ chối"]
    assert list(links(post.to(cast.ha)[0])) == ["Duyệt đăng bản 2", "Trả lại để sửa", "Từ chối"]


def test_the_author_reads_why_it_came_back(cast: Cast, post: Post, as_: As) -> None:
    article = cast.article(cast.vy)
    cast.submit(article, cast.vy)
    (message,) = post.round()
    address = links(message)["Trả lại để sửa"]
    answer = as_(cast.sen).post(address, {"reason": ""})
    assert answer.status_code == 422
    assert "Cần ghi lý do để người viết biết. (Điều 9.5, 12.7)" in answer.content.decode()
    assert as_(cast.sen).post(address, {"reason": "Thêm tên lớp."}).status_code == 302
    (to_author,) = post.round()
    assert (to_author.to, to_author.subject) == ([cast.vy.email], "Bài cần sửa lại – Giờ thực hành Khoa học tự nhiên")
    assert "Vũ Thị Sen đã trả lại để sửa lúc 08:00 thứ Hai 16/11" in to_author.body
    assert "“Thêm tên lớp.”" in to_author.body


def test_a_ground_is_asked_for_and_what_was_typed_stays(cast: Cast, post: Post, as_: As) -> None:
    article = cast.article(cast.vy)
    cast.submit(article, cast.vy)
    address = links(post.round()[0])["Đề xuất từ chối"]
    answer = as_(cast.sen).post(address, {"reason": "Trùng bài cũ.", "ground": ""})
    assert (answer.status_code, "Trùng bài cũ." in answer.content.decode()) == (422, True)
    as_(cast.sen).post(address, {"reason": "Trùng bài cũ.", "ground": "duplicate"})
    assert Case.objects.get(page_id=article.pk).passages.get().passes.get().verb == "propose_refusal"


def test_whoever_owes_an_opinion_is_asked_by_letter(cast: Cast, post: Post) -> None:
    article = cast.article(cast.vy)
    cast.submit(article, cast.vy)
    cast.decide(article, "refer", cast.sen, to=cast.dung, reason="Số liệu này đúng chưa?")
    post.round()
    (message,) = post.to(cast.dung)
    assert message.subject == "Vũ Thị Sen xin ý kiến thầy/cô – Giờ thực hành Khoa học tự nhiên"
    assert ("“Số liệu này đúng chưa?”" in message.body, links(message)) == (True, {})
    cast.decide(article, "opinion", cast.dung, reason="Đúng.")
    assert post.round() == []


def test_a_colleagues_nudge_comes_with_its_words_and_fresh_links(cast: Cast, post: Post) -> None:
    article = cast.article(cast.vy)
    cast.submit(article, cast.vy)
    first = links(post.round()[0])
    with transaction.atomic():
        journal.record(
            "nudge", at=NOW, by=cast.ha, subject=article, reason="Mai hội thi rồi.", data={"to": [cast.sen.pk]}
        )
    (message,) = post.round()
    assert message.subject == "Trần Thu Hà nhắc thầy/cô – Giờ thực hành Khoa học tự nhiên"
    assert "“Mai hội thi rồi.”" in message.body
    assert (list(links(message)), set(links(message).values()) & set(first.values())) == (list(first), set())


def test_a_letter_whose_turn_has_passed_is_not_sent(cast: Cast, post: Post) -> None:
    article = cast.article(cast.vy)
    cast.submit(article, cast.vy)
    turns.look(NOW)
    cast.decide(article, "approve", cast.sen)
    post.round()
    assert post.to(cast.sen) == []
    assert Letter.objects.get(person=cast.sen).state == "stale"
    assert len(mail.outbox) == 2


def test_what_happened_long_ago_is_told_to_nobody(cast: Cast, post: Post) -> None:
    cast.published(cast.lan, at=NOW - timedelta(days=3))
    post.round()
    assert post.to(cast.lan) == []


def test_no_approval_by_answering_a_letter(cast: Cast, post: Post) -> None:
    """There is nothing that reads incoming mail: no address, no task, no verb takes one (Điều 14.3)."""
    cast.submit(cast.article(cast.vy), cast.vy)
    (message,) = post.round()
    assert message.extra_headers["Auto-Submitted"] == "auto-generated"
    assert message.reply_to == []
    assert [name for name in queue._verbs if name.startswith("portal.desk")] == ["portal.desk.actions.postman.deliver"]


def test_a_decider_is_told_again_once_somebody_vouched_for_his_text(cast: Cast, post: Post) -> None:
    article = cast.article(cast.vy)
    cast.submit(article, cast.vy)
    cast.decide(article, "approve", cast.sen)
    post.round()
    news.edit(article, {"summary": "Khác."}, by=cast.phong, at=NOW, channel="test")
    post.round()
    assert len(post.to(cast.phong)) == 1  # his own hand
    cast.decide(article, "vouch", cast.dung)
    post.round()
    _first, second = post.to(cast.phong)
    assert list(links(second)) == ["Duyệt đăng bản 2", "Trả lại để sửa", "Từ chối"]
    assert post.round() == []


def test_the_same_words_saved_anew_come_with_fresh_links(cast: Cast, post: Post) -> None:
    article = cast.article(cast.vy)
    cast.submit(article, cast.vy)
    cast.decide(article, "approve", cast.sen)
    post.round()
    later = NOW + timedelta(minutes=5)
    news.edit(article, {"summary": "Lớp 7A3 tự thiết kế thí nghiệm."}, by=cast.ha, at=NOW, channel="test")
    post.round(later)
    assert [len(post.to(person)) for person in (cast.ha, cast.phong)] == [1, 2]
    assert set(Link.objects.filter(person=cast.phong).values_list("revision", flat=True)) == set(
        Case.objects.get(page_id=article.pk).page.revisions.values_list("pk", flat=True)
    )


def test_pictures_are_told_by_their_words_and_shown_on_the_links_page(cast: Cast, post: Post, as_: As) -> None:
    shot = picture(cast, "Bảy chậu cây", "#17694d")
    words = {"type": "paragraph", "value": "Ba chai nước."}
    body = [words, {"type": "image", "value": {"picture": shot.pk, "caption": "Chậu <thứ> bảy"}}]
    article = cast.article(cast.vy, body=body)
    cast.submit(article, cast.vy)
    (message,) = post.round()
    assert "[Ảnh] Chậu <thứ> bảy; Bảy chậu cây" in message.body
    assert "[Ảnh] Chậu &lt;thứ&gt; bảy; Bảy chậu cây" in message.alternatives[0][0]
    assert f'<img src="/tep/anh/{shot.pk}/' in as_(cast.sen).get(next(iter(links(message).values()))).content.decode()
    other = picture(cast, "Tám chậu cây", "#c8202f")
    cast.decide(article, "approve", cast.sen)
    body = [words, {"type": "image", "value": {"picture": other.pk, "caption": "Chậu <thứ> bảy"}}]
    post.round()
    news.edit(article, {"body": body}, by=cast.ha, at=NOW, channel="test")
    post.round(NOW + timedelta(minutes=5))
    assert "[bỏ: [Ảnh] Chậu <thứ> bảy; Bảy chậu cây] [thêm: [Ảnh]" in post.to(cast.phong)[-1].body


def picture(cast: Cast, alt: str, colour: str) -> Picture:
    square = BytesIO()
    Image.new("RGB", (8, 8), colour).save(square, "PNG")
    return files.store_picture(ContentFile(square.getvalue(), "o.png"), title=alt, alt=alt, credit="", by=cast.vy, at=NOW,
                               channel="test")  # fmt: skip
