"""Marks and conduct: brought in, counted for the public, told to each family alone (Điều 16.1.2)."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta

from portal.base.rules import Ground, Refusal

QUARTER = timedelta(minutes=15)  # tries are counted by quarters of an hour
READABLE = timedelta(minutes=15)  # so long a slip that was opened may be read on
STAGED = timedelta(days=1)  # so long a sheet nobody took in is kept
MOST_PUPILS = 5000
SECRET = "Luật 91/2025 Đ.24"
WRONG = (
    "Không mở được kết quả với mã và ngày sinh này. Mã chỉ dùng một lần, trong thời gian nhà trường mở tra cứu. Hãy xem lại "
    "từng chữ trên phiếu; nếu vẫn không được, xin hỏi giáo viên chủ nhiệm để nhận phiếu mới."
)

TOO_OFTEN = Refusal(
    "R-RESULT-10", SECRET, "Đã thử quá nhiều lần. Xin chờ 15 phút rồi thử lại.", "", Ground.CONFLICT
)  # fmt: skip


def may_bring(keeper: bool) -> Refusal | None:
    """R-RESULT-01: results are brought in, opened and shut by the Principal and whom he named for it (Điều 16.1.2)."""
    if keeper:
        return None
    return Refusal("R-RESULT-01", "Điều 16.1.2", "Việc nhập và mở tra cứu kết quả do người Hiệu trưởng phân công làm.")


def may_see_class(keeper: bool, teacher: int | None, person: int) -> Refusal | None:
    """R-RESULT-02: a class's results are seen, and its slips printed, by its class teacher and who brings results in (Luật 91/2025)."""
    if keeper or teacher == person:
        return None
    return Refusal("R-RESULT-02", SECRET, "Kết quả của lớp chỉ giáo viên chủ nhiệm và người nhập kết quả được xem.")


def opens_before_it_closes(opens: datetime, closes: datetime, at: datetime) -> Refusal | None:
    """R-RESULT-03: a window closes after it opens, and not in the past (Điều 16.1.2)."""
    if opens < closes and closes > at:
        return None
    return Refusal("R-RESULT-03", "Điều 16.1.2", "Giờ đóng phải sau giờ mở và sau lúc này.", "closes", Ground.NOT_READY)


def is_open(opens: datetime | None, closes: datetime | None, at: datetime) -> bool:
    """Whether a window of this kind stands open at `at`, to the second."""
    return opens is not None and closes is not None and opens <= at < closes


def still_kept(erased: bool) -> Refusal | None:
    """R-RESULT-04: what was erased when its days were over comes back by nobody's hand (Luật 91/2025 Đ.24)."""
    if not erased:
        return None
    return Refusal(
        "R-RESULT-04",
        SECRET,
        "Đợt này đã hết hạn giữ, điểm đã xóa; nhà trường lập đợt mới nếu cần.",
        "",
        Ground.CONFLICT,
    )


def stands_as(state: str, wanted: Collection[str]) -> Refusal | None:
    """R-RESULT-05: an import is taken once, and undone once (Điều 16.1.2)."""
    if state in wanted:
        return None
    return Refusal(
        "R-RESULT-05", "Điều 16.1.2", "Lần nhập này đã được xử lí rồi; xin mở lại trang.", "", Ground.CONFLICT
    )


def can_be_taken(lines: int, faults: int, *, past_faults: bool) -> Refusal | None:
    """R-RESULT-06: a sheet is taken whole, or without the rows that are wrong where somebody says so (Điều 16.1.2)."""
    if not lines:
        said = "Chưa có dòng nào đọc được."
    elif lines > MOST_PUPILS:
        said = f"Một lần nhập tới {MOST_PUPILS} học sinh."
    elif faults and not past_faults:
        said = f"Còn {faults} chỗ sai: sửa trong tệp rồi gửi lại, hoặc chọn bỏ những dòng ấy."
    else:
        return None
    return Refusal("R-RESULT-06", "Điều 16.1.2", said, "", Ground.NOT_READY)


def columns_suffice(fields: Collection[str]) -> Refusal | None:
    """R-RESULT-07: a sheet says of each row whose it is, each thing once, and at least one result (Điều 16.1.2)."""
    said = ""
    if "code" not in fields and not {"name", "born"} <= set(fields) and not {"first", "last", "born"} <= set(fields):
        said = "Cần cột mã học sinh, hoặc cả họ tên và ngày sinh."
    elif not set(fields) - {"code", "name", "first", "last", "born", "class", "absent"}:
        said = "Chưa cột nào là môn học, kết quả học tập hay rèn luyện."
    elif len(set(fields)) < len(fields):
        said = "Có hai cột cùng nói một điều; mỗi điều chọn một cột."
    return Refusal("R-RESULT-07", "Điều 16.1.2", said, "columns", Ground.NOT_READY) if said else None


def slips_may_be_made(is_over: bool, pupils: int) -> Refusal | None:
    """R-RESULT-08: slips are printed for pupils who have a result, before the window has closed (Điều 16.1.2)."""
    if is_over:
        said = "Thời gian tra cứu đã qua; đặt lại giờ đóng trước khi in phiếu."
    elif not pupils:
        said = "Lớp này chưa có kết quả nào của đợt, nên chưa có phiếu để in."
    else:
        return None
    return Refusal("R-RESULT-08", "Điều 16.1.2", said, "", Ground.NOT_READY)


def opened(*holds: bool) -> Refusal | None:
    """R-RESULT-09: a slip opens one result once, with the day of birth, while the window is open; every other case is answered
    alike (Luật 91/2025 Đ.24)."""
    return None if all(holds) else Refusal("R-RESULT-09", SECRET, WRONG, "", Ground.NOT_READY)


def not_too_often(counts: Sequence[int], limits: Sequence[int]) -> Refusal | None:
    """R-RESULT-10: tries are bounded for each code, each address, and all together, in every quarter of an hour
    (Luật 91/2025 Đ.24). `counts` with this try, in the order of `limits`."""
    if all(count <= limit for count, limit in zip(counts, limits, strict=True)):
        return None
    return TOO_OFTEN


def let_try(over: Sequence[bool]) -> Refusal | None:
    """R-RESULT-11: a flood of guesses shuts the door for guesses alone: a code with the school's own seal goes on being tried,
    bounded by itself and by what other sealed codes were tried; so nobody shuts a school's slips by guessing (Luật 91/2025 Đ.24).
    `over`: which bounds are passed, for the code, its address, everything; for a sealed code those of sealed codes too."""
    code, *others = over
    return TOO_OFTEN if code or any(others[2:] if len(others) > 2 else others) else None


def not_tried_out(tries: int, most: int) -> bool:
    """R-RESULT-12: a slip is tried so many times in all, and opens nothing after; who found one does not go through the days of a
    year (Luật 91/2025 Đ.24). It is answered like every wrong case."""
    return tries <= most


def year_may_be_reckoned(is_year: bool, pupils: int) -> Refusal | None:
    """R-RESULT-13: a whole year is reckoned from both terms, of pupils who have both (TT 22/2021 Điều 8, 9)."""
    if is_year and pupils:
        return None
    said = "Chưa em nào có đủ kết quả cả hai học kỳ." if is_year else "Chỉ đợt “Cả năm” được tính từ hai học kỳ."
    return Refusal("R-RESULT-13", "TT 22/2021 Điều 8, 9", said, "", Ground.CONFLICT)


def quarter(at: datetime) -> datetime:
    """The quarter of an hour `at` falls into."""
    return at.replace(minute=at.minute - at.minute % 15, second=0, microsecond=0)
