"""Static files: each is found under the name pages ask for, packed there and nowhere else."""

import re
from pathlib import Path

from django.conf import settings
from django.core.files.base import ContentFile

from portal.base.statics import StaticStorage
from portal.settings import base


def test_it_is_the_storage_of_every_profile_but_the_tests() -> None:
    assert base.STORAGES["staticfiles"]["BACKEND"] == "portal.base.statics.StaticStorage"
    assert settings.STORAGES["staticfiles"]["BACKEND"] != base.STORAGES["staticfiles"]["BACKEND"]


def test_a_file_is_packed_under_the_name_pages_ask_for(tmp_path: Path) -> None:
    storage = StaticStorage(location=tmp_path, base_url="/static/")
    storage.save("a.css", ContentFile(b"body { color: #3b2a8c } " * 100))
    list(storage.post_process({"a.css": (storage, "a.css")}))
    found = sorted(re.sub(r"\.[0-9a-f]{12}\.", ".<hash>.", path.name) for path in tmp_path.iterdir())
    assert found == ["a.<hash>.css", "a.<hash>.css.br", "a.<hash>.css.gz", "a.css", "staticfiles.json"]
    assert storage.url("a.css") == "/static/" + next(path.name for path in tmp_path.glob("a.*.css"))
