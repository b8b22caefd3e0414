"""The demo's pictures and papers, stored once by the verbs of the files room, whoever shows them."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.core.files.base import ContentFile

from portal.demo.content.shape import ArticleSeed
from portal.demo.papers import paper
from portal.demo.scenes import draw, raster
from portal.files import actions as files
from portal.people.models import Person

CHANNEL = "demo"
WIDE, NARROW = 1280, 800  # pixels: a picture of its own that is new; one of several, or an older one
NEW = "2026-11"


class Keeper:
    """Turns the blocks of a seed into what `news.write` takes."""

    def __init__(self, by_name: Mapping[str, Person]) -> None:
        self.by_name = by_name
        self.pictures: dict[tuple[str, str], int] = {}
        self.papers: dict[str, int] = {}

    def body(self, seed: ArticleSeed, at: datetime) -> list[dict[str, Any]]:
        return [{"type": block["type"], "value": self._value(block, seed, at)} for block in seed.body]

    def _value(self, block: Any, seed: ArticleSeed, at: datetime) -> Any:
        value = block["value"]
        if block["type"] == "image":
            return self._shown(value, seed, at, NARROW if (seed.published_on or NEW) < NEW else WIDE)
        if block["type"] == "gallery":
            return [self._shown(one, seed, at, NARROW) for one in value]
        return self._attached(value, seed, at) if block["type"] == "document" else value

    def _shown(self, shown: Any, seed: ArticleSeed, at: datetime, width: int) -> dict[str, Any]:
        key = (shown["image"], shown["alt"])
        if key not in self.pictures:
            scene, number = shown["image"].split(":")
            self.pictures[key] = files.store_picture(
                ContentFile(raster(draw(scene, int(number)), width), "ve.jpg"), title=shown["caption"] or seed.title,
                alt=shown["alt"], credit=seed.photographer, by=self.by_name[seed.author], at=at, channel=CHANNEL,
            ).pk  # fmt: skip
        return {"picture": self.pictures[key], "caption": shown["caption"]}

    def _attached(self, value: Any, seed: ArticleSeed, at: datetime) -> dict[str, int]:
        name = value["paper"]
        if name not in self.papers:
            self.papers[name] = files.store_attachment(
                ContentFile(paper(name), name),
                title=value["title"],
                by=self.by_name[seed.author],
                at=at,
                channel=CHANNEL,
            ).pk
        return {"document": self.papers[name]}
