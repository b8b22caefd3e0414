"""The week for programs: the same verbs, the same refusals (Điều 15.2)."""

import pytest
from django.test import Client

from portal.people import tokens
from portal.people.models import Person
from portal.people.rules import Kind
from tests.cast import NOW, Cast
from tests.intranet.test_week_verbs import MONDAY

pytestmark = pytest.mark.sqlite
WEEK = f"/api/v1/weeks/{MONDAY}"


def asking(person: Person) -> dict[str, str]:
    secret = tokens.mint(person, label="m", may_decide=True, by=person, at=NOW, channel="test").secret
    return {"Authorization": f"Bearer {secret}"}


def test_a_program_writes_and_posts_a_week(cast: Cast, client: Client) -> None:
    twin = Person.objects.create(username="ha2", full_name="Lê Thị Hà", kind=Kind.STAFF)
    minh, lan = asking(cast.minh), asking(cast.lan)

    def post(path: str, data: object = None, who: dict[str, str] = minh) -> object:
        return client.post(path, data, content_type="application/json", headers=who)  # type: ignore[arg-type]

    assert post(WEEK, {"copy_last": False}).status_code == 201  # type: ignore[attr-defined]
    assert client.get(WEEK, headers=lan).status_code == 404
    typed = {"line": "T3, T5 14h họp tổ P.304 – Hà"}
    asked = post(f"{WEEK}/lines", typed)
    assert (asked.status_code, asked.json()["errors"][0]["message"]) == (  # type: ignore[attr-defined]
        422, f"“Hà”: Trần Thu Hà ({cast.ha.pk}), Lê Thị Hà ({twin.pk})",
    )  # fmt: skip
    kept = post(f"{WEEK}/lines", {**typed, "who": {"Hà": twin.pk}})
    assert [(one["day"], one["starts"]) for one in kept.json()["lines"]] == [
        ("2026-11-17", "14:00"),
        ("2026-11-19", "14:00"),
    ]  # type: ignore[attr-defined]
    again = post(f"{WEEK}/lines", {"line": "T5 14h30 dự giờ P304"})
    assert again.json()["collides"] == ["Trùng giờ với “Họp tổ” (14:00): cùng địa điểm."]  # type: ignore[attr-defined]
    assert post(f"{WEEK}/post", who=lan).status_code == 403  # type: ignore[attr-defined]
    assert post(f"{WEEK}/post").json()["posted_by"] == "Nguyễn Mậu Minh"  # type: ignore[attr-defined]
    told = client.get(WEEK, headers=lan).json()
    assert (told["number"], told["late"], len(told["lines"])) == (12, True, 3)
