"""Who asks a rule: programmes and papers by their files, functions whose source names it. Read off, never typed."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from sidamping.rules.loader import Book

REFERRING = ("programmes", "papers")


@dataclass(frozen=True)
class Use:
    """A file of the rulebook or a function that asks the rule, and for what."""

    where: str
    what: str


def uses(rule: str, book: Book) -> tuple[Use, ...]:
    """Everything that asks the rule, files first; nothing means that no part of the system decides by it yet."""
    told = [Use(file.path, f"{key}: {value['key']}") for kind in REFERRING for file in book.kind(kind)
            for key, value in _pointing("", file.data) if value["rule"] == rule]
    return (*told, *_code_uses().get(rule, ()))


def _pointing(key: str, value: Any) -> Iterator[tuple[str, Any]]:
    """Places of the form {rule, key}."""
    if hasattr(value, "items"):
        if {"rule", "key"} <= set(value):
            yield key, value
        for name, one in value.items():
            yield from _pointing(f"{key}.{name}" if key else str(name), one)
    elif isinstance(value, tuple):
        for at, one in enumerate(value, 1):
            yield from _pointing(f"{key}[{at}]", one)


@cache
def _code_uses() -> dict[str, tuple[Use, ...]]:
    found: dict[str, tuple[Use, ...]] = {}
    for path, text in _sources(files("sidamping"), "sidamping"):
        for rule, use in _asking(path, ast.parse(text)):
            found[rule] = (*found.get(rule, ()), use)
    return found


def _asking(path: str, tree: ast.Module) -> Iterator[tuple[str, Use]]:
    """Functions and constants with a text that is exactly the name of a rule."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            said = (ast.get_docstring(node) or node.name).splitlines()[0]
            name = node.name
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            target = node.targets[0] if isinstance(node, ast.Assign) else node.target
            said = name = ast.unparse(target)
        else:
            continue
        rules = {one.value for one in ast.walk(node) if isinstance(one, ast.Constant) and isinstance(one.value, str)}
        yield from ((rule, Use(f"{path}: {name}", said)) for rule in sorted(rules) if rule.startswith("R-"))


def _sources(folder: Traversable, path: str) -> Iterator[tuple[str, str]]:
    """The Python sources of the package, without the data folders."""
    for entry in sorted(folder.iterdir(), key=lambda one: one.name):
        if entry.is_dir() and entry.name not in ("__pycache__", "rulebook", "migrations"):
            yield from _sources(entry, f"{path}/{entry.name}")
        elif entry.name.endswith(".py"):
            yield f"{path}/{entry.name}", entry.read_text("utf-8")
