"""Pictures made small before anybody asks: by the worker, once an item that shows them is up."""

from collections.abc import Iterable
from datetime import datetime

from portal.base import queue
from portal.files.models import Picture
from portal.files.rules import FORMATS, at_width, widths_of


def want_widths(pictures: Iterable[int], at: datetime) -> None:
    """Have the worker make what pages will ask for."""
    if wanted := sorted(pictures):
        queue.enqueue(make_widths, run_after=at, pictures=wanted)


@queue.task_by_itself
def make_widths(pictures: list[int]) -> None:
    """Make pictures at every width and in every format pages show; what is there is left alone."""
    for picture in Picture.objects.filter(pk__in=pictures).order_by("pk"):
        for width, _ in widths_of(picture.width):
            for form in FORMATS:
                picture.get_rendition(at_width(width, form))
