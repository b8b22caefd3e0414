"""Why an item is before this person: the route's sentence, his capacity, what stands in the way, how long is left."""

from collections.abc import Iterator
from typing import Any

from portal.approval.rules import State, StepKind, Verb
from portal.desk.passages import when
from portal.desk.queries import Seen
from portal.desk.rules import GROUNDS, due, hour, step_name, told_with
from portal.news.models import Article
from portal.people.rules import Office
from portal.plan.queries import clocks


def why(item: Seen) -> dict[str, Any]:
    """`lead`, `text`, `clause` and further sentences in `more`."""
    now = item.standing
    told: dict[str, Any] = {"more": list(_more(item))}
    if item.acting is not None:
        return told | {"lead": "Vì sao bài này đến thầy/cô:", "text": cause(item), "clause": now.route.clause}
    if Verb.OPINION in now.verbs(item.person.pk):
        asked = next(one for one in item.opinions if one.to_id == item.person.pk and one.answered_at is None)
        by = item.names[asked.asked_by_id]
        return told | {"lead": f"{by} hỏi ý kiến thầy/cô:", "text": asked.question, "clause": "Điều 12.4"}
    if now.passage is not None and now.open is not None:
        holders = " hoặc ".join(dict.fromkeys(item.names[holder.person] for holder in now.open.holders))
        text = f"{step_name(now.open)} – {holders or 'chưa có người giữ bước này'}. {cause(item)}"
        return told | {"lead": "Bài đang ở bước:", "text": text, "clause": now.route.clause}
    return told | _resting(item)


def cause(item: Seen) -> str:
    """The route's sentence; of the three reasons of row 7, the one that holds here."""
    now, row = item.standing, item.standing.route.row
    if row != 7:
        return now.route.why
    if now.hands.outsiders:
        found = f"do cộng tác viên {', '.join(item.names[who] for who in sorted(now.hands.outsiders))} viết"
    elif now.facts.received:
        found = f"nhận từ {item.draft.received_name or item.draft.received_unit}"
    else:
        found = "lĩnh vực chưa có ủy viên làm việc"
    return f"Bài trong kế hoạch, {found}: Thư ký hiệu chỉnh, Trưởng ban hoặc Phó Trưởng ban duyệt."


def _resting(item: Seen) -> dict[str, Any]:
    case = item.case
    if item.state in (State.SENT_BACK, State.REFUSED):
        back = next((line for line in reversed(item.lines) if line.verb in ("send_back", "refuse")), None)
        if back is not None:
            by = item.names.get(back.actor_id or 0, "")
            told = told_with(back.reason, back.data)
            deed = "trả lại để sửa" if back.verb == "send_back" else "từ chối"
            return {"lead": f"{by} {deed}:", "text": told, "clause": back.clause, "alarm": True}
    if item.state is State.APPROVED and case.publish_at is not None:
        at = hour(case.publish_at.astimezone(item.at.tzinfo))
        return {"lead": "Đã duyệt, chờ giờ đăng:", "text": f"bản {item.number} lên cổng lúc {at}.", "clause": ""}
    if item.state is State.PUBLISHED:
        text = f"bản {item.number}, từ {when(case.published_at)}."
        text += f" Sửa lúc {when(case.corrected_at)}." if case.corrected_at else ""
        return {"lead": "Đang đăng trên cổng:", "text": text, "clause": "", "done": True}
    if item.state is State.WITHDRAWN:
        gone = next((line for line in reversed(item.lines) if line.verb == "withdraw"), None)
        text = told_with(gone.reason, gone.data) if gone else ""
        return {"lead": "Đã gỡ khỏi cổng:", "text": text, "clause": gone.clause if gone else "", "alarm": True}
    if case.correcting:
        return {
            "lead": "Đang đính chính:",
            "text": "bản cũ vẫn đăng cho tới khi bản sửa được duyệt.",
            "clause": "Điều 12.3",
        }
    return {"lead": "Chưa trình.", "text": "Bài còn ở bàn của người viết.", "clause": ""}


def _more(item: Seen) -> Iterator[str]:
    if item.acting is not None:
        step, holder, covers = item.acting
        if holder.acting_for is not None:
            name = item.names[holder.acting_for]
            paper = f" theo giấy ủy nhiệm số {holder.number}" if holder.number else ""
            yield f"Thầy/cô làm bước này thay {name}{paper} ({holder.clause})."
        if step.kind is StepKind.MEMBER and holder.office is Office.SECRETARY:
            yield "Ủy viên chưa xử lý sau thời hạn nên Thư ký được làm thay bước này (Điều 12.4)."
        if covers:
            yield "Thầy/cô giữ cả bước ngay trước bước quyết định; duyệt một lần là đủ cho các bước ấy."
        if item.reserved is not None:
            yield str(item.reserved)
    if isinstance(item.draft, Article) and item.case.published_at is None:
        text = item.draft
        hours = {name: value.astimezone(item.at.tzinfo) if value else None for name, value in (
            ("opening_at", text.opening_at), ("event_start", text.event_start), ("event_end", text.event_end))}  # fmt: skip
        found = due(genre=text.genre, notice=text.notice, clocks=clocks(), **hours)
        if found is not None:
            yield found.sentence(item.at)


def voices(item: Seen) -> list[dict[str, Any]]:
    """What others said about this text: proposals to refuse it, opinions given."""
    given = list(item.passage.passes.all()) if item.passage is not None and item.standing.passage is not None else []
    proposals = [one for one in given if one.verb == Verb.PROPOSE_REFUSAL and one.dropped_at is None]
    people = item.names
    found = [
        {"by": people[one.by_id], "what": "đề xuất từ chối", "text": f"{GROUNDS.get(one.ground, '')} – {one.reason}",
         "alarm": True}
        for one in proposals
    ]  # fmt: skip
    for one in item.opinions:
        text = one.answer if one.answered_at else "chưa trả lời"
        found.append({"by": people[one.to_id], "what": f"được hỏi “{one.question}”", "text": text, "alarm": False})
    return found
