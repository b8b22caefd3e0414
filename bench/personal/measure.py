"""What the detector says of the set: `python -m bench.personal.measure [--write] [--each]`.

A harmless text is wronged where anything is found in it; a harmful one is missed where nothing is. `--each` names every one of
both; `--write` puts the table into docs/personal-data.md.
"""

import sys
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

from bench.personal.texts import Sample, as_file, samples
from portal.base.text.personal import find

TODAY = date(2026, 11, 23)
PAGE = Path(__file__).parents[2] / "docs" / "personal-data.md"
BEGIN, END = "<!-- measured -->", "<!-- /measured -->"


def said_in(one: Sample) -> str:
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
    given = list(samples())
    bad = wrong(given)
    found = table(given, bad)
    print(found)
    if "--each" in sys.argv:
        for one in bad:
            print("\n---", "missed" if one.harms else "stopped", one.sort, one.form, *one.lines[:4], sep="\n")
            print([(each.kind.value, each.samples) for each in find(said_in(one), TODAY)])
    if "--write" in sys.argv:
        page = PAGE.read_text()
        before, _, rest = page.partition(BEGIN)
        PAGE.write_text(f"{before}{BEGIN}\n{found}\n{END}{rest.partition(END)[2]}")


if __name__ == "__main__":
    main()
