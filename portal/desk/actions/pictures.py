"""What the Secretary is told when readers' pictures are hidden because somebody in them no longer agrees (Luật 91/2025, Điều 24)."""

from collections.abc import Iterator

from portal.base.models import JournalEntry
from portal.desk.mail.envelope import Paper
from portal.desk.mail.rules import told_of_pictures
from portal.desk.mail.words import Door
from portal.desk.models import Letter
from portal.desk.queries.digest import Row
from portal.news.presenters import absolute
from portal.people.rules import Board
from portal.pupils.queries import hidden_picture, hidden_praise

PRAISE = "withhold_praise"
WITHHELD = frozenset({"withhold_picture", PRAISE})


def looks_after(line: JournalEntry, board: Board) -> Iterator[int]:
    """Whom one line of the record tells of a picture, or of a row of a praise list, that was hidden."""
    if line.verb in WITHHELD:
        yield from told_of_pictures(board)


def paper_of_pictures(letter: Letter, line: JournalEntry) -> Paper | None:
    """The places that showed it, each with its door; no child is named. None where it was looked after meanwhile."""
    if line.verb == PRAISE:
        return _of_praise(letter, line)
    found = hidden_picture(line.subject_id or 0)
    if found is None:
        return None
    rows = [Row(title, absolute(url), "đang đăng, chỗ ảnh là một dòng báo" if live else "không còn đăng", False)
            for title, url, live in found.places]  # fmt: skip
    lead = (
        f"Có người trong ảnh không đồng ý cho đăng nữa. Ảnh đã tự ẩn ở {len(rows)} nơi và không ai ngoài trường mở được "
        "(Luật 91/2025, Điều 24). Thầy/cô xem từng nơi, thay hoặc bỏ ảnh bằng đính chính, rồi khép việc."
    )
    return Paper(
        "Cần làm: ảnh bị rút đồng ý đã được ẩn", "digest",
        {"person": str(letter.person), "lead": lead, "door": Door("Mở danh sách ảnh bị rút đồng ý", absolute("/viec/anh-rut/")),
         "groups": [("Những nơi có ảnh", rows)], "daily": False},
    )  # fmt: skip


def _of_praise(letter: Letter, line: JournalEntry) -> Paper | None:
    """The text a child's name left; the class is said, the child is not."""
    found = hidden_praise(line.subject_id or 0)
    if found is None:
        return None
    told = f"một em của lớp {found.room}, " + ("bài đang đăng" if found.page.live else "bài không còn đăng")
    lead = (
        "Một em trong bảng khen không còn đồng ý đăng họ tên và thành tích. Tên em đã tự rời bảng ở mọi nơi (Luật 91/2025, Điều 24). "
        "Thầy/cô bỏ dòng ấy bằng đính chính, rồi khép việc."
    )
    return Paper(
        "Cần làm: một dòng khen bị rút đồng ý", "digest",
        {"person": str(letter.person), "lead": lead,
         "door": Door("Mở danh sách dòng khen bị rút đồng ý", absolute("/viec/khen-rut/")),
         "groups": [("Bài có bảng khen", [Row(found.page.title, absolute(f"/viec/{found.page_id}/"), told, False)])], "daily": False},
    )  # fmt: skip
