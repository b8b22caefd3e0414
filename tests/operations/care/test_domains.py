"""Domains that are known, and those made to be taken for the school's."""

import pytest

from portal.operations.care.domains import host_of, is_under, looks_like, twins, written

OWN = "thcsducgiang.edu.vn"


@pytest.mark.parametrize(
    "host",
    [
        "thcsducgiang.com", "thcsducgiang.edu.vn.dang-nhap.com", "thcsducgiang-edu-vn.top", "thcs-ducgiang.edu.vn",
        "thcsđứcgiang.edu.vn", "thcsducgianq.edu.vn", "thcsducgíang.edu.vn", "thcsduсgiang.edu.vn",  # Cyrillic с
        "thcsducgang.edu.vn", "thcsdcugiang.edu.vn", "thcsducg1ang.edu.vn", "thcsducgiang.weebly.com", "www.thcsducgiang.net",
    ],
)  # fmt: skip
def test_these_may_be_taken_for_the_schools_own(host: str) -> None:
    assert looks_like(host, OWN)


@pytest.mark.parametrize(
    "host",
    ["thcsducgiang.edu.vn", "www.thcsducgiang.edu.vn", "thu.thcsducgiang.edu.vn", "moet.gov.vn", "thcsgiathuy.edu.vn",
     "facebook.com", "thptducgiang.edu.vn.", "ducgiang.gov.vn", "youtube.com", "violet.vn", ""],
)  # fmt: skip
def test_these_are_not(host: str) -> None:
    assert not looks_like(host, OWN)


def test_a_punycode_host_is_read_as_people_see_it() -> None:
    host = "thcsđứcgiang.edu.vn".encode("idna").decode()
    assert (host.startswith("xn--"), host_of(f"https://{host}/a")) == (True, "thcsđứcgiang.edu.vn")


def test_twins_hold_the_usual_tricks_and_never_the_school_itself() -> None:
    found = twins(OWN)
    assert {
        "thcsducgiang.com",
        "thcsducgiang.vn",
        "thcsducgianq.edu.vn",
        "thcsđucgiang.edu.vn",
        "thcsducg1ang.edu.vn",
    } <= {*found}
    assert (OWN in found, len(found) < 90, len(set(found)) == len(found)) == (False, True, True)
    assert (twins("testserver"), twins("a.vn")) == ([], [])


@pytest.mark.parametrize(
    "typed, domain",
    [
        ("moet.gov.vn", "moet.gov.vn"), (" https://www.Moet.gov.vn/tin?a=1 ", "moet.gov.vn"), ("violet", None), ("", None),
        ("http://", None), ("a b.vn", None), ("đứcgiang.vn", "đứcgiang.vn"), ("127.0.0.1", None), ("x..vn", None),
    ],
)  # fmt: skip
def test_a_domain_is_read_from_whatever_was_pasted(typed: str, domain: str | None) -> None:
    assert written(typed) == domain


def test_a_domain_covers_what_is_under_it_and_nothing_beside() -> None:
    assert [is_under(host, ["gov.vn"]) for host in ("gov.vn", "moet.gov.vn", "xgov.vn", "gov.vn.top")] == [
        True,
        True,
        False,
        False,
    ]
    assert [host_of(url) for url in ("https://A.vn:80/x", "mailto:a@b.vn", "//c.vn", "http://[::1", "/tin/")] == [
        "a.vn",
        "",
        "c.vn",
        "",
        "",
    ]
