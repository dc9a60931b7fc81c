"""Takes a candidate for writing: one writer at a time, refused to strangers with a code."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sidamping.domain.problems import Refused, problem
from sidamping.features.recruitment.models import Candidacy
from sidamping.features.recruitment.queries.books import Book, book_for
from sidamping.features.recruitment.queries.candidates import joined
from sidamping.features.recruitment.queries.scope import candidacies_led, candidacies_seen
from sidamping.platform.access.reach import covers
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.activity import journal
from sidamping.platform.database.locks import take_turns


@dataclass(frozen=True)
class Taken:
    """A candidate held by this transaction, with the programme's book and the roles the writer has there."""

    row: Any
    book: Book
    held: frozenset[str]


def taken(by: Viewer, candidacy: UUID, *, leads: bool = True) -> Taken:
    """The candidate as it stands once the lock is held; with `leads` only for recruiters of the area."""
    take_turns(candidacy)
    scope = candidacies_led(by).exclude(user=by.user_id) if leads else candidacies_seen(by)
    row: Candidacy | None = joined(Candidacy.objects.filter(pk__in=scope.filter(pk=candidacy).values("pk"))).first()
    if row is None:
        raise Refused(problem("RECRUITMENT_015", "candidacy"))
    cohort = row.call.cohort
    book = book_for(cohort)
    assert book is not None  # a call is only opened where the programme chooses mentors
    held = frozenset(grant.role for grant in by.grants if covers(grant, cohort.programme, cohort.area))
    return Taken(row, book, held)


def tell(verb: str, by: Viewer, row: Candidacy, why: str = "", **data: Any) -> None:
    """The activity row of a write on a candidate."""
    journal.record(
        f"recruitment.{verb}", by=by.user_id, subject=row.pk, why=why, regency=row.call.cohort.area[:5],
        call=str(row.call_id), **data,
    )
