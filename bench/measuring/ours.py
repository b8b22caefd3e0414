"""Our own servers over a loaded data folder, as deploy/ has them: granian, the worker, nginx."""

import json
import shlex
import shutil
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path
from typing import Any

from bench.load import DOMAIN, ROOT, environment
from bench.measuring.clients import Client
from bench.peers.processes import Daemon, answers, program
from portal.supervisor import set_parent_death_signal

UNIT = ROOT / "deploy" / "systemd" / "portal-server.service"
PATIENCE = 60.0  # seconds until a server answers
HOST = {"Host": DOMAIN}
NGINX = "nginx"


class Portal:
    """A loaded school with its processes, whose words go to `folder`.

    `port` is the server's; the next is the server's that keeps no page, then nginx's, then the one of nginx with plain files.
    `variables` is the environment of every process.
    """

    def __init__(self, folder: Path, port: int, size: int, variables: dict[str, str]) -> None:
        self.folder, self.port, self.size, self.variables = folder, port, size, variables
        self.home, self.running = folder / "home", dict[str, Started]()
        self.base, self.uncached, self.front = (f"http://127.0.0.1:{port + step}" for step in range(3))

    @classmethod
    def over(cls, loaded: Path, folder: Path, port: int, size: int) -> "Portal":
        """One over a copy of a loaded data folder, which stays as it is; static files as the code has them now."""
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        portal = cls(folder, port, size, environment(folder / "home", port))
        subprocess.run(["cp", "-r", "--reflink=auto", str(loaded.resolve()), str(portal.home)], check=True)
        portal.call("manage.py", "collectstatic", "--noinput", "--verbosity=0")
        return portal

    def tell(self, number: int, wanted: int) -> dict[str, Any]:
        """What only the portal can say (see `bench.measuring.inside`)."""
        told: dict[str, Any] = json.loads(self.call("-m", "bench.measuring.inside", str(number), str(wanted)))
        return told

    def call(self, *command: str) -> str:
        """A program of ours in its environment, to its end; gives what it prints."""
        done = subprocess.run([sys.executable, *command], cwd=ROOT, env=self.variables, capture_output=True, text=True)
        if done.returncode:
            raise RuntimeError(f"{' '.join(command)}:\n{done.stderr[-3000:]}")
        return done.stdout

    def serve(self) -> float:
        """The server as its unit starts it; gives seconds from nothing to the first home page."""
        return self._granian("server", self.port, {})

    def serve_uncached(self) -> float:
        """A second server that keeps no page."""
        return self._granian("uncached", self.port + 1, {"PORTAL_PAGE_CACHE_MB": "0"})

    def work(self) -> None:
        """The worker; comes back at once."""
        self._run("worker", [sys.executable, "manage.py", "worker"], {})

    def stand_before(self) -> None:
        """nginx of deploy/, without TLS; raises `Missing` where there is none."""
        place, render = self._place()
        path = render.whole(place, self.folder / "front", plain=True)
        command = [program("nginx", "nginx"), "-e", "stderr", "-c", str(path)]
        self._run(NGINX, command, {}, self.port + 2)
        wait_for(self.front, "/robots.txt", self.running[NGINX])

    def _place(self) -> tuple[Any, Any]:
        from deploy import render

        port = self.front.rpartition(":")[2]
        for one in ("front", "kept"):
            (self.folder / one).mkdir(parents=True, exist_ok=True)
        place = render.Place(domain=DOMAIN, app=f"127.0.0.1:{self.port}", code=ROOT, home=self.home,
                             cache=self.folder / "kept", http=f"127.0.0.1:{port}")  # fmt: skip
        return place, render

    def _granian(self, name: str, port: int, more: dict[str, str]) -> float:
        began = time.monotonic()
        self._run(name, command_of_the_unit(port), more, port)
        wait_for(f"http://127.0.0.1:{port}", "/", self.running[name])
        return time.monotonic() - began

    def _run(self, name: str, command: list[str], more: dict[str, str], port: int = 0) -> None:
        if port and answers(port):
            raise RuntimeError(f"port {port} is taken; see --port")
        daemon = Started(self.folder / f"{name}.log", {**self.variables, **self.behind_nginx(), **more})
        daemon.begin(command)
        self.running[name] = daemon

    def behind_nginx(self) -> dict[str, str]:
        """What server and worker are told where they stand behind our nginx."""
        place, _ = self._place()
        told: dict[str, str] = place.variables
        return told

    def pids(self, *names: str) -> list[int]:
        return [pid for name in names if name in self.running for pid in self.running[name].pids()]

    def stop(self, *names: str) -> None:
        for name in names or tuple(reversed(self.running)):
            if name in self.running:
                self.running.pop(name).stop()


class Started(Daemon):
    """A process of the portal with its own environment, in the foreground, its words in a file."""

    def __init__(self, log: Path, variables: dict[str, str]) -> None:
        super().__init__(log.parent)
        self.log, self.variables = log, variables

    def last_words(self) -> str:
        return self.log.read_text(errors="replace")[-2000:]

    def begin(self, command: list[str]) -> None:
        with self.log.open("ab") as out:
            self.child = subprocess.Popen(
                command, cwd=ROOT, env=self.variables, stdin=subprocess.DEVNULL, stdout=out, stderr=out,
                preexec_fn=partial(set_parent_death_signal, signal.SIGTERM),
            )  # fmt: skip


def command_of_the_unit(port: int) -> list[str]:
    """ExecStart of deploy/systemd, with this Python and this port."""
    lines = UNIT.read_text().replace("\\\n", " ").splitlines()
    words = shlex.split(next(line for line in lines if line.startswith("ExecStart=")).removeprefix("ExecStart="))
    words[0] = sys.executable
    words[words.index("--port") + 1] = str(port)
    return words


def wait_for(base: str, path: str, who: Started) -> None:
    """Until the first good answer; raises RuntimeError with what the process said where it gives none."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and who.runs():
        client = Client(base, **HOST)
        try:
            if client.get(path).status == 200:
                return
        except OSError:
            pass
        finally:
            client.close()
        time.sleep(0.02)
    raise RuntimeError(f"{base}{path} does not answer:\n{who.last_words()}")
