"""Who may ask what: role × address × method, against a table people read. A new address without a line fails."""

import pytest

from tests.cast import Cast
from tests.matrix.walk import ROLES, World, methods_of, read_table, routes
from tests.snapshot import Change, Kept, put_back


def test_every_address_has_a_line_and_every_line_an_address() -> None:
    asked = {(method, route.pattern) for route in routes() for method in methods_of("ha", route)}
    assert set(read_table()) == asked


OVER_BOTH = ("nobody", "ha")  # the table is of rules; who sees least and who sees most ask the other database too


@pytest.fixture(scope="module")
def standing(kept: Kept) -> tuple[list[Change], World]:
    return kept(World)


@pytest.fixture
def world(cast: Cast, standing: tuple[list[Change], World]) -> World:
    """One of everything, begun once a process; nobody is signed in yet."""
    rows, made = standing
    put_back(rows)
    made.sessions.clear()
    return made


@pytest.mark.usefixtures("as_outside")
@pytest.mark.parametrize(
    "role", [pytest.param(role, marks=[] if role in OVER_BOTH else pytest.mark.sqlite) for role in ROLES]
)
def test_everyone_gets_what_the_table_says(world: World, role: str) -> None:
    table = read_table()
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


FORMS_SHOWN_AGAIN = ("tai-khoan/", "api/v1/openapi.json")  # sign-in, reset and the API's description answer 200 to all


def test_nobody_gets_a_change_done_without_signing_in() -> None:
    done = {
        pattern
        for (method, pattern), line in read_table().items()
        if method != "GET" and line["nobody"].startswith("2") and not pattern.startswith(FORMS_SHOWN_AGAIN)
    }
    assert done == set()


def test_technical_power_opens_no_editorial_address() -> None:
    """A superuser without an office gets what any reader with an account gets, but for Wagtail's closed screens."""
    differing = {
        (method, pattern)
        for (method, pattern), line in read_table().items()
        if "-" not in (line["root"], line["phu"]) and line["root"] != line["phu"]
    }
    assert {key for key in differing if not key[1].startswith(("admin/", "^admin/"))} == set()
