"""The lessons of a draft by hand: one written anew, one added, one taken out; what collides is told, never barred (Điều 14.2)."""

from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from portal.base.refused import STATUS, Refused
from portal.base.text import is_number
from portal.intranet.gate import CHANNEL, Here
from portal.intranet.models import Timetable
from portal.intranet.models.timetable import class_slug
from portal.intranet.timetable import actions
from portal.intranet.timetable.forms import AddForm, MendForm
from portal.intranet.timetable.rules import clashes, slot_name
from portal.intranet.timetable.showing import shown

MOST_TOLD = 3  # clashes of one lesson said at once


def mend(request: HttpRequest, here: Here, draft: Timetable) -> HttpResponse:
    """One lesson written anew."""
    place = request.POST.get("place", "")
    form = MendForm(request.POST, auto_id=f"sai_{place if is_number(place) else 0}_%s")
    if not form.is_valid():
        return shown(request, here, draft, mending=form, status=422)
    try:
        kept = actions.mend(draft, form.cleaned_data["place"], form.lesson(), by=here.person, at=here.at, channel=CHANNEL,
                            based_on=request.POST.get("hash"))  # fmt: skip
    except Refused as refused:
        form.refuse(refused)
        return shown(request, here, draft, mending=form, status=STATUS[refused.ground])
    left = len(clashes(kept.taught()))
    messages.success(request, f"Đã sửa. Còn {left} chỗ trùng." if left else "Đã sửa. Không còn chỗ nào trùng.")
    return redirect(_back(draft, request.GET.get("lop", "")))


def add(request: HttpRequest, here: Here, draft: Timetable) -> HttpResponse:
    """One lesson more, and what it collides with."""
    form = AddForm(request.POST, auto_id="them_%s")
    if not form.is_valid():
        return shown(request, here, draft, adding=form, status=422)
    try:
        kept = actions.add(draft, form.lesson(), by=here.person, at=here.at, channel=CHANNEL,
                           based_on=request.POST.get("hash"))  # fmt: skip
    except Refused as refused:
        form.refuse(refused)
        return shown(request, here, draft, adding=form, status=STATUS[refused.ground])
    lessons = kept.taught()
    added = lessons[-1]
    messages.success(request, f"Đã thêm tiết {added.subject}, lớp {added.school_class}, {slot_name(added.slot)}.")
    for clash in [one for one in clashes(lessons) if added in one.lessons][:MOST_TOLD]:
        messages.warning(request, str(clash))
    return redirect(_back(draft, added.school_class))


def drop(request: HttpRequest, here: Here, draft: Timetable) -> HttpResponse:
    """One lesson taken out."""
    place = request.POST.get("place", "")
    try:
        gone = actions.drop(draft, int(place) if is_number(place) else -1, by=here.person, at=here.at, channel=CHANNEL,
                            based_on=request.POST.get("hash"))  # fmt: skip
    except Refused as refused:
        messages.error(request, str(refused))
        return shown(request, here, draft, status=STATUS[refused.ground])
    messages.success(request, f"Đã bỏ tiết {gone.subject}, lớp {gone.school_class}, {slot_name(gone.slot)}.")
    return redirect(_back(draft, gone.school_class))


def _back(draft: Timetable, name: str) -> str:
    """The draft again, at the class that was worked on."""
    return draft.edit_address() + (f"?{urlencode({'lop': class_slug(name)})}#lop" if name else "")
