"""A month of the register of approvals, printed and signed, is never added to afterwards."""

from datetime import date, timedelta

from portal.desk.queries.approval_book import Month, approvals_of
from tests.cast import NOW, Cast

NOVEMBER, DECEMBER = Month(date(2026, 11, 1)), Month(date(2026, 12, 1))


def test_a_copy_posted_in_december_stands_in_december_whoever_answered_in_november(cast: Cast) -> None:
    cast.published(cast.lan)
    before = approvals_of(NOVEMBER)
    later = NOW + timedelta(days=20)
    copy = cast.article(cast.lan, section="trao-doi", at=later)
    assert cast.submit(copy, cast.lan, later).route.row == 2
    (line,) = approvals_of(DECEMBER)
    assert (approvals_of(NOVEMBER), line.page, line.by, line.at) == (before, copy.pk, "Trần Thu Hà", later)
