"""What `components/meta.html` says of a page, from what the page shows anyway."""

from collections.abc import Mapping
from typing import Any

from django import template
from django.template import Context
from django.utils.safestring import mark_safe

from portal.base import schema_org
from portal.base.sharing import Card, Look, absolute, icon_path, school_card

register = template.Library()
LONGEST = 220  # of a description, in letters
LOCALES = {"vi": "vi_VN", "en": "en_US"}


@register.simple_tag(takes_context=True)
def page_meta(context: Context) -> dict[str, Any]:
    """The values of the page's metadata; see the head of components/meta.html for what a page may say."""
    chrome = context.get("chrome") or {}
    look = chrome.get("look") or Look()
    article = context.get("article") if context.get("kind") in (None, "", "article", "school") else None
    shown = article or {"title": context.get("title") or look.name, "description": context.get("description")}
    url = chrome.get("canonical_url") or ""
    robots = context.get("robots") or shown.get("robots") or ""
    hidden = bool(robots) or not url or not shown.get("is_public", True)
    card = _card(context, article, look)
    told = {
        "title": shown["title"], "description": _short(shown.get("description") or _about(shown["title"], look)), "url": url,
        "type": "article" if article and not article.get("is_page") else "website",
        "locale": LOCALES.get(chrome.get("language") or "vi", "vi_VN"), "robots": robots,
        "public": not hidden,
    }  # fmt: skip
    if hidden:
        return told | {"robots": told["robots"] or "noindex"}
    shown = {**shown, "description": told["description"], "writers": context.get("writers")}
    nodes = _nodes(context, article, shown, card, look)
    return told | {
        "card": card, "card_alt": _alt(shown["title"], look), "feeds": _feeds(context.get("feed"), shown["title"], look),
        "published": schema_org.when(shown.get("published_at")), "changed": schema_org.when(shown.get("corrected_at")),
        "linked": mark_safe(schema_org.text_of(nodes)),  # text_of escapes what could end the element
    }  # fmt: skip


def _nodes(
    context: Context, article: Mapping[str, Any] | None, shown: Mapping[str, Any], card: str, look: Look
) -> list[schema_org.Node]:
    chrome = context["chrome"]
    url, school = chrome["canonical_url"], chrome["school"]
    images = [one for one in (shown.get("picture_absolute_url"), card) if one]
    nodes = []
    if context.get("kind") == "home":
        return [schema_org.site(look), schema_org.school(school, look)]
    if article and not article.get("is_page"):
        nodes.append(schema_org.article(shown, url, images, look))
        if schema_org.announces(shown):
            nodes.append(schema_org.event(shown, url, images, look, school.get("address") or ""))
    else:
        nodes.append(schema_org.page(shown, url, context.get("page_type") or "WebPage", look))
    if context.get("kind") == "school":
        nodes.append(schema_org.school(school, look))
    return [*nodes, schema_org.crumbs(_way(context, article, shown, url))]


def _way(
    context: Context, article: Mapping[str, Any] | None, shown: Mapping[str, Any], url: str
) -> list[tuple[str, str]]:
    """Home, what the page says lies between, the page itself; English pages lie under their own front."""
    if context["chrome"].get("language") == "en":
        front = [("Home", "/"), ("In English", "/en/")]
        return front if url.endswith("/en/") else [*front, (shown["title"], url)]
    between = [(one["title"], one["url"]) for one in context.get("way") or () if one.get("url")]
    if article and not between and article.get("section_url"):
        between = [(article["section_title"], article["section_url"])]
    return [("Trang chủ", "/"), *between, (shown["title"], url)]


def _card(context: Context, article: Mapping[str, Any] | None, look: Look) -> str:
    """The absolute address of the page's card: its own where the page is an item, else the school's."""
    if article and article.get("id"):
        card = Card(article["title"], article["section_title"], article.get("origin", ""), article.get("picture_id"))
        return absolute(card.path(article["id"], look))
    if context.get("card_id"):
        return absolute(Card(context["title"], context.get("card_kicker") or "").path(context["card_id"], look))
    return absolute(school_card(look).path("truong", look))


def _feeds(rss: str | None, title: str, look: Look) -> list[dict[str, str]]:
    """Both forms of the page's own feed, and of the whole school's."""
    found = {"/rss/": look.name} | ({rss: title} if rss and rss != "/rss/" else {})
    kinds = (("RSS", "application/rss+xml", "/rss/"), ("Atom", "application/atom+xml", "/atom/"))
    return [
        {"type": mime, "url": url.replace("/rss/", path, 1), "title": f"{name} ({kind})"}
        for url, name in reversed(found.items())
        for kind, mime, path in kinds
    ]


def _short(text: str) -> str:
    """What fits where others show it, cut between words."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else line[:LONGEST].rpartition(" ")[0].rstrip(" ,.:;–-") + "…"


def _about(title: str, look: Look) -> str:
    """What is said of a page that has no summary of its own."""
    of_school = f"cổng thông tin điện tử chính thức của {look.name}"
    return f"{title}: trang của {of_school}." if title != look.name else f"{of_school[0].upper()}{of_school[1:]}."


def _alt(title: str, look: Look) -> str:
    return f"{title} – {look.name}" if title != look.name else look.name


@register.simple_tag(takes_context=True)
def icon_links(context: Context) -> dict[str, str]:
    """Where the school's icons are, for the head of every page."""
    look = (context.get("chrome") or {}).get("look") or Look()
    return {"tab": icon_path(look, "32"), "touch": icon_path(look, "180")}
