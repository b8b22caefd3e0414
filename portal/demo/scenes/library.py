"""The library."""

from dataclasses import replace
from random import Random

from .figures import Pose, figure, pupil, seated, teacher
from .room import open_book, room, window
from .shapes import (
    INK,
    INK_PALE,
    LEAF,
    RED,
    SUN,
    WOOD,
    WOOD_DEEP,
    WOOD_PALE,
    group,
    line,
    oval,
    path,
    rect,
    shade,
    turned,
)

SPINES = (INK, RED, LEAF, SUN, "#2f7fb3", "#e8812f", "#9b6bb8", "#efe3c2", "#4aa46a", "#7c4a3a")


def library(rng: Random, seed: int) -> str:
    walls = room(rng, 600) + window(rng, rng.choice((560, 600)), 70, 170, 250)
    shelves = _shelves(rng, 40, 70, 440) + _shelves(rng, 830, 70, 410)
    lamps = "".join(
        line(((x, 0), (x, 60)), "#6b6480", 3)
        + path(f"M{x - 42} 96 Q{x} 20 {x + 42} 96 Z", INK)
        + oval(x, 96, 42, 8, "#ffe8a3")
        for x in (320, 960)
    )
    return walls + shelves + lamps + ACTS[seed % len(ACTS)](rng)


def _books(rng: Random, x: float, base: float, w: float) -> str:
    books, at = [], x
    while at < x + w - 26:
        thick, tall = rng.uniform(12, 26), rng.uniform(62, 94)
        if rng.random() < 0.1:
            at += 22
            continue
        spine = rect(at, base - tall, thick, tall, rng.choice(SPINES), 2) + rect(
            at + 3, base - tall + 12, thick - 6, 5, "#fffdf8"
        )
        books.append(turned(spine, 9, at, base) if rng.random() < 0.06 else spine)
        at += thick + 2
    return "".join(books)


def _shelves(rng: Random, x: float, y: float, w: float) -> str:
    case = rect(x - 14, y - 16, w + 28, 508, WOOD, 6) + rect(x, y, w, 476, shade(WOOD_DEEP, -0.25))
    rows = "".join(
        _books(rng, x + 8, y + 108 + i * 122, w - 10) + rect(x, y + 108 + i * 122, w, 13, WOOD_PALE) for i in range(4)
    )
    return case + rows


def _reader(rng: Random) -> Pose:
    return Pose(left=(-30, -98), right=(30, -98), down=1, mouth=rng.choice(("smile", "o", "open")))


def _reaching(rng: Random, x: float, y: float) -> str:
    book = rect(26, -214, 16, 56, rng.choice(SPINES), 2)
    return figure(x, y, 1.15, pupil(rng), Pose(right=(36, -178), back=True), book)


def _reading_table(rng: Random) -> str:
    kids = "".join(
        seated(x, 690, 1.22, pupil(rng), _reader(rng), open_book(-124, rng.choice(SPINES)))
        for x in (370, 560, 750, 940)
    )
    table = (
        rect(240, 684, 840, 30, WOOD_PALE, 8)
        + rect(240, 706, 840, 10, WOOD)
        + rect(290, 716, 24, 140, WOOD_DEEP)
        + rect(1006, 716, 24, 140, WOOD_DEEP)
    )
    pile = "".join(rect(620 + rng.uniform(-6, 6), 668 - i * 18, 96, 17, rng.choice(SPINES), 3) for i in range(3))
    whisper = figure(1130, 780, 1.15, pupil(rng), Pose(left=(-46, -120), turn=-1, mouth="open"))
    return _reaching(rng, 150, 720) + whisper + kids + table + pile


def _cushions(rng: Random) -> str:
    rug = oval(640, 770, 520, 78, "#e7d6ef") + oval(640, 770, 430, 58, "#f3e9f8")
    kids = []
    for x, y, size in ((330, 740, 1.1), (520, 720, 1), (780, 722, 1), (960, 742, 1.1), (640, 800, 1.2)):
        cushion = oval(x, y + 8, 84 * size, 26 * size, rng.choice((SUN, "#e98b6b", "#9fc9a5", INK_PALE, "#8fc3e0")))
        legs = path(
            f"M{x - 40 * size} {y - 4} Q{x} {y + 26 * size} {x + 40 * size} {y - 4}", "none", "#2a1d68", 24 * size
        )
        kids.append(
            cushion + legs + seated(x, y - 14, size, pupil(rng), _reader(rng), open_book(colour=rng.choice(SPINES)))
        )
    teller = figure(
        1150,
        770,
        1.2,
        teacher(rng),
        Pose(left=(-40, -112), right=(10, -104), turn=-1, mouth="open"),
        group(open_book(-112, RED), -14, 0, 0.9),
    )
    return rug + _reaching(rng, 160, 710) + teller + "".join(kids)


def _lending(rng: Random) -> str:
    counter = (
        rect(700, 640, 420, 26, WOOD_PALE, 6)
        + rect(716, 666, 388, 160, WOOD, 4)
        + rect(760, 700, 300, 90, shade(WOOD, 0.14), 4)
    )
    keeper = seated(
        900, 640, 1.25, replace(teacher(rng), glasses=True), Pose(left=(-44, -108), right=(28, -92), turn=-0.6)
    )
    machine = (
        rect(980, 560, 110, 74, "#3a3350", 6) + rect(988, 568, 94, 58, "#9fd4f2", 3) + rect(1026, 634, 18, 8, "#3a3350")
    )
    pile = "".join(
        rect(736 + rng.uniform(-6, 6), 622 - i * 18, 96, 17, rng.choice(SPINES), 3) for i in range(rng.randint(2, 5))
    )
    queue = []
    for i, x in enumerate((600, 430, 270)):
        pose = (
            Pose(left=(12, -100), right=(34, -104), turn=1)
            if i == 0
            else Pose(left=(-30, -90), right=(30, -90), down=1)
        )
        book = rect(8, -132, 44, 56, rng.choice(SPINES), 3) if i == 0 else open_book(colour=rng.choice(SPINES))
        queue.append(figure(x, 820 - i * 6, 1.2, pupil(rng), pose, book))
    return _reaching(rng, 110, 730) + keeper + counter + machine + pile + "".join(queue)


ACTS = (_reading_table, _cushions, _lending)
