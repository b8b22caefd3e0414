"""What the detector of children's data found in a text at its reviewers' table, and answering it (R-DATA-01 to -04)."""

from typing import Any

from django.http import HttpRequest
from ninja import Field, Router, Schema

from portal.approval import actions as approval
from portal.approval.queries import case_of_task, look
from portal.base import clock
from portal.news.api.reach import task_page
from portal.people import offices

router = Router()


class FindingOut(Schema):
    key: str
    kind: str
    where: str
    count: int
    samples: list[str] = Field(description="đã che: chỉ chữ cái đầu")
    note: str
    file: int | None
    answer: str
    by: str


class FindingsOut(Schema):
    hash: str = Field(description="gửi lại khi trả lời: câu trả lời chỉ đứng cho đúng bản này")
    open: int = Field(description="còn mấy phát hiện chưa ai trả lời")
    unread: int = Field(description="còn mấy tệp máy chưa đọc xong")
    items: list[FindingOut]


class AnswersIn(Schema):
    hash: str
    reasons: dict[str, str] = Field(description="key của phát hiện → vì sao đăng được")


@router.get(
    "/tasks/{row:pk}/findings", response=FindingsOut, summary="What was found of children's data in the text of a task"
)
def task_findings(request: HttpRequest, pk: int) -> Any:
    """What was found is told masked, as on the screen."""
    at = clock.now()
    found = case_of_task(pk)
    task_page(found[0] if found else None, request.auth.person, offices.board(at))  # type: ignore[attr-defined]
    assert found is not None
    return _told(found[0], at)


@router.post("/tasks/{row:pk}/findings", response=FindingsOut, summary="Answer findings of the text of a task")
def answer_findings(request: HttpRequest, pk: int, payload: AnswersIn) -> Any:
    """All of those named or none of them; 403 for whom it is not to say, 409 where the text is another now. Needs a token its owner
    made for deciding: what is answered no longer stands in the way of publishing."""
    caller, at = request.auth, clock.now()  # type: ignore[attr-defined]
    found = case_of_task(pk)
    page = task_page(found[0] if found else None, caller.person, offices.board(at))
    caller.must_decide()
    approval.answer_data(page, reasons=payload.reasons, hash=payload.hash, by=caller.person, at=at, channel="api")
    assert found is not None
    return _told(found[0], at)


def _told(case: Any, at: Any) -> dict[str, Any]:
    seen = look(case.revision.as_object(), case, at)
    return {
        "hash": case.hash, "open": seen.open, "unread": len(seen.waiting),
        "items": [
            {"key": one.found.key, "kind": one.found.kind.value, "where": one.found.where, "count": one.found.count,
             "samples": list(one.found.samples), "note": one.found.note, "file": one.found.file,
             "answer": one.answer.reason if one.answer else "", "by": str(one.answer.by) if one.answer else ""}
            for one in seen.asked
        ],
    }  # fmt: skip
