"""How patiently the portal asks outside: so many of one host, none that asked for peace, an end to it all."""

from portal.operations.care.asking import A_HOST, AN_EVENING, Asking
from portal.operations.care.faults import School
from portal.operations.care.outside import Asker, Outcome


class Answers(Asker):
    """Every host answers by its name: `s503.vn` with 503, `s0.vn` not at all."""

    def ask(self, url: str) -> Outcome:
        return Outcome(int(url.split("/")[2][1:].removesuffix(".vn")))


def asked(*urls: str, second: float = 0.0) -> list[str]:
    seconds = iter([number * second for number in range(1000)])
    return list(Asking(Answers(), lambda _: True, pause=0, now=lambda: next(seconds)).ask(urls))


def test_one_host_is_asked_so_often_and_no_more() -> None:
    assert len(asked(*(f"https://s200.vn/{number}" for number in range(A_HOST + 5)), "https://s404.vn/")) == A_HOST + 1


def test_a_host_that_asks_for_peace_or_keeps_silent_is_left_alone() -> None:
    assert asked("https://s429.vn/a", "https://s429.vn/b", "https://s200.vn/") == [
        "https://s429.vn/a",
        "https://s200.vn/",
    ]
    assert len(asked(*(f"https://s0.vn/{number}" for number in range(9)))) == 3


def test_everything_has_an_end_and_twins_half_looked_for_are_no_twins() -> None:
    assert len(asked(*(f"https://s20{number}.vn/" for number in range(9)), second=AN_EVENING / 4)) == 3
    slow = iter([0.0, 0.0, AN_EVENING])
    asking = Asking(Answers(), lambda _: True, pause=0, now=lambda: next(slow))
    assert asking.twins(School("thcsducgiang.edu.vn", ())) is None
