"""Which pages are asked of whom; in turn, page by page, so that no server has the machine's better minutes to itself."""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from bench.measuring.asking import GZIP, Asked
from bench.measuring.ours import HOST, Portal
from bench.peers.peer import Peer
from bench.results import APP, NGINX, STATIC, UNCACHED

KEPT = ("home", "article", "list")
PACKED = ("home", "article")
MADE = ("home", "article", "list", "search_marks", "search_plain", "feed")
SIGNED_IN = ("desk", "review")


def paths(told: Mapping[str, Any]) -> dict[str, str]:
    """Our address of every page, from what `bench.measuring.inside` told."""
    return {
        "home": "/", "article": told["article"], "list": told["list"], "search_marks": "/tim-kiem/?q=Đức+Giang",
        "search_plain": "/tim-kiem/?q=duc+giang", "feed": "/rss/", "desk": "/viec-cua-toi/",
        "review": f"/viec/{told['items'][0]['pk']}/",
    }  # fmt: skip


class Plan:
    """Everything asked at one size."""

    def __init__(
        self, portal: Portal, told: Mapping[str, Any], static: Peer | None, others: Mapping[str, Peer],
        bases: Mapping[str, str],
    ) -> None:  # fmt: skip
        self.portal, self.told, self.static, self.others, self.bases = portal, told, static, others, bases
        self.paths = paths(told)
        self.words: dict[str, str] = {"home": told["newest"], "article": told["title"]}

    def storms(self) -> Iterator[list[Asked]]:
        """What stands side by side under sixteen connections, page by page; less where no peer stands beside us."""
        for page in KEPT:
            yield [*self._static(page), *self._front(page), self.ours(APP, page), *self._cached_peers(page)]
        for page in PACKED if self.others else ():
            name, more = f"{page}_gzip", GZIP
            yield [*self._static(page, name, more), *self._front(page, name, more), self.ours(APP, page, name, more)]
        for page in MADE:
            yield [self.ours(UNCACHED, page), *self._plain_peers(page)]
        for page in SIGNED_IN if self.others else ():
            yield [self.signed_in(page)]

    def single(self) -> Iterator[list[Asked]]:
        """What one client asks, one after the other."""
        for page in MADE:
            yield [self.ours(UNCACHED, page), *self._plain_peers(page)]
        for page in KEPT:
            yield [self.ours(APP, page), *self._front(page)]
        for page in SIGNED_IN:
            yield [self.signed_in(page)]

    def ours(self, subject: str, page: str, name: str = "", more: Mapping[str, str] | None = None) -> Asked:
        base, process = (self.portal.base, "server") if subject == APP else (self.portal.uncached, "uncached")
        return Asked(
            subject, name or page, base, self.paths[page], partial(self.portal.pids, process), {**HOST, **(more or {})}
        )

    def said(self, page: str) -> str:
        """Words that stand on this page, whoever serves it."""
        return self.words.get(page, "")

    def signed_in(self, page: str) -> Asked:
        headers = HOST | {"Cookie": f"sessionid={self.told['head']}"}
        return Asked(APP, page, self.portal.base, self.paths[page], partial(self.portal.pids, "server"), headers)

    def _front(self, page: str, name: str = "", more: Mapping[str, str] | None = None) -> list[Asked]:
        if not self.portal.pids("nginx"):
            return []
        pids = partial(self.portal.pids, "nginx", "server")
        return [
            Asked(
                NGINX,
                name or page,
                self.portal.front,
                self.paths[page],
                pids,
                {**HOST, **(more or {})},
                self.said(page),
            )
        ]

    def _static(self, page: str, name: str = "", more: Mapping[str, str] | None = None) -> list[Asked]:
        if self.static is None:
            return []
        path = self.static.pages()[page]
        return [
            Asked(
                STATIC, name or page, self.bases[self.static.name], path, self.static.pids, more or {}, self.said(page)
            )
        ]

    def _plain_peers(self, page: str) -> list[Asked]:
        return [
            self._peer(peer, page) for peer in self.others.values() if "cache" not in peer.name and page in peer.pages()
        ]

    def _cached_peers(self, page: str) -> list[Asked]:
        return [
            self._peer(peer, page) for peer in self.others.values() if "cache" in peer.name and page in peer.pages()
        ]

    def _peer(self, peer: Peer, page: str) -> Asked:
        return Asked(peer.name, page, self.bases[peer.name], peer.pages()[page], peer.pids, words=self.said(page))
