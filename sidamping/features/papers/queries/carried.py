"""What a mentor's phone carries of the papers about mentees that are open for writing: the sheet and its free words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sidamping.domain.papers.states import RETURNED
from sidamping.domain.problems import Refused
from sidamping.features.papers.models import Draft
from sidamping.features.papers.queries.composing import compose, period_of_paper
from sidamping.features.papers.queries.editing import EditCell, words_to_write
from sidamping.features.papers.queries.facts import NAMES
from sidamping.features.papers.queries.formats import label_of, period_from
from sidamping.features.papers.queries.lists import PaperLine, line
from sidamping.features.papers.queries.scope import visible
from sidamping.features.papers.queries.screen_words import english_words, field_names
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.http.language import reader_language

NARRATIVE, REMARKS = "narrative", "remarks"
LONGEST = {NARRATIVE: 20_000, REMARKS: 240}
MOST = 24
"""So many of the newest; who has left more open works through them at a desk."""


@dataclass(frozen=True)
class CarriedPaper:
    """A draft as it would be frozen now, and the words that its mentor may still write; `english` names them so."""

    line: PaperLine
    due_on: date
    content: Mapping[str, Any]
    words: tuple[EditCell, ...]
    english: tuple[EditCell, ...]


@dataclass(frozen=True)
class NamedWords:
    """What a paper and the fields of its free words are called."""

    title: str
    period: str
    fields: Mapping[str, str]


def carried_papers(viewer: Viewer) -> tuple[CarriedPaper, ...]:
    """The viewer's own drafts and returned papers about a mentee, newest period first."""
    rows = visible(viewer).filter(mentor_id=viewer.user_id, engagement__isnull=False)
    rows = rows.filter(state=None) | rows.filter(state=RETURNED)
    found = list(rows.select_related(*NAMES).order_by("-period_start", "-id")[:MOST])
    drafts = Draft.objects.in_bulk([row.pk for row in found])
    return tuple(_carried(row, drafts.get(row.pk) or Draft(paper=row), viewer.on) for row in found)


def _carried(row: Any, draft: Draft, on: date) -> CarriedPaper:
    made = compose(row, draft, on)
    words, english = words_to_write(row, made, draft), words_to_write(row, made, draft, english_words(made.form))
    return CarriedPaper(line(row), made.form.due_on, made.composed.content, words, english)


def own_paper(viewer: Viewer, id: UUID) -> PaperLine | None:
    """A paper that the viewer answers for; None for those of others."""
    row = visible(viewer).filter(pk=id, mentor_id=viewer.user_id).select_related(*NAMES).first()
    return line(row) if row else None


def words_in_force(viewer: Viewer, paper: UUID, keys: Iterable[str]) -> dict[str, str] | None:
    """What is written under these names now; None for a paper that is not the viewer's own."""
    row = visible(viewer).filter(pk=paper, mentor_id=viewer.user_id).first()
    draft = Draft.objects.filter(paper=paper).first() if row else None
    return {key: written(draft, key) for key in keys} if draft else None


def named_words(viewer: Viewer, about: UUID | None, opens: tuple[str, str], keys: Iterable[str]) -> NamedWords | None:
    """The paper `about`, or the one that a kind and period open, with its fields by name; None where that is none."""
    language = reader_language()
    row = visible(viewer).filter(pk=about).select_related(*NAMES).first() if about else None
    try:
        kind, period = (row.kind, period_of_paper(row)) if row else (opens[0], period_from(opens[1]))
        fields = field_names(kind, period.end, keys)
        return NamedWords(label_of(kind, period.end, language), period.label(language), fields)
    except (Refused, ValueError):
        return None


def longest(key: str) -> int:
    """How many letters the words under the name of a field may have; 0 for a name that has none."""
    return LONGEST.get(key.partition(".")[0], 0)


def written(draft: Draft, key: str) -> str:
    """The words under the name of a field, 'narrative.…' or 'remarks.…'; "" where nobody wrote."""
    part, _, name = key.partition(".")
    held = draft.narrative if part == NARRATIVE else draft.figures.get(REMARKS, {})
    return str(held.get(name, ""))
