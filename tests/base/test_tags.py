"""HTML of strangers never stops the parser."""

import pytest

from portal.base.tags import Parser, closed

TWISTED = ["<![td y>", "<![", "<![CDATA[x", "<![if !supportLists]>a<![endif]>", "<!DOCTYPE [<!x>]>"]


class Words(Parser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.told: list[str] = []

    def handle_data(self, data: str) -> None:
        self.told.append(data)


@pytest.mark.sqlite
@pytest.mark.parametrize("twisted", TWISTED)
def test_no_mark_that_is_none_stops_the_reading(twisted: str) -> None:
    for html in (f"{twisted}<p>Sân trường</p>", f"<p>Sân trường</p>{twisted}"):
        reader = Words()
        reader.feed(html)
        reader.close()
        reader = Words()
        reader.feed(closed(html))
        reader.close()
        assert "Sân trường" in "".join(reader.told)
