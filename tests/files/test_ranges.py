"""Sound and video of a circle: kept by what they are, sent by parts (Điều 8.1, 13.7, 15.1)."""

import pytest
from django.core.files.base import ContentFile
from django.test import Client

from portal.base.refused import Refused
from portal.files.actions import store_attachment
from portal.files.models import Attachment
from portal.files.rules import MEGABYTE, bytes_of, part_of
from tests.cast import NOW, Cast
from tests.files.pictures import picture

SOUND = b"ID3\x04\x00\x00\x00\x00\x00\x00" + bytes(range(256)) * 8
FILM = b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00mp42isom" + b"\x00" * 64


@pytest.mark.parametrize(("asked", "part"), [
    ("bytes=0-99", (0, 99)), ("bytes=900-", (900, 999)), ("bytes=-100", (900, 999)), ("bytes=990-5000", (990, 999)),
    ("bytes=-5000", (0, 999)), ("", None), ("bytes=5-2", None), ("bytes=1-2,5-6", None), ("pages=1-2", None), ("bytes=-", None),
    ("bytes=a-b", None), ("bytes=٣-٥", None),
])  # fmt: skip
def test_one_range_is_understood_and_anything_else_is_the_whole(asked: str, part: tuple[int, int] | None) -> None:
    assert part_of(asked, 1000) == part


@pytest.mark.parametrize("asked", ["bytes=1000-", "bytes=5000-6000", "bytes=-0"])
def test_what_is_not_there_is_no_part(asked: str) -> None:
    with pytest.raises(ValueError, match="bytes"):
        part_of(asked, 1000)


def test_each_sort_has_its_bound() -> None:
    """R-FILE-21."""
    sorts = ("image/png", "application/pdf", "audio/mpeg", "video/mp4", None)
    assert [bytes_of(one) // MEGABYTE for one in sorts] == [20, 40, 40, 120, 40]


def kept(cast: Cast, raw: bytes, name: str, *, guarded: bool = True) -> Attachment:
    return store_attachment(
        ContentFile(raw, name), title="Bài hát", by=cast.lan, at=NOW, channel="test", guarded=guarded
    )


def test_a_player_goes_to_the_middle(cast: Cast, client: Client) -> None:
    song = kept(cast, SOUND, "bai-hat.doc")  # by content, not by name
    client.force_login(cast.lan)
    whole, part = client.get(song.url), client.get(song.url, headers={"Range": "bytes=10-19"})
    assert (whole.status_code, whole["Accept-Ranges"], whole["Content-Type"], b"".join(whole.streaming_content)) == (
        200, "bytes", "audio/mpeg", SOUND,
    )  # fmt: skip
    assert (part.status_code, part["Content-Range"], part["Content-Length"], b"".join(part.streaming_content)) == (
        206, f"bytes 10-19/{len(SOUND)}", "10", SOUND[10:20],
    )  # fmt: skip
    gone = client.get(song.url, headers={"Range": "bytes=99999-"})
    assert (gone.status_code, gone["Content-Range"], gone["Cache-Control"]) == (
        416,
        f"bytes */{len(SOUND)}",
        "private, no-store",
    )
    client.force_login(cast.khoa)
    assert client.get(song.url, headers={"Range": "bytes=0-"}).status_code == 404


def test_sound_video_and_pictures_are_for_a_circle_only(cast: Cast) -> None:
    raw = picture(size=(40, 30)).read()
    assert [kept(cast, one, "x").kind for one in (SOUND, FILM, raw)] == ["mp3", "mp4", "jpg"]
    with pytest.raises(Refused) as refused:
        kept(cast, SOUND, "x.mp3", guarded=False)
    assert [one.rule for one in refused.value.refusals] == ["R-FILE-03"]
