"""A bucket on a test server (moto) that asks for signatures and policies, and the key a school would have to it."""

import json
import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

from django.core.files.storage import storages

from portal.settings.bucket import Bucket, storage_of

POLICY = Path(__file__).resolve().parents[2] / "deploy" / "s3-policy.json"
NAME = "tep-truong-thu"


class Store:
    """The server; `bucket` is what a school's settings would say of it."""

    def __init__(self, where: str, bucket: Bucket, empty: Callable[[], None]) -> None:
        self.where, self.bucket, self.empty = where, bucket, empty

    def settings(self, **changes: str) -> dict[str, Any]:
        """STORAGES with files in the bucket, or in what `changes` makes of it."""
        plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
        return {"default": storage_of(Bucket(**{**vars(self.bucket), **changes})), "staticfiles": plain}

    def use(self, settings: Any, **changes: str) -> None:
        """From now on the school keeps its files there, and no line to where it kept them stays open."""
        hang_up()
        settings.STORAGES = self.settings(**changes)

    def stranger(self, path: str, method: str = "GET") -> tuple[int, bytes]:
        """What somebody without a key is answered."""
        line = HTTPConnection(self.where)
        try:
            line.request(method, path)
            answer = line.getresponse()
            return answer.status, answer.read()
        finally:
            line.close()


def hang_up() -> None:
    place = storages["default"]
    if hasattr(place, "connection"):
        place.connection.meta.client.close()


@contextmanager
def store_running() -> Iterator[Store]:
    """The server in a thread of this process, until the end."""
    from moto.core.authorization import ActionAuthenticatorMixin
    from moto.iam.models import iam_backends
    from moto.s3.models import s3_backends
    from moto.server import ThreadedMotoServer

    logging.getLogger("werkzeug").setLevel(logging.CRITICAL)
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    iam, s3 = iam_backends["123456789012"]["aws"], s3_backends["123456789012"]["aws"]
    iam.create_user(region_name="us-east-1", user_name="portal", path="/", tags=[])
    key = iam.create_access_key("portal")
    iam.put_user_policy("portal", "kho", json.dumps(json.loads(POLICY.read_text().replace("BUCKET", NAME))))
    s3.create_bucket(NAME, "us-east-1")

    def empty() -> None:
        held = s3.buckets[NAME].keys
        for name in list(held):
            held[name].dispose()
            held.pop(name)

    where = "{}:{}".format(*server.get_host_and_port())
    bucket = Bucket(NAME, f"http://{where}", "us-east-1", key.access_key_id, key.secret_access_key)
    try:
        with asked_for_keys(ActionAuthenticatorMixin):
            yield Store(where, bucket, empty)
    finally:
        empty()
        server.stop()


@contextmanager
def asked_for_keys(mixin: Any) -> Iterator[None]:
    """The server looks at signatures and policies, which it does not by itself."""
    from moto import settings

    before, settings.INITIAL_NO_AUTH_ACTION_COUNT = settings.INITIAL_NO_AUTH_ACTION_COUNT, 0
    mixin.request_count = 1
    try:
        yield
    finally:
        settings.INITIAL_NO_AUTH_ACTION_COUNT = before
