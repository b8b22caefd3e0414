"""Who was said to be in the pictures of a text, and who is praised in it, for whoever reviews it."""

from typing import Any

from portal.desk.queries import Seen
from portal.pupils.queries import caption_names, pictures_of, praise_told, reach


def pictured(item: Seen) -> dict[str, Any]:
    """Each picture with its word; whether a caption names a pupil; how its praise lists stand. Nothing is asked where the text shows
    neither."""
    words = pictures_of(item.draft, item.at)
    pairs = item.draft.shown_pupils()
    praise = praise_told(pairs, item.at, reach(item.person, item.at, item.board)) if pairs else None
    return {"words": words, "named": caption_names(item.draft, item.at), "praise": praise}
