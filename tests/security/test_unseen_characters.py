"""Characters nobody sees: a title pasted from Word does not silence the feeds of the whole school."""

from defusedxml.ElementTree import fromstring
from django.test import Client

from portal.base.text import nfc
from tests.cast import Cast

HOSTILE = "Tin\x0bmới\x01 của \u202etrường\ufffe"


def test_what_is_stored_has_no_control_and_no_direction_characters() -> None:
    assert nfc(HOSTILE) == "Tin mới của trường"
    assert nfc("một\thai\r\nba\u200b e\u0301") == "một\thai\r\nba\u200b é"


def test_feeds_and_map_stay_readable_whatever_a_title_was_pasted_with(cast: Cast) -> None:
    article = cast.published(
        cast.lan,
        title=HOSTILE,
        summary=HOSTILE,
        body=[{"type": "heading", "value": HOSTILE}, {"type": "paragraph", "value": "Lời dưới tiêu đề mục."}],
    )
    assert article.title == "Tin mới của trường"
    client = Client()
    for path in ("/rss/", "/atom/", "/rss/chuyen-mon/", "/sitemap.xml"):
        assert fromstring(client.get(path).content) is not None
