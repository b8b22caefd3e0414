"""What the portal's own program puts into a page: the addresses of its scripts and sheets, the classes its sheets know."""

import re
from functools import cache
from pathlib import Path

from django.contrib.staticfiles.storage import staticfiles_storage

from portal.operations.care.faults import Ours
from portal.settings.env import ROOT

SOURCES = ROOT / "portal" / "static_src"
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_CLASS = re.compile(r"\.(-?[A-Za-z_][\w-]*)")
_MARKED = re.compile(r"""class=["']([^"']*)""")
_PLAIN = re.compile(r"-?[A-Za-z_][\w-]*")
_BODY = re.compile(r"{% block \w*class\w* %}([\w -]+){%")
_COUNTED = re.compile(r"([A-Za-z_][\w-]*--?){{")  # mosaic--{{ n }}


@cache
def ours() -> Ours:
    """Read once a process: a round has its own."""
    files = [*SOURCES.rglob("*.js"), *SOURCES.rglob("*.css")]
    code = {staticfiles_storage.url(one.relative_to(SOURCES).as_posix()) for one in files}
    return Ours(frozenset(code), known_classes(files))


def known_classes(files: list[Path]) -> frozenset[str]:
    """Every class a sheet, a script or a template of ours names."""
    words = " ".join(_COMMENT.sub(" ", one.read_text()) for one in files)
    found = set(_CLASS.findall(words))
    for template in (ROOT / "portal").rglob("templates/**/*.html"):
        text = template.read_text()
        for names in [*_MARKED.findall(text), *_BODY.findall(text)]:
            found.update(_PLAIN.findall(names))
        found.update(f"{stem}{number}" for stem in _COUNTED.findall(text) for number in range(13))
    return frozenset(found)
