"""Hands a paper in: everything missing is told at once; then number, content, hash and sources are frozen (F9)."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from sidamping.domain.papers.canonical import digest
from sidamping.domain.papers.frame import sources_of
from sidamping.domain.papers.states import SUBMITTED
from sidamping.domain.periods import Month
from sidamping.domain.problems import Problem, Refused, problem, refuse_if
from sidamping.features.papers.models import Act, Draft, Paper, Revision
from sidamping.features.papers.queries.composing import Composition, compose
from sidamping.features.papers.queries.states import acts_of, newest_revision
from sidamping.features.papers.services.locked import locked, not_yours, own_draft
from sidamping.platform.access import roles
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.activity import journal
from sidamping.platform.documents.numbering import next_number, number_text

SHOWN = 120
"""So many letters of the coordinator's remark are shown again."""


@transaction.atomic
def submit_paper(
    *, by: Viewer, paper: UUID, on: date, now: datetime, seen: int | None = None, answer: str = ""
) -> UUID:
    """A new revision, frozen. Handed in twice it happens once: while nobody has acted, the same revision comes back.

    A returned paper comes back changed, or with an answer to the remark that stands beside the act.
    """
    row = locked(by, paper, SUBMITTED, roles.MENTOR)
    if row.mentor_id != by.user_id:
        raise Refused(not_yours(SUBMITTED, roles.MENTOR))
    if row.state == SUBMITTED:
        return _again(row)
    row = own_draft(by, paper)
    draft, _ = Draft.objects.get_or_create(paper=row)
    if seen is not None and seen != draft.revised:
        raise Refused(problem("GENERAL_003"))
    made = compose(row, draft, on)
    refuse_if([*made.composed.missing, *_unchanged(row, made, answer)])
    number = _numbered(row, made)
    revision = _frozen(by, row, made, now, answer.strip())
    journal.record(
        "papers.submitted", by=by.user_id, subject=paper, regency=row.regency, why=answer.strip(), number=number,
        revision=revision.number, sha256=revision.sha256,
    )  # fmt: skip
    return revision.pk


def _again(row: Any) -> UUID:
    newest = newest_revision(row.pk)
    if newest is None:
        raise Refused(problem("PAPERS_017"))
    return newest.pk


def _unchanged(row: Any, made: Composition, answer: str) -> list[Problem]:
    """What was returned with a remark is not sent back the same without a word."""
    before = newest_revision(row.pk)
    if before is None or answer.strip() or digest(made.composed.content) != before.sha256:
        return []
    remark = acts_of(row.pk)[-1].remark
    return [problem("PAPERS_036", "answer", revision=before.number, remark=remark[:SHOWN])]


def _numbered(row: Any, made: Composition) -> str:
    """The number, given once and kept by every later revision."""
    if row.number:
        return str(row.number)
    series = f"{row.programme}/{row.kind}/{row.regency}"
    month = Month.of(row.period_end)
    number = number_text(
        made.form.format.number, seq=next_number(series, month.year), on=row.period_end, regency=row.regency,
        roman_month=month.roman,
    )  # fmt: skip
    Paper.objects.filter(pk=row.pk).update(number=number)
    return number


def _frozen(by: Viewer, row: Any, made: Composition, now: datetime, answer: str) -> Revision:
    content = made.composed.content
    revision = Revision.objects.create(
        paper_id=row.pk, number=(row.revision or 0) + 1, content=content, sha256=digest(content),
        rules=made.form.rules, sources=sources_of(content), due_on=made.form.due_on, submitted_at=now,
        submitted_by_id=by.user_id,
    )  # fmt: skip
    Act.objects.create(
        revision=revision, ordinal=1, action=SUBMITTED, role=roles.MENTOR, signer_name=str(row.mentor),
        signer_nip=row.mentor.nip, by_id=by.user_id, at=now, remark=answer,
    )  # fmt: skip
    return revision
