"""The editor as a browser without JavaScript sees it: read every field of the page, change some, press a button."""

import re
from html.parser import HTMLParser
from typing import Any

from django.http import HttpResponse
from django.test import Client

from portal.people.models import Person


class Fields(HTMLParser):
    """What a browser would send for the page's editor form if nothing were touched."""

    def __init__(self) -> None:
        super().__init__()
        self.values: dict[str, list[str]] = {}
        self.names: list[str] = []
        self.select = self.area = ""
        self.inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        at = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.inside = at.get("method") == "post"
        if not self.inside:
            return
        if tag == "input" and at.get("name"):
            self.names.append(at["name"])
            if at.get("type") == "file" or (at.get("type") in ("checkbox", "radio") and "checked" not in at):
                return
            self.put(at["name"], at.get("value", "on" if at.get("type") == "checkbox" else ""))
        elif tag == "textarea":
            self.area = at["name"]
            self.names.append(self.area)
            self.put(self.area, "")
        elif tag == "select":
            self.select = at["name"]
            self.names.append(self.select)
            self.put(self.select, "")
        elif tag == "option" and self.select and "selected" in at:
            self.values[self.select] = [at["value"]]

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.inside = False
        elif tag == "select":
            self.select = ""
        elif tag == "textarea":
            self.values[self.area][-1] = self.values[self.area][-1].removeprefix("\n")
            self.area = ""

    def handle_data(self, data: str) -> None:
        if self.area:
            self.values[self.area][-1] += data

    def put(self, name: str, value: str) -> None:
        self.values.setdefault(name, []).append(value)


class Screen:
    """One open editor page."""

    def __init__(self, client: Client, address: str) -> None:
        self.client, self.address = client, address
        self.take(client.get(address))

    def take(self, answer: Any) -> None:
        self.answer: HttpResponse = answer
        self.html = answer.content.decode()
        reader = Fields()
        reader.feed(self.html)
        self.fields, self.names = reader.values, reader.names

    @property
    def blocks(self) -> list[str]:
        return self.fields.get("khoi", [])

    def press(self, do: str, *, follow: bool = True, **changes: Any) -> "Screen":
        """Type `changes` (names with - written as __), press a button, be where that leads."""
        typed = {name.replace("__", "-"): value for name, value in changes.items()}
        self.take(self.client.post(self.address, {**self.fields, **typed, "do": do}, follow=follow))
        return self

    def needs(self) -> list[tuple[bool, str, str]]:
        """The checklist beside the text: there or not, what, the way to it."""
        return needs_in(self.html)

    def errors(self) -> list[str]:
        """Every sentence at a field or on top, in order."""
        marks = Sentences()
        marks.feed(self.html)
        return marks.found


def needs_in(html: str) -> list[tuple[bool, str, str]]:
    """Each line of a checklist: there or not, what, the way to it."""
    lines = re.findall(r'<li class="checks__(ok|todo)">.*?<a href="([^"]*)">([^<]*)</a>', html, re.DOTALL)
    return [(state == "ok", label, href) for state, href, label in lines]


class Sentences(HTMLParser):
    """Text of .field__errors and of alarm notes."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.on = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if "field__errors" in (given.get("class") or "") or given.get("role") == "alert":
            self.on = 1
        elif self.on and tag == "br":
            self.found.append("")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("p", "div"):
            self.on = 0 if tag == "div" or not self.found or self.on else self.on

    def handle_data(self, data: str) -> None:
        if self.on and data.strip():
            self.found.append(data.strip())


def sit_down(client: Client, person: Person, address: str) -> Screen:
    client.force_login(person, "django.contrib.auth.backends.ModelBackend")
    return Screen(client, address)
