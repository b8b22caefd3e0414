"""What was stored without a scan is scanned afterwards; what is infected then is shut to everyone, and kept as proof."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from portal.base import epoch
from portal.base.models import JournalEntry
from portal.base.refused import Refused
from portal.files import scanning
from portal.files.actions import scan_unscanned, scanned_beforehand, store_attachment, store_picture, visit_scanner
from portal.files.models import Attachment, Picture
from portal.files.rules import at_width
from portal.files.scanning import Unscanned
from tests.cast import NOW, Cast
from tests.files.fake_clamd import EICAR, FOUND, FakeClamd
from tests.files.pictures import pdf, picture
from tests.files.test_doors_scanned import sick

LATER = NOW + timedelta(days=2)


def states() -> dict[str, list[str]]:
    """Of every stored row, by its title, what is said of its scan."""
    rows = [*Picture.objects.order_by("pk"), *Attachment.objects.order_by("pk")]
    return {row.title: [row.scan, row.scan_note] for row in rows}


def said(*verbs: str) -> list[tuple[str, str]]:
    lines = JournalEntry.objects.filter(
        verb__in=verbs or ("scanner_silent", "scanner_back", "scanner_unable", "quarantine")
    )
    return [(line.verb, line.data.get("signature", "")) for line in lines.order_by("id")]


def unscanned(cast: Cast, settings: Any, *, state: str = "not_scanned") -> tuple[Any, Picture, Attachment, Attachment]:
    """An article that is up shows a picture, a clean paper and an infected one, kept while there was no scanner."""
    there, settings.PORTAL_SCANNER = settings.PORTAL_SCANNER, ""
    about: dict[str, Any] = {"by": cast.lan, "at": NOW, "channel": "test"}
    shot = store_picture(picture(size=(900, 600)), title="Sân", alt="Sân", credit="", **about)
    clean = store_attachment(pdf(), title="Sạch", **about)
    bad = store_attachment(sick(pdf()), title="Nhiễm", **about)
    body = [{"type": "paragraph", "value": "Chữ"}, {"type": "image", "value": {"picture": shot.pk}},
            *({"type": "document", "value": {"document": one.pk}} for one in (clean, bad))]  # fmt: skip
    article = cast.published(cast.lan, body=body)
    for kind in (Picture, Attachment):
        kind.objects.update(scan=state)
    settings.PORTAL_SCANNER = there
    return article, shot, clean, bad


@pytest.mark.parametrize("state", ["not_scanned", "pending"])
def test_the_worker_scans_what_was_kept_without_and_shuts_what_is_infected(
    cast: Cast, client: Client, clamd: FakeClamd, settings: Any, state: str
) -> None:
    """R-FILE-02."""
    article, shot, clean, bad = unscanned(cast, settings, state=state)
    before = epoch.current()
    assert scan_unscanned(NOW) == 3
    assert states() == {"Sân": ["clean", ""], "Sạch": ["clean", ""], "Nhiễm": ["infected", FOUND]}
    assert (said(), epoch.current()) == ([("quarantine", FOUND)], before + 1)
    for person in (None, cast.lan, cast.ha, cast.tri):
        if person is not None:
            client.force_login(person, "django.contrib.auth.backends.ModelBackend")
        asked = (reverse("files:rendition", args=[shot.pk, at_width(400)]), clean.url, bad.url)
        assert [status(client, address) for address in asked] == [200, 200, 404]
    assert Path(bad.file.path).read_bytes().endswith(EICAR)
    assert client.get(article.url).status_code == 200
    assert (scan_unscanned(NOW), said()) == (0, [("quarantine", FOUND)])


def status(client: Client, address: str) -> int:
    answer = client.get(address)
    b"".join(answer.streaming_content) if answer.streaming else answer.content
    return answer.status_code


def test_an_infected_picture_is_shut_with_all_that_was_made_of_it_behind_nginx_too(
    cast: Cast, client: Client, clamd: FakeClamd, settings: Any
) -> None:
    _, shot, _, _ = unscanned(cast, settings)
    address = reverse("files:rendition", args=[shot.pk, at_width(400)])
    etag = client.get(address)["ETag"]
    with Path(shot.file.path).open("ab") as kept:
        kept.write(EICAR)
    scan_unscanned(NOW)
    assert states()["Sân"] == ["infected", FOUND]
    settings.PORTAL_ACCEL = "/_tep/"
    answer = client.get(address, headers={"if-none-match": etag})
    assert (answer.status_code, answer.has_header("X-Accel-Redirect")) == (404, False)


def test_every_row_of_an_infected_content_is_shut_with_it(cast: Cast, clamd: FakeClamd, settings: Any) -> None:
    unscanned(cast, settings)
    bad = Attachment.objects.get(title="Nhiễm")
    Attachment.objects.create(title="Bản hai", sha256=bad.sha256, scan="clean", file=bad.file.name, kind="pdf")
    scan_unscanned(NOW)
    assert (states()["Bản hai"], states()["Nhiễm"]) == (["infected", FOUND], ["infected", FOUND])


def test_what_has_no_word_waits_and_a_silent_scanner_is_written_down_once_and_once_more_when_back(
    cast: Cast, clamd: FakeClamd, settings: Any
) -> None:
    """R-FILE-12."""
    unscanned(cast, settings)
    clamd.mood = "breaks off"
    for _ in range(2):
        assert scan_unscanned(NOW) == 0
        visit_scanner(NOW)
    assert (said(), {state for state, _ in states().values()}) == ([("scanner_silent", "")], {"not_scanned"})
    visit_scanner(NOW + timedelta(days=1))
    clamd.mood = "works"
    scanning.listen_again()
    for _ in range(2):
        visit_scanner(LATER)
    assert said() == [("scanner_silent", ""), ("scanner_silent", ""), ("scanner_back", "")]
    assert scan_unscanned(LATER) == 3


def test_what_cannot_be_seen_whole_or_is_gone_does_not_hold_up_the_rest(
    cast: Cast, clamd: FakeClamd, settings: Any
) -> None:
    _, shot, clean, _ = unscanned(cast, settings)
    Path(clean.file.path).unlink()
    clamd.most = shot.file_size - 1
    assert scan_unscanned(NOW) == 1
    assert states() == {
        "Sân": ["not_scanned", "clamd trả lời “INSTREAM size limit exceeded. ERROR”"],
        "Sạch": ["not_scanned", "không còn trên đĩa"], "Nhiễm": ["infected", FOUND],
    }  # fmt: skip
    clamd.most = 10**8
    assert (scan_unscanned(NOW), scan_unscanned(LATER)) == (0, 1)


def test_a_file_beyond_the_limits_of_the_scanner_is_refused_and_the_limits_are_written_down(
    cast: Cast, clamd: FakeClamd
) -> None:
    clamd.mood = "limits"
    with pytest.raises(Refused, match=r"không xem hết được tệp “ke-hoach\.pdf”"):
        store_attachment(pdf(), title="x", by=cast.lan, at=NOW, channel="test")
    assert (said(), Attachment.objects.count()) == ([("scanner_unable", "")], 0)


def test_after_a_silence_the_next_files_of_a_form_do_not_wait_again(cast: Cast, clamd: FakeClamd) -> None:
    clamd.mood = "breaks off"
    for _ in range(3):
        with pytest.raises(Unscanned):
            store_picture(picture(), title="x", alt="", credit="", by=cast.lan, at=NOW, channel="test")
        clamd.mood = "works"  # it is not asked for the moment
    assert (clamd.asked, said()) == ([], [("scanner_silent", "")])


def test_what_was_scanned_beforehand_is_not_scanned_again_within(cast: Cast, clamd: FakeClamd) -> None:
    about: dict[str, Any] = {"by": cast.lan, "at": NOW, "channel": "test"}
    raw = pdf().read()
    with scanned_beforehand([("a.pdf", raw)], **about), transaction.atomic():
        kept = store_attachment(pdf(), title="x", **about)
    assert (clamd.asked, kept.scan, kept.scanned_at) == ([raw], "clean", NOW)
    store_attachment(pdf(), title="x", **about)
    assert clamd.asked == [raw, raw]


@pytest.mark.parametrize("said_so", ["", "none"])
def test_a_school_without_a_scanner_says_so_at_each_file_and_asks_nobody(
    cast: Cast, settings: Any, said_so: str
) -> None:
    settings.PORTAL_SCANNER = said_so
    kept = store_attachment(sick(pdf()), title="x", by=cast.lan, at=NOW, channel="test")
    visit_scanner(NOW)
    assert (kept.scan, scan_unscanned(NOW), said()) == ("not_scanned", 0, [])
