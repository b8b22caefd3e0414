"""An hour off the calendar is a wrong hour, not a broken page for everybody who reads the text."""

from datetime import UTC, datetime

import pytest

from portal.base.refused import Refused
from tests.cast import Cast


@pytest.mark.parametrize("hour", ["0001-01-01T00:00", "1899-12-31T23:59", "2201-01-01T00:00", "9999-12-31T23:59"])
def test_an_hour_far_off_is_refused_at_its_field(cast: Cast, hour: str) -> None:
    with pytest.raises(Refused) as no:
        cast.article(cast.lan, event_start=hour, source={"published_at": hour}, received_from={"received_at": hour})
    assert [one.field for one in no.value.refusals] == [
        "source.published_at",
        "received_from.received_at",
        "event_start",
    ]


def test_the_first_and_the_last_year_are_kept(cast: Cast) -> None:
    ends = (datetime(1900, 1, 1, tzinfo=UTC), datetime(2200, 12, 31, 23, 59, tzinfo=UTC))
    article = cast.article(cast.lan, event_start=ends[0], event_end=ends[1])
    assert (article.event_start, article.event_end) == ends
