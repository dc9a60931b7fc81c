"""Arrows point downwards, and nothing hides an upward one (house rules 7 to 9)."""

from __future__ import annotations

import ast
import configparser
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.habits.tree import HOUSE, READ_ONCE, ROOT, functions, modules, parsed, short

pytestmark = READ_ONCE

PUBLIC = {"services", "queries"}


def test_the_import_contracts_hold() -> None:
    linter = Path(sys.executable).parent / "lint-imports"
    answer = subprocess.run([linter, "--no-cache"], cwd=ROOT, capture_output=True, text=True)
    assert answer.returncode == 0, answer.stdout[-3000:]


def test_no_contract_ignores_an_import() -> None:
    contracts = configparser.ConfigParser()
    contracts.read(ROOT / ".importlinter")
    assert not [name for name in contracts.sections() if contracts.has_option(name, "ignore_imports")]


def test_a_feature_sees_only_services_and_queries_of_another() -> None:
    odd = []
    for path in modules("sidamping/features"):
        own = path.relative_to(HOUSE / "features").parts[0]
        for line, name in _imports(path):
            parts = name.split(".")
            foreign = parts[:2] == ["sidamping", "features"] and len(parts) > 2 and parts[2] != own
            if foreign and (len(parts) < 4 or parts[3] not in PUBLIC):
                odd.append(f"{short(path)}:{line} {name}")
    assert not odd


def test_an_import_inside_a_function_gives_its_reason() -> None:
    odd = []
    for path in modules("sidamping"):
        lines = path.read_text().splitlines()
        for function in functions(path):
            block = [node for node in ast.walk(function) if isinstance(node, ast.Import | ast.ImportFrom)]
            reasons = [node for node in block if "#" in lines[node.lineno - 1]]
            if block and not reasons:
                odd.append(f"{short(path)}:{block[0].lineno}")
    assert not odd


def test_rules_and_domain_read_no_clock() -> None:
    clock = re.compile(r"\b(datetime|date)\.(now|today|utcnow)\(|\btimezone\.(now|localdate|localtime)\(")
    paths = modules("sidamping/domain", "sidamping/rules", "sidamping/features")
    assert not [short(path) for path in paths if clock.search(path.read_text())]


def _imports(path: Path) -> Iterator[tuple[int, str]]:
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)
