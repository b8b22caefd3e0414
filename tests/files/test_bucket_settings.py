"""What the environment says of a bucket, and what a real school may not say."""

import pytest

from portal.settings.bucket import Bucket, storage_of
from portal.settings.env import read
from tests.tooling.test_environment import REAL_SCHOOL, faults

GIVEN = {
    "PORTAL_STORAGE": "s3", "PORTAL_S3_BUCKET": "tep-truong", "PORTAL_S3_ENDPOINT": "https://kho.example:9000/",
    "PORTAL_S3_KEY": "khoa", "PORTAL_S3_SECRET": "mat",
}  # fmt: skip


def test_files_lie_on_the_disk_unless_the_school_names_a_bucket() -> None:
    assert read({}, "dev").bucket is None
    assert read(GIVEN | REAL_SCHOOL, "production").bucket == Bucket(
        "tep-truong", "https://kho.example:9000", "us-east-1", "khoa", "mat"
    )
    assert storage_of(None) == {"BACKEND": "django.core.files.storage.FileSystemStorage"}
    assert storage_of(Bucket("a-b", "", "vn", "k", "s"))["OPTIONS"] == {
        "bucket_name": "a-b", "endpoint_url": None, "region_name": "vn", "access_key": "k", "secret_key": "s",
    }  # fmt: skip


@pytest.mark.parametrize("changes,said", [
    ({"PORTAL_STORAGE": "may"}, ["PORTAL_STORAGE"]),
    ({"PORTAL_S3_BUCKET": ""}, ["PORTAL_S3_BUCKET"]),
    ({"PORTAL_S3_BUCKET": "Tep/Truong"}, ["PORTAL_S3_BUCKET"]),
    ({"PORTAL_S3_KEY": "", "PORTAL_S3_SECRET": ""}, ["PORTAL_S3_KEY", "PORTAL_S3_SECRET"]),
    ({"PORTAL_S3_ENDPOINT": "kho.example"}, ["PORTAL_S3_ENDPOINT"]),
    ({"PORTAL_S3_ENDPOINT": "https://a:b@kho.example"}, ["PORTAL_S3_ENDPOINT"]),
    ({"PORTAL_S3_ENDPOINT": "https://kho.example/tep"}, ["PORTAL_S3_ENDPOINT"]),
    ({"PORTAL_S3_ENDPOINT": "http://kho.example"}, ["PORTAL_S3_ENDPOINT"]),
    ({"PORTAL_S3_ENDPOINT": "http://127.0.0.1:9000"}, []),
    ({"PORTAL_ACCEL": "/_tep/"}, ["PORTAL_ACCEL"]),
    ({"PORTAL_STORAGE": "disk", "PORTAL_S3_KEY": "", "PORTAL_ACCEL": "/_tep/"}, []),
])  # fmt: skip
def test_what_is_wrong_is_said_at_the_start(changes: dict[str, str], said: list[str]) -> None:
    given = GIVEN | REAL_SCHOOL | changes
    assert faults("production", **given, PORT="cổng") == ["PORT", *said]
