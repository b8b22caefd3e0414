"""What somebody brought in, for his eyes; a draft made of it, for those who may follow the draft."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q, QuerySet

from portal.base.text import is_number
from portal.news.models import Article, Bringing, Brought
from portal.news.queries import follow
from portal.people.models import Person

LATELY = 5


@dataclass(frozen=True)
class Progress:
    """How far one bringing is."""

    done: int
    refused: int
    waiting: int

    @property
    def total(self) -> int:
        return self.done + self.refused + self.waiting

    @property
    def read(self) -> int:
        return self.done + self.refused


def lately(person: Person) -> list[Bringing]:
    """His latest bringings, with how many papers each had and how many wait; one query."""
    mine = Bringing.objects.filter(person=person).exclude(papers__state=Brought.State.HELD).order_by("-pk")
    waits = Count("papers", filter=Q(papers__state=Brought.State.WAITING))
    return list(mine.annotate(papers_count=Count("papers"), waiting_count=waits)[:LATELY])


def held_for(pk: str, person: Person) -> Bringing | None:
    """His bringing of that number, where files of it are held."""
    mine = Bringing.objects.filter(person=person, papers__state=Brought.State.HELD)
    return mine.filter(pk=int(pk)).first() if is_number(pk) else None


def held_in(bringing: Bringing | None) -> list[Brought]:
    """The files held, in the order they came."""
    return list(bringing.papers.filter(state=Brought.State.HELD).order_by("pk")) if bringing is not None else []


def papers_of(bringing: Bringing) -> QuerySet[Brought]:
    """Its papers in the order they were chosen, with the drafts they became."""
    return bringing.papers.select_related("article").defer("changes", "lost", "other").order_by("pk")


def progress(papers: QuerySet[Brought] | list[Brought]) -> Progress:
    states = [paper.state for paper in papers]
    return Progress(*(states.count(state) for state in ("done", "refused", "waiting")))


def brought_before(pk: int, person: Person, at: datetime) -> Brought:
    """One paper that became a draft this person may follow; Brought.DoesNotExist for whom it is none of his business."""
    row = Brought.objects.select_related("bringing", "original", "article__case").get(pk=pk, state=Brought.State.DONE)
    try:
        follow(row.article_id or 0, person, at)
    except Article.DoesNotExist as missing:
        raise Brought.DoesNotExist(pk) from missing
    return row


def brought_as(article: Article) -> Brought | None:
    """How a text was brought in, if it was."""
    found: Brought | None = article.brought.order_by("-pk").first()
    return found
