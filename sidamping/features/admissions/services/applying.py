"""Takes an application in: checked as a whole, once, with its documents, on a path that begins with it (B1, C8, D5).

Whether somebody has applied already is told to officers who may read that application, and to nobody else.
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from sidamping.domain.problems import Problem, Refused, problem, refuse_if
from sidamping.domain.selection.duplicates import Applicant, twice_faults
from sidamping.features.admissions.models import Application
from sidamping.features.admissions.queries.calls import Call, call
from sidamping.features.admissions.queries.intake import APPLY, intake_of
from sidamping.features.admissions.queries.lines import number_of
from sidamping.features.admissions.queries.scope import READERS, visible
from sidamping.features.admissions.queries.twins import applicant, candidates, still_standing
from sidamping.features.admissions.services.checks import draft_faults
from sidamping.features.admissions.services.drafts import ApplicationDraft, FileDraft, fingerprint
from sidamping.features.admissions.services.files import keep_files, read_files
from sidamping.features.admissions.services.taking import tell
from sidamping.features.programmes import services as programmes
from sidamping.platform.access import roles
from sidamping.platform.access.viewer import Viewer, actor_of
from sidamping.platform.database.locks import take_turns
from sidamping.platform.documents.numbering import next_number

UNSAID = ("consent", "party", "village")
"""Parts of a draft that are stored under another name or as something else."""


@transaction.atomic
def submit_application(
    *, by: Viewer | None, id: UUID, cohort: UUID, draft: ApplicationDraft, now: datetime,
    documents: Sequence[FileDraft] = (),
) -> str:
    """The secret part of the receipt's address. `by` None is a visitor; sent twice with one id, it happens once."""
    wanted, on = draft.tidy(), now.date()
    take_turns(cohort)
    if earlier := Application.objects.filter(pk=id).first():
        return _same(earlier, wanted)
    found = call(cohort, on)
    if found is None or not found.open:
        raise Refused(problem("ADMISSIONS_001", "cohort", cohort=found.name if found else "?", day=on))
    files, wrong = read_files(documents, found.pinned)
    row = _row(id, found, wanted, by, now)
    refuse_if([*draft_faults(wanted, found, by), *wrong, *_twice(by, row, found.pinned)])
    _begin(row, found, by, now)
    kept = keep_files(row, files, row.by_id, now)
    tell("applied", by, row, number=number_of(row), cohort=str(cohort), documents=kept, assisted=row.assisted)
    return row.token


def _begin(row: Application, found: Call, by: Viewer | None, now: datetime) -> None:
    """The path with its first step, then the application on it, with the next number of the programme's year."""
    on = now.date()
    path = programmes.begin_path(
        by=by, subject="mentee", programme=found.programme, cohort=found.id, starts=on, id=row.pk
    )
    programmes.record_step(by=by, path=path, step=APPLY, done_on=on, source_id=row.pk, trusted=True,
                           village=row.village_id)
    row.path_id, row.year = path, on.year
    row.number = next_number(f"application/{found.programme}", on.year)
    row.save(force_insert=True)


def _row(id: UUID, found: Call, draft: ApplicationDraft, by: Viewer | None, now: datetime) -> Application:
    own = {name: value for name, value in asdict(draft).items() if name not in UNSAID}
    values: dict[str, Any] = {**own, "priorities": list(draft.priorities), "answers": dict(draft.answers)}
    chairs = by is not None and by.has(roles.CHAIR)
    return Application(
        id=id, cohort_id=found.id, programme=found.programme, village_id=draft.village, party_id=draft.party,
        token=secrets.token_urlsafe(32), by_id=actor_of(by), assisted=by is not None and not chairs,
        applied_on=now.date(), consented_at=now, fingerprint=fingerprint(draft), **values,
    )


def _twice(by: Viewer | None, row: Application, pinned: str) -> list[Problem]:
    """Another application that surely is the same and still stands, told by its number to an officer who may read it.

    Anybody else is answered as ever, or a stranger could try out identity numbers; the office sees both side by side.
    """
    if by is None or not by.has(*READERS):
        return []
    intake = intake_of(pinned)
    earlier = still_standing(candidates(row, visible(by)), by.on)
    numbered = [replace(applicant(one), id=number_of(one)) for one in earlier]
    new: Applicant = applicant(row)
    return twice_faults(new, numbered, intake.duplicates if intake else ())


def _same(earlier: Application, draft: ApplicationDraft) -> str:
    if earlier.fingerprint != fingerprint(draft):
        raise Refused(problem("ADMISSIONS_008"))
    return earlier.token
