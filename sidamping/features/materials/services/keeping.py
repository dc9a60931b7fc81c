"""Adds a piece to the library of an office, and corrects it: the edition before stays readable (A3, F2)."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from django.db import transaction

from sidamping.domain.materials import CODED, MaterialDraft, check_material
from sidamping.domain.materials.drafts import long_faults
from sidamping.domain.problems import Problem, Refused, problem, refuse_if
from sidamping.features.materials.models import Edition, Material
from sidamping.features.materials.queries.scope import keeps
from sidamping.features.materials.queries.words import LABELS
from sidamping.features.materials.services.locked import locked, tell
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.attachments import store
from sidamping.platform.attachments.documents import Document
from sidamping.platform.attachments.office import read_file
from sidamping.platform.attachments.pictures import Picture
from sidamping.platform.database.ids import uuid7
from sidamping.platform.database.locks import take_turns
from sidamping.platform.http.language import day_text
from sidamping.platform.territory.queries import names_of
from sidamping.rules.books import codes_of, programmes

Upload = tuple[str, bytes]
"""The name of a file and its content."""


@transaction.atomic
def add_material(
    *, by: Viewer, id: UUID, area: str, draft: MaterialDraft, now: datetime, upload: Upload | None = None
) -> UUID:
    """A new piece for the office of the area, in its first edition. Sent twice it is kept once."""
    if not keeps(by, area) or (area and not names_of([area])):
        raise Refused(problem("MATERIALS_004", "area"))
    take_turns(id)
    file, faults = _read(upload)
    written = replace(draft, filed=file is not None)
    there = Edition.objects.filter(material_id=id, number=1).select_related("material", "file").first()
    if there is not None:
        if _says(there) == _said(written, file) and there.material.by_id == by.user_id:
            return id
        raise Refused(problem("MATERIALS_006", "id"))
    refuse_if([*_faults(by, written), *faults])
    row = Material.objects.create(id=id, area=area, by_id=by.user_id, created_at=now)
    _write(by, row, written, _kept(by, row, file, now), now, number=1)
    tell("added", by, row, title=draft.title)
    return id


@transaction.atomic
def change_material(
    *, by: Viewer, material: UUID, seen: int, draft: MaterialDraft, why: str, now: datetime,
    upload: Upload | None = None, drop_file: bool = False,
) -> int:  # fmt: skip
    """The next edition, written against the edition `seen`; the same content again is no new one."""
    row, newest, retired = locked(by, material)
    if retired is not None:
        raise Refused(problem("MATERIALS_007", day=day_text(retired.at.date()), why=retired.why))
    file, faults = _read(upload)
    kept = None if drop_file or file else newest.file
    written = replace(draft, filed=bool(file or kept))
    sha256 = file.sha256 if file else kept.sha256 if kept else ""
    if _says(newest) == (written, sha256):
        return newest.number
    refuse_if([*_faults(by, written), *faults, *_why_faults(why)])
    if seen != newest.number:
        raise Refused(problem("MATERIALS_005", "seen", name=str(newest.by)))
    Edition.objects.filter(pk=newest.pk).update(superseded_at=now)
    file_id = _kept(by, row, file, now) or (kept.pk if kept else None)
    _write(by, row, written, file_id, now, number=newest.number + 1, why=why.strip())
    tell("changed", by, row, edition=newest.number + 1, why=why.strip())
    return newest.number + 1


def _read(upload: Upload | None) -> tuple[Picture | Document | None, list[Problem]]:
    """The file by its content, with what is wrong with it."""
    if upload is None:
        return None, []
    try:
        return read_file(*upload, "file"), []
    except Refused as refused:
        return None, list(refused.problems)


def _faults(by: Viewer, draft: MaterialDraft) -> list[Problem]:
    codes = {listing: codes_of(listing) for listing in CODED.values()}
    return check_material(draft, codes=codes, programmes=[one.code for one in programmes(by.on)], labels=LABELS)


def _why_faults(why: str) -> list[Problem]:
    if not why.strip():
        return [problem("GENERAL_001", "why", label=LABELS["why"])]
    return long_faults({"why": why}, LABELS)


def _said(draft: MaterialDraft, file: Picture | Document | None) -> tuple[MaterialDraft, str]:
    return draft, file.sha256 if file else ""


def _says(row: Edition) -> tuple[MaterialDraft, str]:
    """What an edition says, to compare with what was sent."""
    draft = MaterialDraft(
        row.title, row.summary, row.topic, row.format, row.level, row.body, tuple(row.programmes), bool(row.file_id)
    )
    return draft, row.file.sha256 if row.file else ""


def _kept(by: Viewer, row: Material, file: Picture | Document | None, now: datetime) -> UUID | None:
    return store.keep_file(file, subject=row.pk, by=by.user_id, at=now)[0].id if file else None


def _write(
    by: Viewer, row: Material, draft: MaterialDraft, file_id: UUID | None, now: datetime, *, number: int, why: str = ""
) -> None:
    Edition.objects.create(
        id=uuid7(), material=row, number=number, title=draft.title, summary=draft.summary, topic=draft.topic,
        format=draft.format, level=draft.level, programmes=list(draft.programmes), body=draft.body, file_id=file_id,
        why=why, by_id=by.user_id, at=now,
    )
