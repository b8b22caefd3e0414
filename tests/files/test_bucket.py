"""Files in a private bucket: stored, scanned, served by parts, shut and kept, as they are on the disk (Điều 8.1, 13.7)."""

import hashlib
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse

from portal.approval import actions as approval
from portal.base.refused import Refused
from portal.files.actions import reword_picture, scan_unscanned, store_attachment
from portal.files.models import Attachment
from portal.files.places import Silent
from portal.files.rules import at_width
from tests.cast import NOW, Cast
from tests.files.bucket_server import NAME, Store
from tests.files.fake_clamd import FOUND, FakeClamd
from tests.files.pictures import PDF, pdf
from tests.files.test_ranges import SOUND, kept
from tests.files.test_rescanning import states, unscanned
from tests.files.test_serving import OPEN, SHUT, at, content, shown, statuses, stored

pytestmark = pytest.mark.sqlite


def held() -> dict[str, int]:
    return dict(storages["default"].everything())


def test_what_is_stored_lies_in_the_bucket_alone_under_a_name_of_its_own(cast: Cast, store: Store) -> None:
    first, second = stored(cast.lan), stored(cast.lan)
    papers = [one[1] for one in (first, second)]
    assert len({paper.file.name for paper in papers}) == 2
    assert {paper.file.name: paper.file_size for paper in papers}.items() <= held().items()
    assert len(held()) == 4
    with papers[0].file.open("rb") as there:
        assert hashlib.sha256(there.read()).hexdigest() == papers[0].sha256
    again = reword_picture(first[0], alt="Khác", credit="", by=cast.lan, at=NOW, channel="test")
    assert (again.sha256, again.file.name == first[0].file.name) == (first[0].sha256, False)
    for one in (first[0], papers[0]):
        with pytest.raises(ValueError, match="no address"):
            one.file.url
        with pytest.raises(NotImplementedError):
            one.file.path
    first[0].file.storage.delete(first[0].file.name)
    assert first[0].file.name in held()


def test_the_gate_serves_from_it_and_a_takedown_shuts_it(
    cast: Cast, client: Client, store: Store, settings: Any
) -> None:
    settings.PORTAL_ACCEL = "/_tep/"
    article, shot, paper = shown(cast, cast.lan)
    whole, head = client.get(paper.url), client.head(paper.url)
    assert (whole.status_code, content(whole), whole["Content-Length"], head["Content-Length"]) == (
        200, PDF, str(len(PDF)), str(len(PDF)),
    )  # fmt: skip
    assert client.get(paper.url, headers={"If-None-Match": whole["ETag"]}).status_code == 304
    part = client.get(paper.url, headers={"Range": "bytes=2-5"})
    assert (part.status_code, content(part), part["Content-Range"], part["Content-Length"]) == (
        206, PDF[2:6], f"bytes 2-5/{len(PDF)}", "4",
    )  # fmt: skip
    assert client.get(paper.url, headers={"Range": "bytes=99999-"}).status_code == 416
    small = client.get(reverse("files:rendition", args=[shot.pk, at_width(400)]))
    assert (small.status_code, small["Content-Type"], small.has_header("X-Accel-Redirect")) == (
        200,
        "image/webp",
        False,
    )
    made = shot.renditions.get().file
    assert made.name in held()
    assert (statuses(client, shot, paper)) == OPEN
    approval.withdraw(article, ground="privacy", reason="Gia đình đề nghị", by=cast.tri, at=NOW, channel="test")
    assert statuses(client, shot, paper) == SHUT
    assert {shot.file.name, paper.file.name} <= held().keys()
    made.storage.delete(made.name)
    assert made.name not in held()


def test_a_guarded_film_goes_by_parts_to_its_circle_alone(cast: Cast, client: Client, store: Store) -> None:
    song = kept(cast, SOUND, "bai-hat.mp3")
    part = at(client, cast.lan).get(song.url, headers={"Range": "bytes=10-19"})
    assert (part.status_code, content(part), part["Cache-Control"]) == (206, SOUND[10:20], "private, no-store")
    for who in (None, cast.khoa, cast.vy, cast.phu, cast.an):
        asked = [at(client, who).get(song.url, headers=more).status_code for more in ({}, {"Range": "bytes=0-1"})]
        assert asked == [404, 404]


def test_what_lies_there_is_scanned_afterwards(
    cast: Cast, client: Client, clamd: FakeClamd, store: Store, settings: Any
) -> None:
    _, _, clean, bad = unscanned(cast, settings)
    assert scan_unscanned(NOW) == 3
    assert states() == {"Sân": ["clean", ""], "Sạch": ["clean", ""], "Nhiễm": ["infected", FOUND]}
    answers = [client.get(one.url) for one in (clean, bad)]
    assert [(one.status_code, content(one).startswith(PDF)) for one in answers] == [(200, True), (404, False)]
    assert bad.file.name in held()


def test_one_lost_there_is_not_found(cast: Cast, client: Client, store: Store) -> None:
    _, shot, paper = shown(cast, cast.lan)
    store.empty()
    assert statuses(client, shot, paper) == SHUT
    assert at(client, cast.lan).get(paper.url, headers={"Range": "bytes=0-1"}).status_code == 404


def test_while_it_is_silent_readers_are_asked_to_come_back_and_writers_told(
    cast: Cast, client: Client, store: Store, settings: Any
) -> None:
    """R-FILE-23."""
    _, shot, paper = shown(cast, cast.lan)
    for wrong in ({"endpoint": "http://127.0.0.1:9"}, {"secret": "khong-phai-khoa"}):
        store.use(settings, **wrong)
        for address in (paper.url, reverse("files:rendition", args=[shot.pk, at_width(400)])):
            answer = client.get(address)
            assert (answer.status_code, answer["Retry-After"], answer["Cache-Control"]) == (
                503,
                "30",
                "private, no-store",
            )
        with pytest.raises(Refused) as refused:
            store_attachment(pdf(), title="Kế hoạch", by=cast.lan, at=NOW, channel="test")
        assert [one.rule for one in refused.value.refusals] == ["R-FILE-23"]
    assert Attachment.objects.count() == 1


def files(what: str) -> str:
    said = StringIO()
    call_command("files", what, stdout=said, stderr=said)
    return said.getvalue().strip()


def test_what_the_disk_holds_is_carried_there_and_home_and_a_broken_walk_goes_on(
    cast: Cast, client: Client, store: Store, settings: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    settings.MEDIA_ROOT = str(tmp_path / "media")
    settings.STORAGES = settings.STORAGES | {"default": {"BACKEND": "django.core.files.storage.FileSystemStorage"}}
    _, shot, paper = shown(cast, cast.lan)
    shot.get_rendition(at_width(400))
    drawn = Path(settings.MEDIA_ROOT) / "ve-lai" / "the.png"
    drawn.parent.mkdir()
    drawn.write_bytes(b"ve lai")
    with pytest.raises(CommandError, match="PORTAL_STORAGE=s3"):
        files("to-bucket")
    store.use(settings)
    with pytest.raises(CommandError, match="2 tệp không ổn"):
        files("check")
    carry, asked = type(storages["default"]).carry, []

    def breaking(self: Any, name: str, *given: Any) -> None:
        asked.append(name)
        if len(asked) == 3:  # after the probe and one file
            raise Silent("mất mạng")
        carry(self, name, *given)

    monkeypatch.setattr(type(storages["default"]), "carry", breaking)
    with pytest.raises(CommandError, match="Còn 1 tệp"):
        files("to-bucket")
    assert [files("to-bucket"), files("to-bucket"), files("check")] == [
        "Đã chép 1 tệp, 2 tệp đã có sẵn.", "Đã chép 0 tệp, 3 tệp đã có sẵn.", "Mọi tệp đều ở đúng chỗ và đúng nội dung.",
    ]  # fmt: skip
    assert statuses(client, shot, paper) == OPEN
    late = store_attachment(ContentFile(PDF + b"1", "x.pdf"), title="Muộn", by=cast.lan, at=NOW, channel="test")
    Path(settings.MEDIA_ROOT, str(paper.file.name)).unlink()
    assert files("to-disk") == "Đã chép 2 tệp, 2 tệp đã có sẵn."
    assert Path(settings.MEDIA_ROOT, str(late.file.name)).read_bytes() == PDF + b"1"
    with storages["default"].open(paper.file.name, "rb") as there:
        assert there.read() == PDF


def test_a_file_changed_behind_our_back_is_noticed(cast: Cast, store: Store) -> None:
    _, paper = stored(cast.lan)
    storages["default"].carry(paper.file.name, ContentFile(b"khac"), "-")
    with pytest.raises(CommandError, match="1 tệp không ổn"):
        files("check")


@pytest.mark.parametrize("what", ["list", "files"])
def test_nothing_is_carried_into_a_bucket_that_is_open(
    store: Store, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    told = {"list": ["xem danh sách tệp"], "files": ["tải tệp về"]}[what]
    monkeypatch.setattr(type(storages["default"]), "tells_strangers", lambda *_: told)
    with pytest.raises(CommandError, match=told[0]):
        files("to-bucket")


def test_the_bucket_itself_tells_strangers_nothing_and_its_key_opens_no_other(cast: Cast, store: Store) -> None:
    shot, paper = stored(cast.lan)
    for name in (shot.file.name, paper.file.name):
        answers = [store.stranger(f"/{NAME}/{name}", method)[0] for method in ("GET", "HEAD", "PUT", "DELETE")]
        assert (answers[:2], [status >= 400 for status in answers[2:]]) == ([403, 403], [True, True])
        status, words = store.stranger(f"/{NAME}/{name}")
        assert (status, PDF in words) == (403, False)
    for address in (f"/{NAME}", f"/{NAME}?list-type=2", "/", f"/{NAME}/{paper.file.name}?acl"):
        status, words = store.stranger(address)
        assert (status >= 400, str(paper.file.name).encode() in words) == (True, False)
    assert storages["default"].tells_strangers(paper.file.name) == []
    assert {shot.file.name, paper.file.name} <= held().keys()
    client = storages["default"].connection.meta.client
    with pytest.raises(client.exceptions.ClientError, match="AccessDenied"):
        client.list_buckets()
