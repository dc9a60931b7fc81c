"""Every action the code records has a name in lists/activities."""

from __future__ import annotations

import ast
from pathlib import Path

import sidamping
from sidamping.rules.books import codes_of

ROOT = Path(sidamping.__file__).parent


def recorded(source: str) -> set[str]:
    """The literal first arguments of calls to `record` that look like 'area.action'."""
    calls = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call) and node.args)
    named = (node for node in calls if isinstance(node.func, ast.Attribute) and node.func.attr == "record")
    first = (node.args[0] for node in named)
    return {one.value for one in first if isinstance(one, ast.Constant) and "." in str(one.value)}


def test_every_recorded_action_has_a_name() -> None:
    found = {action for path in ROOT.rglob("*.py") for action in recorded(path.read_text("utf-8"))}
    assert found, "no call of journal.record found"
    assert found - set(codes_of("activities")) == set()
