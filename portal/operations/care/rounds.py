"""One looking-over from its first page to its last, in a process of its own (`manage.py care`).

Each page is settled in its own transaction, and how far the round came is written down with it: a killed round goes on there.
"""

import hashlib
from collections.abc import Callable
from dataclasses import replace
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from django.db.models import Q

from portal.base import clock, regulation
from portal.base.models import School as OurSchool
from portal.news.models import Article, Section
from portal.news.presenters import address
from portal.news.queries import place_addresses
from portal.operations.care import crawler, records
from portal.operations.care.asking import Asking, answered, broken_outside, due
from portal.operations.care.domains import host_of
from portal.operations.care.faults import OF_A_PAGE, Fault, School, faults_of, title_of
from portal.operations.care.ours import ours
from portal.operations.care.outside import Asker, resolved
from portal.operations.care.page import Link, Seen, read
from portal.operations.care.pulse import machine_hour
from portal.operations.care.rules import Kind, chosen, line_is_down
from portal.operations.care.settling import settle
from portal.operations.models import Finding, KnownDomain, OutLink, Place, Round

DOOR_INSIDE = "/noi-bo/"  # in every menu: by its name one expects to sign in there
ALWAYS_KNOWN = ("gov.vn",)
Whereabouts = tuple[int | None, int | None]  # a page and the field it belongs to


class Looking:
    """Carries one round out. `asker` asks outside; `exists` tells whether a domain has an address: both handed in by tests."""

    def __init__(
        self,
        round_: Round,
        *,
        asker: Asker | None = None,
        exists: Callable[[str], bool] | None = None,
        pause: float = 1.0,
    ) -> None:
        self.round, self.asker, self.pause = round_, asker or Asker(), pause
        self.exists = exists or (lambda host: bool(resolved(host, 80)))
        self.pages: list[str] = []
        self.known = frozenset[str]()
        self.answers: dict[str, int | None] = {}
        self.standing: dict[str, int] = {}
        self.school = School("", ())

    def run(self) -> Round:
        """Every stage that is left; the round is done at its end."""
        self._begin()
        verbs = {"pages": self.look_at_pages, "records": self.look_at_records, "outside": self.ask_outside}
        for stage in list(verbs)[list(verbs).index(self.round.stage or "pages") :]:
            self._note(stage=stage)
            verbs[stage]()
        self._note(state=Round.State.DONE, finished_at=clock.now())
        return self.round

    def _begin(self) -> None:
        self.pages = crawler.pages()
        self.known = frozenset(self.pages)
        domains = KnownDomain.objects.filter(ended_at=None).values_list("domain", flat=True)
        shelved = Article.objects.filter(live=True, section__shape=Section.Shape.PAGES).values_list("pk", flat=True)
        self.standing = {path: pk for pk, path in place_addresses(shelved).items()}
        self.school = School(own_domain(), (*ALWAYS_KNOWN, *domains), _frame(read(crawler.ask("/").words)), ours())

    def _note(self, **changes: object) -> None:
        """How far the round came, with a sign of life by the machine's clock."""
        for name, value in changes.items():
            setattr(self.round, name, value)
        Round.objects.filter(pk=self.round.pk).update(**changes, alive_at=machine_hour(), counts=self.round.counts)

    def _count(self, name: str, by: int) -> None:
        self.round.counts[name] = self.round.counts.get(name, 0) + by

    # pages

    def look_at_pages(self) -> None:
        """The head of the map, the newest, the next part of the archive, and whatever had a fault."""
        before = Round.objects.filter(state=Round.State.DONE).order_by("-pk").values_list("reached", flat=True).first()
        paths = chosen(self.pages, before or "")
        faulty = Place.objects.filter(gone_at=None, finding__state=Finding.State.OPEN, finding__kind__in=OF_A_PAGE)
        paths = list(dict.fromkeys([*faulty.exclude(path="").order_by("pk").values_list("path", flat=True), *paths]))
        start = paths.index(self.round.position) + 1 if self.round.position in paths else 0
        self.round.counts["of"] = self.round.counts.get("pages", 0) + len(paths) - start
        for path in paths[start:]:
            self.look_at(path)
            self._count("pages", 1)
            self._note(position=path[:500], reached=path[:500])

    def look_at(self, path: str) -> None:
        """One page, as a browser and as a robot get it; its faults and its ways out are brought up to date."""
        at, answer = clock.now(), crawler.ask(path)
        faults: list[Fault] = []
        seen = Seen()
        if answer.status == 200:
            seen = read(answer.words)
            robot = read(crawler.ask(path, crawler.ROBOT).words)
            faults = faults_of(path, seen, robot, self.school, self.status_of)
        elif path in self.known:
            faults = [
                Fault(Kind.BROKEN_INSIDE, path, path, f"Bản đồ trang dẫn tới đây, trang trả lời {answer.status}.")
            ]
        if faults:
            page, field = self.whereabouts(path)
            faults = [replace(one, page=page, field=field) for one in faults]
        with transaction.atomic():
            new, mended = settle(Q(path=path, finding__kind__in=OF_A_PAGE), faults, at=at)
            _keep_ways_out(path, seen, self.school)
        self._count("new", new)
        self._count("mended", mended)

    def status_of(self, target: str) -> int | None:
        """How an address of ours answers strangers, asked once a round; None where it asks them to sign in."""
        path = target.partition("?")[0]
        if path == target and (path in self.known or path == DOOR_INSIDE):
            return 200
        if target not in self.answers:
            answer = crawler.ask(target, method="HEAD")
            self.answers[target] = None if answer.asks_to_sign_in else answer.status
        return self.answers[target]

    def whereabouts(self, path: str) -> Whereabouts:
        """Which page stands at an address, and in which field; nobody's where no page does."""
        slug = path.strip("/").rpartition("/")[2]
        of = Q(pk=self.standing[path]) if path in self.standing else Q(slug=slug)
        for article in Article.objects.filter(of, live=True).select_related("section"):
            if path in self.standing or address(article) == path:
                return article.pk, article.section.field_id
        for section in Section.objects.filter(slug=slug, live=True):
            if address(section) == path:
                return section.pk, section.field_id
        return None, None

    # records

    def look_at_records(self) -> None:
        at = clock.now()
        new, mended = settle(Q(finding__kind__in=records.OF_RECORDS), records.faults(at), at=at)
        self._count("new", new)
        self._count("mended", mended)

    # outside

    def ask_outside(self) -> None:
        """Only where the Head allowed it: addresses one after another, then the school's twins."""
        at = clock.now()
        if not regulation.number("care.outside", at.date()):
            return
        asking = Asking(self.asker, self.exists, pause=self.pause, alive=self._asked)
        told = asking.ask(due(at))
        if line_is_down([one.status for one in told.values()]):
            return
        for url, outcome in told.items():
            answered(url, outcome.status, outcome.note, at=at)
        new, mended = settle(Q(finding__kind=Kind.BROKEN_OUTSIDE), broken_outside(self.whereabouts), at=at)
        self._count("new", new)
        self._count("mended", mended)
        twins_found = asking.twins(self.school)
        if twins_found is not None:
            settle(Q(finding__kind=Kind.LOOKALIKE, path=""), twins_found, at=at)

    def _asked(self) -> None:
        self._count("outside", 1)
        self._note()


def own_domain() -> str:
    """The domain the school told as its own, else the one the portal answers on."""
    school = OurSchool.objects.first()
    host = urlsplit(f"//{school.domain}").hostname if school and school.domain else None
    return host or urlsplit(settings.PORTAL_BASE_URL).hostname or ""


def _frame(home: Seen) -> frozenset[str]:
    """What every page leads to: told once, with the home page."""
    return frozenset(link.href for link in home.links if not link.main)


def _ways_out(seen: Seen, school: School) -> dict[str, Link]:
    links = (link for link in seen.links if link.href not in school.frame or link.main)
    return {link.href[:2000]: link for link in links if crawler.outside(link.href)}


def _keep_ways_out(path: str, seen: Seen, school: School) -> None:
    """Which addresses outside a page leads to now; what it led to before is forgotten, an answer known is kept."""
    out = {hashlib.sha256(url.encode()).hexdigest(): url for url in _ways_out(seen, school)}
    standing = dict(OutLink.objects.filter(path=path).values_list("url_key", "pk"))
    OutLink.objects.filter(pk__in=[pk for key, pk in standing.items() if key not in out]).delete()
    OutLink.objects.bulk_create(
        [
            OutLink(path=path, title=title_of(seen), url=url, url_key=key, host=host_of(url)[:255])
            for key, url in out.items()
            if key not in standing
        ]
    )
