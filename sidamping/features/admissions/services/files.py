"""Files that come with an application: a PDF or a picture by what it is, few enough and small enough, kept by hash."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from hashlib import sha256
from uuid import UUID

from sidamping.domain.problems import Problem, Refused, problem
from sidamping.features.admissions.models import Application, ApplicationDocument
from sidamping.features.admissions.queries.intake import needs_of
from sidamping.features.admissions.services.drafts import FileDraft
from sidamping.platform.attachments import store
from sidamping.platform.attachments.proofs import SoundFile, read_proof

MOST_FILES = 12
MOST_BYTES = 30 * 1024 * 1024
PREFIX = "document_"
Sound = tuple[str, SoundFile]


def read_files(drafts: Sequence[FileDraft], pinned: str) -> tuple[list[Sound], list[Problem]]:
    """The sound files with their document codes, and everything wrong with the others."""
    faults = [*_many(drafts), *_unknown(drafts, pinned), *_damaged(drafts)]
    found: list[Sound] = []
    for one in [] if faults else drafts:
        try:
            found.append((one.code, read_proof(one.name, one.content, f"{PREFIX}{one.code}", one.size)))
        except Refused as refused:
            faults += refused.problems
    return found, faults


def keep_files(
    row: Application, files: Iterable[Sound], by: UUID | None, at: datetime | None = None
) -> list[str]:
    """Store the files with the application, dated `at`; says the codes of those that are new."""
    new = []
    for code, file in files:
        made = ApplicationDocument.objects.get_or_create(
            application=row, code=code, attachment_id=_kept(row, file, by, at), defaults={"by_id": by}
        )
        if made[1]:
            new.append(code)
    return new


def _kept(row: Application, file: SoundFile, by: UUID | None, at: datetime | None) -> UUID:
    return store.keep_file(file, subject=row.pk, by=by, at=at)[0].id


def _many(drafts: Sequence[FileDraft]) -> list[Problem]:
    faults = []
    if len(drafts) > MOST_FILES:
        faults.append(problem("ADMISSIONS_006", "documents", count=len(drafts), most=MOST_FILES))
    size = sum(max(len(one.content), one.size or 0) for one in drafts)
    if size > MOST_BYTES:
        shown = f"{size / 1024 / 1024:.1f}".replace(".", ",")
        faults.append(problem("ADMISSIONS_007", "documents", size=shown, limit=MOST_BYTES // 1024 // 1024))
    return faults


def _damaged(drafts: Sequence[FileDraft]) -> list[Problem]:
    """Files whose sender counted another hash than what arrived; one that is too large was not read to its end."""
    told = [one for one in drafts if one.sha256 and one.size in (None, len(one.content))]
    return [
        problem("ADMISSIONS_029", f"{PREFIX}{one.code}", name=one.name[-120:], seen=found[:12], said=one.sha256[:12])
        for one in told if (found := sha256(one.content).hexdigest()) != one.sha256.strip().lower()
    ]


def _unknown(drafts: Sequence[FileDraft], pinned: str) -> list[Problem]:
    known = {one.code: one.label for one in needs_of(pinned)}
    return [
        problem("ADMISSIONS_020", "documents", seen=one.code, known=", ".join(known.values()))
        for one in drafts if one.code not in known
    ]
