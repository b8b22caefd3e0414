"""The hash a decision binds to: over a canonical, version-numbered projection of the text and all it shows."""

import hashlib
import json
from typing import Any

VERSION = 1


def digest(projection: dict[str, Any]) -> str:
    """SHA-256, hex, of a projection made of plain values; the same words give the same hash on every machine."""
    canon = json.dumps(
        {"version": VERSION, **projection}, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str
    )
    return hashlib.sha256(canon.encode()).hexdigest()
