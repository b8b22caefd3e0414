"""What was saved of the portal before: a folder or a zip, read with care; nothing outside it is ever opened.

Names that climb out, links, encrypted parts and bombs are refused with a sentence; nothing is unpacked on disk.
"""

import hashlib
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import IO
from urllib.parse import unquote, urlsplit

MEGABYTE = 1024 * 1024
MOST_PARTS = 200_000
MOST_OF_ONE = 64 * MEGABYTE
MOST_OF_A_TEXT = 512 * MEGABYTE  # one export of a whole portal may be long; it is read as a stream
TAIL = 66_000  # bytes at the end of a zip that hold its last lines
END, END64, ENTRY = b"PK\x05\x06", b"PK\x06\x06", b"PK\x01\x02"
MOST_RATIO = 200  # unpacked bytes for one packed


class Broken(ValueError):
    """The archive cannot be read; the sentence says why."""


class Archive:
    """A folder or a zip as a table of names."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._zip: zipfile.ZipFile | None = None
        if path.is_dir():
            self.names: Mapping[str, object] = _in_folder(path)
        elif zipfile.is_zipfile(path):
            self._zip = _opened(path)
            self.names = _in_zip(self._zip)
        elif path.is_file():
            self.names = {path.name: path}
        else:
            raise Broken(f"Không có tệp hay thư mục {path.name}.")
        self._by_end: dict[str, list[str]] = {}
        for name in sorted(self.names):
            self._by_end.setdefault(PurePosixPath(name).name.casefold(), []).append(name)

    def read(self, name: str, most: int = MOST_OF_ONE) -> bytes:
        """One part, whole. Raises Broken where it is longer than `most` bytes or damaged."""
        found = self.names[name]
        if isinstance(found, Path):
            with self.stream(name, most) as part:
                return part.read(most)
        try:
            with self.stream(name, most) as part:
                data = part.read(most + 1)
        except (zipfile.BadZipFile, RuntimeError, OSError, NotImplementedError, EOFError) as error:
            raise Broken(f"{name}: không giải nén được.") from error
        if len(data) > most:
            raise Broken(f"{name}: giải nén ra quá lớn.")
        return data

    def stream(self, name: str, most: int) -> IO[bytes]:
        """One part, opened to be read piece by piece. Raises Broken where it says it is longer than `most` bytes."""
        found = self.names[name]
        if isinstance(found, Path):
            if found.stat().st_size > most:
                raise Broken(f"{name}: nặng quá {most // MEGABYTE} MB.")
            return found.open("rb")
        assert self._zip is not None
        assert isinstance(found, zipfile.ZipInfo)
        if found.file_size > min(most, MOST_RATIO * max(found.compress_size, 1024)):
            raise Broken(f"{name}: giải nén ra quá lớn.")
        return self._zip.open(found)

    def ending(self, *ends: str) -> Iterator[str]:
        """The names of parts with such endings, in order."""
        return (name for name in sorted(self.names) if name.casefold().endswith(ends))

    def find(self, address: str, beside: str = "") -> str | None:
        """The part an address or a path of the old portal means, or None: beside the page that names it first, else the one
        whose path agrees with it from the end for the longest stretch."""
        path = _path_of(address)
        if not path:
            return None
        if beside and not urlsplit(address).netloc:
            near = _joined(PurePosixPath(beside).parent, path)
            if near in self.names:
                return near
        wanted = [part.casefold() for part in PurePosixPath(path).parts if part not in ("/", "..", ".")]
        named = self._by_end.get(wanted[-1], []) if wanted else []
        exact = PurePosixPath(path).parts
        best = max(named, key=lambda name: (_agreeing(wanted, name), _alike(exact, name)), default=None)
        if best is None or (len(named) > 1 and _agreeing(wanted, best) == 1 and len(wanted) > 1):
            return None
        return best

    def digest(self) -> str:
        """SHA-256 of a file; of a folder, over the names and sizes of what is in it."""
        found = hashlib.sha256()
        if self.path.is_dir():
            for name in sorted(self.names):
                found.update(f"{name}:{(self.path / name).stat().st_size}\n".encode())
        else:
            with self.path.open("rb") as whole:
                while block := whole.read(MEGABYTE):
                    found.update(block)
        return found.hexdigest()


def _in_folder(root: Path) -> dict[str, object]:
    found: dict[str, object] = {}
    inside = root.resolve()
    for path in root.rglob("*"):
        if path.is_symlink() or not path.is_file() or not path.resolve().is_relative_to(inside):
            continue
        found[path.relative_to(root).as_posix()] = path
        if len(found) > MOST_PARTS:
            raise Broken(f"Thư mục có quá {MOST_PARTS} tệp.")
    return found


def _opened(path: Path) -> zipfile.ZipFile:
    """A zip whose table of contents is counted before it is read whole: a million names would fill the memory."""
    with path.open("rb") as raw:
        table = _table_of(raw)
        raw.seek(table[0])
        if _counted(raw, table[1]) > MOST_PARTS:
            raise Broken(f"Tệp nén có quá {MOST_PARTS} mục.")
    try:
        return zipfile.ZipFile(path)
    except (zipfile.BadZipFile, NotImplementedError, ValueError) as error:
        raise Broken("Tệp nén hỏng, không mở được.") from error


def _table_of(raw: IO[bytes]) -> tuple[int, int]:
    """Where the table of contents begins and how many bytes it has, as the zip's own last lines say."""
    raw.seek(0, 2)
    whole = raw.tell()
    raw.seek(max(0, whole - TAIL))
    tail = raw.read()
    at = tail.rfind(END)
    if at < 0 or len(tail) < at + 22:
        raise Broken("Tệp nén hỏng, không mở được.")
    size = int.from_bytes(tail[at + 12 : at + 16], "little")
    above = tail.rfind(END64, 0, at)
    if above >= 0 and len(tail) >= above + 56:
        at, size = above, int.from_bytes(tail[above + 40 : above + 48], "little")
    end = max(0, whole - TAIL) + at
    return max(0, end - size), min(size, end)


def _counted(raw: IO[bytes], size: int) -> int:
    """How many entries a table of contents has, no further than is asked."""
    many = 0
    while size >= 46 and many <= MOST_PARTS:
        head = raw.read(46)
        if head[:4] != ENTRY or len(head) < 46:
            break
        more = sum(int.from_bytes(head[at : at + 2], "little") for at in (28, 30, 32))
        raw.seek(more, 1)
        size -= 46 + more
        many += 1
    return many


def _in_zip(packed: zipfile.ZipFile) -> dict[str, object]:
    parts = packed.infolist()
    if len(parts) > MOST_PARTS:
        raise Broken(f"Tệp nén có quá {MOST_PARTS} mục.")
    found: dict[str, object] = {}
    for part in parts:
        name = part.filename.replace("\\", "/")
        if part.is_dir():
            continue
        if name.startswith("/") or ":" in name.split("/")[0] or ".." in name.split("/"):
            raise Broken(f"Tệp nén có tên dẫn ra ngoài: {name[:80]}.")
        if part.flag_bits & 0x1:
            raise Broken("Tệp nén có mật khẩu; hãy giải mã rồi nén lại.")
        if (part.external_attr >> 16) & 0o170000 not in (0, 0o100000):
            continue  # a link leads elsewhere; a device, a pipe, a socket is no file
        found[name] = part
    return found


def _path_of(address: str) -> str:
    try:
        return unquote(urlsplit(address.strip().replace("\\", "/")).path)
    except ValueError:
        return ""


def _joined(folder: PurePosixPath, path: str) -> str:
    parts: list[str] = [] if path.startswith("/") else list(folder.parts)
    for part in PurePosixPath(path).parts:
        if part == "..":
            parts = parts[:-1]
        elif part not in ("/", "."):
            parts.append(part)
    return "/".join(parts)


def _agreeing(wanted: list[str], name: str) -> int:
    have = [part.casefold() for part in PurePosixPath(name).parts]
    many = 0
    for one, other in zip(reversed(wanted), reversed(have), strict=False):
        if one != other:
            break
        many += 1
    return many


def _alike(exact: tuple[str, ...], name: str) -> int:
    """How many parts agree from the end to the letter: of names that differ in capitals alone, the one that was meant."""
    pairs = zip(reversed(exact), reversed(PurePosixPath(name).parts), strict=False)
    return sum(one == other for one, other in pairs)
