"""Word of before 2007 (.doc) and .rtf: made a .docx by LibreOffice where it is installed, in a room of its own that is thrown
away.

The profile is new, runs no macro, follows no link and has nowhere to reach; time, memory and the file written are bounded.
What comes out is read as any other .docx, with the same distrust.
"""

import os
import re
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

from portal.files.office.limits import Limits
from portal.files.office.package import LOCKED
from portal.files.office.paper import Unreadable
from portal.files.office.word.parts import MACRO, OUTSIDE

OLE, RTF = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"{\\rtf"
PROGRAMS = ("soffice", "libreoffice")
ABSENT = (
    "Máy chủ chưa cài LibreOffice nên chưa đọc được tệp {kind}. Thầy/cô mở bằng Word rồi lưu lại (Save As) thành .docx."
)
FAILED = "Không đọc được tệp {kind} này. Thầy/cô mở bằng Word rồi lưu lại (Save As) thành .docx."
SLOW = "Tệp {kind} này đọc quá lâu nên thôi. Thầy/cô mở bằng Word rồi lưu lại (Save As) thành .docx."
NOT_SHOWN = "Chưa xem trước được: {why}. Thầy/cô tải tệp về để xem."
TARGETS = {"docx": "docx:MS Word 2007 XML", "pdf": "pdf"}
CALLS = re.compile(
    rb"\\obj(?:update|autlink|link)\b|\bDDE(?:AUTO)?\s", re.IGNORECASE
)  # of .rtf: gets itself new when opened
SECTOR, FIB, ENCRYPTED = 512, b"\xec\xa5", 0x01  # flags' second byte
OFFICE, SETTING = (
    "/org.openoffice.",
    '<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>',
)
SETTINGS = (  # no macro, no link followed, and where the net would be there is nobody
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Inet/Settings", "ooInetProxyType", "2"),
    ("Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPSProxyPort", "9"),
)
PROFILE = (
    '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">'
    + "".join(SETTING.format(path=OFFICE + path, name=name, value=value) for path, name, value in SETTINGS)
    + "</oor:items>"
)


def is_old(head: bytes) -> bool:
    """Whether a file that begins so is read by the other program, which takes seconds."""
    return head.startswith((OLE, RTF))


def as_docx(data: bytes, limits: Limits) -> bytes:
    """The same text as a .docx. Raises Unreadable where it is locked, holds macros, or nothing here can read it."""
    refuse(data)
    kind = ".rtf" if data.startswith(RTF) else ".doc"
    program = _program()
    if program is None:
        raise Unreadable(ABSENT.format(kind=".doc kiểu cũ" if kind == ".doc" else kind))
    with tempfile.TemporaryDirectory(prefix="doc-") as folder:
        return _converted(program, Path(folder), data, kind, limits)


def can_show() -> bool:
    """Whether this machine can make a PDF of what Word, Excel and PowerPoint write."""
    return _program() is not None


def _program() -> str | None:
    return next(filter(None, map(shutil.which, PROGRAMS)), None)


def as_pdf(data: bytes, kind: str, limits: Limits) -> bytes:
    """A .docx, .xlsx or .pptx (`kind`, without dot) as a PDF to look at, under the same bounds. Raises Unreadable."""
    program = _program()
    if program is None:
        raise Unreadable(NOT_SHOWN.format(why="máy chủ chưa cài LibreOffice"))
    with tempfile.TemporaryDirectory(prefix="pdf-") as folder:
        try:
            made = _converted(program, Path(folder), data, f".{kind}", limits, "pdf")
        except Unreadable as no:
            raise Unreadable(NOT_SHOWN.format(why="không dựng lại được tệp này")) from no
    if not made.startswith(b"%PDF-"):
        raise Unreadable(NOT_SHOWN.format(why="không dựng lại được tệp này"))
    return made


def refuse(data: bytes) -> None:
    """What can be seen without reading it: the .doc's own table of streams, whose names are UTF-16; what an .rtf calls for.
    Raises Unreadable."""
    if data.startswith(RTF):
        if found := CALLS.search(data):
            raise Unreadable(OUTSIDE.format(what=found[0].decode("ascii").strip("\\ \t\r\n")))
        return
    if _named(data, "EncryptedPackage") or _is_encrypted(data):
        raise Unreadable(LOCKED)
    if not _named(data, "WordDocument"):
        raise Unreadable("Đây không phải văn bản Word, dù tên tệp nói vậy. Thầy/cô gửi tệp Word.")
    if _named(data, "_VBA_PROJECT"):
        raise Unreadable(MACRO)


def _named(data: bytes, name: str) -> bool:
    return name.encode("utf-16-le") in data


def _is_encrypted(data: bytes) -> bool:
    """The head of the text says so; it begins a sector."""
    heads = (data[at : at + 12] for at in range(SECTOR, len(data) - 12, SECTOR) if data.startswith(FIB, at))
    return any(head[11] & ENCRYPTED for head in heads)


def _converted(program: str, folder: Path, data: bytes, kind: str, limits: Limits, to: str = "docx") -> bytes:
    given, made, profile = folder / f"given{kind}", folder / "made", folder / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(PROFILE)
    given.write_bytes(data)
    bounded = f'ulimit -v {limits.memory // 1024} && ulimit -t {limits.seconds} && ulimit -f {limits.unpacked // 1024} && exec "$@"'
    command = [
        "/bin/sh", "-c", bounded, "sh", program, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore",
        "--nologo", "--nodefault", "--nolockcheck", "--convert-to", TARGETS[to], "--outdir", str(made), str(given),
    ]  # fmt: skip
    if not _run(command, folder, limits.seconds):
        raise Unreadable(SLOW.format(kind=kind))
    out = made / f"given.{to}"
    if not out.is_file():
        raise Unreadable(FAILED.format(kind=kind))
    if out.stat().st_size > limits.unpacked:
        raise Unreadable(SLOW.format(kind=kind))
    return out.read_bytes()


def _run(command: list[str], folder: Path, seconds: int) -> bool:
    """To its end, or to ours: when time is over the whole group of processes goes. Whether it ended by itself."""
    env = {
        "HOME": str(folder),
        "TMPDIR": str(folder),
        "PATH": os.environ.get("PATH", "/usr/bin:/bin"),
        "LANG": "C.UTF-8",
    }
    with subprocess.Popen(
        command, cwd=folder, env=env, start_new_session=True,
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    ) as process:  # fmt: skip
        try:
            process.wait(timeout=seconds)
        except subprocess.TimeoutExpired:
            return False
        finally:
            _end(process)
    return True


def _end(process: subprocess.Popen[bytes]) -> None:
    """Whatever of the group still runs is ended, also what outlived its parent."""
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        return
