"""What changed between two texts, in words and in pictures: pieces paired in reading order, changed words marked, all
escaped."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from html import escape

TOKEN = re.compile(r"(\w+|[^\w\s])(\s*)")
Tokens = list[tuple[str, str]]  # a word or a mark, with the space behind it
SENTENCE = re.compile(r".+?(?:[.!?…]+[”\"’)\]]*(?=\s)|\Z)\s*", re.DOTALL)
ALIKE = 0.4  # pieces less alike than this are shown as one gone and one new
ANOTHER_PICTURE = 0.45  # a picture in another's place is shown beside it, where nothing pairs better
MOST_CELLS = 60_000  # pieces before × pieces after that are paired; beyond it one run is gone and one is new
MOST_LABOUR = 250_000  # words before × words after compared word by word; longer pieces by their sentences first


@dataclass(frozen=True)
class Shot:
    """A picture as it is shown: its number, its file's hash, the words that go with it."""

    picture: int
    sha256: str
    url: str = ""
    caption: str = ""
    alt: str = ""
    credit: str = ""


@dataclass(frozen=True)
class Piece:
    """One passage of a text, or one picture with its words; a title or summary is only ever paired with its like."""

    text: str
    shot: Shot | None = None
    role: str = ""


@dataclass(frozen=True)
class Side:
    """One side of a picture's part: the picture, its words with what changed marked; `html` values are safe."""

    shot: Shot
    words: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Part:
    """One piece of a difference; `html` is safe. kind: same | change | ins | del | picture (`before` beside `after`)."""

    kind: str
    html: str = ""
    before: Side | None = None
    after: Side | None = None

    @property
    def another_file(self) -> bool:
        """Whether the picture itself is another, not only its words."""
        return bool(self.before and self.after and self.before.shot.sha256 != self.after.shot.sha256)


def compare(before: Sequence[Piece | str], after: Sequence[Piece | str]) -> list[Part]:
    """The pieces that differ, in order, with a line for each run that stayed; [] where nothing differs."""
    found: list[Part] = []
    was, now = _as_pieces(before), _as_pieces(after)
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, was, now, autojunk=False).get_opcodes():
        if tag == "equal":
            found.append(_stayed(i2 - i1))
        else:
            found += _replaced(was[i1:i2], now[j1:j2])
    return found if any(part.kind != "same" for part in found) else []


def _as_pieces(given: Sequence[Piece | str]) -> list[Piece]:
    return [one if isinstance(one, Piece) else Piece(one) for one in given]


def _stayed(count: int) -> Part:
    return Part("same", "… một đoạn giữ nguyên" if count == 1 else f"… {count} đoạn giữ nguyên")


def _replaced(old: Sequence[Piece], new: Sequence[Piece]) -> Iterator[Part]:
    """A run of pieces in the place of another: those alike side by side, the others gone or new, in order."""
    i = j = 0
    for was, now in [*pairs(old, new), (len(old), len(new))]:
        yield from (_gone(piece) for piece in old[i:was])
        yield from (_new(piece) for piece in new[j:now])
        if was < len(old):
            yield _changed(old[was], new[now])
        i, j = was + 1, now + 1


def pairs(old: Sequence[Piece], new: Sequence[Piece]) -> list[tuple[int, int]]:
    """Which pieces belong together: the pairing in order with the greatest likeness, found in old × new steps."""
    if not old or not new or len(old) * len(new) > MOST_CELLS:
        return []
    was, now = [_bag(piece) for piece in old], [_bag(piece) for piece in new]
    rated = [[_likeness(a, b, old[i], new[j]) for j, b in enumerate(now)] for i, a in enumerate(was)]
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in range(len(old) - 1, -1, -1):
        row, below, rates = best[i], best[i + 1], rated[i]
        for j in range(len(new) - 1, -1, -1):
            skip = below[j] if below[j] >= row[j + 1] else row[j + 1]
            pair = rates[j] + below[j + 1] if rates[j] else 0.0
            row[j] = pair if pair > skip else skip
    return list(_walk(best, rated))


def _walk(best: list[list[float]], rated: list[list[float]]) -> Iterator[tuple[int, int]]:
    i = j = 0
    while i < len(rated) and j < len(rated[i]):
        if rated[i][j] and best[i][j] == rated[i][j] + best[i + 1][j + 1]:
            yield i, j
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1


def _bag(piece: Piece) -> frozenset[str]:
    return frozenset(piece.text.split())


def _likeness(was: frozenset[str], now: frozenset[str], old: Piece, new: Piece) -> float:
    """From ALIKE to 1 for pieces that may stand side by side, else 0; a picture never beside words."""
    if old.shot and new.shot:
        return 1.0 if old.shot.sha256 == new.shot.sha256 else ANOTHER_PICTURE
    if old.role or new.role:
        return float(old.role == new.role)
    if old.shot or new.shot or not was or not now:
        return 0.0
    ratio = 2 * len(was & now) / (len(was) + len(now))
    return ratio if ratio >= ALIKE else 0.0


def _gone(piece: Piece) -> Part:
    return Part("picture", before=_side(piece.shot)) if piece.shot else Part("del", escape(piece.text))


def _new(piece: Piece) -> Part:
    return Part("picture", after=_side(piece.shot)) if piece.shot else Part("ins", escape(piece.text))


def _changed(old: Piece, new: Piece) -> Part:
    if old.shot is None or new.shot is None:
        return Part("change", words(old.text, new.text))
    was, now = _told(old.shot), _told(new.shot)
    marked = tuple((label, words(was[label], now[label])) for label in was if was[label] or now[label])
    return Part("picture", before=_side(old.shot), after=Side(new.shot, marked))


def _side(shot: Shot) -> Side:
    return Side(shot, tuple((label, escape(text)) for label, text in _told(shot).items() if text))


def _told(shot: Shot) -> dict[str, str]:
    return {"Chú thích": shot.caption, "Mô tả ảnh": shot.alt, "Ảnh": shot.credit}


def words(old: str, new: str) -> str:
    """One passage with deletions and insertions marked by word; a very long one sentence by sentence."""
    was, now = TOKEN.findall(old), TOKEN.findall(new)
    return _by_word(was, now) if len(was) * len(now) <= MOST_LABOUR else _by_sentence(old, new)


def _by_sentence(old: str, new: str) -> str:
    was = [Piece(sentence) for sentence in SENTENCE.findall(old)]
    now = [Piece(sentence) for sentence in SENTENCE.findall(new)]
    html = ""
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, was, now, autojunk=False).get_opcodes():
        if tag == "equal":
            html += "".join(escape(one.text) for one in now[j1:j2])
            continue
        i, j = i1, j1
        for a, b in [*((i1 + a, j1 + b) for a, b in pairs(was[i1:i2], now[j1:j2])), (i2, j2)]:
            html += "".join(_marked("del", TOKEN.findall(one.text)) for one in was[i:a])
            html += "".join(_marked("ins", TOKEN.findall(one.text)) for one in now[j:b])
            html += _by_word(TOKEN.findall(was[a].text), TOKEN.findall(now[b].text)) + " " if a < i2 else ""
            i, j = a + 1, b + 1
    return html.rstrip()


def _by_word(was: Tokens, now: Tokens) -> str:
    if len(was) * len(now) > MOST_LABOUR:  # words without a full stop, on and on
        return f"{_marked('del', was, space=True)}{_marked('ins', now)}"
    html = ""
    for gone, come, kept in _runs(was, now):
        html += _marked("del", gone, space=bool(come)) + _marked("ins", come) + escape(_joined(kept))
    return html.rstrip()


def _joined(tokens: Tokens) -> str:
    return "".join(word + space for word, space in tokens)


def _marked(tag: str, tokens: Tokens, *, space: bool = False) -> str:
    """Words inside their mark, the space after them outside it."""
    if not tokens:
        return ""
    text = _joined(tokens)
    bare = text.rstrip()
    return f"<{tag}>{escape(bare)}</{tag}>{' ' if space else text[len(bare) :]}"


def _runs(was: Tokens, now: Tokens) -> Iterator[tuple[Tokens, Tokens, Tokens]]:
    """(gone, come, kept) in order; a single word between two changes belongs to them, so that they read as one."""
    gone: Tokens = []
    come: Tokens = []
    codes = _opcodes([word for word, _ in was], [word for word, _ in now])
    for index, (tag, i1, i2, j1, j2) in enumerate(codes):
        kept = now[j1:j2]
        if tag == "equal" and i2 < len(was) and not kept[-1][1]:  # what is gone behind it stood apart
            kept = [*kept[:-1], was[i2 - 1]]
        if tag != "equal" or (0 < index < len(codes) - 1 and i2 - i1 <= 1):
            gone, come = gone + was[i1:i2], come + kept
        else:
            yield gone, come, kept
            gone, come = [], []
    if gone or come:
        yield gone, come, []


def _opcodes(was: list[str], now: list[str]) -> list[tuple[str, int, int, int, int]]:
    """difflib's, with what both texts begin and end with set aside first: most changes are small ones in long passages."""
    most = min(len(was), len(now))
    head = next((i for i in range(most) if was[i] != now[i]), most)
    tail = next((i for i in range(most - head) if was[-1 - i] != now[-1 - i]), most - head)
    middle = SequenceMatcher(None, was[head : len(was) - tail], now[head : len(now) - tail], autojunk=False)
    codes = [("equal", 0, head, 0, head)] if head else []
    codes += [(tag, i1 + head, i2 + head, j1 + head, j2 + head) for tag, i1, i2, j1, j2 in middle.get_opcodes()]
    codes += [("equal", len(was) - tail, len(was), len(now) - tail, len(now))] if tail else []
    return codes
