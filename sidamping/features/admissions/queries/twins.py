"""Applications that may be one and the same: those of the programme that agree in a way its file names (B1).

A refused or withdrawn application does not stand in the way of a new one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from sidamping.domain.selection.duplicates import Applicant, Same, duplicates
from sidamping.features.admissions.models import Application
from sidamping.features.admissions.queries.intake import intake_of
from sidamping.features.admissions.queries.lines import number_of
from sidamping.features.admissions.queries.scope import visible
from sidamping.features.admissions.queries.standing import REFUSED, WITHDRAWN, standings, with_ends
from sidamping.platform.access.viewer import Viewer

MOST = 40
"""So many candidates are looked at; a number or a village never has more that agree."""
NUMBER = re.compile(r"(\d{4,9})/([A-Z0-9-]{1,60})/(\d{4})", re.ASCII)
"""An application's number as it is written: '0007/KOPERASI-MODERN-USULAN/2026'."""


def candidates(row: Application, among: QuerySet[Application] | None = None) -> list[Application]:
    """Applications of the same programme that share a number, the village or the telephone with this one."""
    same = Q(village=row.village_id) & Q(name__icontains=_telling(row.name))
    for field in ("nik", "nik_koperasi", "legal_number"):
        if value := getattr(row, field):
            same |= Q(**{field: value})
    if row.phone:
        same |= Q(phone__endswith=row.phone.lstrip("+")[-8:])
    rows = Application.objects.all() if among is None else among
    found = rows.filter(same, programme=row.programme).exclude(pk=row.pk)
    return list(with_ends(found).select_related("cohort").order_by("applied_on", "id")[:MOST])


def same_as(row: Application, others: Iterable[Application], pinned: str) -> list[tuple[Application, Same]]:
    """The others that agree with this one, with the ways in which they do."""
    intake = intake_of(pinned)
    told = {str(one.pk): one for one in others}
    if intake is None or not told:
        return []
    found = duplicates([*map(applicant, told.values()), applicant(row)], intake.duplicates)
    return [(told[one.first], one) for one in found if one.second == str(row.pk)]


def sure_twins(row: Application, on: date) -> list[Application]:
    """The others that surely are the same by a number of identity, and still stand."""
    same = same_as(row, candidates(row), row.path.pinned)
    return still_standing((one for one, how in same if how.sure), on)


def still_standing(others: Iterable[Application], on: date) -> list[Application]:
    """Those that were neither refused nor withdrawn."""
    told = list(others)
    known = standings(told, on)
    return [one for one in told if known[one.pk].state not in (REFUSED, WITHDRAWN)]


def numbered(viewer: Viewer, numbers: Iterable[str]) -> tuple[tuple[UUID, str, str], ...]:
    """Id, number and name of applications known by their numbers, as far as an officer may read them."""
    wanted = Q(pk__in=[])
    for number in numbers:
        if told := NUMBER.fullmatch(number):
            wanted |= Q(number=int(told[1]), programme=told[2].lower(), year=int(told[3]))
    rows = visible(viewer).filter(wanted).order_by("year", "number")
    return tuple((one.pk, number_of(one), one.name) for one in rows)


def applicant(row: Application) -> Applicant:
    """The application as the pure layer compares it."""
    return Applicant(
        str(row.pk), row.name, row.village_id, row.nik, row.nik_koperasi, row.legal_number, row.phone, row.programme
    )


def _telling(name: str) -> str:
    """The longest word of the name, by which the database finds look-alikes."""
    return max(name.split(), key=len, default=name)
