"""What leads from the portal before to this one: WordPress's short addresses, old sections and tags, each cheaply."""

from pathlib import Path

import pytest
from django.core.management import CommandError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from portal.approval import actions as approval
from portal.news.models import Article
from portal.operations.models import OldAddress
from tests.cast import NOW, Cast
from tests.operations.moving.fixtures import TITLES, folder, post, wxr
from tests.operations.moving.test_move_in import decided, run

SECTIONS = """
[cong]
chuyen_muc_chung = "chuyen-mon"
[dia_chi]
"https://truongcu.edu.vn/category/tin-tuc/" = "chuyen-mon"
"/?cat=7" = "chuyen-mon"
"/noi-bo-cu/" = "trao-doi"
"/" = "chuyen-mon"
"""


def answers(client: Client, *paths: str) -> list[tuple[int, str]]:
    found = [client.get(path) for path in paths]
    return [(one.status_code, one.headers.get("Location", "")) for one in found]


def test_the_front_page_leads_on_where_it_was_asked_for_a_text(cast: Cast, tmp_path: Path, client: Client) -> None:
    run(folder(tmp_path / "wp", {"x.xml": wxr(post(123, TITLES[0], "<p>Chữ.</p>"))}))
    asked = (
        "/?p=123",
        "/?p=123&utm_source=zalo",
        "/index.php?p=123",
        "/?p=123&preview=true",
        "/?p=124",
        "/?page=2",
        "/",
    )
    assert answers(client, "/?p=123") == [(200, "")]  # nothing shows what is not up
    assert decided(cast) == 1
    article = Article.objects.get(title=TITLES[0])
    there = (301, f"/tin-bai/{article.slug}/")
    assert answers(client, *asked) == [there] * 4 + [(200, "")] * 3
    assert client.head("/?p=123").status_code == 301
    counts = []
    for path in ("/", "/?page=2", "/?utm_source=x", "/?p=" + "1" * 500, "/?p=124"):
        with CaptureQueriesContext(connection) as queries:
            client.get(path)
        counts.append(sum("oldaddress" in one["sql"] for one in queries))
    assert counts == [0, 0, 0, 0, 1]
    approval.withdraw(article, ground="privacy", reason="Lộ tên.", by=cast.ha, at=NOW, channel="test")
    assert answers(client, "/?p=123", "/") == [(410, ""), (200, "")]


def test_old_sections_lead_to_ours_and_elsewhere_once_the_mapping_says_so(
    cast: Cast, tmp_path: Path, client: Client
) -> None:
    kho = folder(tmp_path / "wp", {"x.xml": wxr(post(1, TITLES[0], "<p>Chữ.</p>"))})
    ours = cast.sections["trao-doi"]
    run(kho, mapping=SECTIONS)
    asked = (
        "/category/tin-tuc/",
        "/Category/Tin-Tuc/page/3/",
        "/category/tin-tuc/feed/",
        "/?cat=7",
        "/noi-bo-cu/",
        "/tag/x/",
    )
    here = (301, "/chuyen-mon/")
    assert answers(client, *asked) == [here, here, here, here, (404, ""), (404, "")]
    client.force_login(cast.lan, backend="django.contrib.auth.backends.ModelBackend")
    assert answers(client, "/noi-bo-cu/") == [(301, f"/{ours.slug}/")]
    held = OldAddress.objects.count()
    run(kho, mapping=SECTIONS.replace('cat=7" = "chuyen-mon"', 'cat=7" = "trao-doi"'))
    assert (answers(client, "/?cat=7"), OldAddress.objects.count()) == ([(301, f"/{ours.slug}/")], held)
    with pytest.raises(CommandError, match="chuyên mục không có: khong-co"):
        run(kho, mapping=SECTIONS.replace('cat=7" = "chuyen-mon"', 'cat=7" = "khong-co"'))
