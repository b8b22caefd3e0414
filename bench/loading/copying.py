"""The rows of an article that went its whole way by the verbs, copied for another text: other words, other hour, own hash.

Nothing is decided here: each copy says of its own words what was really done with the pattern's, and the publish guard
asks for nothing the copy does not have (see `bench.loading.checking`).
"""

import copy
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from itertools import count, islice
from typing import Any
from uuid import UUID

from django.core.management.color import no_style
from django.db import connection, models, transaction
from django.db.models import Max
from wagtail.models import Page, Revision

from bench.corpus import Text
from bench.loading.school import School
from portal.approval.hashing import digest
from portal.approval.models import Approval, Case, Pass, Passage
from portal.base.models import JournalEntry
from portal.base.text import fold, slug, sort_bytes
from portal.files.models import Exposure
from portal.news.models import Article, ArticleIndex, Byline

IN_ORDER = (Revision, Page, Article, Byline, Case, Passage, Pass, Approval, Exposure, JournalEntry)
A_BATCH = 250  # articles written at once
ROWS_AT_ONCE = 500
Rows = dict[type[models.Model], list[models.Model]]


def body(text: Text, picture: int) -> list[dict[str, Any]]:
    """What an article consists of, as `news.write` takes it: a picture, then its paragraphs."""
    shot = {"type": "image", "value": {"picture": picture, "caption": ""}}
    return [shot, *({"type": "paragraph", "value": told} for told in text.paragraphs)]


class Pattern:
    """One article as the verbs left it: all its rows, its words as the hash sees them, its revision's content."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.page = Page.objects.get(pk=article.pk)
        self.case = Case.objects.get(page=article.pk)
        assert self.case.published_at is not None
        self.at: datetime = self.case.published_at
        self.revision = Revision.objects.get(pk=self.case.revision_id)
        self.passage = Passage.objects.get(case=self.case)
        self.approval = Approval.objects.get(page=article.pk)
        self.rest: dict[type[models.Model], list[models.Model]] = {
            Byline: list(Byline.objects.filter(article=article)),
            Pass: list(Pass.objects.filter(passage=self.passage)),
            Exposure: list(Exposure.objects.filter(holder_type=article._meta.label_lower, holder_id=article.pk)),
        }
        lines = JournalEntry.objects.filter(subject_type=article._meta.label_lower, subject_id=article.pk)
        self.journal = list(lines.order_by("pk"))
        self.projection = article.projection()


class Copier:
    """Gives out ids and places in the tree, and makes the rows of one text after another."""

    def __init__(self, school: School, patterns: dict[int, Pattern]) -> None:
        self.school, self.patterns = school, patterns
        self.index = ArticleIndex.objects.get()
        self.ids = {model: _ids_of(model) for model in IN_ORDER if model is not Article}
        self.places = count(int(self.index.get_children().count()) + 1)

    def rows(self, text: Text) -> Iterator[models.Model]:
        """Every row of one article."""
        pattern, picture = self.patterns[text.section], self.school.pictures[text.picture]
        later = text.published - pattern.at
        page, revision, case, passage, approval = (
            next(self.ids[one]) for one in (Page, Revision, Case, Passage, Approval)
        )
        name = f"{slug(text.title)[:180]}-{text.number}"
        shown = body(text, picture.pk)
        projection = pattern.projection | {
            "title": text.title, "slug": name, "summary": text.summary,
            "body": [[block["type"], self._plain(block, picture)] for block in shown],
        }  # fmt: skip
        digested = digest(projection)
        words = {"title": text.title, "summary": text.summary, "slug": name, "draft_title": text.title,
                 "url_path": f"{self.index.url_path}{name}/", "path": self._place(),
                 "translation_key": UUID(int=(0xB << 120) + text.number)}  # fmt: skip
        raw = json.dumps(shown)
        bylines = [next(self.ids[Byline]) for _ in pattern.rest[Byline]]
        ties = {"revision_id": revision, "hash": digested}
        content = self._content(
            pattern, page, words | {"body": raw, "translation_key": str(words["translation_key"])}, bylines
        )
        yield _copied(pattern.revision, later, pk=revision, object_id=str(page), object_str=text.title, content=content)
        held = {"latest_revision_id": revision, "live_revision_id": revision}
        yield _copied(pattern.page, later, pk=page, **words, **held)
        yield _copied(pattern.article, later, pk=page, page_ptr_id=page, id=page, **words, **held, body=raw)
        for pk, line in zip(bylines, pattern.rest[Byline], strict=True):
            yield _copied(line, later, pk=pk, article_id=page)
        yield _copied(pattern.case, later, pk=case, page_id=page, title=text.title, title_key=fold(text.title),
                      title_order=sort_bytes(text.title), **ties)  # fmt: skip
        yield _copied(pattern.passage, later, pk=passage, case_id=case)
        passes = {}
        for given in pattern.rest[Pass]:
            passes[given.pk] = next(self.ids[Pass])
            yield _copied(given, later, pk=passes[given.pk], passage_id=passage, **ties)
        decided = passes[pattern.approval.decided_by_pass_id]
        yield _copied(pattern.approval, later, pk=approval, page_id=page, decided_by_pass_id=decided, **ties)
        for exposure in pattern.rest[Exposure]:
            yield _copied(exposure, later, pk=next(self.ids[Exposure]), holder_id=page, picture_id=picture.pk)
        for line in pattern.journal:
            data = line.data | {
                name: new for name, new in (("passage", passage), ("approval", approval)) if name in line.data
            }
            yield _copied(line, later, pk=next(self.ids[JournalEntry]), subject_id=page, data=data, **ties)

    def _place(self) -> str:
        return str(Page._get_path(self.index.path, self.index.depth + 1, next(self.places)))

    @staticmethod
    def _plain(block: dict[str, Any], picture: Any) -> Any:
        """A block's value as the hash sees it."""
        if block["type"] != "image":
            return block["value"]
        return {"picture": {"sha256": picture.sha256, "alt": picture.alt, "credit": picture.credit}, "caption": ""}

    @staticmethod
    def _content(pattern: Pattern, page: int, words: dict[str, Any], bylines: list[int]) -> dict[str, Any]:
        """What the revision keeps: the pattern's, with these words."""
        lines = [
            line | {"pk": pk, "article": page}
            for pk, line in zip(bylines, pattern.revision.content["bylines"], strict=True)
        ]
        return {**pattern.revision.content, **words, "pk": page, "bylines": lines}

    def close(self) -> None:
        """The parent knows how many children it has, the database the next free ids."""
        Page.objects.filter(pk=self.index.pk).update(numchild=next(self.places) - 1)
        with connection.cursor() as cursor:
            for statement in connection.ops.sequence_reset_sql(
                no_style(), [one for one in IN_ORDER if one is not Article]
            ):
                cursor.execute(statement)


def write(rows: Iterable[Iterable[models.Model]], told: Any) -> None:
    """Write the rows of many articles, some hundred articles in one transaction; `told` hears how many are written."""
    waiting, written = iter(rows), 0
    while batch := list(islice(waiting, A_BATCH)):
        sorted_out: Rows = defaultdict(list)
        for one in batch:
            for row in one:
                sorted_out[type(row)].append(row)
        with transaction.atomic():
            for model in IN_ORDER:
                _insert(model, sorted_out[model])
        written += len(batch)
        told(written)


def _insert(model: type[models.Model], rows: list[models.Model]) -> None:
    """Past `save()` and its guards; of an article only its own table, its page is written beside it."""
    if model is Article:
        made = model._base_manager.all()
        made._for_write = True
        fields = [field for field in model._meta.local_concrete_fields if not field.generated]
        made._batched_insert(rows, fields=fields, batch_size=ROWS_AT_ONCE)  # type: ignore[attr-defined]
    else:
        model._base_manager.bulk_create(rows, batch_size=ROWS_AT_ONCE)


def _copied(row: models.Model, later: timedelta, **changes: Any) -> models.Model:
    """The same row with its hours moved by `later` and some columns changed."""
    made = copy.copy(row)
    made._state = copy.copy(row._state)
    made._state.adding = True
    made.__dict__ = {
        name: value + later if isinstance(value, datetime) else value for name, value in made.__dict__.items()
    }
    made._state.fields_cache = {}
    for name, value in changes.items():
        setattr(made, name, value)
    return made


def _ids_of(model: type[models.Model]) -> Iterator[int]:
    return count((model._base_manager.aggregate(top=Max("pk"))["top"] or 0) + 1)
