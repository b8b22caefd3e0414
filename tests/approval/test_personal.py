"""Children's data keeps a text from outsiders until somebody who did not write it has answered for that very text."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.test import Client

from portal.approval import actions as approval
from portal.approval.models import DataAnswer, FileFindings
from portal.approval.queries import look
from portal.approval.rules import Verb
from portal.base.models import JournalEntry
from portal.base.refused import Refused
from portal.base.rules import Ground
from portal.files import actions as files
from portal.news.models import Article
from portal.people.models import Person
from tests.cast import NOW, Cast

ROWS = [["1", "Nguyễn Thử Một", "8,5"], ["2", "Trần Thử Hai", "7,0"], ["3", "Lê Thử Ba", "9,2"]]
TABLE = {"type": "table", "value": {"caption": "Điểm khảo sát", "first_row_is_head": False, "rows": ROWS}}
REASON = "Tên trong bảng là tên bịa để minh họa."


def waiting(cast: Cast, by: Person, **changes: Any) -> tuple[Article, Person]:
    """A text handed in and passed up to its deciding step, and who decides."""
    article = cast.article(by, **changes)
    now = cast.submit(article, by)
    while now.open is not None and now.open.kind != "leader":
        now = cast.decide(article, Verb.APPROVE, Person.objects.get(pk=now.open.holders[0].person))
    assert now.open is not None
    return article, Person.objects.get(pk=now.open.holders[0].person)


def answer(cast: Cast, article: Article, by: Person, reason: str = REASON) -> list[DataAnswer]:
    case = cast.case(article)
    seen = look(case.revision.as_object(), case, NOW)
    reasons = {one.found.key: reason for one in seen.asked}
    return approval.answer_data(article, reasons=reasons, hash=case.hash, by=by, at=NOW, channel="test")


def refusals(given: pytest.ExceptionInfo[Refused]) -> list[tuple[str, Ground]]:
    return [(one.rule, one.ground) for one in given.value.refusals]


def test_a_table_of_marks_is_not_decided_on_before_a_reviewer_answered(cast: Cast) -> None:
    article, leader = waiting(cast, cast.lan, body=[TABLE])
    with pytest.raises(Refused) as refused:
        cast.decide(article, Verb.APPROVE, leader)
    assert refusals(refused) == [("R-DATA-01", Ground.NOT_READY)]
    with pytest.raises(Refused) as refused:
        answer(cast, article, cast.lan)
    assert refusals(refused) == [("R-DATA-03", Ground.FORBIDDEN)]
    with pytest.raises(Refused) as refused:
        answer(cast, article, cast.sen, "được")
    assert refusals(refused) == [("R-DATA-04", Ground.NOT_READY)]
    assert [one.key for one in answer(cast, article, cast.sen)] == ["marks"]
    said = JournalEntry.objects.get(verb="answer_data")
    assert (said.rule, said.reason, said.data) == ("R-DATA-01", REASON, {"kind": "marks", "count": 3, "file": None})
    cast.decide(article, Verb.APPROVE, leader)
    assert cast.case(article).state == "published"


def test_another_text_is_asked_again(cast: Cast) -> None:
    article, leader = waiting(cast, cast.lan, body=[TABLE])
    answer(cast, article, cast.sen)
    draft = cast.case(article).revision.as_object()
    draft.summary = "Lớp 7A3 tự thiết kế."
    approval.save_text(draft, by=leader, at=NOW, channel="test")
    case = cast.case(article)
    seen = look(case.revision.as_object(), case, NOW)
    assert (seen.open, [one.answer for one in seen.asked]) == (1, [None])


def test_what_stays_inside_is_let_be(cast: Cast) -> None:
    inside = cast.published(cast.lan, body=[TABLE], section="trao-doi", audience="internal")
    assert cast.case(inside).state == "published"


def test_a_file_is_looked_through_and_remembered_by_its_content(cast: Cast) -> None:
    from openpyxl import Workbook

    book = Workbook()
    for row in [["TT", "Họ và tên", "Điểm"], *ROWS]:
        book.active.append(row)
    book.save(kept := ContentFile(b"", "bang.xlsx"))
    kept.seek(0)
    file = files.store_attachment(kept, title="Bảng", by=cast.lan, at=NOW, channel="test")
    body = [{"type": "document", "value": {"document": file.pk}}]
    article, leader = waiting(cast, cast.lan, body=body)
    assert approval.read_files(NOW) == 1
    assert [(one.sha256, [row[:4] for row in one.found]) for one in FileFindings.objects.all()] == [
        (file.sha256, [["marks", 3, 3, 5]])
    ]
    assert approval.read_files(NOW) == 0
    with pytest.raises(Refused) as refused:
        cast.decide(article, Verb.APPROVE, leader)
    assert refusals(refused) == [("R-DATA-01", Ground.NOT_READY)]
    answer(cast, article, leader)
    cast.decide(article, Verb.APPROVE, leader)
    assert cast.case(article).state == "published"


def test_a_file_nobody_has_read_yet_waits_for_the_worker(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    """R-DATA-02; what no machine can read is asked about like anything found."""
    monkeypatch.setattr("portal.approval.personal.SMALL", 0)
    sheet = ContentFile(b"%PDF-1.4 /Page broken", "quet.pdf")
    file = files.store_attachment(sheet, title="Bản quét", by=cast.lan, at=NOW, channel="test")
    article, leader = waiting(cast, cast.lan, body=[{"type": "document", "value": {"document": file.pk}}])
    with pytest.raises(Refused) as refused:
        cast.decide(article, Verb.APPROVE, leader)
    assert refusals(refused) == [("R-DATA-02", Ground.CONFLICT)]
    approval.read_files(NOW)
    with pytest.raises(Refused) as refused:
        cast.decide(article, Verb.APPROVE, leader)
    assert refusals(refused) == [("R-DATA-01", Ground.NOT_READY)]
    assert [one.key for one in answer(cast, article, leader, "Đã mở xem từng trang.")] == [f"unread@{file.sha256}"]
    with pytest.raises(Refused) as refused:
        approval.answer_data(article, reasons={"phone": REASON}, hash=cast.case(article).hash, by=leader, at=NOW,
                             channel="test")  # fmt: skip
    assert refusals(refused) == [("R-DATA-05", Ground.CONFLICT)]


def test_what_is_too_long_for_the_machine_to_read_whole_is_asked_about(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing that nobody looked through goes out in silence."""
    monkeypatch.setattr("portal.approval.personal.LETTERS", 40)
    article, leader = waiting(cast, cast.lan)
    with pytest.raises(Refused) as refused:
        cast.decide(article, Verb.APPROVE, leader)
    assert refusals(refused) == [("R-DATA-01", Ground.NOT_READY)]
    assert [one.key for one in answer(cast, article, leader, "Đã đọc hết bài.")] == ["unread"]
    cast.decide(article, Verb.APPROVE, leader)
    assert cast.case(article).state == "published"


def test_what_the_portal_before_had_goes_its_own_way_where_children_are_named(cast: Cast) -> None:
    """R-HISTORY-09."""
    here: Any = {"at": NOW, "channel": "test"}
    article = cast.article(cast.sen, in_plan=False, body=[TABLE])
    approval.mark_history(article, past=NOW - timedelta(days=900), where="/tin/1", by=cast.sen, **here)
    made = approval.list_history(title="Cổng cũ", by=cast.sen, **here)
    approval.decide_list(made, digest=made.digest, by=cast.ha, **here)
    assert (approval.raise_history(NOW), approval.raise_history(NOW)) == (0, 0)
    assert (cast.case(article).state, made.items.get().left_out[:34]) == ("draft", "Bài có thể chứa dữ liệu cá nhân: t")


def test_the_reviewer_answers_on_a_screen_and_what_was_typed_stays(cast: Cast, client: Client) -> None:
    article, leader = waiting(cast, cast.lan, body=[TABLE])
    address, hash = f"/viec/{article.pk}/du-lieu-ca-nhan/", cast.case(article).hash
    client.force_login(leader)
    assert (client.get(f"/viec/{article.pk}/").status_code, client.get(address).status_code) == (200, 200)
    short = client.post(address, {"hash": hash, "marks": "chỉ vì"})
    assert (short.status_code, "chỉ vì" in short.content.decode(), DataAnswer.objects.count()) == (422, True, 0)
    done = client.post(address, {"hash": hash, "marks": REASON})
    assert (done.status_code, DataAnswer.objects.get().reason) == (302, REASON)
    client.force_login(cast.lan)
    assert client.post(address, {"hash": hash, "marks": REASON}).status_code == 403
