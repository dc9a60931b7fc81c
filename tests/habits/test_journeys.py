"""Every requirement of the programmes is carried by an act of a journey, named in the act or in its docstring.

Counted are acts that run only: a test, or a function that another function of its file calls.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

JOURNEYS = Path(__file__).parents[1] / "journeys"
WANTED = {
    "A": (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 14), "B": range(1, 16), "C": range(1, 12), "D": (5,), "E": (18, 20),
}  # fmt: skip
IN_NAME = re.compile(r"(?<![a-z0-9])([a-e][0-9]{1,2})(?=_)")
IN_WORDS = re.compile(r"\b([A-E][0-9]{1,2})\b")


def test_every_requirement_of_the_programmes_is_carried_by_a_journey() -> None:
    carried = {id for path in JOURNEYS.glob("test_*.py") for act in _acts(path) for id in _carries(act)}
    wanted = {f"{part}{number}" for part, numbers in WANTED.items() for number in numbers}
    assert sorted(wanted - carried) == []


def _acts(path: Path) -> Iterator[ast.FunctionDef]:
    tree = ast.parse(path.read_text())
    called = {one.func.id for one in ast.walk(tree) if isinstance(one, ast.Call) and isinstance(one.func, ast.Name)}
    for one in tree.body:
        if isinstance(one, ast.FunctionDef) and (one.name.startswith("test_") or one.name in called):
            yield one


def _carries(act: ast.FunctionDef) -> set[str]:
    named = {id.upper() for id in IN_NAME.findall(act.name)}
    return named | set(IN_WORDS.findall(ast.get_docstring(act) or ""))
