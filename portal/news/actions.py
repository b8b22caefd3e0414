"""Writing articles and the pages around them. Deciding about them is `approval`'s."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from portal.approval import actions as approval
from portal.approval.queries import latest
from portal.base import epoch, journal
from portal.base.refused import Refused, refuse_if
from portal.base.rules import Ground, Refusal
from portal.base.text import nfc, slug
from portal.news.bringing.queued import read_waiting as read_waiting
from portal.news.front import arrange_home as arrange_home
from portal.news.front import cancel_home as cancel_home
from portal.news.front import undo_home as undo_home
from portal.news.intake import Intake
from portal.news.listing import rebuild as rebuild
from portal.news.models import Article, ArticleIndex, Byline, HomePage, Section, Topic, UrgentTemplate
from portal.news.places import VIETNAMESE
from portal.news.rules import may_approve_template, may_keep_templates, may_write
from portal.news.shelving import shelve as shelve
from portal.news.standing import stand as stand
from portal.people import offices
from portal.people.models import Field, Person


@transaction.atomic
def write(data: Mapping[str, Any], *, by: Person, at: datetime, channel: str) -> Article:
    """Begin an article from plain values (see docs/api.md for their names).

    Raises Refused: 403 where the person may not write there, 422 with every field that is wrong.
    """
    draft = Article(title="", genre="tin-ngan", live=False, owner=by)
    refuse_if(may_write(by.kind, frozenset(), None, internal=False, suspended=offices.is_suspended(by, at))
              if by.kind != Person.Kind.COLLABORATOR else None)  # fmt: skip
    refusals = Intake(draft, by, at).apply(data)
    if not data.get("section"):
        refusals.append(_needed("section", "Hãy chọn chuyên mục."))
    if not draft.title:
        refusals.append(_needed("title", "Bài cần có tiêu đề, có thể sửa sau."))
    refuse_if(*{(refusal.field, refusal.message): refusal for refusal in refusals}.values())
    _may_write_here(draft, by, at)
    if not data.get("authors") and not draft.is_received:
        draft.bylines = [Byline(person=by, share=100)]  # type: ignore[assignment]
    draft.slug = free_slug(slug(draft.title))
    ArticleIndex.objects.get().add_child(instance=draft)
    draft.save_revision(user=by, log_action=True)
    approval.open_case(draft, by=by, at=at, channel=channel)
    return draft


def _needed(field: str, message: str) -> Refusal:
    return Refusal("R-READY-02" if field == "section" else "R-READY-01", "Điều 12.2", message, field, Ground.NOT_READY)


def _may_write_here(draft: Article, by: Person, at: datetime) -> None:
    internal = draft.audience == Section.Reach.INTERNAL or draft.section.audience == Section.Reach.INTERNAL
    posts = offices.posts(by, at)
    refuse_if(
        may_write(by.kind, posts, draft.section.field_id, internal=internal, suspended=offices.is_suspended(by, at))
    )
    if draft.urgent_template_id:
        refuse_if(may_keep_templates(by.pk in offices.board(at).everyone))


@transaction.atomic
def edit(
    article: Article, data: Mapping[str, Any], *, by: Person, at: datetime, channel: str, based_on: str | None = None
) -> Article:
    """Change what `data` names. `based_on` is the hash the editor saw. Raises Refused: 403, 409, 422."""
    draft: Article = latest(article)
    refusals = Intake(draft, by, at).apply(data)
    if not draft.title:
        refusals.append(_needed("title", "Bài cần có tiêu đề."))
    refuse_if(*refusals)
    _may_write_here(draft, by, at)
    if not article.live and article.case.published_at is None and draft.title != article.title:
        draft.slug = free_slug(slug(draft.title), but=article.pk)
    approval.save_text(draft, by=by, at=at, channel=channel, based_on=based_on)
    return draft


def free_slug(wanted: str, but: int | None = None) -> str:
    """`wanted`, or with the first free number behind it."""
    taken = set(Article.objects.filter(slug__startswith=wanted).exclude(pk=but).values_list("slug", flat=True))
    tries = (wanted if number == 1 else f"{wanted}-{number}" for number in range(1, len(taken) + 2))
    return next(one for one in tries if one not in taken)


@transaction.atomic
def begin_section(
    *, title: str, intro: str, field: Field | None, audience: str, by: Person, at: datetime, channel: str,
    slug_: str = "", position: int = 100, shape: str = Section.Shape.NEWS, language: str = VIETNAMESE,
) -> Section:  # fmt: skip
    """Begin a section; readers see it once its words are approved (Điều 12.1). A section of pages stands still: what it
    holds flows into no list of news."""
    _may_arrange(by, at)
    section = Section(title=nfc(title), intro=nfc(intro), field=field, audience=audience, slug=slug_ or slug(title),
                      position=position, shape=shape, language=language, live=False, owner=by)  # fmt: skip
    begun: Section = _begin(section, by=by, at=at, channel=channel)
    return begun


@transaction.atomic
def begin_topic(*, title: str, intro: str, by: Person, at: datetime, channel: str, slug_: str = "") -> Topic:
    """Begin a topic; readers see it once its words are approved."""
    _may_arrange(by, at)
    topic = Topic(title=nfc(title), intro=nfc(intro), slug=slug_ or slug(title), live=False, owner=by)
    begun: Topic = _begin(topic, by=by, at=at, channel=channel)
    return begun


def _begin(page: Any, *, by: Person, at: datetime, channel: str) -> Any:
    HomePage.objects.get().add_child(instance=page)
    page.save_revision(user=by, log_action=True)
    approval.open_case(page, by=by, at=at, channel=channel)
    return page


@transaction.atomic
def reword(
    page: Section | Topic, *, title: str, intro: str, by: Person, at: datetime, channel: str,
    based_on: str | None = None,
) -> Any:  # fmt: skip
    """Change the words of a section or a topic; they go the way of every text."""
    _may_arrange(by, at)
    draft = latest(page)
    draft.title, draft.intro = nfc(title).strip(), nfc(intro).strip()
    approval.save_text(draft, by=by, at=at, channel=channel, based_on=based_on)
    return draft


def _may_arrange(by: Person, at: datetime) -> None:
    """R-SECTION-01: sections and topics are in the Secretary's care, with the board (Điều 8.3, 12.1)."""
    if by.pk not in offices.board(at).everyone:
        raise Refused(Refusal("R-SECTION-01", "Điều 8.3, 12.1", "Chuyên mục do Thư ký và thành viên Ban phụ trách."))


@transaction.atomic
def draw_up_template(*, title: str, text: str, by: Person, at: datetime, channel: str) -> UrgentTemplate:
    """Draw up a form of urgent notice; it may be used once the Head has approved it (Điều 10.2)."""
    refuse_if(may_keep_templates(by.pk in offices.board(at).everyone))
    template = UrgentTemplate.objects.create(title=nfc(title).strip(), text=nfc(text).strip())
    journal.record("template_draw_up", subject=template, by=by, at=at, channel=channel, clause="Điều 10.2")
    return template


@transaction.atomic
def approve_template(template: UrgentTemplate, *, by: Person, at: datetime, channel: str) -> UrgentTemplate:
    """The Head approves a form beforehand."""
    refuse_if(may_approve_template(by.pk in offices.board(at).leaders))
    template.approved_by, template.approved_at = by, at
    template.save(update_fields=["approved_by", "approved_at"])
    journal.record("template_approve", subject=template, by=by, at=at, channel=channel, rule="R-URGENT-03",
                   clause="Điều 10.2")  # fmt: skip
    epoch.bump()  # what is up and was written from it heads every page from now on
    return template
