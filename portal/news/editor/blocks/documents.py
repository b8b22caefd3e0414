"""A document to download."""

from functools import cached_property
from typing import Any

from django import forms

from portal.base.refused import Refused
from portal.base.text import is_number
from portal.files.models import Attachment
from portal.news.editor.blocks.base import BlockForm
from portal.news.editor.keeping import sentences

DOCUMENTS = ".pdf,.docx,.xlsx,.pptx"


class DocumentForm(BlockForm):
    kind, title = "document", "Tệp đính kèm"
    template = "news/edit_document.html"
    mended = ("name",)
    document = forms.CharField(required=False, widget=forms.HiddenInput)
    upload = forms.FileField(label="Chọn tệp từ máy (PDF, Word, Excel, PowerPoint)", required=False,
                              widget=forms.FileInput(attrs={"accept": DOCUMENTS}))  # fmt: skip
    name = forms.CharField(label="Tên tệp trên trang", required=False, max_length=200,
                           help_text="Để trống thì lấy tên của tệp.")  # fmt: skip

    @classmethod
    def shown(cls, value: Any) -> dict[str, Any]:
        return {"document": value["document"]}

    @cached_property
    def stored(self) -> Attachment | None:
        """The document chosen; one this person may put into a text, or none."""
        pk = self.said("document")
        found = Attachment.objects.filter(pk=int(pk)).first() if is_number(pk) else None
        return found if found is not None and self.keeper.may_use(found) else None

    def settle(self, *, saving: bool) -> None:
        self.saving = saving
        upload = self.given_file()
        if upload is not None:
            try:
                self.put("document", self.keeper.document(upload, title=self.said("name")).pk)
                self.put("name", "")
                self.__dict__.pop("stored", None)
            except Refused as refused:
                self.refused += [("upload", message) for message in sentences(refused)]

    def clean(self) -> dict[str, Any]:
        if self.saving and not self.refused and self.said("name") and not self.said("document"):
            self.add_error("upload", "Chưa có tệp cho tên đã ghi.")
        return super().clean()

    def value(self) -> Any:
        return {"document": self.stored.pk} if self.stored is not None else None
