"""Ways to have outsiders see a child who does not agree: a word said anew once the text was decided, the head of every page
(Luật 91/2025, Điều 24)."""

from datetime import datetime, timedelta

import pytest
from django.test import Client

from portal.approval import actions as approval
from portal.approval.actions.up import publish_due
from portal.base import clock, regulation
from portal.base.models import School
from portal.base.refused import Refused
from portal.files.models import Picture
from portal.files.queries import is_public
from portal.news.models import Article
from portal.pupils import actions as pupils
from portal.pupils.consents.rules import Purpose
from portal.pupils.pictures import actions, queries
from portal.pupils.pictures.rules import Seen, said_after
from tests.cast import NOW, Cast
from tests.files.pictures import picture
from tests.people.signing import signed_in
from tests.pupils.rolls import NAMES, SAID, a_class
from tests.pupils.test_consents import say, yes
from tests.website.look.test_look import prepare, strip

pytestmark = pytest.mark.sqlite
LATER = NOW + timedelta(hours=3)


def declared(shot: Picture, seen: Seen, *, by: object, at: datetime = NOW, **who: list[int]) -> None:
    actions.declare(shot, seen=seen, by=by, at=at, channel="test", **who)  # type: ignore[arg-type]


@pytest.mark.parametrize(("late", "fine"), [(0, True), (1, False)])
def test_who_is_in_a_picture_is_not_said_anew_behind_the_decision(late: int, fine: bool) -> None:
    """R-PIC-16."""
    assert (said_after(late) is None) is fine


def waiting(cast: Cast) -> tuple[Article, Picture, list[int]]:
    """A text with a child who agreed, decided and waiting for its hour."""
    from portal.files.actions import store_picture

    regulation.set_from(NOW.date(), "pictures.declared_from", "2000-01-01", "")
    room, (one,) = a_class(cast, many=1)
    say(room, yes(one), by=cast.lan)
    shot = store_picture(picture(), title="Giờ học", alt="Giờ học của lớp", credit="Lan", by=cast.lan, **SAID)
    article = cast.article(cast.lan, body=[
        {"type": "paragraph", "value": "Một giờ học."}, {"type": "image", "value": {"picture": shot.pk, "caption": ""}},
    ])  # fmt: skip
    declared(shot, Seen.PUPILS, by=cast.lan, classes=[room.pk], pupils=[one.pk])
    cast.submit(article, cast.lan)
    approval.schedule(article, publish_at=LATER, by=cast.sen, at=NOW, channel="test")
    now = cast.standing(article)
    while now.open is not None:
        holder = next(who for who in cast.people.values() if who.pk == now.open.holders[0].person)
        now = cast.decide(article, "approve", holder)
    pupils.withdraw_consent(one, [Purpose.PORTRAIT], paper="mẹ gọi", by=cast.minh, **SAID)
    return article, shot, [room.pk, one.pk]


def test_a_writer_does_not_talk_a_child_out_of_a_picture_once_the_text_is_decided(cast: Cast) -> None:
    article, shot, _ = waiting(cast)
    tried = []
    for who, seen in (("", Seen.WIDE), ("lan", Seen.WIDE), ("khoa", Seen.NOBODY)):
        if who:
            declared(shot, seen, by=cast.people[who], at=NOW + timedelta(hours=1))
        publish_due(LATER)
        tried.append(
            (Article.objects.get(pk=article.pk).live, [one.rule for one in queries.in_the_way(article, LATER)])
        )
    assert tried == [(False, ["R-PIC-12"]), (False, ["R-PIC-16"]), (False, ["R-PIC-16"])]
    declared(shot, Seen.WIDE, by=cast.sen, at=NOW + timedelta(hours=2))  # the board looked at it
    publish_due(LATER)
    assert Article.objects.get(pk=article.pk).live


def test_the_head_of_every_page_shows_no_child_who_does_not_agree(cast: Cast, client: Client) -> None:
    regulation.set_from(NOW.date(), "pictures.declared_from", "2000-01-01", "")
    room, (one,) = a_class(cast, many=1)
    say(room, yes(one), by=cast.lan)
    shot = strip(cast.tri)
    look = prepare(cast.tri, header=shot.pk)

    def force() -> list[str]:
        from portal.website.look.actions import put_in_force

        with pytest.raises(Refused) as no:
            put_in_force(look.pk, by=cast.ha, at=NOW, channel="test")
        return [one.rule for one in no.value.refusals]

    assert force() == ["R-PIC-10"]
    declared(shot, Seen.PUPILS, by=cast.lan, classes=[room.pk], pupils=[one.pk])
    pupils.withdraw_consent(one, [Purpose.PORTRAIT], paper="mẹ gọi", by=cast.minh, **SAID)
    assert (force(), School.objects.get().header) == (["R-PIC-12"], None)


def test_taken_back_it_leaves_the_head_of_every_page(cast: Cast, client: Client) -> None:
    from portal.website.look.actions import put_in_force

    room, (one,) = a_class(cast, many=1)
    say(room, yes(one), by=cast.lan)
    shot = strip(cast.tri)
    declared(shot, Seen.PUPILS, by=cast.lan, classes=[room.pk], pupils=[one.pk])
    put_in_force(prepare(cast.tri, header=shot.pk).pk, by=cast.ha, at=NOW, channel="test")
    head = f"/{shot.pk}/width-"
    assert (head in client.get("/so-do/").content.decode(), is_public(shot, NOW)) == (True, True)
    clock.set_to(LATER, freeze=True)
    pupils.withdraw_consent(one, [Purpose.PORTRAIT], paper="mẹ gọi", by=cast.minh, at=LATER, channel="test")
    actions.watch(LATER)
    assert (head in client.get("/so-do/").content.decode(), is_public(Picture.objects.get(pk=shot.pk), LATER)) == (
        False,
        False,
    )
    (case,) = queries.told_of(queries.cases())
    assert list(case.places) == [("Đầu mỗi trang của cổng", "/viec/bo-mat/", True)]


def test_a_child_praised_as_a_grown_up_is_shown_to_whoever_reviews(cast: Cast) -> None:
    """R-PIC-15."""
    a_class(cast, many=2)
    rows = [
        {"adult": NAMES[1], "post": "người lớn", "award": "Giải Nhất"},
        {"adult": "Hoàng Lan", "post": "giáo viên", "award": "Giải Nhì"},
    ]
    article = cast.article(cast.lan, body=[
        {"type": "paragraph", "value": "Nhà trường khen."}, {"type": "praise", "value": {"caption": "Khen thưởng", "rows": rows}},
    ])  # fmt: skip
    cast.submit(article, cast.lan)
    told = signed_in(cast, "sen").get(f"/viec/{article.pk}/").content.decode()
    assert (queries.caption_names(article, NOW), "1 chú thích hoặc dòng “người lớn”" in told) == (1, True)
