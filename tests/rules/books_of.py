"""Small rulebooks on disk for the tests: start from the packaged one and change, add or drop files."""

from __future__ import annotations

import shutil
from pathlib import Path

from sidamping.rules.loader import Book, packaged, read_book


def copied(folder: Path) -> Path:
    """A full copy of the packaged rulebook that a test may spoil."""
    target = folder / "rulebook"
    shutil.copytree(Path(str(packaged())), target)
    return target


def rule(folder: Path, name: str, file: str, text: str) -> Path:
    """Write one rule file into a rulebook folder."""
    target = folder / "rules" / name / file
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, "utf-8")
    return target


def days(value: int, *, extra: str = "", ends: bool = False) -> str:
    """The text of a rule with one value in days."""
    lines = ["title: {id: Uji, en: Test}", "status: contoh", "cite: sidamping#daftar"]
    lines += ["ends: true"] if ends else [f"values: {{limit: {{value: {value}, unit: days, cite: sidamping#daftar}}}}"]
    return "\n".join([*lines, *([extra] if extra else [])]) + "\n"


def small(folder: Path, files: dict[str, str]) -> Book:
    """A rulebook with one rule, R-UJI, in the given files."""
    for file, text in files.items():
        rule(folder, "R-UJI", file, text)
    return read_book(folder)
