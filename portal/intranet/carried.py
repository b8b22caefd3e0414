"""What files may go with what somebody writes inside, as a file chooser and its reader are told."""

from portal.files.rules import MATERIAL_TYPES

ACCEPTED = ",".join(f".{ending}" for ending in (*MATERIAL_TYPES.values(), "jpeg"))
KINDS = "PDF, Word, Excel, PowerPoint, ảnh, âm thanh, video"
