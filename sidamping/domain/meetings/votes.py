"""Votes on a matter: whether they can be, whether the matter is carried, and what is wrong with a decision.

A decision without a quorum is none; the totals always equal those present (E2).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sidamping.domain.meetings.quorum import Share

APPROVED, WITH_NOTES, REJECTED = "approved", "approved_with_notes", "rejected"
OUTCOMES = (APPROVED, WITH_NOTES, REJECTED)
CARRIED = (APPROVED, WITH_NOTES)
CONSENSUS, OPEN, SECRET = "consensus", "open", "secret"
WAYS = (CONSENSUS, OPEN, SECRET)


@dataclass(frozen=True)
class Tally:
    """Votes for, against, and of those who gave none."""

    yes: int
    no: int
    abstained: int

    @property
    def given(self) -> int:
        return self.yes + self.no

    @property
    def total(self) -> int:
        return self.given + self.abstained


@dataclass(frozen=True)
class Bar:
    """How many votes a matter needs: a share of the votes given, or of all members registered."""

    share: Share
    of_registered: bool

    def needed(self, tally: Tally, registered: int) -> int:
        return self.share.needed(registered if self.of_registered else tally.given)


def unanimous(present: int) -> Tally:
    """Everybody agreed without voting (musyawarah)."""
    return Tally(present, 0, 0)


def fits(outcome: str, tally: Tally, needed: int) -> bool:
    """Whether the outcome is what the votes say: carried with as many as are needed, and only then."""
    return (outcome in CARRIED) == (tally.yes >= needed)


def tally_of(counted: Mapping[str, int], present: int) -> Tally:
    """The tally of a secret ballot on a matter; who was present and gave no vote abstained."""
    yes, no = counted.get("yes", 0), counted.get("no", 0)
    return Tally(yes, no, present - yes - no)


def elected(counted: Mapping[str, int], seats: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Who is elected, and among whom a tie for the last seats leaves the choice open. Nobody without a vote."""
    ranked = sorted((name for name in counted if counted[name] > 0), key=lambda name: (-counted[name], name))
    if len(ranked) <= seats:
        return tuple(ranked), ()
    last = counted[ranked[seats - 1]]
    if counted[ranked[seats]] < last:
        return tuple(ranked[:seats]), ()
    return (
        tuple(name for name in ranked if counted[name] > last),
        tuple(name for name in ranked if counted[name] == last),
    )
