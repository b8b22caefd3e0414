"""The administrator keeps the machine: what the staff write for a circle is not his to read before it is up, by whichever door."""

from tests.cast import Cast
from tests.intranet.inside import an_item
from tests.intranet.test_library import paper
from tests.intranet.test_notices import HEARD, written
from tests.people.signing import signed_in

DOORS = ("", "tuyen/", "nhat-ky/", "so-sanh/", "xem-thu/", "nhan-xet/", "nhac/")


def test_the_desk_shows_the_administrator_no_draft_of_a_circle(cast: Cast) -> None:
    """R-NOTICE-03, R-LIB-09."""
    item = an_item(cast, "chimsau một", [paper(cast.cuc, "chimsau hai")])
    notice = written(cast)
    cast.submit(notice, cast.lan)
    article = cast.article(cast.lan, title="Bài ai cũng đọc")
    seen = {}
    for name in ("tri", "sen"):
        client = signed_in(cast, name)
        lists = [client.get(path) for path in ("/viec/tat-ca/", "/viec-cua-toi/", "/viec/tat-ca/bang-tinh/")]
        told = [
            any(title in one.content.decode("utf-8", "replace") for title in ("chimsau", HEARD.title))
            for one in lists[:2]
        ]
        opened = {client.get(f"/viec/{page.pk}/{door}").status_code for page in (item, notice) for door in DOORS}
        seen[name] = (told, opened, client.get(f"/viec/{article.pk}/").status_code)
    assert seen == {"tri": ([False, False], {404}, 200), "sen": ([True, True], {200, 302}, 200)}


def test_what_is_up_he_may_still_have_to_take_down(cast: Cast) -> None:
    """R-DOWN-01."""
    notice = cast.up(written(cast), cast.lan)
    assert signed_in(cast, "tri").get(f"/viec/{notice.pk}/").status_code == 200
