"""Paper for whoever has no phone: record sheets to print, and the page that their code opens when scanned (C9)."""

from __future__ import annotations

from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from sidamping.domain.periods import Month
from sidamping.features.progress.queries import signed, unsigned
from sidamping.features.progress.render.sheets import DAILY, KINDS, RecordSheet, sheet_of
from sidamping.features.progress.views.answers import WRITERS, own_card
from sidamping.platform.access.guard import allow, signed_in
from sidamping.platform.documents.qr import qr_picture
from sidamping.platform.http.answers import made_file

SHEET = "lembar"


@allow(*WRITERS)
@require_safe
def record_sheet_pdf(request: HttpRequest, engagement: UUID) -> HttpResponse:
    """A sheet of a month to write on by hand; ?jenis=harian or bulanan, ?bulan=2026-11."""
    card = own_card(request, engagement)
    kind = request.GET.get("jenis", DAILY)
    if kind not in KINDS:
        raise Http404
    month = _month(request)
    scan = reverse("sheet_scan", args=[signed(SHEET, card.id.hex, month)])
    content = sheet_of(
        RecordSheet(
            kind, card.mentee_name, f"{card.village}, {card.district}", card.mentor_name, month,
            qr_picture(f"{settings.PUBLIC_URL.rstrip('/')}{scan}"),
        )
    )
    return made_file(content, "application/pdf", f"lembar-{kind}-{month}.pdf")


@signed_in
@require_safe
def sheet_scan(request: HttpRequest, token: str) -> HttpResponse:
    """From the code of a printed sheet to the page on which its mentor transcribes it."""
    parts = unsigned(token)
    if len(parts) != 3 or parts[0] != SHEET:
        raise Http404
    card = own_card(request, UUID(parts[1]))
    return HttpResponseRedirect(f"{reverse('month_add', args=[card.id])}?lembar=1&bulan={parts[2]}")


def _month(request: HttpRequest) -> Month:
    try:
        return Month.parse(request.GET.get("bulan", ""))
    except ValueError:
        return Month.of(request.today)  # type: ignore[attr-defined]  # set by middleware
