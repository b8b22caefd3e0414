"""The first day at the desk: a few things to do once, by what a person is here for; done is what the record says was done."""

from collections.abc import Collection
from dataclasses import dataclass

from portal.base.models import JournalEntry
from portal.people.models import Person
from portal.people.rules import Board, Kind, Office


@dataclass(frozen=True)
class Step:
    """One thing to do, where, and the verbs of the record that show it done."""

    say: str
    url: str
    verbs: tuple[str, ...]


WRITE = Step("Chụp vài tấm ảnh, gõ ba dòng, lưu thành bản nháp đầu tiên.", "/viet/nhanh/", ("draft",))
HAND_IN = Step("Xem bài sẽ qua những ai, theo điều nào, rồi trình.", "/viec-cua-toi/", ("submit",))
LETTERS = Step("Chọn cổng báo việc cho thầy/cô nhiều hay ít.", "/viec/thu/", ("mail_wish",))
AWAY = Step("Thử báo vắng một ngày, rồi xóa đi: việc không bị tắc lại.", "/viec-cua-toi/", ("absence_mark",))
STEPS: dict[Office | Kind, tuple[Step, ...]] = {
    Kind.STAFF: (WRITE, HAND_IN, LETTERS),
    Kind.COLLABORATOR: (WRITE, HAND_IN),
    Office.SECRETARY: (
        Step("Mở bài đầu tiên đang chờ, hiệu chỉnh, trình lên lãnh đạo Ban.", "/viec-cua-toi/", ("pass", "approve")),
        Step("Nhắc một người đang giữ bài quá lâu.", "/viec-cua-toi/", ("nudge",)),
        Step("Sắp trang chủ: chọn bài dẫn, ghim tin cần ghim.", "/viec/trang-chu/", ("home_arrange", "home_automatic")),
        LETTERS,
    ),
    Office.MEMBER: (
        Step("Duyệt một bài trong lĩnh vực của mình, hoặc trả lại kèm nhận xét.", "/viec-cua-toi/",
             ("pass", "approve", "send_back")),
        Step("Giới thiệu một cộng tác viên cho lĩnh vực.", "/nhan-su/", ("collaborator_propose",)),
        LETTERS,
    ),
    Office.DEPUTY: (
        Step("Duyệt bài đầu tiên: xem chỗ đã sửa, rồi bấm nút ghi đúng số bản.", "/viec-cua-toi/", ("approve",)),
        Step("Nhận xét vào một câu và trả bài lại để sửa.", "/viec-cua-toi/", ("remark", "send_back")),
        LETTERS,
    ),
    Office.HEAD: (
        Step("Duyệt bài đầu tiên: xem chỗ đã sửa, rồi bấm nút ghi đúng số bản.", "/viec-cua-toi/", ("approve",)),
        Step("Xác nhận kế hoạch hoạt động: bài trong kế hoạch mới đi được tuyến ngắn.", "/ke-hoach/", ("plan_confirm",)),
        Step("Ủy nhiệm một lĩnh vực khi thầy/cô bận dài ngày.", "/viec-cua-toi/", ("delegate",)),
        AWAY,
        LETTERS,
    ),
    Office.PRINCIPAL: (
        Step("Ghi quyết định thành lập Ban, bổ nhiệm từng người kèm số và ngày.", "/nhan-su/", ("decision_record",)),
        Step("Chọn cổng báo việc cho thầy/cô nhiều hay ít.", "/viec/thu/", ("mail_wish",)),
    ),
    Office.SYSADMIN: (
        Step("Mở tài khoản đầu tiên Trưởng ban đã quyết.", "/nhan-su/", ("account_open",)),
        Step("Chọn cổng báo việc cho thầy/cô nhiều hay ít.", "/viec/thu/", ("mail_wish",)),
    ),
}  # fmt: skip
ORDER = (Office.PRINCIPAL, Office.HEAD, Office.DEPUTY, Office.SECRETARY, Office.MEMBER, Office.SYSADMIN)
OVER = "first_day_over"


def steps_for(offices: Collection[Office], kind: Kind) -> tuple[Step, ...]:
    """The steps of a person's highest office; of his kind where he holds none; () for readers."""
    held = next((office for office in ORDER if office in offices), None)
    return STEPS.get(held or kind, ())


@dataclass(frozen=True)
class FirstDay:
    """What is left of it; shown until everything is done or put away."""

    steps: tuple[tuple[Step, bool], ...]

    @property
    def left(self) -> int:
        return sum(not done for _, done in self.steps)


def first_day(person: Person, board: Board) -> FirstDay | None:
    """The first day of a person as the record has it; None where it is over or there is none."""
    offices = board.offices(person.pk)
    held = offices - {Office.ACTING_HEAD} | ({Office.HEAD} if Office.ACTING_HEAD in offices else set())
    steps = steps_for(held, Kind(person.kind))
    verbs = {verb for step in steps for verb in step.verbs} | {OVER}
    done = set(
        JournalEntry.objects.filter(actor_id=person.pk, verb__in=verbs).values_list("verb", flat=True).distinct()
    )
    found = FirstDay(tuple((step, not done.isdisjoint(step.verbs)) for step in steps))
    return found if found.left and OVER not in done else None
