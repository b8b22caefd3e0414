"""What lays out a room at once says what its single steps say, and a database that took those has nothing to do."""

import pytest
from django.db import connection
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

pytestmark = pytest.mark.sqlite
ROOMS = {"base", "people", "files", "approval", "plan", "news", "intranet", "desk", "search", "operations"}


@pytest.fixture(scope="module")
def steps() -> MigrationLoader:
    """Every migration there is, none in the place of another."""
    return MigrationLoader(None, replace_migrations=False)


def single(key: tuple[str, str]) -> bool:
    return key[0] not in ROOMS or "_squashed_" not in key[1]


def test_each_room_is_laid_out_at_once_in_the_place_of_all_its_steps(steps: MigrationLoader) -> None:
    at_once = {key[0]: one for key, one in steps.disk_migrations.items() if not single(key)}
    assert at_once.keys() == ROOMS
    for room, one in at_once.items():
        last = one.name.removeprefix("0001_squashed_")
        of_room = sorted(key for key in steps.disk_migrations if key[0] == room and single(key))
        assert one.replaces == [key for key in of_room if key[1] <= last]


def test_both_ways_lead_to_the_same_house(steps: MigrationLoader) -> None:
    one_by_one = steps.project_state([key for key in steps.graph.leaf_nodes() if single(key)])
    at_once = MigrationLoader(None).project_state()
    of_rooms = [{key for key in state.models if key[0] in ROOMS} for state in (one_by_one, at_once)]
    assert of_rooms[0] == of_rooms[1]
    for before, after in ((one_by_one, at_once), (at_once, one_by_one)):
        changes = MigrationAutodetector(before, after)._detect_changes()
        assert {room: found for room, found in changes.items() if room in ROOMS} == {}


def test_a_database_that_took_every_step_goes_on_with_nothing_to_do(
    steps: MigrationLoader, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken = {key: one for key, one in steps.disk_migrations.items() if single(key)}
    monkeypatch.setattr(MigrationRecorder, "applied_migrations", lambda _: taken)
    executor = MigrationExecutor(connection)
    executor.loader.check_consistent_history(connection)
    assert executor.migration_plan(executor.loader.graph.leaf_nodes()) == []
