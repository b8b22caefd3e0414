"""Where an item stands and why this person has it, in whole sentences; asks no database."""

from collections.abc import Mapping
from datetime import datetime

from portal.approval.queries import Standing
from portal.approval.rules import Holder, Step, StepKind, may_decide
from portal.desk.rules import ago, hour, step_name
from portal.people.rules import OFFICE_NAMES, Office, working_day_after

Names = Mapping[int, str]


def holders(step: Step, people: Names) -> str:
    """ "thầy/cô Vũ Thị Sen, Thư ký", "thầy/cô Trần Thu Hà (Trưởng ban) hoặc Lê Phong (Phó Trưởng ban)"."""
    names = [(people.get(one.person, "?"), OFFICE_NAMES[one.office]) for one in step.holders]
    if len(names) == 1:
        return "thầy/cô {}, {}".format(*names[0])
    return "thầy/cô " + " hoặc ".join(f"{name} ({office})" for name, office in names) if names else ""


def whereabouts(now: Standing, people: Names, at: datetime) -> str:
    """With whom an item is, and since when."""
    if now.open is None:
        return ""
    who = holders(now.open, people)
    since = f", từ {ago(now.since, at)}" if now.since else ""
    if not who:
        return f"Đang chờ ở bước “{step_name(now.open)}”{since}, lúc này chưa có người giữ bước ấy."
    return f"Đang ở {who}{since}."


def capacity(now: Standing, me: int, people: Names, at: datetime, days: int) -> list[str]:
    """Why this step is his, where that is not plain: taken over, standing in, on another's behalf, not alone."""
    acting, step = now.acts_as(me), now.open
    if acting is None or step is None:
        return []
    told = [_open_step(now, step, step.holder(me), people, at, days), _on_behalf(acting[1], people)]
    if acting[0].kind is StepKind.LEADER:
        told.append(str(may_decide(me, now.hands, now.vouchers, now.board) or ""))
    return [sentence for sentence in dict.fromkeys(told) if sentence]


def _open_step(now: Standing, step: Step, held: Holder | None, people: Names, at: datetime, days: int) -> str:
    if held is None:
        return ""
    if step.kind is StepKind.MEMBER and held.office is Office.SECRETARY and now.since is not None:
        return (f"Bài nằm ở bước của ủy viên từ {ago(now.since, at)}, đã quá {days} ngày làm việc; từ "
                f"{ago(working_day_after(now.since, days), at)} Thư ký được làm thay bước này (Điều 12.4).")  # fmt: skip
    if step.kind is not StepKind.SECRETARY or (held.office is Office.SECRETARY and held.acting_for is None):
        return ""
    if held.acting_for is not None:
        name = people.get(held.acting_for, "")
        return f"Thư ký {name} vắng và đã giao thầy/cô làm thay bước này ({held.clause})."
    return f"Lúc này không có Thư ký làm việc, cũng chưa ai được giao thay, nên bước này về Trưởng ban ({held.clause})."


def _on_behalf(holder: Holder, people: Names) -> str:
    if holder.acting_for is None or holder.office is Office.SECRETARY:
        return ""
    paper = f" theo giấy ủy nhiệm số {holder.number}" if holder.number else ""
    return f"Thầy/cô quyết định thay {people.get(holder.acting_for, '')}{paper} ({holder.clause})."


def take_over_from(now: Standing, me: int, at: datetime, days: int) -> str:
    """From when the Secretary may take a Member's step over, while that hour is still to come."""
    if now.open is None or now.since is None or now.open.kind is not StepKind.MEMBER:
        return ""
    ripe = working_day_after(now.since, days)
    if me not in now.board.secretaries or ripe <= at:
        return ""
    return f"Nếu ủy viên chưa xử lý, từ {hour(ripe.astimezone(at.tzinfo))} thầy/cô được làm thay (Điều 12.4)."
