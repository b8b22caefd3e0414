"""Every environment variable the portal knows, read in this one place. All faults are told at once."""

from __future__ import annotations

import contextlib
import os
import re
import secrets
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeVar
from urllib.parse import parse_qsl, unquote, urlsplit

from portal.settings.bucket import NAMES, Bucket, bucket_of

T = TypeVar("T")
Profile = Literal["dev", "test", "production"]
ROOT = Path(__file__).resolve().parents[2]
DEMO_PASSWORD = "ngogiatu-demo"
MIN_SECRET = 40
SCANNERS = r"clamd:/(?:[^/].*|/(?:\[[0-9a-f:]+\]|[A-Za-z0-9._-]+):[1-9][0-9]{0,4})"

KNOWN = frozenset(
    f"PORTAL_{name}"
    for name in (
        *("HOME", "BASE_URL", "DATABASE_URL", "SECRET_KEY", "EXTRA_HOSTS", "SCANNER"),
        *("PROXIES", "ACCEL", "NGINX_CACHE", "ERASED"),
        *NAMES,
        *("DEMO_PASSWORD", "TEST_CLOCK", "DEBUG", "SUPERVISED", "CHROMIUM", "PAGE_CACHE_MB"),
        *(f"EMAIL_{part}" for part in ("HOST", "PORT", "USER", "PASSWORD", "SECURITY", "FROM")),
    )
)


class BadEnvironment(Exception):
    def __init__(self, problems: list[str]) -> None:
        self.problems = problems
        lines = "\n".join(f"  - {problem}" for problem in problems)
        super().__init__(f"Không khởi động được, cần sửa {len(problems)} điểm trong biến môi trường:\n{lines}")


@dataclass(frozen=True)
class Email:
    host: str
    port: int
    user: str
    password: str
    security: str
    sender: str


@dataclass(frozen=True)
class Environment:
    profile: Profile
    port: int
    home: Path
    base_url: str
    secret_key: str
    database: dict[str, object]
    demo_password: str
    test_clock: bool
    debug: bool
    hosts: tuple[str, ...]
    proxies: int
    accel: str
    nginx_cache: Path | None
    erased: Path
    scanner: str
    page_cache: int
    email: Email
    bucket: Bucket | None

    @property
    def https(self) -> bool:
        return self.base_url.startswith("https://")

    @property
    def host(self) -> str:
        return urlsplit(self.base_url).hostname or ""


class Reader:
    """Reads values one by one and remembers every fault instead of stopping at the first."""

    def __init__(self, variables: Mapping[str, str]) -> None:
        self.variables = variables
        self.problems: list[str] = []

    def fault(self, sentence: str) -> None:
        self.problems.append(sentence)

    def text(self, name: str, default: str = "") -> str:
        return self.variables.get(name, "").strip() or default

    def flag(self, name: str) -> bool:
        value = self.text(name, "0")
        if value not in {"0", "1"}:
            self.fault(f"{name}: chỉ nhận 1 hoặc 0 (đang là “{value}”).")
        return value == "1"

    def number(self, name: str, default: int, low: int, high: int) -> int:
        value = self.text(name, str(default))
        if value.isascii() and value.isdigit() and low <= int(value) <= high:
            return int(value)
        self.fault(f"{name}: phải là số từ {low} đến {high} (đang là “{value}”).")
        return default

    def attempt(self, name: str, reading: Callable[[], T], otherwise: T) -> T:
        try:
            return reading()
        except ValueError as fault:
            self.fault(f"{name}: {fault}")
            return otherwise


def read(variables: Mapping[str, str], profile: Profile) -> Environment:
    reader = Reader(variables)
    port = reader.number("PORT", 8000, 1, 65535)
    home = home_of(reader, profile)
    demo = profile != "production"
    environment = Environment(
        profile=profile,
        port=port,
        home=home,
        base_url=base_url_of(reader, profile, port),
        secret_key=secret_of(reader, profile),
        database=database_of(reader, home),
        demo_password=reader.text("PORTAL_DEMO_PASSWORD", DEMO_PASSWORD) if demo else "",
        test_clock=reader.flag("PORTAL_TEST_CLOCK"),
        debug=reader.flag("PORTAL_DEBUG"),
        hosts=tuple(reader.text("PORTAL_EXTRA_HOSTS").replace(",", " ").split()),
        proxies=reader.number("PORTAL_PROXIES", 0, 0, 9),
        accel=accel_of(reader),
        nginx_cache=Path(kept) if (kept := reader.text("PORTAL_NGINX_CACHE")) else None,
        erased=Path(reader.text("PORTAL_ERASED") or home / "da-xoa"),  # who was forgotten, apart from the database
        scanner=scanner_of(reader, profile),
        page_cache=reader.number("PORTAL_PAGE_CACHE_MB", 32, 0, 4096),  # megabytes a process; 0: no page cache
        email=email_of(reader, profile),
        bucket=bucket_of(reader, profile),
    )
    if profile == "production":
        refuse_the_unfit(reader, environment)
    if reader.problems:
        raise BadEnvironment(reader.problems)
    return environment


def refuse_the_unfit(reader: Reader, environment: Environment) -> None:
    if "PORTAL_TEST_CLOCK" in reader.variables:
        reader.fault("PORTAL_TEST_CLOCK: đồng hồ thử chỉ dùng cho trường minh hoạ, hãy bỏ biến này.")
    if "PORTAL_DEMO_PASSWORD" in reader.variables:
        reader.fault("PORTAL_DEMO_PASSWORD: chỉ dùng cho trường minh hoạ, hãy bỏ biến này.")
    if environment.debug:
        reader.fault("PORTAL_DEBUG: không được bật trên cổng thật.")
    for name in sorted(set(reader.variables) - KNOWN):
        if name.startswith("PORTAL_"):
            reader.fault(f"{name}: không có biến nào tên như vậy (gõ nhầm?).")


def home_of(reader: Reader, profile: Profile) -> Path:
    given = reader.text("PORTAL_HOME")
    if not given and profile == "production":
        reader.fault("PORTAL_HOME: thiếu thư mục dữ liệu, ví dụ /var/lib/portal.")
    return Path(given).expanduser().absolute() if given else ROOT / "var"


def base_url_of(reader: Reader, profile: Profile, port: int) -> str:
    default = f"http://127.0.0.1:{port}"
    given = reader.text("PORTAL_BASE_URL")
    if not given:
        if profile == "production":
            reader.fault("PORTAL_BASE_URL: thiếu địa chỉ của cổng, ví dụ https://thcsngogiatu.edu.vn.")
        return default
    return reader.attempt("PORTAL_BASE_URL", lambda: checked_base_url(given), default)


def checked_base_url(url: str) -> str:
    parts = urlsplit(url)
    parts.port  # noqa: B018  raises ValueError on a port that is none
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise ValueError(f"phải bắt đầu bằng http:// hoặc https:// và có tên miền (đang là “{url}”).")
    if parts.path.strip("/") or parts.query or parts.fragment or parts.username:
        raise ValueError(f"chỉ gồm giao thức, tên miền và cổng, không có đường dẫn (đang là “{url}”).")
    return f"{parts.scheme}://{parts.netloc.lower()}"


def accel_of(reader: Reader) -> str:
    """The address inside nginx from which it sends stored files; empty where the application sends them itself."""
    given = reader.text("PORTAL_ACCEL")
    if given and not re.fullmatch(r"/[A-Za-z0-9_-]+/", given):
        reader.fault(f"PORTAL_ACCEL: phải là một thư mục giữa hai dấu gạch chéo, ví dụ /_tep/ (đang là “{given}”).")
    return given


def scanner_of(reader: Reader, profile: Profile) -> str:
    """Where clamd listens; "none" where the school says in words that it has no scanner; "" only away from a real school."""
    given = reader.text("PORTAL_SCANNER")
    if not given and profile == "production":
        reader.fault(
            "PORTAL_SCANNER: thiếu máy quét vi-rút, ví dụ clamd:/run/clamav/clamd.ctl; trường chưa có thì ghi none."
        )
    if given and given != "none" and not re.fullmatch(SCANNERS, given):
        reader.fault(
            f"PORTAL_SCANNER: phải có dạng clamd:/đường/dẫn/socket, clamd://máy:cổng hoặc none (đang là “{given}”)."
        )
    return given


def secret_of(reader: Reader, profile: Profile) -> str:
    given = reader.text("PORTAL_SECRET_KEY")
    if profile == "test":
        return given or "only-for-tests-" * 4
    if (given or profile == "production") and len(given) < MIN_SECRET:
        what = "quá ngắn" if given else "thiếu khoá bí mật"
        reader.fault(f"PORTAL_SECRET_KEY: {what}; cần ít nhất {MIN_SECRET} ký tự ngẫu nhiên.")
    return given


def database_of(reader: Reader, home: Path) -> dict[str, object]:
    given = reader.text("PORTAL_DATABASE_URL")
    here = sqlite(home / "portal.sqlite3")
    return reader.attempt("PORTAL_DATABASE_URL", lambda: parse_database(given), here) if given else here


STEERING = "-c jit=off -c random_page_cost=1.1"  # pages are many small questions on a disk without a head to move


def parse_database(url: str) -> dict[str, object]:
    parts = urlsplit(url)
    if parts.scheme == "sqlite" and parts.path.strip("/"):
        return sqlite(Path(unquote(parts.path)))
    options = dict(parse_qsl(parts.query))
    if parts.scheme not in {"postgres", "postgresql"} or not parts.path.strip("/"):
        raise ValueError("phải có dạng postgres://người-dùng:mật-khẩu@máy:cổng/tên hoặc sqlite:///đường/dẫn.")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": options.pop("host", unquote(parts.hostname or "")),
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {"options": STEERING, **options},
    }


def sqlite(path: Path) -> dict[str, object]:
    pragmas = "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;"
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(path),
        "CONN_MAX_AGE": None,
        "OPTIONS": {"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command": pragmas},
    }


def email_of(reader: Reader, profile: Profile) -> Email:
    security = reader.text("PORTAL_EMAIL_SECURITY", "starttls")
    if security not in {"none", "starttls", "ssl"}:
        reader.fault(f"PORTAL_EMAIL_SECURITY: chỉ nhận none, starttls hoặc ssl (đang là “{security}”).")
    sender = reader.text("PORTAL_EMAIL_FROM", "cong-truong@localhost" if profile != "production" else "")
    host = reader.text("PORTAL_EMAIL_HOST")
    if profile == "production":
        if not host:
            reader.fault("PORTAL_EMAIL_HOST: thiếu máy chủ gửi thư.")
        if "@" not in sender:
            reader.fault("PORTAL_EMAIL_FROM: thiếu địa chỉ gửi thư, ví dụ cong@thcsngogiatu.edu.vn.")
    return Email(
        host=host,
        port=reader.number("PORTAL_EMAIL_PORT", 465 if security == "ssl" else 587, 1, 65535),
        user=reader.text("PORTAL_EMAIL_USER"),
        password=reader.text("PORTAL_EMAIL_PASSWORD"),
        security=security,
        sender=sender,
    )


def kept_secret(home: Path) -> str:
    """The demo's own secret, made once for its data folder; of two processes that make it at once, one wins."""
    path = home / "secret"
    if not path.exists():
        home.mkdir(parents=True, exist_ok=True)
        draft = home / f".secret-{os.getpid()}"
        draft.touch(mode=0o600)
        draft.write_text(secrets.token_urlsafe(48))
        with contextlib.suppress(FileExistsError):
            os.link(draft, path)
        draft.unlink()
    return path.read_text()


def load(profile: Profile) -> Environment:
    """What the settings modules call: the environment, or the list of faults and the end of the process."""
    try:
        return read(os.environ, profile)
    except BadEnvironment as fault:
        print(fault, file=sys.stderr)
        raise SystemExit(1) from None
