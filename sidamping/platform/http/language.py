"""The language of the person who reads, as the rulebook and the catalogue write it, and days in it."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from django.utils.dateformat import format as django_format
from django.utils.translation import get_language


def reader_language() -> str:
    """'en' for English in any form, else 'id'."""
    return "en" if (get_language() or "id").startswith("en") else "id"


def day_text(value: date) -> str:
    """'21 Nov 2026', in the reader's language."""
    return _day_text(value, get_language())


@lru_cache(maxsize=1024)
def _day_text(value: date, _language: str | None) -> str:
    """Days come again and again; Django writes them in the language that is active."""
    return django_format(value, "j M Y")
