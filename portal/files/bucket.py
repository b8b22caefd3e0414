"""A private bucket of an S3-like store, as this house uses one: no addresses, nothing written over, parts fetched as parts.
Loaded only where the settings name a bucket: its library weighs as much as the rest of a room."""

import secrets
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import PurePosixPath
from threading import Lock
from typing import Any, cast

from boto3.exceptions import Boto3Error
from boto3.s3.transfer import TransferConfig
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from django.core.files.base import File
from storages.backends.s3 import S3Storage

from portal.files.places import Readable, Silent

IN_MEMORY = 4 * 1024 * 1024  # bytes of a file read whole; more of it waits on the disk
ABSENT = frozenset({"404", "NoSuchKey", "NotFound"})
PLAIN = {"gzip": False, "querystring_auth": False, "custom_domain": None, "location": "", "object_parameters": {},
         "max_memory_size": IN_MEMORY, "security_token": None, "session_profile": None}  # fmt: skip


def client_config(*, path_style: bool) -> Config:
    """How we talk to the store. Checksums only where asked for: stores other than Amazon's refuse its newest ones; instead
    each request is signed with the hash of what it carries, which every store checks."""
    return Config(
        signature_version="s3v4", connect_timeout=3, read_timeout=30, retries={"total_max_attempts": 2, "mode": "standard"},
        request_checksum_calculation="when_required", response_checksum_validation="when_required",
        s3={"addressing_style": "path" if path_style else "auto", "payload_signing_enabled": True},
    )  # fmt: skip


@contextmanager
def heard() -> Iterator[None]:
    """What the store says, in the words of this house: FileNotFoundError, or Silent."""
    try:
        yield
    except ClientError as error:
        if str(error.response.get("Error", {}).get("Code", "")) in ABSENT:
            raise FileNotFoundError(str(error)) from error
        raise Silent(str(error)) from error
    except (BotoCoreError, Boto3Error) as error:
        raise Silent(str(error)) from error


class _Borrowed:
    """A file the library may read to its end and not close (its issue 80)."""

    def __init__(self, file: File) -> None:
        self.read, self.seek, self.tell = file.read, file.seek, file.tell

    def close(self) -> None:
        """Whoever lent it closes it."""


def _answered(ask: Callable[[], object]) -> bool:
    try:
        with heard():
            ask()
    except OSError:
        return False
    return True


class Fetched(File):
    """A stored file open to be read; opened again once closed, it is fetched again."""

    def __init__(self, bucket: "PrivateBucket", name: str) -> None:
        self.bucket = bucket
        super().__init__(bucket.fetch(name), name)

    def open(self, mode: str | None = None, *args: Any, **kwargs: Any) -> "Fetched":
        if self.closed:
            self.file = self.bucket.fetch(str(self.name))
        else:
            self.seek(0)
        return self


class PrivateBucket(S3Storage):
    """Stored files in a bucket. No ACL is sent: a new object is its owner's alone, and buckets without ACLs stay usable."""

    _opening = Lock()

    def __init__(self, **given: Any) -> None:
        self._session: Any = None
        calm = TransferConfig(use_threads=False)
        config = client_config(path_style=bool(given.get("endpoint_url")))
        fixed = {"file_overwrite": False, "default_acl": None, "transfer_config": calm, "client_config": config}
        super().__init__(**{**given, **PLAIN, **fixed})

    def _create_session(self) -> Any:
        if self._session is None:
            self._session = super()._create_session()
        return self._session

    @property
    def connection(self) -> Any:
        """One for each thread, opened one at a time from one session, which reads its descriptions of the service once."""
        if getattr(self._connections, "connection", None) is None:
            with self._opening:
                return super().connection
        return self._connections.connection

    @property
    def bucket(self) -> Any:
        """This thread's own: what the library shares between threads is not made for it."""
        return self.connection.Bucket(self.bucket_name)

    def url(self, name: str | None, *args: Any, **kwargs: Any) -> str:
        raise ValueError("a private file has no address")

    def get_available_name(self, name: str, max_length: int | None = None) -> str:
        """A name nobody else is just taking: a bucket lets two who save at once write one over the other."""
        asked = PurePosixPath(name)
        own = asked.with_name(f"{asked.stem}-{secrets.token_hex(12)}{asked.suffix}")
        return cast(str, super().get_available_name(str(own), max_length))

    def part(self, name: str, first: int, last: int) -> Readable:
        """The body as it comes over the line. Raises FileNotFoundError, Silent."""
        client = self.connection.meta.client
        with heard():
            answer = client.get_object(Bucket=self.bucket_name, Key=name, Range=f"bytes={first}-{last}")
        return cast(Readable, answer["Body"])

    def noted_hash(self, name: str) -> str:
        """The sha256 that was noted beside a file when it was carried here; empty where there is no such file."""
        try:
            with heard():
                noted = self.connection.meta.client.head_object(Bucket=self.bucket_name, Key=name)["Metadata"]
        except FileNotFoundError:
            return ""
        return str(noted.get("sha256", ""))

    def carry(self, name: str, file: File, sha256: str) -> None:
        """Put a file under just this name, its hash beside it. Raises Silent."""
        more = {"Metadata": {"sha256": sha256}, "ContentType": "application/octet-stream"}
        with heard():
            self.bucket.Object(name).upload_fileobj(_Borrowed(file), ExtraArgs=more, Config=self.transfer_config)

    def everything(self) -> Iterator[tuple[str, int]]:
        """The name and size in bytes of each file. Raises Silent."""
        with heard():
            for page in self.connection.meta.client.get_paginator("list_objects_v2").paginate(Bucket=self.bucket_name):
                yield from ((one["Key"], one["Size"]) for one in page.get("Contents", ()))

    def tells_strangers(self, name: str) -> list[str]:
        """What somebody without any key gets of the bucket: nothing, where it is set up as it must be (Điều 13.7)."""
        client = self.unsigned_connection.meta.client
        asked = {
            "xem danh sách tệp": lambda: client.list_objects_v2(Bucket=self.bucket_name, MaxKeys=1),
            "tải tệp về": lambda: client.get_object(Bucket=self.bucket_name, Key=name)["Body"].close(),
        }
        try:
            return [what for what, ask in asked.items() if _answered(ask)]
        finally:
            client.close()

    def _open(self, name: str, mode: str = "rb") -> File:
        """The whole of it, with one request; for reading alone."""
        if mode != "rb":
            raise ValueError("a stored file is only read")
        return Fetched(self, name)

    def fetch(self, name: str) -> Any:
        """All its bytes, in memory or, where they are many, on the disk till they are closed. Raises FileNotFoundError, Silent."""
        client, kept = self.connection.meta.client, tempfile.SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115
        try:
            with heard():
                body = client.get_object(Bucket=self.bucket_name, Key=name)["Body"]
                for piece in body.iter_chunks(1024 * 1024):
                    kept.write(piece)
        except BaseException:
            kept.close()
            raise
        kept.seek(0)
        return kept

    def _save(self, name: str, content: File) -> str:
        with heard():
            return cast(str, super()._save(name, content))

    def delete(self, name: str) -> None:
        with heard():
            super().delete(name)

    def exists(self, name: str) -> bool:
        with heard():
            return cast(bool, super().exists(name))

    def size(self, name: str) -> int:
        with heard():
            return cast(int, super().size(name))
