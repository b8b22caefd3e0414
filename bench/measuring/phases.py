"""The phases of a run, each on its own: what they need, what they note, what they end."""

import time
import traceback
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from gzip import compress
from typing import Any

from bench.measuring.asking import Asked, alone, press
from bench.measuring.clients import Client, has_wrk
from bench.measuring.counters import pss
from bench.measuring.ours import HOST, NGINX, Portal
from bench.measuring.plan import KEPT, MADE, SIGNED_IN, Plan, paths
from bench.measuring.targets import COLD, MEMORY_OURS, VISIBLE_APP, VISIBLE_NGINX
from bench.measuring.visible import approve
from bench.peers import Missing
from bench.peers.articles import measured
from bench.peers.nginx import StaticNginx
from bench.peers.peer import Peer
from bench.results import APP, MEMORY, MOMENT, STATIC, UNCACHED, Results
from bench.results import NGINX as OUR_NGINX

APPROVALS, STARTS, READERS = 5, 3, 12
MOST_OF_PEERS = 20_000  # articles
IN_TURN = ("home", "list", "article")


class Run:
    """One run over all sizes: what was asked for, what was found so far. `bring` gives a school of that many articles."""

    def __init__(
        self, results: Results, bring: Callable[[int], Portal], peers: Sequence[Peer], phases: Iterable[str],
        say: Callable[[str], None],
    ) -> None:  # fmt: skip
        self.results, self.bring, self.peers, self.phases, self.say = results, bring, peers, set(phases), say
        self.portals: dict[int, Portal] = {}
        self.told: dict[int, dict[str, Any]] = {}

    def whole(self) -> None:
        """Size by size, then the sizes in turn; whatever was started is ended."""
        try:
            for size in self.results.sizes:
                self.attempt(f"{size:,} articles", self.one, size)
            if "sizes" in self.phases and len(self.portals) > 1:
                self.sizes()
        finally:
            for portal in self.portals.values():
                portal.stop()

    def one(self, size: int) -> None:
        """Everything at one size. The server that keeps no page stays up for the sizes in turn."""
        self.say(f"{size:,} articles: getting ready")
        portal = self.portals[size] = self.bring(size)
        told = self.told[size] = portal.tell(measured(size), 1 + (2 if self.results.quick else APPROVALS))
        try:
            self.cold(portal)
            portal.work()
            self.attempt("nginx", portal.stand_before)
            if "moments" in self.phases:
                self.attempt(f"{size:,} articles, moments", self.moments, portal, told)
            if self.phases & {"rate", "alone", "sizes"}:
                portal.serve_uncached()
            if self.phases & {"rate", "alone"}:
                self.pages(portal, told)
        finally:
            portal.stop("server", "worker", NGINX)

    def cold(self, portal: Portal) -> None:
        """Cold starts, one after the other; the last one stays up."""
        row = self.results.row(MOMENT, APP, COLD, portal.size)
        for _ in range(STARTS if "moments" in self.phases and not self.results.quick else 1):
            portal.stop("server")
            row.values.append(portal.serve())

    def moments(self, portal: Portal, told: Mapping[str, Any]) -> None:
        """Memory once everything was asked for, and approvals until strangers see them."""
        self.say(f"{portal.size:,} articles: approvals, memory")
        self.read_on(portal, told)
        front = bool(portal.pids(NGINX))
        at_app = self.results.row(MOMENT, APP, VISIBLE_APP, portal.size)
        for item in told["items"][1:]:
            seen = approve(portal, told["head"], item["pk"], item["title"], front=front)
            at_app.values.append(seen.at_app)
            at_app.failed += not seen.at_next_request
            if seen.at_front is not None:
                self.results.row(MOMENT, OUR_NGINX, VISIBLE_NGINX, portal.size).values.append(seen.at_front)
        for name, parts in ((MEMORY_OURS, ("server", "worker")), ("server", ("server",)), ("worker", ("worker",))):
            self.results.row(MEMORY, APP, name, portal.size).values.append(pss(portal.pids(*parts)))

    def read_on(self, portal: Portal, told: Mapping[str, Any]) -> None:
        """A while of ordinary reading by several at once, so that memory is what it will be."""
        known, signed = paths(told), {"Cookie": f"sessionid={told['head']}"}
        stranger = [*told["others"], *(known[page] for page in MADE)]
        asked: list[tuple[str, dict[str, str]]] = [(path, {}) for path in stranger] + [
            (known[page], signed) for page in SIGNED_IN
        ]
        with ThreadPoolExecutor(READERS) as readers:
            for number in range(READERS):
                readers.submit(read_all, portal.base, asked[number:] + asked[:number])

    def pages(self, portal: Portal, told: Mapping[str, Any]) -> None:
        """Every page of everybody at this size, round by round."""
        static, others, bases = self._static(portal, told), self._ready(portal.size), dict[str, str]()
        every = [*([static] if static else []), *others.values()]
        try:
            for peer in every:
                self.attempt(peer.name, lambda peer=peer: bases.update({peer.name: peer.start()}))  # type: ignore[misc]
            begun = {name: peer for name, peer in others.items() if name in bases}
            plan = Plan(portal, told, static if static and static.name in bases else None, begun, bases)
            if "alone" in self.phases:
                self._alone(plan, portal.size)
            if "rate" in self.phases and has_wrk():
                self._rate(plan, portal.size)
            for name, peer in begun.items():
                self.results.row(MEMORY, name, "all", portal.size).values.append(pss(peer.pids()))
        finally:
            for peer in every:
                self.attempt(peer.name, peer.stop)

    def _alone(self, plan: Plan, size: int) -> None:
        for number in range(self.results.rounds):
            self.say(f"{size:,} articles, one client, round {number + 1}")
            for side_by_side in plan.single():
                for asked in side_by_side:
                    self.attempt(_named(asked, size), alone, asked, self.results, size, self._times(asked, size))

    def _times(self, asked: Asked, size: int) -> int:
        """How often one client asks: fewer times where one answer takes a second."""
        ours = asked.subject in (APP, UNCACHED, OUR_NGINX)
        slow = not ours and asked.page.startswith("search")
        few = (2 if size >= 10_000 else 4) if slow else 8
        return (12 if self.results.quick else 40) if ours else few

    def _rate(self, plan: Plan, size: int) -> None:
        for number in range(self.results.rounds):
            self.say(f"{size:,} articles, sixteen connections, round {number + 1}")
            for side_by_side in plan.storms():
                for seconds in self._windows(side_by_side):
                    for asked in side_by_side:
                        if not self._is_hopeless(asked, size, number):
                            self.attempt(_named(asked, size), press, asked, self.results, size, seconds)

    def _windows(self, side_by_side: Sequence[Asked]) -> list[float]:
        """Seconds of each turn: beside the limit short ones, for how connections fall on nginx's workers differs each time."""
        whole = self.results.seconds
        return [1.0] * round(whole) if any(asked.subject == STATIC for asked in side_by_side) else [whole]

    @staticmethod
    def _is_hopeless(asked: Asked, size: int, number: int) -> bool:
        """A peer's search over many articles answers nobody under sixteen connections: once is enough to say so."""
        ours = asked.subject in (APP, UNCACHED, OUR_NGINX)
        return not ours and size >= 10_000 and asked.page.startswith("search") and number > 0

    def sizes(self) -> None:
        """The same pages made anew at every size, in turn, one client."""
        many = 20 if self.results.quick else 60
        standing = {size: portal for size, portal in self.portals.items() if portal.pids("uncached")}
        for number in range(max(3, self.results.rounds)):
            self.say(f"sizes in turn, round {number + 1}")
            for page in IN_TURN:
                for size, portal in standing.items():
                    asked = Asked(UNCACHED, f"{page}_in_turn", portal.uncached, paths(self.told[size])[page],
                                  partial(portal.pids, "uncached"), HOST)  # fmt: skip
                    self.attempt(_named(asked, size), alone, asked, self.results, size, many)

    def _static(self, portal: Portal, told: Mapping[str, Any]) -> StaticNginx | None:
        """nginx with the bytes our own pages have."""
        client, known = Client(portal.base, **HOST), paths(told)
        bodies = {page: client.get(known[page]).body for page in KEPT}
        client.close()
        packed = {page: compress(body, 6, mtime=0) for page, body in bodies.items()}
        found = StaticNginx(portal.folder, portal.port + 3, bodies, packed)
        return found if self.attempt(found.name, found.prepare, portal.size) else None

    def _ready(self, size: int) -> dict[str, Peer]:
        """The peers that can be had here, with so many articles loaded."""
        if size > MOST_OF_PEERS:
            return {}
        ready = {}
        for peer in self.peers:
            began = time.monotonic()
            if self.attempt(peer.name, peer.prepare, size):
                ready[peer.name] = peer
                self.results.versions[peer.name] = peer.version()
            self.say(f"{size:,} articles, {peer.name}: ready in {time.monotonic() - began:.0f} s")
        return ready

    def attempt(self, name: str, what: Callable[..., object], *given: object) -> bool:
        """Whether it could be done; what the machine lacks or what went wrong is noted, and the run goes on."""
        try:
            what(*given)
        except Missing as lacking:
            self._note(str(lacking))
            return False
        except Exception as fault:
            traceback.print_exc()
            self._note(f"{name}: {type(fault).__name__}: {fault}")
            return False
        return True

    def _note(self, sentence: str) -> None:
        if sentence not in self.results.missing:
            self.results.missing.append(sentence)
            self.say(f"MISSING {sentence}")


def read_all(base: str, asked: Iterable[tuple[str, Mapping[str, str]]]) -> None:
    """One reader, one page after the other."""
    client = Client(base, **HOST)
    for path, headers in asked:
        client.get(path, **headers)
    client.close()


def _named(asked: Asked, size: int) -> str:
    return f"{asked.subject}, {asked.page}, {size:,} articles"
