"""A MariaDB of its own in a folder, reachable by its socket only, as whoever runs the benchmark."""

import getpass
import subprocess
from pathlib import Path

from bench.peers.peer import room_for_sockets
from bench.peers.processes import Daemon, program

PACKAGE = "mariadb-server"
TUNED = ("--innodb-buffer-pool-size=512M",)  # all else as it comes


class MariaDB(Daemon):
    """The folder keeps every size's database; made on first need."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.socket = folder / "run" / "mariadb.sock"

    def start(self) -> None:
        """Run, and make the folder's first files where there are none. Nothing to do when it runs."""
        if self.runs():
            return
        room_for_sockets(self.socket.parent)
        data, who = self.folder / "data", getpass.getuser()
        if not (data / "mysql").exists():
            self._found(data, who)
        self.run(
            [program("mariadbd", PACKAGE), "--no-defaults", f"--datadir={data}", f"--user={who}", f"--socket={self.socket}",
             f"--pid-file={self.folder}/run/mariadb.pid", "--skip-networking", *TUNED], self.socket,
        )  # fmt: skip

    def _found(self, data: Path, who: str) -> None:
        made = subprocess.run(
            [program("mariadb-install-db", PACKAGE), "--no-defaults", f"--datadir={data}", f"--user={who}",
             "--auth-root-authentication-method=normal", "--skip-test-db"], capture_output=True, text=True,
        )  # fmt: skip
        if made.returncode:
            raise RuntimeError(f"MariaDB cannot be set up:\n{made.stdout[-1000:]}{made.stderr[-1000:]}")

    def ask(self, statement: str) -> list[list[str]]:
        """What a statement answers, row by row."""
        asked = [program("mariadb", "mariadb-client"), "--no-defaults", f"--socket={self.socket}", "-uroot", "-N", "-B"]
        done = subprocess.run([*asked, "-e", statement], capture_output=True, text=True, check=True)
        return [line.split("\t") for line in done.stdout.splitlines()]

    def version(self) -> str:
        said = subprocess.run(
            [program("mariadbd", PACKAGE), "--version"], capture_output=True, text=True, check=True
        ).stdout
        return "MariaDB " + said.split("Ver ")[1].split("-")[0]
