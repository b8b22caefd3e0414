"""Archives somebody made to do harm, or that broke: what each is answered, in one table. No database."""

import io
import os
import stat
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from portal.operations.moving.archive import Archive, Broken
from portal.operations.moving.mapping import mapping_of
from portal.operations.moving.readers import read
from tests.operations.moving.fixtures import post, wxr

LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
BOMB = f'<!DOCTYPE x [<!ENTITY l0 "ha">{LAUGHS}]>' + wxr(post(1, "&l9;", "x")).partition("?>")[2]
XXE = '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>' + wxr(post(1, "&f;", "x")).partition("?>")[2]


def named(*names: str) -> bytes:
    return packed([(zipfile.ZipInfo(name), b"x") for name in names])


def packed(parts: list[tuple[zipfile.ZipInfo, bytes]]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for part, data in parts:
            part.compress_type = zipfile.ZIP_DEFLATED
            made.writestr(part, data)
    return out.getvalue()


def of_kind(kind: int) -> bytes:
    """A file that is one, beside an entry that says it is of another kind."""
    odd = zipfile.ZipInfo("la.jpg")
    odd.external_attr = (kind | 0o777) << 16
    return packed([(zipfile.ZipInfo("a.jpg"), b"x"), (odd, b"/etc/passwd")])


def many(entries: int, claimed: int) -> bytes:
    """A table of contents of so many entries, of which the last lines own `claimed`."""
    entry = struct.pack("<4s4B4HL2L5H2L", b"PK\x01\x02", 20, 0, 20, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0) + b"a"
    table = entry * entries
    return table + struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, claimed, claimed, len(table), 0, 0)


def locked() -> bytes:
    """An entry marked as encrypted, in both places."""
    raw = bytearray(named("a.jpg"))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        raw[raw.index(mark) + at] |= 1
    return bytes(raw)


REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "a name that climbs out": (lambda: named("../../ra-ngoai.html"), "tên dẫn ra ngoài"),
    "a name that climbs out, written the other way": (lambda: named("a\\..\\..\\b"), "tên dẫn ra ngoài"),
    "an absolute name": (lambda: named("/etc/passwd"), "tên dẫn ra ngoài"),
    "a name on a drive": (lambda: named("C:/a.html"), "tên dẫn ra ngoài"),
    "too many entries": (lambda: many(250_000, 65_535), "quá 200000 mục"),
    "a million entries that claim to be one": (lambda: many(1_000_000, 1), "quá 200000 mục"),
    "a locked part": (locked, "có mật khẩu"),
    "a table of contents that is none": (lambda: named("a.jpg").replace(b"PK\x01\x02", b"PK\x01\x03"), "hỏng"),
}  # fmt: skip
LEFT: dict[str, int] = {
    "a link": stat.S_IFLNK, "a device of characters": stat.S_IFCHR, "a device of blocks": stat.S_IFBLK,
    "a pipe": stat.S_IFIFO, "a socket": stat.S_IFSOCK,
}  # fmt: skip
FAULTS = {
    "entities that multiply": (BOMB, "khai báo thực thể"), "an entity that opens a file": (XXE, "khai báo thực thể"),
    "one that ends in the middle": (wxr(post(1, "a", "x"))[:-40], "hỏng giữa chừng"),
    "one nested without end": (wxr("<a>" * 100), "lồng nhau quá sâu"),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSED)
def test_refused_with_a_sentence(tmp_path: Path, case: str) -> None:
    make, sentence = REFUSED[case]
    path = tmp_path / "x.zip"
    path.write_bytes(make())
    with pytest.raises(Broken, match=sentence):
        Archive(path)


@pytest.mark.parametrize("case", LEFT)
def test_left_where_it_is(tmp_path: Path, case: str) -> None:
    path = tmp_path / "x.zip"
    path.write_bytes(of_kind(LEFT[case]))
    assert list(Archive(path).names) == ["a.jpg"]


def test_in_a_folder_too_nothing_but_files_is_opened(tmp_path: Path) -> None:
    (tmp_path / "kho").mkdir()
    (tmp_path / "kho" / "lien-ket.jpg").symlink_to("/etc/hostname")
    (tmp_path / "kho" / "len-tren").symlink_to(tmp_path, target_is_directory=True)
    os.mkfifo(tmp_path / "kho" / "ong.jpg")
    (tmp_path / "kho" / "a.jpg").write_text("x")
    archive = Archive(tmp_path / "kho")
    assert list(archive.names) == ["a.jpg"]
    away = ("http://169.254.169.254/x.jpg", "file:///etc/passwd", "../../etc/passwd", "//[x", "")
    assert [archive.find(one) for one in away] == [None] * 5


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "x.zip"
    path.write_bytes(packed([(zipfile.ZipInfo("bom.jpg"), b"\0" * 30_000_000)]))
    with pytest.raises(Broken, match="giải nén ra quá lớn"):
        Archive(path).read("bom.jpg")


def test_names_that_differ_in_capitals_alone_stay_two(tmp_path: Path) -> None:
    path = tmp_path / "x.zip"
    path.write_bytes(
        packed([(zipfile.ZipInfo(name), name.encode()) for name in ("anh/SAN.jpg", "anh/San.jpg", "anh/san.jpg")])
    )
    archive = Archive(path)
    asked = ("/anh/SAN.jpg", "/anh/San.jpg", "/anh/san.jpg", "/anh/sAn.jpg")
    assert [archive.find(one) for one in asked] == ["anh/SAN.jpg", "anh/San.jpg", "anh/san.jpg", "anh/SAN.jpg"]
    assert archive.read("anh/San.jpg") == b"anh/San.jpg"


@pytest.mark.parametrize("case", FAULTS)
def test_an_export_says_what_is_wrong_with_it(tmp_path: Path, case: str) -> None:
    xml, sentence = FAULTS[case]
    path = tmp_path / "x.xml"
    path.write_text(xml)
    faults = [one.fault for one in read(Archive(path), "wordpress", mapping_of(b"")) if one.fault]
    assert (len(faults), sentence in faults[0]) == (1, True)
