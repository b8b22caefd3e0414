"""Numbers Word draws and does not write: which list a paragraph stands in, how deep, and what stood before it on paper."""

import re
from dataclasses import dataclass, field

from portal.files.office.lines import Mark
from portal.files.office.markup import Node
from portal.files.office.paper import Run
from portal.files.office.word.looks import Look, Styles, value

DEEPEST = 9
PLACE = re.compile(r"%([1-9])")
COUNTED = re.compile(r"%\d[.)]?")  # what a list of the web draws by itself, give or take its sign


@dataclass
class Level:
    shape: str  # Word's numFmt
    text: str  # "%1." or a sign
    start: int
    look: Look
    style: str = ""
    legal: bool = False  # every number in it drawn 1, 2, 3


@dataclass
class Numbers:
    """Lists of a file and how far each has counted."""

    abstract: dict[str, dict[int, Level]] = field(default_factory=dict)
    linked: dict[str, str] = field(default_factory=dict)  # abstract list → style whose list it is
    lists: dict[str, str] = field(default_factory=dict)  # numId → abstract list
    starts: dict[tuple[str, int], int] = field(default_factory=dict)
    counts: dict[str, list[int | None]] = field(default_factory=dict)
    begun: set[tuple[str, int]] = field(default_factory=set)

    def take(self, node: Node, styles: Styles) -> None:
        """One child of w:numbering."""
        if node.tag == "w:abstractNum":
            key = node.get("w:abstractNumId")
            self.abstract[key] = {
                _whole(level.get("w:ilvl")): _level(level, styles) for level in node if level.tag == "w:lvl"
            }
            if link := value(node, "w:numStyleLink"):
                self.linked[key] = link
        elif node.tag == "w:num":
            key = node.get("w:numId")
            self.lists[key] = value(node, "w:abstractNumId")
            for over in node:
                if over.tag == "w:lvlOverride" and (start := value(over, "w:startOverride")):
                    self.starts[key, _whole(over.get("w:ilvl"))] = _whole(start)

    def mark(self, list_id: str, depth: int, paragraph: Look, styles: Styles) -> Mark | None:
        """The next item of a list at a depth from 0, its label in the look of its paragraph where it has none of its own;
        None where the list draws nothing."""
        belongs = self._abstract(list_id, styles)
        level = self.abstract.get(belongs, {}).get(depth)
        if level is None or level.shape == "none" or depth >= DEEPEST:
            return None
        counts = self.counts.setdefault(belongs, [None] * DEEPEST)
        number = self._next(list_id, depth, level, counts)
        counts[depth] = number
        counts[depth + 1 :] = [None] * (DEEPEST - depth - 1)
        bullet = level.shape == "bullet"
        label = "" if bullet else self._label(belongs, level, counts)
        plain = level.shape == "decimal" and COUNTED.fullmatch(level.text) is not None
        look = level.look.over(paragraph)
        font = look.ascii if label.isascii() else look.other
        run = Run(label.strip(), font, bool(look.bold), bool(look.italic))
        return Mark(depth, bullet, number, run, plain)

    def depth_of_style(self, list_id: str, style_ids: set[str], styles: Styles) -> int:
        """The depth a list gives to a style."""
        levels = self.abstract.get(self._abstract(list_id, styles), {})
        return next((depth for depth, level in levels.items() if level.style in style_ids), 0)

    def _abstract(self, list_id: str, styles: Styles) -> str:
        key = self.lists.get(list_id, "")
        if (style := styles.by_id.get(self.linked.get(key, ""))) is not None and style.numbering:
            key = self.lists.get(style.numbering[0], key)
        return key

    def _next(self, list_id: str, depth: int, level: Level, counts: list[int | None]) -> int:
        before = counts[depth]
        if (list_id, depth) in self.starts and (list_id, depth) not in self.begun:
            self.begun.add((list_id, depth))
            return self.starts[list_id, depth]
        return level.start if before is None else before + 1

    def _label(self, belongs: str, level: Level, counts: list[int | None]) -> str:
        """What is drawn before an item: each "%n" is the number of that depth, in that depth's own shape."""

        def one(found: re.Match[str]) -> str:
            depth = int(found[1]) - 1
            of = self.abstract[belongs].get(depth)
            if of is None:
                return ""
            number = counts[depth]
            return drawn(of.start if number is None else number, "decimal" if level.legal else of.shape)

        return PLACE.sub(one, level.text)


def _level(node: Node, styles: Styles) -> Level:
    start = value(node, "w:start")
    return Level(
        value(node, "w:numFmt") or "decimal", value(node, "w:lvlText")[:60], _whole(start) if start else 1,
        styles.look(node.find("w:rPr")), value(node, "w:pStyle"), node.find("w:isLgl") is not None,
    )  # fmt: skip


def _whole(text: str) -> int:
    """A small whole number; what is none, or could not stand before an item, is 0."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else 0


ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
         (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))  # fmt: skip


def drawn(number: int, shape: str) -> str:
    """A number as Word draws it: 4 → 4, 04, iv, IV, d, D."""
    if shape in ("lowerRoman", "upperRoman"):
        roman = _roman(number)
        return roman.lower() if shape == "lowerRoman" else roman
    if shape in ("lowerLetter", "upperLetter") and 0 < number <= 26 * 5:
        letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letter if shape == "lowerLetter" else letter.upper()
    return f"{number:02}" if shape == "decimalZero" else str(number)


def _roman(number: int) -> str:
    if not 0 < number < 4000:
        return str(number)
    out = ""
    for worth, sign in ROMAN:
        out += sign * (number // worth)
        number %= worth
    return out
