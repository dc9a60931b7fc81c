"""Files behind the answers: added in place while filling in, taken off again while it is a draft, shown to readers."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from sidamping.domain.problems import Refused
from sidamping.features.assessments import queries, services
from sidamping.features.assessments.forms import EvidenceForm
from sidamping.features.assessments.forms.filling import anchor_of
from sidamping.features.assessments.views.answers import READERS
from sidamping.features.assessments.views.filling import attach_brought, desk_of, save_section, section_page
from sidamping.platform.access.guard import allow
from sidamping.platform.http.answers import go, stored_file, there


@allow(*READERS)
@require_POST
def evidence_add(request: HttpRequest, assessment: UUID) -> HttpResponse:
    """Keep the section as typed with its new files, or take a file off; back to the item it belongs to."""
    desk = desk_of(request, assessment)
    asked = EvidenceForm(request.POST)
    said = asked.cleaned_data if asked.is_valid() else {}
    form = desk.form(said.get("bagian", ""), request.POST, request.FILES)
    if form is None:
        raise Http404
    try:
        save_section(request, desk, form)
        if said["lepas"] is not None:
            services.remove_evidence(by=request.viewer, assessment=assessment, evidence=said["lepas"])
        before = len(form.brought())
        attach_brought(request, desk, form)
    except Refused as refused:
        return section_page(request, desk_of(request, assessment), form, refused.problems)
    if said["lepas"] is not None:
        messages.success(request, _("Bukti dilepas."))
    elif before:
        messages.success(request, _("Bukti tersimpan."))
    else:
        messages.warning(request, _("Belum ada berkas yang dipilih. Isian lain di bagian ini tersimpan."))
    return go(f"{reverse('fill_section', args=[assessment, form.section.key])}#{anchor_of(said['butir'])}")


@allow(*READERS)
@require_safe
def evidence_file(request: HttpRequest, assessment: UUID, evidence: UUID) -> HttpResponse:
    """A file behind an answer the viewer may read; ?ukuran=kecil for the thumbnail of a photo."""
    found = there(queries.evidence_file(request.viewer, assessment, evidence))
    return stored_file(found, f"bukti-{found.sha256[:8]}", small="ukuran" in request.GET)
