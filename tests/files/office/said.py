"""Pieces as short as a table of cases wants them: "H2 Mục đích", "P a <b>đậm</b>", "L một / hai"."""

from collections.abc import Iterable

from portal.files.office.paper import Heading, ListOf, Note, Paper, Paragraph, Piece, Run, Shot, Table


def shown(paper: Paper) -> list[str]:
    return [_one(piece) for piece in paper.pieces]


def _one(piece: Piece) -> str:
    match piece:
        case Heading():
            return f"H{piece.level} {marked(piece.runs)}"
        case Paragraph():
            return f"P {marked(piece.runs)}"
        case ListOf():
            kind = f"L{piece.start}" if piece.ordered else "L"
            return f"{kind} {' / '.join(map(marked, piece.items))}"
        case Table():
            rows = " // ".join(" | ".join(map(marked, row)) for row in piece.rows)
            return f"T{'h' * piece.head} {rows}" + (f" = {marked(piece.caption)}" if piece.caption else "")
        case Shot():
            return f"S {piece.name} ({piece.alt})" + (f" = {marked(piece.caption)}" if piece.caption else "")
        case Note():
            return f"N{piece.number} {marked(piece.runs)}"


def marked(runs: Iterable[Run]) -> str:
    return "".join(_run(run) for run in runs)


def _run(run: Run) -> str:
    text = run.text
    for told, sign in ((run.bold, "b"), (run.italic, "i"), (run.underline, "u")):
        text = f"<{sign}>{text}</{sign}>" if told else text
    return f"[{text}]({run.link})" if run.link else text


def fonts(paper: Paper) -> list[tuple[str, str | None]]:
    """(letters, font) of every run of paragraphs and headings."""
    kept = (piece for piece in paper.pieces if isinstance(piece, Heading | Paragraph))
    return [(run.text, run.font) for piece in kept for run in piece.runs]
