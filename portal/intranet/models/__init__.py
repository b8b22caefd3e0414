"""What the room keeps. One file for each of its works."""

from portal.intranet.models.tree import IntranetIndex

__all__ = ["IntranetIndex"]
