"""Praise lists: name, class, award; the name is drawn from the rolls, and only while the family agrees."""
