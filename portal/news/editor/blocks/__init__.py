"""One small form for each kind of block: plain fields on screen, the plain values of `news.intake` behind them."""

from collections.abc import Iterator, Mapping
from typing import Any

from portal.news.editor.blocks.base import BlockForm, Shown
from portal.news.editor.blocks.documents import DOCUMENTS, DocumentForm
from portal.news.editor.blocks.links import LinksForm
from portal.news.editor.blocks.pictures import GalleryForm, ImageForm, ShotForm
from portal.news.editor.blocks.praise import PraiseForm
from portal.news.editor.blocks.tables import TableForm, row_cells, row_text
from portal.news.editor.blocks.words import HeadingForm, NoticeForm, ParagraphForm, QuoteForm, VideoForm

__all__ = [
    "DOCUMENTS", "FORMS", "BlockForm", "ParagraphForm", "PraiseForm", "TableForm", "row_cells", "row_text", "words_shown",
]  # fmt: skip

FORMS: Mapping[str, type[BlockForm]] = {
    form.kind: form
    for form in (
        ParagraphForm, HeadingForm, ImageForm, GalleryForm, QuoteForm, TableForm, DocumentForm, VideoForm, NoticeForm,
        LinksForm, PraiseForm,
    )
}  # fmt: skip


def words_shown(kind: str, value: Any) -> Iterator[Shown]:
    """The words a stored block has on screen, field by field."""
    if kind == GalleryForm.kind:
        for shot in value:
            yield from _words_of(ShotForm, shot)
    else:
        yield from _words_of(FORMS[kind], value)


def _words_of(form: type[BlockForm], value: Any) -> Iterator[Shown]:
    for name, said in form.shown(value).items():
        if isinstance(said, str):
            yield form.kind, name, said.strip()
