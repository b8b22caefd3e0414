"""schema.org in JSON-LD, from plain values: the school, the site, articles, events, the way to a page.

Every builder takes what a page shows anyway and gives a node; nothing here asks the database, and nothing is said to a
machine that a reader is not told too (Điều 14.2: source and advertiser stand here as well).
"""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime, time
from typing import Any

from portal.base.clock import ZONE
from portal.base.sharing import Look, absolute, icon_path

Node = dict[str, Any]
CONTEXT = "https://schema.org"
_UNSAFE = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026", 0x2028: "\\u2028", 0x2029: "\\u2029"}
TYPES = {"repost": "Article", "advertisement": "AdvertiserContentArticle"}


def text_of(nodes: Sequence[Node]) -> str:
    """Nodes as one document, safe inside a script element."""
    return json.dumps({"@context": CONTEXT, "@graph": list(nodes)}, ensure_ascii=False).translate(_UNSAFE)


def school(shown: Mapping[str, Any], look: Look) -> Node:
    """The school with everything its foot says."""
    address = _but_empty({
        "@type": "PostalAddress", "streetAddress": shown.get("address"), "addressLocality": shown.get("place"),
        "addressCountry": "VN",
    })  # fmt: skip
    return _but_empty({
        **publisher(look), "@type": "School", "description": f"Cổng thông tin điện tử chính thức của {look.name}",
        "image": absolute(icon_path(look, "512")), "address": address if len(address) > 2 else None,
        "telephone": shown.get("phone"), "email": shown.get("email"),
        "parentOrganization": _named("GovernmentOrganization", shown.get("parent")),
    })  # fmt: skip


def publisher(look: Look) -> Node:
    """The school as the one who answers for a page, in short."""
    logo = {"@type": "ImageObject", "url": absolute(icon_path(look, "512")), "width": 512, "height": 512}
    return {"@type": "School", "@id": absolute("/#truong"), "name": look.name, "url": absolute("/"), "logo": logo}


def site(look: Look) -> Node:
    """The portal with its search box."""
    return {
        "@type": "WebSite", "@id": absolute("/#cong"), "name": look.name, "url": absolute("/"), "inLanguage": "vi",
        "publisher": {"@id": absolute("/#truong")},
        "potentialAction": {
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": absolute("/tim-kiem/") + "?q={search_term_string}"},
            "query-input": "required name=search_term_string",
        },
    }  # fmt: skip


def article(shown: Mapping[str, Any], url: str, images: Sequence[str], look: Look) -> Node:
    """An article as `news.presenters.reading` gives it; a repost names what it is based on, an advertisement who paid."""
    origin = shown.get("kind", "")
    return _but_empty({
        "@type": TYPES.get(origin, "NewsArticle"), "@id": f"{url}#bai", "mainEntityOfPage": url, "url": url,
        "headline": shown["title"], "description": shown.get("description"), "image": list(images),
        "datePublished": when(shown.get("published_at")),
        "dateModified": when(shown.get("corrected_at") or shown.get("published_at")),
        "author": _authors(shown) or publisher(look),
        "publisher": publisher(look), "articleSection": shown.get("section_title"),
        "genre": shown.get("genre_title"), "inLanguage": shown.get("language") or "vi", "isAccessibleForFree": True,
        "isBasedOn": _source(shown.get("source")), "sponsor": _sponsor(shown.get("advertiser")),
        "about": {"@id": f"{url}#su-kien"} if announces(shown) else None,
    })  # fmt: skip


def page(shown: Mapping[str, Any], url: str, kind: str, look: Look) -> Node:
    """A page that is no news: about, contact, a list, one of the staff. `kind` is its schema.org type."""
    staff = {**_person(shown["title"]), "url": url, "worksFor": {"@id": absolute("/#truong")}}
    return _but_empty({
        "@type": kind, "@id": f"{url}#trang", "url": url, "name": shown["title"], "description": shown.get("description"),
        "inLanguage": shown.get("language") or "vi", "isPartOf": {"@id": absolute("/#cong")}, "publisher": publisher(look),
        "mainEntity": staff if kind == "ProfilePage" else None,
        "dateModified": when(shown.get("corrected_at") or shown.get("published_at")),
    })  # fmt: skip


def announces(shown: Mapping[str, Any]) -> bool:
    """Whether an article tells of something to come: it was up before that was over. A report afterwards is no event."""
    hour, up = shown.get("opening_at") or shown.get("event_start"), shown.get("published_at")
    return bool(hour and up and up < (shown.get("event_end") or hour))


def event(shown: Mapping[str, Any], url: str, images: Sequence[str], look: Look, address: str = "") -> Node:
    """What an article announces; without a place of its own it is at school."""
    return _but_empty({
        "@type": "Event", "@id": f"{url}#su-kien", "url": url, "name": shown["title"],
        "description": shown.get("description"), "image": list(images),
        "startDate": _hour(shown.get("opening_at") or shown.get("event_start")), "endDate": when(shown.get("event_end")),
        "eventStatus": f"{CONTEXT}/EventScheduled", "eventAttendanceMode": f"{CONTEXT}/OfflineEventAttendanceMode",
        "location": {"@type": "Place", "name": shown.get("place") or look.name, "address": address or look.place or look.name},
        "organizer": publisher(look), "inLanguage": "vi",
    })  # fmt: skip


def crumbs(way: Sequence[tuple[str, str]]) -> Node:
    """The way from the front door to a page: titles with paths, the page itself last."""
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": place, "name": title, "item": absolute(path)}
            for place, (title, path) in enumerate(way, 1)
        ],
    }  # fmt: skip


def when(at: datetime | None) -> str | None:
    """An hour at school, with its offset."""
    return at.astimezone(ZONE).isoformat(timespec="seconds") if at else None


def _hour(at: datetime | None) -> str | None:
    """An hour, or a day where nobody set the hour."""
    at = at.astimezone(ZONE) if at else None
    return at.date().isoformat() if at and at.time() == time.min else when(at)


def _authors(shown: Mapping[str, Any]) -> list[Node]:
    """Who is named under an article; those with a page of their own, with its address."""
    named = shown.get("writers") or [{"name": name} for name in shown.get("authors") or ()]
    return [_person(one["name"], one.get("url")) for one in named]


def _person(name: str, path: str | None = None) -> Node:
    return {"@type": "Person", "name": name} | ({"url": absolute(path)} if path else {})


def _source(source: Mapping[str, Any] | None) -> Node | None:
    if not source:
        return None
    return _but_empty({
        "@type": "CreativeWork", "url": source.get("url"), "datePublished": when(source.get("published_at")),
        "author": _named("Person", source.get("author")), "publisher": _named("Organization", source.get("name")),
    })  # fmt: skip


def _sponsor(advertiser: Mapping[str, Any] | None) -> Node | None:
    return _named("Organization", advertiser.get("name")) if advertiser else None


def _named(kind: str, name: str | None) -> Node | None:
    return {"@type": kind, "name": name} if name else None


def _but_empty(node: Node) -> Node:
    return {name: value for name, value in node.items() if value not in (None, "", [])}
