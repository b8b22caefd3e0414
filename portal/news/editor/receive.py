"""The screen on which the Secretary, or a Member for his field, takes in what was sent by hand, mail or Zalo."""

from collections.abc import Iterator
from datetime import datetime
from functools import partial
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from portal.base import clock
from portal.base.refused import STATUS, Refused, refuse_if
from portal.base.text import is_number
from portal.files.models import Attachment, Picture
from portal.news.bringing.actions import bring, keep_paper, taken
from portal.news.bringing.came import QUICK_BYTES, Came
from portal.news.bringing.doorstep import received_waits
from portal.news.bringing.rules import PAPERS, UNREADABLE
from portal.news.editor.forms.received import ReceivedForm
from portal.news.editor.groups import Group
from portal.news.editor.keeping import CHANNEL, Keeper, sentences
from portal.news.editor.markup import as_html
from portal.news.editor.mended import Mending, tell
from portal.news.models import Article, Bringing, Section
from portal.news.receiving import receive
from portal.news.rules import may_receive, may_receive_somewhere
from portal.people import offices
from portal.people.models import Person
from portal.people.rules import Board

SLOW = ("doc", "rtf")  # another program opens them
AT_FIELD = {
    "received_from.name": "received_name", "received_from.unit": "received_unit", "authors": "author", "body": "pasted",
    "received_from.received_at": "received_at",
}  # fmt: skip

GROUPS = {
    "Thứ gửi đến": ("pasted", "original", "pictures"),
    "Ai gửi, khi nào": ("received_name", "received_unit", "author", "way", "received_at"),
    "Đặt vào đâu": ("title", "section", "genre", "plan_entry"),
}


class Sheet:
    """The form with the files that came along: kept at once, so that a mistake elsewhere never loses them."""

    def __init__(self, request: HttpRequest, person: Person, board: Board, at: datetime) -> None:
        self.keeper = Keeper(person, at, frozenset(), frozenset())
        self.data = request.POST.copy() if request.method == "POST" else None
        files = request.FILES if self.data is not None else None
        self.form = ReceivedForm(self.data, files, person=person, board=board, at=at)
        self.refused: list[tuple[str, str]] = []
        self.mending = Mending()
        self.unread = ""
        self.came: Came | None = None  # read in this request, not to be read again
        if self.data is not None:
            self._keep_files()
            self.form.titled_by_paper = self._is_paper()

    def _keep_files(self) -> None:
        """Store what came; its number goes with the form from now on."""
        assert self.data is not None
        upload = self.form.files.get("original")
        try:
            if upload is not None:
                self.data["kept"] = str(self._kept(upload).pk)
        except Refused as refused:
            self.refused += [("original", sentence) for sentence in sentences(refused)]
        for upload in self.form.files.getlist("pictures"):
            try:
                self.data.appendlist("shots", str(self.keeper.picture(upload, title="", alt="", credit="").pk))
            except Refused as refused:
                self.refused += [("pictures", f"{upload.name}: {sentence}") for sentence in sentences(refused)]

    def _kept(self, upload: UploadedFile) -> Attachment:
        """Word's older forms are kept only if they are what they say, as far as can be seen at once."""
        if (upload.name or "").lower().endswith((".odt", ".doc", ".rtf")):
            self.came = taken(upload)
            return keep_paper(self.came, by=self.keeper.by, at=self.keeper.at, channel=CHANNEL)
        return self.keeper.document(upload, title="")

    def _is_paper(self) -> bool:
        """Whether the words are to be read from the file."""
        assert self.data is not None
        words, original = self.data.get("pasted", "").strip(), self.original
        return not words and original is not None and original.kind in PAPERS

    @property
    def original(self) -> Attachment | None:
        """The file kept as the original, his own."""
        pk = self.data.get("kept", "") if self.data is not None else ""
        mine = Attachment.objects.filter(uploaded_by_user=self.keeper.by)
        return mine.filter(pk=int(pk)).first() if is_number(pk) else None

    @property
    def shots(self) -> list[Picture]:
        """The pictures kept so far, in their order."""
        given = self.data.getlist("shots") if self.data is not None else []
        wanted = [int(pk) for pk in given if is_number(pk)]
        found = Picture.objects.filter(uploaded_by_user=self.keeper.by).in_bulk(wanted)
        return [found[pk] for pk in wanted if pk in found]

    def groups(self) -> list[Group]:
        """What came, from whom, and where it goes: in the order it is at hand."""
        return [Group(title, [self.form[name] for name in names]) for title, names in GROUPS.items()]

    def is_valid(self) -> bool:
        valid = self.form.is_valid()
        for name, sentence in self.refused:
            self.form.add_error(name, sentence)
        return valid and not self.refused

    def take_in(self) -> Article | Bringing:
        """One verb: the draft with its original, or the worker is asked for it. Raises Refused."""
        said = self.form.cleaned_data
        data = {
            "section": said["section"], "genre": said["genre"], "title": said["title"],
            "plan_entry": said["plan_entry"], "body": list(self._body()),
            "received_from": {
                "name": self.mending.mend("Người gửi", said["received_name"]),
                "unit": self.mending.mend("Đơn vị của người gửi", said["received_unit"]),
                "received_at": said["received_at"] or self.keeper.at,
            },
        }  # fmt: skip
        if said["author"]:
            data["authors"] = [{"username": said["author"]}]
        common: dict[str, Any] = {"by": self.keeper.by, "at": self.keeper.at, "channel": CHANNEL}
        if (original := self.original) is not None and self._is_paper() and _takes_long(original):
            return self._waits(original, data, common)
        keep = partial(receive, pasted=said["pasted"], original=self.original, way=said["way"])
        return self._from_paper(data, keep, common) or keep(data, **common)

    def _waits(self, original: Attachment, data: dict[str, Any], common: dict[str, Any]) -> Bringing:
        """Reading it takes long: never while somebody waits for a page. What would be refused is refused now."""
        section = Section.objects.filter(slug=data["section"], live=True).first()
        refuse_if(may_receive(offices.board(self.keeper.at), self.keeper.by.pk, section.field_id) if section else None)
        data["received_from"]["received_at"] = data["received_from"]["received_at"].isoformat()
        name = f"{original.title}.{original.kind}"
        return received_waits(original, name, way=self.form.cleaned_data["way"], data=data, **common)

    def _from_paper(self, data: dict[str, Any], keep: Any, common: dict[str, Any]) -> Article | None:
        """The draft with the words of the Word file in it; None where there is none, or it cannot be read."""
        original = self.original
        if original is None or not self._is_paper():
            return None
        if (came := self.came) is None:
            with original.file.open("rb") as kept:
                came = Came(name=f"{original.title}.{original.kind}", raw=kept.read())
        try:
            return bring(came, data=data, original=original, write=keep, **common).article
        except Refused as refused:
            if {one.rule for one in refused.refusals} != {UNREADABLE}:
                raise
            self.unread = str(refused)
        data["title"] = data["title"] or came.stem
        return None

    def _body(self) -> Iterator[dict[str, Any]]:
        """What came, as blocks to be edited: its words mended, its pictures as an album."""
        words = self.mending.mend("Lời gửi đến", self.form.cleaned_data["pasted"].replace("\r\n", "\n"))
        if html := as_html(words.strip()):
            yield {"type": "paragraph", "value": html}
        if shots := [shot.pk for shot in self.shots]:
            yield {"type": "gallery", "value": shots}

    def say(self, refused: Refused) -> None:
        """Each refusal at its field."""
        for refusal in refused.refusals:
            name = AT_FIELD.get(refusal.field, refusal.field)
            self.form.add_error(name if name in self.form.fields else None, str(refusal))


def _takes_long(original: Attachment) -> bool:
    return original.kind in SLOW or original.file_size > QUICK_BYTES


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def take_in(request: HttpRequest) -> HttpResponse:
    """Take in what was sent; the draft opens in the editor, the original beside it."""
    at, person = clock.now(), request.user
    assert isinstance(person, Person)
    board = offices.board(at)
    refuse_if(may_receive_somewhere(board, person.pk))
    sheet = Sheet(request, person, board, at)
    if request.method != "POST":
        return render(request, "news/receive.html", {"sheet": sheet, "form": sheet.form})
    status = 422
    if sheet.is_valid():
        try:
            made = sheet.take_in()
        except Refused as refused:
            status = STATUS[refused.ground]
            sheet.say(refused)
        else:
            if isinstance(made, Bringing):
                return redirect("news:bringing", made.pk)
            messages.success(request, "Đã nhập hộ; bản gốc được giữ nguyên bên cạnh bài.")
            tell(request, sheet.mending)
            if sheet.unread:
                messages.warning(request, f"Chưa lấy được lời văn từ tệp. {sheet.unread}")
            return redirect("news:edit", made.pk)
    return render(request, "news/receive.html", {"sheet": sheet, "form": sheet.form}, status=status)
