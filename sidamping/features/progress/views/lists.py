"""Participants as a list and as a workbook, narrowed by cohort, place and profile (C1)."""

from __future__ import annotations

from collections.abc import Iterable

from django.http import FileResponse, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from sidamping.features.progress import queries
from sidamping.features.progress.forms import FilterForm
from sidamping.features.progress.queries import Standing
from sidamping.features.progress.services.drafts import LABELS
from sidamping.features.progress.views.answers import LISTS, page
from sidamping.features.progress.views.telling import said
from sidamping.platform.access.guard import allow
from sidamping.platform.http.workbooks import table_of, workbook
from sidamping.platform.xlsx.columns import Kind
from sidamping.platform.xlsx.write import Value

OF_PROFILE = ("sector", "income", "technology", "devices", "signal")
NUMBERS = ("cycle_months", "workers_full", "workers_part", "workers_family", "capital", "turnover", "loan_plafond",
           "loan_tenor")  # fmt: skip


@allow(*LISTS)
@require_safe
def participants(request: HttpRequest) -> HttpResponse:
    """A page of participants by name."""
    viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    form = FilterForm(request.GET, viewer=viewer)
    found = queries.participant_page(viewer, form.wanted(), request.GET.get("after", ""))
    return page(request, "participants.html", {"page": found, "form": form})


@allow(*LISTS)
@require_safe
def participants_export(request: HttpRequest) -> FileResponse:
    """The same list as a workbook, with the whole profile and what was found."""
    viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    rows = queries.every_participant(viewer, FilterForm(request.GET, viewer=viewer).wanted())
    title = _("Peserta")
    return workbook("peserta.xlsx", table_of(title, _columns(), _rows(rows)))


def _columns() -> list[tuple[str, Kind, int]]:
    first = [
        (pgettext("satu", "Dampingan"), Kind.TEXT, 30), (_("Desa"), Kind.TEXT, 18), (_("Kecamatan"), Kind.TEXT, 18),
        (_("Pendamping"), Kind.TEXT, 22), (_("Mulai"), Kind.DATE, 12), (_("Sampai"), Kind.DATE, 12),
        (_("Profil per"), Kind.DATE, 12),
    ]
    profile = [(str(LABELS[name]), Kind.TEXT, 20) for name in OF_PROFILE]
    numbers = [(str(LABELS[name]), Kind.NUMBER, 14) for name in NUMBERS]
    last = [
        (_("Kunjungan"), Kind.NUMBER, 10), (_("Kontak"), Kind.NUMBER, 10), (_("Bulan dilaporkan"), Kind.NUMBER, 10),
        (_("Bulan diperiksa"), Kind.NUMBER, 10), (_("Omzet naik"), Kind.TEXT, 12), (_("Pencatatan"), Kind.TEXT, 12),
        (_("Pekerja bertambah"), Kind.TEXT, 12), (_("Ketiganya"), Kind.TEXT, 12),
    ]
    return [*first, *profile, *numbers, *last]


def _rows(found: Iterable[Standing]) -> Iterable[tuple[Value, ...]]:
    for one in found:
        card, profile = one.card, one.profile
        place = (card.mentee_name, card.village, card.district, card.mentor_name, card.starts, one.last)
        words = [said(profile, name) if profile else "" for name in OF_PROFILE]
        numbers = [getattr(profile, name) if profile else None for name in NUMBERS]
        dose = (one.dose.visits, one.dose.contacts) if one.dose else (None, None)
        outcomes = one.success.outcomes.values() if one.success else (None,) * 4
        told = [_yes(reached) for reached in outcomes]
        asked = profile.as_of if profile else None
        yield (*place, asked, *words, *numbers, *dose, len(one.series), one.verified, *told)


def _yes(reached: bool | None) -> str:
    return {True: _("ya"), False: _("tidak"), None: _("belum diketahui")}[reached]
