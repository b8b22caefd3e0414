"""The sheets of a class in a browser: a class teacher ticks them on a phone, a parent takes one back (Luật 91/2025, Điều 24)."""

import re

import pytest
from playwright.sync_api import Page, expect

from portal.base import clock
from portal.pupils.consents.queries import consented
from portal.pupils.consents.rules import Purpose
from portal.pupils.roll.actions import add_guardian
from tests.browser.axe import faults
from tests.browser.walking import Walk
from tests.cast import NOW, assemble
from tests.pupils.rolls import SAID, a_class

pytestmark = [pytest.mark.browser, pytest.mark.sqlite]


def test_a_class_teacher_ticks_the_class_and_a_parent_takes_one_back(page: Page) -> None:
    clock.set_to(NOW, freeze=True)
    cast = assemble()
    room, pupils = a_class(cast)
    everybody = [one.pk for one in pupils]
    add_guardian(pupils[0], full_name="", relation="Bố", account=cast.phu, by=cast.minh, **SAID)
    page.set_viewport_size({"width": 360, "height": 740})
    walk = Walk(page, 360)
    walk.enter(cast.lan, f"/noi-bo/hoc-sinh/lop/{room.pk}/")
    walk.follow("Phiếu đồng ý", "Phiếu đồng ý lớp 7A3")
    page.get_by_label("Cả lớp nộp phiếu").fill("1")
    walk.press("Đánh dấu sẵn")
    page.get_by_label("Số phiếu giấy").fill("tập phiếu số 12")
    assert faults(page) == []
    page.set_viewport_size({"width": 360, "height": 740})
    walk.press("Ghi phiếu của lớp")
    expect(page.get_by_text("Đã ghi phiếu của 2 em.")).to_be_visible()
    assert len(consented(everybody, Purpose.VIDEO, NOW)) == 2
    walk.enter(cast.phu, "/tra-cuu/dong-y/")
    assert faults(page) == []
    page.set_viewport_size({"width": 360, "height": 740})
    walk.press(re.compile("^Rút đồng ý.*Video$"))
    expect(page.get_by_text("Đã rút đồng ý: video.")).to_be_visible()
    assert consented([pupils[0].pk], Purpose.VIDEO, NOW) == frozenset()
