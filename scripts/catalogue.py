"""Puts the Vietnamese of the libraries in order and compiles it: `.venv/bin/python scripts/catalogue.py`.

What stands in `portal/locale/vi/LC_MESSAGES/*.po` is written by hand; the `.mo` beside it is what runs, committed, so that
nothing of gettext is needed on a school's machine. Babel, which this needs, is a requirement of the tests only.
"""

from datetime import UTC, datetime
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

NEVER_MIND = datetime(2026, 1, 1, tzinfo=UTC)  # the same sentences make the same bytes
FOLDER = Path(__file__).parents[1] / "portal" / "locale" / "vi" / "LC_MESSAGES"


def main() -> None:
    for written in sorted(FOLDER.glob("*.po")):
        with written.open("rb") as file:
            catalogue = read_po(file, locale="vi", abort_invalid=True)
        catalogue.creation_date = catalogue.revision_date = NEVER_MIND
        written.write_text(ordered(written.read_text(encoding="utf-8")), encoding="utf-8")
        with written.with_suffix(".mo").open("wb") as file:
            write_mo(file, catalogue)
        print(f"{written.name}: {len(catalogue)} sentences")


def ordered(text: str) -> str:
    """The file with its head first and its entries by what the library says; nothing else is touched."""
    head, *entries = (entry.strip("\n") for entry in text.split("\n\n"))
    return "\n\n".join([head, *sorted(filter(None, entries), key=said)]) + "\n"


def said(entry: str) -> tuple[str, str, str]:
    lines = entry.splitlines()
    start = next(number for number, line in enumerate(lines) if line.startswith("msgid "))
    end = next(number for number, line in enumerate(lines) if line.startswith(("msgid_plural ", "msgstr")))
    words = "".join(line.removeprefix("msgid ").strip('"') for line in lines[start:end])
    return words.casefold(), words, next((line for line in lines if line.startswith("msgctxt ")), "")


if __name__ == "__main__":
    main()
