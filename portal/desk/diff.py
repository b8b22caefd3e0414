"""What changed, in words: two texts as lists of passages, the differing ones marked word by word, all escaped."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from html import escape

TOKEN = re.compile(r"\s+|\w+|[^\w\s]")
ALIKE = 0.4  # passages less alike than this are shown as one gone and one new
MOST_PAIRS = 900
MOST_LABOUR = 1_000_000  # tokens before × tokens after; beyond it one text is shown as gone and one as new


@dataclass(frozen=True)
class Part:
    """One passage of a difference; `html` is safe. kind: same | change | ins | del."""

    kind: str
    html: str


def compare(before: Sequence[str], after: Sequence[str]) -> list[Part]:
    """The passages that differ, in order, with a line for each run that stayed; [] where nothing differs."""
    found: list[Part] = []
    long = len(before) * len(after) > MOST_LABOUR
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, before, after, autojunk=long).get_opcodes():
        if tag == "equal":
            found.append(_stayed(i2 - i1))
        else:
            found += _replaced(before[i1:i2], after[j1:j2])
    return found if any(part.kind != "same" for part in found) else []


def _stayed(count: int) -> Part:
    return Part("same", "… một đoạn giữ nguyên" if count == 1 else f"… {count} đoạn giữ nguyên")


def _replaced(old: Sequence[str], new: Sequence[str]) -> Iterator[Part]:
    """Pair the two most alike passages, then what stands before and after them."""
    best = _best_pair(old, new)
    if best is None:
        yield from (Part("del", escape(passage)) for passage in old)
        yield from (Part("ins", escape(passage)) for passage in new)
        return
    i, j = best
    yield from _replaced(old[:i], new[:j])
    yield Part("change", words(old[i], new[j]))
    yield from _replaced(old[i + 1 :], new[j + 1 :])


def _best_pair(old: Sequence[str], new: Sequence[str]) -> tuple[int, int] | None:
    if not old or not new or len(old) * len(new) > MOST_PAIRS:
        return None
    split_old, split_new = [passage.split() for passage in old], [passage.split() for passage in new]
    if sum(map(len, split_old)) * sum(map(len, split_new)) > MOST_LABOUR:
        return None
    rated = [
        (SequenceMatcher(None, was, now, autojunk=False).ratio(), -i, -j)
        for i, was in enumerate(split_old)
        for j, now in enumerate(split_new)
    ]
    ratio, i, j = max(rated)
    return (-i, -j) if ratio >= ALIKE else None


def words(old: str, new: str) -> str:
    """One passage with deletions and insertions marked by word."""
    was, now = TOKEN.findall(old), TOKEN.findall(new)
    html = ""
    for gone, come, kept in _runs(was, now):
        html += f"<del>{escape(gone)}</del>" if gone else ""
        html += " " if gone and come and not gone[-1:].isspace() else ""
        html += f"<ins>{escape(come)}</ins>" if come else ""
        html += escape(kept)
    return html


def _runs(was: list[str], now: list[str]) -> Iterator[tuple[str, str, str]]:
    """(gone, come, kept) in order; a single word between two changes belongs to them, so that they read as one."""
    gone, come = "", ""
    codes = SequenceMatcher(None, was, now, autojunk=False).get_opcodes()
    for index, (tag, i1, i2, j1, j2) in enumerate(codes):
        kept = "".join(was[i1:i2])
        if tag != "equal":
            gone, come = gone + kept, come + "".join(now[j1:j2])
        elif 0 < index < len(codes) - 1 and len(kept.split()) <= 1:
            gone, come = gone + kept, come + kept
        else:
            yield gone, come, kept
            gone, come = "", ""
    if gone or come:
        yield gone, come, ""
