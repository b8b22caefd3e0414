"""What a set-up wrote, remembered row by row and put back: a school stands for each test at a tenth of the price.

The rows are taken while the database holds only what migrations put in, and rolled back; PostgreSQL's come and go by COPY, so
that no type needs a word. Sequences never go back, so a row put back meets no newer one of its number.
"""

from collections.abc import Callable, Container, Hashable, Iterable
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from django.db import connection, transaction

Row = Hashable  # a tuple on SQLite, a line of COPY on PostgreSQL
Made = TypeVar("Made")


@dataclass(frozen=True)
class Change:
    """What the set-up did to one table: rows it wrote, and the numbers of rows it wrote over."""

    table: str
    written: list[Any]
    replaced: list[Any]


class Kept(Protocol):
    """The fixture `kept`: a set-up over the cast's school, given as its rows and what it answered."""

    def __call__(self, set_up: Callable[[Any], Made]) -> tuple[list[Change], Made]: ...


def take(set_up: Callable[[], object], over: Iterable[Change] = ()) -> list[Change]:
    """Run `set_up` where the rows of `over` stand, remember every row it wrote, and undo both. Tables of our models alone: what
    a trigger keeps beside them comes and goes with their rows."""
    with transaction.atomic(), connection.cursor() as cursor:
        put_back(over)
        tables = connection.introspection.django_table_names(only_existing=True, include_views=False)
        before = {table: _rows(cursor, table) for table in tables}
        set_up()
        after = {table: _rows(cursor, table) for table in tables}
        transaction.set_rollback(True)
    return [
        Change(table, [row for row in after[table] if row not in before[table]], _gone(before[table], after[table]))
        for table in tables
        if after[table].keys() != before[table].keys()
    ]


def everything() -> list[Change]:
    """Every row the tables of our models hold."""
    with connection.cursor() as cursor:
        tables = connection.introspection.django_table_names(only_existing=True, include_views=False)
        held = [Change(table, list(_rows(cursor, table)), []) for table in tables]
    return [one for one in held if one.written]


def put_back(changes: Iterable[Change]) -> None:
    """Write the remembered rows; keys between tables are looked at when the transaction ends."""
    with transaction.atomic(), connection.cursor() as cursor:
        for change in changes:
            for number in change.replaced:
                key = connection.introspection.get_primary_key_column(cursor, change.table)
                cursor.execute(f'DELETE FROM "{change.table}" WHERE "{key}" = %s', [number])
            _write(cursor, change.table, change.written)


def bring_back(held: Iterable[Change]) -> None:
    """Those tables hold these rows again, and no other."""
    with transaction.atomic(), connection.cursor() as cursor:
        for table in held:
            cursor.execute(f'DELETE FROM "{table.table}"')
            _write(cursor, table.table, table.written)


def _rows(cursor: Any, table: str) -> dict[Row, None]:
    """The rows in the order they were written: they go back in the same."""
    if connection.vendor == "postgresql":
        with cursor.copy(f'COPY "{table}" TO STDOUT') as copy:
            return dict.fromkeys(b"".join(copy).splitlines(keepends=True))
    cursor.execute(f'SELECT {_columns(cursor, table)} FROM "{table}"')
    return dict.fromkeys(cursor.fetchall())


def _gone(before: Iterable[Any], after: Container[Row]) -> list[int]:
    """The numbers of rows that were written over; a row's number is its first column."""
    rows = (row for row in before if row not in after)
    return [int(row.partition(b"\t")[0] if isinstance(row, bytes) else row[0]) for row in rows]


def _write(cursor: Any, table: str, rows: list[Any]) -> None:
    if connection.vendor == "postgresql":
        with cursor.copy(f'COPY "{table}" FROM STDIN') as copy:
            copy.write(b"".join(rows))
    elif rows:
        places = ", ".join(["%s"] * len(rows[0]))
        cursor.executemany(f'INSERT INTO "{table}" ({_columns(cursor, table)}) VALUES ({places})', rows)


def _columns(cursor: Any, table: str) -> str:
    """Those that are written: what the database computes itself is not among them."""
    cursor.execute(f'PRAGMA table_info("{table}")')
    return ", ".join(f'"{row[1]}"' for row in cursor.fetchall())
