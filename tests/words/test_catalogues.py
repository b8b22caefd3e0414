"""Whatever a pinned library can say it says in Vietnamese, whole and with everything it has to fill in."""

import re
from collections import Counter

import pytest
from babel.messages.pofile import read_po

from portal.settings.env import ROOT
from tests.words.english import DOMAINS, OURS, PLACEHOLDER, TAG, Visible, english, english_in, ours, theirs

TEMPLATES = sorted(
    path for path in (ROOT / "portal").glob("**/templates/**/*.*") if path.suffix in (".html", ".txt")
)  # fmt: skip
SCRIPTS = sorted((ROOT / "portal" / "static_src" / "js").glob("*.js"))
BASE = re.compile(r'{% extends "([^"]+)" %}')
MARKS = re.compile(r"{% comment.*?{% endcomment %}|{% block body_class %}\S*|{#.*?#}|{%.*?%}|{{.*?}}", re.DOTALL)
FOR_ENGLISH = re.compile(r'{% (?:el)?if [^%]*== "en"[^%]*%}.*?(?={% (?:else|elif|endif))', re.DOTALL)
TYPED = re.compile(r"\$\{[^}]*\}")
SENTENCE = re.compile(r'["`]([A-ZĐÀ-Ỹ][^"`\n]* [^"`\n]*)["`]')


@pytest.mark.parametrize("domain", DOMAINS)
def test_every_sentence_of_every_pinned_package_has_a_vietnamese_one(domain: str) -> None:
    missing = [
        said
        for said in english(domain)
        if said.name not in ours(domain) and said.name not in theirs(said.package, domain)
    ]
    assert missing == []


@pytest.mark.parametrize("domain", DOMAINS)
def test_nothing_to_fill_in_and_no_tag_is_lost_on_the_way(domain: str) -> None:
    broken = []
    for said in english(domain):
        words = ours(domain).get(said.name) or theirs(said.package, domain)[said.name]
        if shape(words) != shape(said.forms[-1]):
            broken.append((said, words))
    assert broken == []


def shape(text: str) -> tuple[Counter[str], Counter[str], bool, bool]:
    """What a sentence must keep: its placeholders, its tags, a line break before and after."""
    return Counter(PLACEHOLDER.findall(text)), Counter(TAG.findall(text)), text[:1] == "\n", text[-1:] == "\n"


@pytest.mark.parametrize("domain", DOMAINS)
def test_what_runs_is_what_was_written_and_nothing_in_it_is_doubtful_or_idle(domain: str) -> None:
    with (OURS / f"{domain}.po").open("rb") as file:
        written = [message for message in read_po(file, locale="vi", abort_invalid=True) if message.id]
    said = {
        (message.context or "", message.id if isinstance(message.id, str) else message.id[0]): message
        for message in written
    }
    words = {name: one.string if isinstance(one.string, str) else one.string[0] for name, one in said.items()}
    assert words == ours(domain)  # else run scripts/catalogue.py
    assert [message.id for message in written if message.fuzzy] == []
    assert sorted(set(said) - {line.name for line in english(domain)}) == []


@pytest.mark.parametrize("domain", DOMAINS)
def test_no_sentence_was_left_as_it_was(domain: str) -> None:
    assert [name for name, words in ours(domain).items() if name[1] == words and english_in(words)] == []


def test_our_own_templates_speak_no_english() -> None:
    """But for the pages in English, which say so."""
    found = {}
    for path in TEMPLATES:
        source = path.read_text(encoding="utf-8")
        if path.name.startswith("english") or "english.html" in BASE.findall(source):
            continue
        plain = MARKS.sub(" ", FOR_ENGLISH.sub(" ", source))
        lines = Visible(plain).lines if path.suffix == ".html" else plain.splitlines()
        if english := [line for line in lines if '="' not in line and english_in(line)]:
            found[str(path.relative_to(ROOT))] = english
    assert found == {}


def test_our_own_scripts_speak_no_english() -> None:
    said = {
        path.name: [
            line for line in SENTENCE.findall(path.read_text(encoding="utf-8")) if english_in(TYPED.sub("", line))
        ]
        for path in SCRIPTS
    }
    assert {name: lines for name, lines in said.items() if lines} == {}
