"""Who may ask what: role × address × method, against a table people read. A new address without a line fails."""

import pytest

from tests.cast import Cast
from tests.matrix.walk import ROLES, World, methods_of, read_table, routes


def test_every_address_has_a_line_and_every_line_an_address() -> None:
    asked = {(method, route.pattern) for route in routes() for method in methods_of("ha", route)}
    assert set(read_table()) == asked


@pytest.mark.parametrize("role", ROLES)
def test_everyone_gets_what_the_table_says(cast: Cast, role: str) -> None:
    world, table = World(cast), read_table()
    found = {
        (method, route.pattern): world.ask(role, method, route)
        for route in routes()
        for method in methods_of(role, route)
    }
    declared = {key: table[key][role] for key in found}
    assert found == declared


def test_no_answer_is_a_trace_and_no_get_writes() -> None:
    statuses = {status for line in read_table().values() for status in line.values()}
    assert {status for status in statuses if status.startswith("5") or status.endswith("!")} == set()


def test_whoever_is_not_signed_in_changes_nothing() -> None:
    told = {line["nobody"] for (method, _), line in read_table().items() if method != "GET"}
    assert told & {"200", "201", "202", "204"} == {"200"}
