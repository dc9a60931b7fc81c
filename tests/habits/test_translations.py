"""No untranslated text: every Indonesian message of the pages has its English, and the compiled file is up to date."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path
from string import Formatter

import polib
import pytest

from tests.habits.tree import HOUSE, READ_ONCE, ROOT

pytestmark = READ_ONCE

ENGLISH = HOUSE / "locale" / "en" / "LC_MESSAGES"
NAMED = re.compile(r"%\((\w+)\)[sd]")


@cache
def _wanted() -> dict[tuple[str, str], list[str]]:
    """Messages the source asks for, with where, gathered by gettext into a throw-away copy."""
    answer = subprocess.run(
        [sys.executable, "-m", "tools.messages"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    entries = polib.pofile(answer.stdout)
    return {(entry.msgctxt or "", entry.msgid): [place for place, _ in entry.occurrences] for entry in entries}


@cache
def _english() -> polib.POFile:
    return polib.pofile(str(ENGLISH / "django.po"))


def test_every_message_has_its_english() -> None:
    known = {(entry.msgctxt or "", entry.msgid) for entry in _english() if entry.translated() and not entry.fuzzy}
    missing = {key[1]: places[:2] for key, places in _wanted().items() if key not in known}
    assert not missing


def test_the_catalogue_holds_nothing_that_no_page_asks_for() -> None:
    known = {(entry.msgctxt or "", entry.msgid) for entry in _english() if not entry.obsolete}
    assert not sorted(known - set(_wanted()))


def test_translations_name_the_same_values() -> None:
    odd = [entry.msgid for entry in _english() if entry.translated() and not _same_names(entry)]
    assert not odd


def test_the_compiled_file_is_up_to_date() -> None:
    compiled = {(entry.msgctxt, entry.msgid): entry.msgstr for entry in polib.mofile(str(ENGLISH / "django.mo"))}
    source = {(entry.msgctxt, entry.msgid): entry.msgstr for entry in _english() if entry.translated()}
    assert compiled == source


@pytest.mark.parametrize("program", ["xgettext", "msgfmt"])
def test_gettext_is_here(program: str) -> None:
    assert shutil.which(program), "apt-get install gettext"


def test_the_words_of_the_command_line_are_compiled() -> None:
    words = Path(HOUSE / "edges" / "cli" / "words" / "id" / "LC_MESSAGES")
    source = {entry.msgid: entry.msgstr for entry in polib.pofile(str(words / "messages.po"))}
    assert {entry.msgid: entry.msgstr for entry in polib.mofile(str(words / "messages.mo"))} == source


def _same_names(entry: polib.POEntry) -> bool:
    for text in [entry.msgstr, *entry.msgstr_plural.values()]:
        if text and _values(entry.msgid) != _values(text):
            return False
    return True


def _values(text: str) -> tuple[set[str], set[str]]:
    """The names in %(name)s and in {name}."""
    try:
        braces = {name for _, name, _, _ in Formatter().parse(text) if name}
    except ValueError:
        braces = set()
    return set(NAMED.findall(text)), braces
