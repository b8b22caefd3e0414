"""What can be a Vietnamese syllable, by the way it is built: onset, rime, tone. Pure; no list of words.

Used as evidence only: it says whether something could be read aloud, never whether it is spelled right.
"""

import unicodedata
from functools import lru_cache

_STOPS = ("c", "ch", "p", "t")  # a rime closed by these carries sắc or nặng alone
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_CLOSING = "\u0301\u0323"

_A = "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây"
_E = "e ec em en eng eo ep et ê êch êm ên ênh êp êt êu"
_I = "i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu y"
_O = "o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oen oeo oet oc oi om on ong op ot ooc oong"
_O2 = "ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt"
_U = "u ua uc ui um un ung up ut uân uâng uât uây uê uêch uênh uơ uôc uôi uôm uôn uông uôt uy uya uych uynh uyt uyu uyên uyêt"
_U2 = "ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu"
_FRONT = f"{_E} {_I}".split()
_BACK = f"{_A} {_O} {_O2} {_U} {_U2}".split()
_ALL = [*_FRONT, *_BACK]
_AFTER_QU = f"{_A} {_E} i it in ip y ych ynh yt yu yên yêt yn o ơ ơn ôc".split()

_RIMES = {
    **dict.fromkeys(("b", "ch", "d", "đ", "h", "l", "m", "n", "nh", "p", "ph", "r", "s", "t", "th", "tr", "v", "x"), _ALL),
    "": [*_ALL, "yêm", "yên", "yêng", "yêt", "yêu"],
    "c": _BACK,
    "g": [*_BACK, "i", "in", "iêng", "iêt", "iêm", "iên"],
    "ng": _BACK,
    "gi": [rime for rime in _ALL if rime[0] not in "iy"],
    "k": [*_FRONT, "a"],
    "kh": _ALL,
    "gh": _FRONT,
    "ngh": _FRONT,
    "qu": _AFTER_QU,
}  # fmt: skip
_BARE = frozenset(onset + rime for onset, rimes in _RIMES.items() for rime in rimes)


@lru_cache(maxsize=20_000)
def is_syllable(word: str) -> bool:
    """Whether a word could be one Vietnamese syllable: "trường" and "đợc" differ by the rime ơc, which nobody can say."""
    parts = unicodedata.normalize("NFD", word.casefold())
    tones = [char for char in parts if char in _TONES]
    bare = unicodedata.normalize("NFC", "".join(char for char in parts if char not in _TONES))
    if len(tones) > 1 or bare not in _BARE:
        return False
    return not bare.endswith(_STOPS) or (len(tones) == 1 and tones[0] in _CLOSING)
