"""The corpus as the loader of a peer reads it: lines of JSON, times of the school's zone, and the pictures as files."""

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from bench import corpus

ROOT = Path(__file__).resolve().parents[2]
MADE_OF = ("bench/corpus.py", "bench/loading/school.py", "bench/peers/articles.py", "bench/peers/site/*")
PICTURES = """
import sys, django; django.setup()
from pathlib import Path
from bench.loading.school import picture
for number in range(int(sys.argv[2])): Path(sys.argv[1], f"{number}.jpg").write_bytes(picture(number))
"""


def key(size: int) -> str:
    """What a loaded database was made of: the same key, the same articles by the same loader."""
    digest = hashlib.sha256(str(size).encode())
    for pattern in MADE_OF:
        for path in sorted(ROOT.glob(pattern)):
            digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def measured(size: int) -> int:
    """The number of the article that every side is asked for: from the middle of the archive, about nothing special."""
    return next(number for number in range(size // 2, size) if corpus.kind_of(number) == "noise")


def lines(size: int) -> Iterator[str]:
    """First what all have in common, then the articles, oldest first."""
    sections = [{"slug": slug, "title": title} for slug, title in corpus.SECTIONS]
    yield json.dumps({"size": size, "sections": sections, "measured": measured(size)})
    for text in corpus.texts(size):
        yield json.dumps({
            "number": text.number, "title": text.title, "summary": text.summary, "paragraphs": text.paragraphs,
            "section": text.section, "picture": text.picture, "at": _plain(text.published.astimezone(corpus.ZONE)),
            "at_gmt": _plain(text.published.astimezone(UTC)),
        })  # fmt: skip


def _plain(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M:%S}"


def pictures(folder: Path) -> Path:
    """The folder with the twenty JPEGs our own loader hangs, drawn by the same function (it wants Django, a peer does not)."""
    folder.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-c", PICTURES, str(folder), str(corpus.PICTURES)]
    subprocess.run(command, cwd=ROOT, env={**os.environ, "DJANGO_SETTINGS_MODULE": "portal.settings.test"}, check=True)
    return folder
