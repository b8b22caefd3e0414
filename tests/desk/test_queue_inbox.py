"""One inbox: everything open, sorted by what is due, sifted by kind and field; who holds what, in words."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.test import Client

from portal.approval import actions as approval
from portal.approval.models import Case
from portal.approval.rules import Audience, Facts, Nature
from portal.base import clock
from portal.desk.queries import queue
from portal.desk.queries.queue import Look, look_at
from portal.desk.sorts import Sort, sort_of
from portal.news import actions as news
from portal.people import actions as people
from portal.people.models import Person
from tests.cast import NOW, Cast

As = Callable[[Person], Client]


@pytest.mark.parametrize(
    ("facts", "row", "article", "proposed", "sort"),
    [
        (Facts(), 8, True, False, Sort.SUBMITTED),
        (Facts(received=True), 7, True, False, Sort.RECEIVED),
        (Facts(audience=Audience.INTERNAL), 3, True, False, Sort.INTERNAL),
        (Facts(nature=Nature.CORRECTION), 10, True, False, Sort.CORRECTION),
        (Facts(nature=Nature.URGENT_NOTICE), 9, True, False, Sort.URGENT),
        (Facts(received=True), 7, True, True, Sort.REFUSAL),
        (Facts(in_plan=True), 8, False, False, Sort.WORDING),
        (Facts(in_plan=True, nature=Nature.SIGNED_PAPER), 6, False, False, Sort.PAPER),
    ],
)
def test_each_thing_is_of_one_sort(facts: Facts, row: int, article: bool, proposed: bool, sort: Sort) -> None:
    assert sort_of(facts, row=row, article=article, proposed=proposed) is sort


def titles(person: Person, look: Look = Look(), at: datetime = NOW) -> list[str]:
    return [task["title"] for group in queue(person, at, look=look).groups for task in group.tasks if not group.own]


def everything(cast: Cast) -> None:
    """One of each thing the Secretary's inbox holds."""
    up = cast.published(cast.lan, title="Bài đang đăng")
    cast.submit(cast.article(cast.vy, title="Bài gửi tới"), cast.vy)
    received = {"received_from": {"name": "Bác Hòa", "unit": "Hội phụ huynh"}}
    post = cast.article(cast.lan, title="Bài thu nhận", section="doan-doi", **received)
    cast.submit(post, cast.lan)
    approval.correct(up, by=cast.lan, at=NOW, channel="test")
    news.edit(up, {"title": "Bài đính chính"}, by=cast.lan, at=NOW, channel="test")
    cast.submit(up, cast.lan)
    cast.submit(cast.article(cast.lan, title="Tin nội bộ", section="trao-doi", audience="internal"), cast.lan)
    section = news.begin_section(title="Chuyên mục mới", intro="", field=cast.fields["dd"], audience="public",
                                 by=cast.dung, at=NOW, channel="test")  # fmt: skip
    cast.submit(section, cast.dung)
    refused = cast.article(cast.lan, title="Bị đề xuất từ chối", in_plan=False)
    cast.submit(refused, cast.lan)
    cast.decide(refused, "propose_refusal", cast.cuc, reason="Trùng bài cũ.", ground="duplicate")
    timed = cast.article(cast.vy, title="Chờ giờ")
    approval.schedule(timed, publish_at=NOW.replace(hour=17), by=cast.vy, at=NOW, channel="test")
    cast.submit(timed, cast.vy)
    cast.decide(timed, "approve", cast.sen)
    cast.decide(timed, "approve", cast.phong)
    people.propose_collaborator(field=cast.fields["cm"], full_name="Mai Hoa", email="mai@testserver.edu.vn", by=cast.cuc,
                                at=NOW, channel="test")  # fmt: skip


def test_the_secretary_has_one_inbox_for_everything(cast: Cast) -> None:
    everything(cast)
    found = queue(cast.sen, NOW)
    told = {group.title: [(task["title"], task["sort"]) for task in group.tasks] for group in found.groups}
    assert told == {
        "Chờ tôi": [
            ("Bài đính chính", "Đính chính"), ("Bài gửi tới", "Bài gửi tới"), ("Bài thu nhận", "Bài thu nhận"),
            ("Tin nội bộ", "Tin nội bộ"), ("Bị đề xuất từ chối", "Đề xuất từ chối"),
        ],
        "Đang ở người khác": [
            ("Chuyên mục mới", "Lời chuyên mục"), ("Cộng tác viên mới: Mai Hoa", "Đề xuất cộng tác viên"),
        ],
        "Đã duyệt, chờ giờ đăng": [("Chờ giờ", "Bài gửi tới")],
    }  # fmt: skip
    assert found.waiting == 5


def test_the_chips_count_what_each_would_show(cast: Cast) -> None:
    everything(cast)
    chips = {
        title: [(chip.title, chip.count, chip.current) for chip in row]
        for title, row in queue(cast.sen, NOW).chips.items()
    }
    assert chips == {
        "Đang ở đâu": [
            ("Tất cả", 8, True), ("Chờ tôi", 5, False), ("Đang ở người khác", 2, False),
            ("Đã duyệt, chờ giờ đăng", 1, False),
        ],
        "Loại việc": [
            ("Tất cả", 8, True), ("Đính chính", 1, False), ("Đề xuất từ chối", 1, False),
            ("Đề xuất cộng tác viên", 1, False), ("Lời chuyên mục", 1, False), ("Bài thu nhận", 1, False),
            ("Tin nội bộ", 1, False), ("Bài gửi tới", 2, False),
        ],
        "Lĩnh vực": [("Tất cả", 8, True), ("Chuyên môn", 6, False), ("Đoàn – Đội", 2, False)],
    }  # fmt: skip


def test_every_chip_shows_as_many_as_it_says(cast: Cast, as_: As) -> None:
    everything(cast)
    browser = as_(cast.sen)
    for row in browser.get("/viec-cua-toi/").context["chips"].values():
        for chip in row:
            page = browser.get(chip.url)
            shown = [task["title"] for group in page.context["groups"] for task in group.tasks if not group.own]
            assert (chip.title, len(shown)) == (chip.title, chip.count)


def test_two_filters_hold_together(cast: Cast) -> None:
    everything(cast)
    assert titles(cast.sen, Look(sort="gui-toi")) == ["Bài gửi tới", "Chờ giờ"]
    assert titles(cast.sen, Look(place="toi", sort="gui-toi")) == ["Bài gửi tới"]
    assert titles(cast.sen, Look(place="toi", field="dd")) == ["Bài thu nhận"]
    assert titles(cast.sen, Look(sort="khan")) == []


def test_words_nobody_knows_ask_for_nothing() -> None:
    assert look_at({"o": "kho", "loai": "<b>", "linh-vuc": "../etc"}) == Look()
    assert look_at({"o": "toi", "loai": "khan", "linh-vuc": "doan-doi", "page": "2"}) == Look(
        "toi", "khan", "doan-doi", "2"
    )


def test_a_full_inbox_is_turned_over_page_by_page(cast: Cast, as_: As) -> None:
    for number in range(45):
        cast.submit(cast.article(cast.vy, title=f"Bài {number:02}"), cast.vy)
    browser = as_(cast.sen)
    seen = []
    for page in (1, 2, 3):
        answer = browser.get(f"/viec-cua-toi/?page={page}")
        seen.append([task["title"] for task in answer.context["groups"][0].tasks])
        assert (answer.context["groups"][0].count, answer.context["waiting"]) == (45, 45)
    assert [len(part) for part in seen] == [20, 20, 5]
    assert sorted(title for part in seen for title in part) == [f"Bài {number:02}" for number in range(45)]
    assert browser.get("/viec-cua-toi/?page=99").context["page_obj"].number == 3


def test_the_head_decides_on_collaborators_from_here_and_the_member_follows(cast: Cast) -> None:
    people.propose_collaborator(field=cast.fields["cm"], full_name="Mai Hoa", email="mai@testserver.edu.vn", by=cast.cuc,
                                at=NOW, channel="test")  # fmt: skip
    task = queue(cast.ha, NOW).groups[0].tasks[0]
    assert (task["title"], task["url"], task["mine"]) == ("Cộng tác viên mới: Mai Hoa", "/nhan-su/cong-tac-vien/", True)
    found = {name: [(group.title, len(group.tasks)) for group in queue(cast.people[name], NOW).groups]
             for name in ("cuc", "sen", "dung", "phong")}  # fmt: skip
    elsewhere = [("Đang ở người khác", 1)]
    assert found == {"cuc": elsewhere, "sen": elsewhere, "dung": [], "phong": []}


def test_a_proposal_to_refuse_is_shown_with_its_words(cast: Cast) -> None:
    everything(cast)
    task = next(task for task in queue(cast.sen, NOW).groups[0].tasks if task["sort"] == "Đề xuất từ chối")
    assert task["refusals"] == ["Phạm Thị Cúc đề xuất từ chối: Trùng với bài đã có – Trùng bài cũ."]


# --- where one's own texts stand --------------------------------------------------------------------------------------


def own(person: Person, at: datetime = NOW) -> dict[str, dict[str, object]]:
    return {str(task["title"]): task for group in queue(person, at).groups for task in group.tasks if group.own}


def test_a_teacher_reads_with_whom_her_text_is_and_since_when(cast: Cast) -> None:
    article = cast.article(cast.lan, title="Của tôi", section="thong-bao")
    cast.submit(article, cast.lan, NOW + timedelta(hours=1, minutes=10))
    task = own(cast.lan, NOW + timedelta(days=1))["Của tôi"]
    assert task["where"] == "Đang ở thầy/cô Vũ Thị Sen, Thư ký, từ 9:10 hôm qua."
    cast.decide(article, "approve", cast.sen, NOW + timedelta(days=1))
    task = own(cast.lan, NOW + timedelta(days=1, hours=2))["Của tôi"]
    assert task["where"] == "Đang ở thầy/cô Trần Thu Hà (Trưởng ban) hoặc Lê Phong (Phó Trưởng ban), từ 8:00 hôm nay."


def test_what_was_sent_back_says_why_and_leads_on(cast: Cast, as_: As) -> None:
    article = cast.article(cast.lan, title="Của tôi")
    cast.submit(article, cast.lan)
    cast.decide(article, "send_back", cast.cuc, reason="Thêm tên lớp.")
    task = own(cast.lan)["Của tôi"]
    assert (task["answered"], task["answer"]) == ("Phạm Thị Cúc trả lại để sửa, 8:00 hôm nay", "Thêm tên lớp.")
    assert (task["edit"], task["edit_url"]) == ("Sửa tiếp", f"/viet/{article.pk}/")
    assert f'href="/viet/{article.pk}/">Sửa tiếp' in as_(cast.lan).get("/viec-cua-toi/").content.decode()


def test_a_refused_text_shows_its_ground(cast: Cast) -> None:
    article = cast.article(cast.lan, title="Của tôi")
    cast.submit(article, cast.lan)
    cast.decide(article, "approve", cast.cuc)
    cast.decide(article, "refuse", cast.ha, reason="Bài đã có tuần trước.", ground="duplicate")
    task = own(cast.lan)["Của tôi"]
    assert task["answer"] == "Trùng với bài đã có – Bài đã có tuần trước."
    assert (task["answer_clause"], task["edit"]) == ("Điều 9.5", "Sửa tiếp")


def test_a_member_who_goes_away_leaves_the_text_with_the_next_to_hold_it(cast: Cast) -> None:
    cast.submit(cast.article(cast.lan, title="Của tôi"), cast.lan)
    before = own(cast.lan)["Của tôi"]["where"]
    cast.away(cast.cuc)
    assert [before, own(cast.lan)["Của tôi"]["where"]] == [
        "Đang ở thầy/cô Phạm Thị Cúc, Ủy viên, từ 8:00 hôm nay.",
        "Đang ở thầy/cô Vũ Thị Sen, Thư ký, từ 8:00 hôm nay.",
    ]


# --- taking over and standing in ------------------------------------------------------------------------------------


def test_the_secretary_is_told_since_when_she_may_take_a_step_over(cast: Cast) -> None:
    article = cast.article(cast.lan)
    cast.submit(article, cast.lan)
    early = queue(cast.sen, NOW + timedelta(hours=3)).groups[0]
    assert early.title == "Đang ở người khác"
    assert early.tasks[0]["later"] == (
        "Nếu ủy viên chưa xử lý, từ 08:00 thứ Ba 17/11 thầy/cô được làm thay (Điều 12.4)."
    )
    late = queue(cast.sen, NOW + timedelta(days=1, hours=1)).groups[0]
    assert late.title == "Chờ tôi"
    assert late.tasks[0]["told"] == [
        "Bài nằm ở bước của ủy viên từ 8:00 hôm qua, đã quá 1 ngày làm việc; từ 8:00 hôm nay Thư ký được làm thay bước "
        "này (Điều 12.4)."
    ]


def test_the_substitute_is_told_for_whom_she_stands_in(cast: Cast) -> None:
    cast.away(cast.sen, substitute=cast.dung)
    cast.submit(cast.article(cast.vy), cast.vy)
    task = queue(cast.dung, NOW).groups[0].tasks[0]
    assert task["told"] == ["Thư ký Vũ Thị Sen vắng và đã giao thầy/cô làm thay bước này (Điều 12.2, 12.4)."]


def test_the_head_is_told_why_a_vacant_secretarys_step_is_hers(cast: Cast) -> None:
    cast.away(cast.sen)
    cast.submit(cast.article(cast.vy), cast.vy)
    told = queue(cast.ha, NOW).groups[0].tasks[0]["told"]
    assert told == [
        "Lúc này không có Thư ký làm việc, cũng chưa ai được giao thay, nên bước này về Trưởng ban (Điều 12.2, 12.4)."
    ]


def test_a_delegate_reads_on_whose_behalf_and_under_which_paper(cast: Cast) -> None:
    cast.delegate(cast.cuc)
    article = cast.article(cast.vy)
    cast.submit(article, cast.vy)
    cast.decide(article, "approve", cast.sen)
    told = queue(cast.cuc, NOW).groups[0].tasks[0]["told"]
    assert told == ["Thầy/cô quyết định thay Trần Thu Hà theo giấy ủy nhiệm số 05/UN-BBT (Điều 10.2, 11.2)."]


# --- unfolded in the list ---------------------------------------------------------------------------------------------


def test_a_task_unfolds_to_the_words_that_changed(cast: Cast, as_: As) -> None:
    article = cast.article(cast.vy)
    cast.submit(article, cast.vy)
    assert queue(cast.sen, NOW).groups[0].tasks[0]["glance"] is None
    words = [{"type": "paragraph", "value": "Ba chai nước, một câu hỏi: nước nào tưới rau tốt nhất?"}]
    news.edit(article, {"body": words}, by=cast.sen, at=NOW, channel="test")
    cast.decide(article, "approve", cast.sen)
    glance = queue(cast.phong, NOW).groups[0].tasks[0]["glance"]
    assert glance.title == "So với bản được trình đầu tiên"
    changed = [part.html for part in glance.parts if part.kind == "change"]
    assert changed == ["Ba chai nước, một câu hỏi: nước nào tưới <del>cây</del> <ins>rau</ins> tốt nhất?"]
    text = as_(cast.phong).get("/viec-cua-toi/").content.decode()
    assert ("<ins>rau</ins>" in text, article.summary in text) == (True, True)


def test_a_correction_unfolds_beside_what_is_up(cast: Cast) -> None:
    article = cast.published(cast.lan)
    approval.correct(article, by=cast.lan, at=NOW, channel="test")
    news.edit(article, {"summary": "Lớp 7A4 tự thiết kế thí nghiệm."}, by=cast.lan, at=NOW, channel="test")
    cast.submit(article, cast.lan)
    glance = queue(cast.sen, NOW).groups[0].tasks[0]["glance"]
    assert glance.title == "So với bản đang đăng"
    assert [part.html for part in glance.parts if part.kind == "change"] == [
        "Lớp <del>7A3</del> <ins>7A4</ins> tự thiết kế thí nghiệm."
    ]


def test_what_he_saw_last_is_what_it_is_compared_with(cast: Cast) -> None:
    article = cast.article(cast.vy)
    cast.submit(article, cast.vy)
    cast.decide(article, "send_back", cast.sen, reason="Thêm tên lớp.")
    news.edit(article, {"summary": "Lớp 7A3 và 7A4 tự làm."}, by=cast.vy, at=NOW, channel="test")
    cast.submit(article, cast.vy)
    assert queue(cast.sen, NOW).groups[0].tasks[0]["glance"].title == "Từ lần thầy/cô xem trước"


def test_a_long_text_is_compared_on_its_own_page(cast: Cast) -> None:
    article = cast.article(cast.vy, body=[{"type": "paragraph", "value": "Một câu dài. " * 1200}])
    cast.submit(article, cast.vy)
    news.edit(article, {"summary": "Khác."}, by=cast.sen, at=NOW, channel="test")
    glance = queue(cast.sen, NOW).groups[0].tasks[0]["glance"]
    assert (glance.too_long, glance.parts) == (True, [])


def test_words_in_the_list_are_escaped(cast: Cast, as_: As) -> None:
    article = cast.article(cast.vy, summary="Cũ")
    cast.submit(article, cast.vy)
    news.edit(article, {"summary": "<script>alert(1)</script>"}, by=cast.sen, at=NOW, channel="test")
    assert "<script>alert" not in as_(cast.sen).get("/viec-cua-toi/").content.decode()


def test_the_hour_of_the_page_is_one_hour(cast: Cast, as_: As) -> None:
    cast.submit(cast.article(cast.vy), cast.vy)
    clock.set_to(NOW + timedelta(hours=2), freeze=True)
    assert as_(cast.sen).get("/viec-cua-toi/").context["groups"][0].tasks[0]["due_label"] == "đã chờ 2 giờ"
    assert Case.objects.filter(state="in_review").count() == 1
