"""What was probably meant, where nothing was found; only what this reader would find is ever said."""

from collections.abc import Iterator
from datetime import datetime

from portal.search.models import Word
from portal.search.queries.counting import finds
from portal.search.queries.finding import tally
from portal.search.queries.marking import markings
from portal.search.rules import BREAK, asked, bare, cut, typed
from portal.search.rules.slips import SHORT, neighbours, pieces, split, telex, vni
from portal.search.rules.syllables import spelled

MOST_TRIED = 5
MOST_STRANGE = 3  # words nobody wrote, beyond which no guess is made


def meant(query: str, person: object, at: datetime) -> tuple[str, int] | None:
    """Other words for a query that found nothing, and how much they find: what is short for something, slips of Telex and
    VNI, then spelling."""
    words = [word for word in cut(typed(query)) if word != BREAK][:16]
    tried = {" ".join(words)}
    for guess in _guesses(words, person, at):
        if guess and guess not in tried and len(tried) <= MOST_TRIED:
            tried.add(guess)
            count = tally(asked(guess), person, at).total
            if count:
                return _as_written(guess), count
    return None


def _guesses(words: list[str], person: object, at: datetime) -> Iterator[str]:
    # A word written only where this reader may not look is as strange as one that is written nowhere.
    known = {word for word in _known({bare(word) for word in words}) if finds(asked(word), person, at)}
    strange = [word for word in words if bare(word) not in known]
    if not strange:
        return
    yield " ".join(SHORT.get(word, word) for word in words)
    for keyboard in (telex, vni):
        yield " ".join(keyboard(word) if word in strange else word for word in words)
    if len(strange) <= MOST_STRANGE:
        mended = {word: _mended(bare(word)) for word in strange}
        yield " ".join(mended.get(word) or word for word in words)
    if 2 * len(strange) <= len(words):
        yield " ".join(word for word in words if word not in strange)


def _mended(word: str) -> str:
    """The commonest word one slip away, or the words that were run together; empty where there is neither."""
    near = _known(neighbours(word)) if len(word) <= 10 else {}
    if near:
        return max(sorted(near), key=lambda one: near[one])
    return " ".join(split(word, _known(pieces(word))))


def _known(folded: set[str]) -> dict[str, int]:
    """Which of these are written somewhere, and how often."""
    found: dict[str, int] = {}
    for word, count in Word.objects.filter(folded__in=sorted(folded)).values_list("folded", "count"):
        found[word] = found.get(word, 0) + count
    return found


def _as_written(guess: str) -> str:
    """With the commonest marks where the guess has none."""
    wanted = asked(guess)
    for keys in markings(asked(" ".join(wanted.words))):
        if all(key == mine for key, mine in zip(keys, wanted.keys, strict=True) if mine in wanted.marked):
            return " ".join(spelled(key) for key in keys)
    return guess
