"""Of what lies in the bucket nothing reaches outsiders: not by the gate, not by any path, not from the bucket itself
(Điều 8.1, 13.7, 15.3)."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings as configured
from django.core.files.storage import storages
from django.test import Client

from portal.approval import actions as approval
from portal.files.models import Attachment, Picture
from portal.files.rules import at_width
from portal.intranet.notices.rules import To
from tests.cast import NOW, Cast
from tests.files.bucket_server import NAME, Store
from tests.files.test_serving import at, content
from tests.intranet.inside import a_notice
from tests.intranet.test_leaks import asked as asked_all
from tests.intranet.test_library import paper as guarded_paper
from tests.website.pictures import a_paper, a_picture
from tests.website.pictures import shown as in_text

OUTSIDERS = (None, "phu", "an", "vy")
KINDS = ("nhap", "noibo", "dago", "vong")


def word(kind: str) -> str:
    return f"chimkho{kind}"


class Planted:
    """A file of each kind outsiders must not open, and one they may."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.pictures: dict[str, Picture] = {}
        self.papers: dict[str, Attachment] = {}
        self.words("nhap")
        self.words("noibo", up=True, section="trao-doi", audience="internal")
        down = self.words("dago", up=True)
        self.open = self.words("mo", up=True)
        told = {"ground": "privacy", "reason": "Gia đình đề nghị", "by": cast.ha, "at": NOW, "channel": "test"}
        self.pictures["nhap"].get_rendition(at_width(400))
        approval.withdraw(down, **told)
        self.papers["vong"] = guarded_paper(cast.sen, "Giấy mời", word("vong").encode())
        a_notice(cast, "Họp nhóm", To(people=frozenset({cast.lan.pk})), (self.papers["vong"].pk,), by="sen")

    def words(self, kind: str, *, up: bool = False, **more: Any) -> Any:
        picture = self.pictures[kind] = a_picture(self.cast.lan, title=kind)
        paper = self.papers[kind] = a_paper(self.cast.lan, title=f"Giấy {kind}", words=word(kind))
        body = [{"type": "paragraph", "value": "Chữ"}, in_text(picture), {"type": "document", "value": paper.pk}]
        return (self.cast.published if up else self.cast.article)(self.cast.lan, body=body, **more)

    def shut(self) -> Iterator[str]:
        """The gate's own addresses of what outsiders may not open."""
        for kind in KINDS:
            yield self.papers[kind].url
            if kind in self.pictures:
                yield f"/tep/anh/{self.pictures[kind].pk}/{at_width(400)}/"

    def paths(self) -> Iterator[str]:
        """What somebody would try who knows a name in the bucket."""
        for name in (str(self.papers["vong"].file.name), str(self.pictures["nhap"].renditions.get().file.name)):
            yield from (f"{before}{name}" for before in ("/", configured.MEDIA_URL, "/_tep/", "/static/", f"/{NAME}/"))


def test_outsiders_get_no_file_by_any_path_and_hear_of_no_bucket(cast: Cast, client: Client, store: Store) -> None:
    planted = Planted(cast)
    asked, tried = list(planted.shut()), list(planted.paths())
    told = (store.where, NAME, store.bucket.key, store.bucket.secret, "X-Amz")
    for who in OUTSIDERS:
        at(client, cast.people[who] if who else None)
        paths = asked if who else [*asked, *tried]
        answers = {path: client.get(path) for path in paths}
        bodies = {path: content(answer) for path, answer in answers.items()}
        assert {path: answer.status_code for path, answer in answers.items() if answer.status_code != 404} == {}
        assert [path for path, body in bodies.items() if any(word(kind).encode() in body for kind in KINDS)] == []
        assert [path for path, body in bodies.items() if body[:2] in (b"\xff\xd8", b"RI")] == []
        assert word("mo").encode() in content(client.get(planted.papers["mo"].url))
    seen = asked_all(at(client, None), ["/", planted.open.url, "/rss/", "/sitemap.xml", planted.papers["mo"].url])
    assert {
        path for path, (status, words) in seen.items() if status != 200 or any(one in words for one in told)
    } == set()
    assert word("mo") in seen[planted.papers["mo"].url][1]  # the words do sing


@pytest.mark.sqlite
def test_the_bucket_gives_none_of_them_to_somebody_without_its_key(cast: Cast, store: Store) -> None:
    Planted(cast)
    names = [name for name, _ in storages["default"].everything()]
    assert len(names) == 10
    signed = "?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=khong%2F20261123%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Signature=0"
    for name in names:
        for tail in ("", signed, "?acl", "?versionId=null", "?torrent"):
            status, body = store.stranger(f"/{NAME}/{name}{tail}")
            assert (status >= 400, b"chimkho" in body) == (True, False)
