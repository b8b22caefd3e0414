"""What the school discloses, who does it, what may come down and when (Điều 16.1.2; TT 09/2024). Pure."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime, timedelta

from portal.base.rules import Ground, Refusal
from portal.people.rules import Board, Duty
from portal.records.disclosures.terms_rules import HERE, begins

CLAUSE, TIME_CLAUSE = "Điều 16.1.2; TT 09/2024", "Điều 16.1.2; TT 09/2024 Đ.15"
PRIVACY = "privacy"  # the one ground on which what is disclosed comes down before its time
LONGEST, MOST_TABLES, MOST_ROWS, MOST_COLUMNS, MOST_PAPERS = 20_000, 12, 400, 20, 20
Table = Mapping[str, object]  # caption: str, head: [str], rows: [[str]]

# ---- who ----


def may_charge(board: Board, person: int) -> Refusal | None:
    """R-DISC-01: who answers for a point is named by the Principal, a Vice-Principal, the Head or the Secretary (Điều 16.1.2)."""
    if person in board.principals | board.vice_principals | board.leaders | board.secretaries:
        return None
    return Refusal(
        "R-DISC-01", CLAUSE, "Người phụ trách mục công khai do Hiệu trưởng, Trưởng ban hoặc Thư ký phân công."
    )


def may_be_charged(insider: bool) -> Refusal | None:
    """R-DISC-02: whoever answers for a point is of the staff, with rights that stand (Điều 15.3)."""
    if insider:
        return None
    return Refusal("R-DISC-02", "Điều 15.3", "Chỉ phân công cho cán bộ, giáo viên, nhân viên đang công tác.", "person",
                   Ground.NOT_READY)  # fmt: skip


def of_duty(code: str, duties: Collection[Duty]) -> bool:
    """Whether a point nobody is charged with is of these duties: money the accountant's, the rest the clerk's (Điều 16.1.2)."""
    return (Duty.ACCOUNTANT if code.startswith("5.") else Duty.CLERK) in duties


def may_write(
    person: int, board: Board, *, code: str, charged: int | None, duties: Collection[Duty], insider: bool
) -> Refusal | None:
    """R-DISC-03: a point is written by whoever answers for it, the clerk, the accountant where it is of money, the Principal, the
    Head or the Secretary (Điều 12.2, 16.1.2)."""
    named = person == charged or Duty.CLERK in duties or (code.startswith("5.") and Duty.ACCOUNTANT in duties)
    if insider and (named or may_charge(board, person) is None):
        return None
    return Refusal("R-DISC-03", CLAUSE, "Mục này do người được phân công, văn thư, kế toán (mục tài chính), Hiệu trưởng, Trưởng ban "
                   "hoặc Thư ký soạn.")  # fmt: skip


# ---- what ----


def is_asked(code: str, codes: Collection[str], year: int) -> Refusal | None:
    """R-DISC-04: only what the circular of that school year asks is disclosed under its codes (TT 09/2024)."""
    if code in codes:
        return None
    return Refusal("R-DISC-04", CLAUSE, f"Năm học {year}–{year + 1} không có mục {code}.", "code", Ground.NOT_READY)


def are_tables(tables: Sequence[Table]) -> Refusal | None:
    """R-DISC-05: a table has a caption, a head and rows of as many cells, within what a page can show (Điều 16.1.2)."""
    if len(tables) > MOST_TABLES:
        return _unfit(f"Một mục chỉ nên có tới {MOST_TABLES} bảng.")
    for number, one in enumerate(tables, 1):
        head, rows, caption = one.get("head"), one.get("rows"), one.get("caption")
        if not isinstance(head, list) or not isinstance(rows, list) or not isinstance(caption, str):
            return _unfit(f"Bảng {number} không đọc được.")
        if not caption.strip():
            return _unfit(f"Bảng {number} chưa có tên.")
        if not head or not rows:
            return _unfit(f"Bảng {number} cần một dòng tiêu đề và ít nhất một dòng số liệu.")
        if len(head) > MOST_COLUMNS or len(rows) > MOST_ROWS:
            return _unfit(f"Bảng {number} quá lớn: tới {MOST_COLUMNS} cột, {MOST_ROWS} dòng.")
        odd = next((n for n, row in enumerate(rows, 1) if len(row) != len(head)), None)
        if odd is not None:
            return _unfit(f"Bảng {number}, dòng {odd}: có {len(rows[odd - 1])} ô, dòng tiêu đề có {len(head)} ô.")
    return None


def _unfit(message: str) -> Refusal:
    return Refusal("R-DISC-05", CLAUSE, message, "tables", Ground.NOT_READY)


def is_whole(code: str, words: str, tables: Sequence[Table], kinds: Sequence[str]) -> list[Refusal]:
    """R-DISC-06: a point says something: words, a table or a file; the annual report is a PDF (TT 09/2024 Đ.14). `kinds` are the
    endings of its files."""
    found = [one for one in (are_tables(tables),) if one is not None]
    if not (words.strip() or tables or kinds):
        found.append(Refusal("R-DISC-06", CLAUSE, "Mục còn trống: cần lời, bảng hoặc tệp.", "words", Ground.NOT_READY))
    if code == "14" and "pdf" not in kinds:
        found.append(
            Refusal("R-DISC-06", "TT 09/2024 Đ.14", "Báo cáo thường niên cần một tệp PDF.", "files", Ground.NOT_READY)
        )
    if len(words) > LONGEST:
        found.append(Refusal("R-DISC-06", CLAUSE, f"Phần lời dài quá {LONGEST} chữ.", "words", Ground.NOT_READY))
    return found


def may_carry(files: Sequence[int], *, own: Collection[int], before: Collection[int]) -> Refusal | None:
    """R-DISC-07: a point carries files its writer sent, or it had; so many and no more (Điều 8.1)."""
    if len(files) > MOST_PAPERS:
        return Refusal("R-DISC-07", "Điều 8.1", f"Một mục có tới {MOST_PAPERS} tệp.", "files", Ground.NOT_READY)
    if set(files) <= {*own, *before}:
        return None
    return Refusal("R-DISC-07", "Điều 8.1", "Tệp này không phải do thầy/cô gửi lên.", "files")


def comes_down(ground: str, keep_until: date | None, at: datetime) -> Refusal | None:
    """R-DISC-08: what was disclosed is not taken down before its five years are over, but for somebody's privacy: then a redacted
    version is due (TT 09/2024 Đ.15; Điều 8.1)."""
    if keep_until is None or ground == PRIVACY or at >= begins(keep_until):
        return None
    return Refusal(
        "R-DISC-08", TIME_CLAUSE,
        f"Mục công khai phải giữ trên cổng đến hết ngày {keep_until - timedelta(days=1):%d/%m/%Y}. Sai thì đính chính; chỉ gỡ sớm khi "
        "lộ thông tin riêng tư, và phải đăng lại bản đã che.", "ground", Ground.CONFLICT,
    )  # fmt: skip


def is_change(changed_on: date | None, what: str, at: datetime, *, live: bool) -> list[Refusal]:
    """R-DISC-09: a change is told with its day, not one to come, and what it is; of what is up (TT 09/2024 Đ.15)."""
    found = []
    if not live:
        found.append(
            Refusal("R-DISC-09", TIME_CLAUSE, "Mục chưa công khai thì chưa có gì thay đổi.", ground=Ground.CONFLICT)
        )
    if changed_on is None or changed_on > at.astimezone(HERE).date() or changed_on.year < 2020:
        found.append(Refusal("R-DISC-09", TIME_CLAUSE, "Cần ngày nội dung thay đổi chính thức, không sau hôm nay.", "changed_on",
                             Ground.NOT_READY))  # fmt: skip
    if not what.strip():
        found.append(Refusal("R-DISC-09", TIME_CLAUSE, "Cần ghi nội dung gì đã thay đổi.", "what", Ground.NOT_READY))
    return found


# ---- the notice-board ----


def may_post(live: bool, posted_on: date | None, place: str, witnesses: Sequence[str], at: datetime) -> list[Refusal]:
    """R-DISC-17: what hangs on the notice-board is what is up; with its day, its place and two witnesses at least (TT 09/2024
    Đ.15)."""
    found = []
    if not live:
        found.append(
            Refusal("R-DISC-17", TIME_CLAUSE, "Chỉ niêm yết bản đã công khai trên cổng.", ground=Ground.CONFLICT)
        )
    if posted_on is None or posted_on > at.astimezone(HERE).date() or posted_on.year < 2020:
        found.append(
            Refusal("R-DISC-17", TIME_CLAUSE, "Cần ngày niêm yết, không sau hôm nay.", "posted_on", Ground.NOT_READY)
        )
    if not place.strip():
        found.append(Refusal("R-DISC-17", TIME_CLAUSE, "Cần ghi nơi niêm yết.", "place", Ground.NOT_READY))
    if len(witnesses) < 2:
        found.append(
            Refusal(
                "R-DISC-17", TIME_CLAUSE, "Biên bản cần ít nhất hai người chứng kiến.", "witnesses", Ground.NOT_READY
            )
        )
    return found


def may_take_off(
    until: date, removed_on: date | None, at: datetime, *, hanging: bool, replaced: bool = False
) -> Refusal | None:
    """R-DISC-18: it comes off the notice-board when its ninety days are over, and once (TT 09/2024 Đ.15). `replaced`: it tells of
    pupils, and a newer version is up, which it may not hang beside, or the results it tells of were amended (R-DISC-19, R-DISC-21)."""
    if not hanging:
        return Refusal("R-DISC-18", TIME_CLAUSE, "Bản này đã gỡ khỏi bảng.", ground=Ground.CONFLICT)
    if removed_on is None or removed_on > at.astimezone(HERE).date():
        return Refusal("R-DISC-18", TIME_CLAUSE, "Cần ngày gỡ, không sau hôm nay.", "removed_on", Ground.NOT_READY)
    if removed_on <= until and not replaced:
        return Refusal("R-DISC-18", TIME_CLAUSE, f"Bản niêm yết còn phải treo đến hết ngày {until:%d/%m/%Y}.", "removed_on",
                       Ground.CONFLICT)  # fmt: skip
    return None
