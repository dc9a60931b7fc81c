"""Data for the printing press: every letter the fonts lack replaced, exact figures as plain numbers."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from sidamping.platform.documents.glyphs import printable


def clean(value: Any) -> Any:
    """The data as the templates take it."""
    if isinstance(value, str):
        return printable(value)
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, dict):
        return {key: clean(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [clean(part) for part in value]
    return value
