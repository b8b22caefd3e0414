"""Every byte leaves through one gate: approved and public for all, the rest for whose business it is."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.urls import NoReverseMatch, get_resolver, reverse

from portal.approval import actions as approval
from portal.base import clock
from portal.files.actions import expose, store_attachment, store_picture
from portal.files.models import Attachment, Picture
from portal.files.rules import RENDITIONS, at_width
from portal.news import actions as news
from portal.people.models import Person
from tests.cast import NOW, Cast
from tests.files.pictures import PDF, pdf, picture, word

SMALL = at_width(400)


def stored(by: Person) -> tuple[Picture, Attachment]:
    kept = store_picture(picture(size=(900, 600)), title="Sân", alt="Sân", credit="", by=by, at=NOW, channel="test")
    return kept, store_attachment(pdf(), title="Kế hoạch tháng 11", by=by, at=NOW, channel="test")


def shown(cast: Cast, by: Person, *, up: bool = True, **changes: Any) -> tuple[Any, Picture, Attachment]:
    """An article that shows one picture and one document."""
    kept, paper = stored(by)
    body = [{"type": "paragraph", "value": "Chữ"}, {"type": "image", "value": {"picture": kept.pk}},
            {"type": "document", "value": {"document": paper.pk}}]  # fmt: skip
    article = (cast.published if up else cast.article)(by, body=body, **changes)
    return article, kept, paper


def at(client: Client, person: Person | None) -> Client:
    client.logout()
    if person is not None:
        client.force_login(person, "django.contrib.auth.backends.ModelBackend")
    return client


def statuses(client: Client, kept: Picture, paper: Attachment) -> tuple[int, int]:
    answers = client.get(reverse("files:rendition", args=[kept.pk, SMALL])), client.get(paper.url)
    return tuple(one.status_code for one in answers if content(one) is not None)  # type: ignore[return-value]


def made_small(kept: Picture) -> Any:
    return kept.get_rendition(SMALL)


def content(answer: Any) -> bytes:
    """All of it, so that the file is closed again."""
    return b"".join(answer.streaming_content) if answer.streaming else answer.content


OPEN, SHUT = (200, 200), (404, 404)
EVERYONE = {None: OPEN} | dict.fromkeys(("phu", "an", "vy", "khoa", "lan", "sen", "tri"), OPEN)
STAFF = dict.fromkeys((None, "phu", "an", "vy"), SHUT) | dict.fromkeys(("khoa", "lan", "sen", "tri"), OPEN)


@pytest.mark.parametrize(
    "changes, up, expected",
    [({}, True, EVERYONE), ({}, False, STAFF), ({"section": "trao-doi"}, True, STAFF), ({"audience": "internal"}, True, STAFF)],
    ids=["published", "draft", "internal section", "internal article"],
)  # fmt: skip
def test_who_may_open_what_an_article_shows(
    cast: Cast, client: Client, changes: dict[str, str], up: bool, expected: dict[str | None, tuple[int, int]]
) -> None:
    _, kept, paper = shown(cast, cast.lan, up=up, **changes)
    found = {who: statuses(at(client, cast.people[who] if who else None), kept, paper) for who in expected}
    assert found == expected


def test_a_collaborator_opens_his_own_files_before_they_are_up(cast: Cast, client: Client) -> None:
    kept, paper = stored(cast.vy)
    assert statuses(at(client, cast.vy), kept, paper) == OPEN


def test_a_suspended_teacher_opens_nothing_internal(cast: Cast, client: Client) -> None:
    _, kept, paper = shown(cast, cast.lan, section="trao-doi")
    cast.suspend(cast.khoa)
    assert statuses(at(client, cast.khoa), kept, paper) == SHUT


def test_a_withdrawn_articles_files_are_closed_at_once(cast: Cast, client: Client) -> None:
    article, kept, paper = shown(cast, cast.lan)
    approval.withdraw(article, ground="privacy", reason="Gia đình đề nghị", by=cast.tri, at=NOW, channel="test")
    assert statuses(client, kept, paper) == SHUT


def test_a_withdrawn_sections_files_are_closed_with_its_articles_and_open_again_with_them(
    cast: Cast, client: Client
) -> None:
    """R-FILE-09: what hides an article hides what it shows; the same file shown elsewhere stays open."""
    section = cast.sections["chuyen-mon"]
    article, kept, paper = shown(cast, cast.lan)
    elsewhere, other, sheet = shown(cast, cast.lan, section="doan-doi")
    assert (statuses(client, kept, paper), statuses(client, other, sheet)) == (OPEN, OPEN)
    approval.withdraw(section, ground="error", reason="Nhầm", by=cast.sen, at=NOW, channel="test")
    found = {who: statuses(at(client, cast.people[who] if who else None), kept, paper) for who in STAFF}
    assert found == STAFF
    assert statuses(at(client, None), other, sheet) == OPEN
    assert client.get(article.url).status_code == 404
    cast.up(section, cast.sen)
    assert statuses(client, kept, paper) == OPEN
    assert client.get(elsewhere.url).status_code == 200


def test_a_file_shown_by_two_articles_is_open_while_one_of_them_is_readable(cast: Cast, client: Client) -> None:
    _, kept, paper = shown(cast, cast.lan)
    body = [{"type": "image", "value": {"picture": kept.pk}}, {"type": "document", "value": {"document": paper.pk}}]
    cast.published(cast.lan, section="doan-doi", body=[{"type": "paragraph", "value": "Chữ"}, *body])
    for slug, expected in (("chuyen-mon", OPEN), ("doan-doi", SHUT)):
        approval.withdraw(cast.sections[slug], ground="error", reason="Nhầm", by=cast.sen, at=NOW, channel="test")
        assert statuses(client, kept, paper) == expected


def test_a_withdrawn_topic_hides_no_article_and_so_no_file(cast: Cast, client: Client) -> None:
    topic = cast.up(news.begin_topic(title="Ngày hội", intro="", by=cast.sen, at=NOW, channel="test"), cast.sen)
    article, kept, paper = shown(cast, cast.lan, topic=topic.slug)
    approval.withdraw(topic, ground="expired", reason="Xong", by=cast.sen, at=NOW, channel="test")
    assert (client.get(article.url).status_code, statuses(client, kept, paper)) == (200, OPEN)


def test_what_is_shown_by_an_item_no_room_answers_for_stays_shut(cast: Cast, client: Client) -> None:
    """Fails closed: an exposure alone opens nothing."""
    kept, paper = stored(cast.lan)
    expose(cast.lan, audience="public", pictures=[kept.pk], attachments=[paper.pk])
    assert statuses(client, kept, paper) == SHUT


@pytest.mark.parametrize("scan", ["pending", "infected"])
def test_a_file_not_found_clean_is_opened_by_nobody(cast: Cast, client: Client, scan: str) -> None:
    _, kept, paper = shown(cast, cast.lan)
    for file in (kept, paper):
        file.scan = scan
        file.save(update_fields=["scan"])
    found = {
        who: statuses(at(client, cast.people[who] if who else None), kept, paper) for who in (None, "lan", "ha", "tri")
    }
    assert found == dict.fromkeys(found, SHUT)


# -- how it is answered ---------------------------------------------------------------------------------------------------


def test_a_public_picture_may_be_kept_by_caches_and_is_not_sent_twice(cast: Cast, client: Client) -> None:
    _, kept, _ = shown(cast, cast.lan)
    address = reverse("files:rendition", args=[kept.pk, SMALL])
    answer = client.get(address)
    assert (answer["Content-Type"], answer["Cache-Control"], answer["X-Content-Type-Options"]) == (
        "image/webp", "public, max-age=600", "nosniff",
    )  # fmt: skip
    assert content(answer)[8:12] == b"WEBP"
    again = client.get(address, headers={"if-none-match": answer["ETag"]})
    assert (again.status_code, again.content, again["ETag"]) == (304, b"", answer["ETag"])
    assert client.get(address, headers={"if-none-match": '"khac"'}).status_code == 200


def test_what_is_not_public_is_kept_by_nobody(cast: Cast, client: Client) -> None:
    _, kept, paper = shown(cast, cast.lan, section="trao-doi")
    at(client, cast.khoa)
    for address in (reverse("files:rendition", args=[kept.pk, SMALL]), paper.url):
        answer = client.get(address, headers={"if-none-match": "*"})
        assert len(content(answer)) > 0
        assert (answer.status_code, answer["Cache-Control"], answer.has_header("ETag")) == (
            200,
            "private, no-store",
            False,
        )


def test_head_says_the_same_without_the_content(cast: Cast, client: Client) -> None:
    _, kept, paper = shown(cast, cast.lan)
    for address in (reverse("files:rendition", args=[kept.pk, SMALL]), paper.url):
        got, told = client.get(address), client.head(address)
        names = ("Content-Type", "Content-Length", "ETag", "Cache-Control")
        assert (told.status_code, [told[name] for name in names]) == (200, [got[name] for name in names])
        assert (content(told), len(content(got))) == (b"", int(got["Content-Length"]))


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_files_are_only_read(cast: Cast, client: Client, method: str) -> None:
    _, kept, paper = shown(cast, cast.lan)
    for address in (reverse("files:rendition", args=[kept.pk, SMALL]), paper.url):
        assert getattr(client, method)(address).status_code == 405


def test_a_pdf_opens_in_place_and_other_papers_are_downloaded(cast: Cast, client: Client) -> None:
    _, _, paper = shown(cast, cast.lan)
    answer = client.get(paper.url)
    assert (answer["Content-Type"], answer["Content-Disposition"]) == (
        "application/pdf", 'inline; filename="ke-hoach-thang-11.pdf"',
    )  # fmt: skip
    assert content(answer) == PDF
    letter = store_attachment(word(macro=False), title="Tờ trình", by=cast.lan, at=NOW, channel="test")
    answer = at(client, cast.lan).get(letter.url)
    assert content(answer)
    assert answer["Content-Disposition"] == 'attachment; filename="to-trinh.docx"'


@pytest.mark.parametrize(
    "spec", ["original", "width-10", "width-9999", "fill-2000x2000", "width-400", "width-400|format-jpeg", "scale-200", "..", "%2e%2e"]
)  # fmt: skip
def test_only_the_widths_pages_use_are_ever_made(cast: Cast, client: Client, spec: str) -> None:
    _, kept, _ = shown(cast, cast.lan)
    assert client.get(f"/tep/anh/{kept.pk}/{spec}/").status_code == 404
    assert set(kept.renditions.values_list("filter_spec", flat=True)) <= RENDITIONS


def test_what_is_not_there_is_not_found(cast: Cast, client: Client) -> None:
    assert statuses(at(client, cast.ha), Picture(pk=999), Attachment(pk=999)) == SHUT


def test_a_file_lost_from_the_disk_is_not_found(cast: Cast, client: Client) -> None:
    _, _, paper = shown(cast, cast.lan)
    Path(paper.file.path).unlink()
    assert client.get(paper.url).status_code == 404


# -- no other way -----------------------------------------------------------------------------------------------------------


def test_the_folder_of_files_is_served_by_nobody(cast: Cast, client: Client) -> None:
    _, kept, paper = shown(cast, cast.lan)
    made = made_small(kept)
    names = [kept.file.name, paper.file.name, made.file.name]
    tried = [f"{root}{name}" for root in (settings.MEDIA_URL, "/media/", "/static/", "/") for name in names]
    assert {client.get(address).status_code for address in tried} == {404}
    for file in (kept.file, paper.file):
        with pytest.raises(ValueError, match="no address"):
            file.url


@pytest.mark.parametrize(
    "name, args", [("wagtaildocs_serve", [1, "a.pdf"]), ("wagtailimages_serve", ["x", 1, "original"])]
)
def test_wagtails_own_ways_to_files_are_not_mounted(cast: Cast, client: Client, name: str, args: list[Any]) -> None:
    with pytest.raises(NoReverseMatch):
        reverse(name, args=args)
    assert [key for key in get_resolver().reverse_dict if key == name] == []
    assert client.get("/documents/1/a.pdf").status_code == 404


def test_a_rendition_asks_its_way_through_the_gate(cast: Cast) -> None:
    kept, _ = stored(cast.lan)
    assert made_small(kept).url == f"/tep/anh/{kept.pk}/width-400%7Cformat-webp/"
    assert kept.url == f"/tep/anh/{kept.pk}/width-800%7Cformat-webp/"
    assert [one.split()[1] for one in kept.srcset.split(", ")] == ["240w", "400w", "800w", "900w"]


def test_an_expiring_articles_files_close_with_it(cast: Cast, client: Client) -> None:
    _, kept, paper = shown(cast, cast.lan, expires_at=(NOW + timedelta(hours=1)).isoformat())
    assert statuses(client, kept, paper) == OPEN
    clock.set_to(NOW + timedelta(hours=1), freeze=True)
    assert statuses(client, kept, paper) == SHUT
