"""Vietnamese order inside the database: lists that are cut into pages are ordered before they are cut.

PostgreSQL brings CLDR's `vi` itself; SQLite is taught `portal.base.text.sort_key` at every connection.
"""

from functools import lru_cache
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import F, Func
from django.db.models.expressions import OrderBy

from portal.base.text import SortKey, sort_key

COLLATION = "vietnamese"


class Ordered(Func):
    """A column of text, to be ordered as `vi` orders."""

    template = f"%(expressions)s COLLATE {COLLATION}"

    def as_postgresql(self, compiler: Any, connection: Any, **context: Any) -> Any:
        return self.as_sql(compiler, connection, template='%(expressions)s COLLATE "vi-x-icu"', **context)


class Given(Func):
    """The last word of a full name."""

    function = "portal_given_name"

    def as_postgresql(self, compiler: Any, connection: Any, **context: Any) -> Any:
        return self.as_sql(compiler, connection, template=r"regexp_replace(%(expressions)s, '^.*\s', '')", **context)


def titled(column: str = "title") -> OrderBy:
    """For `order_by` and `Meta.ordering`: by a title, as Vietnamese dictionaries do (CLDR `vi`)."""
    return Ordered(F(column)).asc()


def named(column: str = "full_name") -> tuple[OrderBy, OrderBy]:
    """For `order_by`: people by given name, then by the whole name, family name first."""
    return Ordered(Given(F(column))).asc(), titled(column)


@lru_cache(maxsize=8192)
def _key(text: str) -> SortKey:
    return sort_key(text)


def _compare(one: str, other: str) -> int:
    left, right = _key(one), _key(other)
    return (left > right) - (left < right)


def _given(full_name: str | None) -> str | None:
    return full_name if full_name is None else (full_name.split() or [""])[-1]


def teach(connection: BaseDatabaseWrapper, **_: Any) -> None:
    """Give a new connection to SQLite the order and the last word of a name."""
    if connection.vendor == "sqlite":
        connection.connection.create_collation(COLLATION, _compare)
        connection.connection.create_function("portal_given_name", 1, _given, deterministic=True)
