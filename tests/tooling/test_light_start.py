"""What the worker leaves unread until something asks for it: each such library is memory it would hold for ever (decision 0020)."""

import os
import subprocess
import sys
from pathlib import Path

from portal.settings.env import ROOT

HEAVY = ("portal.urls", "wagtail.admin.urls", "wagtail.documents.wagtail_hooks", "rest_framework", "requests", "psycopg",
         "openpyxl", "fido2")  # fmt: skip
STARTED = f"""
import django, sys
django.setup()
from portal.website.management.commands.worker import every_tick
every_tick()
print(*(name for name in {HEAVY!r} if name in sys.modules))
"""


def test_a_worker_over_sqlite_starts_without_the_screens_and_without_what_they_need(tmp_path: Path) -> None:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PORTAL_")}
    settings = {"DJANGO_SETTINGS_MODULE": "portal.settings.dev", "PORTAL_HOME": str(tmp_path)}
    started = subprocess.run(
        [sys.executable, "-c", STARTED], cwd=ROOT, env=kept | settings, capture_output=True, text=True
    )
    assert (started.stdout.strip(), started.stderr) == ("", "")
