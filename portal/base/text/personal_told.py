"""What one line says for itself: numbers that lead to one person, and sentences about a pupil. Pure."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from portal.base.text.folding import fold
from portal.base.text.numbers_of import ADDRESS, HOME, citizen_ids, days, is_birth, masked_number, of_a_child, phones
from portal.base.text.people_named import FIRST_NAME, is_staff, masked_name, names_in
from portal.base.text.personal_kinds import Hit, Kind
from portal.base.text.personal_words import (
    BIRTHDAY,
    BLAME,
    CLASS,
    GIVEN_MARK,
    IN_CLASS,
    MARK_IN_WORDS,
    OF_A_PUPIL,
    OF_GOODS,
    OF_OFFICE,
    OF_PARENTS,
    OF_PERSONS,
    OF_PUPILS,
    OF_STAFF,
    OFFICIAL,
    ONE_OF_US,
    PRIVATE,
    SUBJECT_MARK,
)  # fmt: skip

ABOVE, SHORT = 6, 20  # lines of head looked at; letters of a cell that is no sentence
FIRST_WITH_CLASS = re.compile(rf"(?:em|bạn|cháu|học sinh)\s+{FIRST_NAME}[ ,(]{{1,2}}(?:lớp\s*)?{CLASS}", re.IGNORECASE)
CLASS_NEXT = re.compile(rf"[ ,(–-]{{1,3}}(?:lớp\s*)?{CLASS}(?=\s*(?:[),.;–-]|và|$))")
GOT = re.compile(r"[^.;,\d]{0,15}\b(?:được|đạt)\s+(?:10|\d)(?:[.,]\d{1,2})?\s*điểm")
CALLED = re.compile(r"\b(?:em|cháu|bạn|học sinh|cậu bé|cô bé)\s+$", re.IGNORECASE)
BARE_MARK = re.compile(r"\b\d{1,2}(?:[.,]\d{1,2})?\s*diem\b|\bdiem\b\D{0,20}\d")
BARE_PUPIL = re.compile(r"\b(?:lop|em|chau|hs|hoc sinh|con)\b")
DAY_AFTER = re.compile(r"[ ,]{0,2}[(–-]\s*\d{1,2}[/.-]\d{1,2}\b")


def of_lines(lines: Sequence[str], today: date) -> Iterator[Hit]:
    """Everything found line by line."""
    for at, line in enumerate(lines):
        if any(char.isdigit() for char in line):
            yield from _numbers(lines, at, today)
        head = "\n".join(lines[max(0, at - 2) : at])
        for cell in line.split("\t"):
            if len(cell) >= SHORT:
                yield from _in_prose(at, cell, head)


def _numbers(lines: Sequence[str], at: int, today: date) -> Iterator[Hit]:
    line = lines[at]
    if found := list(phones(line)):
        near = "\n".join(lines[max(0, at - 2) : at + 1])
        if OF_PARENTS.search(line) or not OFFICIAL.search(near):
            yield from ((Kind.PHONE, at, masked_number(one[0])) for one in found)
    if citizens := list(citizen_ids(line, today)):
        head = "\n".join(lines[max(0, at - ABOVE) : at])
        if not OF_GOODS.search(head) or OF_PERSONS.search(head):
            yield from ((Kind.CITIZEN, at, masked_number(number)) for _, number in citizens)
    if births := [year for place, _, year in days(line) if is_birth(line, place, year, today)]:
        grown = OF_OFFICE.search(line) is not None
        yield from ((Kind.BIRTH, at, f"…/…/{year}") for year in births if of_a_child(year, today) or not grown)
    homes = sum(ADDRESS.search(line[found.end() : found.end() + 70]) is not None for found in HOME.finditer(line))
    if homes and (ONE_OF_US.search(line) or names_in(line)):
        yield from [(Kind.ADDRESS, at, "…")] * homes


def _in_prose(at: int, line: str, head: str) -> Iterator[Hit]:
    """A pupil's mark or blame told in a sentence; three pupils and more with their classes in one paragraph."""
    classed, all_named = [], []
    birthday, pupils = BIRTHDAY.search(line), OF_PUPILS.search(line)
    for sentence in re.split(r"(?<=[.!?;])\s+", line):
        named = [found for found in names_in(sentence) if not is_staff(sentence, found.start())]
        if not named:
            yield from _by_first_name(at, sentence)
            continue
        pupil = OF_A_PUPIL.search(sentence) or IN_CLASS.search(sentence)
        with_class = [one for one in named if CLASS_NEXT.match(sentence, one.end())]
        if (pupil and _mark_told(sentence)) or _got(sentence, named) or _unsigned_mark(sentence):
            yield Kind.MARKS, at, masked_name(named[0][0])
        if BLAME.search(sentence) and (with_class or OF_A_PUPIL.search(sentence)):
            yield Kind.PRIVATE, at, masked_name(named[0][0])
        called = [one for one in named if CALLED.search(sentence[max(0, one.start() - 16) : one.start()])]
        if PRIVATE.search(sentence) and (called or (len(named) > 1 and pupils)):
            yield from ((Kind.PRIVATE, at, masked_name(one[0])) for one in called or named)
        if birthday:
            yield from ((Kind.BIRTH, at, masked_name(one[0])) for one in named if DAY_AFTER.match(sentence, one.end()))
        all_named += [found[0] for found in named]
        classed += [found[0] for found in with_class]
    if len(classed) >= 3:
        yield from ((Kind.CLASS_LIST, at, masked_name(name)) for name in classed)
    elif _listed(all_named, line, head):
        yield from ((Kind.CLASS_LIST, at, masked_name(name)) for name in all_named)


def _listed(named: list[str], line: str, head: str) -> bool:
    """Five pupils in one line; four below a line that names their class."""
    if OF_STAFF.search(line):
        return False
    if len(named) >= 5 and OF_PUPILS.search(line):
        return True
    return len(named) >= 4 and IN_CLASS.search(head) is not None and not OF_STAFF.search(head)


def _mark_told(sentence: str) -> bool:
    return bool(
        GIVEN_MARK.search(sentence) or MARK_IN_WORDS.search(sentence) or len(SUBJECT_MARK.findall(sentence)) >= 2
    )


def _got(sentence: str, named: list[re.Match[str]]) -> bool:
    """Two people, and what each of them got."""
    return sum(GOT.match(sentence, one.end()) is not None for one in named) >= 2


def _unsigned_mark(sentence: str) -> bool:
    """A mark told by who types without marks."""
    bare = fold(sentence)
    return bare == sentence.lower() and bool(BARE_MARK.search(bare) and BARE_PUPIL.search(bare))


def _by_first_name(at: int, sentence: str) -> Iterator[Hit]:
    """A pupil called by the first name, with class and mark."""
    found = FIRST_WITH_CLASS.search(sentence)
    if found is not None and _mark_told(sentence[found.end() :]):
        yield Kind.MARKS, at, masked_name(found[1])
