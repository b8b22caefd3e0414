"""The environment is read in one place, and every fault is told at once."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from portal.settings.env import STEERING, BadEnvironment, kept_secret, parse_database, read

REAL_SCHOOL = {
    "PORTAL_HOME": "/srv/portal",
    "PORTAL_BASE_URL": "https://thcsngogiatu.edu.vn",
    "PORTAL_SECRET_KEY": "k" * 50,
    "PORTAL_EMAIL_HOST": "mail.thcsngogiatu.edu.vn",
    "PORTAL_EMAIL_FROM": "cong@thcsngogiatu.edu.vn",
    "PORTAL_SCANNER": "clamd:/run/clamav/clamd.ctl",
}


def faults(profile: str, **variables: str) -> list[str]:
    with pytest.raises(BadEnvironment) as caught:
        read(variables, profile)  # type: ignore[arg-type]
    return [problem.partition(":")[0] for problem in caught.value.problems]


def test_the_demo_needs_no_variable_at_all() -> None:
    demo = read({}, "dev")
    assert (demo.port, demo.base_url, demo.demo_password, demo.test_clock, demo.https) == (
        8000,
        "http://127.0.0.1:8000",
        "ngogiatu-demo",
        False,
        False,
    )


def test_the_demos_address_follows_its_port() -> None:
    assert read({"PORT": "8123"}, "dev").base_url == "http://127.0.0.1:8123"


def test_a_real_school_starts_when_all_is_given() -> None:
    school = read(REAL_SCHOOL, "production")
    assert (school.base_url, school.https, school.host, school.demo_password) == (
        "https://thcsngogiatu.edu.vn",
        True,
        "thcsngogiatu.edu.vn",
        "",
    )


def test_an_empty_environment_tells_a_real_school_everything_it_lacks() -> None:
    assert faults("production") == [
        "PORTAL_HOME",
        "PORTAL_BASE_URL",
        "PORTAL_SECRET_KEY",
        "PORTAL_SCANNER",
        "PORTAL_EMAIL_HOST",
        "PORTAL_EMAIL_FROM",
    ]


def test_all_faults_are_told_together() -> None:
    wrong = {"PORT": "http", "PORTAL_BASE_URL": "thcs.edu.vn/cong", "PORTAL_TEST_CLOCK": "yes", "PORTAL_PROXIES": "-1"}
    assert faults("dev", **wrong, PORTAL_DATABASE_URL="mysql://x/y", PORTAL_PAGE_CACHE_MB="4097") == [
        "PORT",
        "PORTAL_BASE_URL",
        "PORTAL_DATABASE_URL",
        "PORTAL_TEST_CLOCK",
        "PORTAL_PROXIES",
        "PORTAL_PAGE_CACHE_MB",
    ]


@pytest.mark.parametrize(
    "variable",
    [
        {"PORTAL_TEST_CLOCK": "1"},
        {"PORTAL_TEST_CLOCK": "0"},
        {"PORTAL_DEMO_PASSWORD": "x"},
        {"PORTAL_DEBUG": "1"},
        {"PORTAL_BASEURL": "https://a.vn"},
        {"PORTAL_SECRET_KEY": "short"},
        {"PORTAL_BASE_URL": ""},
        {"PORTAL_BASE_URL": "https://user@a.vn"},
        {"PORTAL_BASE_URL": "https://a.vn:port"},
        {"PORTAL_ACCEL": "_tep"},
        {"PORTAL_ACCEL": "/a/../b/"},
        {"PORTAL_SCANNER": ""},
        {"PORTAL_SCANNER": "clamd:3310"},
        {"PORTAL_SCANNER": "clamd://127.0.0.1"},
        {"PORTAL_SCANNER": "http://127.0.0.1:3310"},
    ],
)
def test_a_real_school_refuses(variable: dict[str, str]) -> None:
    assert faults("production", **(REAL_SCHOOL | variable)) == list(variable)


@pytest.mark.parametrize(
    "said", ["none", "clamd:/run/clamav/clamd.ctl", "clamd://[::1]:3310", "clamd://may-quet.vn:3310"]
)
def test_a_real_school_names_its_scanner_or_says_that_it_has_none(said: str) -> None:
    assert (read(REAL_SCHOOL | {"PORTAL_SCANNER": said}, "production").scanner, read({}, "dev").scanner) == (said, "")


def test_a_postgresql_address_is_read_with_its_socket_and_password() -> None:
    read_from = parse_database("postgres://portal:m%40t@db.local:5433/truong?sslmode=require")
    names = ("NAME", "USER", "PASSWORD", "HOST", "PORT", "OPTIONS")
    assert [read_from[name] for name in names] == [
        "truong",
        "portal",
        "m@t",
        "db.local",
        "5433",
        {"options": STEERING, "sslmode": "require"},
    ]
    assert parse_database("postgresql://portal@/truong?host=/run/pg")["HOST"] == "/run/pg"


def test_sqlite_takes_its_write_lock_at_once_and_keeps_a_write_ahead_log() -> None:
    options = read({}, "dev").database["OPTIONS"]
    assert isinstance(options, dict)
    assert options["transaction_mode"] == "IMMEDIATE"
    assert options["init_command"].startswith("PRAGMA journal_mode=WAL;")


def test_the_demos_secret_is_made_once_and_is_readable_to_its_owner_only(tmp_path: Path) -> None:
    secret = kept_secret(tmp_path)
    assert kept_secret(tmp_path) == secret
    assert len(secret) == 64
    assert (tmp_path / "secret").stat().st_mode & 0o777 == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["secret"]


def test_a_bad_environment_ends_the_process_with_a_vietnamese_list() -> None:
    clean = {name: value for name, value in os.environ.items() if not name.startswith("PORTAL_")}
    done = subprocess.run(
        [sys.executable, "manage.py", "check"],
        env=clean | {"DJANGO_SETTINGS_MODULE": "portal.settings.production", "PORTAL_TEST_CLOCK": "1"},
        capture_output=True,
        text=True,
    )
    lines = done.stderr.splitlines()
    assert (done.returncode, done.stdout, len(lines)) == (1, "", 8)
    assert lines[0] == "Không khởi động được, cần sửa 7 điểm trong biến môi trường:"
    assert lines[-1] == "  - PORTAL_TEST_CLOCK: đồng hồ thử chỉ dùng cho trường minh hoạ, hãy bỏ biến này."
