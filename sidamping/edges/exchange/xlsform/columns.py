"""The sheets and columns of XLSForm that are read and written here; every other filled cell is refused by name."""

from __future__ import annotations

import re

SURVEY, CHOICES, SETTINGS = "survey", "choices", "settings"
FOREIGN_SHEETS = frozenset({"external_choices", "entities", "osm"})
"""Sheets that change what a form does. Any other sheet is a remark of its writer; XLSForm leaves it unread too."""
LANGUAGES = {"id": "Indonesia (id)", "en": "English (en)"}
SPOKEN = {"indonesia": "id", "bahasa indonesia": "id", "indonesian": "id", "english": "en", "inggris": "en"}
TRANSLATED = ("label", "hint", "constraint_message", "required_message")
KNOWN: dict[str, tuple[str, ...]] = {
    SURVEY: ("type", "name", "label", "hint", "constraint", "constraint_message", "required", "required_message",
             "weight", "cite"),
    CHOICES: ("list_name", "name", "label", "score"),
    SETTINGS: ("form_title", "form_title_en", "form_id", "version", "default_language", "total", "subject",
               "respondent"),
}
NEEDED: dict[str, tuple[str, ...]] = {
    SURVEY: ("type", "name", "label.id"),
    CHOICES: ("list_name", "name"),
    SETTINGS: ("form_title", "form_id", "version"),
}
ALIASES = {"list name": "list_name", "title": "form_title", "id_string": "form_id"}
SPLIT = re.compile(r"\s*::?\s*")
CODED = re.compile(r".*\((id|en)\)\s*")


def heading(text: str) -> str:
    """'label::English (en)' → 'label.en', plain 'Label' → 'label.id', another column as it is, in small letters."""
    name, *spoken = SPLIT.split(text.strip().lower(), maxsplit=1)
    name = ALIASES.get(name, name)
    if name not in TRANSLATED:
        return name if not spoken else f"{name}::{spoken[0]}"
    if not spoken:
        return f"{name}.id"
    coded = CODED.fullmatch(spoken[0])
    language = coded[1] if coded else SPOKEN.get(spoken[0].strip())
    return f"{name}.{language}" if language else f"{name}::{spoken[0]}"


def is_known(sheet: str, key: str) -> bool:
    """Whether a column is read; translated ones are known in both languages."""
    name, _, language = key.partition(".")
    return name in KNOWN[sheet] and (not language or (name in TRANSLATED and language in LANGUAGES))


def shown(key: str) -> str:
    """The heading as it stands in the workbook: 'label.id' → 'label::Indonesia (id)'."""
    name, _, language = key.partition(".")
    return f"{name}::{LANGUAGES[language]}" if language else name
