"""Files fit in the head, functions on a screen, and every module says what it is for (house rules 2 to 6)."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from tests.habits.tree import HOUSE, READ_ONCE, functions, modules, parsed, short

pytestmark = READ_ONCE

MOST_FILE_LINES = 400
MOST_FUNCTION_LINES = 40
NAMELESS = {"utils", "helpers", "common", "misc", "manager", "managers", "base2"}
SAME_IN_EVERY_FEATURE = {
    "__init__", "admin", "api", "apps", "forms", "imports", "intake", "migrations", "models", "queries", "render",
    "services", "static", "tasks", "templates", "urls", "views",
}
UNFINISHED = re.compile(r"\b(TODO|FIXME|XXX|NotImplementedError)\b|(pytest|mark)\.(skip|xfail)|importorskip")
ALL = modules("sidamping", "tests", "bench", "tools")


def test_no_file_is_longer_than_four_hundred_lines() -> None:
    long = {short(path): lines for path in ALL if (lines := len(path.read_text().splitlines())) > MOST_FILE_LINES}
    assert not long


def test_no_function_is_longer_than_forty_lines() -> None:
    long = [
        f"{short(path)}:{node.lineno} {node.name} {lines}"
        for path in ALL
        for node in functions(path)
        if (lines := (node.end_lineno or 0) - node.lineno + 1) > MOST_FUNCTION_LINES
    ]
    assert not long


def test_every_module_opens_with_what_it_is_for() -> None:
    silent = [short(path) for path in ALL if not ast.get_docstring(parsed(path)) and path.read_text().strip()]
    assert not silent


def test_an_opening_is_short() -> None:
    openings = {short(path): ast.get_docstring(parsed(path)) or "" for path in modules("sidamping")}
    assert not [name for name, opening in openings.items() if len(opening) > 700]


def test_no_folder_or_file_has_a_name_that_says_nothing() -> None:
    assert not [short(path) for path in ALL if NAMELESS & {part.removesuffix(".py") for part in path.parts}]


def test_every_feature_has_the_same_file_names() -> None:
    odd = [
        short(path)
        for feature in sorted((HOUSE / "features").iterdir())
        if feature.is_dir() and feature.name != "__pycache__"
        for path in sorted(feature.iterdir())
        if path.name != "__pycache__" and path.stem not in SAME_IN_EVERY_FEATURE
    ]
    assert not odd


def test_nothing_is_marked_unfinished_or_skipped() -> None:
    here = Path(__file__)
    assert not [short(path) for path in ALL if path != here and UNFINISHED.search(path.read_text())]


@pytest.mark.parametrize("silence", ["# noqa", "# type: ignore"])
def test_silencing_a_checker_needs_a_reason_on_the_line(silence: str) -> None:
    bare = [
        f"{short(path)}:{number}"
        for path in modules("sidamping")
        for number, line in enumerate(path.read_text().splitlines(), 1)
        if silence in line and not re.search(re.escape(silence) + r"[^#]*#\s*\w", line)
    ]
    assert not bare
