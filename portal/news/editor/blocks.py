"""One small form for each kind of block: plain fields on screen, the plain values of `news.intake` behind them."""

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any, ClassVar

from django import forms
from django.core.files.uploadedfile import UploadedFile

from portal.base.refused import Refused
from portal.base.text import is_number
from portal.files.models import Attachment, Picture
from portal.news.editor.keeping import Keeper, sentences
from portal.news.editor.markup import as_html, as_text

PICTURES = "image/jpeg,image/png,image/webp"
DOCUMENTS = ".pdf,.docx,.xlsx,.pptx"
MARKS = "Dòng trống: đoạn mới. Dòng bắt đầu bằng “- ”: gạch đầu dòng. **đậm**, *nghiêng*, [chữ](https://địa-chỉ)."
CELL = re.compile(r"(?<!\\)\|")


class ManyFiles(forms.ClearableFileInput):
    allow_multiple_selected = True


class ManyFilesField(forms.FileField):
    """Several files chosen at once; an empty list where none."""

    widget = ManyFiles(attrs={"accept": PICTURES})

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile]:
        given = data if isinstance(data, list | tuple) else [data]
        return [super(ManyFilesField, self).clean(one, initial) for one in given if one]


def area(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class BlockForm(forms.Form):
    """A block on screen. `number` tells it from its neighbours; its place is where it stands in the page."""

    kind: ClassVar[str]
    title: ClassVar[str]
    template: ClassVar[str] = "components/fields.html"
    use_required_attribute = False

    def __init__(self, number: int, *args: Any, keeper: Keeper, **kwargs: Any) -> None:
        self.number, self.keeper = number, keeper
        super().__init__(*args, prefix=f"b-{number}", label_suffix="", **kwargs)
        self.refused: list[tuple[str, str]] = []
        self.saving = False

    @classmethod
    def shown(cls, value: Any) -> dict[str, Any]:
        """What the fields show for a stored value."""
        raise NotImplementedError

    def settle(self, *, saving: bool) -> None:
        """Keep the files that came along; before anything is checked."""
        self.saving = saving

    def value(self) -> Any:
        """The value for `news.intake`, None where nothing was typed."""
        raise NotImplementedError

    def pictures_wanted(self) -> Iterator[int]:
        """Ids of pictures the screen shows small."""
        return iter(())

    def give_pictures(self, found: Mapping[int, Picture]) -> None: ...

    def clean(self) -> dict[str, Any]:
        for name, message in self.refused:
            self.add_error(name, message)
        return self.cleaned_data

    def said(self, name: str) -> str:
        """What stands in a field, typed or stored."""
        value = self.data.get(self.add_prefix(name)) if self.is_bound else self.initial.get(name)
        return str(value if value is not None else "").replace("\r\n", "\n").strip()

    def put(self, name: str, value: Any) -> None:
        self.data[self.add_prefix(name)] = str(value)

    def given_file(self) -> UploadedFile | None:
        return self.files.get(self.add_prefix("upload")) if self.is_bound else None


class ParagraphForm(BlockForm):
    kind, title = "paragraph", "Đoạn văn"
    text = forms.CharField(label="Nội dung", required=False, strip=False, widget=area(8), help_text=MARKS)

    @classmethod
    def shown(cls, value: Any) -> dict[str, Any]:
        return {"text": as_text(value)}

    def value(self) -> Any:
        return as_html(self.said("text")) or None


class HeadingForm(BlockForm):
    kind, title = "heading", "Tiêu đề mục"
    text = forms.CharField(label="Tiêu đề mục", required=False)

    @classmethod
    def shown(cls, value: Any) -> dict[str, Any]:
        return {"text": value}

    def value(self) -> Any:
        return self.said("text") or None


class PictureFields(BlockForm):
    """A stored picture with the words beside it."""

    picture = forms.CharField(required=False, widget=forms.HiddenInput)
    alt = forms.CharField(
        label="Mô tả ảnh", required=False, max_length=300,
        help_text="Cho người không nhìn thấy ảnh: ai, đang làm gì, ở đâu.",
    )  # fmt: skip
    caption = forms.CharField(label="Chú thích", required=False, max_length=400)
    credit = forms.CharField(label="Người chụp", required=False, max_length=120)
    stored: Picture | None = None

    @classmethod
    def shown(cls, value: Any) -> dict[str, Any]:
        return {"picture": value["picture"], "caption": value["caption"]}

    def pictures_wanted(self) -> Iterator[int]:
        if is_number(pk := self.said("picture")):
            yield int(pk)

    def give_pictures(self, found: Mapping[int, Picture]) -> None:
        pk = self.said("picture")
        stored = found.get(int(pk)) if is_number(pk) else None
        if stored is None or not self.keeper.may_use(stored):
            return
        self.stored = stored
        if not self.is_bound:
            self.initial |= {"alt": stored.alt, "credit": stored.credit}

    def settle(self, *, saving: bool) -> None:
        self.saving = saving
        if self.stored is not None and saving:
            again = self.keeper.reworded(self.stored, alt=self.said("alt"), credit=self.said("credit"))
            self._hold(again)

    def _hold(self, picture: Picture) -> None:
        self.stored = picture
        self.put("picture", picture.pk)

    def value(self) -> Any:
        if self.stored is None:
            return None
        return {"picture": self.stored.pk, "caption": self.said("caption")}


class ImageForm(PictureFields):
    kind, title = "image", "Ảnh"
    template = "news/edit_picture.html"
    upload = forms.FileField(label="Chọn ảnh từ máy", required=False,
                              widget=forms.FileInput(attrs={"accept": PICTURES}))  # fmt: skip
    pick = forms.ChoiceField(label="hoặc dùng lại ảnh đã tải lên", required=False)
    field_order = ["picture", "upload", "pick", "alt", "caption", "credit"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["pick"].choices = [("", "– chọn ảnh –"), *self.keeper.recent]

    def pictures_wanted(self) -> Iterator[int]:
        yield from super().pictures_wanted()
        if is_number(pk := self.said("pick")):
            yield int(pk)

    def give_pictures(self, found: Mapping[int, Picture]) -> None:
        pk = self.said("pick") if self.is_bound else ""
        picked = found.get(int(pk)) if is_number(pk) else None
        if picked is not None and picked.uploaded_by_user_id == self.keeper.by.pk:
            self.put("picture", picked.pk)
            self.put("pick", "")
            self.put("alt", self.said("alt") or picked.alt)
            self.put("credit", self.said("credit") or picked.credit)
        super().give_pictures(found)

    def settle(self, *, saving: bool) -> None:
        upload = self.given_file()
        if upload is None:
            super().settle(saving=saving)
            return
        self.saving = saving
        try:
            words = {"alt": self.said("alt"), "credit": self.said("credit")}
            self._hold(self.keeper.picture(upload, title=self.said("caption") or words["alt"], **words))
        except Refused as refused:
            self.refused += [("upload", message) for message in sentences(refused)]

    def clean(self) -> dict[str, Any]:
        lonely = self.saving and self.stored is None and not self.refused
        if lonely and any(self.said(name) for name in ("alt", "caption", "credit")):
            self.add_error("upload", "Chưa có ảnh cho những lời đã ghi.")
        return super().clean()


class ShotForm(PictureFields):
    """One picture of a gallery."""

    kind, title = "shot", "Ảnh"
    drop = forms.BooleanField(label="Bỏ ảnh này", required=False)


class GalleryForm(BlockForm):
    kind, title = "gallery", "Bộ ảnh"
    template = "news/edit_gallery.html"
    uploads = ManyFilesField(label="Thêm ảnh từ máy (chọn được nhiều ảnh một lần)", required=False)

    def __init__(self, number: int, *args: Any, keeper: Keeper, **kwargs: Any) -> None:
        super().__init__(number, *args, keeper=keeper, **kwargs)
        if self.is_bound:
            numbers = [n for n in self.data.getlist(self.add_prefix("shots")) if is_number(n)]
            self.shots = [self._shot(int(n), self.data, self.files) for n in numbers]
        else:
            values = self.initial.get("shots", [])
            self.shots = [self._shot(n, initial=ShotForm.shown(value)) for n, value in enumerate(values)]

    def _shot(self, number: int, *args: Any, **kwargs: Any) -> ShotForm:
        shot = ShotForm(number, *args, keeper=self.keeper, **kwargs)
        shot.prefix = f"{self.prefix}-{number}"
        return shot

    @classmethod
    def shown(cls, value: Any) -> dict[str, Any]:
        return {"shots": value}

    def pictures_wanted(self) -> Iterator[int]:
        for shot in self.shots:
            yield from shot.pictures_wanted()

    def give_pictures(self, found: Mapping[int, Picture]) -> None:
        for shot in self.shots:
            shot.give_pictures(found)

    def settle(self, *, saving: bool) -> None:
        self.shots = [shot for shot in self.shots if not shot.said("drop")]
        for shot in self.shots:
            shot.settle(saving=saving)
        following = max((shot.number for shot in self.shots), default=-1) + 1
        for number, upload in enumerate(self.files.getlist(self.add_prefix("uploads")), following):
            try:
                picture = self.keeper.picture(upload, title="", alt="", credit="")
            except Refused as refused:
                self.refused += [("uploads", f"{upload.name}: {message}") for message in sentences(refused)]
                continue
            self.shots.append(self._shot(number, self.data, self.files))
            self.shots[-1]._hold(picture)

    def value(self) -> Any:
        return [value for shot in self.shots if (value := shot.value()) is not None] or None

    def is_valid(self) -> bool:
        return all([super().is_valid(), *(shot.is_valid() for shot in self.shots)])


class QuoteForm(BlockForm):
    kind, title = "quote", "Trích dẫn"
    text = forms.CharField(label="Lời trích", required=False, widget=area(3))
    source = forms.CharField(label="Của ai", required=False)

    @classmethod
    def shown(cls, value: Any) -> dict[str, Any]:
        return dict(value)

    def value(self) -> Any:
        value = {"text": self.said("text"), "source": self.said("source")}
        return value if any(value.values()) else None


class TableForm(BlockForm):
    kind, title = "table", "Bảng"
    caption = forms.CharField(label="Tên bảng", required=False)
    rows = forms.CharField(
        label="Các dòng", required=False, strip=False, widget=area(6),
        help_text="Mỗi dòng một hàng, các ô cách nhau bằng dấu | (hoặc dán từ bảng tính). Hàng đầu là tiêu đề.",
    )  # fmt: skip

    @classmethod
    def shown(cls, value: Any) -> dict[str, Any]:
        return {"caption": value["caption"], "rows": "\n".join(row_text(row) for row in value["rows"])}

    def value(self) -> Any:
        lines = self.data.get(self.add_prefix("rows"), "").splitlines() if self.is_bound else []
        rows = [row_cells(line) for line in lines if line.strip()]
        width = max(map(len, rows), default=0)
        if not rows and not self.said("caption"):
            return None
        return {"caption": self.said("caption"), "rows": [row + [""] * (width - len(row)) for row in rows]}


def row_text(row: list[str]) -> str:
    """One row as it is typed; bars at both ends where an end cell is empty."""
    cells = [" ".join(str(cell or "").split()).replace("|", "\\|") for cell in row]
    text = " | ".join(cells)
    return f"| {text} |" if not row or not cells[0] or not cells[-1] else text


def row_cells(line: str) -> list[str]:
    """The cells of a typed or pasted row."""
    if "\t" in line:
        return [cell.strip() for cell in line.split("\t")]
    line = line.strip()
    if len(line) > 1 and line.startswith("|") and line.endswith("|") and not line.endswith("\\|"):
        line = line[1:-1]
    return [cell.strip().replace("\\|", "|") for cell in CELL.split(line)]


class DocumentForm(BlockForm):
    kind, title = "document", "Tệp đính kèm"
    template = "news/edit_document.html"
    document = forms.CharField(required=False, widget=forms.HiddenInput)
    upload = forms.FileField(label="Chọn tệp từ máy (PDF, Word, Excel, PowerPoint)", required=False,
                              widget=forms.FileInput(attrs={"accept": DOCUMENTS}))  # fmt: skip
    name = forms.CharField(label="Tên tệp trên trang", required=False, max_length=200)

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


class VideoForm(BlockForm):
    kind, title = "video", "Video"
    url = forms.CharField(label="Địa chỉ video", required=False, widget=forms.URLInput,
                          help_text="Bắt đầu bằng https://; người đọc mở ở trang ấy.")  # fmt: skip
    name = forms.CharField(label="Tên video", required=False)

    @classmethod
    def shown(cls, value: Any) -> dict[str, Any]:
        return {"url": value["url"], "name": value["title"]}

    def value(self) -> Any:
        url, name = self.said("url"), self.said("name")
        return {"url": url, "title": name or url} if url or name else None


class NoticeForm(BlockForm):
    kind, title = "notice", "Ô chú ý"
    text = forms.CharField(label="Điều cần chú ý", required=False, widget=area(3))

    @classmethod
    def shown(cls, value: Any) -> dict[str, Any]:
        return {"text": value["text"]}

    def value(self) -> Any:
        return {"text": self.said("text")} if self.said("text") else None


FORMS: Mapping[str, type[BlockForm]] = {
    form.kind: form
    for form in (
        ParagraphForm, HeadingForm, ImageForm, GalleryForm, QuoteForm, TableForm, DocumentForm, VideoForm, NoticeForm,
    )
}  # fmt: skip
