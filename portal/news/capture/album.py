"""The photos of a quick text: rows with a caption each, kept on the server as soon as they arrive."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict

from portal.base.refused import Refused
from portal.base.text import is_number, nfc
from portal.files.models import Picture
from portal.files.rules import may_upload
from portal.news.capture.photos import AS_SENT, hour_sent, taken_at
from portal.news.editor.keeping import Keeper, sentences

UPLOADS, ROWS = "anh", "dong"
MOST = 40  # photos in one text


class ShotForm(forms.Form):
    """One photo: its line, and the words for those who do not see it."""

    use_required_attribute = False
    picture = forms.CharField(required=False, widget=forms.HiddenInput)
    taken = forms.CharField(required=False, widget=forms.HiddenInput)
    caption = forms.CharField(label="Chú thích", required=False, max_length=400)
    alt = forms.CharField(label="Mô tả cho người không nhìn thấy ảnh", required=False, max_length=300,
                          widget=forms.TextInput(attrs={"placeholder": "Để trống thì lấy chú thích"}))  # fmt: skip
    drop = forms.BooleanField(label="Bỏ ảnh này", required=False)
    stored: Picture | None = None

    def __init__(self, number: int, *args: Any, **kwargs: Any) -> None:
        self.number = number
        super().__init__(*args, prefix=f"{UPLOADS}-{number}", label_suffix="", **kwargs)

    def said(self, name: str) -> str:
        return nfc(str(self.data.get(self.add_prefix(name), ""))).strip()

    @property
    def taken_at(self) -> datetime | None:
        return hour_sent(self.said("taken"))

    def hold(self, picture: Picture) -> None:
        self.stored = picture
        self.data[self.add_prefix("picture")] = str(picture.pk)


class Album:
    """Every photo of the text on screen: those kept before, by their rows, then those that come along now."""

    def __init__(self, keeper: Keeper, data: QueryDict, files: MultiValueDict[str, UploadedFile]) -> None:
        self.keeper, self.data, self.files = keeper, data, files
        numbers = dict.fromkeys(int(said) for said in data.getlist(ROWS) if is_number(said))
        self.shots = [ShotForm(number, data) for number in numbers]
        self.errors: list[str] = []
        wanted = [int(said) for shot in self.shots if is_number(said := shot.said("picture"))]
        found = Picture.objects.in_bulk(wanted)
        for shot in self.shots:
            said = shot.said("picture")
            stored = found.get(int(said)) if is_number(said) else None
            if stored is not None and stored.uploaded_by_user_id == keeper.by.pk:
                shot.stored = stored

    def keep(self, common: str) -> None:
        """Store what came along, before anything else is looked at; a photo that cannot be kept is named."""
        following = max((shot.number for shot in self.shots), default=-1) + 1
        self.shots = [shot for shot in self.shots if shot.stored is not None and not shot.said("drop")]
        for number, upload in enumerate(self.files.getlist(UPLOADS), following):
            if len(self.shots) >= MOST:
                self.errors.append(f"Một bài nhận nhiều nhất {MOST} ảnh; những ảnh sau chưa được giữ.")
                return
            self._keep(ShotForm(number, self.data), upload, common)

    def _keep(self, shot: ShotForm, upload: UploadedFile, common: str) -> None:
        taken = taken_at(upload)
        if taken is not None:
            self.data[shot.add_prefix("taken")] = taken.strftime(AS_SENT)
        upload.seek(0)
        try:
            self._may()
            words = self.words(shot, common)
            shot.hold(self.keeper.picture(upload, title=words["caption"], alt=words["alt"], credit=self.credit))
        except Refused as refused:
            self.errors += [f"{upload.name}: {sentence}" for sentence in sentences(refused)]
            return
        self.shots.append(shot)

    def _may(self) -> None:
        refusal = may_upload(self.keeper.by.kind)
        if refusal is not None:
            raise Refused(refusal)

    @property
    def credit(self) -> str:
        return str(self.keeper.by)

    def words(self, shot: ShotForm, common: str) -> dict[str, str]:
        """What stands with a photo: its own line or the common one; its alt text, else that line."""
        caption = (shot.said("caption") or common)[:400]
        return {"caption": caption, "alt": (shot.said("alt") or caption)[:300]}

    def block(self, common: str) -> list[dict[str, Any]]:
        """The photos as blocks of a body: one picture, or one gallery, or nothing."""
        values = list(self._values(common))
        if not values:
            return []
        return [{"type": "gallery", "value": values} if len(values) > 1 else {"type": "image", "value": values[0]}]

    def _values(self, common: str) -> Iterator[dict[str, Any]]:
        for shot in self.shots:
            if shot.stored is None:
                continue
            words = self.words(shot, common)
            shot.hold(self.keeper.reworded(shot.stored, alt=words["alt"], credit=self.credit))
            yield {"picture": shot.stored.pk, "caption": words["caption"]}

    @property
    def taken(self) -> list[datetime]:
        """The hours the photos were taken at, of those that tell."""
        return [at for shot in self.shots if (at := shot.taken_at) is not None]

    @property
    def without_words(self) -> int:
        return sum(not shot.said("caption") and not shot.said("alt") for shot in self.shots)
