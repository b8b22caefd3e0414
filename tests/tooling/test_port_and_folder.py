"""One port, one data folder: a second start is told so in one sentence."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from portal.supervisor import CannotStart, bound, lock_folder, reserve_port

HOST = "127.0.0.1"
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def free_port() -> int:
    with bound(HOST, 0) as held:
        return int(held.getsockname()[1])


def busy(port: int) -> str:
    return f"Cổng {port} đang có chương trình khác dùng; hãy tắt nó hoặc chọn cổng khác: PORT={port + 1} make run"


def test_a_held_port_is_refused_to_another_supervisor(free_port: int) -> None:
    with reserve_port(HOST, free_port), pytest.raises(CannotStart) as refused:
        reserve_port(HOST, free_port)
    assert str(refused.value) == busy(free_port)


def test_a_port_where_a_server_shares_is_refused_too(free_port: int) -> None:
    with bound(HOST, free_port, socket.SO_REUSEADDR, socket.SO_REUSEPORT) as other:
        other.listen()
        with pytest.raises(CannotStart):
            reserve_port(HOST, free_port)


def test_a_program_on_all_addresses_holds_the_port(free_port: int) -> None:
    with bound("0.0.0.0", free_port, socket.SO_REUSEADDR) as other:
        other.listen()
        with pytest.raises(CannotStart):
            reserve_port(HOST, free_port)


def test_the_server_joins_the_held_port_and_gets_every_connection(free_port: int) -> None:
    with reserve_port(HOST, free_port), bound(HOST, free_port, socket.SO_REUSEADDR, socket.SO_REUSEPORT) as server:
        server.listen()
        for _ in range(20):
            with socket.create_connection((HOST, free_port), timeout=2):
                server.accept()[0].close()


def test_before_the_server_listens_connections_are_refused(free_port: int) -> None:
    with reserve_port(HOST, free_port), pytest.raises(ConnectionRefusedError):
        socket.create_connection((HOST, free_port), timeout=2)


def test_a_locked_folder_is_refused_until_it_is_let_go(tmp_path: Path) -> None:
    lock = lock_folder(tmp_path)
    with pytest.raises(CannotStart) as refused:
        lock_folder(tmp_path)
    os.close(lock)
    os.close(lock_folder(tmp_path))
    assert str(refused.value) == (f"Thư mục dữ liệu {tmp_path} đang được một cổng khác sử dụng; hãy tắt cổng đó trước.")


def test_the_lock_follows_a_folder_that_is_renamed(tmp_path: Path) -> None:
    building, home = tmp_path / ".var.building", tmp_path / "var"
    building.mkdir()
    lock = lock_folder(building)
    building.rename(home)
    with pytest.raises(CannotStart):
        lock_folder(home)
    os.close(lock)


def make_run(**variables: str) -> subprocess.CompletedProcess[str]:
    clean = {name: value for name, value in os.environ.items() if not name.startswith("PORTAL_")}
    command = [sys.executable, str(ROOT / "scripts" / "run.py")]
    return subprocess.run(command, env=clean | variables, cwd=ROOT, capture_output=True, text=True, timeout=60)


def test_make_run_on_a_busy_port_says_one_sentence_and_touches_nothing(free_port: int, tmp_path: Path) -> None:
    with bound(HOST, free_port) as other:
        other.listen()
        done = make_run(PORT=str(free_port), PORTAL_HOME=str(tmp_path / "var"))
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.splitlines() == [busy(free_port)]
    assert list(tmp_path.iterdir()) == []


def test_make_run_leaves_a_folder_alone_that_it_did_not_build(free_port: int, tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("not yours")
    done = make_run(PORT=str(free_port), PORTAL_HOME=str(tmp_path))
    assert (done.returncode, done.stdout, done.stderr.splitlines()) == (
        1,
        "",
        [f"{tmp_path} đã có dữ liệu không do `make run` dựng; hãy chọn thư mục khác: PORTAL_HOME=…"],
    )
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]


def test_make_run_tells_every_fault_of_the_environment() -> None:
    done = make_run(PORT="99999", PORTAL_BASE_URL="ftp://x")
    assert (done.returncode, len(done.stderr.splitlines())) == (1, 3)
