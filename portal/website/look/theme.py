"""The school's colours as a style sheet of its own, kept for ever under an address that changes with them."""

from collections.abc import Mapping
from hashlib import sha256

from portal.base.models import School
from portal.website.look.palette import house, palette


def _rules(scheme: Mapping[str, str], usual: Mapping[str, str]) -> str:
    return " ".join(f"--{name}: {value};" for name, value in scheme.items() if value != usual.get(name))


def sheet(ink: str, phuong: str) -> str:
    """The sheet for two colours: what differs from the house's own, by day, by night, and where the reader asked for night."""
    made, own = palette(ink, phuong), house()
    day, night = _rules(made.light, own.light), _rules(made.dark, own.dark)
    return (
        f"@layer theme {{\n:root {{ {day} }}\n"
        f'@media (prefers-color-scheme: dark) {{ :root:not([data-nen="sang"]) {{ {_back(made.dark, made.light, own.dark)}{night} }} }}\n'
        f':root[data-nen="toi"] {{ {_back(made.dark, made.light, own.dark)}{night} }}\n}}\n'
    )


def _back(dark: Mapping[str, str], light: Mapping[str, str], usual: Mapping[str, str]) -> str:
    """What the school's day changed and its night does not: said again, or the day would shine through."""
    shone = [name for name in light if light[name] != house().light[name] and dark[name] == usual[name]]
    return "".join(f"--{name}: {dark[name]}; " for name in shone)


def key_of(css: str) -> str:
    return sha256(css.encode()).hexdigest()[:16]


def theme_url(school: School | None) -> str:
    """Where the sheet of this school is; "" where it kept the house's colours."""
    own = house().light
    if school is None or (school.ink, school.phuong) == (own["ink"], own["phuong"]):
        return ""
    return f"/giao-dien/{key_of(sheet(school.ink, school.phuong))}.css"
