"""Readers for what machines read: they raise where a real one would."""

import json
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any


@dataclass
class Head(HTMLParser):
    """The metadata of a page as a shared link's robot sees it."""

    named: dict[str, str] = field(default_factory=dict)
    alternates: list[tuple[str, str]] = field(default_factory=list)
    nodes: list[dict[str, Any]] = field(default_factory=list)
    canonical: str = ""
    _reading: bool = False
    _text: str = ""

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        got = {name: value or "" for name, value in attrs}
        if tag == "meta" and (name := got.get("property") or got.get("name")):
            assert name not in self.named or name == "theme-color", f"{name} twice"
            self.named[name] = got["content"]
        elif tag == "link" and got.get("rel") == "alternate":
            self.alternates.append((got.get("hreflang") or got.get("type", ""), got["href"]))
        elif tag == "link" and got.get("rel") == "canonical":
            self.canonical = got["href"]
        self._reading = tag == "script" and got.get("type") == "application/ld+json"

    def handle_data(self, data: str) -> None:
        self._text += data if self._reading else ""

    def handle_endtag(self, tag: str) -> None:
        if self._reading:
            document = json.loads(self._text)
            assert document["@context"] == "https://schema.org"
            self.nodes, self._reading, self._text = document["@graph"], False, ""

    def node(self, kind: str) -> dict[str, Any]:
        """The one node of a type."""
        (found,) = [node for node in self.nodes if node["@type"] == kind]
        return found


def head(html: str) -> Head:
    """The metadata of a page."""
    found = Head()
    found.feed(html)
    return found


def calendar(content: bytes) -> list[dict[str, str]]:
    """The events of an iCalendar file: folded, escaped and nested as RFC 5545 asks, or an AssertionError."""
    assert content.endswith(b"END:VCALENDAR\r\n")
    raw = content[:-2].split(b"\r\n")
    assert all(len(line) <= 75 and b"\n" not in line for line in raw)
    lines: list[str] = []
    for line in (one.decode() for one in raw):  # a letter cut in two cannot be decoded
        if line.startswith(" "):
            lines[-1] += line[1:]
        else:
            lines.append(line)
    events: list[dict[str, str]] = []
    open_parts: list[str] = []
    for line in lines:
        name, _, value = line.partition(":")
        if name == "BEGIN":
            open_parts.append(value)
            if value == "VEVENT":
                events.append({})
        elif name == "END":
            assert open_parts.pop() == value
        elif open_parts[-1] == "VEVENT":
            assert name not in events[-1]
            events[-1][name] = value.replace("\\n", "\n").replace("\\,", ",").replace("\\;", ";").replace("\\\\", "\\")
    assert open_parts == []
    assert all({"UID", "DTSTAMP", "SEQUENCE", "SUMMARY"} <= set(event) for event in events)
    return events
