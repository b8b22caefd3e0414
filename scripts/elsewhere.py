"""For the pictures of the guides: a paper in old fonts to bring in, a portal of before to move in, a care round; made on the spot."""

import sys
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tests.files.office.docx import docx, p, r, table
from tests.legacy import Font, old
from tests.operations.moving.fixtures import folder, post, wxr

PAPER = (
    "Tổ chuyên môn họp rút kinh nghiệm tiết dạy minh họa môn Ngữ văn lớp 8A2.",
    "Thầy cô trong tổ góp ý về cách giao việc cho nhóm nhỏ và thời gian dành cho học sinh trình bày.",
    "Tiết tiếp theo do cô Thủy dạy vào thứ Năm, mời giáo viên các tổ cùng dự.",
)
OLD_NEWS = (
    ("Lễ khai giảng năm học 2016–2017", "Sáng 5/9, thầy trò nhà trường dự lễ khai giảng dưới hàng bàng trước nhà A."),
    ("Đội tuyển cầu lông về nhì cấp huyện", "Bốn học sinh khối 8 thi đấu hai ngày ở nhà thi đấu huyện."),
    ("Thông báo lịch học bồi dưỡng tháng 10", "Các lớp học vào chiều thứ Ba và thứ Năm hằng tuần."),
    ("Thầy trò khối 6 thăm làng nghề gốm", "Mỗi em tự nặn một chiếc chén và ghi lại các bước làm."),
)
MAPPING = '[cong]\nma = "cong-cu"\nten = "Cổng cũ của nhà trường"\nchuyen_muc_chung = "hoat-dong-doi"\n'


def old_paper() -> dict[str, str | bytes]:
    """A paper typed in .VnTime, with a small table, as somebody chooses it from his disk."""
    lines = "".join(p(r(old(line, Font.TCVN3), font=".VnTime")) for line in PAPER)
    rows = table(*((old(a, Font.TCVN3), old(b, Font.TCVN3)) for a, b in (("Tiết", "Người dạy"), ("Tiết 2", "Cô Thủy"))))
    return {
        "name": "rut-kinh-nghiem.docx", "buffer": docx(lines + rows),
        "mimeType": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    }  # fmt: skip


def set_up(manage: Callable[..., None], home: Path) -> None:
    """What the screens of moving in and of care show: four texts of an old portal, and one round over the pages."""
    items = [post(number, title, f"<p>{words}</p>") for number, (title, words) in enumerate(OLD_NEWS, 1)]
    archive = folder(home / "cong-cu", {"bai.xml": wxr(*items)})
    (mapping := home / "doi-chieu.toml").write_text(MAPPING, encoding="utf-8")
    manage("move_in", str(archive), "--by", "thuky", "--mapping", str(mapping))
    manage("care", "--now")


def bring(page: Page) -> None:
    """The paper brought in, and every change its fonts needed shown before and after."""
    page.goto("/viet/nhap-word/")
    page.set_input_files("input[type=file]", old_paper())  # type: ignore[arg-type]
    sections = page.locator("select[name=section]")
    if sections.count():
        sections.select_option(index=1)
    page.get_by_role("button", name="Nhập thành bản nháp").click()
    page.wait_for_url("**/nhap-word/*/")
    page.locator("details").evaluate_all("all => all.forEach(one => one.open = true)")
