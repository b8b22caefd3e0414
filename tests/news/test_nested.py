"""Words sent in that nest without end are refused before they are cleaned, which takes the square of their depth."""

import pytest

from portal.news.intake import MOST_NESTED, BadBlock, rich

pytestmark = pytest.mark.sqlite  # no database


def test_lists_in_lists_are_counted_before_they_are_read() -> None:
    assert rich("<ul><li>a<ul><li>b</li></ul></li></ul>") == "<ul><li>a<ul><li>b</li></ul></li></ul>"
    assert rich("<p>a</p>" * (MOST_NESTED + 1)) == "<p>a</p>" * (MOST_NESTED + 1)
    with pytest.raises(BadBlock, match="Một khối chữ chứa quá 3000 danh sách"):
        rich("<ul><li>" * (MOST_NESTED + 1))
    with pytest.raises(BadBlock):
        rich("<p>" + "<div>" * (MOST_NESTED + 1))
