"""`make run`: from an empty clone to the demo school in the browser. Standard library only."""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import signal
import socket
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from machine import ROOT, Missing, bring_venv, call, step

from portal.settings.env import BadEnvironment, Environment, read
from portal.supervisor import CannotStart, Program, Supervisor, die_with_make, lock_folder, reserve_port

HOST = "127.0.0.1"
LOCK = ROOT / "requirements" / "base.txt"


def main() -> int:
    began = time.monotonic()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    signal.signal(signal.SIGHUP, lambda *_: sys.exit(129))
    die_with_make()
    try:
        environment = read(os.environ, "dev")
        port = reserve_port(HOST, environment.port)
        leave_alone_what_is_not_ours(environment.home)
        print("Cổng Trường – trường minh hoạ", flush=True)
        python = bring_venv(LOCK)
        lock = take_data_folder(environment, python)
    except (BadEnvironment, CannotStart, Missing) as fault:
        print(fault, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nĐã dừng giữa chừng; lần sau `make run` sẽ làm lại từ đầu phần còn dở.", file=sys.stderr)
        return 130
    with port, released(lock):
        return supervise(environment, python, began)


@contextlib.contextmanager
def released(handle: int) -> Iterator[None]:
    try:
        yield
    finally:
        os.close(handle)


def variables(environment: Environment, home: Path) -> dict[str, str]:
    return os.environ | {
        "DJANGO_SETTINGS_MODULE": "portal.settings.dev",
        "PORTAL_HOME": str(home),
        "PORTAL_BASE_URL": environment.base_url,
        "PORTAL_DEMO_PASSWORD": password_of(environment),
        "PORTAL_SUPERVISED": "1",
    }


def leave_alone_what_is_not_ours(home: Path) -> None:
    if not is_whole(home) and home.exists() and (not home.is_dir() or any(home.iterdir())):
        raise CannotStart(f"{home} đã có dữ liệu không do `make run` dựng; hãy chọn thư mục khác: PORTAL_HOME=…")


def take_data_folder(environment: Environment, python: Path) -> int:
    """The data folder, locked and up to date; a first one is built beside its place and renamed when whole."""
    home = environment.home
    building = home.parent / f".{home.name}.building"
    if is_whole(home):
        lock = lock_folder(home)
        shutil.rmtree(building, ignore_errors=True)
        refresh(environment, home, python)
        return lock
    building.mkdir(mode=0o700, parents=True, exist_ok=True)
    lock = lock_folder(building)
    if is_whole(home):  # another start was faster between our two looks
        os.close(lock)
        return take_data_folder(environment, python)
    empty(building)
    build(environment, building, python)
    try:
        building.rename(home)
        return lock
    except OSError:  # a mount point cannot be renamed over: move in, the mark of wholeness last
        for entry in sorted(building.iterdir(), key=lambda entry: entry.name == MARK):
            shutil.move(entry, home / entry.name)
        os.close(lock)
        building.rmdir()
        return lock_folder(home)


def empty(folder: Path) -> None:
    for entry in folder.iterdir():
        shutil.rmtree(entry) if entry.is_dir() and not entry.is_symlink() else entry.unlink()


MARK = "built"


def is_whole(home: Path) -> bool:
    return (home / MARK).exists()


def build(environment: Environment, folder: Path, python: Path) -> None:
    with step("tạo cơ sở dữ liệu"):
        manage(environment, folder, python, "migrate", "--verbosity=0")
    with step("nạp trường minh hoạ THCS Ngô Gia Tự"):
        manage(environment, folder, python, "demo")
    with step("chuẩn bị giao diện"):
        manage(environment, folder, python, "collectstatic", "--noinput", "--verbosity=0")
    tell_what_is_optional()
    (folder / "demo-password").write_text(password_of(environment))
    (folder / MARK).write_text(state_of_the_code())


OPTIONAL = {"tesseract": "tesseract-ocr tesseract-ocr-vie", "pdftoppm": "poppler-utils"}


def tell_what_is_optional() -> None:
    """Once, when the data folder is built: what this machine leaves undone, and the line that changes it."""
    if lacking := [packages for program, packages in OPTIONAL.items() if shutil.which(program) is None]:
        print(f"  • chưa đọc được chữ trong bản quét; nếu cần: sudo apt install {' '.join(lacking)}", flush=True)


def refresh(environment: Environment, home: Path, python: Path) -> None:
    """After new code: migrations and static files. Otherwise nothing, so that a second start is quick."""
    mark, now = home / MARK, state_of_the_code()
    if mark.read_text() != now:
        with step("cập nhật cơ sở dữ liệu và giao diện theo mã nguồn mới"):
            manage(environment, home, python, "migrate", "--verbosity=0")
            manage(environment, home, python, "collectstatic", "--noinput", "--clear", "--verbosity=0")
        mark.write_text(now)
    if (home / "demo-password").read_text() != password_of(environment):
        with step("đổi mật khẩu các tài khoản minh hoạ"):
            manage(environment, home, python, "demo", "--passwords")
        (home / "demo-password").write_text(password_of(environment))


def password_of(environment: Environment) -> str:
    """What the variable says, else what this data folder was built with."""
    kept = environment.home / "demo-password"
    if "PORTAL_DEMO_PASSWORD" in os.environ or not kept.exists():
        return environment.demo_password
    return kept.read_text()


def state_of_the_code() -> str:
    digest = hashlib.sha256(LOCK.read_bytes())
    static = [path for part in ("portal/static_src", "docs/huong-dan") for path in (ROOT / part).rglob("*")]
    for path in sorted([*ROOT.glob("portal/*/migrations/*.py"), *static]):
        if path.is_file():
            digest.update(str(path.relative_to(ROOT)).encode() + path.read_bytes())
    return digest.hexdigest()


def manage(environment: Environment, home: Path, python: Path, *command: str) -> None:
    call([python, "manage.py", *command], env=variables(environment, home), quiet="demo" not in command)


def supervise(environment: Environment, python: Path, began: float) -> int:
    granian = [str(python), "-m", "granian", "portal.wsgi:application", "--interface", "wsgi", "--no-ws"]
    place = ["--host", HOST, "--port", str(environment.port), "--log-level", "warning"]
    size = ["--workers", "1", "--blocking-threads", str(min(8, 2 * (os.cpu_count() or 1) + 1)), "--backpressure", "64"]
    ending = ["--respawn-failed-workers", "--workers-kill-timeout", "5"]
    worker = [str(python), "manage.py", "worker"]

    def greet() -> None:
        print(greeting(environment.base_url, password_of(environment), time.monotonic() - began), flush=True)

    print("  • khởi động máy chủ và trình chạy nền …", flush=True)
    code = Supervisor(
        [Program("máy chủ", [*granian, *place, *size, *ending]), Program("trình chạy nền", worker)],
        env=variables(environment, environment.home),
        cwd=ROOT,
        is_ready=lambda: answers(environment),
        when_ready=greet,
    ).run()
    print("\nĐã tắt cổng.", flush=True)
    return code


def answers(environment: Environment) -> bool:
    """Whether the home page comes; the first visitor then finds it warm."""
    with contextlib.suppress(OSError), socket.create_connection((HOST, environment.port), timeout=0.2):
        request = urllib.request.Request(f"http://{HOST}:{environment.port}/", headers={"Host": host_of(environment)})
        try:
            with urllib.request.build_opener(NoRedirect).open(request, timeout=30):
                return True
        except urllib.error.HTTPError:
            return True
    return False


class NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: object) -> None:
        return None


def host_of(environment: Environment) -> str:
    return environment.base_url.partition("://")[2]


def greeting(address: str, password: str, took: float) -> str:
    from portal.demo.accounts import TABLE

    wide = [max(len(row[column]) for row in TABLE) for column in (0, 1)]
    rows = "\n".join(f"  {name:<{wide[0]}}  {role:<{wide[1]}}  {what}" for name, role, what in TABLE)
    head = f"  {'Tài khoản':<{wide[0]}}  {'Vai':<{wide[1]}}  Thử làm gì"
    return (
        f"\nCổng đã sẵn sàng sau {took:.0f} giây:  {address}\n"
        f"Mật khẩu của mọi tài khoản: {password}\n\n"
        f"{head}\n{rows}\n\n"
        f"Thư của trường minh hoạ, chỉ mở trên máy này: {address.rstrip('/')}/thu-thu/\n\nNhấn Ctrl-C để tắt."
    )


if __name__ == "__main__":
    sys.exit(main())
