"""What the renderers of an assessment are given: the result as read, the answers, the people, what stands around it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from sidamping.features.assessments.render.reading import Reading


@dataclass(frozen=True)
class Hand:
    """Who signs in which place: a name, and when; nothing as long as nobody did."""

    role: str
    name: str
    at: datetime | None = None
    verb: str = ""


@dataclass(frozen=True)
class FilledSheet:
    """One assessment ready to print. `sha256`: the hash of its sealed result; '' for a draft.

    The same decided result gives the same bytes, whoever prints it and when: `decided_at` is the only date inside.
    """

    reading: Reading
    subject: str
    place: str
    purpose: str
    state: str
    lead: str
    answered_by: str
    values: Mapping[str, str]
    notes: Mapping[str, str] = field(default_factory=dict)
    evidence: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    hands: tuple[Hand, ...] = ()
    decided_by: str = ""
    decided_at: datetime | None = None
    sha256: str = ""
    language: str = "id"
    simulated: bool = False
    """A mentor's rehearsal, never an assessor's result."""

    @property
    def draft(self) -> bool:
        return self.decided_at is None


def hash_of(sealed: Mapping[str, object]) -> str:
    """The SHA-256 of a sealed result, keys in order, as printed at the foot of each sheet."""
    text = json.dumps(sealed, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
