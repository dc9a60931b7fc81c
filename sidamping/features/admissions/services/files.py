"""Files that come with an application: a PDF or a picture by what it is, few enough and small enough, kept by hash."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from uuid import UUID

from sidamping.domain.problems import Problem, Refused, problem
from sidamping.features.admissions.models import Application, ApplicationDocument
from sidamping.features.admissions.queries.intake import needs_of
from sidamping.features.admissions.services.drafts import FileDraft
from sidamping.platform.attachments import store
from sidamping.platform.attachments.documents import Document, is_pdf, read_document
from sidamping.platform.attachments.pictures import Picture, read_picture

MOST_FILES = 12
MOST_BYTES = 30 * 1024 * 1024
PREFIX = "document_"
Sound = tuple[str, Document | Picture]


def read_files(drafts: Sequence[FileDraft], pinned: str) -> tuple[list[Sound], list[Problem]]:
    """The sound files with their document codes, and everything wrong with the others."""
    faults = [*_many(drafts), *_unknown(drafts, pinned)]
    found: list[Sound] = []
    for one in [] if faults else drafts:
        try:
            found.append((one.code, read_file(one, f"{PREFIX}{one.code}")))
        except Refused as refused:
            faults += refused.problems
    return found, faults


def read_file(draft: FileDraft, where: str) -> Document | Picture:
    """A PDF or a photo; the name proves nothing."""
    if is_pdf(draft.content):
        return read_document(draft.name, draft.content, where)
    try:
        return read_picture(draft.name, draft.content, where, draft.size)
    except Refused as refused:
        if refused.codes != ["FILES_001"]:
            raise
        raise Refused(problem("FILES_005", where, name=draft.name[-120:])) from None


def keep_files(row: Application, files: Iterable[Sound], by: UUID | None) -> list[str]:
    """Store the files with the application; says the codes of those that are new."""
    new = []
    for code, file in files:
        made = ApplicationDocument.objects.get_or_create(
            application=row, code=code, attachment_id=_kept(row, file, by), defaults={"by_id": by}
        )
        if made[1]:
            new.append(code)
    return new


def _kept(row: Application, file: Document | Picture, by: UUID | None) -> UUID:
    if isinstance(file, Document):
        return store.keep_document(file, subject=row.pk, by=by)[0].id
    return store.keep_picture(file, subject=row.pk, by=by)[0].id


def _many(drafts: Sequence[FileDraft]) -> list[Problem]:
    faults = []
    if len(drafts) > MOST_FILES:
        faults.append(problem("ADMISSIONS_006", "documents", count=len(drafts), most=MOST_FILES))
    size = sum(max(len(one.content), one.size or 0) for one in drafts)
    if size > MOST_BYTES:
        shown = f"{size / 1024 / 1024:.1f}".replace(".", ",")
        faults.append(problem("ADMISSIONS_007", "documents", size=shown, limit=MOST_BYTES // 1024 // 1024))
    return faults


def _unknown(drafts: Sequence[FileDraft], pinned: str) -> list[Problem]:
    known = {one.code: one.label for one in needs_of(pinned)}
    return [
        problem("ADMISSIONS_020", "documents", seen=one.code, known=", ".join(known.values()))
        for one in drafts if one.code not in known
    ]
