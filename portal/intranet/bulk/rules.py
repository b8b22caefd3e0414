"""Many files sent at once: what one tray holds, what a file's name tells of it. Pure (Điều 15.1)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePath

from portal.base.rules import Ground, Refusal
from portal.base.text import fold, nfc, one_line
from portal.intranet.library.rules import Sort

CLAUSE = "Điều 15.1"
MOST = 300  # files in one tray
OFFICE = frozenset({"docx", "xlsx", "pptx"})
PICTURES = frozenset({"jpg", "jpeg", "png", "webp"})
SOUNDS, FILMS = frozenset({"mp3", "m4a", "ogg"}), frozenset({"mp4", "webm"})
SHORT: Mapping[str, str] = {  # how teachers name subjects in files, by the subject's own name without marks
    "van": "ngu van", "nv": "ngu van", "anh": "tieng anh", "ta": "tieng anh", "english": "tieng anh", "toan hoc": "toan",
    "khtn": "khoa hoc tu nhien", "gdcd": "giao duc cong dan", "gdtc": "giao duc the chat", "tin": "tin hoc", "cn": "cong nghe",
    "lsdl": "lich su va dia li", "sudia": "lich su va dia li", "hdtn": "hoat dong trai nghiem, huong nghiep",
    "nt": "nghe thuat", "gddp": "giao duc dia phuong",
}  # fmt: skip
SAID: tuple[tuple[Sort, str], ...] = (
    (Sort.INITIATIVE, r"skkn|sang kien"),
    (Sort.TEST, r"de (?:kiem tra|thi|kt|cuong|giua|cuoi|khao sat)|kiem tra|ktgk|ktck"),
    (Sort.WORKSHEET, r"phieu(?: hoc tap| bai tap)?|pht"),
    (Sort.SLIDES, r"bai giang|slides?|trinh chieu"),
    (Sort.PLAN, r"giao an|khbd|ke hoach bai day"),
)
LESSON = re.compile(r"\b(bai|tiet|chuong|chu de|tuan)\s*(\d{1,3})\b")
GRADE = re.compile(r"\b(?:lop|khoi|k)\s*([6-9])(?:a?\d{0,2})?\b")
LESSON_NAMES = {"bai": "Bài", "tiet": "Tiết", "chuong": "Chương", "chu de": "Chủ đề", "tuan": "Tuần"}


@dataclass(frozen=True)
class Guess:
    """What a file's name tells: nothing of it is more than a proposal its sender mends."""

    title: str
    grade: int | None = None
    subject: int | None = None
    lesson: str = ""
    sort: str = ""


def has_room(there: int, more: int = 1) -> Refusal | None:
    """R-BULK-01: one tray holds at most three hundred files; what is in it becomes drafts before more comes (Điều 15.1)."""
    if there + more <= MOST:
        return None
    told = f"Một lượt gửi nhiều nhất {MOST} tệp. Hãy tạo bản nháp từ các tệp đã gửi rồi gửi tiếp."
    return Refusal("R-BULK-01", CLAUSE, told, "tep", Ground.NOT_READY)


def may_become_draft(title: str, *, kept: bool) -> Refusal | None:
    """R-BULK-02: a file that was kept becomes a draft of its sender's once it has a name; it is published by nobody before
    its route is gone (Điều 15.1, 15.2)."""
    if not kept:
        return Refusal(
            "R-BULK-02", "Điều 15.1, 15.2", "Tệp này không nhận được nên không thành bản nháp.", ground=Ground.NOT_READY
        )
    if not title.strip():
        return Refusal("R-BULK-02", "Điều 15.1, 15.2", "Hãy đặt tên học liệu.", "title", Ground.NOT_READY)
    return None


def guess(name: str, subjects: Mapping[str, int]) -> Guess:
    """R-BULK-03: a file's name proposes what it is: “Toan_8_Bai5_Phep_nhan.docx” is Toán 8, Bài 5 (Điều 15.1).

    `subjects`: the school's subjects, by name without marks in small letters. What is not understood stays in the title.
    """
    path = PurePath(nfc(name))
    words = one_line(re.sub(r"[_\-.+–()\[\]]+", " ", _parted(path.stem))).strip()
    plain = fold(words)
    kind = path.suffix.lstrip(".").lower()
    subject, named = _subject(
        plain.replace("anh", "") if kind in PICTURES else plain, subjects
    )  # “Ảnh 8” is no English
    lesson = LESSON.search(plain)
    return Guess(
        title=(words[:1].upper() + words[1:])[:200],
        grade=_grade(plain, named),
        subject=subject,
        lesson=f"{LESSON_NAMES[lesson[1]]} {int(lesson[2])}" if lesson else "",
        sort=_sort(plain, kind),
    )


def _parted(stem: str) -> str:
    """Names written without spaces, taken apart: “BaiGiangToan8” is “Bai Giang Toan 8”; a number stands by itself."""
    apart = re.sub(r"(?<=[^\W\d_])(?=\d)|(?<=\d)(?=[^\W\d_]{2,})", " ", stem)
    humps = (
        " " + one if at and one.isupper() and apart[at - 1].islower() and apart[at + 1 : at + 2].islower() else one
        for at, one in enumerate(apart)
    )
    return "".join(humps)


def _subject(plain: str, subjects: Mapping[str, int]) -> tuple[int | None, str]:
    """The subject a name speaks of, and in which words; of several the one named with most letters."""
    known = [(said, subjects[full]) for said, full in SHORT.items() if full in subjects] + list(subjects.items())
    found = [(said, pk) for said, pk in known if re.search(rf"\b{re.escape(said)}\b", plain)]
    said, pk = max(found, key=lambda one: len(one[0]), default=("", None))
    return pk, said


def _grade(plain: str, subject: str) -> int | None:
    """“lớp 8”, “khối 8”, “K8”, or the number right behind the subject."""
    found = GRADE.search(plain) or (re.search(rf"\b{re.escape(subject)} ([6-9])\b", plain) if subject else None)
    return int(found[1]) if found else None


def _sort(plain: str, kind: str) -> str:
    if kind in PICTURES | SOUNDS | FILMS:
        return Sort.MEDIA.value
    said = next((sort for sort, words in SAID if re.search(rf"\b(?:{words})\b", plain)), None)
    return said.value if said else Sort.SLIDES.value if kind == "pptx" else ""
