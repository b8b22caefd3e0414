"""How the school looks now, what waits for a decision, what stood before."""

from portal.website.look.palette import Palette, house


def colours_now() -> Palette:
    return house()
