"""What the room keeps. One file for each of its works."""

from portal.records.models.tree import RecordsIndex

__all__ = ["RecordsIndex"]
