"""What the room keeps. One file for each of its works."""

from portal.operations.models.care import Finding, KnownDomain, OutLink, Place, Round
from portal.operations.models.moving import Moved, Moving, OldAddress

__all__ = ["Finding", "KnownDomain", "Moved", "Moving", "OldAddress", "OutLink", "Place", "Round"]
