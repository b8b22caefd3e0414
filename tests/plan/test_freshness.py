"""A section that had nothing new for longer than its budget is stale; the Head sets the budget, past days keep theirs."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from portal.base.journal import lines_of
from portal.base.refused import Refused
from portal.desk.queries.freshness import freshness, stale_sections
from portal.plan import actions
from portal.plan.models import SectionBudget
from portal.plan.queries import budgets
from portal.plan.rules import stale_since
from tests.cast import NOW, OLD, Cast

TODAY = NOW.date()
DAY = timedelta(days=1)


@pytest.mark.parametrize(
    "days,last,told",
    [(14, TODAY, None), (14, TODAY - 14 * DAY, None), (14, TODAY - 15 * DAY, TODAY), (14, TODAY - 20 * DAY, TODAY - 5 * DAY),
     (0, TODAY - 300 * DAY, None), (14, None, None), (5, None, TODAY - 4 * DAY)],
)  # fmt: skip
def test_when_a_section_is_stale(days: int, last: date | None, told: date | None) -> None:
    """R-FRESH-01: without any article the days count from when the budget came into force."""
    assert stale_since(days, last=last, valid_from=TODAY - 10 * DAY, today=TODAY) == told


@pytest.mark.parametrize(
    "who,rule", [("sen", "R-FRESH-02"), ("cuc", "R-FRESH-02"), ("phong", "R-FRESH-02"), ("minh", "R-FRESH-02")]
)
def test_only_the_head_sets_a_budget(cast: Cast, who: str, rule: str) -> None:
    with pytest.raises(Refused) as told:
        actions.set_budget("chuyen-mon", days=7, by=cast.people[who], at=NOW, channel="test")
    assert [one.rule for one in told.value.refusals] == [rule]


def test_a_budget_is_within_a_year(cast: Cast) -> None:
    with pytest.raises(Refused) as told:
        actions.set_budget("chuyen-mon", days=367, by=cast.ha, at=NOW, channel="test")
    assert [one.rule for one in told.value.refusals] == ["R-FRESH-03"]


def test_past_days_keep_the_budget_they_had(cast: Cast) -> None:
    actions.set_budget("chuyen-mon", days=30, by=cast.ha, at=OLD, channel="test")
    actions.set_budget("chuyen-mon", days=7, by=cast.ha, at=NOW, channel="test")
    actions.set_budget("chuyen-mon", days=9, by=cast.ha, at=NOW, channel="test")  # the same day: set right
    held = [budgets(on).get("chuyen-mon") for on in (OLD.date() - DAY, OLD.date(), TODAY - DAY, TODAY)]
    assert [one.days if one else None for one in held] == [None, 30, 30, 9]
    actions.set_budget("chuyen-mon", days=0, by=cast.ha, at=NOW + DAY, channel="test")
    assert "chuyen-mon" not in budgets(TODAY + DAY)
    line = lines_of(SectionBudget.objects.get(days=30)).get()
    assert (line.verb, line.rule, line.data) == ("plan_budget", "R-FRESH-02", {"section": "chuyen-mon", "days": 30})


def test_a_stale_section_is_shown_with_its_member(cast: Cast) -> None:
    cast.published(cast.lan, at=NOW - 20 * DAY)
    actions.set_budget("chuyen-mon", days=14, by=cast.ha, at=OLD, channel="test")
    actions.set_budget("doan-doi", days=90, by=cast.ha, at=OLD, channel="test")
    assert [(one.section.slug, one.members, one.last, one.stale) for one in stale_sections(NOW)] == [
        ("chuyen-mon", "Phạm Thị Cúc", TODAY - 20 * DAY, TODAY - 5 * DAY)
    ]
    cast.published(cast.lan, title="Bài mới")
    assert stale_sections(NOW) == []


def test_the_head_sets_it_on_screen_and_a_mistake_stays_typed(cast: Cast, client: Client) -> None:
    client.force_login(cast.ha)
    wrong = client.post("/ke-hoach/do-moi/", {"section": "chuyen-mon", "days": "999"})
    assert (wrong.status_code, 'value="999"' in wrong.content.decode()) == (422, True)
    done = client.post("/ke-hoach/do-moi/", {"section": "chuyen-mon", "days": "14"}, follow=True)
    assert "mỗi 14 ngày có ít nhất một bài mới" in done.content.decode()
    client.force_login(cast.sen)
    refused = client.post("/ke-hoach/do-moi/", {"section": "chuyen-mon", "days": "3"})
    assert (refused.status_code, "do Trưởng ban đặt. (Điều 8.2, 10.2)" in refused.content.decode()) == (403, True)
    assert 'name="days"' not in client.get("/ke-hoach/do-moi/").content.decode()


def test_the_list_asks_the_same_number_of_queries_however_many_articles(cast: Cast) -> None:
    counts = []
    for number in (1, 3):
        for one in range(number):
            cast.published(cast.lan, title=f"Bài {number}-{one}")
            actions.set_budget("chuyen-mon", days=7 + number, by=cast.ha, at=NOW - number * DAY, channel="test")
        with CaptureQueriesContext(connection) as asked:
            freshness(NOW)
        counts.append(len(asked))
    assert counts[0] == counts[1]
