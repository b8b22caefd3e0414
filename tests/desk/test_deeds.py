"""Acting from the desk: GET never acts, POST does, a refusal names its clause and keeps what was typed."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from portal.approval.models import Case
from portal.base.models import JournalEntry
from portal.desk.deeds import DEEDS
from portal.news import actions as news
from portal.news.models import Article
from portal.people.models import Person
from tests.cast import NOW, Cast

As = Callable[[Person], Client]


@pytest.fixture
def article(cast: Cast) -> Article:
    """A collaborator's text, handed in."""
    article = cast.article(cast.vy)
    cast.submit(article, cast.vy)
    return article


def before(browser: Client, article: Article, key: str) -> dict[str, Any]:
    """What the form of a deed carries when its page is opened."""
    actions = browser.get(f"/viec/{article.pk}/").context["actions"]
    form = next(action["form"] for action in actions if action["key"] == key)
    return {name: value for name, value in form.initial.items() if value is not None}


def do(browser: Client, article: Article, key: str, seen: dict[str, Any] | None = None, **typed: Any) -> Any:
    told = before(browser, article, key) if seen is None else seen
    return browser.post(f"/viec/{article.pk}/{key}/", {**told, **typed})


def state(article: Article) -> str:
    return Case.objects.get(page_id=article.pk).state


def test_looking_at_a_deed_never_does_it(cast: Cast, as_: As, article: Article) -> None:
    lines = JournalEntry.objects.count()
    for person in (cast.sen, cast.vy, cast.tri):
        browser = as_(person)
        for slug in DEEDS:
            for method in (browser.get, browser.head):
                assert method(f"/viec/{article.pk}/{slug}/").status_code == 200
    assert (state(article), JournalEntry.objects.count()) == ("in_review", lines)


def test_the_main_job_from_the_desk(cast: Cast, as_: As) -> None:
    article = cast.article(cast.vy)
    assert do(as_(cast.vy), article, "trinh", {}).url == f"/viec/{article.pk}/"
    do(as_(cast.sen), article, "duyet")
    do(as_(cast.phong), article, "duyet")
    assert (state(article), Article.objects.get(pk=article.pk).live) == ("published", True)
    channels = JournalEntry.objects.filter(subject_id=article.pk, verb__in=("submit", "pass", "approve", "publish"))
    assert list(channels.values_list("channel", flat=True)) == ["desk"] * 4


def test_a_text_that_moved_is_not_decided_and_the_words_typed_stay(cast: Cast, as_: As, article: Article) -> None:
    browser = as_(cast.sen)
    seen = before(browser, article, "tra-lai")
    news.edit(article, {"title": "Tên khác"}, by=cast.sen, at=NOW, channel="test")
    answer = do(browser, article, "tra-lai", seen, reason="Thêm ảnh lớp học.")
    text = answer.content.decode()
    assert (answer.status_code, state(article)) == (409, "in_review")
    assert "Nội dung bài đã thay đổi so với bản thầy/cô xem. Hãy xem lại bản mới. (Điều 14.2)" in text
    assert "Thêm ảnh lớp học." in text
    assert f'<a href="/viec/{article.pk}/">Xem bản mới (bản 2)</a>' in text


def test_whoever_comes_second_is_told_somebody_was_faster(cast: Cast, as_: As, article: Article) -> None:
    seen = before(as_(cast.sen), article, "duyet")
    cast.decide(article, "approve", cast.sen)
    cast.decide(article, "approve", cast.phong)
    answer = do(as_(cast.sen), article, "duyet", seen)
    assert answer.status_code == 409
    assert "Đã có người xử lý bước này trước thầy/cô. (Điều 14.2)" in answer.content.decode()


def test_a_step_of_another_is_refused_with_its_clause(cast: Cast, as_: As, article: Article) -> None:
    seen = before(as_(cast.sen), article, "duyet")
    answer = do(as_(cast.dung), article, "duyet", seen)
    assert (answer.status_code, state(article)) == (403, "in_review")
    assert "Bước này không phải của thầy/cô theo tuyến duyệt của bài. (Điều 14.2)" in answer.content.decode()


@pytest.mark.parametrize(
    "key,typed,field,sentence",
    [
        ("tra-lai", {"reason": " "}, "reason", "Cần ghi lý do để người viết biết. (Điều 9.5, 12.7)"),
        ("de-xuat-tu-choi", {"reason": "Trùng."}, "ground", "Cần chọn căn cứ từ chối. (Điều 9.5)"),
        ("xin-y-kien", {"reason": "Đúng chưa?"}, "to", "Hãy chọn một ủy viên của Ban để xin ý kiến. (Điều 12.4)"),
    ],
)
def test_what_is_missing_is_said_at_its_field(
    cast: Cast, as_: As, article: Article, key: str, typed: dict[str, str], field: str, sentence: str
) -> None:
    answer = do(as_(cast.sen), article, key, **typed)
    assert (answer.status_code, answer.context["form"].errors) == (422, {field: [sentence]})
    assert answer.context["form"]["reason"].value() == typed["reason"]


def test_sending_back_tells_the_writer_why(cast: Cast, as_: As, article: Article) -> None:
    do(as_(cast.sen), article, "tra-lai", reason="Thêm ngày diễn ra.")
    why = as_(cast.vy).get(f"/viec/{article.pk}/").context["why"]
    assert (why["lead"], why["text"]) == ("Vũ Thị Sen trả lại để sửa:", "Thêm ngày diễn ra.")


def test_an_opinion_is_asked_for_and_given(cast: Cast, as_: As, article: Article) -> None:
    do(as_(cast.sen), article, "xin-y-kien", to=cast.cuc.pk, reason="Thí nghiệm này đúng chưa?")
    browser = as_(cast.cuc)
    page = browser.get(f"/viec/{article.pk}/")
    assert (page.context["why"]["lead"], page.context["why"]["text"]) == (
        "Vũ Thị Sen hỏi ý kiến thầy/cô:", "Thí nghiệm này đúng chưa?",
    )  # fmt: skip
    assert [action["key"] for action in page.context["actions"] if action["primary"]] == ["y-kien"]
    do(browser, article, "y-kien", reason="Đúng.")
    voices = as_(cast.sen).get(f"/viec/{article.pk}/").context["voices"]
    assert [(voice["by"], voice["text"]) for voice in voices] == [("Phạm Thị Cúc", "Đúng.")]


def test_two_people_answer_for_a_text_its_decider_wrote(cast: Cast, as_: As) -> None:
    cast.away(cast.phong)
    article = cast.article(cast.ha)
    cast.submit(article, cast.ha)
    cast.decide(article, "approve", cast.cuc)
    assert as_(cast.ha).get(f"/viec/{article.pk}/duyet/").context["refusal"] == (
        "Thầy/cô có tham gia viết hoặc sửa bản này; cần một thành viên Ban không tham gia bấm “Đồng ý bản này” trước. "
        "(Điều 10.2, 14.2)"
    )
    do(as_(cast.dung), article, "dong-y")
    do(as_(cast.ha), article, "duyet")
    assert state(article) == "published"


def test_an_hour_is_set_and_cannot_lie_behind(cast: Cast, as_: As, article: Article) -> None:
    browser = as_(cast.sen)
    late = do(browser, article, "hen-gio", {}, at="2026-11-16T07:00")
    assert (late.status_code, late.context["form"].errors) == (
        422, {"at": ["Giờ đăng phải ở phía trước. (Điều 12.1)"]},
    )  # fmt: skip
    do(browser, article, "hen-gio", {}, at="2026-11-16T17:00")
    assert Case.objects.get(page_id=article.pk).publish_at == NOW.replace(hour=17)
    do(browser, article, "duyet")
    main = as_(cast.phong).get(f"/viec/{article.pk}/").context["actions"][0]
    assert main["label"] == "Duyệt bản 1, đăng lúc 17:00 16/11"


def test_a_recalled_text_is_the_writers_again(cast: Cast, as_: As, article: Article) -> None:
    do(as_(cast.vy), article, "rut-ve", {})
    assert state(article) == "draft"


def test_taking_down_needs_a_ground_and_works_at_once(cast: Cast, as_: As, article: Article) -> None:
    cast.decide(article, "approve", cast.sen)
    cast.decide(article, "approve", cast.ha)
    browser = as_(cast.tri)
    bare = do(browser, article, "go-bai", {})
    assert (bare.status_code, bare.context["form"].errors) == (
        422, {"ground": ["Cần chọn căn cứ gỡ bỏ. (Điều 8.1)"], "reason": ["Cần ghi rõ lý do gỡ bỏ. (Điều 8.1)"]},
    )  # fmt: skip
    do(browser, article, "go-bai", {}, ground="security", reason="Bị chèn lời lạ.")
    assert (state(article), Article.objects.get(pk=article.pk).live) == ("withdrawn", False)


def test_a_text_with_gaps_is_not_handed_in(cast: Cast, as_: As) -> None:
    article = cast.article(cast.vy, genre="tin-hoi-nghi")
    browser = as_(cast.vy)
    page = browser.get(f"/viec/{article.pk}/tuyen/")
    assert ([check["label"] for check in page.context["checks"]], page.context["ready"]) == (
        ["Tin hội nghị cần giờ khai mạc.", "Tin hội nghị cần địa điểm."], False,
    )  # fmt: skip
    answer = do(browser, article, "trinh", {})
    assert answer.status_code == 422
    assert "Tin hội nghị cần giờ khai mạc. (Điều 12.2, 14.1)" in answer.content.decode()


def test_the_route_is_shown_with_names_before_submitting(cast: Cast, as_: As) -> None:
    article = cast.article(cast.vy)
    page = as_(cast.vy).get(f"/viec/{article.pk}/tuyen/")
    assert [(step["name"], step.get("people", "")) for step in page.context["route"]] == [
        ("Thư ký biên tập và trình", "Vũ Thị Sen"),
        ("Trưởng ban hoặc Phó Trưởng ban duyệt", "Trần Thu Hà hoặc Lê Phong"),
        ("Đăng lên cổng", ""),
    ]
    assert page.context["ready"]
    secretary = as_(cast.sen).get(f"/viec/{article.pk}/tuyen/").context["route"]
    assert secretary[0]["note"] == "Thư ký trình nên bước này xong ngay."


def test_a_text_under_way_has_one_page_for_its_route(cast: Cast, as_: As, article: Article) -> None:
    assert as_(cast.sen).get(f"/viec/{article.pk}/tuyen/").url == f"/viec/{article.pk}/"  # type: ignore[attr-defined]


def test_a_text_sent_back_waits_for_its_writer_and_for_nobody_else(cast: Cast, as_: As, article: Article) -> None:
    cast.decide(article, "send_back", cast.sen, reason="Thêm ngày.")
    page = as_(cast.sen).get(f"/viec/{article.pk}/")
    assert page.context["why"]["lead"] == "Vũ Thị Sen trả lại để sửa:"
    assert [action["key"] for action in page.context["actions"]] == ["trinh"]


def test_an_unknown_deed_is_not_found(cast: Cast, as_: As, article: Article) -> None:
    assert as_(cast.sen).get(f"/viec/{article.pk}/xoa/").status_code == 404


def test_a_deed_without_the_tokens_of_the_form_is_turned_away(cast: Cast, article: Article) -> None:
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(cast.vy)
    assert browser.post(f"/viec/{article.pk}/rut-ve/").status_code == 403
    assert state(article) == "in_review"
