"""The tests' profile: an own data folder for each process, quick hashing, the clock that can be set."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

os.environ["PORTAL_HOME"] = tempfile.mkdtemp(prefix="portal-test-")
os.environ["PORTAL_TEST_CLOCK"] = "1"
os.environ["PORTAL_BASE_URL"] = "http://testserver"

from portal.settings.base import *  # noqa: F403
from portal.settings.base import ALLOWED_HOSTS, DATABASES, PORTAL_HOME


def remove_home(home: Path = PORTAL_HOME, owner: int = os.getpid()) -> None:
    if os.getpid() == owner:
        shutil.rmtree(home, ignore_errors=True)


atexit.register(remove_home)

ALLOWED_HOSTS += ["testserver"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_AUTOREFRESH = True
ACCOUNT_RATE_LIMITS = False

DATABASES["default"]["CONN_MAX_AGE"] = 0
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # a file, as in life: threads, WAL and IMMEDIATE behave as they will at school
    DATABASES["default"]["TEST"] = {"NAME": str(PORTAL_HOME / "test.sqlite3")}
    DATABASES["default"]["OPTIONS"]["init_command"] += "PRAGMA synchronous=OFF;"
