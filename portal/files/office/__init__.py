"""What teachers write in Word, read as plain pieces. Pure: bytes or clipboard HTML in, a Paper or one sentence out."""

from portal.files.office.clip.pasted import pasted
from portal.files.office.doc import is_old, refuse
from portal.files.office.reading import read

__all__ = ["is_old", "pasted", "read", "refuse"]
