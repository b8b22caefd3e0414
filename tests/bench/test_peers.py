"""The servers beside ours: what they are given, that they serve it, and that nothing of them stays behind."""

import json
import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from gzip import compress
from pathlib import Path
from urllib.request import Request, urlopen

import pytest

from bench import corpus
from bench.peers import Missing, articles
from bench.peers.mariadb import MariaDB
from bench.peers.nginx import StaticNginx
from bench.peers.processes import PLACES, Daemon, answers, program
from portal.supervisor import bound

HOME = b"<!doctype html><p>Tr\xc6\xb0\xe1\xbb\x9dng</p>" * 40
PACKED = compress(HOME, mtime=0)


@contextmanager
def a_free_port() -> Iterator[int]:
    with bound("127.0.0.1", 0) as free:
        port = free.getsockname()[1]
    yield port


@pytest.mark.skipif(shutil.which("nginx", path=PLACES) is None, reason="nginx is not installed here")
def test_nginx_serves_the_very_bytes_it_was_given_and_is_gone_when_it_is_stopped(tmp_path: Path) -> None:
    with a_free_port() as port:
        static = StaticNginx(tmp_path, port, {"home": HOME}, {"home": PACKED})
        static.prepare(1000)
        base = static.start()
        while len(static.pids()) < 3:  # it answers before both its workers are there
            time.sleep(0.01)
        pids = static.pids()
        asked = [Request(base + static.pages()["home"], headers=more) for more in ({}, {"Accept-Encoding": "gzip"})]
        assert [urlopen(one, timeout=5).read() for one in asked] == [HOME, PACKED]
        static.stop()
        assert (len(pids), [pid for pid in pids if Path(f"/proc/{pid}").exists()], answers(port)) == (3, [], False)


def test_a_server_that_ends_at_once_is_told_with_what_it_said(tmp_path: Path) -> None:
    daemon = Daemon(tmp_path)
    with pytest.raises(RuntimeError, match="no such thing"):
        daemon.run([sys.executable, "-c", "raise SystemExit('no such thing')"], tmp_path / "never.sock")
    daemon.stop()
    assert daemon.pids() == []


def test_what_the_machine_lacks_is_said_with_the_package_that_brings_it() -> None:
    with pytest.raises(
        Missing, match=r"^mariadbd-of-nowhere is absent: apt install --no-install-recommends mariadb-server$"
    ):
        program("mariadbd-of-nowhere", "mariadb-server")


def test_a_folder_whose_name_no_socket_fits_in_is_refused_before_anything_is_made(tmp_path: Path) -> None:
    with pytest.raises(Missing, match="too long"):
        MariaDB(tmp_path / ("x" * 100)).start()
    assert list(tmp_path.iterdir()) == []


def test_a_peer_is_given_the_corpus_line_by_line_oldest_first() -> None:
    head, *given = [json.loads(line) for line in articles.lines(200)]
    assert (head["size"], [one["slug"] for one in head["sections"]]) == (200, [slug for slug, _ in corpus.SECTIONS])
    assert [one["number"] for one in given] == list(reversed(range(200)))
    for one in given:
        text = corpus.text(one["number"], 200)
        assert (one["title"], one["summary"], tuple(one["paragraphs"])) == (text.title, text.summary, text.paragraphs)
        assert (one["section"], one["picture"]) == (text.section, text.picture)
        at, at_gmt = (datetime.fromisoformat(one[name]) for name in ("at", "at_gmt"))
        assert (at, at - at_gmt) == (text.published.replace(tzinfo=None), timedelta(hours=7))


@pytest.mark.parametrize("size", [200, 1000, 20_000])
def test_the_article_that_all_are_asked_for_says_nothing_special(size: int) -> None:
    assert corpus.kind_of(articles.measured(size)) == "noise"
    assert size // 2 <= articles.measured(size) < size


def test_another_size_is_another_corpus() -> None:
    assert len({articles.key(size) for size in (200, 1000, 1000)}) == 2
