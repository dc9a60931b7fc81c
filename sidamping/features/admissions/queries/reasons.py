"""Why applications of a round were refused or withdrawn, counted by coded reason and by stage (B1, C8)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from sidamping.domain.selection.intake import reason_counts
from sidamping.features.admissions.queries.intake import word
from sidamping.features.admissions.queries.scope import visible
from sidamping.features.admissions.queries.standing import (
    REFUSED,
    WITHDRAWN,
    Standing,
    standings,
    with_ends,
)
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.http.language import reader_language
from sidamping.rules.books import labels


@dataclass(frozen=True)
class Counted:
    """A reason with how often it was given; an application may carry several."""

    state: str
    stage: str
    reason: str
    count: int


def counted_reasons(viewer: Viewer, *cohorts: UUID) -> tuple[Counted, ...]:
    """Refusals by stage and reason, then withdrawals by reason; the commonest first within each."""
    rows = list(with_ends(visible(viewer).filter(cohort__in=cohorts)))
    known = standings(rows, viewer.on)
    return reasons_of_round((one.path.pinned, known[one.pk]) for one in rows)


def reasons_of_round(told: Iterable[tuple[str, Standing]]) -> tuple[Counted, ...]:
    """The same, of versions of programmes and standings that were read already."""
    grouped: dict[tuple[str, str], list[tuple[str, ...]]] = {}
    for pinned, one in told:
        if one.state in (REFUSED, WITHDRAWN):
            stage = word(pinned, one.stage) if one.stage else ""
            grouped.setdefault((one.state, stage), []).append(one.reasons)
    lists = {REFUSED: "refusal-reasons", WITHDRAWN: "withdrawal-reasons"}
    return tuple(
        Counted(state, stage, _word(lists[state], code), count)
        for (state, stage), given in sorted(grouped.items())
        for code, count in reason_counts(given).items()
    )


def _word(name: str, code: str) -> str:
    return labels(name, reader_language()).get(code, code)
