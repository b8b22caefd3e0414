"""Rows, spans and white space of clipboard HTML."""

import re
from collections.abc import Iterator
from dataclasses import replace

from portal.files.office.markup import Node
from portal.files.office.paper import Run


def rows_of(node: Node) -> Iterator[Node]:
    for kid in node:
        if kid.tag == "tr":
            yield kid
        elif kid.tag in ("tbody", "thead", "tfoot"):
            yield from rows_of(kid)


def span(told: str) -> int:
    return max(1, int(told)) if told.isascii() and told.isdigit() and len(told) < 4 else 1


def tidied(runs: list[Run]) -> list[Run]:
    """White space as a browser draws it: one space between words, none at the edge of a line."""
    out: list[Run] = []
    for run in runs:
        text = re.sub(r"(?<! ) *+\n *+", "\n", run.text)
        if text.startswith(" ") and (not out or out[-1].text.endswith((" ", "\n"))):
            text = text[1:]
        if text.startswith("\n") and out and out[-1].text.endswith(" "):
            out[-1] = replace(out[-1], text=out[-1].text[:-1])
        if text:
            out.append(replace(run, text=text))
    return out


def without(runs: list[Run], letters: int) -> list[Run]:
    """The runs without their first letters."""
    out = []
    for run in runs:
        cut, letters = run.text[letters:], max(0, letters - len(run.text))
        out.append(replace(run, text=cut))
    return [run for run in out if run.text]
