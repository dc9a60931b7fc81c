"""Every write is named in the list of activities, and the list names nothing that is not written (house rule 23)."""

from __future__ import annotations

import ast

import yaml

from tests.habits.tree import HOUSE, modules, parsed

LIST = HOUSE / "rulebook" / "lists" / "activities.yaml"


def test_activities_in_code_and_in_the_list_are_the_same() -> None:
    listed = {code["code"] for code in yaml.safe_load(LIST.read_text())["codes"] if not code.get("retired")}
    assert sorted(_recorded()) == sorted(listed)


def test_every_activity_has_both_languages() -> None:
    codes = yaml.safe_load(LIST.read_text())["codes"]
    assert not [code["code"] for code in codes if not (code.get("id") and code.get("en"))]


def _recorded() -> set[str]:
    """Action codes given to journal.record, also through a constant or a choice between constants."""
    found = set()
    for path in modules("sidamping"):
        for node in ast.walk(parsed(path)):
            if isinstance(node, ast.Call) and _is_record(node.func) and node.args:
                found.update(_codes(node.args[0], parsed(path)))
    return found


def _is_record(called: ast.expr) -> bool:
    return isinstance(called, ast.Attribute) and called.attr == "record" and getattr(called.value, "id", "") == "journal"


def _codes(given: ast.expr, module: ast.Module) -> set[str]:
    if isinstance(given, ast.Constant):
        return {str(given.value)}
    if isinstance(given, ast.IfExp):
        return _codes(given.body, module) | _codes(given.orelse, module)
    prefix = given.values[0] if isinstance(given, ast.JoinedStr) else None
    start = str(prefix.value) if isinstance(prefix, ast.Constant) else ""
    assert start, f"journal.record gets its action in a way this test cannot read: {ast.unparse(given)}"
    listed = yaml.safe_load(LIST.read_text())["codes"]
    return {code["code"] for code in listed if code["code"].startswith(start)}
