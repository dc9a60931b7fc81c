"""Dominggus of the regency's office examines Merah Putih, step by step, on days of his choosing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.utils import timezone

from sidamping.domain.problems import Refused
from sidamping.features.supervision import queries, services
from sidamping.features.supervision.models import Answer, Finding
from sidamping.features.supervision.queries import Heading
from sidamping.features.supervision.services import ExaminationDraft, FindingDraft, SanctionDraft, TeamDraft
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.database.ids import uuid7
from tests.people import Cast, look

OPENED = date(2026, 9, 1)
DUE = date(2026, 9, 15)
FIRST = date(2026, 9, 16)
SECOND = FIRST + timedelta(days=30)
PLAN = ExaminationDraft("active", "routine", "preventive", "Kas dan simpanan anggota", OPENED, OPENED)
TEAM = (TeamDraft("Dominggus Lay", "196912312000031009", "lead"), TeamDraft("Marselina Bessie"))
TOLD = FindingDraft("governance", "Kas tidak dihitung tiap hari", "Hitung kas tiap sore", "Bendahara", DUE)


HEAD = Heading(
    "Pemerintah Kabupaten Kupang", "Dinas Koperasi, Usaha Kecil dan Menengah", "Jalan Timor Raya 36, Oelamasi 85362",
    "Oelamasi", "Ir. Yeskiel Nenotek, M.Si", "Kepala Dinas Koperasi Kabupaten Kupang", "197001011995031002",
)  # fmt: skip


def at(day: date, hour: int = 9) -> datetime:
    return timezone.make_aware(datetime(day.year, day.month, day.day, hour))


def office(cast: Cast, day: date = OPENED) -> Viewer:
    return look(cast.dominggus, day)


def planned(cast: Cast, by: Viewer | None = None, cooperative: UUID | None = None) -> UUID:
    wanted = cooperative or cast.merah_putih.party_id
    return services.open_examination(
        by=by or office(cast), id=uuid7(), cooperative=wanted, draft=PLAN, now=at(OPENED)
    )


def headed(by: Viewer) -> None:
    """Every office of the viewer says how it heads its letters."""
    for one in queries.offices_of(by):
        services.head_letters(by=by, office=one.role, area=one.area, heading=HEAD, now=at(OPENED))


def assigned(cast: Cast, by: Viewer | None = None, cooperative: UUID | None = None) -> UUID:
    headed(by or office(cast))
    id = planned(cast, by, cooperative)
    services.assign(by=by or office(cast), examination=id, team=TEAM)
    return id


def found(cast: Cast, by: Viewer | None = None, cooperative: UUID | None = None) -> tuple[UUID, UUID]:
    """An examination with one finding, before its report."""
    id = assigned(cast, by, cooperative)
    finding = services.write_finding(by=by or office(cast), id=uuid7(), examination=id, draft=TOLD, now=at(OPENED))
    return id, finding


def reported(cast: Cast, by: Viewer | None = None, cooperative: UUID | None = None) -> tuple[UUID, UUID]:
    """The finding is due on 15 September; the board reads it."""
    id, finding = found(cast, by, cooperative)
    services.report(by=by or office(cast), examination=id, summary="Kas perlu dibenahi.", now=at(OPENED))
    return id, finding


def warned(cast: Cast, examination: UUID, day: date = FIRST, by: Viewer | None = None) -> UUID:
    draft = SanctionDraft("warning", day + timedelta(days=29))
    return services.give_sanction(
        by=by or office(cast, day), id=uuid7(), examination=examination, draft=draft, now=at(day)
    )


def answer(finding: UUID) -> Answer:
    return Answer.objects.get(finding_id=finding)


def numbers(examination: UUID) -> list[int]:
    return list(Finding.objects.filter(examination_id=examination).values_list("number", flat=True))


def codes(act: Callable[[], Any]) -> list[str]:
    """The codes an act is refused with; none where it is done."""
    try:
        act()
    except Refused as refused:
        return refused.codes
    return []
