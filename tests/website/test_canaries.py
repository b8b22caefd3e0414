"""A stranger's crawl of everything that answers finds no word, picture or file of what is not for strangers."""

import re
from collections.abc import Iterator
from datetime import timedelta
from html import unescape
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest
from django.test import Client
from wagtail.models import Page

from portal.approval import actions as approval
from portal.files.models import Attachment, Picture
from portal.files.rules import RENDITIONS
from portal.news import actions as news
from portal.news.models import Article
from portal.people.models import Person
from portal.search import actions as search
from tests.cast import NOW, OLD, Cast
from tests.records.admitted import a_season, applied
from tests.website.pictures import a_paper, a_picture, shown

pytestmark = pytest.mark.usefixtures("as_outside")
LINK = re.compile(
    r"""(?:href|src|action)="([^"]+)"|content="(http[^"]+)"|<(?:loc|link|guid|id|url)[^>]*>([^<]+)<|href='([^']+)'"""
)
START = ("/", "/rss/", "/atom/", "/sitemap.xml", "/robots.txt", "/so-do/", "/ban-bien-tap/", "/tin-bai/", "/tim-kiem/")
SMALL = (150, 100)  # each is asked for in every size there is
KINDS = (
    "nhap",
    "dangxet",
    "tralai",
    "tuchoi",
    "choduyet",
    "dago",
    "hetgio",
    "noibo",
    "chinhsua",
    "chuyenmuc",
    "chuyende",
    "mucdago",
    "dutuyen",
)


def canary(kind: str) -> str:
    """A word that stands nowhere else, one for each kind of thing a stranger must not see."""
    return f"chimyen{kind}"


class School:
    """Everything a stranger must not see, one of each, with a picture and a paper of its own."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.pictures: list[int] = []
        self.papers: list[int] = []
        self.articles: dict[str, Article] = {}

    def words(self, kind: str, **more: object) -> dict[str, object]:
        word = canary(kind)
        picture = a_picture(self.cast.lan, title=f"{word} a", alt=f"{word} b", size=SMALL)
        paper = a_paper(self.cast.lan, title=f"{word} c", words=f"{word} d")
        self.pictures.append(picture.pk)
        self.papers.append(paper.pk)
        body = [
            {"type": "paragraph", "value": f"{word} e"}, shown(picture, f"{word} f"), {"type": "document", "value": paper.pk},
        ]  # fmt: skip
        return {
            "title": f"{word} g",
            "summary": f"{word} h",
            "place": f"{word} i",
            "body": body,
            "consent": True,
            **more,
        }

    def draft(self, kind: str, **more: object) -> Article:
        self.articles[kind] = self.cast.article(self.cast.lan, **self.words(kind, **more))
        return self.articles[kind]

    def plant(self) -> None:
        cast, down = (
            self.cast,
            {"ground": "privacy", "reason": canary("dago"), "by": self.cast.ha, "at": NOW, "channel": "test"},
        )
        self.draft("nhap")
        cast.submit(self.draft("dangxet"), cast.lan)
        for kind, verb, by in (("tralai", "send_back", cast.cuc), ("tuchoi", "refuse", cast.ha)):
            article = self.draft(kind)
            now = cast.submit(article, cast.lan)
            if verb == "refuse" and now.open and now.open.kind != "leader":
                cast.decide(article, "approve", cast.cuc)
            cast.decide(article, verb, by, reason=canary(kind), ground="quality" if verb == "refuse" else "")
        waiting = self.draft("choduyet")
        cast.submit(waiting, cast.lan)
        approval.schedule(waiting, publish_at=NOW + timedelta(days=1), by=cast.sen, at=NOW, channel="test")
        while (step := cast.standing(waiting).open) is not None:
            cast.decide(waiting, "approve", Person.objects.get(pk=step.holders[0].person))
        approval.withdraw(cast.up(self.draft("dago"), cast.lan), **down)
        self.articles["hetgio"] = cast.published(cast.lan, at=OLD, **self.words("hetgio", expires_at=NOW.isoformat()))
        cast.up(self.draft("noibo", section="trao-doi", audience="internal"), cast.lan)
        self.corrected()
        section = news.begin_section(title=canary("chuyenmuc"), intro=canary("chuyenmuc"), field=None, audience="internal",
                                     by=cast.sen, at=NOW, channel="test")  # fmt: skip
        cast.up(section, cast.sen)
        news.begin_topic(title=canary("chuyende"), intro=canary("chuyende"), by=cast.sen, at=NOW, channel="test")
        self.in_a_section_taken_down()
        self.who_applied()

    def in_a_section_taken_down(self) -> None:
        """An article nobody took down, in a section somebody did."""
        cast = self.cast
        closed = news.begin_section(title="Góc cũ", intro=canary("mucdago"), field=cast.fields["cm"], audience="public",
                                    by=cast.sen, at=NOW, channel="test")  # fmt: skip
        cast.up(closed, cast.sen)
        cast.up(self.draft("mucdago", section=closed.slug), cast.lan)
        approval.withdraw(closed, ground="error", reason=canary("mucdago"), by=cast.sen, at=NOW, channel="test")

    def who_applied(self) -> None:
        """A season everybody reads, and an application nobody but who handles it."""
        word = canary("dutuyen")
        said = {"child": f"{word} a", "guardian": f"{word} b", "address": f"{word} c", "note": f"{word} d"}
        self.application = applied(a_season(self.cast), **said).one

    def corrected(self) -> None:
        """An article that is up, with a correction under way that is not."""
        article = self.cast.published(self.cast.lan, title="Bài đang đăng")
        approval.correct(article, by=self.cast.lan, at=NOW, channel="test")
        news.edit(article, self.words("chinhsua"), by=self.cast.lan, at=NOW, channel="test")
        self.cast.submit(article, self.cast.lan)
        self.articles["chinhsua"] = article


@pytest.fixture
def school(cast: Cast) -> School:
    made = School(cast)
    made.plant()
    for number in range(14):
        cast.published(
            cast.lan,
            title=f"Bài công khai {number}",
            body=[shown(a_picture(cast.lan, size=SMALL)), {"type": "paragraph", "value": "Chữ."}],
        )
    search.reindex()
    return made


def links(path: str, html: str) -> Iterator[str]:
    """Addresses of this site named in an answer."""
    for match in LINK.finditer(html):
        raw = unescape(next(part for part in match.groups() if part))
        parts = urlsplit(urldefrag(urljoin(f"http://testserver{path}", raw.strip().split(" ")[0])).url)
        if parts.netloc == "testserver" and not parts.path.startswith("/static/"):
            yield f"{parts.path}?{parts.query}" if parts.query else parts.path


def guesses(school: School) -> Iterator[str]:
    """What a stranger would try who knows how addresses are made."""
    for page in Page.objects.exclude(depth__lt=3):
        yield "/" + page.url_path.lstrip("/").partition("/")[2]
    for article in school.articles.values():
        yield from (
            f"{place}{article.pk}/" for place in ("/viec/", "/viet/", "/api/v1/articles/", "/api/v1/public/articles/")
        )
        yield from (f"/api/v1/public/articles/{article.pk}", f"/admin/pages/{article.pk}/edit/")
    for picture in Picture.objects.values_list("pk", flat=True):
        yield from (f"/tep/anh/{picture}/{spec}/" for spec in sorted(RENDITIONS))
    yield from (f"/tep/{paper}/" for paper in Attachment.objects.values_list("pk", flat=True))
    yield f"/noi-bo/tuyen-sinh/ho-so/{school.application.pk}/"
    for word in (*(canary(kind) for kind in KINDS), "chimyen"):
        yield from (f"/tim-kiem/?q={word}", f"/api/v1/public/articles?q={word}")
    yield from (
        "/api/v1/public/articles",
        "/api/v1/sections",
        "/api/v1/openapi.json",
        "/documents/1/x/",
        "/tin-bai/?chi=anh",
    )
    yield from ("/rss/trao-doi/", "/atom/trao-doi/", "/noi-bo/", "/viec-cua-toi/")


MONTHS = ("2026-11",)


def crawl(client: Client, start: list[str]) -> dict[str, tuple[int, str]]:
    """Every address reached from `start`, with its status and what it said, headers too."""
    waiting, seen = list(dict.fromkeys(start)), dict[str, tuple[int, str]]()
    while waiting:
        assert len(seen) < 2_000, "the crawl finds ever new addresses"
        path = waiting.pop(0)
        if path in seen or ("thang=" in path and not any(f"thang={month}" in path for month in MONTHS)):
            continue  # the calendar has a page for every month of a century
        answer = client.get(unquote(path.partition("?")[0]), query_params=None, QUERY_STRING=path.partition("?")[2])
        body = b"".join(answer.streaming_content) if answer.streaming else answer.content  # type: ignore[attr-defined]
        words = body.decode("utf-8", "replace")
        seen[path] = (answer.status_code, f"{answer.headers}\n{words}")
        if answer.headers.get("Content-Type", "").startswith(("text/", "application/")):
            waiting += [link for link in links(path, words) if link not in seen]
        if "Location" in answer.headers:
            waiting += [link for link in links(path, f'href="{answer["Location"]}"') if link not in seen]
    return seen


def leaks(seen: dict[str, tuple[int, str]]) -> list[tuple[str, str]]:
    """Where a canary sang; a page may repeat the very words its address was asked for."""
    return [
        (path, kind)
        for path, (_, words) in seen.items()
        for kind in KINDS
        if canary(kind) in words.replace(unquote(path), "").replace(path, "") and canary(kind) not in path
    ]


def test_a_stranger_finds_no_canary_anywhere(school: School, client: Client) -> None:
    seen = crawl(client, [*START, *guesses(school)])
    assert leaks(seen) == []
    assert {path: status for path, (status, _) in seen.items() if status >= 500} == {}
    answered = {path for path, (status, _) in seen.items() if status == 200}
    assert {"/", "/rss/", "/chuyen-mon/", "/chuyen-mon/?page=2", "/tin-bai/bai-cong-khai-0/"} <= answered
    for pk in school.pictures:
        assert {seen[f"/tep/anh/{pk}/{spec}/"][0] for spec in RENDITIONS} == {404}
    assert {seen[f"/tep/{pk}/"][0] for pk in school.papers} == {404}
    searched = [path for path in seen if path.startswith("/tim-kiem/?q=chimyen") and "page" not in path]
    assert {client.get(path).context["count"] for path in searched} == {0}


@pytest.mark.sqlite  # over the other database a stranger goes everywhere
def test_readers_with_an_account_but_no_office_find_none_either(school: School, client: Client) -> None:
    client.force_login(school.cast.phu)
    assert leaks(crawl(client, [*START, *guesses(school)])) == []


@pytest.mark.sqlite
def test_the_crawl_would_notice(school: School, client: Client) -> None:
    """The same crawl as a teacher finds what is internal: the canaries do sing."""
    client.force_login(school.cast.khoa)
    found = {kind for _, kind in leaks(crawl(client, list(START)))}
    assert found == {"noibo", "chuyenmuc"}
