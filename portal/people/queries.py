"""Reads about people."""

from portal.people.models import Person


def display_name(person: Person) -> str:
    """How a person is named on screen."""
    return str(person)
