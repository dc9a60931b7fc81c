"""An office adds a piece to the library, corrects it with a reason, retires it and takes it up again."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from sidamping.domain.problems import Refused
from sidamping.features.materials import queries, services
from sidamping.features.materials.forms import ChangeForm, MaterialForm
from sidamping.features.materials.queries import MaterialCard
from sidamping.features.materials.queries.scope import KEEPERS
from sidamping.features.materials.services.keeping import Upload
from sidamping.features.materials.views.answers import found, page
from sidamping.features.materials.views.reading import facts_of
from sidamping.platform.access.guard import allow
from sidamping.platform.attachments.documents import LARGEST_FILE
from sidamping.platform.database.ids import read_id, uuid7
from sidamping.platform.http.answers import go


@allow(*KEEPERS)
@require_http_methods(["GET", "HEAD", "POST"])
def material_add(request: HttpRequest) -> HttpResponse:
    """A new piece, written here or brought as a file."""
    offices = queries.offices_of(request.viewer)
    if request.method != "POST":
        fresh = MaterialForm(initial={"id": uuid7()}, on=request.today, offices=offices)
        return page(request, "add.html", {"form": fresh})
    form = MaterialForm(request.POST, request.FILES, on=request.today, offices=offices)
    try:
        id = services.add_material(
            by=request.viewer, id=read_id(form.said("id")) or uuid7(), area=form.said("area"), draft=form.draft(),
            now=request.now, upload=_upload(request),
        )
    except Refused as refused:
        return page(request, "add.html", {"form": form}, refused.problems)
    messages.success(request, _("Materi masuk ke pustaka."))
    return go(reverse("material", args=[id]))


@allow(*KEEPERS)
@require_http_methods(["GET", "HEAD", "POST"])
def material_change(request: HttpRequest, material: UUID) -> HttpResponse:
    """A corrected edition with its reason; the one before stays readable."""
    card = found(request, material)
    if "change" not in card.may:
        raise Http404
    if request.method != "POST":
        return _change(request, card, ChangeForm(initial=ChangeForm.told(card), on=request.today))
    form = ChangeForm(request.POST, request.FILES, on=request.today)
    try:
        services.change_material(
            by=request.viewer, material=material, seen=int(form.said("seen")) if form.said("seen").isdigit() else 0,
            draft=form.draft(), why=form.said("why"), now=request.now, upload=_upload(request),
            drop_file=bool(form.said("drop_file")),
        )
    except Refused as refused:
        return _change(request, found(request, material), form, refused.problems)
    messages.success(request, _("Perbaikan tersimpan. Edisi lama tetap dapat dibaca."))
    return go(reverse("material", args=[material]))


@allow(*KEEPERS)
@require_POST
def material_retire(request: HttpRequest, material: UUID) -> HttpResponse:
    """Not offered any more, with the reason; or offered again."""
    card, why = found(request, material), request.POST.get("why", "")
    try:
        if "lagi" in request.POST:
            services.take_up_material(by=request.viewer, material=material, now=request.now)
            messages.success(request, _("Materi ditawarkan lagi."))
        else:
            services.retire_material(by=request.viewer, material=material, why=why, now=request.now)
            messages.success(request, _("Materi ditarik. Yang sudah menerimanya tetap tercatat."))
    except Refused as refused:
        context = {"card": card, "facts": facts_of(card, request.today), "may": card.may, "why": why}
        return page(request, "material.html", context, refused.problems)
    return go(reverse("material", args=[material]))


def _change(request: HttpRequest, card: MaterialCard, form: Any, problems: Any = ()) -> HttpResponse:
    """After a conflict, saving again is meant against the newest edition."""
    if any(one.code == "MATERIALS_005" for one in problems):
        form.data = form.data.copy()
        form.data["seen"] = str(card.newest)
    return page(request, "change.html", {"card": card, "form": form}, problems)


def _upload(request: HttpRequest) -> Upload | None:
    file = request.FILES.get("file")
    return (file.name or "", file.read(LARGEST_FILE + 1)) if file else None
