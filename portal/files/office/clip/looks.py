"""The look of pasted letters: what elements mean by themselves, the sheet Word pastes along, and style attributes."""

import re
from dataclasses import dataclass, field, replace

from portal.files.office.markup import Node
from portal.files.office.paper import first_font

LONGEST_SHEET = 1_000_000
SIMPLE = re.compile(r"([a-z][a-z0-9]*)?(?:\.([\w-]+))?", re.IGNORECASE)
DECLARED = re.compile(r"""(?<![a-z-])([a-z-]++)\s*+:\s*((?:"[^"]*"|'[^']*'|[^;"'])*)""", re.IGNORECASE)
MOST_RULES = 2000
WEIGHTS = {"bold": True, "bolder": True, "normal": False, "lighter": False}


@dataclass(frozen=True)
class Look:
    font: str | None = None
    bold: bool = False
    italic: bool = False
    underline: bool = False
    hidden: bool = False
    raised: str = ""  # superscript, subscript
    link: str | None = None


PLAIN = Look()


@dataclass
class Sheet:
    """Declarations by (element, class); "" where either is not named."""

    rules: dict[tuple[str, str], dict[str, str]] = field(default_factory=dict)

    def take(self, css: str) -> None:
        for rule in _uncommented(css[:LONGEST_SHEET]).split("}"):
            selectors, _, said = rule.rpartition("{")
            for selector in selectors.rpartition("{")[2].split(",")[:50]:
                simple = SIMPLE.fullmatch(selector.strip())
                if simple and (simple[1] or simple[2]) and len(self.rules) < MOST_RULES:
                    key = ((simple[1] or "").lower(), simple[2] or "")
                    self.rules.setdefault(key, {}).update(declared(said))

    def of(self, node: Node) -> dict[str, str]:
        """Everything declared for an element, the nearest last."""
        classes = node.get("class").split()[:10]
        keys = [(node.tag, ""), *(("", one) for one in classes), *((node.tag, one) for one in classes)]
        told: dict[str, str] = {}
        for key in keys:
            told |= self.rules.get(key, {})
        return told | declared(node.get("style"))


def _uncommented(css: str) -> str:
    first, *rest = css.split("/*")  # each comment ends at its own sign, one left open at the end of all
    told = first + "".join(part.partition("*/")[2] for part in rest)
    return told.replace("<!--", "").replace("-->", "")


def declared(css: str) -> dict[str, str]:
    return {name.lower(): value.strip() for name, value in DECLARED.findall(css[:4000])}


def look_of(node: Node, under: Look, told: dict[str, str]) -> Look:
    """What an element and its style make of the look it stands in."""
    look = under
    match node.tag:
        case "b" | "strong" | "th":
            look = replace(look, bold=True)
        case "i" | "em" | "cite":
            look = replace(look, italic=True)
        case "u" | "ins":
            look = replace(look, underline=True)
        case "sup" | "sub":
            look = replace(look, raised="superscript" if node.tag == "sup" else "subscript")
        case "font" if node.get("face"):
            look = replace(look, font=first_font(node.get("face")))
    if family := told.get("font-family"):
        look = replace(look, font=first_font(family) or look.font)
    weight = told.get("font-weight", "").lower()
    if weight in WEIGHTS or (weight.isascii() and weight.isdigit()):
        look = replace(look, bold=WEIGHTS.get(weight, len(weight) < 5 and int(weight) >= 600))
    if slant := told.get("font-style", "").lower():
        look = replace(look, italic=slant.startswith(("italic", "oblique")))
    if "underline" in told.get("text-decoration", "") + told.get("text-decoration-line", ""):
        look = replace(look, underline=True)
    if told.get("display", "").lower() == "none" or told.get("mso-hide", "").lower() == "all":
        look = replace(look, hidden=True)
    return look
