"""Compares the names of people who sign."""

from __future__ import annotations


def same_name(one: str, other: str) -> bool:
    """Whether two names are written alike but for capitals and spaces; nobody is no one's namesake."""
    first, second = (" ".join(name.casefold().split()) for name in (one, other))
    return bool(first) and first == second
