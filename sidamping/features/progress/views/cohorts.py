"""A cohort on a day: whose contact is short, and what was reached, down to each participant (C2, C4, C5)."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from sidamping.domain.cohorts.shares import Share
from sidamping.domain.scoring.numbers import written
from sidamping.features.progress import queries
from sidamping.features.progress.forms import FilterForm
from sidamping.features.progress.queries import CohortSheet
from sidamping.features.progress.queries.cohorts import BANDS, INDICATORS
from sidamping.features.progress.views.answers import LISTS, page
from sidamping.platform.access.guard import allow

REACHED = ("yes", "no", "unknown", "known")


@allow(*LISTS)
@require_safe
def contact_budget(request: HttpRequest) -> HttpResponse:
    """Participants whose month is short of contact, breaches first."""
    viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    form = FilterForm(request.GET, viewer=viewer)
    return page(request, "contact_budget.html", {"rows": queries.contact_warnings(viewer, form.wanted()), "form": form})


@allow(*LISTS)
@require_safe
def cohort_success(request: HttpRequest) -> HttpResponse:
    """The indicators with their denominators, and the participants behind a figure (?indikator=…&capai=yes)."""
    viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    form = FilterForm(request.GET, viewer=viewer)
    sheet = queries.cohort_sheet(viewer, form.wanted())
    context: dict[str, Any] = {"form": form, "sheet": sheet}
    if sheet is not None:
        context |= _figures(sheet) | _drilled(request, sheet)
    return page(request, "cohort_success.html", context)


def _figures(sheet: CohortSheet) -> dict[str, Any]:
    words = _words()
    all_three = Share(sheet.success.reached["all_three"].part, sheet.success.participants)
    return {
        "lines": [
            {"code": code, "label": words[code], "share": _share(sheet.success.reached[code]),
             "unknown": sheet.success.unknown[code]} for code in INDICATORS
        ],
        "all_three": _share(all_three), "target": sheet.success.target_percent, "on_target": sheet.success.on_target,
        "cross": [
            {"label": _bands()[row.key], "whole": row.whole, "band": _share(sheet.bands[row.key]),
             "cells": [(words[code], _share(row.reached[code])) for code in INDICATORS]} for row in sheet.cross
        ],
        "heads": [words[code] for code in INDICATORS],
    }  # fmt: skip


def _drilled(request: HttpRequest, sheet: CohortSheet) -> dict[str, Any]:
    """The participants behind a figure; all of them where none was asked for."""
    indicator, reached = request.GET.get("indikator", ""), request.GET.get("capai", "")
    asked = indicator in INDICATORS and reached in REACHED
    rows = sheet.of(indicator, reached) if asked else sheet.rows
    told = _words()[indicator] if asked else ""
    said = {"yes": _("tercapai"), "no": _("belum tercapai"), "unknown": _("belum diketahui"),
            "known": _("yang diketahui")}  # fmt: skip
    return {"rows": rows, "drilled": f"{told}: {said[reached]}" if asked else ""}


def _share(share: Share) -> dict[str, Any]:
    """Both counts, and the percentage rounded once for the eye; nothing where nobody is counted."""
    percent = share.percent
    shown = "–" if percent is None else f"{written(percent, 1, 1)} %"
    return {"part": share.part, "whole": share.whole, "percent": shown}


def _words() -> dict[str, str]:
    return {
        "turnover": _("Omzet naik"), "records": _("Pencatatan diterapkan"), "workers": _("Pekerja bertambah"),
        "all_three": _("Ketiganya sekaligus"),
    }  # fmt: skip


def _bands() -> dict[str, str]:
    words = {"low": _("0-2 kontak"), "middle": _("3-4 kontak"), "high": _("lebih dari 4 kontak")}
    return {band: words[band] for band in BANDS}
