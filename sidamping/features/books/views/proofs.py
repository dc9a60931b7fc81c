"""Photos and PDFs behind a voucher: added and taken away while it is a draft, shown to whoever reads the voucher."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from sidamping.domain.problems import Refused
from sidamping.features.books import services
from sidamping.features.books.forms.proofs import ProofForm
from sidamping.features.books.queries.proofs import proof_file
from sidamping.features.books.views.answers import READERS
from sidamping.features.books.views.vouchers import own_voucher, voucher_page
from sidamping.platform.access import roles
from sidamping.platform.access.guard import allow
from sidamping.platform.attachments import store
from sidamping.platform.http.answers import go, stored_file


@allow(*roles.BOARD)
@require_POST
def voucher_proof(request: HttpRequest, voucher: UUID) -> HttpResponse:
    """Add a file to a draft, or take one away."""
    card = own_voucher(request, voucher)
    form = ProofForm(request.POST, request.FILES)
    if not form.is_valid():
        return voucher_page(request, card, wrong=True)
    seen = form.cleaned_data
    try:
        if seen["lepas"] is not None:
            services.remove_proof(by=request.viewer, voucher=voucher, proof=seen["lepas"])
            messages.success(request, _("Foto dilepas."))
        elif seen["proof"] is not None:
            name, content = seen["proof"]
            services.add_proof(by=request.viewer, voucher=voucher, name=name, content=content, now=request.now)
            messages.success(request, _("Foto bukti tersimpan."))
        else:
            messages.warning(request, _("Belum ada berkas yang dipilih."))
    except Refused as refused:
        return voucher_page(request, card, refused.problems)
    return go(reverse("voucher", args=[voucher]))


@allow(*READERS)
@require_safe
def voucher_file(request: HttpRequest, voucher: UUID, voucher_proof: UUID) -> HttpResponse:
    """A proof as it was handed in; ?ukuran=kecil for the thumbnail of a photo."""
    found = proof_file(request.viewer, voucher, voucher_proof)
    if found is None:
        raise Http404
    return proof_answer(request, found, voucher_proof)


def proof_answer(request: HttpRequest, found: store.Kept, proof: UUID) -> HttpResponse:
    """The bytes of a proof; ?ukuran=kecil for the thumbnail of a photo."""
    return stored_file(found, f"bukti-{proof}", small="ukuran" in request.GET, stays=False)
