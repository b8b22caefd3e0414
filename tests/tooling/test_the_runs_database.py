"""The tests stand on the database of real life: a file with WAL and IMMEDIATE, or a real PostgreSQL."""

import threading
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection, transaction
from playwright.sync_api import Page

from portal.base.models import Epoch


@pytest.mark.sqlite
@pytest.mark.django_db
def test_sqlite_is_a_file_with_a_write_ahead_log() -> None:
    with connection.cursor() as cursor:
        mode = cursor.execute("PRAGMA journal_mode").fetchone()[0]
    assert (mode, Path(connection.settings_dict["NAME"]).parent) == ("wal", settings.PORTAL_HOME)


@pytest.mark.postgresql
@pytest.mark.django_db
def test_postgresql_is_reached_by_its_socket_and_sorts_in_utf8() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT lower('ĐỨC GIANG'), current_setting('server_encoding'), inet_server_addr()")
        assert cursor.fetchone() == ("đức giang", "UTF8", None)


def test_threads_that_read_and_then_write_wait_for_each_other(committed: None) -> None:
    counter = Epoch.objects.create(value=0)

    def add_ten() -> None:
        for _ in range(10):
            with transaction.atomic():
                row = Epoch.objects.select_for_update().get(pk=counter.pk)
                row.value += 1
                row.save()
        connection.close()

    threads = [threading.Thread(target=add_ten) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    counter.refresh_from_db()
    assert counter.value == 40


@pytest.mark.browser
def test_chromium_opens_the_portal_at_the_address_of_all_tests(page: Page) -> None:
    answer = page.goto("/robots-that-nobody-has.txt")
    assert answer is not None
    assert (answer.status, page.url) == (404, "http://testserver/robots-that-nobody-has.txt")
