"""The difference of two texts of an item as a screen shows it: words, pictures, facts."""

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from typing import Any

from portal.desk.diff import Part, compare, words
from portal.desk.passages import facts_compared, pieces
from portal.desk.queries import Seen


@dataclass(frozen=True)
class FactChange:
    """A fact that is another now; `html` is safe."""

    label: str
    html: str


@dataclass(frozen=True)
class Choice:
    """Another text this one may be compared with."""

    label: str
    url: str
    current: bool


@dataclass(frozen=True)
class Difference:
    """What changed, against which text; nothing at all where both lists are empty."""

    title: str
    parts: list[Part]
    facts: list[FactChange]
    choices: list[Choice]


LABELS: Mapping[str, str] = {
    "dang": "Bản đang đăng", "lan-truoc": "Lần thầy/cô xem trước", "trinh": "Bản trình đầu tiên",
}  # fmt: skip


def difference(item: Seen, asked: str = "", *, named: bool = True) -> Difference | None:
    """The newest text against an earlier one: the one asked for, else the most telling; None where it is the first. Not `named`:
    pupils of praise lists by number, for what leaves the portal."""
    earlier = item.earlier(asked)
    if earlier is None:
        return None
    before = item.text(earlier.revision)
    root = f"/viec/{item.page.pk}/"
    choices = [
        Choice(f"{LABELS[one.key]} ({one.number})", f"{root}?so-voi={one.key}#khac", one.revision == earlier.revision)
        for one in item.earlier_texts
    ]
    if len(item.numbers) > 2:
        choices.append(Choice("Hai bản bất kỳ…", f"{root}so-sanh/?tu={earlier.number}&den={item.number}", False))
    return between(before, item.draft, f"{earlier.told} (bản {earlier.number})", choices, item.names, named=named)


def between(
    before: Any,
    after: Any,
    title: str,
    choices: list[Choice],
    names: Mapping[int, str] | None = None,
    *,
    named: bool = True,
) -> Difference:
    parts = compare(pieces(before, named=named), pieces(after, named=named))
    return Difference(title, parts, facts_changed(before, after, names), choices)


def facts_changed(before: Any, after: Any, names: Mapping[int, str] | None = None) -> list[FactChange]:
    """The facts that differ, in the order they are shown; what is gone struck out, what is new marked."""
    was, now = dict(facts_compared(before, names)), dict(facts_compared(after, names))
    labels = [*was, *(label for label in now if label not in was)]
    return [
        FactChange(one, _told(was.get(one, ""), now.get(one, ""))) for one in labels if was.get(one) != now.get(one)
    ]


def _told(was: str, now: str) -> str:
    """Facts are short: the whole of them, unless only a word or two is another."""
    if was and now and set(was.split()) & set(now.split()):
        return words(was, now)
    told = [f"<del>{escape(was)}</del>" if was else "", f"<ins>{escape(now)}</ins>" if now else ""]
    return " ".join(filter(None, told))
