"""Every write is named in the list of activities, and the list names nothing that is not written (house rule 23)."""

from __future__ import annotations

import ast
import re

import yaml

from tests.habits.tree import HOUSE, modules, parsed

LIST = HOUSE / "rulebook" / "lists" / "activities.yaml"


def test_activities_in_code_and_in_the_list_are_the_same() -> None:
    listed = _listed()
    assert sorted(_written(listed)) == sorted(listed)


def test_every_activity_has_both_languages() -> None:
    codes = yaml.safe_load(LIST.read_text())["codes"]
    assert not [code["code"] for code in codes if not (code.get("id") and code.get("en"))]


def _listed() -> set[str]:
    return {code["code"] for code in yaml.safe_load(LIST.read_text())["codes"] if not code.get("retired")}


def _written(listed: set[str]) -> set[str]:
    """Action codes in the modules that write activities; `f"papers.{act}"` stands for every listed one so named."""
    shape = re.compile(rf"({'|'.join({code.partition('.')[0] for code in listed})})\.[a-z_]+")
    found = set()
    for path in modules("sidamping"):
        if "journal" not in path.read_text():
            continue
        for node in ast.walk(parsed(path)):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and shape.fullmatch(node.value):
                found.add(node.value)
            elif isinstance(node, ast.JoinedStr) and (start := _start(node)) and shape.match(start + "x"):
                found.update(code for code in listed if code.startswith(start))
    return found


def _start(text: ast.JoinedStr) -> str:
    first = text.values[0] if text.values else None
    return str(first.value) if isinstance(first, ast.Constant) else ""
