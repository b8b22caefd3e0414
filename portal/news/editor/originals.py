"""What was received, as it came, beside the text made of it (Điều 12.2)."""

from portal.files.models import Attachment
from portal.files.rules import may_be_served

SHOWN = 20_000  # characters beside the text; the file has them all


def original_text(original: Attachment | None) -> str:
    """The words of an original that was pasted; "" for another kind of file."""
    if original is None or original.kind != "txt" or not may_be_served(original.scan):
        return ""
    with original.file.open("rb") as kept:
        return str(kept.read(4 * SHOWN).decode("utf-8", "replace"))[:SHOWN]
