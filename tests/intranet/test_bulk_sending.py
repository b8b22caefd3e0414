"""Two hundred mixed files sent at once: resumed, refused with a sentence, mended in one table, made drafts (Điều 15.1, 15.2)."""

import hashlib
import io
import zipfile

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from portal.base.models import JournalEntry
from portal.files.models import Attachment
from portal.intranet.bulk import actions
from portal.intranet.library.rules import Given
from portal.intranet.models import LibraryItem, Subject, Tray
from tests.cast import NOW, Cast

SEND = "/noi-bo/kho/gui-nhieu/"
HERE = {"at": NOW, "channel": "test"}
COMMON = {"year": "2026", "licence": "dung-sua", "grade": "8", "sort": "giao-an"}


def docx(words: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("_rels/.rels", "<Relationships/>")
        package.writestr("word/document.xml", f"<w>{words}</w>")
    return out.getvalue()


def png(number: int) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (8, 8), (number % 256, number // 256, 99)).save(out, "PNG")
    return out.getvalue()


def mixed(many: int) -> list[tuple[str, bytes]]:
    """So many small real files of six sorts, each another."""
    makers = (
        ("Toan_8_Bai{}.docx", lambda n: docx(f"Bài {n}")), ("Phieu_Toan8_Bai{}.pdf", lambda n: b"%%PDF-1.7\n%% %d\n%%%%EOF" % n),
        ("Anh {}.png", png), ("nghe-unit-{}.mp3", lambda n: b"ID3\x04\x00\x00\x00\x00\x00\x00%d" % n),
        ("thi nghiem {}.mp4", lambda n: b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00mp42isom%d" % n),
        ("la lung {}.exe", lambda n: b"MZ\x90\x00%d" % n),
    )  # fmt: skip
    return [(makers[n % 6][0].format(n), makers[n % 6][1](n)) for n in range(many)]


@pytest.fixture
def maths(cast: Cast) -> Subject:
    return Subject.objects.get_or_create(slug="toan", defaults={"title": "Toán"})[0]


@pytest.mark.sqlite
def test_two_hundred_files_come_once_however_often_they_are_sent(cast: Cast, maths: Subject) -> None:
    files = mixed(200)
    tray = actions.open_tray({"grade": 8}, by=cast.lan, **HERE)
    for name, raw in files[:120]:  # then the network went
        actions.take(tray, ContentFile(raw, name), by=cast.lan, **HERE)
    tray = actions.open_tray({"grade": 8}, by=cast.lan, **HERE)
    again = [actions.take(tray, ContentFile(raw, name), by=cast.lan, **HERE).again for name, raw in files]
    refused = tray.files.filter(attachment=None)
    assert (Tray.objects.count(), tray.files.count(), sum(again), refused.count(), Attachment.objects.count()) == (
        1,
        200,
        100,
        33,
        167,
    )
    assert "không phải loại nhà trường nhận" in refused[0].told
    first = tray.files.get(name="Toan_8_Bai0.docx")
    assert (first.title, first.grade, first.subject, first.lesson, first.sort) == (
        "Toan 8 Bai 0",
        8,
        maths,
        "Bài 0",
        "",
    )
    assert set(Attachment.objects.values_list("guarded", "kind").distinct()) == {
        (True, kind) for kind in ("docx", "pdf", "png", "mp3", "mp4")
    }  # fmt: skip


def test_without_a_script_all_come_at_once_and_become_drafts_in_one_table(
    cast: Cast, client: Client, maths: Subject
) -> None:
    client.force_login(cast.lan)
    files = [SimpleUploadedFile(name, raw) for name, raw in mixed(6)]
    assert client.post(SEND, {**COMMON, "tep": files})["Location"] == f"{SEND}bang/"
    page = client.get(f"{SEND}bang/").content.decode()
    assert ("Toan_8_Bai0.docx" in page, page.count(" checked"), page.count("Nội dung tệp không phải loại")) == (
        True,
        5,
        1,
    )
    rows = list(Tray.objects.get().files.all())
    data = {f"{one.pk}-{name}": "" for one in rows for name in ("title", "lesson", "sort", "grade", "subject")}
    data |= {f"{one.pk}-title": f"Học liệu {one.pk}" for one in rows[1:]}
    data |= {f"{rows[1].pk}-sort": "phieu", f"{rows[1].pk}-grade": "9", f"{rows[1].pk}-subject": str(maths.pk)}
    nameless = client.post(f"{SEND}bang/", {**data, "bai": [one.pk for one in rows[:2]], "do": "nhap"})
    words = nameless.content.decode()
    assert (nameless.status_code, "Đã tạo 1 bản nháp" in words, "Hãy đặt tên học liệu." in words) == (422, True, True)
    item = LibraryItem.objects.get()
    assert (item.title, item.given(), item.live, item.case.creator) == (
        f"Học liệu {rows[1].pk}",
        Given(title=item.title, sort="phieu", grade=9, subject=maths.pk, year=2026, licence="dung-sua"),
        False, cast.lan,
    )  # fmt: skip
    assert [one.uploaded_by_user for one in item.attached()] == [cast.lan]
    done = client.post(f"{SEND}bang/", {**data, "bai": [one.pk for one in rows[2:5]], "do": "nhap"})
    assert (done["Location"], LibraryItem.objects.count()) == (f"{SEND}bang/?page=1", 4)
    gone = client.post(f"{SEND}bang/", {"bai": [rows[0].pk, rows[5].pk], "do": "bo"})
    assert (gone["Location"], Tray.objects.get().closed_at) == ("/noi-bo/kho/cua-toi/", NOW)
    verbs = list(JournalEntry.objects.filter(verb__startswith="bulk").order_by("pk").values_list("verb", flat=True))
    assert verbs == ["bulk_open", "bulk_drafts", "bulk_drafts", "bulk_leave", "bulk_leave"]


def test_the_script_asks_what_is_there_and_sends_the_rest(cast: Cast, client: Client) -> None:
    client.force_login(cast.lan)
    (name, raw), (_, other) = mixed(2)
    sums = [hashlib.sha256(one).hexdigest() for one in (raw, other)]
    first = client.post(f"{SEND}tep/", {**COMMON, "tep": SimpleUploadedFile(name, raw)})
    assert (first.status_code, first.json()) == (200, {"state": "kept", "told": ""})
    assert client.post(f"{SEND}da-co/", {"ma": sums}).json() == {"there": sums[:1]}
    assert client.post(f"{SEND}tep/", {**COMMON, "tep": SimpleUploadedFile(name, raw)}).json()["state"] == "again"
    client.force_login(cast.khoa)
    assert client.post(f"{SEND}da-co/", {"ma": sums}).json() == {"there": []}
    client.force_login(cast.phu)
    assert [client.get(SEND).status_code, client.post(f"{SEND}tep/").status_code] == [404, 404]
