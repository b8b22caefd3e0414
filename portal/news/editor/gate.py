"""One text before one person: found, or not his business; open to him for changing, or why not."""

from dataclasses import dataclass
from datetime import datetime

from django.http import Http404, HttpRequest, QueryDict

from portal.approval import rules
from portal.approval.queries import Standing, latest, standing
from portal.approval.rules import State
from portal.base import clock
from portal.base.refused import refuse_if
from portal.base.rules import Refusal
from portal.news.editor.sheet import Editor, Files
from portal.news.models import Article
from portal.news.queries import follow
from portal.news.rules import may_write
from portal.people import offices
from portal.people.models import Person
from portal.people.rules import Board


@dataclass(frozen=True)
class Desk:
    """Somebody at one text, at one moment."""

    article: Article
    person: Person
    at: datetime
    board: Board
    now: Standing
    closed: Refusal | None  # why the text may not be changed by him now

    def editor(self, data: QueryDict | None = None, files: Files | None = None) -> Editor:
        draft = latest(self.article)
        if draft.section_id == self.article.section_id:
            draft.section = self.article.section
        return Editor(draft, person=self.person, at=self.at, hash=self.article.case.hash, data=data,
                      files=files, on_board=self.person.pk in self.board.everyone)  # fmt: skip


def sit_down(request: HttpRequest, pk: int) -> Desk:
    """The text and who is before it; 404 where it is none of his business."""
    at, person = clock.now(), request.user
    assert isinstance(person, Person)
    board = offices.board(at)
    try:
        article = follow(pk, person, at, board)
    except Article.DoesNotExist as missing:
        raise Http404 from missing
    now = standing(article.case, at, board)
    return Desk(article, person, at, board, now, may_edit(now, person, article))


def may_edit(now: Standing, person: Person, article: Article) -> Refusal | None:
    """Whether the rules of approval let this person change the text now."""
    acting = now.acts_as(person.pk)
    holder = acting[1] if acting else None
    return rules.may_edit(person.pk, State(now.case.state), now.hands, holder, now.board, live=article.live)


def writer(request: HttpRequest) -> Person:
    """Who is signed in, if he may write anywhere at all. Raises Refused."""
    person, at = request.user, clock.now()
    assert isinstance(person, Person)
    posts = offices.posts(person, at)
    anywhere = next(iter(posts), None)
    refuse_if(may_write(person.kind, posts, anywhere, internal=False, suspended=offices.is_suspended(person, at)))
    return person
