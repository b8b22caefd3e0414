"""Chương IV of the regulation as the school would tell it, run on the verbs."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import pytest
from pytest_bdd import given, parsers, scenarios, then, when

from portal.approval import actions as approval
from portal.approval.models import Approval
from portal.approval.rules import Route, office_names
from portal.base.refused import Refused
from portal.news import actions as news
from portal.news.models import Article, UrgentTemplate
from portal.news.queries import public, visible_to
from portal.people import offices
from portal.people.models import Person
from tests.cast import NOW, OLD, Cast

pytestmark = pytest.mark.django_db
scenarios("chuong-iv.feature")

NAMES = {"Hà": "ha", "Phong": "phong", "Cúc": "cuc", "Dũng": "dung", "Sen": "sen", "Trí": "tri", "Lan": "lan", "Khoa": "khoa",
         "Vy": "vy", "Phú": "phu"}  # fmt: skip
SLUGS = {"Chuyên môn": "chuyen-mon", "Trao đổi chuyên môn": "trao-doi"}
T = {"channel": "test"}


@dataclass
class Story:
    """The article the scenario is about, and the last no."""

    cast: Cast
    article: Article | None = None
    route: Route | None = None
    refused: Refused | None = None
    forms: list[UrgentTemplate] = field(default_factory=list)

    @property
    def page(self) -> Article:
        assert self.article is not None
        return Article.objects.get(pk=self.article.pk)

    def who(self, name: str) -> Person:
        return self.cast.people[NAMES[name]]

    def attempt(self, deed: Callable[[], object]) -> None:
        with pytest.raises(Refused) as told:
            deed()
        self.refused = told.value

    def submit(self, who: str) -> None:
        self.route = self.cast.submit(self.page, self.who(who)).route

    def decide(self, verb: str, who: str, **more: Any) -> None:
        self.cast.decide(self.page, verb, self.who(who), **more)


@pytest.fixture
def story(cast: Cast) -> Story:
    return Story(cast)


# --- Cho -----------------------------------------------------------------------------------------------------------------


@given("nhà trường có Trưởng ban Hà, Phó Trưởng ban Phong, Thư ký Sen")
def _leaders(story: Story) -> None:
    board = offices.board(NOW)
    assert (board.heads, board.deputies, board.secretaries) == tuple(
        frozenset({story.who(name).pk}) for name in ("Hà", "Phong", "Sen")
    )


@given("ủy viên Cúc phụ trách Chuyên môn, ủy viên Dũng phụ trách Đoàn – Đội")
def _members(story: Story) -> None:
    fields = offices.board(NOW).fields
    assert fields[story.cast.fields["cm"].pk] == {story.who("Cúc").pk}
    assert fields[story.cast.fields["dd"].pk] == {story.who("Dũng").pk}


@given(parsers.parse('{who} viết bài "{title}" {plan} kế hoạch cho mục "{section}"'))
def _wrote(story: Story, who: str, title: str, plan: str, section: str) -> None:
    story.article = story.cast.article(story.who(who), title=title, in_plan=plan == "trong", section=SLUGS[section])


@given(parsers.parse('{who} chép lại bài "{title}" từ nguồn "{source}"'))
def _repost(story: Story, who: str, title: str, source: str) -> None:
    named = {"name": source, "url": "https://vi-du.vn/bai"}
    story.article = story.cast.article(story.who(who), title=title, kind="repost", source=named)


@given(parsers.parse('{who} chép lại bài "{title}" không ghi nguồn'))
def _repost_without_source(story: Story, who: str, title: str) -> None:
    story.article = story.cast.article(story.who(who), title=title, kind="repost")


@given(parsers.parse('{who} soạn quảng cáo "{title}" cho "{body}"'))
def _advertisement(story: Story, who: str, title: str, body: str) -> None:
    named = {"name": body, "contact": "024 3999 0000"}
    story.article = story.cast.article(story.who(who), title=title, kind="advertisement", advertiser=named)


@given(parsers.parse("{who} đang vắng mặt"))
def _away(story: Story, who: str) -> None:
    story.cast.away(story.who(who))


@given(parsers.parse('Trưởng ban ủy nhiệm {who} duyệt lĩnh vực "{title}" theo giấy số "{number}"'))
def _delegated(story: Story, who: str, title: str, number: str) -> None:
    slugs = tuple(slug for slug, one in story.cast.fields.items() if one.title == title)
    story.cast.delegate(story.who(who), slugs, number=number)


@given(parsers.parse('Trưởng ban đã duyệt mẫu thông báo khẩn "{title}"'))
def _form(story: Story, title: str) -> None:
    form = UrgentTemplate.objects.create(title=title, text="…", approved_by=story.who("Hà"), approved_at=OLD)
    story.forms.append(form)


@given(parsers.parse('{who} soạn thông báo khẩn "{title}" theo mẫu ấy'))
def _urgent(story: Story, who: str, title: str) -> None:
    story.article = story.cast.article(
        story.who(who), title=title, in_plan=False, urgent_template=story.forms[-1].pk,
        expires_at=(NOW + timedelta(days=1)).isoformat(),
    )  # fmt: skip


@given(parsers.parse('bài "{title}" của {who} đang đăng'))
def _live(story: Story, title: str, who: str) -> None:
    story.article = story.cast.published(story.who(who), title=title)


# --- Khi -----------------------------------------------------------------------------------------------------------------


@when(parsers.parse("{who} trình bài"))
def _submits(story: Story, who: str) -> None:
    if who.endswith(" thử"):
        story.attempt(lambda: story.submit(who.removesuffix(" thử")))
    else:
        story.submit(who)


@when(parsers.parse("{who} duyệt bài"))
def _approves(story: Story, who: str) -> None:
    if who.endswith(" thử"):
        story.attempt(lambda: story.decide("approve", who.removesuffix(" thử")))
    else:
        story.decide("approve", who)


@when(parsers.re(r'^(?P<who>\w+) (?P<trying>thử )?(?P<verb>trả lại|từ chối|đề xuất từ chối) bài vì "(?P<reason>.+)"$'))
def _turns_down(story: Story, who: str, trying: str | None, verb: str, reason: str) -> None:
    verbs = {"trả lại": "send_back", "từ chối": "refuse", "đề xuất từ chối": "propose_refusal"}
    if trying:
        story.attempt(lambda: story.decide(verbs[verb], who, reason=reason, ground="duplicate"))
    else:
        story.decide(verbs[verb], who, reason=reason, ground="duplicate")


@when(parsers.parse("{who} đồng ý bản này"))
def _vouches(story: Story, who: str) -> None:
    story.decide("vouch", who)


@when(parsers.parse('{who} sửa tiêu đề thành "{title}"'))
def _mends(story: Story, who: str, title: str) -> None:
    news.edit(story.page, {"title": title}, by=story.who(who), at=NOW, **T)


@when(parsers.parse("{who} mở đính chính"))
def _corrects(story: Story, who: str) -> None:
    approval.correct(story.page, by=story.who(who), at=NOW, **T)


@when(parsers.parse('{who} gỡ bài vì "{reason}"'))
def _takes_down(story: Story, who: str, reason: str) -> None:
    approval.withdraw(story.page, ground="privacy", reason=reason, by=story.who(who), at=NOW, **T)


# --- Thì -----------------------------------------------------------------------------------------------------------------


@then(parsers.parse('bài đi tuyến số {row:d} theo "{clause}"'))
def _row(story: Story, row: int, clause: str) -> None:
    assert story.route is not None
    assert (story.route.row, story.route.clause) == (row, clause)


@then(parsers.parse('các bước là "{steps}"'))
def _steps(story: Story, steps: str) -> None:
    assert story.route is not None
    assert " → ".join(office_names(step.offices) for step in story.route.steps) == steps


@then("bước Ủy viên được bỏ qua và có ghi lí do")
def _skipped(story: Story) -> None:
    assert story.route is not None
    assert [bool(step.skipped_because) for step in story.route.steps] == [True, False]


@then(parsers.parse('cổng từ chối theo {rule}, "{clause}"'))
def _refused(story: Story, rule: str, clause: str) -> None:
    assert story.refused is not None
    assert [(one.rule, one.clause) for one in story.refused.refusals] == [(rule, clause)]


@then("bạn đọc chưa thấy bài")
def _unseen(story: Story) -> None:
    assert list(public(NOW)) == []


@then("bạn đọc thấy bài")
def _seen(story: Story) -> None:
    assert [article.pk for article in public(NOW)] == [story.page.pk]


@then(parsers.parse('bạn đọc thấy bài "{title}"'))
def _seen_as(story: Story, title: str) -> None:
    assert [article.title for article in public(NOW)] == [title]


@then(parsers.re(r"^(?P<who>\w+) (?P<blind>không )?thấy bài ở cổng nội bộ$"))
def _inside(story: Story, who: str, blind: str | None) -> None:
    found = [article.pk for article in visible_to(story.who(who), NOW)]
    assert found == ([] if blind else [story.page.pk])


@then(parsers.parse('bài ở trạng thái "{state}"'))
def _state(story: Story, state: str) -> None:
    assert story.cast.case(story.page).get_state_display() == state


@then(parsers.parse('phiếu duyệt ghi "{clause}"'))
def _clause(story: Story, clause: str) -> None:
    assert Approval.objects.get(page_id=story.page.pk).clause == clause


@then(parsers.parse('phiếu duyệt ghi thay {who} theo giấy số "{number}"'))
def _paper(story: Story, who: str, number: str) -> None:
    found = Approval.objects.get(page_id=story.page.pk)
    assert (found.acting_for, found.number) == (story.who(who), number)
