"""Who can be recognised in a picture, and whether they agreed: plain values (Luật 91/2025, Điều 24; Điều 12.2, 16.1.2)."""

from collections.abc import Iterable, Mapping
from datetime import datetime, tzinfo
from enum import StrEnum

from portal.base.rules import Ground, Refusal
from portal.base.text import fold

LAW = "Luật 91/2025, Điều 24"
ALL_NAMED = 3  # refusals about pictures are put one by one up to so many, then counted


class Seen(StrEnum):
    """Who can be recognised in a picture, as somebody of the school declared it."""

    NOBODY = "nobody"
    ADULTS = "adults"
    WIDE = "wide"  # many children, none singled out
    CLASSES = "classes"
    PUPILS = "pupils"


SEEN: Mapping[Seen, str] = {
    Seen.NOBODY: "Không nhận ra ai",
    Seen.ADULTS: "Chỉ có người lớn",
    Seen.WIDE: "Tập thể rộng, không nêu riêng em nào",
    Seen.CLASSES: "Nhận ra học sinh của lớp",
    Seen.PUPILS: "Nhận ra riêng từng em",
}
CHILDREN = frozenset({Seen.CLASSES, Seen.PUPILS})  # whose consent is asked


def declared_from(said: str, zone: tzinfo) -> datetime | None:
    """The parameter `pictures.declared_from`: a day (its midnight at the school) or an hour, from which on pictures that are
    stored need a declaration; None where it is empty or unreadable."""
    try:
        hour = datetime.fromisoformat(said)
    except ValueError:
        return None
    return hour if hour.tzinfo else hour.replace(tzinfo=zone)


def may_declare(*, insider: bool, sent_it: bool) -> Refusal | None:
    """R-PIC-01: who is in a picture is said by staff, or by whoever sent it (Luật 91/2025, Điều 24)."""
    if insider or sent_it:
        return None
    return Refusal("R-PIC-01", LAW, "Ai có trong ảnh do người gửi ảnh hoặc cán bộ, giáo viên của trường khai.")


def may_say_again(*, shown: bool, on_board: bool, keeps: bool) -> Refusal | None:
    """R-PIC-02: once readers see a picture, the editorial board or who keeps the rolls says anew who is in it."""
    if not shown or on_board or keeps:
        return None
    return Refusal("R-PIC-02", LAW, "Ảnh đang lên trang; chỉ Ban biên tập hoặc người giữ hồ sơ học sinh khai lại được.")


def says_enough(seen: Seen, *, classes: int, pupils: int) -> Refusal | None:
    """R-PIC-03: "of classes" names one class at least, "of these pupils" one pupil."""
    if seen is Seen.CLASSES and not classes:
        return Refusal("R-PIC-03", LAW, "Hãy chọn lớp có trong ảnh.", "classes", Ground.NOT_READY)
    if seen is Seen.PUPILS and not pupils:
        return Refusal("R-PIC-03", LAW, "Hãy chọn lớp, bấm “Xem danh sách lớp” rồi đánh dấu các em nhận ra được.", "pupils",
                       Ground.NOT_READY)  # fmt: skip
    return None


def may_single_out(*, keeps: bool, reached: frozenset[int], asked: frozenset[int]) -> Refusal | None:
    """R-PIC-04: single pupils are named by their class teacher, the Principal or who keeps the rolls; `reached` and `asked`
    are classes."""
    if keeps or asked <= reached:
        return None
    return Refusal(
        "R-PIC-04", LAW, "Chọn từng em chỉ có chủ nhiệm của lớp, Hiệu trưởng hoặc người giữ hồ sơ học sinh; hãy nhờ cô giáo, "
        "thầy giáo chủ nhiệm khai giúp ảnh này.",
    )  # fmt: skip


def needs_saying(pictures: Iterable[tuple[datetime, bool]], since: datetime | None) -> int:
    """How many of some pictures (stored at, declared) lack a declaration they need."""
    return sum(not declared and since is not None and stored >= since for stored, declared in pictures)


def undeclared(many: int) -> Refusal | None:
    """R-PIC-10: outsiders see a picture once somebody has said who can be recognised in it."""
    if not many:
        return None
    return Refusal(
        "R-PIC-10", LAW, f"Còn {many} ảnh chưa khai ai nhận ra được trong ảnh. Bấm “Ai trong ảnh?” ở từng ảnh trong bài.",
        "pictures", Ground.NOT_READY,
    )  # fmt: skip


def not_agreed(by_class: Mapping[str, int], *, singled_out: bool) -> Refusal | None:
    """R-PIC-11 (of a class), R-PIC-12 (of single pupils): outsiders see no child whose family, and who himself from seven on,
    has not agreed to it. The sentence names classes and how many, never a child."""
    told = ", ".join(f"lớp {name}: {many} em" for name, many in sorted(by_class.items()) if many)
    if not told:
        return None
    if singled_out:
        return Refusal("R-PIC-12", LAW, f"Chưa có đồng ý đăng ảnh cá nhân ({told}). Hãy bỏ ảnh ấy, hoặc xin ý kiến gia đình.",
                       "pictures", Ground.NOT_READY)  # fmt: skip
    return Refusal(
        "R-PIC-11", LAW, f"Có em chưa đồng ý đăng ảnh tập thể ({told}). Hãy bỏ ảnh ấy, hoặc nhờ chủ nhiệm xác nhận các em không "
        "có trong ảnh.", "pictures", Ground.NOT_READY,
    )  # fmt: skip


def said_after(late: int) -> Refusal | None:
    """R-PIC-16: what was decided goes up with the pictures as they were declared then; who is in one is said anew afterwards by the
    board or who keeps the rolls alone, or the text is read again (Luật 91/2025, Điều 24; Điều 12.1)."""
    if not late:
        return None
    return Refusal(
        "R-PIC-16", LAW, f"Có {late} ảnh được khai lại sau khi bài đã duyệt. Ban biên tập xem ảnh rồi khai lại, hoặc trả bài để "
        "duyệt lại.", "pictures", Ground.CONFLICT,
    )  # fmt: skip


def taken_back(*, took_back: bool, never_agreed: bool, declared_now: bool, hidden: bool) -> bool:
    """R-PIC-13: whether a picture readers see is hidden: at once where somebody in it took consent back, and where it is
    declared only now and somebody never agreed; hidden, it stays so until all in it agree (Luật 91/2025, Điều 24)."""
    if hidden:
        return took_back or never_agreed
    return took_back or (declared_now and never_agreed)


def may_settle(*, secretary: bool) -> Refusal | None:
    """R-PIC-14: that hidden pictures were looked after is said by the Secretary (Điều 12.3)."""
    if secretary:
        return None
    return Refusal("R-PIC-14", "Điều 12.3", "Việc này do Thư ký hoặc người thay Thư ký khép.")


def naming(lines: Iterable[str], names: Iterable[str]) -> int:
    """R-PIC-15: how many captions hold the whole name of one of these pupils, with its marks or without: then it singles the
    child out, and whoever reviews is warned. A name of one word is none (Luật 91/2025, Điều 24)."""
    said = [f" {_bare(one)} " for one in lines]
    looked_for = {f" {_bare(name)} " for name in names if len(name.split()) > 1}
    return sum(any(name in one for name in looked_for) for one in said)


def _bare(words: str) -> str:
    """A line or a name without marks and signs, its words one space apart."""
    return " ".join("".join(sign if sign.isalnum() else " " for sign in fold(words)).split())
