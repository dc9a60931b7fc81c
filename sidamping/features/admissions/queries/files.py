"""The documents of an application against those its programme asks for; a file for whoever may read the application."""

from __future__ import annotations

from collections import defaultdict
from uuid import UUID

from sidamping.features.admissions.models import Application, ApplicationDocument
from sidamping.features.admissions.queries.intake import needs_of
from sidamping.features.admissions.queries.lines import Checked, HeldFile
from sidamping.features.admissions.queries.scope import sent_by, visible
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.attachments import store
from sidamping.platform.attachments.store import Kept


def checked_documents(row: Application) -> tuple[Checked, ...]:
    """Each document of the programme with its files, in the programme's order."""
    held: dict[str, list[HeldFile]] = defaultdict(list)
    for one in row.documents.select_related("attachment", "by").order_by("created_at", "id"):
        by = one.by.full_name if one.by else ""
        file = one.attachment
        held[one.code].append(HeldFile(
            one.pk, file.filename, file.media_type, file.size, file.added_at, by, file.sha256
        ))  # fmt: skip
    return tuple(Checked(need, tuple(held[need.code])) for need in needs_of(row.path.pinned))


def documents_of(viewer: Viewer, application: UUID) -> tuple[Checked, ...] | None:
    """The documents, for officers of the area and whoever sent the application; None for a stranger."""
    rows = visible(viewer) | sent_by(viewer)
    row = rows.filter(pk=application).select_related("path").first()
    return checked_documents(row) if row else None


def held_codes(row: Application) -> set[str]:
    """The documents of which there is a file."""
    return set(row.documents.values_list("code", flat=True))


def application_file(viewer: Viewer, application: UUID, document: UUID) -> Kept | None:
    """One file; None for a stranger."""
    rows = ApplicationDocument.objects.filter(pk=document, application__in=visible(viewer).filter(pk=application))
    found = rows.values_list("attachment_id", flat=True).first()
    return store.kept([found]).get(found) if found else None
