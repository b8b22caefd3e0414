"""Where stored files lie: in the data folder, or in a private bucket (decision 0029). Rows know names alone."""

from datetime import datetime
from typing import Any, BinaryIO, Protocol, cast

from django.core.files.base import File
from django.core.files.storage import FileSystemStorage, Storage, storages
from django.utils.deconstruct import deconstructible


class Silent(OSError):
    """The bucket does not answer, or not as it should."""


class Readable(Protocol):
    """Bytes on their way to a reader."""

    def read(self, most: int = -1, /) -> bytes: ...

    def close(self) -> None: ...


class Part:
    """Some bytes of an open file, read as if they were all of one."""

    def __init__(self, file: BinaryIO, first: int, last: int) -> None:
        self.file, self.left = file, last - first + 1
        file.seek(first)

    def read(self, most: int = -1) -> bytes:
        found = self.file.read(self.left if most < 0 else min(most, self.left))
        self.left -= len(found)
        return found

    def close(self) -> None:
        self.file.close()


@deconstructible
class Kept(Storage):
    """Files without an address of their own, at the place the settings name this moment."""

    @property
    def place(self) -> Any:
        return storages["default"]

    @property
    def on_disk(self) -> bool:
        """Whether another program of this machine, nginx, could read them."""
        return isinstance(self.place, FileSystemStorage)

    def url(self, name: str | None) -> str:
        raise ValueError("a private file has no address")

    def part(self, name: str, first: int, last: int) -> Readable:
        """The bytes from `first` to `last`, both counted from nought and both sent; nothing else of the file is fetched.
        Raises FileNotFoundError, Silent."""
        if self.on_disk:
            return Part(cast(BinaryIO, self.open(name, "rb")), first, last)
        return cast(Readable, self.place.part(name, first, last))

    def _open(self, name: str, mode: str = "rb") -> File:
        return cast(File, self.place.open(name, mode))

    def _save(self, name: str, content: File) -> str:
        return cast(str, self.place._save(name, content))

    def get_available_name(self, name: str, max_length: int | None = None) -> str:
        return cast(str, self.place.get_available_name(name, max_length))

    def path(self, name: str) -> str:
        return cast(str, self.place.path(name))

    def delete(self, name: str) -> None:
        self.place.delete(name)

    def exists(self, name: str) -> bool:
        return cast(bool, self.place.exists(name))

    def listdir(self, path: str) -> tuple[list[str], list[str]]:
        return cast("tuple[list[str], list[str]]", self.place.listdir(path))

    def size(self, name: str) -> int:
        return cast(int, self.place.size(name))

    def get_modified_time(self, name: str) -> datetime:
        return cast(datetime, self.place.get_modified_time(name))
