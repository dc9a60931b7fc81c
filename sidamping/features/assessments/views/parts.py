"""A sheet in parts that fit a phone: a section of many questions is cut between its components, so that much is saved.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sidamping.domain.scoring.instrument import Instrument, Words
from sidamping.domain.scoring.sheet import Item, Section, sheet

MOST_ITEMS = 20
"""A section with more items than these is cut between its components."""


@dataclass(frozen=True)
class Part:
    """One page of the sheet: a section, or one component of a long one. `above` is then the section it belongs to."""

    section: Section
    above: Words | None
    components: frozenset[str]

    @property
    def key(self) -> str:
        return self.section.key

    @property
    def items(self) -> tuple[Item, ...]:
        return self.section.items


def parts(instrument: Instrument) -> tuple[Part, ...]:
    """The pages of a sheet in order."""
    return tuple(part for section in sheet(instrument) for part in _parts(instrument, section))


def _parts(instrument: Instrument, section: Section) -> Iterator[Part]:
    own = [instrument.components[at] for at in instrument.places[section.key]]
    if len(section.items) <= MOST_ITEMS or len(own) == 1:
        yield Part(section, None, frozenset(one.key for one in own))
        return
    for one in own:
        items = tuple(item for item in section.items if item.used_by[0] == one.key)
        if items:
            yield Part(Section(one.key, one.label, one.cite, items), section.label, frozenset({one.key}))
