"""Writes single free texts of a draft, as a phone brings them: each against what its writer saw, no figures (F1)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction

from sidamping.domain.problems import Problem, problem, refuse_if
from sidamping.features.papers.models import Draft
from sidamping.features.papers.queries.carried import NARRATIVE, REMARKS, longest, written
from sidamping.features.papers.queries.composing import compose
from sidamping.features.papers.queries.editing import words_to_write
from sidamping.features.papers.services.locked import own_draft
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.activity import journal

SHOWN = 120


@dataclass(frozen=True)
class WordsDraft:
    """A text under the name of its field; `was` is what stood there when it was written. Empty: back to the records."""

    key: str
    text: str
    was: str = ""


@transaction.atomic
def write_words(*, by: Viewer, paper: UUID, words: Sequence[WordsDraft], on: date, over: bool = False) -> UUID:
    """The texts, each kept unless somebody wrote another one meanwhile; `over` where a person has chosen these.

    Written twice, they are written once.
    """
    row = own_draft(by, paper)
    draft, _ = Draft.objects.select_for_update().get_or_create(paper=row)
    fresh = [one for one in words if one.text.strip() != written(draft, one.key)]
    refuse_if(_faults(row, draft, words, fresh if not over else (), on))
    if fresh:
        _write(draft, fresh)
        journal.record(
            "papers.words_written", by=by.user_id, subject=paper, regency=row.regency, revised=draft.revised,
            parts=[one.key for one in fresh],
        )  # fmt: skip
    return paper


def _faults(
    row: Any, draft: Draft, words: Sequence[WordsDraft], fresh: Sequence[WordsDraft], on: date
) -> Iterator[Problem]:
    labels = {one.key: one.heading for one in words_to_write(row, compose(row, draft, on), draft)}
    for one in words:
        label, limit = labels.get(one.key), longest(one.key)
        if label is None:
            yield problem("PAPERS_047", one.key, seen=one.key[:60])
        elif len(one.text.strip()) > limit:
            yield problem("PAPERS_049", one.key, label=label, length=len(one.text.strip()), limit=limit)
        elif one in fresh and written(draft, one.key) != one.was.strip():
            yield problem("PAPERS_048", one.key, label=label, seen=written(draft, one.key)[:SHOWN])


def _write(draft: Draft, words: Sequence[WordsDraft]) -> None:
    for one in words:
        part, _, name = one.key.partition(".")
        held = draft.narrative if part == NARRATIVE else draft.figures.setdefault(REMARKS, {})
        held.pop(name, None)
        if one.text.strip():
            held[name] = one.text.strip()
    if not draft.figures.get(REMARKS, True):
        draft.figures.pop(REMARKS)
    draft.revised += 1
    draft.save()
