"""A very long text is compared in a moment: nobody's review page hangs on another's pen."""

import time

from portal.desk.diff import MOST_LABOUR, compare


def test_a_book_in_one_passage_is_shown_as_gone_and_new_without_comparing_word_by_word() -> None:
    before = [f"chữ{number % 900}" for number in range(20_000)]
    after = [word if number % 3 else f"khác{number}" for number, word in enumerate(before)]
    begun = time.monotonic()
    parts = compare([" ".join(before)], [" ".join(after)])
    assert [part.kind for part in parts] == ["del", "ins"]
    assert time.monotonic() - begun < 5


def test_a_text_of_usual_length_is_still_compared_word_by_word() -> None:
    usual = " ".join(f"chữ{number}" for number in range(int(MOST_LABOUR**0.5) - 1))
    assert [part.kind for part in compare([usual], [usual + " thêm"])] == ["change"]
