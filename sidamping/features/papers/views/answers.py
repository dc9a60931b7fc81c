"""What the pages of papers share: who may look, the page found or not found."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.http import Http404, HttpRequest

from sidamping.features.papers import queries
from sidamping.features.papers.queries import PaperPage
from sidamping.platform.access import roles
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.http.answers import plain

READERS = (roles.MENTOR, roles.CHAIR, *roles.OVERSEERS)
"""Roles that read papers; which of them, the queries decide."""
ACTORS = (roles.CHAIR, roles.COORDINATOR, roles.SECRETARIAT)
RECORDERS = (roles.COORDINATOR,)
"""Roles that write down a signature on paper."""
HOLDERS = (roles.MENTOR, roles.CHAIR, roles.COORDINATOR, roles.DINAS_REGENCY, roles.DINAS_PROVINCE, roles.SECRETARIAT)
"""Roles that may confirm the receipt of a copy."""


def viewer_of(request: HttpRequest) -> Viewer:
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    return viewer


def now_of(request: HttpRequest) -> datetime:
    now: datetime = request.now  # type: ignore[attr-defined]  # set by middleware
    return now


def found_page(request: HttpRequest, id: UUID) -> PaperPage:
    """The paper in the version the address asks for (`?versi=2`, `?versi=draf`); 404 for a stranger."""
    asked = request.GET.get("versi", "")
    version = 0 if asked == "draf" else int(asked) if asked.isdecimal() and len(asked) < 5 else None
    page = queries.paper(viewer_of(request), id, version)
    if page is None:
        raise Http404
    return page


def filename(page: PaperPage, ending: str) -> str:
    """'lap-kegiatan-2026-10-merah-putih.pdf', of plain letters only."""
    name = f"{page.line.kind}-{page.line.period_start:%Y-%m}-{page.line.mentee or page.line.mentor}"
    return f"{plain(name)}.{ending}"
