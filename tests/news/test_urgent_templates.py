"""A form of urgent notice counts once the Head has approved it (Điều 10.2)."""

import pytest
from django.test import Client

from portal.base.refused import Refused
from portal.news import actions
from portal.news.models import UrgentTemplate
from tests.cast import NOW, Cast


def test_a_member_draws_up_and_only_the_head_approves(cast: Cast, client: Client) -> None:
    client.force_login(cast.sen)
    assert client.post("/viet/mau-khan/", {"title": "Nghỉ vì bão", "text": "Học sinh nghỉ (ngày)."}).status_code == 302
    template = UrgentTemplate.objects.get()
    assert client.post(f"/viet/mau-khan/{template.pk}/duyet/").status_code == 403
    client.force_login(cast.ha)
    assert client.post(f"/viet/mau-khan/{template.pk}/duyet/").status_code == 302
    template.refresh_from_db()
    assert (template.approved_by, template.approved_at) == (cast.ha, NOW)


def test_what_was_typed_is_still_there_when_something_is_missing(cast: Cast, client: Client) -> None:
    client.force_login(cast.sen)
    answer = client.post("/viet/mau-khan/", {"title": "", "text": "Cúp điện ngày (ngày)."})
    assert (answer.status_code, UrgentTemplate.objects.count()) == (422, 0)
    assert "Cúp điện ngày (ngày)." in answer.content.decode()
    assert "Mẫu chưa có tên." in answer.content.decode()


def test_a_teacher_neither_opens_the_forms_nor_writes_an_urgent_notice(cast: Cast, client: Client) -> None:
    client.force_login(cast.lan)
    assert client.get("/viet/mau-khan/").status_code == 403
    template = actions.draw_up_template(title="Bão", text="(ngày)", by=cast.sen, at=NOW, channel="test")
    actions.approve_template(template, by=cast.ha, at=NOW, channel="test")
    with pytest.raises(Refused) as refused:
        cast.article(cast.lan, urgent_template=template.pk, expires_at="2026-11-18T10:00:00+07:00")
    assert [one.rule for one in refused.value.refusals] == ["R-URGENT-02"]


def test_an_unapproved_form_gives_no_short_way(cast: Cast) -> None:
    template = actions.draw_up_template(title="Bão", text="(ngày)", by=cast.sen, at=NOW, channel="test")
    article = cast.article(cast.cuc, urgent_template=template.pk, expires_at="2026-11-18T10:00:00+07:00")
    assert cast.submit(article, cast.cuc).route.row == 8
