"""Whatever goes past the desk can be read there: no kind of page lacks what its review page, its preview or its slip ask of it."""

from dataclasses import replace

from django.apps import apps
from django.test import Client

from portal.approval.mixins import ApprovedPage
from portal.news.models import Article
from portal.records.disclosures import actions as disclosures
from portal.records.documents import actions as documents
from portal.records.outcomes import actions as outcomes
from portal.records.outcomes.rules import Term
from tests.cast import Cast
from tests.records.test_disclosures import given
from tests.records.test_documents import GIVEN, TOLD
from tests.records.test_outcome_rules import WHOLE


def test_every_kind_of_page_has_words_to_read_sentence_by_sentence_and_tells_its_facts() -> None:
    kinds = {kind for kind in apps.get_models() if issubclass(kind, ApprovedPage) and kind is not Article}
    assert {kind.__name__ for kind in kinds if not hasattr(kind, "intro")} == set()


def test_a_disclosure_and_the_figures_of_a_term_open_on_the_desk(cast: Cast, client: Client) -> None:
    point = disclosures.write(2026, "5.1", given("Ba nguồn thu.\nMột khoản tài trợ."), by=cast.sen, **TOLD)
    term = outcomes.begin(2025, Term.FIRST, {}, by=cast.minh, **TOLD)
    cast.submit(point, cast.sen)
    client.force_login(cast.ha)
    for page in (point, term):
        opened = [client.get(f"/viec/{page.pk}/{what}") for what in ("", "xem-thu/", "nhat-ky/")]
        assert [one.status_code for one in opened] == [200, 200, 200]
    read = client.get(f"/viec/{point.pk}/")
    assert [one.paragraph.text for one in read.context["reading"].body] == ["Ba nguồn thu.", "Một khoản tài trợ."]


def test_the_preview_of_what_the_school_owes_the_public_is_the_page_readers_will_get(
    cast: Cast, client: Client
) -> None:
    point = disclosures.write(2026, "5.1", given("Ba nguồn thu."), by=cast.sen, **TOLD)
    paper = documents.begin(replace(GIVEN, body="Lời"), [], by=cast.sen, **TOLD)
    term = outcomes.begin(2025, Term.FIRST, WHOLE, by=cast.minh, **TOLD)
    client.force_login(cast.sen)
    shown = {page: client.get(f"/viec/{page.pk}/xem-thu/") for page in (point, paper)}
    client.force_login(cast.minh)
    shown[term] = client.get(f"/viec/{term.pk}/xem-thu/")
    assert [(one.status_code, one["X-Robots-Tag"]) for one in shown.values()] == [(200, "noindex, nofollow")] * 3
    bodies = [one.content.decode() for one in shown.values()]
    marks = ("open-one__kept", "doc__facts", "figures__part")
    assert [mark in body for mark, body in zip(marks, bodies, strict=True)] == [True, True, True]
    cast.up(point, cast.sen)
    amended = disclosures.write(2026, "5.1", given("Bốn nguồn thu.", "Thêm tài trợ."), by=cast.sen, **TOLD)
    client.force_login(cast.sen)
    read = client.get(f"/viec/{amended.pk}/xem-thu/").content.decode()
    assert ("Bốn nguồn thu." in read, "Khác bản trước" in read, "Ba nguồn thu." in read) == (True, True, False)
