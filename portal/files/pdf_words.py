"""A PDF's letters, page by page. Run as a program of its own: whoever made the PDF, only this process is at his mercy.

Takes the PDF on standard input and writes one line of JSON a page, as soon as it is read: `text`, and `drawn`, that it shows
something though it has hardly a letter (a scan, letters turned into curves), `notes`, what stands in remarks and fields laid over it,
`pictures`, how many large ones it shows beside its letters. The last line says `pages` there are and files `inside`, or `error`
("locked", "broken"). Arguments: seconds of processor, bytes of memory, pages, letters at most, and where poppler's `pdftotext` is,
"" for nowhere: it keeps words whole whose letters come from two fonts. A page pypdf tears such words on counts as `drawn`.
"""

import contextlib
import io
import json
import logging
import re
import resource
import subprocess
import sys
import tempfile
from typing import Any

FEW = 20  # letters: a page number and a stamp's line, no text
CURVES = 4000  # bytes of drawing
LARGE, SIDE = 480_000, 400  # pixels of a picture that may hold a page of writing or a face; of its shorter side
WORDS_ALONE = frozenset("àáảạâăeéèêiíìoóòôơởờớợuúùưừứyýỳ")  # letters that are a word, or the name of a list's line
TORN, TORN_SHARE = 8, 12  # letters with marks alone on a page, and every so many-th word of it


def main(seconds: int, memory: int, pages: int, letters: int, poppler: str = "") -> None:
    """Bounded by the machine itself from the first line on."""
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    logging.disable(logging.CRITICAL)
    data = sys.stdin.buffer.read()
    try:
        _tell(data, pages, letters, _by_poppler(poppler, data, seconds, pages, letters) if poppler else [])
    except MemoryError:
        _say({"error": "broken"})


def _by_poppler(program: str, data: bytes, seconds: int, pages: int, letters: int) -> list[str]:
    """The pages it read to their end, in half the time there is; none where it can read nothing."""
    command = [program, "-layout", "-enc", "UTF-8", "-eol", "unix", "-l", str(pages), "-", "-"]
    with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as out:
        given.write(data)
        given.seek(0)
        resource.setrlimit(resource.RLIMIT_FSIZE, (4 * letters, 4 * letters))
        with contextlib.suppress(subprocess.TimeoutExpired, OSError):
            subprocess.run(
                command, stdin=given, stdout=out, stderr=subprocess.DEVNULL, timeout=seconds / 2, check=False
            )
        out.seek(0)
        *whole, _ = out.read().decode("utf-8", "replace").split("\f")
    return [_by_columns(page) for page in whole]


def _by_columns(laid: str) -> str:
    """A page as it lies on the paper, cells apart by tabs."""
    return "\n".join(re.sub(r" {2,}", "\t", line.strip()) for line in laid.splitlines() if line.strip())


def _tell(data: bytes, pages: int, letters: int, known: list[str]) -> None:
    from pypdf import PdfReader
    from pypdf.errors import FileNotDecryptedError

    try:
        book = PdfReader(io.BytesIO(data), strict=False)
        if book.is_encrypted and not book.decrypt(""):
            return _say({"error": "locked"})
        count = len(book.pages)
    except FileNotDecryptedError:
        return _say({"error": "locked"})
    except Exception:  # whatever a broken file makes a reader stumble over
        return _say({"error": "broken"})
    left = letters
    for at, page in enumerate(book.pages[:pages]):
        text = (known[at] if at < len(known) and known[at].strip() else _words(page))[: max(left, 0)]
        left -= len(text)
        notes = _notes(page)[: max(left, 0)]
        left -= len(notes)
        drawn = _torn(text) or (sum(map(str.isalnum, text)) < FEW and _shows_something(page))
        _say({"text": text, "drawn": drawn, "notes": notes, "pictures": 0 if drawn else _pictures(page)})
    return _say({"pages": count, "inside": _inside(book)})


def _words(page: Any) -> str:
    """As they lie on the paper, so that a row of a table is one line, its cells apart by tabs; else as they were drawn."""
    try:
        text = _by_columns(str(page.extract_text(extraction_mode="layout", layout_mode_space_vertically=False)))
    except Exception:
        text = ""
    if not text.strip():
        try:
            text = str(page.extract_text())
        except Exception:  # one page nobody can read is a page without letters
            return ""
    return text.encode("utf-8", "replace").decode()


def _torn(text: str) -> bool:
    """Whether letters with marks stand apart from their words all over the page."""
    words = text.split()
    alone = sum(
        len(one) == 1 and one.isalpha() and not one.isascii() and one.lower() not in WORDS_ALONE for one in words
    )
    return alone >= TORN and alone * TORN_SHARE >= len(words)


def _shows_something(page: Any) -> bool:
    try:
        from pypdf.generic import DictionaryObject

        nothing = DictionaryObject()
        things = page.get("/Resources", nothing).get_object().get("/XObject", nothing).get_object()
        if any(thing.get_object().get("/Subtype") in ("/Image", "/Form") for thing in things.values()):
            return True
        drawing = page.get_contents()
        return drawing is not None and len(drawing.get_data()) > CURVES
    except Exception:  # what cannot be looked at is not known to be empty
        return True


def _notes(page: Any) -> str:
    """What remarks laid over a page say, and what was typed into its fields."""
    lines = []
    try:
        for one in list(page.get("/Annots", ()) or ())[:2000]:
            note = one.get_object()
            above = note.get("/Parent", {}).get_object() if "/Parent" in note else {}
            said = [note.get("/Contents"), note.get("/V", above.get("/V"))]
            lines += [str(part.get_object()) for part in said if part is not None]
    except Exception:  # what cannot be looked at is not known to be empty
        lines.append("?")
    return "\n".join(lines).encode("utf-8", "replace").decode()


def _pictures(page: Any) -> int:
    """Large pictures a page shows, those within what it draws too."""
    found, left = 0, [(page, 0)]
    try:
        while left:
            holder, depth = left.pop()
            things = holder.get("/Resources", {}).get_object().get("/XObject", {}).get_object()
            for thing in (one.get_object() for one in things.values()):
                wide, high = (int(thing.get(key, 0)) for key in ("/Width", "/Height"))
                found += wide * high >= LARGE and min(wide, high) >= SIDE
                if thing.get("/Subtype") == "/Form" and depth < 5 and len(left) < 200:
                    left.append((thing, depth + 1))
    except Exception:
        return found
    return found


def _inside(book: Any) -> int:
    """Files a PDF carries within."""
    try:
        return len(book.attachments)
    except Exception:
        return 1


def _say(told: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(told) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    given = [int(each) for each in sys.argv[1:5]]
    main(given[0], given[1], given[2], given[3], *sys.argv[5:6])
