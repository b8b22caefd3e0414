"""The one command of the benchmarks, on two hundred articles and without peers: the loaded school is a whole one, a real
server and worker serve it, and the run finds every figure it looked for."""

import os
from contextlib import ExitStack
from pathlib import Path

import pytest
from wagtail.models import Page

from bench import corpus
from bench.load import DOMAIN
from bench.loading.filling import fill
from bench.measuring.ours import Portal
from bench.measuring.phases import Run
from bench.measuring.targets import targets
from bench.results import Results, read
from portal.supervisor import bound
from tests.website.servers import database_url

SIZE = 200
FOUND = {
    ("moment", "cold_start"): 1, ("moment", "approve_to_visible_app"): 2, ("moment", "approve_to_visible_nginx"): 2,
    ("memory", "server_and_worker"): 1, ("memory", "server"): 1, ("memory", "worker"): 1,
}  # fmt: skip


@pytest.mark.sqlite  # that it runs is seen on one database
def test_two_hundred_articles_are_loaded_served_and_measured(committed: None, tmp_path: Path) -> None:
    fill(SIZE)  # with its own questions to the publish guard
    assert Page.find_problems() == ([], [], [], [], [])
    results = Results("", 0, True, [SIZE], 1, 1, {}, {})
    Run(results, lambda size: portal(tmp_path), [], {"moments"}, lambda what: None).whole()
    assert results.missing == []
    assert {(row.kind, row.page): len(row.values) for row in results.rows} == FOUND
    assert [row.failed for row in results.rows] == [0] * len(FOUND)
    results.targets = targets(results)
    assert {one.met for one in results.targets} == {None}  # no promise was made of so few
    results.save(tmp_path / "results.json")
    assert read(tmp_path / "results.json") == results


def portal(folder: Path) -> Portal:
    """The school of this very database, served with the settings of the tests."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PORTAL_", "DJANGO_"))}
    ours = {"DJANGO_SETTINGS_MODULE": "portal.settings.test", "PORTAL_DATABASE_URL": database_url(),
            "PORTAL_EXTRA_HOSTS": DOMAIN, "TMPDIR": str(folder)}  # fmt: skip
    return Portal(folder, free_ports(4), SIZE, kept | ours)


def free_ports(many: int) -> int:
    """The first of so many neighbours that are all free."""
    while True:
        with ExitStack() as held, bound("127.0.0.1", 0) as free:
            first: int = free.getsockname()[1]
            try:
                for step in range(1, many):
                    held.enter_context(bound("127.0.0.1", first + step))
            except (OSError, OverflowError):
                continue
            return first


def test_six_in_a_hundred_say_it_two_of_them_in_the_title_and_no_text_depends_on_how_many_there_are() -> None:
    made = list(corpus.texts(1000))
    said = [corpus.PHRASE in " ".join((text.title, text.summary, *text.paragraphs)) for text in made]
    assert (sum(said), sum(corpus.PHRASE in text.title for text in made)) == (60, 20)
    assert said == [text.says_it for text in made]
    assert [text.published for text in made] == sorted(text.published for text in made)
    assert (made[-1].published, made[-1].paragraphs) == (corpus.NEWEST, corpus.text(0, 5).paragraphs)
