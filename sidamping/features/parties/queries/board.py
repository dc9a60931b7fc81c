"""Who holds which office in a cooperative on a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from sidamping.features.parties.models import BoardTerm

CHAIR = "chair"
WARN_DAYS = 90
"""A term that ends within so many days is shown with a warning: a RAT has to be called before."""


@dataclass(frozen=True)
class Officer:
    """A person's office between two dates."""

    person_id: UUID
    name: str
    organ: str
    position: str
    starts: date
    ends: date
    term_id: UUID

    def expires_soon(self, on: date) -> bool:
        return on <= self.ends <= on + timedelta(days=WARN_DAYS)

    def expired(self, on: date) -> bool:
        return self.ends < on


def board_on(cooperative_id: UUID, on: date) -> tuple[Officer, ...]:
    """The offices in force on the day."""
    return _officers(BoardTerm.objects.filter(cooperative_id=cooperative_id, starts__lte=on, ends__gte=on))


def board_of(cooperative_id: UUID) -> tuple[Officer, ...]:
    """Every term ever recorded, the newest first."""
    return tuple(reversed(_officers(BoardTerm.objects.filter(cooperative_id=cooperative_id))))


def has_term(cooperative_id: UUID, term: UUID) -> bool:
    """Whether a term is entered already."""
    return BoardTerm.objects.filter(pk=term, cooperative_id=cooperative_id).exists()


def chair_on(cooperative_id: UUID, on: date) -> Officer | None:
    """The chair on the day; None when the office is vacant."""
    return next((officer for officer in board_on(cooperative_id, on) if officer.position == CHAIR), None)


def _officers(rows) -> tuple[Officer, ...]:  # type: ignore[no-untyped-def]  # a query set of terms
    ordered = rows.select_related("person__party").order_by("starts", "organ", "position", "id")
    return tuple(
        Officer(term.person_id, term.person.party.name, term.organ, term.position, term.starts, term.ends, term.pk)
        for term in ordered
    )
