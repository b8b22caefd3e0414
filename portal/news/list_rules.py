"""What lists narrow by, as plain values: the kind an item counts as, the month it went up in."""

from datetime import datetime, tzinfo

from portal.news.rules import NOTICE_KIND, PHOTO_KIND, Genre


def kind_of(genre: str, *, notice: bool) -> str:
    """The one chip an item stands under (Điều 12.2): a notice is a notice whatever its genre."""
    if notice:
        return NOTICE_KIND
    return PHOTO_KIND if genre == Genre.PHOTOS else str(genre)


def month_of(up_at: datetime, zone: tzinfo) -> int:
    """The month at school something went up in, as a number that sorts: 202611."""
    here = up_at.astimezone(zone)
    return here.year * 100 + here.month
