"""Lists somebody typed with his own hand: lines that begin with a sign, or count from 1."""

import re
from collections.abc import Iterator, Sequence

from portal.files.office.clip.shape import without
from portal.files.office.paper import ListOf, Paper, Paragraph, Piece, Run, trimmed, words

BULLET = re.compile(r"[ \t\u00a0]*(?:[-–+*·][ \t\u00a0]+(?=\S)|[•●▪◦‣][ \t\u00a0]*(?=\S)|-(?=[^\W\d]))")
NUMBER = re.compile(r"[ \t\u00a0]*(\d{1,3})[.)][ \t\u00a0]+(?=\S)")

Line = list[Run]


def typed(text: str) -> Paper:
    """Plain words: a line is a paragraph, or an item."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return Paper(list(_pieces([[Run(line)] for line in lines if line.strip()])))


def relined(paper: Paper) -> Paper:
    """The same, where lines that only breaks part were meant as a list: chats paste so."""
    pieces: list[Piece] = []
    for piece in paper.pieces:
        lines = _lines(piece.runs) if isinstance(piece, Paragraph) else []
        listed = len(lines) > 1 and any(BULLET.match(words(line)) for line in lines)
        pieces += _pieces(lines) if listed else [piece]
    return Paper(pieces, paper.said)


def _lines(runs: Sequence[Run]) -> list[Line]:
    """Runs parted at their breaks; lines without letters go."""
    lines: list[Line] = [[]]
    for run in runs:
        first, *more = run.text.split("\n")
        lines[-1].append(_with(run, first))
        lines += [[_with(run, part)] for part in more]
    return [line for line in map(trimmed, lines) if line]


def _with(run: Run, text: str) -> Run:
    return Run(text, run.font, run.bold, run.italic, run.underline, run.link)


def _pieces(lines: Sequence[Line]) -> Iterator[Piece]:
    at = 0
    while at < len(lines):
        bullets, numbers = _bullets(lines, at), _numbers(lines, at)
        if bullets:
            yield ListOf(False, bullets)
        elif len(numbers) > 1:
            yield ListOf(True, numbers)
        else:
            yield Paragraph(trimmed(lines[at]))
        at += len(bullets) or (len(numbers) if len(numbers) > 1 else 1)


def _bullets(lines: Sequence[Line], at: int) -> list[Line]:
    """Lines of a list from `at` on, without their signs."""
    out: list[Line] = []
    while at < len(lines) and (found := BULLET.match(words(lines[at]))) is not None:
        out.append(trimmed(without(lines[at], found.end())))
        at += 1
    return out


def _numbers(lines: Sequence[Line], at: int) -> list[Line]:
    """Lines that count 1, 2, 3 from `at` on, without their numbers."""
    out: list[Line] = []
    while at < len(lines):
        found = NUMBER.match(words(lines[at]))
        if found is None or int(found[1]) != len(out) + 1:
            break
        out.append(trimmed(without(lines[at], found.end())))
        at += 1
    return out
