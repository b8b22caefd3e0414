"""A line of words with its marks: tidied, bare, and whether it acts as a heading. Asks nothing but the line."""

import re
from html import unescape


def acts_as_heading(html: str) -> bool:
    """Whether a line is short, wholly bold and no sentence."""
    said = bare(html)
    bold = "".join(re.findall(r"<b>(.*?)</b>", html))
    whole = 0 < len(said) <= 120 and bare(bold) == said
    return whole and not said.endswith((".", ";", ",")) and "<br>" not in html


def tidy(html: str) -> str:
    """One space where several were, no break at either end, marks that follow each other as one."""
    html = re.sub(r"[ \u00a0]+", " ", html)
    html = re.sub(r"</(b|i)>( ?)<\1>", r"\2", html)
    return re.sub(r"^(?:\s|<br>)+|(?<!<br>)(?<!\s)(?:\s|<br>)++$", "", html)


def bare(html: str) -> str:
    """Its words alone."""
    return " ".join(unescape(re.sub(r"<[^>]*>", " " if "<br>" in html else "", html)).split())
