"""The verbs, told as stories of the cast: what stays up, what is dropped, who covers which step."""

from datetime import timedelta

import pytest

from portal.approval import actions as approval
from portal.approval.models import Approval, Opinion, Pass, Passage
from portal.approval.rules import StepKind, Verb
from portal.base.models import JournalEntry
from portal.base.refused import Refused
from portal.news import actions as news
from portal.news.models import Article, UrgentTemplate
from portal.people.models import CollaboratorPost, Person
from portal.plan import actions as plan
from tests.cast import NOW, OLD, Cast

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
TUESDAY = NOW + DAY
T = {"channel": "test"}


def read(article: Article) -> Article:
    return Article.objects.get(pk=article.pk)


def refused(told: pytest.ExceptionInfo[Refused]) -> list[str]:
    return [refusal.rule for refusal in told.value.refusals]


def verbs_of(cast: Cast, article: Article) -> list[str]:
    lines = JournalEntry.objects.filter(subject_type="news.article", subject_id=article.pk).order_by("id")
    return [line.verb for line in lines]


def step(cast: Cast, article: Article, at=NOW) -> str:  # type: ignore[no-untyped-def]
    found = cast.standing(article, at).open
    return found.kind.value if found else "none"


# --- corrections (Điều 12.3) --------------------------------------------------------------------------------------------


def test_the_approved_text_stays_up_until_its_correction_is_approved(cast: Cast) -> None:
    article = cast.published(cast.lan)
    approval.correct(article, by=cast.lan, at=TUESDAY, **T)
    news.edit(article, {"title": "Giờ thực hành Vật lí"}, by=cast.lan, at=TUESDAY, **T)
    now = cast.submit(article, cast.lan, TUESDAY)
    assert (now.route.row, [s.kind.value for s in now.route.steps]) == (10, ["secretary", "leader"])
    assert (read(article).title, read(article).live) == ("Giờ thực hành Khoa học tự nhiên", True)
    cast.decide(article, "approve", cast.sen, TUESDAY)
    assert read(article).title == "Giờ thực hành Khoa học tự nhiên"
    cast.decide(article, "approve", cast.phong, TUESDAY + HOUR)
    assert read(article).title == "Giờ thực hành Vật lí"
    case = cast.case(article)
    assert (case.state, case.published_at, case.corrected_at, case.live_row) == ("published", NOW, TUESDAY + HOUR, 8)
    assert Approval.objects.filter(page_id=article.pk, revoked_at=None).count() == 1


def test_editing_what_is_up_begins_a_correction(cast: Cast) -> None:
    article = cast.published(cast.lan)
    news.edit(article, {"title": "Giờ thực hành Vật lí"}, by=cast.lan, at=TUESDAY, **T)
    now = cast.submit(article, cast.lan, TUESDAY)
    assert (now.route.row, read(article).title) == (10, "Giờ thực hành Khoa học tự nhiên")


def test_a_correction_that_makes_it_an_advertisement_is_the_heads(cast: Cast) -> None:
    article = cast.published(cast.lan)
    advert = {"kind": "advertisement", "advertiser": {"name": "Nhà sách", "contact": "024 0000"}}
    news.edit(article, advert, by=cast.lan, at=TUESDAY, **T)
    cast.submit(article, cast.lan, TUESDAY)
    now = cast.decide(article, "approve", cast.sen, TUESDAY)
    assert now.open is not None
    assert [holder.person for holder in now.open.holders] == [cast.ha.pk]


def test_a_refused_correction_leaves_the_live_text_alone(cast: Cast) -> None:
    article = cast.published(cast.lan)
    news.edit(article, {"title": "Khác"}, by=cast.lan, at=TUESDAY, **T)
    cast.submit(article, cast.lan, TUESDAY)
    cast.decide(article, "approve", cast.sen, TUESDAY)
    cast.decide(article, "refuse", cast.ha, TUESDAY, reason="Bản cũ đúng", ground="quality")
    assert (read(article).title, read(article).live) == ("Giờ thực hành Khoa học tự nhiên", True)
    assert (cast.case(article).state, cast.case(article).corrected_at) == ("refused", None)


# --- the hour (Điều 12.1) -----------------------------------------------------------------------------------------------


def scheduled(cast: Cast) -> Article:
    article = cast.article(cast.lan)
    approval.schedule(article, publish_at=TUESDAY, by=cast.lan, at=NOW, **T)
    return cast.up(article, cast.lan)  # type: ignore[no-any-return]


def test_an_approved_text_waits_for_its_hour_and_the_worker_puts_it_up(cast: Cast) -> None:
    article = scheduled(cast)
    assert (article.live, cast.case(article).state) == (False, "approved")
    assert approval.publish_due(TUESDAY - timedelta(seconds=1)) == 0
    assert approval.publish_due(TUESDAY) == 1
    assert approval.publish_due(TUESDAY) == 0
    assert (read(article).live, cast.case(article).published_at) == (True, TUESDAY)
    found = Approval.objects.get(page_id=article.pk)
    assert (found.hash, found.went_live_at) == (cast.case(article).hash, TUESDAY)


@pytest.mark.parametrize("name", ["lan", "sen", "ha", "cuc", "phong"])
def test_while_it_waits_nobody_changes_a_word(cast: Cast, name: str) -> None:
    article = scheduled(cast)
    with pytest.raises(Refused) as told:
        news.edit(article, {"title": "Khác"}, by=cast.people[name], at=NOW, **T)
    assert refused(told) == ["R-EDIT-03"]


def test_taken_back_it_does_not_appear_at_its_hour(cast: Cast) -> None:
    article = scheduled(cast)
    approval.recall(article, by=cast.lan, at=NOW + HOUR, **T)
    assert (approval.publish_due(TUESDAY), read(article).live, cast.case(article).state) == (0, False, "draft")
    assert Approval.objects.get(page_id=article.pk).revoked_at == NOW + HOUR


def test_another_hour_moves_the_appearance_and_not_the_approval(cast: Cast) -> None:
    article = scheduled(cast)
    approval.schedule(article, publish_at=TUESDAY + DAY, by=cast.sen, at=NOW, **T)
    assert (approval.publish_due(TUESDAY), approval.publish_due(TUESDAY + DAY)) == (0, 1)


# --- taking down (Điều 8.1, 13.2) ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["ha", "phong", "cuc", "dung", "sen", "tri"])
def test_the_board_and_the_administrator_take_down_at_once(cast: Cast, name: str) -> None:
    article = cast.published(cast.lan)
    approval.withdraw(article, ground="privacy", reason="Lộ số điện thoại", by=cast.people[name], at=TUESDAY, **T)
    assert (read(article).live, cast.case(article).state) == (False, "withdrawn")
    assert Approval.objects.get(page_id=article.pk).revoked_at == TUESDAY
    line = JournalEntry.objects.filter(verb="withdraw").get()
    assert (line.actor_id, line.clause, line.data["ground"]) == (cast.people[name].pk, "Điều 8.1, 13.2", "privacy")


@pytest.mark.parametrize("name", ["minh", "lan", "khoa", "vy", "phu", "an"])
def test_nobody_else_takes_down(cast: Cast, name: str) -> None:
    article = cast.published(cast.lan)
    with pytest.raises(Refused) as told:
        approval.withdraw(article, ground="error", reason="Sai", by=cast.people[name], at=TUESDAY, **T)
    assert (refused(told), read(article).live) == (["R-DOWN-01"], True)


def test_what_was_taken_down_goes_the_whole_way_again(cast: Cast) -> None:
    article = cast.published(cast.lan)
    approval.withdraw(article, ground="error", reason="Sai", by=cast.sen, at=TUESDAY, **T)
    with pytest.raises(Refused):
        approval.withdraw(article, ground="error", reason="Sai", by=cast.sen, at=TUESDAY, **T)
    news.edit(article, {"summary": "Đã sửa."}, by=cast.lan, at=TUESDAY, **T)
    assert cast.submit(article, cast.lan, TUESDAY).route.row == 8
    cast.decide(article, "approve", cast.cuc, TUESDAY)
    cast.decide(article, "approve", cast.ha, TUESDAY)
    assert (read(article).live, cast.case(article).published_at) == (True, TUESDAY)


def test_taking_down_ends_a_correction_under_way(cast: Cast) -> None:
    article = cast.published(cast.lan)
    news.edit(article, {"title": "Khác"}, by=cast.lan, at=TUESDAY, **T)
    cast.submit(article, cast.lan, TUESDAY)
    approval.withdraw(article, ground="error", reason="Sai", by=cast.tri, at=TUESDAY, **T)
    assert Passage.objects.filter(case__page_id=article.pk, closed_at=None).count() == 0
    assert cast.case(article).correcting is False


# --- refusing (Điều 9.5, 12.7) ------------------------------------------------------------------------------------------


def test_a_refused_text_may_be_mended_and_handed_in_again(cast: Cast) -> None:
    article = cast.article(cast.vy)
    cast.submit(article, cast.vy)
    cast.decide(article, "approve", cast.sen)
    cast.decide(article, "refuse", cast.phong, reason="Chưa rõ nguồn", ground="quality")
    assert cast.case(article).state == "refused"
    news.edit(article, {"summary": "Theo phòng thí nghiệm."}, by=cast.vy, at=TUESDAY, **T)
    now = cast.submit(article, cast.vy, TUESDAY)
    assert (step(cast, article, TUESDAY), now.passage is not None and now.passage.passes.count()) == ("secretary", 0)


@pytest.mark.parametrize(
    "name,rule", [("sen", "R-REFUSE-01"), ("phong", "R-ACT-01"), ("lan", "R-ACT-01"), ("vy", "R-ACT-02")]
)
def test_before_the_deciding_step_nobody_refuses(cast: Cast, name: str, rule: str) -> None:
    article = cast.article(cast.vy)
    cast.submit(article, cast.vy)
    with pytest.raises(Refused) as told:
        cast.decide(article, "refuse", cast.people[name], reason="Trùng", ground="duplicate")
    assert refused(told) == [rule]


def test_a_proposed_refusal_goes_before_the_leader_who_decides(cast: Cast) -> None:
    article = cast.article(cast.lan)
    cast.submit(article, cast.lan)
    cast.decide(article, "propose_refusal", cast.cuc, reason="Trùng bài tháng trước", ground="duplicate")
    assert (step(cast, article), read(article).live) == ("leader", False)
    with pytest.raises(Refused) as told:
        cast.decide(article, "propose_refusal", cast.phong, reason="Trùng", ground="duplicate")
    assert refused(told) == ["R-REFUSE-02"]
    cast.decide(article, "refuse", cast.phong, reason="Đúng là trùng", ground="duplicate")
    assert cast.case(article).state == "refused"


def test_sent_back_it_is_the_writers_again(cast: Cast) -> None:
    article = cast.article(cast.lan)
    cast.submit(article, cast.lan)
    with pytest.raises(Refused):
        news.edit(article, {"title": "Khác"}, by=cast.lan, at=NOW, **T)
    cast.decide(article, "send_back", cast.cuc, reason="Thiếu tên lớp")
    news.edit(article, {"title": "Giờ thực hành lớp 7A3"}, by=cast.lan, at=NOW, **T)
    assert (cast.case(article).state, cast.submit(article, cast.lan).route.row) == ("sent_back", 8)


# --- opinions (Điều 12.4) -----------------------------------------------------------------------------------------------


def test_the_secretary_asks_a_member_at_any_step_and_he_answers_once(cast: Cast) -> None:
    article = cast.article(cast.lan)
    cast.submit(article, cast.lan)
    cast.decide(article, "refer", cast.sen, to=cast.dung, reason="Có đúng lịch Đội không?")
    assert (step(cast, article), cast.standing(article).verbs(cast.dung.pk)[-1]) == ("member", Verb.OPINION)
    cast.decide(article, "opinion", cast.dung, reason="Đúng.")
    found = Opinion.objects.get()
    assert (found.asked_by, found.to, found.answer, found.answered_at) == (cast.sen, cast.dung, "Đúng.", NOW)
    with pytest.raises(Refused) as told:
        cast.decide(article, "opinion", cast.dung, reason="Nữa.")
    assert refused(told) == ["R-REFER-03"]


def test_who_is_no_member_any_more_owes_no_opinion(cast: Cast) -> None:
    article = cast.article(cast.lan)
    cast.submit(article, cast.lan)
    cast.decide(article, "refer", cast.sen, to=cast.dung, reason="Có đúng không?")
    cast.dung.appointments.update(ends=NOW)
    with pytest.raises(Refused):
        cast.decide(article, "opinion", cast.dung, reason="Đúng.", at=NOW)


# --- on duty, taking over (Điều 12.4) -----------------------------------------------------------------------------------


def test_after_one_working_day_the_secretary_takes_the_members_step_over(cast: Cast) -> None:
    friday = NOW + 4 * DAY
    article = cast.article(cast.lan)
    cast.submit(article, cast.lan, friday)
    monday = friday + 3 * DAY
    with pytest.raises(Refused) as told:
        cast.decide(article, "approve", cast.sen, monday - timedelta(seconds=1))
    assert refused(told) == ["R-ACT-01"]
    cast.decide(article, "approve", cast.sen, monday)
    given = Pass.objects.get(passage__case__page_id=article.pk)
    assert (given.kind, given.office, given.clause, given.by) == ("member", "secretary", "Điều 12.4", cast.sen)
    assert step(cast, article, monday) == "leader"


# --- one act, two steps -------------------------------------------------------------------------------------------------


def test_the_delegates_one_act_is_the_decision_and_covers_his_own_step(cast: Cast) -> None:
    paper = cast.delegate(cast.cuc)
    article = cast.article(cast.lan)
    cast.submit(article, cast.lan)
    cast.decide(article, "approve", cast.cuc)
    found = Approval.objects.get(page_id=article.pk)
    assert (found.by, found.acting_for, found.grant, found.number) == (cast.cuc, cast.ha, paper, "05/UN-BBT")
    assert (found.clause, found.decided_by_pass.covers) == ("Điều 11.3, 14.2 và Điều 10.2, 11.2", [StepKind.MEMBER])
    assert read(article).live


@pytest.mark.parametrize("shift,step_after", [(-timedelta(seconds=1), "leader"), (timedelta(0), "none")])
def test_a_delegation_begins_with_its_first_second(cast: Cast, shift: timedelta, step_after: str) -> None:
    cast.delegate(cast.cuc, starts=TUESDAY)
    article = cast.article(cast.lan)
    cast.submit(article, cast.lan)
    cast.decide(article, "approve", cast.cuc, TUESDAY + shift)
    assert step(cast, article, TUESDAY + shift) == step_after


@pytest.mark.parametrize("shift,step_after", [(-timedelta(seconds=1), "none"), (timedelta(0), "leader")])
def test_a_revoked_delegation_is_over_at_once(cast: Cast, shift: timedelta, step_after: str) -> None:
    paper = cast.delegate(cast.cuc)
    paper.revoked_at, paper.revoked_by = TUESDAY, cast.ha
    paper.save()
    article = cast.article(cast.lan)
    cast.submit(article, cast.lan)
    cast.decide(article, "approve", cast.cuc, TUESDAY + shift)
    assert step(cast, article, TUESDAY + shift) == step_after


def test_where_the_secretary_is_absent_the_heads_one_act_covers_her_step(cast: Cast) -> None:
    cast.away(cast.sen)
    article = cast.article(cast.vy)
    cast.submit(article, cast.vy)
    cast.decide(article, "approve", cast.ha)
    found = Approval.objects.get(page_id=article.pk)
    assert (found.clause, found.office) == ("Điều 12.2, 12.4 và Điều 14.2, 12.2", "head")


# --- urgent notices (Điều 10.2) -----------------------------------------------------------------------------------------


def urgent(cast: Cast, by: Person, *, approved: bool = True) -> Article:
    form = UrgentTemplate.objects.create(title="Nghỉ học vì bão", text="…", approved_by=cast.ha if approved else None,
                                         approved_at=OLD if approved else None)  # fmt: skip
    return cast.article(by, in_plan=False, urgent_template=form.pk, expires_at=(NOW + DAY).isoformat())


@pytest.mark.parametrize("writer,decider", [("cuc", "phong"), ("sen", "ha"), ("phong", "ha"), ("ha", "phong")])
def test_an_urgent_notice_of_the_board_goes_up_by_one_leader(cast: Cast, writer: str, decider: str) -> None:
    article = urgent(cast, cast.people[writer])
    assert cast.submit(article, cast.people[writer]).route.row == 9
    cast.decide(article, "approve", cast.people[decider])
    assert read(article).live


def test_a_form_the_head_did_not_approve_is_no_urgent_notice(cast: Cast) -> None:
    article = urgent(cast, cast.cuc, approved=False)
    assert cast.submit(article, cast.cuc).route.row == 5


def test_an_urgent_notice_without_an_expiry_is_not_taken_in(cast: Cast) -> None:
    article = urgent(cast, cast.cuc)
    news.edit(article, {"expires_at": ""}, by=cast.cuc, at=NOW, **T)
    with pytest.raises(Refused) as told:
        cast.submit(article, cast.cuc)
    assert refused(told) == ["R-URGENT-01"]


# --- withdrawn rights (Điều 9.5, 10.4, 11.5) ----------------------------------------------------------------------------


def test_a_suspended_person_does_nothing_from_that_second_on(cast: Cast) -> None:
    article = cast.article(cast.lan)
    cast.suspend(cast.lan, starts=NOW)
    with pytest.raises(Refused) as told:
        cast.submit(article, cast.lan)
    assert refused(told) == ["R-SUSPEND-02"]
    assert cast.submit(article, cast.sen).route.row == 8


def test_a_collaborator_whose_post_ended_hands_nothing_in(cast: Cast) -> None:
    article = cast.article(cast.vy)
    CollaboratorPost.objects.update(ends=NOW)
    with pytest.raises(Refused) as told:
        cast.submit(article, cast.vy)
    assert refused(told) == ["R-SUBMIT-03"]


def test_a_plan_entry_called_off_opens_the_way_of_what_is_out_of_plan(cast: Cast) -> None:
    article = cast.article(cast.lan)
    cast.submit(article, cast.lan)
    cast.decide(article, "approve", cast.cuc)
    plan.cancel_entry(cast.entry, by=cast.ha, at=NOW, **T)
    with pytest.raises(Refused):
        cast.decide(article, "approve", cast.phong)
    approval.refresh_all(NOW)
    now = cast.standing(article)
    assert (now.route.row, step(cast, article), read(article).live) == (5, "member", False)
