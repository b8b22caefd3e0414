"""PHP as a web site runs it: php-fpm with four children that stay, opcache on; and its command line, for installing."""

import json
import os
import re
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from bench.peers.peer import Missing, room_for_sockets
from bench.peers.processes import Daemon, program

PACKAGES = "php-fpm php-cli php-mysql php-gd php-xml php-mbstring"
EXTENSIONS = {
    "mysqli": "php-mysql",
    "gd": "php-gd",
    "dom": "php-xml",
    "mbstring": "php-mbstring",
    "Zend OPcache": "php-opcache",
}
POOL = """
[global]
error_log = {folder}/error.log
daemonize = no
[www]
listen = {socket}
pm = static
pm.max_children = 4
clear_env = yes
php_admin_value[opcache.enable] = 1
php_admin_value[opcache.memory_consumption] = 128
php_admin_value[error_log] = {folder}/php.log
"""


def server() -> str:
    """php-fpm of the newest PHP on the machine."""
    found = sorted(
        Path("/usr/sbin").glob("php-fpm[0-9]*"), key=lambda path: [int(n) for n in re.findall(r"\d+", path.name)]
    )
    return str(found[-1]) if found else program("php-fpm", PACKAGES)


def check() -> None:
    """Raises `Missing` for the first thing PHP lacks."""
    server()
    loaded = subprocess.run(
        [program("php", PACKAGES), "-m"], capture_output=True, text=True, check=True
    ).stdout.splitlines()
    for extension, package in EXTENSIONS.items():
        if extension not in loaded:
            raise Missing(f"PHP lacks {extension}: apt install --no-install-recommends {package}")


def run(script: Path, *words: str, env: Mapping[str, str], said: bytes | None = None) -> dict[str, Any]:
    """A script of ours to its end, with `said` as its input; gives the JSON it prints last."""
    done = subprocess.run(
        [program("php", PACKAGES), "-d", "memory_limit=1G", "-d", "display_errors=stderr", str(script), *words],
        env={"PATH": os.environ["PATH"], **env}, input=said, capture_output=True,
    )  # fmt: skip
    if done.returncode:
        raise RuntimeError(f"{script.name}:\n{done.stdout[-1500:].decode()}\n{done.stderr[-1500:].decode()}")
    told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return told


class Fpm(Daemon):
    """One pool in a folder, behind a socket."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.socket = folder / "run" / "php.sock"

    def start(self) -> None:
        room_for_sockets(self.socket.parent)
        conf = self.folder / "pool.conf"
        conf.write_text(POOL.format(folder=self.folder, socket=self.socket))
        self.socket.unlink(missing_ok=True)
        as_root = ["--allow-to-run-as-root"] if os.geteuid() == 0 else []
        self.run([server(), "--nodaemonize", "--fpm-config", conf, *as_root], self.socket)


def version() -> str:
    """As `PHP 8.2.36`."""
    said = subprocess.run([server(), "-v"], capture_output=True, text=True, check=True).stdout
    return f"PHP {said.split()[1]}"
