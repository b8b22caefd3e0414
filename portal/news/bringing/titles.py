"""Where in a paper its title stands: below who writes, above whom he writes to."""

import re

from portal.base.text import folded_key, one_line
from portal.files.office.paper import Heading, Paper, Paragraph, words
from portal.news.bringing.letters import Letters

NEAR_THE_TOP = 12  # pieces looked at
LONGEST_LINE = 150  # letters of a line that is a title without being set as one
LETTERHEAD = re.compile(
    r"cong hoa xa hoi chu nghia|doc lap tu do|so \d|.*\bngay \d+ thang \d+ nam \d|kinh (gui|thua)|than gui"
)
OFFICES = r"uy ban nhan dan|ubnd|(phong|so) (giao duc|gd)"
IN_CAPITALS = re.compile(rf"{OFFICES}|dang (uy|bo)|chi bo|cong doan|lien doi|truong (thcs|thpt|th|mn|tieu|trung|mam)")
FEW_WORDS = 6  # an office's name standing alone


def title_at(paper: Paper) -> int | None:
    """Which piece is the title: the first heading or short line that is no letterhead, no date, no greeting; None where the
    text begins at once. Read converted, so that both forms of a paper have one title."""
    letters = Letters(paper, converting=True)
    for at, piece in enumerate(paper.pieces[:NEAR_THE_TOP]):
        if not isinstance(piece, Heading | Paragraph):
            continue
        said = one_line(words(letters.read("", piece.runs)))
        if not said or _is_letterhead(said):
            continue
        is_line = len(said) <= LONGEST_LINE and said[-1] not in ".;:," and len(paper.pieces) > at + 1
        return at if isinstance(piece, Heading) or is_line else None
    return None


def titled(said: str, most: int) -> str:
    """Words standing as a title: on one line, cut between words, without the sign that only led on to the next line."""
    line = one_line(said)
    if len(line) > most:
        line = line[: most + 1].rpartition(" ")[0] or line[:most]
    return line.rstrip(" ,;:–-") or line


def _is_letterhead(said: str) -> bool:
    key = folded_key(said)
    alone = re.match(OFFICES, key) and len(key.split()) <= FEW_WORDS
    return bool(LETTERHEAD.match(key) or alone or (said.isupper() and IN_CAPITALS.match(key)))
