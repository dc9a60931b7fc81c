"""Instruments that an office brought as XLSForm workbooks, read back as the engine needs them; always samples."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from sidamping.domain.scoring.instrument import Instrument
from sidamping.features.assessments.models import UploadedForm
from sidamping.rules.uploaded import uploaded_instrument

DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True)
class FormLine:
    """One uploaded version: what it is called, from which day on, who brought it and when."""

    name: str
    version: str
    sha256: str
    filename: str
    by: str
    at: datetime


def uploaded(name: str, version: str) -> Instrument | None:
    """The uploaded version of an instrument, by 'name/day' or by its day; None when nobody brought it."""
    day = _day(version.removeprefix(f"{name}/"))
    if day is None:
        return None
    row = UploadedForm.objects.filter(name=name, starts=day).defer("workbook").first()
    return _built(row) if row else None


def uploaded_versions(name: str) -> tuple[Instrument, ...]:
    """Every uploaded version of an instrument, oldest first."""
    return tuple(_built(row) for row in UploadedForm.objects.filter(name=name).defer("workbook").order_by("starts"))


def uploaded_on(on: date) -> Iterator[Instrument]:
    """Of every uploaded instrument the version that holds on a day, by name."""
    rows = UploadedForm.objects.filter(starts__lte=on).defer("workbook")
    return (_built(row) for row in rows.order_by("name", "-starts").distinct("name"))


def uploaded_in_force(name: str, on: date) -> Instrument | None:
    """The uploaded version of an instrument that holds on a day; None before its first day."""
    row = UploadedForm.objects.filter(name=name, starts__lte=on).defer("workbook").order_by("-starts").first()
    return _built(row) if row else None


def form_lines(name: str) -> tuple[FormLine, ...]:
    """Who brought which version, newest first."""
    rows = UploadedForm.objects.filter(name=name).select_related("by").defer("workbook", "content").order_by("-starts")
    return tuple(
        FormLine(row.name, f"{row.name}/{row.starts.isoformat()}", row.sha256, row.filename, row.by.full_name, row.at)
        for row in rows
    )


def _built(row: UploadedForm) -> Instrument:
    return uploaded_instrument(row.name, row.starts, row.content)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if DAY.fullmatch(text) else None
    except ValueError:
        return None
