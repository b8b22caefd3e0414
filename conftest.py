"""What every test stands on: the database of the run, Hypothesis profiles, and that nothing is ever skipped."""

import gc
import os
import shutil
from collections.abc import Iterator

import pytest
from django.conf import settings
from django.db import connection
from django.db.backends.base.creation import BaseDatabaseCreation
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings
from pytest_django import DjangoDbBlocker
from wagtail import signal_handlers
from wagtail.tasks import update_reference_index_task

from portal.base import epoch
from tests.chromium import MIGRATED, chromium, page, remember_migrated  # noqa: F401  (fixtures for every test)
from tests.snapshot import bring_back, everything

SLOW_IS_FINE = [HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large]
hypothesis_settings.register_profile(
    "quick",
    max_examples=50,
    stateful_step_count=50,
    deadline=None,
    derandomize=True,
    suppress_health_check=SLOW_IS_FINE,
)
hypothesis_settings.register_profile(
    "soak", max_examples=600, stateful_step_count=50, deadline=None, suppress_health_check=SLOW_IS_FINE
)
hypothesis_settings.load_profile("quick")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """A test marked for one database is not part of the other's run; long ones begin first, so that no process waits at the end."""
    elsewhere = [item for item in items if not _belongs(item, connection.vendor)]
    if elsewhere:
        config.hook.pytest_deselected(items=elsewhere)
        items[:] = [item for item in items if item not in elsewhere]
    items.sort(key=lambda item: item.get_closest_marker("long") is None)


def pytest_collection_finish() -> None:
    """What stands by now stays: the collector need not look through all of Django again and again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 20, 50)


def _belongs(item: pytest.Item, database: str) -> bool:
    """Over SQLite everything; over the other database what asks it anything, with a browser only the persons' own walks."""
    marks = {mark.name for mark in item.iter_markers()}
    asks = "django_db" in marks or {"db", "transactional_db"} & set(getattr(item, "fixturenames", ()))
    if not asks or ("browser" in marks and "both" not in marks):
        return database == "sqlite"
    return not marks & ({"sqlite", "postgresql"} - {database})


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if reporter is not None and reporter.stats.get("skipped") and session.exitstatus == pytest.ExitCode.OK:
        reporter.write_line("A skipped test is a failed test.", red=True)
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_unconfigure() -> None:
    """xdist's processes end without saying goodbye, so their data folders are cleared here."""
    if settings.configured and settings.PORTAL_PROFILE == "test":  # never a school's own data
        shutil.rmtree(settings.PORTAL_HOME, ignore_errors=True)


@pytest.fixture(scope="session")
def django_db_keepdb(django_db_keepdb: bool) -> bool:
    """Where the run brought a migrated database, the copy of it is not made again."""
    return django_db_keepdb or ("PORTAL_MIGRATED" in os.environ and connection.vendor == "sqlite")


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings: None) -> None:
    """Each process begins with a copy of the database the run migrated; by itself it migrates one of its own."""
    given = settings.DATABASES["default"]
    if "PORTAL_MIGRATED" not in os.environ:
        return
    if connection.vendor == "sqlite":
        shutil.copy(given["NAME"], given["TEST"]["NAME"])
    else:
        given["TEST"]["TEMPLATE"] = given["NAME"]


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Remember the migrated rows: a browser's event loop gives later tests another connection, which forgot them. For tests
    that commit they come back as rows; Django would build a model of each and save it."""
    MIGRATED.update(contents=getattr(connection, "_test_serialized_contents", ""))
    with django_db_blocker.unblock():
        rows = everything()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(BaseDatabaseCreation, "deserialize_db_from_string", lambda *_: bring_back(rows))
        yield
    epoch.look_away()  # PostgreSQL drops no database somebody looks at


class KeepsNoUses:
    """Stands for Wagtail's task that notes what a saved thing names."""

    @staticmethod
    def enqueue(*_: str) -> None:
        return


@pytest.fixture(scope="session", autouse=True)
def no_uses() -> Iterator[None]:
    """Wagtail's list of uses is read on a superuser's technical screens alone; a twentieth of every set-up went into it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(signal_handlers, "update_reference_index_task", KeepsNoUses)
        yield


@pytest.fixture
def uses(monkeypatch: pytest.MonkeyPatch, no_uses: None) -> None:
    """For tests of those screens: the list is kept, as it is at school."""
    monkeypatch.setattr(signal_handlers, "update_reference_index_task", update_reference_index_task)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    remember_migrated()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_teardown(item: pytest.Item) -> None:
    remember_migrated()


@pytest.fixture
def committed(transactional_db: None, django_db_serialized_rollback: None) -> None:
    """Real commits, for tests with threads or a browser; what migrations put in is there again for each."""
