"""What a reader's words mean, what counts as found, which part of a text is shown; no database."""

from portal.search.rules.asking import MOST_CHARACTERS as MOST_CHARACTERS
from portal.search.rules.asking import MOST_WORDS as MOST_WORDS
from portal.search.rules.asking import Asked as Asked
from portal.search.rules.asking import Sought as Sought
from portal.search.rules.asking import Tier as Tier
from portal.search.rules.asking import asked as asked
from portal.search.rules.asking import begun as begun
from portal.search.rules.asking import every as every
from portal.search.rules.asking import likely as likely
from portal.search.rules.asking import phrase as phrase
from portal.search.rules.asking import tiers as tiers
from portal.search.rules.asking import typed as typed
from portal.search.rules.snippets import marked as marked
from portal.search.rules.snippets import snippet as snippet
from portal.search.rules.syllables import BREAK as BREAK
from portal.search.rules.syllables import bare as bare
from portal.search.rules.syllables import cut as cut
from portal.search.rules.syllables import exact as exact


def padded(key: str) -> str:
    """Words between single spaces, one before and one after."""
    return f" {key} "
