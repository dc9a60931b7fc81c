"""Files of a sheet: its photos and the page as PDF."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from sidamping.features.deliverables.render.pdf import pdf_of
from sidamping.features.deliverables.views.answers import READERS, found_sheet
from sidamping.features.deliverables.views.printing import print_of
from sidamping.platform.access.guard import allow
from sidamping.platform.attachments import store
from sidamping.platform.http.answers import made_file, plain, stored_file, there

SMALL = "kecil"


@allow(*READERS)
@require_safe
def sheet_photo(request: HttpRequest, sheet: UUID, photo: UUID) -> HttpResponse:
    """A photo of a sheet the viewer may see; ?ukuran=kecil for the thumbnail."""
    found = found_sheet(request, sheet)
    kept = there(store.picture(photo, found.id))
    return stored_file(kept, f"lembar-{kept.sha256[:8]}", small=request.GET.get("ukuran") == SMALL)


@allow(*READERS)
@require_safe
def sheet_file(request: HttpRequest, sheet: UUID, file: UUID) -> HttpResponse:
    """A file behind a proof, of the version the viewer sees; pictures and PDF are shown, the rest is downloaded."""
    found = found_sheet(request, sheet)
    named = {one.get("file") for one in (found.content.get(cell.key, {}) for cell in found.kind.proofs)}
    named |= {one.get("file") for one in (found.draft.get(cell.key, {}) for cell in found.kind.proofs)}
    kept = there(store.file_of(file, found.id) if str(file) in named else None)
    return stored_file(kept, f"{found.kind.name}-{kept.sha256[:8]}", stays=False)


@allow(*READERS)
@require_safe
def sheet_pdf(request: HttpRequest, sheet: UUID) -> HttpResponse:
    """The sheet on one page: the newest version, or the draft with DRAF across."""
    found = found_sheet(request, sheet)
    name = plain(f"{found.kind.name}-{found.card.mentee_name}")
    return made_file(pdf_of(print_of(found)), "application/pdf", f"{name}.pdf")
