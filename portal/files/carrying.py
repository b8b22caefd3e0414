"""Carrying stored files from the data folder to the bucket, or home again: resumable, each looked at by its hash."""

import hashlib
from collections.abc import Iterator
from typing import Any, BinaryIO, cast

from django.core.files.storage import FileSystemStorage

from portal.files.models import Attachment, Picture
from portal.files.places import Silent

DRAWN = "ve-lai"  # drawings that are made again where they are wanted
PIECE = 1024 * 1024


def to_bucket(disk: FileSystemStorage, bucket: Any) -> Iterator[tuple[str, str]]:
    """Each file of the disk and what became of it: "carried", "there", or why not. Under the same names; nothing is taken
    off the disk. A walk that is killed goes on where the next one finds the first file missing."""
    for name in names(disk):
        with disk.open(name, "rb") as kept:
            sha256 = hash_of(cast(BinaryIO, kept))
            try:
                if bucket.noted_hash(name) == sha256:
                    yield name, "there"
                    continue
                kept.seek(0)
                bucket.carry(name, kept, sha256)
            except Silent as silence:
                yield name, str(silence)
            else:
                yield name, "carried"


def to_disk(bucket: Any, disk: FileSystemStorage) -> Iterator[tuple[str, str]]:
    """The same the other way, for a school that leaves its bucket."""
    for name, size in bucket.everything():
        if disk.exists(name) and disk.size(name) == size:
            yield name, "there"
            continue
        try:
            with bucket.open(name, "rb") as kept:
                disk.delete(name)
                disk.save(name, kept)
        except (Silent, FileNotFoundError) as fault:
            yield name, str(fault)
        else:
            yield name, "carried"


def amiss() -> Iterator[tuple[str, str]]:
    """Stored files whose bytes are not where the settings say, or are not what their row says, each with what is wrong."""
    for kind in (Picture, Attachment):
        for stored in kind.objects.exclude(file="").order_by("pk").iterator(chunk_size=200):
            try:
                with stored.file.storage.open(stored.file.name, "rb") as kept:
                    found = hash_of(cast(BinaryIO, kept))
            except FileNotFoundError:
                yield str(stored.file.name), "không thấy"
            except Silent as silence:
                yield str(stored.file.name), f"kho không trả lời: {silence}"
            else:
                if found != stored.sha256:
                    yield str(stored.file.name), "nội dung khác với lúc lưu"


def names(disk: FileSystemStorage, folder: str = "") -> Iterator[str]:
    """Every file of the data folder but what is drawn, by folders."""
    if not disk.exists(folder):
        return
    folders, files = disk.listdir(folder)
    for one in sorted(files):
        yield f"{folder}/{one}" if folder else one
    for one in sorted(folders):
        if folder or one != DRAWN:
            yield from names(disk, f"{folder}/{one}" if folder else one)


def hash_of(kept: BinaryIO) -> str:
    """The sha256 of an open file, read piece by piece."""
    found = hashlib.sha256()
    while piece := kept.read(PIECE):
        found.update(piece)
    return found.hexdigest()
