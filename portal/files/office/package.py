"""The zip a .docx or .odt is, opened without trust: counted and measured by its table before anything is unpacked."""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import PurePosixPath
from typing import IO

from portal.files.office.limits import MEGABYTE, Limits
from portal.files.office.markup import BROKEN
from portal.files.office.paper import Unreadable

END, FAR_END = b"PK\x05\x06", b"PK\x06\x07"
LOCKED = (
    "Tệp đặt mật khẩu nên không đọc được. Thầy/cô bỏ mật khẩu trong Word (File → Info → Protect Document) rồi gửi lại."
)
BOMB = "Tệp bung ra lớn gấp quá nhiều lần nên không mở (giống tệp nén phá hoại). Thầy/cô lưu lại từ Word rồi gửi."
CROWDED = "Tệp chứa quá {} mục bên trong, không giống một văn bản thật nên không nhận."
TABLE_BYTES = 1024 * 1024  # of the list of entries; a real one has some kilobytes


class Package:
    """The parts of a file by name. Raises Unreadable for what no honest program writes."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        self.limits = limits
        _measure_table(data, limits)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, zlib.error, ValueError, NotImplementedError, EOFError, struct.error) as error:
            raise Unreadable(BROKEN) from error
        entries = self._zip.infolist()
        _check(entries, limits)
        self._entries = {entry.filename: entry for entry in entries}

    @property
    def names(self) -> list[str]:
        return list(self._entries)

    def size(self, name: str) -> int:
        return self._entries[name].file_size

    @contextmanager
    def stream(self, name: str) -> Iterator[IO[bytes]]:
        """One part, to be read in pieces; it ends where the table says, whatever it holds."""
        entry = self._entries[name]
        if entry.file_size > self.limits.part:
            raise Unreadable(f"Phần chữ của tệp quá {self.limits.part // MEGABYTE} MB nên không nhận.")
        try:
            with self._zip.open(entry) as stream:
                yield stream
        except (zipfile.BadZipFile, zlib.error, ValueError, EOFError, RuntimeError, struct.error) as error:
            raise Unreadable(BROKEN) from error

    def bytes_of(self, name: str) -> bytes:
        """One small part or picture, whole."""
        with self.stream(name) as stream:
            return stream.read()


def _measure_table(data: bytes, limits: Limits) -> None:
    """The list of entries is measured before it is made into objects: forty megabytes may hold a million of them."""
    at = data.rfind(END, max(0, len(data) - 65_557))
    if at < 0 or len(data) < at + 22:
        raise Unreadable(BROKEN)
    entries, table = struct.unpack_from("<HI", data, at + 10)
    if FAR_END in data[max(0, at - 20) : at] or table > TABLE_BYTES or entries > limits.entries:
        raise Unreadable(CROWDED.format(limits.entries))


def _check(entries: list[zipfile.ZipInfo], limits: Limits) -> None:
    if len(entries) > limits.entries:  # the end of the table may tell fewer
        raise Unreadable(CROWDED.format(limits.entries))
    if len({entry.filename for entry in entries}) != len(entries):
        raise Unreadable("Tệp có hai mục trùng tên bên trong nên không nhận. Thầy/cô lưu lại từ Word rồi gửi.")
    if any(_astray(entry) for entry in entries):
        raise Unreadable("Tệp có mục mang đường dẫn ra ngoài chính nó nên không nhận.")
    if any(entry.flag_bits & 0x1 for entry in entries):
        raise Unreadable(LOCKED)
    if any(entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for entry in entries):
        raise Unreadable(BROKEN)
    if sum(entry.file_size for entry in entries) > limits.unpacked or any(_swells(entry, limits) for entry in entries):
        raise Unreadable(BOMB)
    if _overlap(entries):
        raise Unreadable(BOMB)


def _astray(entry: zipfile.ZipInfo) -> bool:
    name = entry.orig_filename
    return "\\" in name or ":" in name or "\0" in name or name.startswith("/") or ".." in PurePosixPath(name).parts


def _swells(entry: zipfile.ZipInfo, limits: Limits) -> bool:
    return entry.file_size > MEGABYTE and entry.file_size > limits.ratio * max(1, entry.compress_size)


def _overlap(entries: list[zipfile.ZipInfo]) -> bool:
    """Whether two entries share the same bytes, which lets a small file swell without a high ratio."""
    inside = sorted((entry.header_offset, entry.compress_size) for entry in entries if entry.compress_size)
    return any(start + size > after for (start, size), (after, _) in pairwise(inside))
