"""The files of the house as the habits look at them."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
HOUSE = ROOT / "sidamping"
READ_ONCE = pytest.mark.xdist_group("tree")
"""For tests of files: beside each other, so that every file is read and understood once."""
FIRST_TABLES = "0001_initial.py"  # written by Django's makemigrations, not by hand


def modules(*tops: str) -> list[Path]:
    """Python files under the given top folders, without Django's own first tables."""
    found = (path for top in tops for path in sorted((ROOT / top).rglob("*.py")))
    return [path for path in found if path.name != FIRST_TABLES]


def texts(pattern: str) -> list[Path]:
    """Files of the house by pattern, for example *.html."""
    return sorted(HOUSE.rglob(pattern))


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text())


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def short(path: Path) -> str:
    return str(path.relative_to(ROOT))
