"""What programs and phones write of a filling, as they write it: one shape for the API and for sync."""

from __future__ import annotations

from uuid import UUID

from ninja import Schema


class SaveIn(Schema):
    """Items of the own filling: left out stays as it is, '' takes out. `seen` is the count it was written against.

    `answered_by` works the same way.
    """

    seen: int
    values: dict[str, str] = {}
    notes: dict[str, str] = {}
    answered_by: str | None = None


class AnswersIn(SaveIn):
    """Items of the own filling of a round; `hand_in` seals it afterwards."""

    assessment: UUID
    hand_in: bool = False
