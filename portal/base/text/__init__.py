"""Vietnamese text: one form, folding, slugs, keys, order; old fonts behind `portal.base.text.legacy`. Standard library only."""

from portal.base.text.folding import (
    exact_key,
    fold,
    folded_key,
    has_marks,
    is_number,
    nfc,
    one_line,
    slug,
    syllable,
    words,
)
from portal.base.text.order import SortKey, name_key, sort_bytes, sort_key

__all__ = [
    "SortKey",
    "exact_key",
    "fold",
    "folded_key",
    "has_marks",
    "is_number",
    "name_key",
    "nfc",
    "one_line",
    "slug",
    "sort_bytes",
    "sort_key",
    "syllable",
    "words",
]
