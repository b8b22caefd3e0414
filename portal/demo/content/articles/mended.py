"""Corrections readers already have: the article says "Đã sửa lúc…", the record says what and why."""

from typing import Final

from portal.demo.content.shape import MendedSeed

MENDED: Final = (
    MendedSeed(
        of="gio-giac-nam-hoc",
        by="thuky",
        wrong=(("16:55", "17:00"),),
        submitted_on="2026-09-07T08:10:00+07:00",
        published_on="2026-09-07T09:40:00+07:00",
    ),
    MendedSeed(
        of="keo-co",
        by="congtacvien",
        wrong=(
            ("phải đá lại vì lý do", "phải kéo lại vì lý do"),
            ("Trận đá lại với dây mới", "Trận kéo lại với dây mới"),
            ("Trận đá lại, 7A6", "Trận kéo lại, 7A6"),
        ),
        submitted_on="2026-11-14T19:30:00+07:00",
        published_on="2026-11-15T07:45:00+07:00",
    ),
    MendedSeed(
        of="hoi-cho-tet",
        by="congtacvien",
        wrong=(("bán hết 310 cốc trước mười giờ", "bán hết 301 cốc trước mười giờ"),),
        submitted_on="2026-02-08T20:00:00+07:00",
        published_on="2026-02-09T08:15:00+07:00",
    ),
    MendedSeed(
        of="bong-da-nu",
        by="gv.bach",
        wrong=(("9A5 thắng 7A3 2–1", "9A5 thắng 7A3 3–2"),),
        submitted_on="2025-10-19T08:00:00+07:00",
        published_on="2025-10-19T10:20:00+07:00",
    ),
)
