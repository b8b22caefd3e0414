"""A generated shelf of texts with "Đức Giang" in six of a hundred, and decoys among them."""

from collections.abc import Collection, Iterator
from datetime import datetime, timedelta
from random import Random

from django.db.models import F

from portal.base import findable
from portal.base.findable import Shelf, Words
from portal.search import actions as search
from portal.search.models import Entry

SYLLABLES = """
    trường học sinh thầy cô lớp bài sân cây sách vở bút mực áo trắng khăn quàng đỏ hoa phượng bàng ve hè thu nắng
    mưa gió đường phố làng xóm nhà cửa bạn bè ông bà cha mẹ anh chị em vui buồn nhớ thương yêu hát múa vẽ đọc viết
    tính toán văn sử địa lý hóa nhạc họa thể tin đoàn đội trại hội thi giải nhất nhì ba khen thưởng
"""
PHRASE, OTHER, ANOTHER = "Đức Giang", "dục giảng", "đúc giáng"
BETWEEN = (" và ", ", ", ". ", " nhà bè ", " học bài ở sân trường cùng các bạn lớp bên cạnh rồi về phố ")
SHARES = {"phrase": 0.06, "other": 0.04, "another": 0.01, "scattered": 0.2}


def texts(many: int, words: int, seed: int = 20260901) -> list[tuple[str, str, str]]:
    """(what it is, title, text), in no order: the `phrase`, its `other` markings, its words `scattered`, or `noise`."""
    chance = Random(seed)
    kinds = [kind for kind, share in SHARES.items() for _ in range(round(many * share))]
    kinds += ["noise"] * (many - len(kinds))
    chance.shuffle(kinds)
    return [(kind, *_made(kind, chance, words)) for kind in kinds]


def _made(kind: str, chance: Random, words: int) -> tuple[str, str]:
    title, parts = _words(chance, 9), [_words(chance, words // 3) for _ in range(3)]
    told = {"phrase": PHRASE, "other": OTHER, "another": ANOTHER}.get(kind)
    if told:
        title = f"{title} {told}" if chance.random() < 0.3 else title
        parts.insert(chance.randrange(4), f"{_words(chance, 8)} {told} {_words(chance, 8)}")
    if kind == "scattered":
        one, other = chance.choice((("Đức", "Giang"), ("Giang", "Đức"), ("dục", "giảng"), ("đức", "giảng")))
        parts.append(f"{one}{chance.choice(BETWEEN if one != 'Giang' else BETWEEN[2:])}{other}")
    return title, ". ".join(parts)


def _words(chance: Random, many: int) -> str:
    return " ".join(chance.choices(SYLLABLES.split(), k=many))


def shelve(many: int, now: datetime, words: int = 120) -> Shelf:
    """These texts on a shelf of their own that everybody may see, in the index; what each is stands as its genre."""
    made = texts(many, words)

    def told(items: Collection[int] | None) -> Iterator[Words]:
        for number, (kind, title, text) in enumerate(made):
            yield Words(-1 - number, title, (text,), "thu", now - timedelta(hours=7 * number % many), genre=kind)

    shelf = findable.register(Shelf(
        "thu", {"thu": "Thử"}, lambda person, at: Entry.objects.filter(shelf="thu"), told, lambda *asked: {},
        lambda line: [],
    ))  # fmt: skip
    search.reindex()
    Entry.objects.update(item=F("id"))  # so that the index stands for the things themselves
    return shelf


def unshelve(shelf: Shelf) -> None:
    del findable._shelves[shelf.key]
