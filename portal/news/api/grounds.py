"""The ground of a refusal or a taking down, as a caller who has only the regulation at hand names it."""

from collections.abc import Mapping

from portal.base.text import fold

OTHER = "other"


def named(ground: str, reason: str, known: Mapping[str, str]) -> tuple[str, str]:
    """Ground and reason as the rules take them: a ground by its key or its own words; other words, where another ground
    may be given, stand before the reason."""
    text = ground.strip()
    by_words = {fold(words): key for key, words in known.items()}
    if not text or text in known or OTHER not in known:
        return by_words.get(fold(text), text), reason
    if fold(text) in by_words:
        return by_words[fold(text)], reason
    return OTHER, f"{text}: {reason}" if reason.strip() else reason
