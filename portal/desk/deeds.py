"""What a person can do on an item: the deeds offered, their words and forms, and carrying one out."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from portal.approval import actions as approval
from portal.approval import rules
from portal.approval.queries import still_writes
from portal.approval.rules import State, Verb
from portal.base.ordering import named
from portal.desk import forms
from portal.desk.queries import Seen
from portal.desk.queries.queue import needs_vouching
from portal.desk.rules import main_label
from portal.people.models import Person


@dataclass(frozen=True)
class Deed:
    """One thing to do: its address, its words, its form. `verb` where it is a decision on a step."""

    slug: str
    label: str
    done: str
    form: type[forms.DeedForm] = forms.DeedForm
    verb: Verb | None = None
    help: str = ""
    submit: str = ""
    tone: str = "quiet"


DEEDS: dict[str, Deed] = {
    deed.slug: deed
    for deed in (
        Deed("duyet", "Duyệt", "Thầy/cô đã duyệt bản này.", forms.SeenForm, Verb.APPROVE),
        Deed("tra-lai", "Trả lại để sửa…", "Đã trả bài lại cho người viết, kèm lời của thầy/cô.", forms.SendBackForm,
             Verb.SEND_BACK, submit="Trả lại để sửa"),
        Deed("tu-choi", "Từ chối…", "Đã từ chối bài này; người viết thấy căn cứ và lý do.", forms.RefuseForm, Verb.REFUSE,
             submit="Từ chối bài này", tone="alarm"),
        Deed("de-xuat-tu-choi", "Đề xuất từ chối…", "Đã đề xuất từ chối và chuyển bài lên bước quyết định.",
             forms.RefuseForm, Verb.PROPOSE_REFUSAL, "Bài vẫn đi tiếp; người ở bước quyết định mới từ chối (Điều 9.5, 12.7).",
             "Đề xuất từ chối"),
        Deed("dong-y", "Đồng ý bản này", "Thầy/cô đã đồng ý đúng bản này.", forms.SeenForm, Verb.VOUCH,
             "Thầy/cô không tham gia viết bài và xác nhận đúng bản này; người quyết định mới duyệt (Điều 10.2)."),
        Deed("xin-y-kien", "Xin ý kiến ủy viên…", "Đã gửi câu hỏi tới ủy viên.", forms.ReferForm, Verb.REFER,
             "Bài vẫn ở bước hiện tại trong lúc chờ ý kiến (Điều 12.4).", "Gửi câu hỏi"),
        Deed("y-kien", "Trả lời câu hỏi", "Đã ghi ý kiến của thầy/cô.", forms.OpinionForm, Verb.OPINION, submit="Gửi ý kiến"),
        Deed("trinh", "Trình duyệt", "Đã trình. Thầy/cô theo dõi bài ở “Việc của tôi”."),
        Deed("rut-ve", "Rút bài về", "Đã rút bài về; thầy/cô sửa rồi trình lại được.", help="Các bước đã qua không còn tính."),
        Deed("dinh-chinh", "Đính chính", "Đã mở đính chính. Bản đang đăng giữ nguyên cho tới khi bản sửa được duyệt.",
             help="Bản đang đăng giữ nguyên trong lúc sửa (Điều 12.3)."),
        Deed("bo-dinh-chinh", "Bỏ đính chính…", "Đã bỏ đính chính. Bản đang đăng vẫn nguyên như người đọc thấy.",
             help="Bản sửa dở không lên cổng và vẫn còn trong nhật ký; bản đang đăng giữ nguyên (Điều 12.3).",
             submit="Bỏ đính chính"),
        Deed("hen-gio", "Hẹn giờ đăng…", "Đã đặt giờ đăng.", forms.ScheduleForm, submit="Đặt giờ đăng"),
        Deed("go-bai", "Gỡ khỏi cổng…", "Đã gỡ khỏi cổng.", forms.WithdrawForm,
             help="Bài biến khỏi cổng ngay; hồ sơ và nhật ký còn nguyên (Điều 8.1, 13.2).", submit="Gỡ ngay", tone="alarm"),
    )
}  # fmt: skip
BY_VERB = {deed.verb: deed for deed in DEEDS.values() if deed.verb is not None}


def offered(item: Seen) -> list[tuple[Deed, str]]:
    """What this person may do here now, with the words of its button; the main one first."""
    found = [*_at_the_step(item), *_around(item)]
    main = next((slug for slug in _MAIN if any(deed.slug == slug for deed, _ in found)), None)
    return sorted(found, key=lambda pair: pair[0].slug != main)


_MAIN = ("duyet", "y-kien", "trinh", "dong-y")


def main_of(found: list[tuple[Deed, str]]) -> str:
    """Which of the deeds is the one main button; "" where none is."""
    return found[0][0].slug if found and found[0][0].slug in _MAIN else ""


def _at_the_step(item: Seen) -> Iterator[tuple[Deed, str]]:
    now = item.standing
    acting = item.acting
    for verb in now.verbs(item.person.pk):
        if verb is Verb.VOUCH and not needs_vouching(now):
            continue
        deed = BY_VERB[verb]
        label = deed.label
        if verb is Verb.APPROVE and acting is not None:
            later = item.case.publish_at if item.case.publish_at and item.case.publish_at > item.at else None
            label = main_label(now.route, acting[0], item.number, correcting=item.case.correcting,
                               publish_at=later.astimezone(item.at.tzinfo) if later else None)  # fmt: skip
        elif verb is Verb.VOUCH:
            label = f"Đồng ý bản {item.number}"
        yield deed, label


def may_correct(item: Seen) -> bool:
    """Whether this person may open a correction, now and here (Điều 11.5, 12.3)."""
    held = rules.may_correct(item.person.pk, item.standing.hands, item.board, live=item.page.live, state=item.state)
    return held is None and still_writes(item.page, item.person, item.at) is None


def may_cancel_correction(item: Seen) -> bool:
    """Whether this person may drop the correction that is open (Điều 11.5, 12.3)."""
    held = rules.may_cancel_correction(item.person.pk, item.state, item.standing.hands, item.board,
                                       correcting=item.case.correcting)  # fmt: skip
    return held is None and still_writes(item.page, item.person, item.at) is None


def _around(item: Seen) -> Iterator[tuple[Deed, str]]:
    me, now, case = item.person.pk, item.standing, item.case
    if rules.may_submit(me, item.state, now.hands, item.board) is None:
        yield DEEDS["trinh"], f"Trình bản {item.number}"
    if rules.may_recall(me, item.state, now.hands, item.board) is None:
        yield DEEDS["rut-ve"], "Rút bài về"
    later = item.at + timedelta(days=1)
    if rules.may_schedule(me, later, item.at, item.state, now.hands, item.board) is None and item.state in (
        State.DRAFT,
        State.IN_REVIEW,
        State.APPROVED,
    ):
        yield DEEDS["hen-gio"], "Đổi giờ đăng…" if case.publish_at else "Hẹn giờ đăng…"
    if may_correct(item):
        yield DEEDS["dinh-chinh"], "Đính chính"
    if may_cancel_correction(item):
        yield DEEDS["bo-dinh-chinh"], DEEDS["bo-dinh-chinh"].label
    if item.page.live and rules.may_withdraw(me, item.board, "other", "x") is None:
        yield DEEDS["go-bai"], DEEDS["go-bai"].label


def form_of(deed: Deed, item: Seen, data: Any = None) -> forms.DeedForm:
    """The form of a deed, bound to the text on screen."""
    initial: dict[str, Any] = {}
    if issubclass(deed.form, forms.SeenForm):
        initial = {"task": item.standing.task_id(), "revision": item.case.revision_id, "hash": item.case.hash}
    if deed.form is forms.ScheduleForm:
        initial = {"at": item.case.publish_at}
    form = deed.form(data, initial=initial, auto_id=f"{deed.slug}_%s")
    if isinstance(form, forms.SendBackForm):
        carried = [one for one in item.remarks if one.settled_at is None and one.passage_id == _under_way(item)]
        form.carry(len(carried), sum(one.by_id == item.person.pk for one in carried))
    if isinstance(form, forms.ScheduleForm):
        form.offer(item.at)
    if isinstance(form, forms.ReferForm):
        form.ask(Person.objects.filter(pk__in=item.board.members - {item.person.pk}).order_by(*named()))
    return form


def _under_way(item: Seen) -> int:
    return item.standing.passage.pk if item.standing.passage is not None else 0


def carry_out(deed: Deed, item: Seen, said: dict[str, Any]) -> None:
    """Do it: one verb of `approval`. Raises Refused."""
    about: dict[str, Any] = {"by": item.person, "at": item.at, "channel": "desk"}
    if deed.verb is not None:
        approval.decide(
            item.page, deed.verb, revision=said["revision"], hash=said["hash"], task=said.get("task"),
            reason=said.get("reason", ""), ground=said.get("ground", ""), to=said.get("to"), **about,
        )  # fmt: skip
    elif deed.slug == "trinh":
        approval.submit(item.page, **about)
    elif deed.slug == "rut-ve":
        approval.recall(item.page, **about)
    elif deed.slug == "dinh-chinh":
        approval.correct(item.page, **about)
    elif deed.slug == "bo-dinh-chinh":
        approval.cancel_correction(item.page, **about)
    elif deed.slug == "hen-gio":
        approval.schedule(item.page, publish_at=said["at"].astimezone(item.at.tzinfo), **about)
    else:
        approval.withdraw(item.page, ground=said["ground"], reason=said["reason"], **about)
