"""A real school is never run on the demo's database."""

from typing import Any

import pytest

from portal.base.models import School
from portal.settings.guard import SENTENCE, refuse_demo_database

pytestmark = pytest.mark.django_db


def school(*, is_demo: bool) -> None:
    School.objects.update_or_create(pk=1, defaults={"name": "THCS Ngô Gia Tự", "is_demo": is_demo})


def test_production_refuses_a_database_marked_as_demo(settings: Any, capsys: pytest.CaptureFixture[str]) -> None:
    settings.PORTAL_PROFILE = "production"
    school(is_demo=True)
    with pytest.raises(SystemExit) as ended:
        refuse_demo_database()
    assert (ended.value.code, capsys.readouterr().err) == (1, f"{SENTENCE}\n")


def test_production_takes_a_real_schools_database(settings: Any) -> None:
    settings.PORTAL_PROFILE = "production"
    school(is_demo=False)
    refuse_demo_database()


def test_the_demo_takes_its_own_database() -> None:
    school(is_demo=True)
    refuse_demo_database()
