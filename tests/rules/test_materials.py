"""The starter set of the rulebook: every topic in both languages, and a broken file is told (A3)."""

from __future__ import annotations

from datetime import date
from types import MappingProxyType

import pytest

from sidamping.rules.loader import RuleFile, book, freeze, thaw
from sidamping.rules.materials import material_faults, pinned_starter, starter, starter_of, starters

DAY = date(2026, 11, 5)


def changed(**parts: object) -> RuleFile:
    """The file of the two purses with other parts."""
    file = book().of("materials", "two-purses")[0]
    data = freeze({**thaw(file.data), **parts})
    assert isinstance(data, MappingProxyType)
    return RuleFile(file.kind, file.name, file.path, str(parts), data, file.starts)


def test_a_piece_is_asked_for_by_day_and_stays_readable_in_its_version() -> None:
    found = starter("two-purses", DAY)
    assert found is not None and found.mark == "2026-01-01" and found.status == "contoh"
    assert starter("two-purses", date(2025, 12, 31)) is None and starters(date(2025, 12, 31)) == ()
    assert starter_of("two-purses", "2026-01-01") == pinned_starter(found.version) == found
    assert starter_of("two-purses", "2020-01-01") is None and pinned_starter("lists/roles.yaml") is None


@pytest.mark.parametrize(("parts", "code"), [
    ({"topic": "cuaca"}, "RULEBOOK_007"), ({"format": "film"}, "RULEBOOK_007"), ({"level": "ahli"}, "RULEBOOK_007"),
    ({"programmes": ["entah"]}, "RULEBOOK_007"), ({"body": {"id": "- satu", "en": "one"}}, "RULEBOOK_005"),
])  # fmt: skip
def test_a_broken_file_is_told(parts: dict[str, object], code: str) -> None:
    assert [one.code for one in material_faults(book(), changed(**parts))] == [code]
