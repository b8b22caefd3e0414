"""The review page: what, why me, what I can do; for whom it is, and how many questions it asks."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from portal.news import actions as news
from portal.people.models import Person
from tests.cast import NOW, Cast

As = Callable[[Person], Client]


def labels(context: dict) -> list[str]:  # type: ignore[type-arg]
    return [("* " if action["primary"] else "") + action["label"] for action in context["actions"]]


@pytest.mark.parametrize(
    "who,status",
    [("vy", 200), ("sen", 200), ("phong", 200), ("ha", 200), ("dung", 200), ("minh", 200), ("tri", 200), ("lan", 404),
     ("phu", 404), ("an", 404)],
)  # fmt: skip
def test_only_writers_the_board_and_those_who_answer_for_it_see_an_item_under_way(
    cast: Cast, as_: As, who: str, status: int
) -> None:
    article = cast.article(cast.vy)
    cast.submit(article, cast.vy)
    browser = as_(cast.people[who])
    pages = ("", "nhat-ky/", "duyet/", "go-bai/")
    assert [browser.get(f"/viec/{article.pk}/{page}").status_code for page in pages] == [status] * 4


def test_each_is_offered_what_the_rules_give_him_and_one_main_button(cast: Cast, as_: As) -> None:
    article = cast.article(cast.vy)
    address = f"/viec/{article.pk}/"
    assert labels(as_(cast.vy).get(address).context) == ["* Trình bản 1", "Hẹn giờ đăng…"]
    cast.submit(article, cast.vy)
    assert labels(as_(cast.vy).get(address).context) == ["Rút bài về"]
    assert labels(as_(cast.sen).get(address).context) == [
        "* Trình bản 1, chuyển lãnh đạo Ban", "Trả lại để sửa…", "Đề xuất từ chối…", "Xin ý kiến ủy viên…",
        "Rút bài về", "Hẹn giờ đăng…",
    ]  # fmt: skip
    cast.decide(article, "approve", cast.sen)
    assert labels(as_(cast.phong).get(address).context) == [
        "* Duyệt đăng bản 1", "Trả lại để sửa…", "Từ chối…", "Xin ý kiến ủy viên…", "Hẹn giờ đăng…",
    ]  # fmt: skip
    assert labels(as_(cast.tri).get(address).context) == []
    cast.decide(article, "approve", cast.phong)
    assert labels(as_(cast.tri).get(address).context) == ["Gỡ khỏi cổng…"]
    assert labels(as_(cast.vy).get(address).context) == ["Đính chính"]


def test_the_page_says_why_with_clause_and_deadline(cast: Cast, as_: As) -> None:
    opening = NOW + timedelta(days=6)
    article = cast.article(cast.vy, genre="tin-hoi-nghi", opening_at=opening.isoformat(), place="Hội trường")
    cast.submit(article, cast.vy)
    why = as_(cast.sen).get(f"/viec/{article.pk}/").context["why"]
    assert (why["lead"], why["text"], why["clause"]) == (
        "Vì sao bài này đến thầy/cô:",
        "Bài trong kế hoạch, do cộng tác viên Ngô Vy viết: Thư ký hiệu chỉnh, Trưởng ban hoặc Phó Trưởng ban duyệt.",
        "Điều 14.2, 12.2",
    )
    assert why["more"] == ["Tin hội nghị phải đăng trước 23:59 thứ Năm 19/11 (Điều 16.1.1): còn 3 ngày 15 giờ."]


def test_a_delegate_reads_for_whom_and_under_which_paper(cast: Cast, as_: As) -> None:
    cast.delegate(cast.cuc)
    article = cast.article(cast.lan)
    cast.submit(article, cast.lan)
    page = as_(cast.cuc).get(f"/viec/{article.pk}/")
    assert page.context["why"]["more"] == [
        "Thầy/cô làm bước này thay Trần Thu Hà theo giấy ủy nhiệm số 05/UN-BBT (Điều 10.2, 11.2).",
        "Thầy/cô giữ cả bước ngay trước bước quyết định; duyệt một lần là đủ cho các bước ấy.",
    ]
    assert labels(page.context)[0] == "* Duyệt đăng bản 1"


def test_a_decider_who_touched_the_text_is_told_to_wait_for_another(cast: Cast, as_: As) -> None:
    cast.away(cast.phong)
    article = cast.article(cast.ha)
    cast.submit(article, cast.ha)
    cast.decide(article, "approve", cast.cuc)
    page = as_(cast.ha).get(f"/viec/{article.pk}/")
    assert "R-TWO-01" not in page.content.decode()
    assert page.context["why"]["more"] == [
        "Thầy/cô có tham gia viết hoặc sửa bản này; cần một thành viên Ban không tham gia bấm “Đồng ý bản này” trước. "
        "(Điều 10.2, 14.2)"
    ]
    assert labels(as_(cast.dung).get(f"/viec/{article.pk}/").context) == ["* Đồng ý bản 1"]


def test_what_the_secretary_changed_is_shown_word_by_word(cast: Cast, as_: As) -> None:
    article = cast.article(cast.vy)
    cast.submit(article, cast.vy)
    body = [{"type": "paragraph", "value": "Ba chai nước, một câu hỏi: nước nào tưới rau tốt nhất?"}]
    news.edit(article, {"body": body}, by=cast.sen, at=NOW, channel="test")
    cast.decide(article, "approve", cast.sen)
    page = as_(cast.phong).get(f"/viec/{article.pk}/")
    difference = page.context["difference"]
    assert difference.title == "So với bản được trình đầu tiên (bản 1)"
    assert [part.html for part in difference.parts] == [
        "… 2 đoạn giữ nguyên",
        "Ba chai nước, một câu hỏi: nước nào tưới <del>cây</del> <ins>rau</ins> tốt nhất?",
    ]
    assert difference.facts == []


def test_a_correction_is_compared_with_what_is_up(cast: Cast, as_: As) -> None:
    article = cast.published(cast.vy)
    browser = as_(cast.vy)
    browser.post(f"/viec/{article.pk}/dinh-chinh/")
    news.edit(article, {"title": "Giờ thực hành Khoa học tự nhiên lớp 7"}, by=cast.vy, at=NOW, channel="test")
    page = browser.get(f"/viec/{article.pk}/")
    assert page.context["difference"].title == "So với bản đang đăng (bản 1)"
    assert page.context["difference"].parts[0].html == "Giờ thực hành Khoa học tự nhiên <ins>lớp 7</ins>"


def test_the_route_tells_names_hours_and_clauses(cast: Cast, as_: As) -> None:
    article = cast.article(cast.vy)
    cast.submit(article, cast.vy)
    cast.decide(article, "approve", cast.sen)
    route = as_(cast.phong).get(f"/viec/{article.pk}/").context["route"]
    told = [(step["name"], step["status"], step.get("people", ""), step.get("when", "")) for step in route]
    assert told == [
        ("Trình duyệt", "done", "Ngô Vy", "08:00, 16/11"),
        ("Thư ký biên tập và trình", "done", "Vũ Thị Sen", "08:00, 16/11"),
        ("Trưởng ban hoặc Phó Trưởng ban duyệt", "open", "Trần Thu Hà hoặc Lê Phong", ""),
        ("Đăng lên cổng", "waiting", "", ""),
    ]


def test_a_skipped_step_says_why(cast: Cast, as_: As) -> None:
    article = cast.article(cast.cuc)
    cast.submit(article, cast.cuc)
    route = as_(cast.cuc).get(f"/viec/{article.pk}/").context["route"]
    assert (route[1]["status"], route[1]["note"]) == ("skipped", "Người viết chính là ủy viên phụ trách lĩnh vực này.")


def test_facts_say_who_proposed_and_who_confirmed_them(cast: Cast, as_: As) -> None:
    article = cast.article(cast.vy)
    cast.submit(article, cast.vy)
    browser, address = as_(cast.ha), f"/viec/{article.pk}/"
    plan = browser.get(address).context["facts"][0]
    assert (plan["value"], plan["note"]) == ("Ngày hội Khoa học", "Ngô Vy đề xuất, chưa ai xác nhận")
    cast.decide(article, "approve", cast.sen)
    assert browser.get(address).context["facts"][0]["note"] == "Ngô Vy đề xuất, Vũ Thị Sen xác nhận"


def test_a_proposal_to_refuse_is_read_by_whoever_decides(cast: Cast, as_: As) -> None:
    article = cast.article(cast.vy)
    cast.submit(article, cast.vy)
    cast.decide(article, "propose_refusal", cast.sen, reason="Đã có bài tương tự.", ground="duplicate")
    voices = as_(cast.phong).get(f"/viec/{article.pk}/").context["voices"]
    assert [(voice["by"], voice["text"]) for voice in voices] == [
        ("Vũ Thị Sen", "Trùng với bài đã có – Đã có bài tương tự.")
    ]


def test_the_record_names_people_offices_and_clauses(cast: Cast, as_: As) -> None:
    cast.delegate(cast.cuc)
    article = cast.article(cast.lan)
    cast.submit(article, cast.lan)
    cast.decide(article, "approve", cast.cuc)
    lines = as_(cast.lan).get(f"/viec/{article.pk}/nhat-ky/").context["history"]
    told = [(line["verb_label"], line["by"], line["office"], line["acting_for"]) for line in lines]
    assert told == [
        ("Bắt đầu viết", "Hoàng Lan", "", ""),
        ("Trình duyệt", "Hoàng Lan", "", ""),
        ("Xác nhận dữ kiện", "Phạm Thị Cúc", "Ủy viên", "Trần Thu Hà"),
        ("Duyệt đăng", "Phạm Thị Cúc", "Ủy viên", "Trần Thu Hà"),
        ("Lên cổng", "Phạm Thị Cúc", "Ủy viên", "Trần Thu Hà"),
    ]
    assert [line["clause"] for line in lines] == [
        "Điều 12.2", "Điều 14.2, 11.2, 11.3", "Điều 14.2", "Điều 11.3, 14.2 và Điều 10.2, 11.2",
        "Điều 11.3, 14.2 và Điều 10.2, 11.2",
    ]  # fmt: skip


def test_the_slip_prints_the_approval_in_force_and_nothing_else(cast: Cast, as_: As) -> None:
    article = cast.article(cast.vy)
    browser, address = as_(cast.sen), f"/viec/{article.pk}/phieu-duyet/"
    assert browser.get(address).status_code == 404
    cast.up(article, cast.vy)
    slip = browser.get(address).context["slip"]
    assert (slip["revision"], str(slip["decided_by"]), slip["office"], slip["hash"]) == (
        1, "Trần Thu Hà", "Trưởng ban", cast.case(article).hash,
    )  # fmt: skip
    assert [line["verb_label"] for line in browser.get(address).context["history"]] == [
        "Trình duyệt", "Duyệt, chuyển tiếp", "Duyệt đăng", "Lên cổng",
    ]  # fmt: skip
    browser.post(f"/viec/{article.pk}/dinh-chinh/")
    assert browser.get(address).context["slip"]["revision"] == 1
    browser.post(f"/viec/{article.pk}/go-bai/", {"ground": "error", "reason": "Sai ngày."})
    assert browser.get(address).status_code == 404


def test_the_words_of_a_section_are_reviewed_like_an_article(cast: Cast, as_: As) -> None:
    section = cast.sections["chuyen-mon"]
    page = as_(cast.ha).get(f"/viec/{section.pk}/")
    assert (page.status_code, page.context["item"]["genre_title"]) == (200, "Chuyên mục")
    assert as_(cast.lan).get(f"/viec/{section.pk}/").status_code == 404


def test_a_page_without_a_route_is_nobodys_business(cast: Cast, as_: As) -> None:
    home = cast.sections["chuyen-mon"].get_parent()
    assert as_(cast.ha).get(f"/viec/{home.pk}/").status_code == 404


def test_a_review_asks_as_many_questions_after_thirty_edits_as_after_one(cast: Cast, as_: As) -> None:
    article = cast.article(cast.vy)
    cast.submit(article, cast.vy)
    browser, address, asked, made = as_(cast.sen), f"/viec/{article.pk}/", [], 0
    browser.get(address)
    for edits in (1, 3, 30):
        for number in range(made, edits):
            news.edit(article, {"title": f"Tên thứ {number}"}, by=cast.sen, at=NOW, channel="test")
        made = edits
        with CaptureQueriesContext(connection) as found:
            assert browser.get(address).status_code == 200
        asked.append(len(found))
    assert asked == [asked[0]] * 3
    assert asked[0] <= 38
