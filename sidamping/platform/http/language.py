"""The language of the person who reads, as the rulebook and the catalogue write it."""

from __future__ import annotations

from django.utils.translation import get_language


def reader_language() -> str:
    """'en' for English in any form, else 'id'."""
    return "en" if (get_language() or "id").startswith("en") else "id"
