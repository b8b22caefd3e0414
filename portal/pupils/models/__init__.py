"""What the room keeps. One file for each of its works."""

from portal.pupils.models.roll import Enrolment, Guardian, Pupil, SchoolClass

__all__ = ["Enrolment", "Guardian", "Pupil", "SchoolClass"]
