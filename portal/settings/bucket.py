"""Where stored files lie where it is not the data folder: a private bucket of an S3-like store (decision 0029)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from portal.settings.env import Profile, Reader

NAMES = ("STORAGE", *(f"S3_{part}" for part in ("BUCKET", "ENDPOINT", "REGION", "KEY", "SECRET")))
BUCKET = r"[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]"
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


@dataclass(frozen=True)
class Bucket:
    """A bucket and the key to it; `endpoint` is empty at Amazon's own."""

    name: str
    endpoint: str
    region: str
    key: str
    secret: str


def bucket_of(reader: Reader, profile: Profile) -> Bucket | None:
    """The bucket the school named; None where its files lie in the data folder. Faults are told to the reader."""
    kind = reader.text("PORTAL_STORAGE", "disk")
    if kind not in {"disk", "s3"}:
        reader.fault(f"PORTAL_STORAGE: chỉ nhận disk hoặc s3 (đang là “{kind}”).")
    if kind != "s3":
        return None
    if find_spec("storages") is None:
        reader.fault("PORTAL_STORAGE: chưa cài thư viện của kho S3; hãy cài requirements/s3.txt thay cho base.txt.")
    name, endpoint = reader.text("PORTAL_S3_BUCKET"), reader.text("PORTAL_S3_ENDPOINT").rstrip("/")
    if not re.fullmatch(BUCKET, name):
        reader.fault(f"PORTAL_S3_BUCKET: thiếu hoặc sai tên kho, ví dụ tep-truong-ngo-gia-tu (đang là “{name}”).")
    if fault := _endpoint_fault(endpoint, profile):
        reader.fault(f"PORTAL_S3_ENDPOINT: {fault} (đang là “{endpoint}”).")
    key, secret = (reader.text(f"PORTAL_S3_{part}") for part in ("KEY", "SECRET"))
    for part, given in (("KEY", key), ("SECRET", secret)):
        if not given:
            reader.fault(f"PORTAL_S3_{part}: thiếu khoá vào kho tệp.")
    if reader.text("PORTAL_ACCEL"):
        reader.fault("PORTAL_ACCEL: nginx chỉ gửi được tệp nằm trên đĩa; hãy bỏ biến này khi dùng PORTAL_STORAGE=s3.")
    return Bucket(name, endpoint, reader.text("PORTAL_S3_REGION", "us-east-1"), key, secret)


def _endpoint_fault(endpoint: str, profile: Profile) -> str:
    """Files of a school travel enciphered, but to the machine itself."""
    if not endpoint:
        return ""
    parts = urlsplit(endpoint)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.path or parts.query or parts.username:
        return "phải có dạng https://máy hoặc https://máy:cổng"
    if profile == "production" and parts.scheme == "http" and parts.hostname not in LOOPBACK:
        return "cổng thật chỉ gửi tệp qua https://"
    return ""


def storage_of(bucket: Bucket | None) -> dict[str, Any]:
    """What STORAGES says of stored files."""
    if bucket is None:
        return {"BACKEND": "django.core.files.storage.FileSystemStorage"}
    return {
        "BACKEND": "portal.files.bucket.PrivateBucket",
        "OPTIONS": {
            "bucket_name": bucket.name,
            "endpoint_url": bucket.endpoint or None,
            "region_name": bucket.region,
            "access_key": bucket.key,
            "secret_key": bucket.secret,
        },
    }
