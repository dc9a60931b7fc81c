"""Keeps pictures and documents in the files folder under their hash and remembers to which record they belong.

Rows are sealed; the same file of the same record is kept once. Nothing here decides who may look: callers scope.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID

from django.conf import settings

from sidamping.platform.attachments.documents import PDF, Document
from sidamping.platform.attachments.models import Attachment
from sidamping.platform.attachments.office import DOCX, XLSX
from sidamping.platform.attachments.pictures import Picture

JPEG = "image/jpeg"
ENDINGS = {JPEG: ".jpg", PDF: ".pdf", DOCX: ".docx", XLSX: ".xlsx"}
"""What the name of a kept file ends in, by what it is."""


@dataclass(frozen=True)
class Kept:
    """A picture or document on record."""

    id: UUID
    subject_id: UUID
    name: str
    caption: str
    sha256: str
    media_type: str
    size: int
    added_at: datetime
    added_by: UUID | None


def keep_picture(
    picture: Picture, *, subject: UUID, by: UUID | None, caption: str = "", at: datetime | None = None
) -> tuple[Kept, bool]:
    """The picture on record, and whether it is new there. Files are written before the row that names them.

    `at` is the moment of the act that brings it; now where it is left out.
    """
    stored = _path_of(picture.sha256)
    _write(stored, picture.content)
    _write(_thumbnail_of(stored), picture.thumbnail)
    row, new = Attachment.objects.get_or_create(
        subject_id=subject,
        sha256=picture.sha256,
        defaults={
            "filename": picture.name,
            "media_type": JPEG,
            "size": len(picture.content),
            "stored": str(stored),
            "caption": caption[:200],
            "added_by_id": by,
            **({"added_at": at} if at else {}),
        },
    )
    return _kept(row), new


def keep_document(
    document: Document, *, subject: UUID, by: UUID | None, caption: str = "", at: datetime | None = None
) -> tuple[Kept, bool]:
    """The document on record, and whether it is new there."""
    stored = _document_path(document.sha256, document.media_type)
    _write(stored, document.content)
    row, new = Attachment.objects.get_or_create(
        subject_id=subject,
        sha256=document.sha256,
        defaults={
            "kind": "document",
            "filename": document.name,
            "media_type": document.media_type,
            "size": len(document.content),
            "stored": str(stored),
            "caption": caption[:200],
            "added_by_id": by,
            **({"added_at": at} if at else {}),
        },
    )
    return _kept(row), new


def keep_file(
    file: Picture | Document, *, subject: UUID, by: UUID | None, caption: str = "", at: datetime | None = None
) -> tuple[Kept, bool]:
    """The picture or document on record, and whether it is new there."""
    if isinstance(file, Picture):
        return keep_picture(file, subject=subject, by=by, caption=caption, at=at)
    return keep_document(file, subject=subject, by=by, caption=caption, at=at)


def kept(ids: Iterable[UUID]) -> dict[UUID, Kept]:
    """Pictures and documents by id, for callers that have scoped them through their own records."""
    return {row.pk: _kept(row) for row in Attachment.objects.filter(pk__in=set(ids))}


def bytes_of(one: Kept) -> bytes:
    """The bytes of a picture or document; FileNotFoundError when the files folder has lost it."""
    stored = _path_of(one.sha256) if one.media_type == JPEG else _document_path(one.sha256, one.media_type)
    return (_root() / stored).read_bytes()


def thumbnail_of(one: Kept) -> bytes:
    """The small picture of a picture; FileNotFoundError when the files folder has lost it."""
    return content_of(one.sha256, thumbnail=True)


def pictures_of(subjects: Iterable[UUID]) -> dict[UUID, tuple[Kept, ...]]:
    """The pictures of records in the order they came; a record without any is absent."""
    found: dict[UUID, list[Kept]] = {}
    for row in Attachment.objects.filter(subject_id__in=list(subjects), kind="photo").order_by("id"):
        found.setdefault(row.subject_id, []).append(_kept(row))
    return {subject: tuple(rows) for subject, rows in found.items()}


def fresh_pictures(subjects: Iterable[UUID]) -> dict[UUID, bool]:
    """Per record with pictures: whether at least one of them stands at no other record."""
    wanted = set(subjects)
    own = Attachment.objects.filter(subject_id__in=wanted, kind="photo").values("sha256")
    holders: dict[str, set[UUID]] = {}
    for sha256, subject in Attachment.objects.filter(sha256__in=own).values_list("sha256", "subject_id"):
        holders.setdefault(sha256, set()).add(subject)
    found: dict[UUID, bool] = {}
    for held_by in holders.values():
        for subject in held_by & wanted:
            found[subject] = found.get(subject, False) or len(held_by) == 1
    return found


def file_of(attachment: UUID, subject: UUID) -> Kept | None:
    """One picture or document, only when it belongs to the record."""
    row = Attachment.objects.filter(pk=attachment, subject_id=subject).first()
    return _kept(row) if row else None


def files_of(subject: UUID) -> dict[UUID, Kept]:
    """Every picture and document of a record, by id."""
    return {row.pk: _kept(row) for row in Attachment.objects.filter(subject_id=subject).order_by("id")}


def picture(attachment: UUID, subject: UUID) -> Kept | None:
    """One picture, only when it belongs to the record."""
    row = Attachment.objects.filter(pk=attachment, subject_id=subject, kind="photo").first()
    return _kept(row) if row else None


def content_of(sha256: str, *, thumbnail: bool = False) -> bytes:
    """The bytes of a kept picture by its hash; FileNotFoundError when the files folder has lost it."""
    stored = _path_of(sha256)
    return (_root() / (_thumbnail_of(stored) if thumbnail else stored)).read_bytes()


def _path_of(sha256: str) -> Path:
    return Path("photos", sha256[:2], f"{sha256}.jpg")


def _document_path(sha256: str, media_type: str) -> Path:
    return Path("documents", sha256[:2], f"{sha256}{ENDINGS[media_type]}")


def _thumbnail_of(stored: Path) -> Path:
    return stored.with_name(f"{stored.stem}-small.jpg")


def _root() -> Path:
    return Path(settings.MEDIA_ROOT)


def _write(relative: Path, content: bytes) -> None:
    """Whole or not at all; a file that is there already has the same content by its name."""
    target = _root() / relative
    if not target.exists():
        write_whole(target, content)


def write_whole(target: Path, content: bytes) -> None:
    """The file with all of the content or not at all, whoever looks at it meanwhile."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=target.parent, suffix=".part", delete=False) as part:
        part.write(content)
    os.chmod(part.name, 0o644)
    os.replace(part.name, target)


def _kept(row: Attachment) -> Kept:
    return Kept(
        row.id, row.subject_id, row.filename, row.caption, row.sha256, row.media_type, row.size, row.added_at,
        row.added_by_id,
    )
