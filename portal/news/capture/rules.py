"""What a text caught on a phone is taken for. Every guess carries its reason in words, and the writer may change it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from portal.base.text import folded_key
from portal.news.capture.reading import Opening, syllables
from portal.news.rules import Genre

FEW_WORDS = 120  # syllables: what stands beside pictures
MANY_WORDS = 400
ALBUM = 3
BRIEF = timedelta(days=2)  # an activity of up to three days is what happened that day
STILL_TOLD = timedelta(days=2)  # Điều 16.1: an event is told of within two days


@dataclass(frozen=True)
class Guess:
    """A value chosen for the writer, and why, in words."""

    value: str
    reason: str


@dataclass(frozen=True)
class Place:
    """A section this person may write in."""

    slug: str
    title: str
    field: int | None
    internal: bool = False


@dataclass(frozen=True)
class Activity:
    """An entry of a confirmed plan."""

    pk: int
    title: str
    section: str
    starts: date
    ends: date
    standing: bool


NOWHERE = Guess("", "Cổng chưa đoán được; thầy/cô chọn giúp.")


def is_notice(title: str) -> bool:
    """Whether a text opens as a notice does."""
    return folded_key(title).startswith(("thong bao", "giay moi"))


def genre(*, title: str, text: str, photos: int, opening: Opening | None, now: datetime) -> Guess:
    """R-CAPTURE-01: what the text is, by its pictures, its length and its first words (Điều 12.2, 14.1)."""
    about, length = folded_key(f"{title} {text}"), syllables(text)
    if "hoi nghi" in about and opening is not None and opening.at.date() > now.date():
        return Guess(Genre.CONFERENCE, f"vì nói về hội nghị ngày {opening.at:%d/%m}")
    if is_notice(title):
        return Guess(Genre.SHORT, f"vì mở đầu bằng “{' '.join(title.split()[:2])}”")
    if photos and not length:
        return Guess(Genre.PHOTOS, "vì chỉ có ảnh")
    if photos >= ALBUM and length <= FEW_WORDS:
        return Guess(Genre.PHOTOS, f"vì có {photos} ảnh và ít chữ")
    if length >= MANY_WORDS:
        return Guess(Genre.REFLECTION, f"vì bài dài {length} tiếng")
    return Guess(Genre.SHORT, "vì bài ngắn")


def entry(
    activities: Iterable[Activity], *, on: date, today: date, words: str, section: str = "", reachable: frozenset[str]
) -> tuple[Activity | None, str]:
    """R-CAPTURE-03: the plan entry a text is proposed under: one its words name, one of up to three days running then,
    one of the section chosen; it is a proposal only, which the first reviewer confirms (Điều 14.2)."""
    wanted = {section} if section else reachable
    open_ = [one for one in activities if not one.section or one.section in wanted]
    dated = [one for one in open_ if not one.standing and one.starts <= on <= one.ends + STILL_TOLD]
    dated.sort(key=lambda one: (one.ends - one.starts, -one.starts.toordinal(), one.pk))
    day = "hôm nay" if on == today else f"ngày {on:%d/%m}"
    for one in (*dated, *(one for one in open_ if one.standing)):
        if names(words, one.title):
            return one, f"vì bài nói về ‘{one.title}’ trong kế hoạch"
    for one in dated:
        if one.starts <= on <= one.ends and one.ends - one.starts <= BRIEF:
            return one, f"vì {day} có ‘{one.title}’ trong kế hoạch"
    for one in (*dated, *(one for one in open_ if one.standing)):
        if section and one.section == section:
            usual = "việc thường xuyên" if one.standing else "việc đang làm"
            return one, f"vì là {usual} của chuyên mục này"
    return None, f"vì {day} chưa thấy việc nào trong kế hoạch khớp với bài"


def names(words: str, title: str) -> bool:
    """Whether a text names an activity: three words of its title in a row, or at least half of its pairs."""
    said, wanted = folded_key(words).split(), folded_key(title).split()
    if len(wanted) < 2:
        return False
    for size in (3, 2):
        runs = {tuple(said[at : at + size]) for at in range(len(said) - size + 1)}
        asked = [tuple(wanted[at : at + size]) for at in range(len(wanted) - size + 1)]
        met = sum(run in runs for run in asked)
        if met and (size == 3 or 2 * met >= len(asked)):
            return True
    return False


def section(
    places: Sequence[Place], *, notice: bool, activity: Activity | None, fields: frozenset[int], units: frozenset[str],
    last: str,
) -> Guess:  # fmt: skip
    """R-CAPTURE-02: where the text goes: the notices, the plan entry's section, that of the writer's unit or field, the
    one he wrote in last; never one he may not write in (Điều 11.3, 11.5)."""
    public = [one for one in places if not one.internal]
    by_slug = {one.slug: one for one in public}
    if notice and (found := next((one for one in public if folded_key(one.title) == "thong bao"), None)):
        return Guess(found.slug, "vì là một thông báo")
    if activity is not None and activity.section in by_slug:
        return Guess(activity.section, f"vì ‘{activity.title}’ trong kế hoạch thuộc chuyên mục này")
    if own := [one for one in public if one.slug in units]:
        return Guess(own[0].slug, "vì thầy/cô ở tổ, đơn vị này")
    if held := [one for one in public if one.field in fields]:
        found = next((one for one in held if one.slug == last), held[0])
        return Guess(found.slug, "vì đây là lĩnh vực của thầy/cô")
    if last in by_slug:
        return Guess(last, "vì lần trước thầy/cô viết ở đây")
    return Guess(public[0].slug, "vì chỉ có chuyên mục này") if len(public) == 1 else NOWHERE


def happened(
    *, taken: Sequence[datetime], activity: Activity | None, on: date, opening: Opening | None
) -> tuple[datetime | None, datetime | None, str]:
    """R-CAPTURE-04: from when to when, and how one knows: the pictures' own hours, the entry's days, that day. The
    pictures of the first day only; midnight stands for a day without an hour (Điều 16.1)."""
    if opening is not None and opening.at.date() > on:
        return None, None, ""
    first_day = [at for at in sorted(taken) if at.date() == on]
    if first_day:
        last = first_day[-1] if first_day[-1] > first_day[0] else None
        return first_day[0], last, "theo giờ chụp ảnh"
    brief = activity is not None and not activity.standing and activity.ends - activity.starts <= BRIEF
    if activity is not None and brief:
        ends = datetime.combine(activity.ends, time()) if activity.ends > activity.starts else None
        return datetime.combine(activity.starts, time()), ends, "theo ngày trong kế hoạch"
    return datetime.combine(on, time()), None, "theo ngày viết"


def day_of(taken: Sequence[datetime], today: date) -> date:
    """The day a text is about: that of its first picture if it was taken within the last month, else today."""
    days = [at.date() for at in sorted(taken) if today - timedelta(days=31) <= at.date() <= today]
    return days[0] if days else today
