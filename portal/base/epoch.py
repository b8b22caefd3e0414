"""The epoch: raised in the same transaction as any change a reader can see, so that no cache outlives it."""

import sqlite3
import threading
from urllib.parse import quote

from django.db import connection, transaction
from django.db.models import F

from portal.base.models import Epoch

SECONDS = 5  # how long a reading waits for a database that is busy
ASKED = f"SELECT value FROM {Epoch._meta.db_table} WHERE id = 1"
_here = threading.local()


def bump() -> None:
    """Raise the epoch by one. Must run inside the transaction of the change."""
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("bump() belongs inside the transaction of the change")
    if not Epoch.objects.filter(pk=1).update(value=F("value") + 1):
        Epoch.objects.create(pk=1, value=1)


def current() -> int:
    """The epoch of this moment; 0 before the first change."""
    return Epoch.objects.filter(pk=1).values_list("value", flat=True).first() or 0


def seen() -> int:
    """The epoch as every process sees it this moment, outside any transaction of ours: asked before every page given from
    memory, so by a connection of this thread's own and without the ORM (some microseconds). Raises what the database
    raises; the next asking opens the connection anew."""
    asking: _Asking | None = getattr(_here, "asking", None)
    if asking is None:
        asking = _here.asking = _OfPostgresql() if connection.vendor == "postgresql" else _OfSqlite()
    try:
        return asking.ask()
    except Exception:
        look_away()
        raise


def look_away() -> None:
    """Close this thread's own connection, if there is one."""
    asking: _Asking | None = _here.__dict__.pop("asking", None)
    if asking is not None:
        asking.opened.close()


class _OfSqlite:
    def __init__(self) -> None:
        path = quote(str(connection.settings_dict["NAME"]))
        self.opened = sqlite3.connect(f"file://{path}?mode=ro", uri=True, isolation_level=None, timeout=SECONDS)

    def ask(self) -> int:
        row = self.opened.execute(ASKED).fetchone()
        return row[0] if row else 0


class _OfPostgresql:
    """One prepared question by libpq itself: half of what the same question costs through a cursor."""

    def __init__(self) -> None:
        from psycopg import connect

        given = connection.get_connection_params()
        wanted = {name: given[name] for name in given if name not in ("context", "cursor_factory", "prepare_threshold")}
        self.opened = connect(**wanted, autocommit=True)
        self.opened.pgconn.prepare(b"epoch", ASKED.encode())

    def ask(self) -> int:
        found = self.opened.pgconn.exec_prepared(b"epoch", [])
        if found.error_message:
            raise OSError(found.error_message.decode(errors="replace"))
        value = found.get_value(0, 0) if found.ntuples else None
        return int(value) if value else 0

    def __del__(self) -> None:
        """With its thread, when that ends."""
        if hasattr(self, "opened"):
            self.opened.close()


_Asking = _OfSqlite | _OfPostgresql
