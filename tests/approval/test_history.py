"""What the portal before had up: listed by one, decided by the Head in one act, each text bound by its hash (Điều 10.4, 14.2)."""

from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from portal.approval import actions as approval
from portal.approval.models import Approval, Case, HistoryList
from portal.approval.queries import entered, lists_decided, waiting_history
from portal.approval.rules import State, Verb, digest_of, may_decide_list, may_list, office_of
from portal.base import epoch
from portal.base.models import JournalEntry
from portal.base.refused import Refused
from portal.news import actions as news
from portal.news.models import Article, Listed
from portal.people.models import Person
from portal.people.rules import Board, Office
from tests.cast import NOW, Cast

BOARD = Board(heads=frozenset({1}), deputies=frozenset({2}), members=frozenset({3}), secretaries=frozenset({4}),
              acting_heads={5: "07/QĐ"})  # fmt: skip
PAST = NOW - timedelta(days=2000)
LATER = NOW + timedelta(hours=1)
HERE = {"at": NOW, "channel": "test"}


@pytest.mark.parametrize(("person", "prepared_by", "rule"), [
    (1, 4, None), (5, 4, None), (1, 3, None), (1, 1, "R-HISTORY-03"), (2, 4, "R-HISTORY-02"), (4, 4, "R-HISTORY-02"),
    (9, 4, "R-HISTORY-02"),
])  # fmt: skip
def test_the_head_decides_over_a_list_of_another(person: int, prepared_by: int, rule: str | None) -> None:
    refusal = may_decide_list(person, prepared_by, BOARD)
    assert (refusal.rule if refusal else None) == rule


def test_the_board_prepares_lists_and_nobody_else() -> None:
    assert [person for person in range(1, 9) if may_list(person, BOARD) is None] == [1, 2, 3, 4, 5]


def test_who_acts_for_the_head_decides_under_his_paper() -> None:
    assert (office_of(1, BOARD), office_of(5, BOARD)) == ((Office.HEAD, ""), (Office.ACTING_HEAD, "07/QĐ"))


def test_a_list_has_one_digest_whatever_its_order_and_another_for_another_word_or_day() -> None:
    one, two = (1, 10, "a", PAST), (2, 11, "b", PAST)
    digests = {digest_of([one, two]), digest_of([two, one]), digest_of([one]), digest_of([one, (2, 11, "c", PAST)]),
               digest_of([one, (2, 12, "b", PAST)]), digest_of([one, (2, 11, "b", NOW)])}  # fmt: skip
    assert len(digests) == 5


def old(cast: Cast, title: str = "Khai giảng năm học 2021", by: Person | None = None) -> Article:
    article = cast.article(by or cast.sen, in_plan=False, title=title)
    approval.mark_history(article, past=PAST, where="/tin/ct/1/2", by=by or cast.sen, **HERE)
    return article


def listed(cast: Cast) -> HistoryList:
    return approval.list_history(title="Cổng cũ, đợt 1", by=cast.sen, **HERE)


def refusal(verb: object, *args: object, **more: object) -> str:
    with pytest.raises(Refused) as said:
        verb(*args, **HERE, **more)  # type: ignore[operator]
    return said.value.refusals[0].rule


def test_one_decision_puts_a_list_up_with_its_old_dates_and_in_no_figures(cast: Cast) -> None:
    articles = [old(cast, f"Bài cũ {number}") for number in range(3)]
    made = listed(cast)
    before = epoch.current()
    approval.decide_list(made, digest=made.digest, by=cast.ha, **HERE)
    assert [Article.objects.get(pk=one.pk).live for one in articles] == [False] * 3  # the worker puts them up
    assert approval.raise_history(NOW) == 3
    assert (approval.raise_history(NOW), epoch.current() > before) == (0, True)
    cases = list(Case.objects.filter(page__in=articles).order_by("pk"))
    assert [(one.state, one.published_at, one.past, one.corrected_at) for one in cases] == [
        (State.PUBLISHED, PAST, PAST, None)
    ] * 3
    assert list(Listed.objects.values_list("month", flat=True)) == [PAST.year * 100 + PAST.month] * 3
    given = list(Approval.objects.filter(page__in=articles).order_by("pk"))
    assert [(one.by, one.office, one.hash, one.revision_id, one.listed.list, one.row, one.clause) for one in given] == [
        (cast.ha, Office.HEAD, case.hash, case.revision_id, made, 5, "Điều 10.4, 14.2") for case in cases
    ]
    month = NOW - timedelta(days=20), NOW + timedelta(days=20)
    assert list(entered(*month).filter(page__in=articles)) == []
    assert [(one.pk, one.many) for one in lists_decided(*month)] == [(made.pk, 3)]
    line = JournalEntry.objects.get(verb="history_decide")
    assert (line.hash, [item[2] for item in line.data["items"]]) == (made.digest, [case.hash for case in cases])


def test_nobody_decides_alone_and_nobody_but_the_head(cast: Cast) -> None:
    old(cast)
    made = listed(cast)
    for who, rule in ((cast.sen, "R-HISTORY-02"), (cast.phong, "R-HISTORY-02"), (cast.lan, "R-HISTORY-02")):
        assert refusal(approval.decide_list, made, digest=made.digest, by=who) == rule
    assert refusal(approval.decide_list, made, digest="0" * 64, by=cast.ha) == "R-HISTORY-04"
    own = approval.call_off_list(made, by=cast.sen, **HERE) and approval.list_history(
        title="Của Trưởng ban", by=cast.ha, **HERE
    )
    assert refusal(approval.decide_list, own, digest=own.digest, by=cast.ha) == "R-HISTORY-03"
    assert refusal(approval.list_history, title="Của giáo viên", by=cast.lan) == "R-HISTORY-01"
    assert refusal(approval.decide_list, made, digest=made.digest, by=cast.ha) == "R-HISTORY-04"
    assert refusal(approval.call_off_list, made, by=cast.sen) == "R-HISTORY-04"


def test_a_head_with_a_hand_in_a_text_needs_a_list_by_somebody_without(cast: Cast) -> None:
    hers, theirs = old(cast, "Bài Trưởng ban nhập", by=cast.ha), old(cast, "Bài cả hai cùng sửa", by=cast.ha)
    news.edit(theirs, {"summary": "Thư ký sửa."}, by=cast.sen, **HERE)
    made = listed(cast)
    approval.decide_list(made, digest=made.digest, by=cast.ha, **HERE)
    approval.raise_history(NOW)
    assert {one.pk: one.live for one in Article.objects.all()} == {hers.pk: True, theirs.pk: False}
    assert made.items.get(page=theirs).left_out.startswith("Thầy/cô có tham gia viết hoặc sửa bản này")


def test_a_list_says_which_texts_are_no_longer_as_they_came(cast: Cast, client: Client) -> None:
    kept, rewritten = old(cast, "Bài giữ nguyên"), old(cast, "Bài viết lại")
    news.edit(rewritten, {"title": "Một bài hoàn toàn mới"}, by=cast.sen, **HERE)
    made = listed(cast)
    assert dict(made.items.values_list("page", "mended")) == {kept.pk: False, rewritten.pk: True}
    client.force_login(cast.ha)
    html = client.get(f"/viec/chuyen-cong/{made.pk}/").content.decode()
    assert (html.count("1 bài đã sửa sau khi chuyển về"), html.count("lời văn không còn đúng như ở cổng cũ")) == (1, 2)


def test_what_was_edited_since_stays_down_and_the_list_says_so(cast: Cast) -> None:
    kept, edited = old(cast, "Bài giữ nguyên"), old(cast, "Bài sửa sau")
    made = listed(cast)
    news.edit(edited, {"summary": "Chữ khác."}, by=cast.sen, **HERE)
    approval.decide_list(made, digest=made.digest, by=cast.ha, **HERE)
    approval.raise_history(NOW)
    assert [Article.objects.get(pk=one.pk).live for one in (kept, edited)] == [True, False]
    assert made.items.get(page=edited).left_out == "Bài đã được sửa sau khi lập danh sách."
    assert [case.page_id for case in waiting_history()] == [edited.pk]  # it may come in another list


def test_the_guard_looks_at_the_words_themselves_when_a_listed_text_goes_up(cast: Cast) -> None:
    article = old(cast)
    made = listed(cast)
    approval.decide_list(made, digest=made.digest, by=cast.ha, **HERE)
    Approval.objects.filter(page=article).update(hash="f" * 64)
    assert approval.raise_history(NOW) == 0
    assert Article.objects.get(pk=article.pk).live is False


def test_the_head_leaves_some_out_with_a_reason_and_the_list_is_another(cast: Cast) -> None:
    kept, out = old(cast, "Bài đưa lên"), old(cast, "Bài có danh sách học sinh")
    made = listed(cast)
    item = made.items.get(page=out)
    about = {"digest": made.digest, "by": cast.ha}
    assert refusal(approval.leave_out, made, [item.pk], reason=" ", **about) == "R-HISTORY-06"
    changed = approval.leave_out(made, [item.pk], reason="Lộ tên học sinh.", **about, **HERE)
    assert changed.digest != made.digest
    assert refusal(approval.decide_list, made, digest=made.digest, by=cast.ha) == "R-HISTORY-04"
    approval.decide_list(made, digest=changed.digest, by=cast.ha, **HERE)
    approval.raise_history(NOW)
    assert [Article.objects.get(pk=one.pk).live for one in (kept, out)] == [True, False]
    assert list(waiting_history()) == []  # it comes in no other list as it is
    news.edit(out, {"summary": "Không còn tên ai."}, by=cast.sen, **HERE)
    assert [case.page_id for case in waiting_history()] == [out.pk]


def test_history_is_what_is_past(cast: Cast) -> None:
    article = cast.article(cast.sen)
    assert refusal(approval.mark_history, article, past=LATER, where="", by=cast.sen) == "R-HISTORY-05"
    assert refusal(approval.list_history, title="Trống", by=cast.sen) == "R-HISTORY-07"


def test_what_goes_its_own_way_is_of_today(cast: Cast) -> None:
    article = old(cast)
    cast.up(article, cast.sen)
    case = cast.case(article)
    assert (case.published_at, case.past) == (NOW, None)


def test_a_correction_of_history_keeps_its_old_date_and_a_return_is_of_today(cast: Cast) -> None:
    article = old(cast)
    made = listed(cast)
    approval.decide_list(made, digest=made.digest, by=cast.ha, **HERE)
    approval.raise_history(NOW)
    approval.correct(article, by=cast.sen, at=LATER, channel="test")
    news.edit(article, {"summary": "Sửa một chữ."}, by=cast.sen, at=LATER, channel="test")
    cast.up(article, cast.sen, LATER)
    case = cast.case(article)
    assert (case.published_at, case.corrected_at, case.past) == (PAST, LATER, PAST)
    approval.withdraw(article, ground="error", reason="Sai.", by=cast.ha, at=LATER, channel="test")
    cast.up(article, cast.sen, LATER)
    assert (cast.case(article).published_at, cast.case(article).past) == (LATER, None)


def test_deciding_costs_the_same_queries_for_one_and_for_three(cast: Cast) -> None:
    asked: list[int] = []
    for many in (1, 3):
        for number in range(many):
            old(cast, f"Bài {many} {number}")
        made = listed(cast)
        with CaptureQueriesContext(connection) as queries:
            approval.decide_list(made, digest=made.digest, by=cast.ha, **HERE)
        asked.append(len(queries))
        assert all(isinstance(one.at, datetime) for one in Approval.objects.all())
    assert asked[0] == asked[1]


def test_a_listed_text_is_taken_back_like_any_other(cast: Cast) -> None:
    article = old(cast)
    made = listed(cast)
    approval.decide_list(made, digest=made.digest, by=cast.ha, **HERE)
    approval.recall(article, by=cast.sen, **HERE)
    assert (approval.raise_history(NOW), cast.case(article).state) == (0, State.DRAFT)
    with pytest.raises(Refused):
        cast.decide(article, Verb.APPROVE, cast.ha)


def test_the_register_names_the_decision_once_and_the_slip_its_list(cast: Cast, client: Client) -> None:
    article = old(cast)
    made = listed(cast)
    approval.decide_list(made, digest=made.digest, by=cast.ha, **HERE)
    approval.raise_history(NOW)
    client.force_login(cast.ha, backend="django.contrib.auth.backends.ModelBackend")
    book = client.get(f"/viec/so-duyet/?thang={NOW:%Y-%m}").content.decode()
    assert ("Trần Thu Hà quyết định đưa 1 bài của cổng cũ" in book, article.title in book) == (True, False)
    slip = client.get(f"/viec/{article.pk}/phieu-duyet/").content.decode()
    assert f"đăng ở cổng cũ ngày {PAST:%d/%m/%Y}; danh sách “Cổng cũ, đợt 1”" in slip


def test_a_list_nothing_is_left_in_is_closed_with_a_reason_and_decides_nothing(cast: Cast, client: Client) -> None:
    article = old(cast)
    made = listed(cast)
    about = {"by": cast.ha, "digest": made.digest, "reason": "Trường viết lại."}
    assert refusal(approval.close_list, made, **about) == "R-HISTORY-08"  # something is left in it
    made = approval.leave_out(
        made, [made.items.get().pk], reason="Nêu tên học sinh.", by=cast.ha, digest=made.digest, **HERE
    )
    about["digest"] = made.digest
    assert refusal(approval.decide_list, made, digest=made.digest, by=cast.ha) == "R-HISTORY-07"
    assert refusal(approval.close_list, made, **about | {"reason": " "}) == "R-HISTORY-08"
    assert refusal(approval.close_list, made, **about | {"by": cast.phong}) == "R-HISTORY-02"
    closed = approval.close_list(made, **about, **HERE)
    assert (closed.is_open, closed.decided_by, closed.closed_because) == (False, cast.ha, "Trường viết lại.")
    assert refusal(approval.close_list, made, **about) == "R-HISTORY-04"
    assert (list(lists_decided(NOW, LATER)), list(waiting_history()), approval.raise_history(NOW)) == ([], [], 0)
    line = JournalEntry.objects.get(verb="history_close")
    assert (line.rule, line.reason, line.hash) == ("R-HISTORY-08", "Trường viết lại.", made.digest)
    assert cast.case(article).state == State.DRAFT
