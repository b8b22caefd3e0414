"""Hours as people say them on every screen."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.template.loader import render_to_string

AT = datetime(2026, 11, 15, 18, 5, tzinfo=UTC)  # already Monday at school
MONDAY = "2026-11-16T01:05:00+07:00"


@pytest.mark.parametrize("given,said", [
    ({"at": AT}, f'<time datetime="{MONDAY}">thứ Hai 16/11</time>'),
    ({"at": AT, "clock": True, "year": True}, f'<time datetime="{MONDAY}">01:05, thứ Hai 16/11/2026</time>'),
    ({"at": AT, "only_day": True}, '<time datetime="2026-11-16">thứ Hai 16/11</time>'),
    ({"at": date(2026, 11, 1), "only_day": True, "year": True}, '<time datetime="2026-11-01">Chủ Nhật 1/11/2026</time>'),
    ({"at": None}, ""),
])  # fmt: skip
def test_a_moment_is_said_with_what_is_wanted_of_it(given: dict[str, Any], said: str) -> None:
    assert render_to_string("components/when.html", given) == said


def test_a_day_of_the_week_is_that_of_the_school() -> None:
    assert render_to_string("components/weekday.html", {"at": AT}) == "thứ Hai"
