"""The guide for users is true: its links lead somewhere, its bold words stand on the screen, its pictures are light."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sidamping.domain.problems.catalogue import CATALOGUE
from tests.habits.tree import HOUSE, ROOT

GUIDE = ROOT / "docs" / "panduan"
PAGES = [ROOT / "README.md", *sorted(GUIDE.glob("*.md"))]
EMPHASIS = {"dengan alasannya", "satu kali", "belum ada yang tersimpan", "0", "EN"}
"""Bold words that are stress or a sign, not something to press."""
ACCOUNTS = re.compile(r"[a-z]+(-[a-z]+)?\d*")
HEAVIEST, HEAVIEST_COVER = 60_000, 120_000


@pytest.fixture(scope="module")
def screens() -> str:
    """All that templates, forms and lists may say, in one text."""
    kinds = ("templates/**/*.html", "**/*.py", "rulebook/**/*.yaml")
    found = {path for kind in kinds for path in HOUSE.glob(kind)} | set(HOUSE.glob("*/*/templates/**/*.html"))
    found |= set((ROOT / "pwa").rglob("*.js"))
    return "\n".join(path.read_text() for path in sorted(found))


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_every_link_and_picture_of_the_guide_exists(page: Path) -> None:
    text = page.read_text()
    targets = re.findall(r"\]\(([^)#]+)", text) + re.findall(r'src="([^"]+)"', text)
    assert not [one for one in targets if "://" not in one and not (page.parent / one).exists()]


@pytest.mark.parametrize("page", PAGES[1:], ids=lambda path: path.name)
def test_every_bold_word_of_the_guide_stands_on_a_screen(page: Path, screens: str) -> None:
    bold = {word for span in re.findall(r"\*\*([^*]+)\*\*", page.read_text()) for word in span.split(" → ")}
    pressed = {word.rstrip(".:?") for word in bold - EMPHASIS if not ACCOUNTS.fullmatch(word)}
    assert not sorted(word for word in pressed if word not in screens)


def test_every_code_that_the_guide_explains_exists() -> None:
    named = {code for page in PAGES for code in re.findall(r"\b[A-Z]+_\d{3}\b", page.read_text())}
    assert not sorted(named - set(CATALOGUE))


def test_every_picture_is_light_and_shown() -> None:
    told = "".join(page.read_text() for page in PAGES)
    for picture in (GUIDE / "gambar").glob("*.png"):
        most = HEAVIEST_COVER if picture.stem == "sekilas" else HEAVIEST
        assert picture.stat().st_size <= most, picture.name
        assert picture.name in told, picture.name
