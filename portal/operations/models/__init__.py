"""What the room keeps. One file for each of its works."""

from portal.operations.models.care import Finding, KnownDomain, OutLink, Round

__all__ = ["Finding", "KnownDomain", "OutLink", "Round"]
