"""What other rooms get to see of letters: frozen values, no model instances."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

VALID, WAITING, ACKNOWLEDGED, VOID = "valid", "waiting", "acknowledged", "void"
"""States: void by an act; else by whether an office still has to acknowledge it."""


@dataclass(frozen=True)
class AckLine:
    """An acknowledgement of a letter."""

    role: str
    role_name: str
    by: str
    at: datetime
    remark: str


@dataclass(frozen=True)
class LetterLine:
    """A letter in a list. `awaited` are the roles that have not acknowledged it yet."""

    id: UUID
    programme: str
    kind: str
    title: str
    number: str
    on: date
    recipient: str
    subject: str
    state: str
    awaited: tuple[str, ...]
    cohort_id: UUID | None
    path_id: UUID | None
    engagement_id: UUID | None
    status: str


@dataclass(frozen=True)
class ToldLetter:
    """A letter where only its title, number and day are shown."""

    id: UUID
    title: str
    number: str
    on: date


@dataclass(frozen=True)
class LetterCard:
    """One letter whole: its frozen content, who acknowledged it, and whether and why it is void."""

    line: LetterLine
    content: Mapping[str, Any]
    sha256: str
    form: str
    token: str
    by: str
    issued_at: datetime
    area: str
    acknowledgements: tuple[AckLine, ...]
    void_why: str
    void_by: str
    void_at: datetime | None
    reply_to: UUID | None
    may: frozenset[str]
    """Of: acknowledge, void."""


@dataclass(frozen=True)
class PublicCheck:
    """All that a stranger may learn from a letter's code: kind, number, day, state, hash."""

    title: str
    number: str
    on: date
    valid: bool
    void_on: date | None
    sha256: str
