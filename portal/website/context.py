"""What every page's frame shows: school, menu, who is signed in."""

from django.http import HttpRequest


def chrome(request: HttpRequest) -> dict[str, object]:
    """Placeholder until the frame is built."""
    return {}
