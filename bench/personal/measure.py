"""What the detector says of both sets: `python -m bench.personal.measure [--write] [--each]`.

A harmless text is wronged where anything is found in it; a harmful one is missed where nothing is. `--each` names every one of
both; `--write` puts the tables into docs/personal-data.md.
"""

import sys
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

from bench.personal import texts
from bench.personal.again import texts as again
from bench.personal.texts import Sample
from portal.base.text.personal import find

TODAY = date(2026, 11, 23)
PAGE = Path(__file__).parents[2] / "docs" / "personal-data.md"
SETS = {"measured": (texts.samples, texts.as_file), "measured again": (again.samples, again.as_file)}


def said_in(one: Sample, as_file: Callable[[Sample], bytes] = texts.as_file) -> str:
    """The words the detector gets: of a file what `files.words` reads in it."""
    if one.form == "text":
        return "\n".join(one.lines)
    from portal.files.words import read

    return read(as_file(one), one.form).text


def wrong(given: Iterable[Sample], words: Callable[[Sample], str] = said_in) -> list[Sample]:
    """Those it is mistaken about."""
    return [one for one in given if bool(find(words(one), TODAY)) is not one.harms]


def table(given: list[Sample], bad: list[Sample]) -> str:
    """Both error rates, whole and by form, in Markdown."""
    lines = ["| form | harmless, stopped | harmful, missed |", "| --- | --- | --- |"]
    for form in ("all", "text", "xlsx", "docx", "pdf"):
        told = []
        for harms in (False, True):
            of = [one for one in given if one.harms is harms and form in ("all", one.form)]
            many = sum(one in of for one in bad)
            told.append(f"{many} of {len(of)} ({100 * many / len(of):.0f} %)")
        lines.append(f"| {form} | {told[0]} | {told[1]} |")
    for harms, what in ((False, "Stopped though harmless"), (True, "Missed though harmful")):
        sorts = sorted({one.sort for one in bad if one.harms is harms})
        lines += ["", f"{what}: {', '.join(f'`{sort}`' for sort in sorts) or 'none'}."]
    return "\n".join(lines)


def main() -> None:
    import os

    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.test")
    django.setup()
    for name, (samples, as_file) in SETS.items():
        given = list(samples())
        read = {one: said_in(one, as_file) for one in given}
        bad = wrong(given, read.__getitem__)
        found = table(given, bad)
        print(name, found, sep="\n\n")
        if "--each" in sys.argv:
            for one in bad:
                print("\n---", "missed" if one.harms else "stopped", one.sort, one.form, *one.lines[:4], sep="\n")
                print([(each.kind.value, each.samples) for each in find(read[one], TODAY)])
        if "--write" in sys.argv:
            write(name, found)


def write(name: str, found: str) -> None:
    """Put a table between its marks on the page."""
    begin, end = f"<!-- {name} -->", f"<!-- /{name} -->"
    before, _, rest = PAGE.read_text().partition(begin)
    PAGE.write_text(f"{before}{begin}\n{found}\n{end}{rest.partition(end)[2]}")


if __name__ == "__main__":
    main()
