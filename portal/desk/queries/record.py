"""The way an item went and goes: its steps with names, its record with names."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.utils.dateparse import parse_datetime

from portal.approval.models import Pass
from portal.approval.queries import Stand
from portal.approval.rules import Holder, Route, State, Step, StepKind, route
from portal.base.clock import ZONE
from portal.desk.queries.seen import Seen, told_to
from portal.desk.rules import GROUNDS, SCREEN_NAMES, hour, step_name
from portal.people.rules import OFFICE_NAMES

Shown = dict[str, Any]
ENDS: Mapping[str, str] = {
    "sent_back": "Trả lại để sửa", "refused": "Từ chối", "recalled": "Người trình rút về", "withdrawn": "Gỡ khỏi cổng",
}  # fmt: skip


def journey(item: Seen) -> list[Shown]:
    """The route as a vertical line: handed in, each step, up."""
    passage = item.passage
    moving = item.standing.passage is not None
    if passage is None or (not moving and item.state in (State.DRAFT, State.SENT_BACK, State.REFUSED)):
        return expected(item.standing.route, item)
    given = [one for one in passage.passes.all() if one.dropped_at is None]
    stands: Sequence[Stand] = item.standing.stands if moving else _past(item, given)
    people = item.names
    first = {"name": "Trình duyệt", "people": people[passage.submitted_by_id], "when": moment(passage.submitted_at),
             "status": "done", "clause": item.standing.route.clause}  # fmt: skip
    return [first, *(_shown(stand, people, item.at) for stand in stands), _end(item, passage.outcome)]


def expected(foreseen: Route, item: Seen) -> list[Shown]:
    """The steps a text would go, before it is handed in."""
    stands = [Stand(step, "skipped" if step.skipped_because else "waiting") for step in foreseen.steps]
    people = item.names
    shown = [_shown(stand, people, item.at) for stand in stands]
    at_once = "ngay khi duyệt" if foreseen.steps else "ngay khi trình"
    hour_set = f"lúc {hour(local(item.case.publish_at))}" if item.case.publish_at else at_once
    return [*shown, {"name": "Đăng lên cổng", "status": "waiting", "note": hour_set}]


def _past(item: Seen, given: list[Pass]) -> list[Stand]:
    """The steps of a passage that is over: those that were taken."""
    by_kind = {StepKind(one.kind): one for one in given}
    covered = {StepKind(kind): one for one in given for kind in one.covers}
    now, stands = item.standing, []
    gone = route(now.facts, now.hands, now.board, pinned=given[-1].row) if given else now.route
    for step in gone.steps:
        one = by_kind.get(step.kind) or covered.get(step.kind)
        if one is not None:
            stands.append(Stand(step, "done", one))
    return stands


def _shown(stand: Stand, people: Mapping[int, str], at: datetime) -> Shown:
    step, one = stand.step, stand.given
    shown: Shown = {"name": step_name(step), "status": stand.status, "clause": step.clause}
    if one is not None:
        whose = f", thay mặt {people[one.acting_for_id]}" if one.acting_for_id else ""
        shown |= {"people": people[one.by_id] + whose, "when": moment(one.at), "clause": one.clause}
        if StepKind(one.kind) is not step.kind:
            shown |= {"note": "Gộp vào bước sau của cùng một người.", "clause": step.clause}
        elif one.verb == "propose_refusal":
            shown["note"] = f"Đề xuất từ chối: {one.reason}"
    elif step.skipped_because:
        shown["note"] = step.skipped_because
    elif stand.status == "skipped":
        shown["note"] = "Bước sau đã qua, bước này không cần nữa."
    elif step.done_by_submission:
        shown |= {"people": _held(step, people), "note": "Thư ký trình nên bước này xong ngay."}
    else:
        shown["people"] = _held(step, people) or "chưa có người giữ bước này"
    return shown


def _held(step: Step, people: Mapping[int, str]) -> str:
    return " hoặc ".join(_holder(holder, people) for holder in step.holders)


def _holder(holder: Holder, people: Mapping[int, str]) -> str:
    name = people[holder.person]
    if holder.acting_for is not None:
        paper = f", giấy số {holder.number}" if holder.number else ""
        return f"{name} (thay mặt {people[holder.acting_for]}{paper})"
    return name


def _end(item: Seen, outcome: str) -> Shown:
    case = item.case
    if outcome in ENDS:
        return {"name": ENDS[outcome], "status": "skipped"}
    if item.state is State.PUBLISHED:
        up = case.corrected_at or case.published_at
        return {"name": "Đang đăng trên cổng", "status": "done", "when": moment(up) if up else ""}
    if item.state is State.WITHDRAWN:
        return {"name": "Đã gỡ khỏi cổng", "status": "skipped"}
    if case.publish_at is not None:
        return {"name": "Đăng lên cổng", "status": "waiting", "note": f"lúc {hour(local(case.publish_at))}"}
    return {"name": "Đăng lên cổng", "status": "waiting", "note": "ngay khi duyệt"}


def history(item: Seen) -> list[Shown]:
    """Every line about an item, oldest first, names and offices resolved now."""
    lines = item.lines
    people = item.names
    quotes = {one.pk: one.quote for one in item.remarks}
    return [
        {
            "at": local(line.at),
            "verb": line.verb,
            "verb_label": _verb_label(line.verb, line.data, people),
            "by": people.get(line.actor_id, "một người đã xóa tài khoản") if line.actor_id else "Cổng tự làm",
            "office": OFFICE_NAMES.get(line.office, ""),
            "acting_for": people.get(line.acting_for_id or 0, ""),
            "clause": line.clause,
            "reason": _reason(line.reason, line.data),
            "revision": item.numbers.get(line.revision_id or 0),
            "remarks": _remarks(line.data, quotes),
            "hash": line.hash,
        }
        for line in lines
    ]


ADDRESSED: Mapping[str, str] = {"refer": "của ", "nudge": ""}  # verbs that speak to somebody, and how he is named


def _verb_label(verb: str, data: Mapping[str, Any], people: Mapping[int, str]) -> str:
    told = SCREEN_NAMES.get(verb, verb)
    to = ", ".join(people.get(pk, "") for pk in told_to(data))
    if to and verb in ADDRESSED:
        told += f" {ADDRESSED[verb]}{to}"
    planned = parse_datetime(data["publish_at"]) if verb == "schedule" and data.get("publish_at") else None
    return f"{told} {hour(local(planned))}" if planned else told


def _remarks(data: Mapping[str, Any], quotes: Mapping[int, str]) -> list[str]:
    """What a line of the record remarks on: the sentences, or the whole text."""
    ids = [data["remark"]] if "remark" in data else data.get("remarks", [])
    return [f"“{quotes[pk]}”" if quotes.get(pk) else "cả bài" for pk in ids]


def _reason(reason: str, data: Mapping[str, Any]) -> str:
    told = [GROUNDS.get(str(data.get("ground", "")), ""), reason]
    if data.get("number"):
        told.append(f"Theo giấy số {data['number']}.")
    return " – ".join(part for part in told if part)


def local(at: datetime) -> datetime:
    return at.astimezone(ZONE)


def moment(at: datetime) -> str:
    """ "08:00, 16/11"."""
    here = local(at)
    return f"{here:%H:%M}, {here.day}/{here.month}"
