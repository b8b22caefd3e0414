"""The book of rules, read from the code: every `R-…` of portal/ with its clause, what it says, where it stands, who tests it.

`python -m tests.docs.rules_book` writes docs/rules.md anew.
"""

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from portal.approval.rules import ROWS

ROOT = Path(__file__).resolve().parents[2]
BOOK = ROOT / "docs" / "rules.md"
ID = re.compile(r"R-[A-Z]+-(?:\d\d|[A-Z]{5,})")
IN_DOCSTRING = re.compile(r"(R-[A-Z]+-(?:\d\d|[A-Z]{5,}))((?:, -\d\d)*): (.+?)(?:\n\n|\Z)", re.DOTALL)
CLAUSE = re.compile(r"\(((?:Điều|TT|Luật) [^)]+)\)")
LAWS = ("Điều ", "TT ", "Luật ")
INTRO = """# The book of rules

Clause of the regulation → rule → what it says → where it stands → who tests it. Written from the code by
`python -m tests.docs.rules_book`; a test fails where the two differ. A rule whose clause is empty is the house's own.

| Clause | Rule | Says | File | Test |
|---|---|---|---|---|
"""


SILENT = {  # rules that say their sentence elsewhere, or only in the record
    "R-PUBLISH-01": "the record of an approved text going up, under the clause it was decided by.",
    "R-COLLAB-07": "a declined proposal says why.",
    "R-PERSONNEL-07": "a personnel proposal says why.",
    "R-PERSONNEL-08": "a personnel proposal is declined with a reason.",
    "R-SUSPEND-05": "a withdrawal of rights, or its proposal, says why.",
    "R-PLAN-05": "a sheet that cannot be read as a plan says what is wrong with it.",
    "R-INPUT-01": "what cannot be kept is named at its field.",
    "R-SEARCH-01": "every word asked for must be there, with or without marks.",
}
STORIES = {  # tests that tell a rule without its id
    "tests/search/test_finding.py": {"R-SEARCH-01", "R-SEARCH-02"},
    "tests/plan/test_sheets.py": {"R-PLAN-05"},
}


@dataclass
class Rule:
    """One line of the book."""

    id: str
    clauses: list[str] = field(default_factory=list)
    sentences: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    files: list[str] = field(default_factory=list)
    tests: list[str] = field(default_factory=list)

    @property
    def clause(self) -> str:
        return next(filter(None, self.clauses), "")

    @property
    def says(self) -> str:
        return next(iter([*self.sentences, *self.notes, SILENT.get(self.id, "")]))

    def line(self) -> str:
        room = self.files[0].split("/")[1]
        tests = sorted(self.tests, key=lambda name: not name.startswith(f"tests/{room}/"))  # its own room's test first
        return f"| {self.clause} | {self.id} | {self.says} | `{self.files[0]}` | `{next(iter(tests), '')}` |\n"

    def order(self) -> tuple[list[int], str]:
        return [int(number) for number in re.findall(r"\d+", self.clause)] or [0], self.id


def book() -> str:
    return INTRO + "".join(rule.line() for rule in sorted(rules().values(), key=Rule.order))


def rules() -> dict[str, Rule]:
    found: dict[str, Rule] = defaultdict(lambda: Rule(""))
    for path in sorted((ROOT / "portal").rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        if not ID.search(text) and "R-ROUTE" not in text:
            continue
        named = [*_rules_of(ast.parse(text)), *(Rule(one) for one in ID.findall(text))]
        for rule in named:
            known = found[rule.id]
            known.id = rule.id
            for name in ("clauses", "sentences", "notes"):
                getattr(known, name).extend(getattr(rule, name))
            place = path.relative_to(ROOT).as_posix()
            if place not in known.files:
                known.files.append(place)
    for row in ROWS.values():
        found[row.rule] = Rule(row.rule, [row.clause], [row.why], [], ["portal/approval/route_rules.py"])
    for name, ids in _mentions().items():
        for one in ids & found.keys():
            found[one].tests.append(name)
    return dict(found)


def _mentions() -> dict[str, set[str]]:
    """Which test files and features name which rule."""
    paths = [*sorted((ROOT / "tests").rglob("test_*.py")), *sorted((ROOT / "features").glob("*.feature"))]
    told = {path.relative_to(ROOT).as_posix(): set(ID.findall(path.read_text(encoding="utf-8"))) for path in paths}
    told["tests/approval/test_routes.py"] |= {row.rule for row in ROWS.values()}  # by its table of rows
    return {name: ids | STORIES.get(name, set()) for name, ids in told.items()}


def _rules_of(tree: ast.AST) -> Iterator[Rule]:
    said: dict[str, list[tuple[int, str]]] = defaultdict(list)  # sentences kept in a variable first
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            said[node.targets[0].id].append((node.lineno, _text(node.value)))
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield from _of_call(node, said)
        elif isinstance(node, ast.Tuple):
            values = [_text(one) for one in node.elts]
            if values and ID.fullmatch(values[0]):
                yield Rule(values[0], ["Điều 12.2, 14.1"], [max(values[1:], key=len)])
        elif isinstance(node, ast.FunctionDef | ast.ClassDef | ast.AsyncFunctionDef):
            yield from _of_docstring(ast.get_docstring(node) or "")


def _of_call(node: ast.Call, said: dict[str, list[tuple[int, str]]]) -> Iterator[Rule]:
    def text(one: ast.expr) -> str:
        if isinstance(one, ast.Name):
            return max(((line, words) for line, words in said[one.id] if line <= one.lineno), default=(0, ""))[1]
        return _text(one)

    values = [text(one) for one in node.args]
    named = {one.arg: _text(one.value) for one in node.keywords if one.arg}
    ids = [one for one in [*values, named.get("rule", "")] if ID.fullmatch(one)]
    if not ids:
        return
    clause = named.get("clause", "") or next((one for one in values if one.startswith(LAWS)), "")
    sentences = [one for one in values if " " in one and not one.startswith(LAWS)] if values[:1] == ids[:1] else []
    default = ["Điều 12.2, 14.1"] if getattr(node.func, "id", "") == "_missing" else []
    for one in ids:
        yield Rule(one, [clause, *default], sentences[:1])


def _of_docstring(text: str) -> Iterator[Rule]:
    for first, more, said in IN_DOCSTRING.findall(text):
        sentence = " ".join(said.split())
        clause = CLAUSE.findall(sentence)
        for one in [first, *(f"{first[:-3]}{number.strip()}" for number in more.split(",") if number.strip())]:
            yield Rule(one, clause[:1], [], [sentence])


def _text(node: ast.expr) -> str:
    if isinstance(node, ast.Constant):
        return str(node.value) if isinstance(node.value, str) else ""
    if isinstance(node, ast.JoinedStr):
        return "".join(_text(part) if isinstance(part, ast.Constant) else "…" for part in node.values)
    if isinstance(node, ast.IfExp):
        return _text(node.body)
    return ""


if __name__ == "__main__":
    import os

    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.test")
    django.setup()
    BOOK.write_text(book(), encoding="utf-8")
