"""A PostgreSQL of the tests' own: made in a temporary folder, reached by a Unix socket, gone afterwards."""

from __future__ import annotations

import contextlib
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from machine import Missing

SPEED = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=200 -c listen_addresses=''"


def binaries() -> Path | None:
    """The newest installed PostgreSQL; Debian keeps its tools out of PATH."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    if found:
        return found[-1].parent
    on_path = shutil.which("initdb")
    return Path(on_path).parent if on_path else None


@contextlib.contextmanager
def cluster() -> Iterator[str]:
    """Yields the PORTAL_DATABASE_URL of an empty database in a running cluster."""
    tools = binaries()
    if tools is None:
        raise Missing("PostgreSQL is not installed: apt install postgresql")
    folder = Path(tempfile.mkdtemp(prefix="portal-pg-"))
    as_whom: list[str] = []
    if os.geteuid() == 0:  # initdb refuses root
        account = pwd.getpwnam("postgres")
        os.chown(folder, account.pw_uid, account.pw_gid)
        as_whom = ["runuser", "-u", "postgres", "--"]
    folder.chmod(0o755)
    control = [*as_whom, str(tools / "pg_ctl"), "-D", str(folder / "data"), "-w", "-s"]
    try:
        quiet([*as_whom, str(tools / "initdb"), "-D", str(folder / "data"), "-U", "portal", "-A", "trust",
               "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"], folder)  # fmt: skip
        quiet([*control, "-l", str(folder / "log"), "-o", f"{SPEED} -k {folder}", "start"], folder)
        quiet([str(tools / "createdb"), "-h", str(folder), "-U", "portal", "portal"], folder)
        yield f"postgres://portal@/portal?host={folder}"
    finally:
        subprocess.run([*control, "-m", "immediate", "stop"], capture_output=True, cwd=folder)
        shutil.rmtree(folder, ignore_errors=True)


def quiet(command: list[str], folder: Path) -> None:
    said = folder.with_suffix(".out")  # not a pipe: the server that pg_ctl leaves behind would keep it open
    try:
        with said.open("w") as output:
            done = subprocess.run(command, cwd=folder, stdout=output, stderr=subprocess.STDOUT)
        if done.returncode:
            raise Missing(f"PostgreSQL did not start:\n{said.read_text()}")
    finally:
        said.unlink()
