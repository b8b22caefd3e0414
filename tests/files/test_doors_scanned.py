"""Every door by which a file comes in asks the scanner first: infected or without a word nothing of it is kept, what was typed is."""

import io
import shutil
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import unescape
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.db import connection
from django.test import Client

from portal.base.models import JournalEntry
from portal.files import clamd as client_of_clamd
from portal.files import scanning
from portal.files.models import Attachment, Picture
from portal.news.models import Article, Brought
from portal.operations.models import Moved
from portal.plan.models import ActivityPlan
from tests.api.conftest import Caller
from tests.cast import NOW, Cast
from tests.files.fake_clamd import EICAR, FOUND, FakeClamd
from tests.files.pictures import pdf, picture
from tests.intranet.tables import thirty
from tests.news.bringing.papers import docx, p, run
from tests.news.screen import sit_down
from tests.operations.moving.fixtures import folder, post, wxr
from tests.plan.test_sheets import sheet

Answer = tuple[int, str]  # status, page
TYPED = "Điều em vừa gõ"
PLACE = {"section": "chuyen-mon", "genre": "tin-ngan"}


def sick(upload: SimpleUploadedFile) -> SimpleUploadedFile:
    """The same file with the trial virus behind its end; of an archive, in a part of it."""
    raw = upload.read()
    if not zipfile.is_zipfile(io.BytesIO(raw)):
        return SimpleUploadedFile(str(upload.name), raw + EICAR)
    out = io.BytesIO(raw)
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("docProps/thumb.xml", b"<x>" + EICAR + b"</x>")
    return SimpleUploadedFile(str(upload.name), out.getvalue())


def notice(name: str = "thong-bao.docx") -> SimpleUploadedFile:
    return docx(
        p(run("Thông báo về buổi lao động cuối tuần", bold=True)), p(run("Các lớp mang theo chổi và xô.")), name=name
    )


@dataclass
class Door:
    """One way in: how it is walked with a file, what the file is called, what is typed beside it."""

    walk: Callable[["Hall", SimpleUploadedFile], Answer]
    file: Callable[[], SimpleUploadedFile]
    typed: str = TYPED
    called: str = ""


@dataclass
class Hall:
    cast: Cast
    client: Client
    api: Caller
    folder: Path

    def editor(self, block: str, field: str, file: SimpleUploadedFile, **typed: Any) -> Answer:
        article = self.cast.article(self.cast.lan)
        mine = sit_down(self.client, self.cast.lan, f"/viet/{article.pk}/").press(f"add:{block}")
        mine.press("save", summary=TYPED, **{f"b__1__{field}": file}, **typed)
        return mine.answer.status_code, mine.html

    def received(self, **typed: Any) -> Answer:
        desk = sit_down(self.client, self.cast.sen, "/viet/nhap-ho/")
        filled = {"received_name": TYPED, "received_unit": "Hội", "way": "zalo", "received_at": "2026-11-14T09:15",
                  "pasted": "Kính gửi nhà trường", **PLACE}  # fmt: skip
        desk.press("", **(filled | typed))
        return desk.answer.status_code, desk.html

    def screen(self, who: Any, where: str, /, **typed: Any) -> Answer:
        here = sit_down(self.client, who, where)
        here.press("", **typed)
        return here.answer.status_code, here.html

    def posted(self, who: Any, address: str, **typed: Any) -> Answer:
        self.client.force_login(who, "django.contrib.auth.backends.ModelBackend")
        answer = self.client.post(address, typed, follow=True)
        return answer.status_code, answer.content.decode()

    def uploaded(self, path: str, file: SimpleUploadedFile, **typed: str) -> Answer:
        answer = self.api.upload(path, self.cast.lan, file, **typed)
        return answer.status_code, str(answer.json())

    def moved(self, file: SimpleUploadedFile) -> str:
        html = '<p>Chữ của bài.</p><p><img src="/wp-content/uploads/anh.jpg" alt="Sân"></p>'
        shutil.rmtree(self.folder / "cu", ignore_errors=True)
        folder(self.folder / "cu", {"xuat.xml": wxr(post(1, "Bài một", html)), "uploads/anh.jpg": file.read()})
        told = StringIO()
        call_command("move_in", self.folder / "cu", by="sen", stdout=told)
        return told.getvalue()


DOORS: dict[str, Door] = {
    "editor, picture": Door(lambda hall, file: hall.editor("image", "upload", file), picture),
    "editor, album": Door(lambda hall, file: hall.editor("gallery", "uploads", file), picture),
    "editor, document": Door(lambda hall, file: hall.editor("document", "upload", file), pdf),
    "phone": Door(lambda hall, file: hall.posted(hall.cast.lan, "/viet/nhanh/", do="save", text=TYPED, anh=file), picture),
    "taken in, original": Door(lambda hall, file: hall.received(original=file), pdf),
    "taken in, old paper": Door(lambda hall, file: hall.received(pasted="", original=file), notice),
    "taken in, picture": Door(lambda hall, file: hall.received(pictures=file), picture),
    "taken in, words": Door(
        lambda hall, file: hall.received(pasted=f"{TYPED} " + file.read().decode("latin-1")),
        lambda: SimpleUploadedFile("x", b"x"), called=f"Bản gốc của {TYPED}, Hội (Zalo, 14/11/2026)",
    ),
    "Word, one": Door(lambda hall, file: hall.screen(hall.cast.lan, "/viet/nhap-word/", papers=file, **PLACE), notice, ""),
    "Word, several": Door(
        lambda hall, file: hall.screen(hall.cast.lan, "/viet/nhap-word/", papers=[notice("sach.docx"), file], **PLACE),
        notice, "",
    ),
    "Word, pasted": Door(
        lambda hall, file: hall.screen(hall.cast.lan, "/viet/nhap-word/", pasted=TYPED + file.read().decode("latin-1"), **PLACE),
        lambda: SimpleUploadedFile("Lời dán", b"x"),
    ),
    "API, picture": Door(lambda hall, file: hall.uploaded("/images", file, title=TYPED), picture, ""),
    "API, document": Door(lambda hall, file: hall.uploaded("/documents", file, title=TYPED), pdf, ""),
    "API, Word": Door(lambda hall, file: hall.uploaded("/articles/bring", file, **PLACE), notice, ""),
    "crest": Door(lambda hall, file: hall.screen(hall.cast.sen, "/viec/bo-mat/", address=TYPED, crest_file=file), picture),
    "header": Door(
        lambda hall, file: hall.screen(hall.cast.sen, "/viec/bo-mat/", address=TYPED, header_file=file),
        lambda: picture(size=(1280, 320)),
    ),
    "plan": Door(
        lambda hall, file: hall.posted(hall.cast.sen, f"/ke-hoach/{ActivityPlan.objects.get().pk}/nhap/", file=file),
        lambda: SimpleUploadedFile("ke-hoach.xlsx", sheet(("Việc", NOW.date(), NOW.date())).read()), "",
    ),
    "inside, notice": Door(
        lambda hall, file: hall.posted(hall.cast.lan, "/noi-bo/thong-bao/viet/", title=TYPED, sort="thong-bao", uploads=file), pdf,
    ),
    "inside, resource": Door(
        lambda hall, file: hall.posted(hall.cast.lan, "/noi-bo/kho/gui/", title=TYPED, licence="dung-sua", files=file), pdf,
    ),
    "inside, many": Door(
        lambda hall, file: hall.posted(hall.cast.lan, "/noi-bo/kho/gui-nhieu/", licence="dung-sua", year="2026", tep=file), pdf, "",
    ),
    "inside, timetable": Door(
        lambda hall, file: hall.posted(hall.cast.minh, "/noi-bo/thoi-khoa-bieu/nhap/", file=file),
        lambda: SimpleUploadedFile("tkb.xlsx", thirty()), "",
    ),
    "inside, week": Door(
        lambda hall, file: hall.posted(hall.cast.minh, "/noi-bo/lich/2026-11-16/nhap/", file=file),
        lambda: SimpleUploadedFile("tkb.xlsx", thirty()), "",
    ),
}  # fmt: skip


@pytest.fixture
def hall(cast: Cast, client: Client, tmp_path: Path) -> Hall:
    cache.clear()  # nobody answers for another test's calls
    return Hall(cast, client, Caller(cast), tmp_path)


@pytest.fixture
def no_transaction_waits(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """While the scanner thinks nothing is locked; texts that move in from an archive alone hold their transaction."""
    really, open_then = client_of_clamd.scan, list[int]()

    def scan(*given: Any, **more: Any) -> str:
        open_then.append(len(connection.savepoint_ids))
        return really(*given, **more)

    monkeypatch.setattr(client_of_clamd, "scan", scan)
    yield
    assert set(open_then) <= {0}


def kept() -> list[int]:
    """Rows that came in; beside a sick paper a healthy one may wait on the doorstep for its sender to mend what was wrong."""
    held = Brought.objects.exclude(state="held")
    return [rows.count() for rows in (Picture.objects.all(), Attachment.objects.all(), held)]


@pytest.mark.sqlite
def test_what_moves_in_leaves_an_infected_file_behind_and_waits_while_there_is_no_word(
    hall: Hall, clamd: FakeClamd
) -> None:
    """R-FILE-11, R-FILE-12."""
    clamd.mood = "breaks off"
    told = hall.moved(picture())
    assert ("Máy quét vi-rút đang không trả lời" in told, Article.objects.count(), kept()) == (True, 0, [0, 0, 0])
    clamd.mood = "works"
    scanning.listen_again()
    hall.moved(sick(picture()))
    told = " ".join(Moved.objects.get().notes)
    assert (f"Tệp “anh.jpg” có mã độc ({FOUND})" in told, Article.objects.count(), kept()) == (True, 1, [0, 0, 0])
    assert JournalEntry.objects.filter(verb="refuse_infected").count() == 1


@pytest.mark.sqlite
@pytest.mark.parametrize("address, field", [
    ("/admin/images/add/", "file"), ("/admin/images/multiple/add/", "files[]"), ("/admin/documents/add/", "file"),
    ("/admin/documents/multiple/add/", "files[]"), ("/admin/account/", "avatar-avatar"),
])  # fmt: skip
def test_the_screens_of_wagtail_take_no_file_at_all(
    cast: Cast, client: Client, clamd: FakeClamd, address: str, field: str
) -> None:
    cast.tri.is_superuser = cast.tri.is_staff = True
    cast.tri.save()
    client.force_login(cast.tri, "django.contrib.auth.backends.ModelBackend")
    answer = client.post(address, {field: picture()})
    assert (answer.status_code, "Tệp chỉ được nhận ở bàn biên tập" in answer.content.decode(), kept()) == (
        403,
        True,
        [0, 0, 0],
    )


@pytest.mark.sqlite
@pytest.mark.parametrize("name", DOORS)
def test_what_is_infected_or_gets_no_word_is_kept_nowhere_and_what_was_typed_stays(
    hall: Hall, clamd: FakeClamd, no_transaction_waits: None, name: str
) -> None:
    """R-FILE-11, R-FILE-12."""
    door = DOORS[name]
    called, before = door.called or str(door.file().name), kept()
    status, page = door.walk(hall, sick(door.file()))
    told = unescape(page)
    assert (status in (200, 422), f"Tệp “{called}” có mã độc ({FOUND}) nên không được nhận." in told) == (True, True)
    assert (door.typed in told, "(Điều 8.1, 13.7)" in told or "'Điều 8.1, 13.7'" in told, kept()) == (
        True,
        True,
        before,
    )
    line = JournalEntry.objects.get(verb="refuse_infected")
    assert (line.rule, line.data["signature"], line.data["name"]) == ("R-FILE-11", FOUND, called)
    clamd.mood = "breaks off"
    status, page = door.walk(hall, door.file())
    told = unescape(page)
    sentence = f"Máy quét vi-rút đang không trả lời nên chưa nhận được tệp “{'sach.docx' if name == 'Word, several' else called}”."
    assert (status in (200, 409, 422), sentence in told, door.typed in told, kept()) == (True, True, True, before)
    assert JournalEntry.objects.filter(verb="scanner_silent").count() == 1
