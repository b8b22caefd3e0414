"""The home page stays light: what it names beside its pictures, packed as it travels (docs/performance.md)."""

import gzip
import re
from pathlib import Path

from django.contrib.staticfiles import finders
from django.test import Client

from tests.cast import Cast

KB = 1000
MOST = {"woff2": 15 * KB, "css": 8 * KB, "js": 4 * KB}  # one file
ALL_JS, ALL = 10 * KB, 90 * KB  # with pictures at most 150 kB, as measured by bench/lighthouse


def packed(name: str) -> int:
    """Bytes over the wire of one static file."""
    found = finders.find(re.sub(r"\.[0-9a-f]{12}(?=\.\w+$)", "", name))
    assert isinstance(found, str), name
    content = Path(found).read_bytes()
    return len(content) if name.endswith("woff2") else len(gzip.compress(content))


def test_the_home_page_names_little_and_each_of_it_is_small(cast: Cast, client: Client) -> None:
    cast.published(cast.lan)
    html = client.get("/").content
    named = dict.fromkeys(re.findall(r'"/static/([^"?]+\.(?:css|js|woff2))"', html.decode()))
    weights = {name: packed(name) for name in named}
    assert len(weights) >= 8
    assert {name: weight for name, weight in weights.items() if weight > MOST[name.rpartition(".")[2]]} == {}
    assert sum(weight for name, weight in weights.items() if name.endswith(".js")) <= ALL_JS
    assert len(gzip.compress(html)) + sum(weights.values()) <= ALL
