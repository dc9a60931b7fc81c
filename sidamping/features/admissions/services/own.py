"""What an applicant does at the own receipt, or an officer for them: add documents, withdraw with a reason (C8)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from sidamping.domain.problems import Refused, problem, refuse_if
from sidamping.features.admissions.models import Application, Withdrawal
from sidamping.features.admissions.queries.scope import REVEALERS
from sidamping.features.admissions.queries.standing import standings, with_ends
from sidamping.features.admissions.services.drafts import FileDraft
from sidamping.features.admissions.services.files import keep_files, read_files
from sidamping.features.admissions.services.taking import Taken, closed_faults, taken, tell
from sidamping.platform.access.viewer import Viewer, actor_of
from sidamping.platform.database.locks import take_turns
from sidamping.rules.books import codes_of

REASONS = "withdrawal-reasons"


@transaction.atomic
def add_documents(
    *, by: Viewer | None, documents: Sequence[FileDraft], on: date, application: UUID | None = None, token: str = ""
) -> int:
    """How many were new; the same file for the same document is kept once."""
    found = _found(by, application, token, on)
    if not documents:
        raise Refused(problem("GENERAL_001", "documents", label=_("Berkas")))
    files, faults = read_files(documents, found.row.path.pinned)
    refuse_if([*closed_faults(found), *faults])
    new = keep_files(found.row, files, actor_of(by))
    if new:
        tell("documents_added", by, found.row, documents=new)
    return len(new)


@transaction.atomic
def withdraw(
    *, by: Viewer | None, reason: str, on: date, note: str = "", application: UUID | None = None, token: str = ""
) -> None:
    """The applicant no longer wants it. Said twice, it is once."""
    found = _found(by, application, token, on)
    if getattr(found.row, "withdrawal", None) is not None:
        return
    known = [] if reason in codes_of(REASONS) else [problem("ADMISSIONS_010", "reason")]
    refuse_if([*closed_faults(found), *known])
    Withdrawal.objects.create(
        application=found.row, on=on, reason=reason, note=note.strip()[:2000], by_id=actor_of(by)
    )
    tell("withdrawn", by, found.row, reason=reason)


def _found(by: Viewer | None, application: UUID | None, token: str, on: date) -> Taken:
    """By the secret address, or by an officer's own area."""
    if token:
        row = Application.objects.filter(token=token).values_list("pk", flat=True).first()
        if row is None:
            raise Refused(problem("ADMISSIONS_018", "application"))
        take_turns(row)
        held = with_ends(Application.objects.filter(pk=row)).get()
        return Taken(held, standings([held], on)[row], frozenset())
    if by is None or application is None:
        raise Refused(problem("ADMISSIONS_018", "application"))
    found = taken(by, application)
    if not found.held & set(REVEALERS):
        raise Refused(problem("ADMISSIONS_018", "application"))
    return found
