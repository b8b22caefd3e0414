"""One picture, or an album of them."""

from collections.abc import Iterator, Mapping, Set
from typing import Any

from django import forms

from portal.base.forms import ManyFilesField
from portal.base.refused import Refused
from portal.base.text import is_number
from portal.files.models import Picture
from portal.news.editor.blocks.base import BlockForm, Shown
from portal.news.editor.keeping import Keeper, sentences
from portal.news.editor.mended import Mending
from portal.news.plain_rules import describes

PICTURES = "image/jpeg,image/png,image/webp"
NOTHING_SAID = "Ảnh này cần mô tả trước khi trình: trong ảnh có ai, đang làm gì, ở đâu."


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
    who: Any = None  # what is said of who is in it, where the screen asked (see `editor.pictured`)
    mended = ("alt", "caption", "credit")
    is_text = False

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

    def mend(self, mending: Mending, known: Set[Shown]) -> None:
        if self.stored is not None:
            known = known | {(self.kind, "alt", self.stored.alt), (self.kind, "credit", self.stored.credit)}
        super().mend(mending, known)

    def pictures_told(self) -> Iterator[tuple[str, bool]]:
        if self.stored is not None or self.coming():
            yield self["alt"].id_for_label, describes(self.said("alt"))

    @property
    def silent(self) -> str:
        """What a stored picture needs that says nothing to whoever does not see it."""
        return NOTHING_SAID if self.stored is not None and not describes(self.said("alt")) else ""

    def coming(self) -> int:
        """How many pictures were chosen and not sent yet; the live list tells them by name only."""
        return 0

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

    def coming(self) -> int:
        return int(self.is_bound and bool(self.data.get(self.add_prefix("upload"))))

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
    field_order = ["picture", "caption", "alt", "credit", "drop"]

    def mend(self, mending: Mending, known: Set[Shown]) -> None:
        """In an album a caption typed now describes the picture where nothing else does."""
        typed = self.said("caption")
        super().mend(mending, known)
        if typed and not self.said("alt") and (self.kind, "caption", typed) not in known:
            self.put("alt", self.said("caption")[:300])

    def pictures_told(self) -> Iterator[tuple[str, bool]]:
        if not self.said("drop"):
            yield from super().pictures_told()


class GalleryForm(BlockForm):
    kind, title = "gallery", "Bộ ảnh"
    template = "news/edit_gallery.html"
    uploads = ManyFilesField(label="Thêm ảnh từ máy (chọn được nhiều ảnh một lần)", required=False, accept=PICTURES,
                             help_text="Ảnh hiện ra sau khi bấm Lưu; rồi ghi chú thích cho từng ảnh.")  # fmt: skip
    is_text = False

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

    def mend(self, mending: Mending, known: Set[Shown]) -> None:
        for shot in self.shots:
            shot.mend(mending, known)

    def words(self) -> str:
        return " ".join(shot.words() for shot in self.shots)

    def pictures_told(self) -> Iterator[tuple[str, bool]]:
        for shot in self.shots:
            yield from shot.pictures_told()
        coming = self.data.getlist(self.add_prefix("uploads")) if self.is_bound else []
        yield from ((self["uploads"].id_for_label, False) for name in coming if name)

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
