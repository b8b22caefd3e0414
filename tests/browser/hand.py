"""How long a deed takes somebody who knows the way: the keystroke-level model (Card, Moran and Newell, “The keystroke-level
model for user performance time with interactive systems”, Communications of the ACM 23(7), 1980, pp. 396–410). What a page is
waited for is counted as `WAIT` a load, not measured here: the figures of a machine stand in docs/performance.md."""

import unicodedata
from dataclasses import dataclass, field

from playwright.sync_api import Locator, Page

KEY = 0.28  # seconds a keystroke of an average typist who is no secretary (40 words a minute)
POINT = 1.10  # to a target with a mouse
PRESS = 0.10  # of the mouse's button, and as long to let it go
HOME = 0.40  # the hand from mouse to keys, or back
MIND = 1.35  # to make up one's mind before each act
WAIT = 1.0  # for a page


def keys(words: str) -> int:
    """Keys somebody strikes to write this by Telex: one for each letter, one more for each mark (â is aa, ạ is aj, đ is dd)
    and for each capital."""
    told = unicodedata.normalize("NFD", words)
    return len(told) + sum(letter in "đĐ" for letter in told) + sum(letter.isupper() for letter in told)


@dataclass
class Hand:
    """One hand between mouse and keyboard; each deed is done in the browser and counted."""

    page: Page
    clicks: int = 0
    struck: int = 0
    loads: int = 0
    minds: int = 0
    moves: int = 0  # of the pointer, turning the wheel to what lies below the fold counted as one
    homes: int = 0
    on_keys: bool = field(default=False)

    @property
    def seconds(self) -> float:
        return (
            self.struck * KEY + self.moves * POINT + self.clicks * 2 * PRESS + self.homes * HOME
            + self.minds * MIND + self.loads * WAIT
        )  # fmt: skip

    def looks_over(self, lines: Locator) -> None:
        """Once at each of these lines."""
        self.minds += lines.count()

    def clicks_on(self, what: Locator, *, leads_on: bool = False) -> None:
        box, size = what.bounding_box(), self.page.viewport_size
        assert box is not None
        assert size is not None
        self.moves += 1 if 0 <= box["y"] <= size["height"] - box["height"] else 2
        self.clicks, self.minds = self.clicks + 1, self.minds + 1
        self._to(keys=False)
        self._do(what.click, leads_on=leads_on)

    def types(self, words: str, *, over: bool = False) -> None:
        """Into what is focused; `over` what stands there, all of it chosen before."""
        self._to(keys=True)
        self.minds, self.struck = self.minds + 1, self.struck + keys(words) + (2 if over else 0)
        if over:
            self.page.keyboard.press("Control+a")
        self.page.keyboard.insert_text(words)

    def strikes(self, key: str, *, leads_on: bool = False) -> None:
        self._to(keys=True)
        self.struck += 1
        self._do(lambda: self.page.keyboard.press(key), leads_on=leads_on)

    def _to(self, *, keys: bool) -> None:
        self.homes, self.on_keys = self.homes + (keys != self.on_keys), keys

    def _do(self, deed: object, *, leads_on: bool) -> None:
        assert callable(deed)
        if not leads_on:
            deed()
            return
        self.loads += 1
        with self.page.expect_navigation():
            deed()
