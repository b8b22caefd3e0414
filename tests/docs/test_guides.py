"""What a guide tells people to press stands on some screen."""

import re
from pathlib import Path

import pytest

pytestmark = pytest.mark.sqlite
ROOT = Path(__file__).resolve().parents[2]
BOLD = re.compile(r"\*\*([^*]+)\*\*")
CHANGING = re.compile(r"…| › |\d+|, chuyển lãnh đạo Ban")  # a number, an ellipsis, a path, whose turn is next


def test_every_button_a_guide_names_is_a_word_of_the_portal() -> None:
    files = (path for path in (ROOT / "portal").rglob("*") if path.suffix in {".py", ".html", ".js"})
    screens = "\n".join(path.read_text("utf-8") for path in files)
    named = {
        (path.stem, part.strip())
        for path in (ROOT / "docs" / "huong-dan").glob("*.md")
        for bold in BOLD.findall(path.read_text("utf-8"))
        for part in CHANGING.split(bold.replace("\n", " "))
    }
    assert sorted((guide, part) for guide, part in named if part not in screens) == []
