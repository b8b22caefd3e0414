"""The library as it lives: sent, spoken of by the leader, approved, found, copied, rated, corrected (Điều 15.1, 15.2)."""

from dataclasses import replace
from typing import Any

import pytest
from django.core.files.base import ContentFile

from portal.approval.queries import standing
from portal.approval.rules import Verb
from portal.base.refused import Refused
from portal.desk.actions.papers import NothingToSay, paper_for
from portal.desk.actions.turns import hear_news
from portal.desk.models import Letter
from portal.files import actions as files
from portal.files.models import Attachment
from portal.files.queries import may_open
from portal.intranet.library import actions, queries
from portal.intranet.library.queries import Wanted
from portal.intranet.library.rules import Given
from portal.intranet.models import Downloads, LibraryItem, LibraryOpinion, Subject
from portal.people.models import Person, Unit, UnitPost
from tests.cast import NOW, OLD, Cast
from tests.files.pictures import PDF


def maths(cast: Cast) -> Unit:
    """The maths group: Cúc leads it, Lan and Khoa are in it."""
    unit, new = Unit.objects.get_or_create(title="Tổ Toán – Tin", slug="toan-tin")
    for who, leads in (("cuc", True), ("lan", False), ("khoa", False)) if new else ():
        UnitPost.objects.create(unit=unit, person=cast.people[who], leads=leads, starts=OLD)
    return unit


def paper(by: Person, title: str = "Bài 24", words: bytes = b"") -> Attachment:
    return files.store_attachment(
        ContentFile(PDF + words, "bai.pdf"), title=title, by=by, at=NOW, channel="test", guarded=True
    )


def begun(cast: Cast, by: str = "lan", **changes: Any) -> LibraryItem:
    given = Given(
        "Phép cộng phân số", "giao-an", 6, Subject.objects.get(slug="toan").pk, None, 2026, maths(cast).pk, "Bài 24"
    )
    person = cast.people[by]
    return actions.begin(replace(given, **changes), [paper(person)], by=person, at=NOW, channel="test")


def send(item: LibraryItem, by: Person) -> bool:
    return actions.send(item, by=by, at=NOW, channel="test")


def opine(cast: Cast, item: LibraryItem, favourable: bool = True, words: str = "", **more: Any) -> None:
    more = {"by": cast.cuc, "hash": cast.case(item).hash, **more}
    actions.opine(item, favourable=favourable, words=words, at=NOW, channel="test", **more)


def approved(cast: Cast, item: LibraryItem) -> LibraryItem:
    now = standing(cast.case(item), NOW)
    while now.open is not None:
        now = cast.decide(item, Verb.APPROVE, Person.objects.get(pk=now.open.holders[0].person))
    return LibraryItem.objects.get(pk=item.pk)


def put_up(cast: Cast, **changes: Any) -> LibraryItem:
    item = begun(cast, **changes)
    send(item, cast.lan)
    opine(cast, item)
    return approved(cast, item)


def refused(act: Any) -> str:
    with pytest.raises(Refused) as caught:
        act()
    return caught.value.refusals[0].rule


def test_the_leader_hands_it_to_the_secretary_and_the_head_approves(cast: Cast) -> None:
    item = begun(cast)
    assert send(item, cast.lan) is False
    assert [one.item_id for one in queries.asked_of(queries.teacher(cast.cuc, NOW))] == [item.pk]
    opine(cast, item)
    steps = [(one.step.kind.value, one.status) for one in cast.standing(item).stands]
    assert (cast.case(item).state, cast.standing(item).route.row, steps) == (
        "in_review", 3, [("secretary", "open"), ("leader", "waiting")],
    )  # fmt: skip
    assert list(queries.visible_to(cast.khoa, NOW)) == []
    approved(cast, item)
    assert list(queries.visible_to(cast.khoa, NOW)) == [item]
    assert list(queries.visible_to(cast.vy, NOW)) == []


def test_no_other_door_leads_past_the_leader(cast: Cast) -> None:
    item = begun(cast)
    assert refused(lambda: cast.submit(item, cast.lan)) == "R-LIB-04"  # type: ignore[arg-type]
    send(item, cast.lan)
    assert refused(lambda: opine(cast, item, by=cast.khoa)) == "R-LIB-06"
    opine(cast, item, False, "Thiếu hoạt động vận dụng.")
    assert refused(lambda: cast.submit(item, cast.lan)) == "R-LIB-04"  # type: ignore[arg-type]


def test_an_opinion_is_of_the_words_that_were_read(cast: Cast) -> None:
    item = begun(cast)
    send(item, cast.lan)
    read = cast.case(item).hash
    draft = LibraryItem.objects.get(pk=item.pk)
    actions.edit(
        item, replace(draft.given(), title="Phép trừ phân số"), draft.attached(), by=cast.lan, at=NOW, channel="test"
    )
    assert refused(lambda: opine(cast, item, hash=read)) == "R-LIB-06"
    assert LibraryOpinion.objects.filter(dropped_at=NOW).count() == 1
    assert send(item, cast.lan) is False


def test_the_leaders_own_item_goes_straight_to_the_secretary(cast: Cast) -> None:
    assert send(begun(cast, by="cuc"), cast.cuc) is True


def test_a_correction_is_a_new_version_and_the_old_stands_until_it_is_approved(cast: Cast) -> None:
    item = put_up(cast)
    (old,) = item.attached()
    new = paper(cast.lan, "Bài 24 (sửa)", b"%2")
    actions.edit(item, replace(item.given(), intro="Thêm phần vận dụng."), [new], by=cast.lan, at=NOW, channel="test")
    shown = LibraryItem.objects.get(pk=item.pk)
    assert (shown.live, shown.intro, shown.attached()) == (True, "", [old])
    assert [may_open(one, cast.khoa, NOW) for one in (old, new)] == [True, False]
    send(item, cast.lan)
    opine(cast, item)
    shown = approved(cast, item)
    assert (shown.intro, shown.attached()) == ("Thêm phần vận dụng.", [new])
    assert [(one.number, one.now) for one in queries.versions(item)] == [(2, True), (1, False)]
    assert [may_open(one, cast.khoa, NOW) for one in (old, new)] == [True, True]


def test_drafts_open_for_the_unit_they_are_shared_in_and_for_nobody_else(cast: Cast) -> None:
    item = begun(cast)
    (file,) = item.attached()
    actions.share(item, True, by=cast.lan, at=NOW, channel="test")
    assert [may_open(file, cast.people[who], NOW) for who in ("khoa", "sen", "dung", "tri", "vy")] == [
        True,
        True,
        True,
        False,
        False,
    ]
    assert list(queries.shared_with(queries.teacher(cast.khoa, NOW))) == [item]
    actions.share(item, False, by=cast.lan, at=NOW, channel="test")
    assert may_open(file, cast.khoa, NOW) is False
    assert refused(lambda: actions.share(item, True, by=cast.khoa, at=NOW, channel="test")) == "R-LIB-08"


def test_what_is_taken_down_takes_its_files_along(cast: Cast) -> None:
    from portal.approval.actions import withdraw

    item = put_up(cast)
    withdraw(item, ground="error", reason="Sai kiến thức ở trang 2", by=cast.ha, at=NOW, channel="test")
    assert [may_open(item.attached()[0], one, NOW) for one in (cast.khoa, cast.lan)] == [False, True]


def test_a_copy_says_from_whom_and_goes_the_whole_way_once_changed(cast: Cast) -> None:
    item = put_up(cast)
    made = actions.copy(item, by=cast.khoa, at=NOW, channel="test")
    assert (made.copied_from_id, made.source, made.attached()) == (
        item.pk,
        "Soạn lại từ bản của Hoàng Lan",
        item.attached(),
    )
    assert refused(lambda: send(made, cast.khoa)) == "R-LIB-12"
    changed = replace(made.given(), title="Phép cộng phân số cho lớp 6A2")
    actions.edit(made, changed, made.attached(), by=cast.khoa, at=NOW, channel="test")
    assert send(made, cast.khoa) is False


@pytest.mark.parametrize(
    "changes", [{"sort": "bai-hat"}, {"grade": 12}, {"subject": 10**6}, {"unit": 10**6}, {"licence": "?"}]
)
def test_an_item_is_filed_under_what_there_is(cast: Cast, changes: dict[str, Any]) -> None:
    assert refused(lambda: begun(cast, **changes)) == "R-LIB-14"


def test_nobody_attaches_a_colleagues_file_by_naming_it(cast: Cast) -> None:
    item = begun(cast)
    stolen = paper(cast.khoa, words=b"%9")
    assert (
        refused(lambda: actions.edit(item, item.given(), [stolen], by=cast.lan, at=NOW, channel="test")) == "R-LIB-03"
    )


def test_colleagues_rate_with_a_reason_once_and_downloads_are_counted_by_month(cast: Cast) -> None:
    item = put_up(cast)
    rate = {"reason": "Học sinh hiểu bài ngay.", "at": NOW, "channel": "test"}
    assert refused(lambda: actions.rate(item, stars=5, by=cast.lan, **rate)) == "R-LIB-10"  # type: ignore[arg-type]
    for who, stars in (("khoa", 3), ("khoa", 4), ("sen", 5)):
        actions.rate(item, stars=stars, by=cast.people[who], **rate)  # type: ignore[arg-type]
    actions.fetched(item, NOW)
    actions.fetched(item, NOW)
    worth = queries.worth([item.pk])[item.pk]
    assert (worth.rated, worth.mean, worth.fetched, Downloads.objects.count()) == (2, 4.5, 2, 1)


def test_a_list_is_narrowed_by_everything_it_counts(cast: Cast) -> None:
    item = put_up(cast)
    other = put_up(cast, title="Đề giữa kì", sort="de", grade=7)
    up = queries.visible_to(cast.khoa, NOW)
    assert set(queries.listed(up, Wanted())) == {item, other}
    assert list(queries.listed(up, Wanted(sort="de", words="giua ki"))) == [other]
    found = queries.choices(up, Wanted(grade=6))
    assert [(one.title, one.many) for one in found["grade"]] == [("Khối 6", 1), ("Khối 7", 1)]
    assert [(one.title, one.many) for one in found["sort"]] == [("Kế hoạch bài dạy", 1)]


def test_what_is_under_correction_is_found_by_the_name_that_is_up(cast: Cast) -> None:
    item = put_up(cast)
    given = replace(item.given(), title="Cộng hai phân số khác mẫu")
    actions.edit(item, given, item.attached(), by=cast.lan, at=NOW, channel="test")
    up = queries.visible_to(cast.khoa, NOW)
    found = [list(queries.listed(up, Wanted(words=words))) for words in ("phep cong", "khac mau")]
    counted = [queries.choices(up, Wanted(words=words))["grade"] for words in ("phep cong", "khac mau")]
    assert (found, [len(one) for one in counted]) == ([[item], []], [1, 0])


def test_the_leader_is_told_by_letter_what_lies_with_him_and_the_writer_what_to_mend(cast: Cast) -> None:
    item = begun(cast)
    hear_news(NOW)
    send(item, cast.lan)
    hear_news(NOW)
    asked = Letter.objects.get(kind="reminder")
    assert (asked.person, paper_for(asked, NOW).subject) == (cast.cuc, "Xin ý kiến tổ trưởng – Phép cộng phân số")
    opine(cast, item, False, "Thiếu hoạt động vận dụng.")
    hear_news(NOW)
    told = Letter.objects.filter(kind="reminder").latest("pk")
    assert (told.person, paper_for(told, NOW).subject) == (cast.lan, "Tổ trưởng đề nghị sửa – Phép cộng phân số")
    with pytest.raises(NothingToSay):
        paper_for(asked, NOW)
