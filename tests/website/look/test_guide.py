"""The style guide stands for everybody, shows hostile words as words, and is kept out of search engines."""

from django.test import Client
from pytest_django.fixtures import DjangoAssertNumQueries

from tests.cast import Cast


def test_the_guide_shows_every_state_and_lets_no_script_in(cast: Cast, client: Client) -> None:
    page = client.get("/kieu-mau/").content.decode()
    assert [case in page for case in ("Thường", "Ngắn", "Dài", "Thiếu", "Cố tình phá")] == [True] * 5
    assert ("<script>alert" in page, page.count("&lt;script&gt;alert") > 15) == (False, True)
    assert ('content="noindex"' in page, 'rel="canonical"' in page) == (True, False)


def test_the_guide_asks_the_database_for_the_frame_and_the_colours_only(
    cast: Cast, client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(6):
        client.get("/kieu-mau/")
