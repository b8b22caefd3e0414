"""Letters of old fonts made Vietnamese, run by run: every changed place is told, and every letter that could not survive."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from itertools import chain, groupby
from typing import Any

from portal.base.text.legacy import Font, convert, font_named, lost, suspected
from portal.base.text.tables import ONLY_UNICODE
from portal.files.office.paper import ListOf, Paper, Run, Shot, Table, words

SOFT_HYPHEN = "\u00ad"


@dataclass(frozen=True)
class Change:
    """One place whose letters were converted: which, its words before and after, from which font, known by what."""

    where: str
    before: str
    after: str
    font: str  # "TCVN3"
    told_by: str  # the font's name in the file; "" where the words alone gave it away

    def kept(self) -> dict[str, Any]:
        return asdict(self)


class Letters:
    """Reads the runs of one paper. Unconverting, it gives every letter as it came and tells nothing."""

    def __init__(self, paper: Paper, *, converting: bool) -> None:
        self.converting = converting
        self.changes: list[Change] = []
        self.lost: list[str] = []
        self.leaning = suspected(" ".join(_unnamed(paper))) if converting else None

    def read(self, where: str, runs: Sequence[Run]) -> list[Run]:
        """The runs of one place, converted; neighbours in one font are read together, as Word parts letters from marks."""
        if not self.converting:
            return list(runs)
        guess = self._guess(words(run for run in runs if font_of(run) is None))
        found = [(font, run if font else _unbroken(run)) for run in runs for font in (font_of(run) or guess,)]
        runs = [run for _, run in found]
        self._tell_lost(where, found)
        parts = [(font, group, _converted(group, font) if font else group) for font, group in _by_font(found)]
        out = list(chain.from_iterable(read for _, _, read in parts))
        before, after = words(runs), words(out)
        if after != before:
            fonts = {font.value: None for font, old, new in parts if font and words(new) != words(old)}
            names = {run.font: None for run in runs if run.font and font_of(run) is not None}
            self.changes.append(Change(where, before, after, ", ".join(fonts), ", ".join(names)))
        return out

    def _tell_lost(self, where: str, found: Sequence[tuple[Font | None, Run]]) -> None:
        """Small and capital TCVN3 are read as one: a typist changed fonts within a word for a capital with a tone."""
        for font, group in groupby(found, key=lambda pair: Font.TCVN3 if pair[0] is Font.TCVN3_CAPS else pair[0]):
            pairs = list(group)
            if font is not None:
                drawn = pairs[0][0] if len({one for one, _ in pairs}) == 1 else font
                told = lost(words(run for _, run in pairs), drawn or font)
                self.lost += [f"{where}: {one.sentence} Chỗ ấy: “{one.near}”" for one in told]

    def _guess(self, text: str) -> Font | None:
        """By the words of this place, else by those of the whole paper; never where the letters are Unicode already."""
        found = suspected(text)
        if found is not None or text.isascii() or ONLY_UNICODE.search(text):
            return found
        return self.leaning


def _by_font(found: Sequence[tuple[Font | None, Run]]) -> list[tuple[Font | None, list[Run]]]:
    """Neighbours of one font together; what is Unicode already stands apart, whatever font it is set in."""

    def kept(pair: tuple[Font | None, Run]) -> Font | None:
        return None if pair[0] is not Font.NCR and ONLY_UNICODE.search(pair[1].text) else pair[0]

    return [(font, [run for _, run in group]) for font, group in groupby(found, key=kept)]


def _converted(runs: Sequence[Run], font: Font) -> list[Run]:
    return [replace(run, text=convert(run.text, font)) for run in _whole(runs, font)]


def font_of(run: Run) -> Font | None:
    """The old font a run is set in; None for a font of today, or none."""
    found = font_named(run.font) if run.font else None
    return None if found is Font.UNICODE else found


def _whole(runs: Iterable[Run], font: Font) -> Iterator[Run]:
    """The same letters, none parted from its mark by a change of look: VNI writes the mark as a sign of its own."""
    last: Run | None = None
    for run in runs:
        if last is not None and last.text and run.text and len(convert(last.text[-1] + run.text[0], font)) == 1:
            last, run = replace(last, text=last.text + run.text[0]), replace(run, text=run.text[1:])
        if not run.text:
            continue
        if last is not None:
            yield last
        last = run
    if last is not None:
        yield last


def _unbroken(run: Run) -> Run:
    """Letters of today without the marks where a line may be broken; in TCVN3 such a mark is the letter ư."""
    return replace(run, text=run.text.replace(SOFT_HYPHEN, "")) if SOFT_HYPHEN in run.text else run


def letters_of(paper: Paper) -> int:
    """How many letters a paper has."""
    return sum(len(run.text) for runs in _places(paper) for run in runs)


def _unnamed(paper: Paper) -> Iterator[str]:
    """Words that no old font's name tells of."""
    for runs in _places(paper):
        if text := words(run for run in runs if font_of(run) is None):
            yield text


def _places(paper: Paper) -> Iterator[Sequence[Run]]:
    for piece in paper.pieces:
        match piece:
            case ListOf():
                yield from piece.items
            case Table():
                yield piece.caption
                yield from chain.from_iterable(piece.rows)
            case Shot():
                yield piece.caption
            case _:
                yield piece.runs
