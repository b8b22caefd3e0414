"""Files looked at in the page: what browsers show, and office documents as a PDF made behind it (Điều 15.1)."""

import os
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.test import Client

from portal.base import queue
from portal.files.actions import store_attachment
from portal.files.models import Attachment
from portal.files.queries import may_open
from portal.intranet.bulk.previewing import want_previews
from portal.intranet.library import actions as library
from portal.intranet.library.rules import Given
from portal.intranet.models import LibraryItem, PaperPreview
from tests.cast import NOW, Cast
from tests.intranet.test_bulk_sending import docx, mixed

SOFFICE = """#!/bin/sh
while [ "$1" != "--outdir" ]; do shift; done
mkdir -p "$2" && printf '%s' "{made}" > "$2/given.pdf"
"""


def item(cast: Cast, *files: tuple[str, bytes]) -> LibraryItem:
    kept = [store_attachment(ContentFile(raw, name), title=name, by=cast.lan, at=NOW, channel="test", guarded=True)
            for name, raw in files]  # fmt: skip
    return library.begin(Given(title="Bài 5", grade=8), kept, by=cast.lan, at=NOW, channel="test")


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine with a LibreOffice of the test's own."""
    program = tmp_path / "soffice"
    program.write_text(SOFFICE.format(made="%PDF-1.7 x"))
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    return program


def shown(client: Client, one: LibraryItem) -> tuple[str, str]:
    answer = client.get(f"/noi-bo/kho/ban/{one.pk}/")
    return answer.content.decode(), answer["Content-Security-Policy"]


def test_browsers_show_what_they_can(cast: Cast, client: Client) -> None:
    client.force_login(cast.lan)
    page, policy = shown(client, item(cast, *mixed(5)[1:]))
    assert [page.count(tag) for tag in ("<iframe", "shown__picture", "<audio", "<video")] == [1, 1, 1, 1]
    assert ("frame-src 'self'" in policy, "media-src 'self'" in policy) == (True, True)


@pytest.mark.sqlite
def test_an_office_document_is_made_a_pdf_for_whom_it_opens(cast: Cast, client: Client, office: Path) -> None:
    client.force_login(cast.lan)
    one = item(cast, ("a.docx", docx("Bài 5")))
    assert "đang được dựng" in shown(client, one)[0]
    assert [want_previews(NOW), want_previews(NOW)] == [1, 0]
    queue.run_due(NOW)
    pdf = PaperPreview.objects.get().pdf
    assert pdf is not None
    page, policy = shown(client, one)
    assert (pdf.url in page, pdf.guarded, "media-src" in policy) == (True, True, False)
    assert [may_open(pdf, cast.people[who], NOW) for who in ("lan", "sen", "khoa", "phu")] == [True, True, False, False]


@pytest.mark.sqlite
def test_one_that_cannot_be_made_says_so_and_is_not_tried_again(cast: Cast, client: Client, office: Path) -> None:
    office.write_text("#!/bin/sh\nexit 1\n")
    client.force_login(cast.lan)
    one = item(cast, ("a.docx", docx("Bài 5")))
    want_previews(NOW)
    queue.run_due(NOW)
    assert ("không dựng lại được tệp này" in shown(client, one)[0], want_previews(NOW), Attachment.objects.count()) == (
        True,
        0,
        1,
    )
