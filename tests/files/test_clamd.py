"""The client of clamd: one question, one answer, one deadline; whatever is no plain answer is no word on the file."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from portal.files.clamd import PIECE, Silent, Unable, is_old, scan, version, where
from tests.files.fake_clamd import EICAR, FOUND, FakeClamd

pytestmark = pytest.mark.sqlite
SOON = 0.05  # seconds


@pytest.fixture(params=[False, True], ids=["unix socket", "tcp"])
def there(request: pytest.FixtureRequest) -> Iterator[FakeClamd]:
    made = FakeClamd(tcp=request.param)
    yield made
    made.close()


def asked(there: FakeClamd, raw: bytes, seconds: float = 5.0) -> str:
    return scan(where(there.address), raw, seconds=seconds)


@pytest.mark.parametrize("raw", [b"", b"x", b"y" * PIECE, b"z" * (3 * PIECE + 1)], ids=len)
def test_what_is_clean_arrives_to_the_byte(there: FakeClamd, raw: bytes) -> None:
    assert (asked(there, raw), there.asked) == ("", [raw])


def test_what_is_infected_is_named(there: FakeClamd) -> None:
    assert asked(there, b"%PDF" + EICAR) == FOUND


@pytest.mark.parametrize(
    "mood, kind, said",
    [("error", Unable, "Can't allocate memory ERROR"), ("limits", Unable, "Heuristics.Limits.Exceeded.MaxFileSize FOUND"),
     ("nonsense", Unable, "220 smtp"), ("breaks off", Silent, "")],
)  # fmt: skip
def test_whatever_else_it_says_is_no_word(there: FakeClamd, mood: str, kind: type[Exception], said: str) -> None:
    there.mood = mood
    with pytest.raises(kind) as raised:
        asked(there, b"x" * 100)
    assert said in str(raised.value)


def test_what_is_beyond_its_limit_is_told_as_such(there: FakeClamd) -> None:
    there.most = 1000
    with pytest.raises((Unable, Silent)):  # over TCP its last words may be lost with the line
        asked(there, b"x" * 20 * PIECE)


def test_one_that_never_answers_is_waited_for_no_longer_than_said(there: FakeClamd) -> None:
    there.mood = "mute"
    for question in (lambda: asked(there, b"x", SOON), lambda: asked(there, b"x" * 20 * PIECE, SOON),
                     lambda: version(where(there.address), seconds=SOON)):  # fmt: skip
        with pytest.raises(Silent, match="quá giờ"):
            question()


def test_nobody_there_is_silence_at_once(there: FakeClamd) -> None:
    there.close()
    with pytest.raises(Silent):
        asked(there, b"x")


def test_it_says_what_it_is_and_of_when_its_list_is(there: FakeClamd) -> None:
    assert version(where(there.address), seconds=5) == (
        "ClamAV 1.4.3/27800",
        datetime(2026, 11, 15, 9, 26, 33, tzinfo=UTC),
    )
    there.version = b"ClamAV 1.4.3\0"
    assert version(where(there.address), seconds=5) == ("ClamAV 1.4.3", None)
    there.mood = "nonsense"
    with pytest.raises(Silent, match="không phải ClamAV"):
        version(where(there.address), seconds=5)


@pytest.mark.parametrize("days, old", [(0, False), (7, False), (8, True)])
def test_a_list_is_old_after_a_week(days: int, old: bool) -> None:
    at = datetime(2026, 11, 16, tzinfo=UTC)
    assert (is_old(at - timedelta(days=days), at), is_old(None, at)) == (old, True)


@pytest.mark.parametrize(
    "said, expected",
    [("clamd:/run/clamav/clamd.ctl", "/run/clamav/clamd.ctl"), ("clamd://127.0.0.1:3310", ("127.0.0.1", 3310)),
     ("clamd://[::1]:3310", ("::1", 3310)), ("clamd://may-quet.truong.vn:3310", ("may-quet.truong.vn", 3310))],
)  # fmt: skip
def test_its_address_is_a_socket_or_host_and_port(said: str, expected: object) -> None:
    assert where(said) == expected


@pytest.mark.parametrize("said", ["clamd:3310", "clamd://127.0.0.1", "clamd://a:70000", "http://a:1", "clamd:", "none"])
def test_anything_else_is_no_address(said: str) -> None:
    with pytest.raises(ValueError, match=said.replace("[", "")):
        where(said)
