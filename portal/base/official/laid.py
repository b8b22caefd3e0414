"""A paper put in its order: which words stand in which component, the same for every kind of file."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from portal.base.official.layout import (
    ABOUT_RULE,
    COMPONENTS,
    INSIDE,
    ISSUER_RULE,
    ISSUER_SIDE,
    MOTTO,
    MOTTO_RULE,
    SIGNING,
    STATE,
    Component,
)
from portal.base.official.measure import width
from portal.base.official.paper import Paper, Part, Signature, Stands, day_line, number_line
from portal.base.text.control import CONTROL


@dataclass(frozen=True)
class Line:
    """Words set as one component; `lead` in bold before them."""

    name: str
    words: str
    lead: str = ""

    @property
    def set(self) -> Component:
        return COMPONENTS[self.name]


@dataclass(frozen=True)
class Rule:
    """A line drawn below words, as long as a share of them."""

    words: str
    share: float
    under: str

    @property
    def set(self) -> Component:
        return COMPONENTS[self.under]


@dataclass(frozen=True)
class Room:
    """White space of so many millimetres."""

    high: float


Set = Line | Rule | Room


@dataclass(frozen=True)
class Laid:
    """A paper in order. `left` is empty on forms, whose state stands in the middle; `signed` has one column for each who signs."""

    left: tuple[Set, ...]
    right: tuple[Set, ...]
    above: tuple[Set, ...]
    body: tuple[Part, ...]
    notes: tuple[Line, ...]
    signed: tuple[tuple[Set, ...], ...]
    place: Line | None  # of a form, whose day is written below its words


def laid(paper: Paper) -> Laid:
    """Everything of a paper where the decree wants it."""
    place = line("place", ", ".join(one for one in (paper.place or "……………", day_line(paper.day)) if one))
    state: tuple[Set, ...] = (line("state", STATE), line("motto", MOTTO), ruled("motto", MOTTO, MOTTO_RULE))
    return Laid(
        left=() if paper.is_form else tuple(_issuer(paper)),
        right=state if paper.is_form else (*state, place),
        above=tuple(_above(paper)),
        body=paper.body,
        notes=tuple(_notes(paper.recipients)),
        signed=tuple(tuple(_signed(one)) for one in paper.signatures),
        place=place if paper.is_form else None,
    )


def line(name: str, words: str, lead: str = "") -> Line:
    """Words as their component wants them: capitals where it is set in capitals, nothing no file may hold."""
    said = CONTROL.sub("", words.strip())
    return Line(name, said.upper() if COMPONENTS[name].caps else said, CONTROL.sub("", lead.strip()))


def ruled(under: str, words: str, share: float) -> Rule:
    return Rule(line(under, words).words, share, under)


def balanced(one: Line, across: float) -> Line:
    """Words in the middle that need two lines, broken where the longer one is shortest; a line of their own stays."""
    words = one.words.split(" ")
    if "\n" in one.words or width(one.words, one.set, 2 * across) <= across or len(words) < 2:
        return one
    breaks = (" ".join(words[:at]) + "\n" + " ".join(words[at:]) for at in range(1, len(words)))
    return replace(one, words=min(breaks, key=lambda said: width(said, one.set, 2 * across)))


def _issuer(paper: Paper) -> Iterable[Set]:
    if paper.parent:
        yield balanced(line("parent", paper.parent), ISSUER_SIDE)
    issuer = balanced(line("issuer", paper.issuer), ISSUER_SIDE)
    yield issuer
    yield Rule(issuer.words, ISSUER_RULE, "issuer")
    if paper.symbol:
        yield Line("number", number_line(paper.number, CONTROL.sub("", paper.symbol)))
    if paper.is_letter and paper.about:
        yield line("letter_about", f"V/v {paper.about}")


def _above(paper: Paper) -> Iterable[Set]:
    """From the name of the paper to the word that opens its body."""
    if paper.title:
        yield line("title", paper.title)
        if paper.about:
            about = balanced(line("about", paper.about), INSIDE)
            yield about
            yield Rule(about.words, ABOUT_RULE, "about")
    yield from _to(paper.to)
    if paper.by:
        yield line("by", paper.by)
    yield from (line("ground", said) for said in ended(paper.grounds))
    if paper.resolved:
        yield line("resolved", paper.resolved)


def _to(names: Sequence[str]) -> Iterable[Set]:
    """One whom it is for on the line itself; several below it, each with a dash."""
    if len(names) == 1:
        yield line("to", f"Kính gửi: {names[0]}")
    elif names:
        yield line("to_each", "Kính gửi:")
        yield from (line("to_each", f"- {said}") for said in ended(names))


def _notes(names: Sequence[str]) -> Iterable[Line]:
    if names:
        yield line("notes", "Nơi nhận:")
        yield from (line("note", f"- {said}") for said in ended(names))


def ended(said: Sequence[str]) -> list[str]:
    """Each ends with a semicolon, the last with a full stop, whatever was typed."""
    bare = [one.strip().rstrip(";.").rstrip() for one in said if one.strip()]
    return [f"{one}{'.' if place == len(bare) else ';'}" for place, one in enumerate(bare, 1)]


def _signed(one: Signature) -> Iterable[Set]:
    yield from (line("office", said) for said in offices(one))
    if one.here:
        yield line("sign_here", one.here)
    yield Room(SIGNING)
    if one.name:
        yield line("signer", one.name)


def offices(one: Signature) -> list[str]:
    """ "KT. HIỆU TRƯỞNG" over "PHÓ HIỆU TRƯỞNG"; "TM. BAN BIÊN TẬP" over "TRƯỞNG BAN"; "Q. HIỆU TRƯỞNG" alone."""
    if one.stands == Stands.Q:
        return [f"{one.stands} {one.office}"]
    return [f"{one.stands} {one.whom}", one.office] if one.stands else [one.office]
