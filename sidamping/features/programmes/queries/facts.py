"""What features above know of whoever walks a path: the facts on which steps and the length of a mentoring depend.

A feature says once, when it starts, who tells its facts; nothing of them is kept here (C1, C6, house rule 8).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from uuid import UUID

Facts = Mapping[str, str]
"""Fact → value, codes that a programme file names under `applies`: sector → fishery."""
Teller = Callable[[Collection[UUID]], Mapping[UUID, Facts]]
"""Given paths, the facts of those it knows something of; one query for any number. Unscoped."""
_TELLERS: list[Teller] = []


def tell_facts(teller: Teller) -> None:
    """For the start of a feature above: from now on its facts count. Said twice, it counts once."""
    if teller not in _TELLERS:
        _TELLERS.append(teller)


def facts_of(path_ids: Collection[UUID]) -> dict[UUID, Facts]:
    """Everything that is known of each path; nothing is a mapping without entries. Unscoped."""
    found: dict[UUID, dict[str, str]] = {id: {} for id in path_ids}
    for teller in _TELLERS:
        for id, facts in teller(path_ids).items():
            found[id].update(facts)
    return dict(found)
