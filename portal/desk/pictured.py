"""Who was said to be in the pictures of a text, for whoever reviews it."""

from typing import Any

from portal.desk.queries import Seen
from portal.pupils.queries import caption_names, pictures_of


def pictured(item: Seen) -> dict[str, Any]:
    """Each picture with its word; whether a caption names a pupil. Nothing is asked where the text shows no picture."""
    words = pictures_of(item.draft, item.at)
    return {"words": words, "named": caption_names(item.draft, item.at) if words else 0}
