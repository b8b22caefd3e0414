"""A page of the portal under a look nobody put in force: what was typed, or what waits, or what stands."""

from typing import Any

from django.http import HttpRequest
from django.templatetags.static import static

from portal.base import clock
from portal.base.models import SchoolLook
from portal.website.context import chrome
from portal.website.look import queries, samples
from portal.website.look.actions import values_of
from portal.website.look.colour import is_colour
from portal.website.look.forms import trial_of
from portal.website.look.palette import house, measures, nearest, palette
from portal.website.look.rules import COLOURS
from portal.website.queries import school
from portal.website.reading import Reading

TOLD = {
    ("on-ink", "ink"): "Chữ trên nút", ("ink", "paper"): "Liên kết trên giấy", ("ink", "ink-soft"): "Liên kết trên nền nhạt",
    ("phuong", "paper"): "Tên chuyên mục", ("phuong", "phuong-soft"): "Chữ báo động", ("on-bar", "bar"): "Thực đơn",
    ("text", "paper"): "Chữ thường", ("quiet", "paper"): "Chữ phụ", ("on-foot", "foot"): "Chân trang",
}  # fmt: skip


def page(request: HttpRequest) -> dict[str, Any]:
    """What the trial page shows: the frame as it would be, the colours measured, a few stories."""
    values = _values(request)
    usual = house().light
    ink, phuong = (values[name] if is_colour(str(values[name])) else usual[name] for name in ("ink", "phuong"))
    frame = dict(chrome(request)["chrome"])
    frame |= {
        "school": frame["school"] | {"name": values["name"], "initials": values["initials"], "place": values["ward"]}
        | {name: values[name] for name in ("address", "phone", "email", "hours")}
        | {"crest_url": "", "header_url": ""} | queries.shown_pictures(values.get("crest"), values.get("header")),
        "theme_url": f"/viec/bo-mat/mau/{ink[1:]}-{phuong[1:]}.css", "person": None, "canonical_url": "", "urgent": [],
    }  # fmt: skip
    pairs = measures(palette(ink, phuong))
    items = [item for _, item in samples.items(clock.now(), static("img/kieu-mau.svg"))]
    return {
        "chrome": frame, "items": items[:3], "notices": items[:2],
        "measured": [(TOLD[one.front, one.ground], one) for one in pairs if (one.front, one.ground) in TOLD],
        "wrong": [
            (COLOURS[name], colour, nearest(name, colour))
            for name, colour in (("ink", ink), ("phuong", phuong)) if nearest(name, colour) != colour
        ],
        "reads": Reading(scheme={"sang": "sang", "toi": "toi"}.get(request.POST.get("nen", ""), "")),
    }  # fmt: skip


def _values(request: HttpRequest) -> dict[str, Any]:
    found = school()
    assert found is not None
    waiting = SchoolLook.objects.filter(state=SchoolLook.State.PREPARED).first()
    stands = waiting.values if waiting else values_of(found)
    return stands | trial_of(found, request.POST.dict()) if request.method == "POST" else dict(stands)
