"""Facts confirmed by another, passes kept or dropped, two people for every text, the text bound to its hash."""

from datetime import timedelta

import pytest
from wagtail.models import Revision

from portal.approval import actions as approval
from portal.approval.models import Approval, Passage, Vouch
from portal.base.refused import Refused
from portal.news import actions as news
from portal.news.models import Article
from tests.approval.test_verbs import DAY, T, read, refused, step, verbs_of
from tests.cast import NOW, Cast


def passage_of(article: Article) -> Passage:
    return Passage.objects.get(case__page_id=article.pk, closed_at=None)


def counted(article: Article) -> list[str]:
    return [given.kind for given in passage_of(article).passes.filter(dropped_at=None)]


# --- facts (Điều 14.2) --------------------------------------------------------------------------------------------------


def test_the_first_reviewer_who_did_not_write_it_confirms_the_facts(cast: Cast) -> None:
    article = cast.article(cast.lan)
    cast.submit(article, cast.lan)
    assert passage_of(article).facts_confirmed_by is None
    cast.decide(article, "approve", cast.cuc)
    assert passage_of(article).facts_confirmed_by == cast.cuc


def test_the_secretary_who_wrote_it_confirms_nothing_by_handing_it_in(cast: Cast) -> None:
    article = cast.article(cast.sen, kind="repost", source={"name": "Sở", "url": "https://vi-du.vn/a"})
    cast.submit(article, cast.sen)
    assert (counted(article), passage_of(article).facts_confirmed_by) == (["secretary"], None)


def test_the_voucher_confirms_what_the_head_wrote_and_decides(cast: Cast) -> None:
    article = cast.article(cast.ha, section="trao-doi", in_plan=False)
    cast.submit(article, cast.ha)
    cast.decide(article, "vouch", cast.cuc)
    assert passage_of(article).facts_confirmed_by == cast.cuc


def test_other_facts_drop_every_pass_and_their_confirmation(cast: Cast) -> None:
    article = cast.article(cast.vy)
    cast.submit(article, cast.vy)
    cast.decide(article, "approve", cast.sen)
    news.edit(article, {"plan_entry": None}, by=cast.phong, at=NOW, **T)
    assert (counted(article), passage_of(article).facts_confirmed_by) == ([], None)
    assert (cast.standing(article).route.row, step(cast, article)) == (5, "secretary")
    assert verbs_of(cast, article)[-2:] == ["facts", "edit"]


def test_an_edit_of_the_words_by_the_holder_keeps_the_passes(cast: Cast) -> None:
    article = cast.article(cast.lan)
    cast.submit(article, cast.lan)
    cast.decide(article, "approve", cast.cuc)
    news.edit(article, {"title": "Giờ thực hành lớp 7A3"}, by=cast.phong, at=NOW, **T)
    assert (counted(article), step(cast, article), cast.standing(article).route.row) == (["member"], "leader", 8)


def test_naming_a_collaborator_as_author_on_the_way_changes_the_row(cast: Cast) -> None:
    article = cast.article(cast.lan)
    cast.submit(article, cast.lan)
    cast.decide(article, "approve", cast.cuc)
    authors = [{"username": "lan", "share": 50}, {"username": "vy", "share": 50}]
    news.edit(article, {"authors": authors}, by=cast.phong, at=NOW, **T)
    assert (counted(article), cast.standing(article).route.row, step(cast, article)) == ([], 7, "secretary")


def test_people_coming_and_going_change_open_steps_only(cast: Cast) -> None:
    article = cast.article(cast.lan)
    cast.submit(article, cast.lan)
    cast.away(cast.cuc, ends=NOW + DAY)
    assert (cast.standing(article).route.row, step(cast, article)) == (7, "secretary")
    assert (cast.standing(article, NOW + DAY).route.row, step(cast, article, NOW + DAY)) == (8, "member")
    cast.decide(article, "approve", cast.cuc, NOW + DAY)
    cast.away(cast.cuc, starts=NOW + DAY)
    assert (cast.standing(article, NOW + DAY).route.row, step(cast, article, NOW + DAY)) == (8, "leader")


def test_what_the_secretary_hands_in_out_of_plan_still_asks_the_member(cast: Cast) -> None:
    article = cast.article(cast.sen, in_plan=False)
    now = cast.submit(article, cast.sen)
    assert [(stand.step.kind.value, stand.status) for stand in now.stands] == [
        ("member", "open"), ("secretary", "done"), ("leader", "waiting"),
    ]  # fmt: skip
    cast.decide(article, "approve", cast.cuc)
    assert step(cast, article) == "leader"


def test_a_member_back_from_leave_does_not_reopen_what_was_passed(cast: Cast) -> None:
    cast.away(cast.cuc, ends=NOW + DAY)
    article = cast.article(cast.lan, in_plan=False)
    cast.submit(article, cast.lan)
    cast.decide(article, "approve", cast.sen)
    found = cast.standing(article, NOW + DAY)
    assert [(stand.step.kind.value, stand.status) for stand in found.stands] == [
        ("member", "skipped"), ("secretary", "done"), ("leader", "open"),
    ]  # fmt: skip


# --- officers who write, two people (Điều 10.2, 14.2) ---------------------------------------------------------------------


def test_the_members_own_text_skips_his_step_and_the_record_says_so(cast: Cast) -> None:
    article = cast.article(cast.cuc)
    now = cast.submit(article, cast.cuc)
    assert [(stand.step.kind.value, stand.status) for stand in now.stands] == [
        ("member", "skipped"),
        ("leader", "open"),
    ]
    assert verbs_of(cast, article) == ["draft", "submit", "skip"]


def test_the_head_decides_his_own_internal_text_once_another_vouches_for_that_very_hash(cast: Cast) -> None:
    article = cast.article(cast.ha, section="trao-doi", in_plan=False)
    cast.submit(article, cast.ha)
    cast.decide(article, "approve", cast.sen)
    with pytest.raises(Refused) as told:
        cast.decide(article, "approve", cast.ha)
    assert refused(told) == ["R-TWO-01"]
    cast.decide(article, "vouch", cast.cuc)
    news.edit(article, {"title": "Họp tổ chuyên môn"}, by=cast.ha, at=NOW, **T)
    with pytest.raises(Refused) as told:
        cast.decide(article, "approve", cast.ha)
    assert refused(told) == ["R-TWO-01"]
    cast.decide(article, "vouch", cast.dung)
    cast.decide(article, "approve", cast.ha)
    assert (read(article).live, Vouch.objects.count()) == (True, 2)


def test_a_decider_who_mended_a_word_needs_a_voucher_too(cast: Cast) -> None:
    article = cast.article(cast.vy)
    cast.submit(article, cast.vy)
    cast.decide(article, "approve", cast.sen)
    news.edit(article, {"summary": "Phó Trưởng ban sửa."}, by=cast.phong, at=NOW, **T)
    with pytest.raises(Refused) as told:
        cast.decide(article, "approve", cast.phong)
    assert refused(told) == ["R-TWO-01"]
    cast.decide(article, "approve", cast.ha)
    assert read(article).live


def test_one_who_edited_does_not_vouch_and_a_voucher_counts_only_while_in_office(cast: Cast) -> None:
    article = cast.article(cast.ha, section="trao-doi", in_plan=False)
    cast.submit(article, cast.ha)
    news.edit(article, {"summary": "Thư ký sửa."}, by=cast.sen, at=NOW, **T)
    with pytest.raises(Refused) as told:
        cast.decide(article, "vouch", cast.sen)
    assert refused(told) == ["R-TWO-02"]
    cast.decide(article, "approve", cast.sen)
    cast.decide(article, "vouch", cast.cuc)
    cast.suspend(cast.cuc, starts=NOW)
    with pytest.raises(Refused) as told:
        cast.decide(article, "approve", cast.ha)
    assert refused(told) == ["R-TWO-01"]


# --- the hash (Điều 14.2) -----------------------------------------------------------------------------------------------


def test_a_decision_on_a_text_that_moved_is_a_conflict(cast: Cast) -> None:
    article = cast.article(cast.vy)
    cast.submit(article, cast.vy)
    seen = cast.case(article)
    news.edit(article, {"title": "Khác"}, by=cast.sen, at=NOW, **T)
    with pytest.raises(Refused) as told:
        cast.decide(article, "approve", cast.sen, revision=seen.revision_id, hash=seen.hash)
    assert (refused(told), told.value.ground.value) == (["R-HASH-01"], "conflict")


def test_words_slipped_into_the_revision_itself_are_noticed(cast: Cast) -> None:
    article = cast.article(cast.vy)
    cast.submit(article, cast.vy)
    revision = Revision.objects.get(pk=cast.case(article).revision_id)
    revision.content["title"] = "Chen vào"
    revision.save(update_fields=["content"])
    with pytest.raises(Refused) as told:
        cast.decide(article, "approve", cast.sen)
    assert refused(told) == ["R-HASH-01"]


def test_a_task_decided_twice_and_another_pages_task_are_conflicts(cast: Cast) -> None:
    article, other = cast.article(cast.vy), cast.article(cast.vy, title="Bài khác")
    task = cast.submit(article, cast.vy).task_id()
    stranger = cast.submit(other, cast.vy).task_id()
    with pytest.raises(Refused) as told:
        cast.decide(article, "approve", cast.sen, task=stranger)
    assert refused(told) == ["R-HASH-02"]
    cast.decide(article, "approve", cast.sen, task=task)
    with pytest.raises(Refused) as told:
        cast.decide(article, "approve", cast.phong, task=task)
    assert refused(told) == ["R-HASH-02"]
    assert not read(article).live


def test_a_page_object_of_yesterday_hands_in_todays_text(cast: Cast) -> None:
    article = cast.article(cast.lan)
    stale = Article.objects.get(pk=article.pk)
    news.edit(article, {"title": "Tiêu đề mới"}, by=cast.lan, at=NOW, **T)
    news.edit(stale, {"summary": "Tóm tắt mới."}, by=cast.lan, at=NOW, **T)
    cast.up(stale, cast.lan)
    shown = read(article)
    assert (shown.title, shown.summary) == ("Tiêu đề mới", "Tóm tắt mới.")
    assert Approval.objects.get(page_id=article.pk).hash == cast.case(article).hash


def test_a_verb_that_fails_half_way_leaves_nothing(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    article = cast.article(cast.lan)
    cast.submit(article, cast.lan)
    cast.decide(article, "approve", cast.cuc)
    before = (verbs_of(cast, article), cast.case(article).state, counted(article))

    def killed(*_: object, **__: object) -> None:
        raise RuntimeError("killed")

    monkeypatch.setattr("portal.files.actions.expose", killed)
    with pytest.raises(RuntimeError):
        cast.decide(article, "approve", cast.ha)
    assert (verbs_of(cast, article), cast.case(article).state, counted(article)) == before
    assert (read(article).live, Approval.objects.filter(page_id=article.pk).count()) == (False, 0)


def test_facts_are_looked_at_again_when_the_clock_runs_past_the_plan(cast: Cast) -> None:
    article = cast.article(cast.lan)
    cast.submit(article, cast.lan)
    cast.decide(article, "approve", cast.cuc)
    next_summer = NOW + timedelta(days=250)
    approval.refresh_all(next_summer)
    assert (cast.standing(article, next_summer).route.row, counted(article)) == (5, [])
