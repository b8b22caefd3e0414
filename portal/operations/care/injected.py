"""Words that nobody of a school wrote: gambling and sold links, put into pages by whoever broke in. Pure.

Vietnamese words are compared with their marks, since "nhà cái" without them is also "nhà cải (tạo)"; names and English
words without; letters of other alphabets count as the Latin ones they look like. A text that warns of gambling is no advertisement for it.
"""

import re
from collections.abc import Iterable

from portal.base.text import exact_key, fold
from portal.base.text.folding import steady
from portal.operations.care.confusables import latin

SURE = (
    "nhà cái", "kèo nhà cái", "nổ hũ", "tài xỉu", "xóc đĩa online", "soi kèo", "cá cược bóng đá", "cá cược thể thao", "cá cược trực tuyến",
    "lô đề online", "đánh đề online", "game bài đổi thưởng", "đổi thưởng", "bắn cá đổi thưởng", "đá gà trực tiếp", "đá gà thomo",
    "soi cầu", "xổ số online", "tỷ lệ kèo", "nạp rút", "khuyến mãi nạp đầu", "vay tiền online", "vay tiền nhanh",
    "bốc bát họ", "thuốc kích dục", "gái gọi", "phim sex", "phim cấp ba", "mua backlink", "dịch vụ seo", "bằng giả", "làm bằng đại học",
)  # fmt: skip
DOUBTFUL = ("cá cược", "cá độ", "lô đề", "cờ bạc", "đánh bạc", "xóc đĩa", "đá gà", "bắn cá")
BRANDS = re.compile(
    r"\b(?:casino|jackpot|baccarat|blackjack|roulette|poker online|viagra|cialis|slot ?game|[a-z]{1,8}88(?:bet)?|w88|bk8|b52|"
    r"kubet|ku ?casino|thabet|188bet|fun88|m88|fb88|jun88|789club|789bet|shbet|hi88|new88|sunwin|rikvip|go88|iwin|zowin|okvip|f8bet)\b"
)
WARNING = (
    "phòng chống", "phòng ngừa", "phòng tránh", "tác hại", "tệ nạn", "nói không", "cảnh báo", "tuyên truyền", "nghiêm cấm",
    "không tham gia", "vi phạm", "lừa đảo", "tố giác", "hậu quả", "xử phạt", "bài trừ", "ngăn chặn", "cạm bẫy", "nguy cơ", "cấm học sinh",
    "không được",
)  # fmt: skip
_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0"
    "\U000e0000-\U000e01ef]"
)  # drawn as nothing
NEAR = 160  # characters before and after within which a warning speaks of the word


def _keys(words: Iterable[str]) -> dict[str, str]:
    return {f" {exact_key(word)} ": word for word in words}


_SURE, _DOUBTFUL, _WARNING = _keys(SURE), _keys(DOUBTFUL), _keys(WARNING)


def injected(text: str, *, led_out: bool = False) -> list[str]:
    """The words of a text that betray somebody else's hand, [] for an honest one. `led_out`: the text leads out of the
    portal or is hidden, where one doubtful word is enough and no warning is looked for."""
    text = latin(_UNSEEN.sub("", steady(text)))
    key = f" {exact_key(text)} "
    found = [word for mark, word in _SURE.items() if _speaks(mark, key, led_out)]
    brands = sorted({match[0] for match in BRANDS.finditer(fold(text)) if led_out or not _warned(_round(text, match))})
    doubtful = [word for mark, word in _DOUBTFUL.items() if _speaks(mark, key, led_out)]
    if found or brands:
        return [*found, *brands, *doubtful]
    return doubtful if doubtful and (led_out or len(doubtful) > 2) else []


def _speaks(mark: str, key: str, led_out: bool) -> bool:
    """Whether a word stands anywhere without a warning beside it."""
    at = key.find(mark)
    while at >= 0:
        if led_out or not _warned(key[max(at - NEAR, 0) : at + len(mark) + NEAR]):
            return True
        at = key.find(mark, at + 1)
    return False


def _round(text: str, match: re.Match[str]) -> str:
    """What stands round a word of the folded text: folding takes a letter for a letter."""
    return f" {exact_key(text[max(match.start() - NEAR, 0) : match.end() + NEAR])} "


def _warned(key: str) -> bool:
    return any(mark in key for mark in _WARNING)
