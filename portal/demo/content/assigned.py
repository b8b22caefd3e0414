"""Who was asked to write what until when, how fresh each section must be, and the plan that waits for the Head."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Final


@dataclass(frozen=True)
class AssignedSeed:
    entry: int  # index into PLAN.entries
    to: str  # username, or the slug of a unit
    asked: str | timedelta  # a day, or how long before now
    due: str | timedelta | None  # a day, how long after now, or none: by the entry's own days
    by: str = "thuky"
    section: str = ""
    genre: str = ""
    note: str = ""


DAY: Final = timedelta(days=1)
ASSIGNED: Final = (
    AssignedSeed(0, "giaovien2", "2026-09-01", "2026-09-05", section="hoat-dong-doi"),
    AssignedSeed(1, "congtacvien", "2026-09-05", "2026-09-12", by="uyvien.dd", section="hoat-dong-doi"),
    AssignedSeed(9, "giaovien1", "2026-09-20", "2026-09-25", by="uyvien.dd", section="truong-xanh"),
    AssignedSeed(2, "giaovien1", "2026-09-28", None, by="uyvien.dd", genre="tuong-thuat"),
    AssignedSeed(6, "uyvien.cm", "2026-10-01", "2026-10-07"),
    AssignedSeed(3, "giaovien2", "2026-10-05", "2026-10-11", by="uyvien.cm", genre="tuong-thuat"),
    AssignedSeed(3, "giaovien2", "2026-10-05", "2026-10-13", by="uyvien.cm", genre="phong-su-phong-van",
                 note="Hỏi cô thủ thư về những cuốn mượn nhiều nhất."),
    AssignedSeed(4, "congtacvien", "2026-10-12", "2026-10-19", by="uyvien.dd", genre="tuong-thuat"),
    AssignedSeed(7, "uyvien.cm", "2026-10-26", None, section="day-va-hoc", note="Một tin ngắn: nền nếp phòng thi."),
    AssignedSeed(4, "giaovien2", "2026-11-01", "2026-11-08", by="uyvien.dd", genre="tuong-thuat"),
    AssignedSeed(5, "giaovien1", "2026-11-05", "2026-11-13", by="uyvien.cm", genre="tuong-thuat"),
    AssignedSeed(8, "giaovien1", "2026-11-05", "2026-11-16", section="the-thao-van-nghe", genre="tuong-thuat"),
    AssignedSeed(8, "giaovien2", "2026-11-05", "2026-11-13", section="hoat-dong-doi"),
    AssignedSeed(4, "giaovien2", "2026-11-10", "2026-11-17", by="uyvien.dd", genre="tuong-thuat"),
    AssignedSeed(4, "lien-doi", "2026-11-10", None, by="uyvien.dd", genre="anh-hoat-dong",
                 note="Ảnh lễ bế mạc và trao giải."),
    AssignedSeed(10, "giaovien2", "2026-11-18", "2026-11-30", genre="tuong-thuat", note="Buổi đọc sách cùng con, sáng 28/11."),
    AssignedSeed(14, "giaovien2", 5 * DAY, 3 * DAY, by="uyvien.cm", section="thu-vien"),
    AssignedSeed(6, "to-khoa-hoc-tu-nhien", 3 * DAY, 2 * DAY, by="uyvien.cm", note="Giới thiệu hai dự án vào vòng trong."),
    AssignedSeed(12, "giaovien1", 2 * DAY, DAY, by="uyvien.cm", section="day-va-hoc"),
    AssignedSeed(5, "to-ngu-van-khoa-hoc-xa-hoi", 2 * DAY, 6 * DAY, by="uyvien.cm", genre="bai-chuyen-sau"),
)  # fmt: skip

BUDGETS: Final = {
    "day-va-hoc": 7, "thu-vien": 30, "sang-tao": 14, "hoat-dong-doi": 7, "the-thao-van-nghe": 21, "truong-xanh": 21,
    "viec-tu-te": 14, "thong-bao": 7, "gia-dinh-nha-truong": 30, "trao-doi-chuyen-mon": 30,
}  # fmt: skip

NEXT_MONTH: Final = (  # title, section, first and last day of the month
    ("Kỉ niệm Ngày thành lập Quân đội nhân dân Việt Nam 22/12", "hoat-dong-doi", 14, 22),
    ("Giải cầu lông thầy và trò", "the-thao-van-nghe", 5, 6),
    ("Sinh hoạt tổ liên trường, chủ đề dạy học dự án", "day-va-hoc", 11, 11),
    ("Ngày hội đổi sách", "thu-vien", 18, 19),
    ("Kiểm tra cuối học kỳ I", "", 21, 28),
)
