"""docs/rules.md says what the code says: every rule, its clause, its place, its test."""

import re

from tests.docs.rules_book import BOOK, ID, ROOT, book, rules


def test_the_book_is_the_code() -> None:
    assert BOOK.read_text(encoding="utf-8") == book(), "run: .venv/bin/python -m tests.docs.rules_book"


def test_every_id_in_the_code_has_its_line_and_no_line_is_without_its_rule() -> None:
    spoken = {
        found for path in (ROOT / "portal").rglob("*.py") for found in ID.findall(path.read_text(encoding="utf-8"))
    }
    written = set(re.findall(rf"\| ({ID.pattern}) \|", BOOK.read_text(encoding="utf-8")))
    routes = {f"R-ROUTE-{row:02d}" for row in range(1, 11)}
    assert written == spoken | routes


def test_every_rule_says_something() -> None:
    assert [rule.id for rule in rules().values() if not rule.says] == []


def test_no_rule_is_without_a_test_that_names_it() -> None:
    assert sorted(rule.id for rule in rules().values() if not rule.tests) == []
