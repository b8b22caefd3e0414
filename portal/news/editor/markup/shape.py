"""The one form both sides of a paragraph are brought to: characters with their setting, lists within lists."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby, pairwise

SPACES = " \t\n\r\f"


@dataclass(frozen=True)
class Char:
    """One character with how it is set; a line break is a "\\n"."""

    sign: str
    strong: bool = False
    em: bool = False
    href: str = ""

    @property
    def is_space(self) -> bool:
        return self.sign in SPACES


Line = list[Char]


@dataclass
class Item:
    """One line of a list with the lists inside it."""

    words: Line = field(default_factory=list)
    lists: list["Listing"] = field(default_factory=list)


@dataclass
class Listing:
    ordered: bool
    items: list[Item] = field(default_factory=list)


Part = Line | Listing  # a paragraph, or a list


def settled(words: Iterable[Char]) -> Line:
    """Spaces collapsed, none at the ends of a line, and set only as both their neighbours are."""
    out: Line = []
    gap = ""
    for char in words:
        if char.is_space:
            gap = "\n" if "\n" in (gap, char.sign) else " "
            continue
        if gap and out:
            before = out[-1]
            same = before.href if before.href == char.href else ""
            out.append(Char(gap, before.strong and char.strong, before.em and char.em, same))
        gap = ""
        out.append(char)
    return out


def _lists_settled(lists: Iterable[Listing]) -> list[Listing]:
    """Neighbours of one kind are one list; an item without words gives its place to what is inside it."""
    out: list[Listing] = []
    for listing in lists:
        for item in listing.items:
            words, inner = settled(item.words), _lists_settled(item.lists)
            found = [Listing(listing.ordered, [Item(words, inner)])] if words else inner
            for one in found:
                if out and out[-1].ordered == one.ordered:
                    out[-1].items += one.items
                else:
                    out.append(one)
    return out


def parts_settled(parts: Iterable[Part]) -> list[Part]:
    out: list[Part] = []
    for is_list, group in groupby(parts, key=lambda part: isinstance(part, Listing)):
        if is_list:
            out += _lists_settled(part for part in group if isinstance(part, Listing))
        else:
            lines = (settled(part) for part in group if isinstance(part, list))
            out += [words for words in lines if words]
    return out if not _broken(out) else parts_settled(out)


def _broken(parts: list[Part]) -> bool:
    """Whether dropping an empty paragraph brought two lists of one kind together."""
    return any(isinstance(a, Listing) and isinstance(b, Listing) and a.ordered == b.ordered for a, b in pairwise(parts))
