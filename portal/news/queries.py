"""What readers, writers and the board may see of sections and articles."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import F, Q, QuerySet
from django.db.models.fields.json import KT
from wagtail.models import Revision

from portal.approval.rules import Audience
from portal.base.ordering import titled
from portal.base.text import is_number, sort_key
from portal.files.models import Attachment, Picture
from portal.files.queries import holds_files, shows_to_writers
from portal.news.layout import Layout as Layout
from portal.news.layout import home_ahead as home_ahead
from portal.news.layout import home_in_force as home_in_force
from portal.news.layout import home_layout as home_layout
from portal.news.layout import leading as leading
from portal.news.models import Article, HomePage, Section, StandingPlace, Topic
from portal.news.models.listed import EVER
from portal.news.moments import next_change as next_change
from portal.news.named import newest_named as newest_named
from portal.news.places import BY_KEY, ORDER, VIETNAMESE
from portal.people import offices
from portal.people.models import Person
from portal.people.rules import Board, Kind

OF_A_CARD = (
    "title", "slug", "url_path", "summary", "body", "kind", "source_name", "advertiser_name", "expires_at", "opening_at",
    "event_start", "event_end", "place", "section__title", "section__url_path", "section__shape", "section__language",
    "case__published_at", "case__corrected_at",
)  # fmt: skip


def visible_to(person: object, at: datetime, board: Board | None = None) -> QuerySet[Article]:
    """Live articles this person may read, newest first: public ones, and internal ones for insiders (`is_insider`)."""
    live: QuerySet[Article] = Article.objects.filter(live=True, case__published_at__isnull=False)
    live = live.filter(Q(expires_at=None) | Q(expires_at__gt=at), section__live=True)
    if not offices.is_insider(person, at, board):
        live = live.filter(audience=Audience.PUBLIC, section__audience=Audience.PUBLIC)
    return live.order_by("-case__published_at", "-pk").select_related("section", "case")


def listed(person: object, at: datetime, board: Board | None = None) -> QuerySet[Article]:
    """The same in the order of lists, newest first, to be narrowed by `listed__section`, `__topic`, `__kind`, `__up_at`: a
    few are found without reading the rest."""
    return (
        visible_to(person, at, board).filter(listed__up_at__gt=EVER).order_by("-listed__up_at", "-listed__article_id")
    )


def news_of(person: object, at: datetime, board: Board | None = None) -> QuerySet[Article]:
    """What flows: everything this person may read but the pages, which have their places (see `news.places`)."""
    return listed(person, at, board).filter(section__shape=Section.Shape.NEWS)


def for_cards(found: QuerySet[Article]) -> QuerySet[Article]:
    """The same articles with no more of them than cards and days show: half the work of a list."""
    return found.only(*OF_A_CARD)


def with_hours_since(at: datetime) -> QuerySet[Article]:
    """Every text, up or not, that names an hour of what it tells from `at` on, to narrow a list by; by three indexes."""
    begun = Q(opening_at__gte=at) | Q(event_start__gte=at) | Q(event_end__gte=at)
    named: QuerySet[Article] = Article.objects.filter(begun)
    return named


@holds_files("news.article")
def public(at: datetime) -> QuerySet[Article]:
    """Live articles any reader may see."""
    return visible_to(None, at)


def standing(key: str, person: object, at: datetime, language: str = VIETNAMESE) -> Article | None:
    """The page that stands in a place, where this person may read it; one query."""
    return next(iter(standings([key], person, at, language)[key]), None)


def standings(
    keys: Iterable[str], person: object, at: datetime, language: str = VIETNAMESE
) -> dict[str, list[Article]]:
    """The pages that stand in some places, in their order, by key; one query. What is not up stands nowhere."""
    found: dict[str, list[Article]] = {key: [] for key in keys}
    placed = visible_to(person, at).filter(standings__key__in=found, standings__language=language)
    for article in placed.annotate(stands_in=F("standings__key")).order_by("standings__position"):
        found[article.stands_in].append(article)
    return found


def place_addresses(pages: Iterable[int]) -> dict[int, str]:
    """Where pages stand, by id: the address of the first place of each; one query. A page that stands nowhere has none."""
    rows = StandingPlace.objects.filter(article__in=pages).values_list("key", "language", "article", "article__slug")
    known = sorted((row for row in rows if row[0] in BY_KEY), key=lambda row: -ORDER[row[0]])
    return {pk: BY_KEY[key].address_of(slug, language) for key, language, pk, slug in known}


def on_shelf(section: Section, person: object, at: datetime) -> list[Article]:
    """The pages of a section in their set order: as they stand in their places, then by name; two queries."""
    pages = list(visible_to(person, at).filter(section=section))
    rows = StandingPlace.objects.filter(article__section=section).values_list("article", "key", "position")
    rank = {pk: (ORDER.get(key, len(ORDER)), number) for pk, key, number in rows}
    return sorted(pages, key=lambda page: (rank.get(page.pk, (len(ORDER), 0)), sort_key(page.title)))


def sections_for(person: object, at: datetime) -> QuerySet[Section]:
    """Live sections a person may open; internal ones are listed only to insiders."""
    return sections_within(inside=offices.is_insider(person, at))


def sections_within(*, inside: bool) -> QuerySet[Section]:
    """The same for whoever asked already whether he is inside."""
    live: QuerySet[Section] = Section.objects.filter(live=True)
    if not inside:
        live = live.filter(audience=Audience.PUBLIC)
    return live.select_related("field").order_by("position", titled())


def topics() -> QuerySet[Topic]:
    """Live topics."""
    live: QuerySet[Topic] = Topic.objects.filter(live=True)
    return live.order_by(titled())


def home() -> HomePage:
    """The root of the site; DoesNotExist before the school is set up."""
    found: HomePage = HomePage.objects.get()
    return found


def writable_sections(person: Person, at: datetime) -> QuerySet[Section]:
    """Sections this person may write in (Điều 11.5)."""
    sections = sections_for(person, at)
    if person.kind == Kind.COLLABORATOR:
        return sections.filter(field__in=offices.posts(person, at), audience=Audience.PUBLIC)
    return sections if person.kind == Kind.STAFF else sections.none()


def may_follow(person: Person, article: Article, board: Board) -> bool:
    """Who may see an item before it is up, with its history: its writers, the board, the school's leaders and the
    administrator who may have to take it down; of what is kept to a circle he sees only what is up."""
    case = article.case
    if person.pk == case.creator_id or person.pk in case.authors:
        return True
    if technical_only(board, person.pk):
        return article.live or article.for_technicians
    return person.pk in overseers(board)


def technical_only(board: Board, person: int) -> bool:
    """Whether somebody follows what others write by his technical power alone."""
    return person in board.sysadmins - (board.everyone | board.substitutes | board.principals | board.vice_principals)


def overseers(board: Board) -> frozenset[int]:
    """Who may follow every item: the board, the school's leaders, the administrator."""
    return board.everyone | board.principals | board.vice_principals | board.sysadmins


def follow(pk: int, person: Person, at: datetime, board: Board | None = None) -> Article:
    """An item somebody works on; Article.DoesNotExist also for whom it is none of his business."""
    if not is_number(str(pk)):
        raise Article.DoesNotExist(pk)
    article: Article = Article.objects.select_related("case", "section").get(pk=pk)
    board = board if board is not None else offices.board(at)
    if offices.is_suspended(person, at) or not may_follow(person, article, board):
        raise Article.DoesNotExist(pk)
    return article


@shows_to_writers
def in_own_text(stored: Picture | Attachment, person: Person, at: datetime) -> bool:
    """R-FILE-10: a collaborator sees what the newest text of his own items shows, whoever put it there (Điều 11.5)."""
    if offices.is_suspended(person, at):
        return False
    mine = Article.objects.filter(Q(case__creator=person) | Q(bylines__person=person))
    newest = Revision.objects.filter(pk__in=mine.values("latest_revision")).annotate(body=KT("content__body"))
    key = "picture" if isinstance(stored, Picture) else "document"
    shown = Q(body__contains=f'"{key}": {stored.pk},') | Q(body__contains=f'"{key}": {stored.pk}}}')
    if isinstance(stored, Attachment):
        shown |= Q(content__received_original=stored.pk)
    return bool(newest.filter(shown).exists())


def written_by(person: Person) -> QuerySet[Article]:
    """Items a person began, newest change first."""
    mine: QuerySet[Article] = Article.objects.filter(case__creator=person)
    return mine.select_related("case", "section").order_by("-case__touched_at")


@dataclass(frozen=True)
class Gone:
    """An article readers could once open: taken down by the board, or past its own date."""

    withdrawn_at: datetime | None
    expired_at: datetime | None


def gone(pk: int, person: object, at: datetime) -> Gone | None:
    """What became of an article this person may have read before; None where he never could."""
    once = Article.objects.filter(pk=pk, case__published_at__isnull=False)
    if not offices.is_insider(person, at):
        once = once.filter(audience=Audience.PUBLIC, section__audience=Audience.PUBLIC)
    article = once.first()
    if article is None:
        return None
    if article.live:
        expired = article.expires_at is not None and article.expires_at <= at
        return Gone(None, article.expires_at) if expired else None
    revoked = article.approvals.filter(went_live_at__isnull=False, revoked_at__isnull=False).order_by("-revoked_at")
    return Gone(revoked.values_list("revoked_at", flat=True).first(), None)
