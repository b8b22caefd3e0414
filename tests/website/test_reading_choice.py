"""How a reader likes to read: one cookie of few values, set without JavaScript, leading back to a page of ours."""

import pytest
from django.test import Client

from portal.website.reading import USUAL, Reading, chosen, read
from tests.cast import Cast


@pytest.mark.parametrize(
    ("cookie", "said"),
    [
        ("co2.tp1", Reading(2, True)),
        ("co0.tp0.toi", Reading(0, False, "toi")),
        ("co3.tp1.sang", Reading(3, True, "sang")),
        ("", USUAL),
        ("co4.tp0", USUAL),
        ("co2.tp1.hong", USUAL),
        ("co2.tp1.toi\n", USUAL),
        ("co٢.tp1", USUAL),
        ('"><script>', USUAL),
    ],
)
def test_a_cookie_says_only_what_we_write(cookie: str, said: Reading) -> None:
    assert read(cookie) == said


def test_what_is_written_is_read_again() -> None:
    every = [
        Reading(size, more, scheme) for size in range(4) for more in (False, True) for scheme in ("", "sang", "toi")
    ]
    assert [read(str(one)) for one in every] == every
    assert len({str(one) for one in every}) == 24


@pytest.mark.parametrize(
    ("given", "then"),
    [
        ({"co": "3"}, Reading(3, True, "toi")),
        ({"tp": "0"}, Reading(1, False, "toi")),
        ({"nen": ""}, Reading(1, True)),
        ({"co": "9", "tp": "x", "nen": "hong"}, Reading(1, True, "toi")),
        ({"lai": "1"}, USUAL),
        ({}, Reading(1, True, "toi")),
    ],
)
def test_a_button_changes_only_what_it_names(given: dict[str, str], then: Reading) -> None:
    assert chosen(Reading(1, True, "toi"), given) == then


@pytest.mark.parametrize(
    ("named", "came", "back"),
    [
        ("", "http://testserver/tin-bai/?chi=anh", "/tin-bai/?chi=anh"),
        ("/so-do/", "http://testserver/tin-bai/", "/so-do/"),
        ("", "https://xau.example/tin-bai/", "/"),
        ("//xau.example/", "", "/"),
        ("https://xau.example/", "", "/"),
        ("/\\xau.example", "", "/"),
        ("", "http://testserver//xau.example/", "/"),
        ("", "http://testserver/tuy-chon-doc/", "/"),
        ("", "", "/"),
    ],
)
def test_a_choice_leads_back_to_a_page_of_ours_only(named: str, came: str, back: str) -> None:
    client = Client(headers={"referer": came} if came else {}, enforce_csrf_checks=True)
    answer = client.post("/tuy-chon-doc/", {"co": "1", "ve": named})
    assert (answer.status_code, answer["Location"], answer.cookies["doc"].value) == (302, back, "co1.tp0")


def test_every_page_bears_the_choice_and_the_usual_leaves_no_cookie(cast: Cast, client: Client) -> None:
    assert '<html lang="vi">' in client.get("/so-do/").content.decode()
    for given in ({"co": "2"}, {"tp": "1"}, {"nen": "toi"}):
        client.post("/tuy-chon-doc/", given)
    assert client.cookies["doc"].value == "co2.tp1.toi"
    for path in ("/so-do/", "/tuy-chon-doc/", "/khong-co/"):
        assert '<html lang="vi" data-co="2" data-tuong-phan data-nen="toi">' in client.get(path).content.decode()
    client.post("/tuy-chon-doc/", {"lai": "1"})
    assert client.cookies["doc"].value == ""


def test_a_text_under_review_is_read_as_its_reader_likes_too(cast: Cast, client: Client) -> None:
    article = cast.article(cast.vy)
    client.force_login(cast.sen, backend="django.contrib.auth.backends.ModelBackend")
    client.cookies["doc"] = "co2.tp1.toi"
    page = client.get(f"/viec/{article.pk}/").content.decode()
    assert (page.count('class="reader__size '), page.count('data-co="2" data-tuong-phan data-nen="toi"')) == (4, 1)
