from collections.abc import Iterator

import pytest

from tests.deploy.front import Front, Stub, nginx, place_in


@pytest.fixture(scope="session")
def stub() -> Stub:
    return Stub()


@pytest.fixture(scope="session")
def running(stub: Stub, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Front]:
    """nginx before the stub, for all tests of this folder."""
    if nginx() is None:
        pytest.fail("nginx is not installed: apt install nginx")
    folder = tmp_path_factory.mktemp("nginx")
    front = Front(folder, place_in(folder), stub)
    front.start()
    yield front
    front.stop()


@pytest.fixture
def front(running: Front, stub: Stub) -> Front:
    """nginx, a stub nobody asked yet, and no line from before: nginx hangs up what was idle between two tests. Addresses are each
    test's own."""
    stub.asked.clear()
    running.hang_up()
    return running
