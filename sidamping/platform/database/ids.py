"""Identifiers made by whoever creates the record: UUID version 7, sortable by time of birth."""

from __future__ import annotations

import secrets
import time
from uuid import UUID


def uuid7() -> UUID:
    """A new identifier: 48 bits of Unix milliseconds, then randomness (RFC 9562)."""
    stamp = (time.time_ns() // 1_000_000) & ((1 << 48) - 1)
    random = secrets.randbits(74)
    value = stamp << 80 | 0x7 << 76 | (random >> 62) << 64 | 0b10 << 62 | random & ((1 << 62) - 1)
    return UUID(int=value)


def read_id(text: str) -> UUID | None:
    """The identifier in a text from outside, as an address or a form carries it; None when it is none."""
    try:
        return UUID(text)
    except ValueError:
        return None
