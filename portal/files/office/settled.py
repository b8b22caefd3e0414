"""Lines settled into pieces: captions to what they name, headings known, lists gathered, notes last."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from portal.files.office.headings import headed
from portal.files.office.limits import Limits, too_long, too_many_looks
from portal.files.office.lines import Line, Mark, Thing, told
from portal.files.office.paper import (
    Heading,
    ListOf,
    Note,
    Paper,
    Paragraph,
    Piece,
    Run,
    Shot,
    Table,
    Unreadable,
    trimmed,
    words,
)
from portal.files.office.said import Said

NAMED = r"\s*(?:số\s*)?\d[\d.]*\b|\s*:"
OF_A_PICTURE = re.compile(rf"(?:Hình|Ảnh|Hình ảnh|Tranh|Sơ đồ|Biểu đồ|Lược đồ)(?:{NAMED})", re.IGNORECASE)
OF_A_TABLE = re.compile(rf"(?:Bảng|Biểu|Bảng biểu)(?:{NAMED})", re.IGNORECASE)
LONGEST_CAPTION = 300


def paper_of(things: Iterable[Thing], notes: Callable[[], list[Note]], said: Said, limits: Limits) -> Paper:
    """The paper; `notes` is asked when everything else was read. Raises Unreadable where there is too much, or nothing."""
    kept = list(_counted(things, limits))
    kept = headed(_captioned(kept))
    pieces = [*_gathered(kept)]
    if not pieces:
        raise Unreadable("Tệp không có chữ hay ảnh nào đọc được.")
    pieces += [Note(note.number, trimmed(note.runs)) for note in notes()]
    return Paper(pieces, said.sentences())


def _counted(things: Iterable[Thing], limits: Limits) -> Iterator[Thing]:
    """Things with something in them, while there are not too many."""
    count = letters = looks = 0
    for thing in things:
        if isinstance(thing, Line):
            thing.runs = trimmed(thing.runs)
            letters += len(words(thing.runs))
            looks += len(thing.runs)
            if not thing.runs:
                continue
        elif isinstance(thing, Table):
            letters += sum(len(words(cell)) for row in thing.rows for cell in row)
            looks += sum(len(cell) for row in thing.rows for cell in row)
            count += len(thing.rows)
        count += 1
        if count > limits.lines or letters > limits.letters:
            raise too_long(limits)
        if looks > limits.runs:
            raise too_many_looks(limits)
        yield thing


def _captioned(things: Sequence[Thing]) -> list[Thing]:
    """Captions stand with their picture (below it, or above) and their table (above it, or below)."""
    out: list[Thing] = []
    for thing in things:
        together = _together(out[-1], thing) if out else None
        if together is not None:
            out[-1] = together
        else:
            out.append(thing)
    return out


def _together(first: Thing, second: Thing) -> Shot | Table | None:
    """Two neighbours as one where one of them is the other's caption."""
    match first, second:
        case Shot(caption=[]), Line() if _names_picture(second):
            return replace(first, caption=_bare(second.runs))
        case Table(caption=[]), Line() if second.caption and OF_A_TABLE.match(told(second.runs)):
            return replace(first, caption=_bare(second.runs))
        case Line(), Table(caption=[]) if _names_table(first):
            return replace(second, caption=_bare(first.runs))
        case Line(caption=True), Shot(caption=[]):
            return replace(second, caption=_bare(first.runs))
    return None


def _names_picture(line: Line) -> bool:
    said = told(line.runs)
    if not line.ordinary or len(said) > LONGEST_CAPTION or OF_A_TABLE.match(said):
        return False
    return (
        line.caption or OF_A_PICTURE.match(said) is not None or all(run.italic for run in line.runs if run.text.strip())
    )


def _names_table(line: Line) -> bool:
    said = told(line.runs)
    return line.ordinary and len(said) <= LONGEST_CAPTION and (line.caption or OF_A_TABLE.match(said) is not None)


def _bare(runs: Iterable[Run]) -> list[Run]:
    """Without the slant and weight that only said: this is a caption."""
    return trimmed(replace(run, bold=False, italic=False, underline=False) for run in runs)


def _gathered(things: Iterable[Thing]) -> Iterator[Piece]:
    """Lists are put together; everything else stands alone."""
    open_list: _Items | None = None
    for thing in things:
        if isinstance(thing, Line) and thing.mark is not None and thing.level is None:
            if open_list is not None and open_list.takes(thing, thing.mark):
                continue
            if open_list is not None:
                yield open_list.piece()
            open_list = _Items.begun(thing, thing.mark)
            if open_list is None:
                yield Paragraph(_labelled(thing, thing.mark))
            continue
        if open_list is not None:
            yield open_list.piece()
            open_list = None
        yield _piece(thing)
    if open_list is not None:
        yield open_list.piece()


def _piece(thing: Thing) -> Piece:
    if not isinstance(thing, Line):
        return thing
    if thing.level is None:
        return Paragraph(thing.runs)
    runs = thing.runs if thing.mark is None or thing.mark.bullet else _labelled(thing, thing.mark)
    return Heading(thing.level, trimmed(replace(run, bold=False) for run in runs))


def _labelled(line: Line, mark: Mark) -> list[Run]:
    """The item with its drawn label written out before it."""
    return trimmed([mark.drawn(), *line.runs])


@dataclass
class _Items:
    """A list being put together."""

    mark: Mark
    items: list[list[Run]]
    last: int

    @classmethod
    def begun(cls, line: Line, mark: Mark) -> "_Items | None":
        """None where numbers are drawn in a way no list of the web draws: "Điều 1.", "a)", "2.1."."""
        return cls(mark, [line.runs], mark.number) if mark.bullet or mark.plain else None

    def takes(self, line: Line, mark: Mark) -> bool:
        """Whether the line is this list's next item, or stands within its last."""
        if mark.depth > self.mark.depth:
            self.items[-1] += [Run("\n"), mark.drawn(), *line.runs]
            return True
        same = (mark.depth, mark.bullet, mark.plain) == (self.mark.depth, self.mark.bullet, self.mark.plain)
        if not same or (not mark.bullet and mark.number != self.last + 1):
            return False
        self.items.append(line.runs)
        self.last = mark.number
        return True

    def piece(self) -> ListOf:
        return ListOf(not self.mark.bullet, [*map(trimmed, self.items)], 1 if self.mark.bullet else self.mark.number)
