"""The week's letter about faults of what is up: once a week each, to whom they concern, none where nothing is open."""

from datetime import date, datetime, time, timedelta

import pytest

from portal.base.clock import ZONE
from portal.desk.actions import weekly
from portal.desk.mail.rules import care_week, night
from portal.desk.models import Letter, MailWish
from portal.operations.models import Finding
from tests.cast import NOW, Cast
from tests.desk.mail.conftest import Post
from tests.operations.care.test_screen import fault

MONDAY = date(2026, 11, 16)
BEFORE = (MONDAY - timedelta(days=7)).toordinal()


@pytest.mark.parametrize(
    "hour, last, due",
    [
        ("2026-11-16 06:30", BEFORE, MONDAY), ("2026-11-16 06:29", BEFORE, None), ("2026-11-15 09:00", 0, None),
        ("2026-11-18 23:30", BEFORE, None), ("2026-11-18 21:00", BEFORE, MONDAY), ("2026-11-19 08:00", BEFORE, None),
        ("2026-11-17 08:00", MONDAY.toordinal(), None), ("2026-11-23 08:00", MONDAY.toordinal(), date(2026, 11, 23)),
    ],
)  # fmt: skip
def test_the_week_has_its_monday(hour: str, last: int, due: date | None) -> None:
    """R-MAIL-14."""
    at = datetime.fromisoformat(hour).replace(tzinfo=ZONE)
    assert care_week(at, time(6, 30), night("22:00-06:00"), last) == due


def told(post: Post, at: datetime) -> dict[str, str]:
    return {one.to[0].partition("@")[0]: one.subject for one in post.round(at) if "lỗi nội dung" in one.subject}


def test_each_is_told_of_his_own_once_a_week_and_the_secretary_of_all(cast: Cast, post: Post) -> None:
    (
        fault(cast, "foreign", "la.example.com", paths=["/a/", "/b/"]),
        fault(cast, what="/mot/"),
        fault(cast, what="/hai/", field=None),
    )
    fault(cast, "hidden", "https://x.example/")
    assert [weekly.care_post(NOW), weekly.care_post(NOW + timedelta(hours=3))] == [4, 0]
    assert told(post, NOW) == {
        "cuc": "2 lỗi nội dung chờ khắc phục", "sen": "1 lỗi nội dung chờ khắc phục", "ha": "1 lỗi nội dung chờ khắc phục",
        "tri": "1 lỗi nội dung chờ khắc phục",
    }  # fmt: skip
    mine, all_of_it = str(post.to(cast.cuc)[-1].body), str(post.to(cast.sen)[-1].body)
    assert "- la.example.com\n  Dẫn tới tên miền chưa có trong danh sách · Ngày hội và 1 trang nữa\n" in mine
    assert [words in all_of_it for words in ("Cả cổng còn 4 lỗi; tuần qua thấy thêm 4, khép 0.", "Liên kết bị giấu\n  1 lỗi")] == [
        True, True,
    ]  # fmt: skip
    assert "Cả cổng" not in mine
    Finding.objects.filter(what="/hai/").update(state="mended", closed_at=NOW + timedelta(days=1))
    assert weekly.care_post(NOW + timedelta(days=7)) == 4
    later = told(post, NOW + timedelta(days=7))
    assert later["sen"] == "3 lỗi nội dung chờ khắc phục"
    assert "khép 1." in str(post.to(cast.sen)[-1].body)


def test_nobody_is_written_to_where_nothing_is_open_or_he_wants_no_digest(cast: Cast, post: Post) -> None:
    fault(cast)
    MailWish.objects.create(person=cast.sen, much="urgent")
    Finding.objects.update(state="mended", closed_at=NOW)
    assert weekly.care_post(NOW) == 0
    Finding.objects.update(state="open", closed_at=None)
    assert weekly.care_post(NOW + timedelta(days=7)) == 1
    Finding.objects.update(state="mended", closed_at=NOW)
    assert (told(post, NOW + timedelta(days=7)), Letter.objects.get(kind="care").state) == ({}, "stale")
