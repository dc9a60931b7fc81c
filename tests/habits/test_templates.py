"""Pages carry no inline code and nothing from a foreign server; what is vendored is what was vendored."""

from __future__ import annotations

import hashlib
import re

import pytest

from tests.habits.tree import HOUSE, short, texts

PAGES = texts("*.html")
INLINE = re.compile(r"<style[\s>]|\sstyle\s*=|\son[a-z]+\s*=\s*[\"']|javascript:|<script(?![^>]*\ssrc=)[^>]*>", re.I)
DATA_ONLY = re.compile(r'<script[^>]*type="application/json"[^>]*>')
FOREIGN = re.compile(r"""(?:src|href|action|hx-\w+)\s*=\s*["'](?:https?:)?//[^"']+""")
LINKS = {"web/about.html", "web/help.html", "ui/copy.html"}
WEB = HOUSE / "edges" / "web"


def test_no_page_has_inline_code() -> None:
    odd = [f"{short(page)}: {hit[0].strip()}" for page in PAGES if (hit := INLINE.search(_code(page.read_text())))]
    assert not odd


def test_no_page_loads_from_a_foreign_server() -> None:
    odd = [short(page) for page in PAGES if FOREIGN.search(page.read_text()) and not _may_link(short(page))]
    assert not odd


@pytest.mark.parametrize("line", (WEB / "vendored.sha256").read_text().splitlines())
def test_a_vendored_file_is_as_it_was_taken(line: str) -> None:
    wanted, name = line.split(maxsplit=1)
    assert hashlib.sha256((WEB / name.lstrip("*")).read_bytes()).hexdigest() == wanted, name


def _code(page: str) -> str:
    return DATA_ONLY.sub("", re.sub(r"{#.*?#}|{% comment.*?endcomment %}", "", page, flags=re.S))


def _may_link(name: str) -> bool:
    """Pages that name a source or a licence may link to it; they load nothing from there."""
    return any(name.endswith(one) for one in LINKS)
