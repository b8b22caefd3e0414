"""What the room keeps. One file for each of its works."""
