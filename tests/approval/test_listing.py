"""Internal items gathered by the Secretary, decided by the Head in one act, each on the text that was listed (Điều 15.2)."""

from typing import Any

import pytest

from portal.approval import actions as approval
from portal.approval.models import Approval, ReviewItem, ReviewList
from portal.approval.queries import gatherable, open_reviews
from portal.approval.rules import (
    State,
    Verb,
    as_listed,
    list_digest,
    list_is_whole,
    list_stands,
    may_be_gathered,
    may_decide_over,
    may_gather,
    may_see_lists,
    may_set_out,
    may_take_back,
)
from portal.base.models import JournalEntry
from portal.base.refused import Refused
from portal.base.rules import Refusal
from portal.news.models import Article
from portal.people.models import Person
from portal.people.rules import Board
from tests.cast import NOW, Cast

BOARD = Board(heads=frozenset({1}), deputies=frozenset({2}), members=frozenset({3}), secretaries=frozenset({4}),
              substitutes=frozenset({6}), acting_heads={5: "07/QĐ"}, principals=frozenset({8}),
              vice_principals=frozenset({9}))  # fmt: skip
HERE = {"at": NOW, "channel": "test"}
ITEM = (1, 16, 10, "a")


def rule(refusal: Refusal | None) -> str:
    return refusal.rule if refusal else ""


def test_who_gathers_decides_takes_back_and_looks() -> None:
    """R-LIST-01, 04, R-LIST-07 and R-LIST-10; a teacher (7) does none of it, the school's leaders (8, 9) only look."""
    asked = range(1, 10)
    assert [person for person in asked if may_see_lists(person, BOARD) is None] == [1, 2, 3, 4, 5, 6, 8, 9]
    assert [person for person in asked if may_gather(person, BOARD) is None] == [4, 6]
    assert [person for person in asked if may_decide_over(person, BOARD) is None] == [1, 5]
    assert [person for person in asked if may_take_back(person, BOARD) is None] == [1, 4, 5, 6]


@pytest.mark.parametrize(("internal", "deciding", "elsewhere", "said"), [
    (True, True, False, None), (False, True, False, "not_ready"), (True, False, False, "conflict"),
    (True, True, True, "conflict"),
])  # fmt: skip
def test_what_may_stand_in_a_list(internal: bool, deciding: bool, elsewhere: bool, said: str | None) -> None:
    refusal = may_be_gathered(internal=internal, deciding=deciding, elsewhere=elsewhere)
    assert (refusal.ground.value if refusal else None) == said


@pytest.mark.parametrize(("title", "many", "fields"), [
    ("Tuần 12", 1, []), ("Tuần 12", 60, []), (" ", 1, ["title"]), ("Tuần 12", 0, ["bai"]), ("", 61, ["title", "bai"]),
])  # fmt: skip
def test_a_list_has_a_name_and_no_more_than_can_be_looked_at(title: str, many: int, fields: list[str]) -> None:
    """R-LIST-03."""
    assert [one.field for one in list_is_whole(title, many)] == fields


@pytest.mark.parametrize(
    ("is_open", "now", "said"), [(True, "a", ""), (False, "a", "R-LIST-05"), (True, "b", "R-LIST-05")]
)
def test_a_decision_is_on_the_list_as_it_was_seen(is_open: bool, now: str, said: str) -> None:
    assert rule(list_stands(is_open=is_open, seen="a", now=now)) == said


@pytest.mark.parametrize(
    ("reason", "many", "fields"), [("Thiếu đáp án", 2, []), (" ", 2, ["reason"]), ("", 0, ["bai", "reason"])]
)
def test_leaving_out_says_why(reason: str, many: int, fields: list[str]) -> None:
    """R-LIST-06."""
    assert [one.field for one in may_set_out(reason, many)] == fields


@pytest.mark.parametrize(("now", "told"), [
    (ITEM, ""), ((1, 16, 11, "b"), "Nội dung đã thay đổi sau khi lập danh sách."), ((1, 17, 10, "a"), "Mục này đã được xử lý riêng."),
])  # fmt: skip
def test_another_text_or_another_step_is_told(now: tuple[int, int, int, str], told: str) -> None:
    """R-LIST-08."""
    refusal = as_listed(ITEM, now)
    assert (refusal.message if refusal else "") == told


def test_a_list_has_one_digest_whatever_its_order_and_another_for_another_text_or_task() -> None:
    two = (2, 32, 11, "b")
    digests = {list_digest([ITEM, two]), list_digest([two, ITEM]), list_digest([ITEM]), list_digest([ITEM, (2, 33, 11, "b")]),
               list_digest([ITEM, (2, 32, 12, "b")]), list_digest([ITEM, (2, 32, 11, "c")])}  # fmt: skip
    assert len(digests) == 5


def passed(cast: Cast, title: str, by: Person | None = None) -> Article:
    """An internal text past the Secretary's step."""
    article = cast.article(by or cast.lan, title=title, section="trao-doi", audience="internal")
    cast.submit(article, by or cast.lan)
    cast.decide(article, Verb.APPROVE, cast.sen)
    return article


def listed(cast: Cast, articles: list[Article], **more: Any) -> ReviewList:
    return approval.gather([one.pk for one in articles], title="Giáo án tuần 12", by=cast.sen, **HERE, **more)


def refused(verb: Any, *args: Any, **more: Any) -> list[str]:
    with pytest.raises(Refused) as said:
        verb(*args, **HERE, **more)
    return [one.rule for one in said.value.refusals]


def test_one_act_puts_up_what_stands_as_listed_and_tells_the_rest(cast: Cast) -> None:
    good, moved, out = articles = [passed(cast, f"Giáo án {number}") for number in range(3)]
    assert [one.case.page_id for one in gatherable(NOW)] == [one.pk for one in articles]
    made = listed(cast, articles)
    assert (gatherable(NOW), [one.many for one in open_reviews()]) == ([], [3])  # type: ignore[attr-defined]
    seen = made.digest
    made = approval.set_out(made, [made.items.get(page=out).pk], reason="Thiếu đáp án", digest=seen, by=cast.ha, **HERE)
    assert refused(approval.decide_over, made, digest=seen, by=cast.ha) == ["R-LIST-05"]
    text = moved.get_latest_revision_as_object()
    text.summary = "Sửa sau khi lập danh sách."
    approval.save_text(text, by=cast.ha, **HERE)
    made = approval.decide_over(made, digest=made.digest, by=cast.ha, **HERE)
    fates = {one.page_id: (one.approval_id is not None, one.left_out) for one in made.items.all()}
    assert fates == {
        good.pk: (True, ""), out.pk: (False, "Thiếu đáp án"),
        moved.pk: (False, "Nội dung đã thay đổi sau khi lập danh sách. (Điều 14.2, 15.2)"),
    }  # fmt: skip
    assert [Article.objects.get(pk=one.pk).live for one in articles] == [True, False, False]
    assert [cast.case(one).state for one in articles] == [State.PUBLISHED, State.IN_REVIEW, State.IN_REVIEW]
    given = Approval.objects.get(page=good)
    assert (given.in_list.list_id, given.hash, given.by) == (made.pk, cast.case(good).hash, cast.ha)
    act = JournalEntry.objects.get(verb="list_decide")
    assert (act.hash, act.rule, act.data["items"][0][3:]) == (made.digest, "R-LIST-04", [given.hash, given.pk])
    own = JournalEntry.objects.get(verb="approve", subject_id=good.pk)
    assert own.reason == f"Duyệt theo danh sách “Giáo án tuần 12”, mã {made.digest[:12]}."
    assert {one.case.page_id for one in gatherable(NOW)} == {
        moved.pk,
        out.pk,
    }  # they wait one by one, or for another list


def test_nobody_else_gathers_or_decides_and_nothing_stands_in_two_lists(cast: Cast) -> None:
    one, two = passed(cast, "Giáo án 1"), passed(cast, "Giáo án 2")
    public = cast.article(cast.lan, title="Tin công khai", in_plan=False)
    cast.submit(public, cast.lan)
    assert refused(approval.gather, [one.pk], title="Tuần 12", by=cast.lan) == ["R-LIST-01"]
    assert refused(approval.gather, [public.pk], title="Tuần 12", by=cast.sen) == ["R-LIST-02"]
    made = listed(cast, [one])
    assert refused(approval.gather, [one.pk, two.pk], title="Tuần 12", by=cast.sen) == ["R-LIST-02"]
    assert [refused(approval.decide_over, made, digest=made.digest, by=who) for who in (cast.phong, cast.sen)] == [
        ["R-LIST-04"]
    ] * 2
    approval.take_back_list(made, by=cast.sen, **HERE)
    assert refused(approval.decide_over, made, digest=made.digest, by=cast.ha) == ["R-LIST-05"]
    assert len(gatherable(NOW)) == 2


def test_the_heads_own_text_still_needs_a_second_person(cast: Cast) -> None:
    own, other = passed(cast, "Của Trưởng ban", cast.ha), passed(cast, "Của cô Lan")
    made = approval.decide_over((made := listed(cast, [own, other])), digest=made.digest, by=cast.ha, **HERE)
    left = ReviewItem.objects.get(list=made, page=own)
    assert ("một thành viên Ban không tham gia" in left.left_out, cast.case(other).state) == (True, State.PUBLISHED)
    assert refused(approval.decide_over, listed(cast, [own]), digest=ReviewList.objects.first().digest, by=cast.ha) == [
        "R-LIST-09"
    ]  # type: ignore[union-attr]
