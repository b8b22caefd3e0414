"""A text kept as a paper of Word or Writer: its words as HTML each with the font that draws them, its pictures beside."""

from html import escape
from pathlib import PurePosixPath

from portal.files.office import read as read_paper
from portal.files.office.paper import Heading, ListOf, Note, Paragraph, Piece, Run, Shot, Table, Unreadable
from portal.files.office.reading import KINDS as KINDS
from portal.operations.moving.archive import Broken

Carried = tuple[tuple[str, bytes], ...]  # pictures by the address the words name them with


def read(data: bytes, part: str) -> tuple[str, Carried, tuple[str, ...]]:
    """The words of a paper, what it carries, what was left out in reading. Raises Broken with what is wrong with it."""
    try:
        paper = read_paper(data, PurePosixPath(part).name)
    except Unreadable as no:
        raise Broken(f"{part}: {no.sentence}") from no
    shots = [piece for piece in paper.pieces if isinstance(piece, Shot)]
    carried = {id(shot): f"{part}/{number}-{PurePosixPath(shot.name).name}" for number, shot in enumerate(shots, 1)}
    html = "".join(_html(piece, carried.get(id(piece), "")) for piece in paper.pieces)
    return html, tuple((carried[id(shot)], shot.data) for shot in shots), tuple(paper.said)


def _html(piece: Piece, address: str) -> str:
    match piece:
        case Heading():
            return f"<h2>{_line(piece.runs)}</h2>"
        case Paragraph():
            return f"<p>{_line(piece.runs)}</p>"
        case ListOf():
            tag = "ol" if piece.ordered else "ul"
            return f"<{tag}>{''.join(f'<li>{_line(item)}</li>' for item in piece.items)}</{tag}>"
        case Table():
            rows = "".join(f"<tr>{''.join(f'<td>{_line(cell)}</td>' for cell in row)}</tr>" for row in piece.rows)
            return f"<p>{_line(piece.caption)}</p><table>{rows}</table>"
        case Shot():
            said = f"<figcaption>{_line(piece.caption)}</figcaption>" if piece.caption else ""
            return f'<figure><img src="{escape(address)}" alt="{escape(piece.alt)}">{said}</figure>'
        case Note():
            return f"<p>[{piece.number}] {_line(piece.runs)}</p>"


def _line(runs: list[Run]) -> str:
    return "".join(map(_run, runs))


def _run(run: Run) -> str:
    said = escape(run.text).replace("\t", " ").replace("\n", "<br>")
    for tag, wanted in (("i", run.italic), ("b", run.bold)):
        said = f"<{tag}>{said}</{tag}>" if wanted else said
    if run.link:
        said = f'<a href="{escape(run.link)}">{said}</a>'
    return f'<font face="{escape(run.font)}">{said}</font>' if run.font else said
