"""The choice of a way out: at least two alternatives with consequences, decided by the mentee, never by the mentor.

S4 chapter IV.A.b: the mentor's part ends at alternatives, advice and consultation, 'tidak pada pengambilan keputusan'.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sidamping.domain.fieldwork.drafts import Vocabulary
from sidamping.domain.fieldwork.faults import day_faults, text_faults
from sidamping.domain.problems import Problem, problem

LEAST_ALTERNATIVES = 2


@dataclass(frozen=True)
class Option:
    """An alternative on the table."""

    id: UUID
    text: str
    consequences: str


@dataclass(frozen=True)
class ChoiceDraft:
    """Which alternative the mentee chose: who, in which capacity, when, in what meeting."""

    id: UUID
    problem_id: UUID
    alternative_id: UUID | None
    chosen_by: str
    chosen_on: date
    capacity: str = ""
    meeting: str = ""


def check_choice(
    draft: ChoiceDraft,
    options: Sequence[Option],
    *,
    mentors: Sequence[str],
    found_on: date,
    on: date,
    vocabulary: Vocabulary,
) -> list[Problem]:
    """`mentors` are the names that may not stand as the one who decided."""
    found = text_faults(
        draft, {"chosen_by": (120, True), "capacity": (60, False), "meeting": (160, False)}, vocabulary
    )
    found += day_faults("chosen_on", draft.chosen_on, vocabulary, latest=on, earliest=found_on)
    weighed = [one for one in options if one.consequences.strip()]
    if len(weighed) < LEAST_ALTERNATIVES:
        found.append(problem("FIELDWORK_015", "alternative_id", seen=len(weighed)))
    if draft.alternative_id not in {one.id for one in options}:
        found.append(problem("FIELDWORK_016", "alternative_id"))
    if any(same_person(draft.chosen_by, name) for name in mentors):
        found.append(problem("FIELDWORK_017", "chosen_by", name=draft.chosen_by))
    return found


def same_person(one: str, other: str) -> bool:
    """Two spellings of a name, whatever the case, the spaces and the academic titles after a comma."""
    return bool(_bare(one)) and _bare(one) == _bare(other)


def problem_state(*, alternatives: int, chosen: bool, solved: bool) -> str:
    """open → alternatives → decided → solved, derived from what is on record."""
    if solved:
        return "solved"
    if chosen:
        return "decided"
    return "alternatives" if alternatives else "open"


def _bare(name: str) -> str:
    return " ".join(name.split(",")[0].casefold().split())
