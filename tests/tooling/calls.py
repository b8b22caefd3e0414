"""What a function of ours leads to and what it writes, read from the code as it stands."""

import ast
import inspect
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import FunctionType, ModuleType
from typing import Any

from django.db.models import Model

WRITES = frozenset({"create", "bulk_create", "update", "bulk_update", "delete", "update_or_create", "get_or_create"})
OF_A_ROW = frozenset({"save", "delete", "publish", "add_child", "create", "bulk_create", "set"})
QUERIES = frozenset({"filter", "exclude", "all", "select_for_update"})
ROOT = Path(__file__).resolve().parents[2] / "portal"
SOME_ROW = "a row"  # of whichever model: the code alone does not say


def ours(thing: object) -> bool:
    """Written by us; what dataclasses write for themselves is not."""
    written_down = not isinstance(thing, FunctionType) or Path(thing.__code__.co_filename).is_relative_to(ROOT)
    return isinstance(thing, FunctionType | type) and thing.__module__.startswith("portal.") and written_down


def tree(function: FunctionType) -> ast.AST:
    """A function as it is written down."""
    return _of_file(function.__code__.co_filename).get(function.__code__.co_firstlineno, ast.Pass())


@cache
def _of_file(name: str) -> dict[int, ast.AST]:
    """Every function of a file by its first line, which is that of its first decorator; two may share none."""
    found: dict[int, ast.AST] = {}
    for node in ast.walk(ast.parse(Path(name).read_text())):
        if isinstance(node, ast.FunctionDef | ast.Lambda):
            first = min((one.lineno for one in getattr(node, "decorator_list", ())), default=node.lineno)
            found.setdefault(first, node)
    return found


def meant(node: ast.AST, names: dict[str, Any]) -> Any:
    """What a name, or a name in a module, stands for; None where only a run would tell."""
    if isinstance(node, ast.Name):
        return names.get(node.id)
    if isinstance(node, ast.Attribute):
        of = meant(node.value, names)
        return getattr(of, node.attr, None) if isinstance(of, ModuleType) else None
    return None


@cache
def next_ones(function: FunctionType) -> frozenset[FunctionType]:
    """The functions of ours one names, and the methods of the classes of ours it names; models' own are Django's."""
    found: set[FunctionType] = set()
    for node in ast.walk(tree(function)):
        thing = meant(node, function.__globals__)
        if isinstance(thing, type) and ours(thing) and not issubclass(thing, Model):
            found |= {method for method in vars(thing).values() if isinstance(method, FunctionType)}
        elif callable(thing) and ours(thing := inspect.unwrap(thing)) and isinstance(thing, FunctionType):
            found.add(thing)
    return frozenset(one for one in found if ours(one))


def closure(function: FunctionType) -> frozenset[FunctionType]:
    """Everything of ours a function leads to, itself among it."""
    found, open_ = {function}, [function]
    while open_:
        new = next_ones(open_.pop()) - found
        found |= new
        open_ += new
    return frozenset(found)


@cache
def written(function: FunctionType) -> frozenset[str]:
    """The models whose rows a function itself writes, by label; SOME_ROW where the code does not say of which."""
    return frozenset(_written(function))


def _written(function: FunctionType) -> Iterator[str]:
    for node in ast.walk(tree(function)):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
            continue
        *steps, root = _steps(node.func)
        model = meant(root, function.__globals__)
        if isinstance(model, type) and issubclass(model, Model):
            if steps[0] in WRITES:
                yield model._meta.label_lower
        elif steps[0] in OF_A_ROW or (steps[0] in WRITES and QUERIES & set(steps)):
            yield SOME_ROW


def _steps(node: ast.AST) -> list[Any]:
    """`Model.objects.filter(…).update` as ["update", "filter", "objects", <Model>]."""
    steps: list[Any] = []
    while isinstance(node, ast.Attribute | ast.Call):
        if isinstance(node, ast.Attribute):
            steps.append(node.attr)
            node = node.value
        else:
            node = node.func
    return [*steps, node]
