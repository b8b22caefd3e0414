"""A clamd for the tests: a real socket that speaks the real protocol and knows one virus, the one made for trials."""

import io
import socket
import zipfile
from contextlib import closing, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event, Thread

# whole only while it runs
EICAR = b"X5O!P%@AP[4" + b"\\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-" + b"ANTIVIRUS-TEST-FILE!$H+H*"
FOUND = "Win.Test.EICAR_HDB-1"
VERSION = b"ClamAV 1.4.3/27800/Sun Nov 15 09:26:33 2026\0"


class FakeClamd:
    """Listens until `close`. `mood`: works, error, limits, breaks off, mute, nonsense."""

    def __init__(self, *, tcp: bool = False) -> None:
        self.folder = TemporaryDirectory(prefix="clamd")
        self.door = socket.socket(socket.AF_INET if tcp else socket.AF_UNIX, socket.SOCK_STREAM)
        self.door.bind(("127.0.0.1", 0) if tcp else str(Path(self.folder.name, "s")))
        self.door.listen(16)
        self.address = f"clamd://127.0.0.1:{self.door.getsockname()[1]}" if tcp else f"clamd:{self.folder.name}/s"
        self.mood, self.version, self.most = "works", VERSION, 64 * 1024 * 1024
        self.asked: list[bytes] = []
        self.over = Event()
        self.thread = Thread(target=self._serve, daemon=True)
        self.thread.start()

    def close(self) -> None:
        self.over.set()
        with suppress(OSError):
            self.door.shutdown(socket.SHUT_RDWR)
        self.door.close()
        self.thread.join()
        self.folder.cleanup()

    def _serve(self) -> None:
        while not self.over.is_set():
            try:
                line, _ = self.door.accept()
            except OSError:
                return
            Thread(target=self._answer, args=(line,), daemon=True).start()

    def _answer(self, line: socket.socket) -> None:
        with closing(line), line.makefile("rb") as heard, suppress(OSError):
            word = self._until_nul(heard)
            if self.mood == "mute":
                self.over.wait(10)
            elif self.mood == "breaks off":
                heard.read(4 if word == b"zINSTREAM" else 0)
            elif self.mood == "nonsense":
                line.sendall(b"220 smtp.truong.edu.vn ESMTP\0")
            elif word == b"zVERSION":
                line.sendall(self.version)
            elif word == b"zINSTREAM":
                line.sendall(self._verdict(heard))

    def _until_nul(self, heard: io.BufferedReader) -> bytes:
        word = b""
        while (letter := heard.read(1)) not in (b"", b"\0"):
            word += letter
        return word

    def _verdict(self, heard: io.BufferedReader) -> bytes:
        raw = b""
        while length := int.from_bytes(heard.read(4), "big"):
            raw += heard.read(length)
            if len(raw) > self.most:
                return b"INSTREAM size limit exceeded. ERROR\0"
        self.asked.append(raw)
        if self.mood == "error":
            return b"stream: Can't allocate memory ERROR\0"
        if self.mood == "limits":
            return b"stream: Heuristics.Limits.Exceeded.MaxFileSize FOUND\0"
        return f"stream: {FOUND} FOUND\0".encode() if holds_eicar(raw) else b"stream: OK\0"


def holds_eicar(raw: bytes) -> bool:
    """As clamd: in the content, or in a part of an archive."""
    if EICAR in raw:
        return True
    if not zipfile.is_zipfile(io.BytesIO(raw)):
        return False
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        return any(EICAR in archive.read(name) for name in archive.namelist())
