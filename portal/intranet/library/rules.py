"""The library: what an item is, who sends one, whose opinion it needs, who reads a draft, who rates, copies and counts (Điều
15.1, 15.2). Pure: plain values in, decisions out."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from portal.base.rules import Ground, Refusal
from portal.intranet.notices.rules import school_year as school_year
from portal.people.rules import Board
from portal.people.rules import Kind as PersonKind

CLAUSE, ROUTE_CLAUSE, SEEN_CLAUSE = "Điều 15.1", "Điều 15.2", "Điều 15.1, 15.3"
LONGEST, MOST_PAPERS, LEAST_REASON = 5_000, 20, 10  # letters of the note, files, letters of a reason
COMMON = 0  # the grade of what is for all grades
GRADES: Mapping[int, str] = {6: "Khối 6", 7: "Khối 7", 8: "Khối 8", 9: "Khối 9", COMMON: "Chung"}
STARS: Mapping[int, str] = {5: "rất tốt", 4: "tốt", 3: "dùng được", 2: "cần sửa nhiều", 1: "không nên dùng"}


class Sort(StrEnum):
    """What a resource is."""

    PLAN = "giao-an"
    SLIDES = "bai-giang"
    WORKSHEET = "phieu"
    TEST = "de"
    MEDIA = "tu-lieu"
    INITIATIVE = "skkn"
    OTHER = "khac"


SORTS: Mapping[Sort, str] = {
    Sort.PLAN: "Kế hoạch bài dạy",
    Sort.SLIDES: "Bài giảng trình chiếu",
    Sort.WORKSHEET: "Phiếu học tập",
    Sort.TEST: "Đề kiểm tra",
    Sort.MEDIA: "Tư liệu ảnh, âm thanh, video",
    Sort.INITIATIVE: "Sáng kiến kinh nghiệm",
    Sort.OTHER: "Tài liệu khác",
}
OF_A_SUBJECT = frozenset({Sort.PLAN, Sort.SLIDES, Sort.WORKSHEET, Sort.TEST})


class Licence(StrEnum):
    """What colleagues may do with an item."""

    SHARE = "dung-sua"
    USE = "dung-nguyen"
    OUTSIDE = "nguon-ngoai"


LICENCES: Mapping[Licence, str] = {
    Licence.SHARE: "Đồng nghiệp trong trường dùng và sửa lại, ghi tên người soạn",
    Licence.USE: "Đồng nghiệp trong trường dùng nguyên văn, không sửa",
    Licence.OUTSIDE: "Tài liệu của người khác, dùng theo điều kiện của nguồn",
}


@dataclass(frozen=True)
class Given:
    """What an item says of itself; `subject`, `series`, `unit` by number, `year` by the year it begins in August."""

    title: str = ""
    sort: str = ""
    grade: int | None = None
    subject: int | None = None
    series: int | None = None
    year: int | None = None
    unit: int | None = None
    lesson: str = ""
    intro: str = ""
    licence: str = Licence.SHARE
    source: str = ""


@dataclass(frozen=True)
class Teacher:
    """One of the staff at the moment asked: the units he is in, and those he leads."""

    id: int
    units: frozenset[int] = field(default_factory=frozenset)
    leads: frozenset[int] = field(default_factory=frozenset)


def _not(rule: str, clause: str, told: str, name: str = "", ground: Ground = Ground.FORBIDDEN) -> Refusal:
    return Refusal(rule, clause, told, name, ground)


def may_send(kind: str, *, suspended: bool) -> Refusal | None:
    """R-LIB-01: the library is filled by the staff, each in his own name (Điều 15.1, 15.2)."""
    if kind == PersonKind.STAFF and not suspended:
        return None
    told = "Kho học liệu nhận bài của cán bộ, giáo viên, nhân viên đang làm việc của trường."
    return _not("R-LIB-01", "Điều 15.1, 15.2", told)


def is_begun(given: Given) -> list[Refusal]:
    """R-LIB-02, as far as a draft must meet it: a title, and nothing too long (Điều 15.1)."""
    missing = [
        ("title", not given.title.strip(), "Học liệu cần có tên."),
        ("intro", len(given.intro) > LONGEST, f"Phần giới thiệu dài quá {LONGEST} chữ; phần dài hãy để trong tệp."),
    ]
    return [_not("R-LIB-02", CLAUSE, told, name, Ground.NOT_READY) for name, wrong, told in missing if wrong]


def is_whole(given: Given, papers: int) -> list[Refusal]:
    """R-LIB-02: an item says what it is, for which grade, school year and unit, for which subject where it is for teaching
    one, under which licence, with its source where it is somebody else's; and has a file (Điều 15.1, 15.2)."""
    missing = [
        ("sort", given.sort not in set(Sort), "Hãy chọn loại học liệu."),
        ("grade", given.grade not in GRADES, "Hãy chọn khối lớp, hoặc “Chung”."),
        ("subject", given.subject is None and given.sort in OF_A_SUBJECT, "Hãy chọn môn học."),
        ("year", given.year is None, "Hãy chọn năm học."),
        ("unit", given.unit is None, "Hãy chọn tổ chuyên môn; tổ trưởng của tổ ấy cho ý kiến trước."),
        ("licence", given.licence not in set(Licence), "Hãy chọn quyền sử dụng."),
        ("source", given.licence == Licence.OUTSIDE and not given.source.strip(),
         "Tài liệu của người khác cần ghi nguồn: tác giả, nơi lấy, điều kiện sử dụng."),
        ("files", not papers, "Học liệu cần ít nhất một tệp."),
    ]  # fmt: skip
    late = [_not("R-LIB-02", CLAUSE, told, name, Ground.NOT_READY) for name, wrong, told in missing if wrong]
    return is_begun(given) + late


def may_carry(papers: Collection[int], *, own: Collection[int], before: Collection[int]) -> Refusal | None:
    """R-LIB-03: an item carries files its writer sent himself to be kept inside, those it carried before, or those of what it
    was copied from: nobody opens a colleague's file by naming it, nor what lies open to all staff passes for a draft's
    (Điều 13.7, 15.3)."""
    if not set(papers) <= {*own, *before}:
        return _not("R-LIB-03", "Điều 13.7, 15.3", "Có tệp không phải do thầy/cô gửi; hãy tải tệp lên lại.", "files")
    if len(set(papers)) > MOST_PAPERS:
        told = f"Một học liệu có nhiều nhất {MOST_PAPERS} tệp; hãy chia làm nhiều học liệu."
        return _not("R-LIB-03", "Điều 13.7", told, "files", Ground.NOT_READY)
    return None


def needs_opinion(leaders: Collection[int], writer: int) -> bool:
    """R-LIB-04: before the Secretary gets an item the leader of its unit has said of these very words and files that they
    may be used; the leader's own items, and those of a unit that has no leader at the moment, need none (Điều 15.2)."""
    return bool(leaders) and writer not in leaders


def has_opinion(needed: bool, favourable: bool | None) -> Refusal | None:
    """R-LIB-04, at the hour it is handed in; `favourable` is of the newest opinion on these words, None without one."""
    if not needed or favourable:
        return None
    told = "Tổ trưởng chưa đồng ý với bản này; hãy gửi tổ trưởng cho ý kiến trước khi trình Thư ký."
    told = told if favourable is None else "Tổ trưởng đề nghị sửa bản này; hãy sửa theo ý kiến rồi gửi lại."
    return _not("R-LIB-04", ROUTE_CLAUSE, told, ground=Ground.NOT_READY)


def may_ask(person: int, writers: Collection[int], *, draft: bool, asked: bool) -> Refusal | None:
    """R-LIB-05: its writer asks for the opinion, of a text that is not under review and not already lying with the leader
    (Điều 15.2)."""
    if person not in writers:
        return _not("R-LIB-05", ROUTE_CLAUSE, "Chỉ người soạn gửi học liệu của mình đi.")
    if not draft:
        return _not("R-LIB-05", ROUTE_CLAUSE, "Bản này đã trình hoặc đang dùng.", ground=Ground.CONFLICT)
    if asked:
        return _not("R-LIB-05", ROUTE_CLAUSE, "Bản này đang ở chỗ tổ trưởng rồi.", ground=Ground.CONFLICT)
    return None


def may_opine(person: int, leaders: Collection[int], *, asked: bool, hash: str, present: str) -> Refusal | None:
    """R-LIB-06: the opinion is the unit's leader's, once it was asked for, of the words he read (Điều 15.2)."""
    if person not in leaders:
        return _not("R-LIB-06", ROUTE_CLAUSE, "Ý kiến này của tổ trưởng tổ chuyên môn.")
    if not asked:
        return _not("R-LIB-06", ROUTE_CLAUSE, "Bản này không còn chờ ý kiến.", ground=Ground.CONFLICT)
    if hash != present:
        return _not(
            "R-LIB-06", "Điều 14.2, 15.2", "Người soạn vừa sửa bản này; mời thầy/cô xem lại.", ground=Ground.CONFLICT
        )
    return None


def says_why(favourable: bool, words: str) -> Refusal | None:
    """R-LIB-07: whoever asks for a change says which (Điều 12.4, 15.2)."""
    if favourable or len(words.strip()) >= LEAST_REASON:
        return None
    return _not("R-LIB-07", "Điều 12.4, 15.2", "Hãy nói cần sửa gì để người soạn sửa được.", "words", Ground.NOT_READY)


def may_share(person: Teacher, writers: Collection[int], unit: int | None) -> Refusal | None:
    """R-LIB-08: a writer shows a draft to the unit it is for, if it is his; that is no publication, nobody else finds it
    (Điều 15.1)."""
    if person.id not in writers:
        return _not("R-LIB-08", CLAUSE, "Chỉ người soạn chia sẻ bản nháp của mình.")
    if unit is None or unit not in person.units:
        return _not(
            "R-LIB-08", CLAUSE, "Bản nháp chỉ chia sẻ trong tổ của thầy/cô; hãy chọn đúng tổ.", "unit", Ground.NOT_READY
        )
    return None


def sees_everything(board: Board, person: int) -> bool:
    """Whether he reads every draft: the editorial board and the school's leaders; technical power opens none."""
    return person in board.everyone | board.substitutes | board.principals | board.vice_principals


def may_read_draft(
    person: Teacher, board: Board, *, writers: Collection[int], asked: bool, shared: bool
) -> Refusal | None:
    """R-LIB-09: what is not approved is read by its writer, by the leader it was given to (`asked`), by the unit it is shared
    in (`shared`), by the editorial board and the school's leaders; its files open for nobody else (Điều 15.1, 15.3)."""
    if person.id in writers or asked or shared or sees_everything(board, person.id):
        return None
    return _not("R-LIB-09", SEEN_CLAUSE, "Bản này chưa được duyệt nên chưa mở cho mọi người.")


def may_rate(person: int, writers: Collection[int], *, up: bool, stars: int | None, reason: str) -> list[Refusal]:
    """R-LIB-10: a colleague rates what is up, once, with a reason, never his own; said again, it is the new rating that
    counts (Điều 15.1)."""
    if not up:
        return [_not("R-LIB-10", CLAUSE, "Học liệu này không còn dùng.", ground=Ground.CONFLICT)]
    if person in writers:
        return [_not("R-LIB-10", CLAUSE, "Không ai tự đánh giá học liệu của mình.")]
    missing = [
        ("stars", stars not in STARS, "Hãy chọn mức, từ 1 đến 5."),
        ("reason", len(reason.strip()) < LEAST_REASON, "Hãy nói vì sao, ít nhất một câu ngắn."),
    ]
    return [_not("R-LIB-10", CLAUSE, told, name, Ground.NOT_READY) for name, wrong, told in missing if wrong]


def may_copy(licence: str, *, up: bool) -> Refusal | None:
    """R-LIB-11: what is up may be copied to work on, saying from whom, where its licence lets it be changed (Điều 15.1)."""
    if not up:
        return _not("R-LIB-11", CLAUSE, "Học liệu này không còn dùng.", ground=Ground.CONFLICT)
    if licence == Licence.USE:
        return _not("R-LIB-11", CLAUSE, "Người soạn chỉ cho dùng nguyên văn; hãy dùng học liệu này, đừng sửa.")
    return None


def is_changed(copied: object, now: object) -> Refusal | None:
    """R-LIB-12: a copy as it was copied is not sent, what it repeats is there; once changed it is a text of its own and goes
    the whole route: the leave of Điều 15.1 is for unchanged words only."""
    if copied is None or copied != now:
        return None
    return _not("R-LIB-12", CLAUSE, "Bản chép này chưa sửa gì; bản gốc đã có trong kho.", ground=Ground.NOT_READY)


def month_of(day: date) -> date:
    """R-LIB-13: downloads are counted by the month, never by who (Điều 15.1)."""
    return day.replace(day=1)


def year_name(year: int) -> str:
    """ "2026–2027"."""
    return f"{year}–{year + 1}"
