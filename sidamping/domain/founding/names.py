"""A cooperative's name as the registry takes it: so many words of its own after 'Koperasi' and the kind (E19)."""

from __future__ import annotations

FIRST = "koperasi"


def own_words(name: str, kind: str) -> tuple[str, ...]:
    """The words of a name after 'Koperasi' and those of its kind: 'Koperasi Produsen Tenun Sonbai Indah' has three."""
    words = name.split()
    if words and words[0].casefold() == FIRST:
        words = words[1:]
    skipped = {one.casefold() for one in kind.split()} - {FIRST}
    while words and words[0].casefold() in skipped:
        words = words[1:]
    return tuple(words)


def begins_rightly(name: str) -> bool:
    """Whether the name begins with 'Koperasi'."""
    return name.split()[:1] != [] and name.split()[0].casefold() == FIRST
