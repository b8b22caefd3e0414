"""Real servers over the database of the tests, each a process of its own, as the portal is served at school."""

import http.client
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from django.db import connection

from portal.supervisor import bound

ROOT = Path(__file__).resolve().parents[2]
HOST = "127.0.0.1"
PATIENCE = 60  # seconds a server may take to begin on a busy machine
GRANIAN = ("-m", "granian", "portal.wsgi:application", "--interface", "wsgi", "--no-ws", "--workers", "1",
           "--blocking-threads", "2", "--log-level", "warning")  # fmt: skip


class Server:
    """One granian with one worker; asked like a browser that keeps its connection, as a stranger without a cookie."""

    def __init__(self, folder: Path) -> None:
        with bound(HOST, 0) as free:
            self.port: int = free.getsockname()[1]
        folder.mkdir()
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("PORTAL_", "DJANGO_"))}
        ours = {
            "DJANGO_SETTINGS_MODULE": "portal.settings.test",
            "PORTAL_DATABASE_URL": database_url(),
            "TMPDIR": str(folder),
        }
        self.process = subprocess.Popen(
            [sys.executable, *GRANIAN, "--host", HOST, "--port", str(self.port)], cwd=ROOT, env=kept | ours
        )
        self.line = http.client.HTTPConnection(HOST, self.port, timeout=PATIENCE)

    def wait(self) -> None:
        """Until it answers."""
        deadline = time.monotonic() + PATIENCE
        while True:
            try:
                self.get("/robots.txt")
                return
            except OSError:
                self.line.close()
                assert self.process.poll() is None, "the server ended while it began"
                assert time.monotonic() < deadline, "the server does not answer"
                time.sleep(0.05)

    def get(self, path: str) -> tuple[int, bool, str]:
        """Status, whether the page is one that is kept, and its words."""
        self.line.request("GET", path, headers={"Host": "testserver"})
        answer = self.line.getresponse()
        words = answer.read().decode()
        return answer.status, "X-Accel-Expires" in answer.headers, words

    def end(self) -> None:
        self.line.close()
        self.process.terminate()
        try:
            self.process.wait(timeout=PATIENCE)
        finally:
            self.process.kill()


@contextmanager
def two_servers(folder: Path) -> Iterator[list[Server]]:
    """Two that know nothing of each other; they begin side by side."""
    with ExitStack() as ends:
        found: list[Server] = []
        for name in ("mot", "hai"):
            found.append(Server(folder / name))
            ends.callback(found[-1].end)
        for server in found:
            server.wait()
        yield found


def database_url() -> str:
    """The database of this process of the tests."""
    name = str(connection.settings_dict["NAME"])
    if connection.vendor == "sqlite":
        return f"sqlite:///{name}"
    return urlunsplit(urlsplit(os.environ["PORTAL_DATABASE_URL"])._replace(path=f"/{name}"))
