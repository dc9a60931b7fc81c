"""A cooperative's name as the registry takes it: so many words of its own after 'Koperasi' and the kind (E19)."""

from __future__ import annotations

FIRST = "koperasi"


def own_words(name: str, kind: str) -> tuple[str, ...]:
    """The words after 'Koperasi' and those of its kind: 'Koperasi Produsen Tenun Sonbai Indah' has three.

    A name that does not begin with 'Koperasi' has none.
    """
    first, *words = name.split() or [""]
    if first.casefold() != FIRST:
        return ()
    skipped = {one.casefold() for one in kind.split()}
    while words and words[0].casefold() in skipped:
        words = words[1:]
    return tuple(words)
