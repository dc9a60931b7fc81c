"""Saves what a mentor writes into a draft: words, figures, corrections of earlier figures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction

from sidamping.domain.papers import continuity
from sidamping.domain.papers.continuity import Correction, Figures
from sidamping.domain.problems import Refused, problem, refuse_if
from sidamping.features.papers.models import Draft
from sidamping.features.papers.queries.composing import opening_of, period_of_paper
from sidamping.features.papers.queries.formats import form_of, layout_of
from sidamping.features.papers.services.locked import own_draft
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.activity import journal

NO_FIGURES = Figures()


@transaction.atomic
def save_draft(
    *, by: Viewer, paper: UUID, seen: int, narrative: Mapping[str, str], figures: Figures = NO_FIGURES, on: date
) -> int:
    """The draft as written now; `seen` is the version it was written against. Saved twice, it is kept once.

    Unfinished parts may be saved; what cannot be true is refused, all faults at once.
    """
    row = own_draft(by, paper)
    draft, _ = Draft.objects.select_for_update().get_or_create(paper=row)
    written = _written(narrative, figures)
    if written == _held(draft):
        return draft.revised
    if seen != draft.revised:
        raise Refused(problem("GENERAL_003"))
    lines = layout_of(form_of(row.kind, row.programme, period_of_paper(row), row.regency)).lines
    refuse_if(continuity.faults(lines, opening_of(row), figures) if lines else ())
    corrected = written["corrections"] != draft.corrections and written["corrections"]
    draft.narrative, draft.figures, draft.corrections = written["narrative"], written["figures"], written["corrections"]
    draft.revised += 1
    draft.save()
    action = "papers.corrected" if corrected else "papers.draft_saved"
    told = {"corrections": draft.corrections} if corrected else {}
    journal.record(action, by=by.user_id, subject=paper, regency=row.regency, revised=draft.revised, **told)
    return draft.revised


def _written(narrative: Mapping[str, str], figures: Figures) -> dict[str, Any]:
    parts = {"opening": figures.opening, "now": figures.now, "absent": figures.absent, "remarks": figures.remarks}
    return {
        "narrative": {key: words for key, words in narrative.items()},
        "figures": {name: dict(values) for name, values in parts.items() if values},
        "corrections": _corrections(figures.corrections),
    }


def _corrections(corrections: Sequence[Correction]) -> list[dict[str, Any]]:
    return [asdict(one) for one in corrections]


def _held(draft: Draft) -> dict[str, Any]:
    return {"narrative": draft.narrative, "figures": draft.figures, "corrections": draft.corrections}
