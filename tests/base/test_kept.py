"""What strangers are told may stand in nginx for a second; what anybody signed in is told may not."""

import pytest
from django.test import Client

from portal.base.kept import A_SECOND
from tests.cast import Cast
from tests.files.test_serving import at

pytestmark = pytest.mark.sqlite


def test_only_what_a_stranger_found_is_kept_for_a_second(cast: Cast, client: Client) -> None:
    said = {}
    for who in (None, cast.khoa):
        for path in ("/tim-kiem/?q=a", "/tim-kiem/goi-y/?q=a"):
            answer = at(client, who).get(path)
            said[who and who.username, path] = (answer.headers.get("Cache-Control"), "Set-Cookie" in answer.headers)
    assert set(said.values()) == {(A_SECOND, False), ("private, no-store", False)}
    assert [said[key][0] == A_SECOND for key in said] == [True, True, False, False]


def test_what_is_refused_is_not_kept(cast: Cast, client: Client) -> None:
    assert client.post("/tim-kiem/").headers.get("Cache-Control") is None
