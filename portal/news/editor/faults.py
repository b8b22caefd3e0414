"""Everything that keeps a text from being saved, listed on top with the way to each place."""

from collections.abc import Iterator
from dataclasses import dataclass

from django import forms

from portal.news.editor.blocks import BlockForm
from portal.news.editor.blocks.pictures import GalleryForm
from portal.news.editor.sheet import Editor


@dataclass(frozen=True)
class Fault:
    """One mistake, named with its field, and the address of the field."""

    label: str
    message: str
    href: str


def faults(editor: Editor) -> list[Fault]:
    """In the order of the screen."""
    found = list(_of(editor.form, ""))
    for index, block in enumerate(editor.blocks, 1):
        found += _of_block(block, f"{index}. {block.title}: ")
    for form in editor.authors.forms:
        found += _of(form, "Tác giả: ")
    return found


def _of_block(block: BlockForm, before: str) -> Iterator[Fault]:
    yield from _of(block, before)
    if isinstance(block, GalleryForm):
        for number, shot in enumerate(block.shots, 1):
            yield from _of(shot, f"{before}ảnh {number}, ")


def _of(form: forms.BaseForm, before: str) -> Iterator[Fault]:
    for field in form.visible_fields():
        for message in field.errors:
            label = str(field.label)
            yield Fault(
                before + (label[:1].lower() + label[1:] if before else label), str(message), f"#{field.id_for_label}"
            )
