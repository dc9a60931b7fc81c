"""One catalogue of errors: unique, in order, in both languages, used and documented (house rules 25 and 26)."""

from __future__ import annotations

import re
from string import Formatter

import pytest

from sidamping.domain.problems import books
from sidamping.domain.problems.catalogue import AREAS, CATALOGUE
from tests.habits.tree import ROOT, modules, short

CODE = re.compile(r"\b[A-Z]+_\d{3}\b")


def test_no_code_stands_in_two_areas() -> None:
    assert len(CATALOGUE) == sum(len(area.ENTRIES) for area in AREAS)
    assert len(books.ENTRIES) == sum(len(subject.ENTRIES) for subject in books.SUBJECTS)


@pytest.mark.parametrize("area", AREAS, ids=lambda area: area.__name__.rpartition(".")[2])
def test_the_codes_of_an_area_carry_its_name_and_count_up(area: object) -> None:
    name = area.__name__.rpartition(".")[2].upper()  # type: ignore[attr-defined]  # a module
    entries = area.ENTRIES  # type: ignore[attr-defined]  # a module
    assert list(entries) == [f"{name}_{number:03}" for number in range(1, len(entries) + 1)]


@pytest.mark.parametrize("code", CATALOGUE)
def test_a_message_names_the_same_values_in_both_languages(code: str) -> None:
    entry = CATALOGUE[code]
    assert entry.indonesian.strip() and entry.english.strip()
    assert entry.indonesian != entry.english
    assert _names(entry.indonesian) == _names(entry.english)


@pytest.mark.parametrize("code", CATALOGUE)
def test_a_message_says_what_to_do_now(code: str) -> None:
    """At least two sentences, or one that tells the reader to do something."""
    entry = CATALOGUE[code]
    for text in (entry.indonesian, entry.english):
        assert text.rstrip().endswith((".", "!")), text
        assert len(text.split()) >= 4, text


def test_every_code_is_used() -> None:
    used: set[str] = set()
    for path in modules("sidamping"):
        if "domain/problems/" not in short(path):
            used.update(CODE.findall(path.read_text()))
    for path in (ROOT / "sidamping").rglob("*.html"):
        used.update(CODE.findall(path.read_text()))
    assert not sorted(set(CATALOGUE) - used)


def test_every_code_in_the_source_is_in_the_catalogue() -> None:
    areas = {code.rpartition("_")[0] for code in CATALOGUE}
    unknown = {
        f"{short(path)} {code}"
        for path in modules("sidamping")
        for code in CODE.findall(path.read_text())
        if code.rpartition("_")[0] in areas and code not in CATALOGUE
    }
    assert not unknown


def _names(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}
