"""What can be generated is generated and compared; what code reads from the environment is explained (rule 39)."""

from __future__ import annotations

import ast
import re

import pytest

from sidamping.domain.problems.catalogue import CATALOGUE
from tests.habits.addresses import every_address
from tests.habits.tree import READ_ONCE, ROOT, modules, parsed
from tools import pages

pytestmark = READ_ONCE

DOCS = ROOT / "docs"
ENVIRONMENT = re.compile(r"(?:SIDAMPING_[A-Z_]+|DATABASE_URL|PORT)")
INDONESIAN = {
    "shu", "phu", "rat", "ksp", "dinas", "nik", "nik_koperasi", "nib", "npwp", "nip", "tpk", "pmo", "monev", "demam",
}


@pytest.mark.parametrize("name", ["errors.md", "database.md", "addresses.md", "activities.md"])
def test_a_generated_page_is_up_to_date(name: str) -> None:
    assert (DOCS / name).read_text() == pages.pages()[name], "run: make docs"


def test_every_code_and_every_address_has_its_line() -> None:
    errors, addresses = (DOCS / "errors.md").read_text(), (DOCS / "addresses.md").read_text()
    assert not [code for code in CATALOGUE if f"| {code} |" not in errors]
    assert not [one.route for one in every_address() if f"| /{one.route} |" not in addresses]


def test_every_setting_is_explained_to_who_operates_a_server() -> None:
    page = (DOCS / "how-to" / "operate-a-server.md").read_text()
    read = {
        node.value
        for path in modules("sidamping")
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and ENVIRONMENT.fullmatch(node.value)
    }
    assert not sorted(name for name in read if f"`{name}`" not in page)


def test_every_indonesian_word_in_a_name_is_in_the_glossary() -> None:
    page = (DOCS / "glossary.md").read_text().lower()
    firsts = [line.split("|")[1] for line in page.splitlines() if line.startswith("|")]
    rows = {word.strip() for first in firsts for word in first.split(",")}
    used = {
        part
        for path in modules("sidamping")
        for node in ast.walk(parsed(path))
        for part in _words(node)
        if part in INDONESIAN
    }
    assert not sorted(used - rows)


def test_every_decision_tells_what_why_and_what_else() -> None:
    for page in sorted((DOCS / "decisions").glob("*.md")):
        text = page.read_text()
        assert re.match(r"# \d{4} ", text), page.name
        assert {"## Decision", "## Why"} <= set(text.splitlines()), page.name


def _words(node: ast.AST) -> set[str]:
    name = getattr(node, "id", None) or getattr(node, "attr", None) or getattr(node, "name", None) or ""
    return set(str(name).lower().split("_")) if isinstance(name, str) else set()
