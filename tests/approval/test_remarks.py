"""Remarks on a sentence: who makes and settles them, where the sentence is found again, and that they change nothing."""

from datetime import timedelta
from typing import Any

import pytest

from portal.approval import actions as approval
from portal.approval import rules
from portal.approval.models import Remark
from portal.approval.queries import remarks_of
from portal.base.models import JournalEntry
from portal.base.refused import Refused
from portal.base.rules import Ground, Refusal
from portal.news import actions as news
from portal.news.models import Article
from portal.people.models import Person
from tests.approval.school import BOARD, CUC, DUNG, HA, LAN, MINH, PHONG, SEN, TRI, VY
from tests.cast import NOW, Cast

SENTENCE = "Ba chai nước, một câu hỏi: nước nào tưới cây tốt nhất?"


def no(refusal: Refusal | None) -> tuple[str, Ground, str] | None:
    if refusal is None:
        return None
    assert refusal.message.endswith(".")
    assert refusal.clause.startswith("Điều ")
    return refusal.rule, refusal.ground, refusal.field


# --- the rules -------------------------------------------------------------------------------------------------------

NOT_YOURS = ("R-REMARK-01", Ground.FORBIDDEN, "")
NOT_NOW = ("R-REMARK-02", Ground.CONFLICT, "")


@pytest.mark.parametrize(
    "person,under_review,holds,asked,expected",
    [
        *((member, True, False, False, None) for member in (HA, PHONG, CUC, DUNG, SEN)),
        (LAN, True, False, False, NOT_YOURS), (VY, True, False, False, NOT_YOURS),
        (TRI, True, False, False, NOT_YOURS), (MINH, True, False, False, NOT_YOURS),
        (LAN, True, True, False, None), (LAN, True, False, True, None),
        (HA, False, False, False, NOT_NOW), (HA, False, True, True, NOT_NOW),
    ],
)  # fmt: skip
def test_who_reviews_may_remark_while_the_text_is_under_review(
    person: int, under_review: bool, holds: bool, asked: bool, expected: object
) -> None:
    refusal = rules.may_remark(person, under_review=under_review, holds=holds, asked=asked, board=BOARD)
    assert no(refusal) == expected


@pytest.mark.parametrize(
    "quote,text,expected",
    [
        ("", "Thiếu tên lớp.", None), ("x" * 300, "x" * 2000, None),
        ("Câu này.", " \n", ("R-REMARK-03", Ground.NOT_READY, "text")),
        ("Câu này.", "x" * 2001, ("R-REMARK-03", Ground.NOT_READY, "text")),
        ("x" * 301, "Dài quá.", ("R-REMARK-03", Ground.NOT_READY, "quote")),
    ],
)  # fmt: skip
def test_a_remark_says_something_about_one_sentence(quote: str, text: str, expected: object) -> None:
    assert no(rules.remark_is_whole(quote, text)) == expected


@pytest.mark.parametrize(
    "person,settled,expected",
    [
        (HA, False, None), (LAN, False, None), (SEN, False, None),
        (DUNG, False, ("R-REMARK-04", Ground.FORBIDDEN, "")), (TRI, True, ("R-REMARK-04", Ground.FORBIDDEN, "")),
        (HA, True, ("R-REMARK-05", Ground.CONFLICT, "")),
    ],
)  # fmt: skip
def test_its_author_and_who_has_a_hand_in_the_text_settle_a_remark_once(
    person: int, settled: bool, expected: object
) -> None:
    assert no(rules.may_settle(person, author=HA, hands=frozenset({LAN, SEN}), settled=settled)) == expected


TEXT = ["Giờ đọc sách", "Sáng thứ Bảy,\nlớp 6A2 đọc sách.  Cô Hòa kể chuyện.", "Các em thuỷ chung: “Đọc nữa!”"]


@pytest.mark.parametrize(
    "quote,expected",
    [
        ("Cô Hòa kể chuyện.", 1), ("Sáng thứ Bảy, lớp 6A2 đọc sách.", 1), ("Giờ đọc sách", 0),
        ("đọc sách", 0), ("co hoa ke chuyen", 1), ("CÔ HÒA KỂ CHUYỆN!", 1), ("Các em thuỷ chung: Đọc nữa", 2),
        ("Giờ đọc sá", 0), ("gio doc sa", None), ("Cô Hòa hát.", None), ("“", 2), ("…", None), ("", None), ("  ", None),
    ],
)  # fmt: skip
def test_a_sentence_is_found_again_by_its_own_words(quote: str, expected: int | None) -> None:
    assert rules.find_sentence(quote, TEXT) == expected


def test_a_mended_sentence_is_found_no_more() -> None:
    assert rules.find_sentence(SENTENCE, [SENTENCE.replace("cây", "rau")]) is None
    assert rules.find_sentence(SENTENCE, []) is None


# --- the verbs -------------------------------------------------------------------------------------------------------


@pytest.fixture
def article(cast: Cast) -> Article:
    """A collaborator's text, handed in."""
    article = cast.article(cast.vy)
    cast.submit(article, cast.vy)
    return article


def say(cast: Cast, article: Article, by: Person, text: str = "Nên ghi rõ lớp.", **more: Any) -> Remark:
    told: dict[str, Any] = {"quote": SENTENCE, "revision": cast.case(article).revision_id, **more}
    return approval.remark(article, text=text, by=by, at=NOW, channel="test", **told)


def refused(verb: Any, *args: Any, **more: Any) -> list[str]:
    with pytest.raises(Refused) as caught:
        verb(*args, **more)
    return [refusal.rule for refusal in caught.value.refusals]


def test_a_remark_is_kept_with_text_hash_and_sentence_and_changes_neither_text_nor_passes(
    cast: Cast, article: Article
) -> None:
    before, standing = cast.case(article), cast.standing(article)
    made = say(cast, article, cast.ha, quote=f"  {SENTENCE}\n")
    after = cast.case(article)
    assert (made.quote, made.text, made.revision_id, made.hash) == (
        SENTENCE, "Nên ghi rõ lớp.", before.revision_id, before.hash,
    )  # fmt: skip
    assert made.passage == standing.passage
    assert (after.hash, after.revision_id, after.state, after.touched_at) == (
        before.hash, before.revision_id, before.state, before.touched_at,
    )  # fmt: skip
    assert cast.standing(article).task_id() == standing.task_id()
    line = JournalEntry.objects.get(verb="remark")
    assert (line.actor_id, line.rule, line.clause, line.reason, line.data, line.hash) == (
        cast.ha.pk, "R-REMARK-01", "Điều 12.1, 12.4", "Nên ghi rõ lớp.", {"remark": made.pk}, before.hash,
    )  # fmt: skip


def test_everyone_who_reviews_remarks_and_nobody_else(cast: Cast, article: Article) -> None:
    for name in ("ha", "phong", "cuc", "dung", "sen"):
        assert say(cast, article, cast.people[name]).by == cast.people[name]
    for name in ("vy", "lan", "minh", "tri", "phu", "an"):
        assert refused(say, cast, article, cast.people[name]) == ["R-REMARK-01"]
    cast.suspend(cast.dung)
    assert refused(say, cast, article, cast.dung) == ["R-SUSPEND-02"]
    assert [one.by for one in remarks_of(cast.case(article))] == [
        cast.ha, cast.phong, cast.cuc, cast.dung, cast.sen,
    ]  # fmt: skip


def test_no_remark_on_what_is_not_under_review_nor_on_another_items_text(cast: Cast, article: Article) -> None:
    other = cast.article(cast.lan, title="Bài khác")
    assert refused(say, cast, other, cast.ha) == ["R-REMARK-02"]
    assert refused(say, cast, article, cast.ha, revision=cast.case(other).revision_id) == ["R-REMARK-06"]
    assert refused(say, cast, article, cast.ha, text=" ") == ["R-REMARK-03"]
    assert remarks_of(cast.case(article)) == []


def test_a_remark_on_a_text_that_moved_meanwhile_is_kept_with_the_text_that_was_read(
    cast: Cast, article: Article
) -> None:
    read = cast.case(article)
    news.edit(article, {"title": "Tên khác"}, by=cast.sen, at=NOW, channel="test")
    made = say(cast, article, cast.ha, revision=read.revision_id)
    assert (made.revision_id, made.hash) == (read.revision_id, read.hash)


def test_settled_by_its_author_or_by_whoever_mended_the_text_once(cast: Cast, article: Article) -> None:
    mine, writers = say(cast, article, cast.ha), say(cast, article, cast.phong)
    at = NOW + timedelta(hours=1)
    assert refused(approval.settle_remark, mine, by=cast.dung, at=at, channel="test") == ["R-REMARK-04"]
    approval.settle_remark(mine, by=cast.ha, at=at, channel="test")
    approval.settle_remark(writers, by=cast.vy, at=at, channel="test")
    assert refused(approval.settle_remark, mine, by=cast.vy, at=at, channel="test") == ["R-REMARK-05"]
    found = remarks_of(cast.case(article))
    assert [(one.settled_at, one.settled_by) for one in found] == [(at, cast.ha), (at, cast.vy)]
    assert remarks_of(cast.case(article), open_only=True) == []
    lines = JournalEntry.objects.filter(verb="settle_remark").order_by("id")
    assert [(line.actor_id, line.rule, line.data) for line in lines] == [
        (cast.ha.pk, "R-REMARK-04", {"remark": mine.pk}), (cast.vy.pk, "R-REMARK-04", {"remark": writers.pk}),
    ]  # fmt: skip


def test_sent_back_with_remarks_and_no_further_reason(cast: Cast, article: Article) -> None:
    assert refused(cast.decide, article, "send_back", cast.sen) == ["R-REASON-01"]
    of_another = say(cast, article, cast.ha)
    assert refused(cast.decide, article, "send_back", cast.sen) == ["R-REASON-01"]
    own = say(cast, article, cast.sen, text="Thiếu ngày.")
    cast.decide(article, "send_back", cast.sen)
    line = JournalEntry.objects.get(verb="send_back")
    assert (cast.case(article).state, line.reason, line.data["remarks"]) == ("sent_back", "", [of_another.pk, own.pk])


def test_a_settled_remark_says_no_longer_why(cast: Cast, article: Article) -> None:
    own = say(cast, article, cast.sen)
    approval.settle_remark(own, by=cast.sen, at=NOW, channel="test")
    assert refused(cast.decide, article, "send_back", cast.sen) == ["R-REASON-01"]


def test_remarks_of_an_earlier_submission_stay_but_say_why_only_once(cast: Cast, article: Article) -> None:
    say(cast, article, cast.sen)
    cast.decide(article, "send_back", cast.sen)
    cast.submit(article, cast.vy)
    assert refused(cast.decide, article, "send_back", cast.sen) == ["R-REASON-01"]
    assert [one.quote for one in remarks_of(cast.case(article), open_only=True)] == [SENTENCE]


@pytest.mark.parametrize("remarks", [1, 3, 30])
def test_remarks_are_read_with_their_people_in_one_question(
    cast: Cast, article: Article, remarks: int, django_assert_num_queries: Any
) -> None:
    for _ in range(remarks):
        say(cast, article, cast.ha)
    case = cast.case(article)
    with django_assert_num_queries(1):
        assert [str(one.by) for one in remarks_of(case)] == ["Trần Thu Hà"] * remarks
