"""What an intake is told of the record it takes in, besides who sealed it and what it says."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True)
class Facts:
    """The record's name and what it replaces; `forced` where a person had it taken in without its earlier link;
    `instead` is the name of the correction where a person chose this content over the one in force, with the reason."""

    id: UUID
    replaces: UUID | None = None
    forced: bool = False
    instead: UUID | None = None
    why: str = ""
