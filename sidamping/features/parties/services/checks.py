"""Every fault of a draft that can be told without looking at other records; forms and imports share these checks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy as _

from sidamping.domain import parties as identity
from sidamping.domain.problems import Problem, problem
from sidamping.features.parties.models import Business, Cooperative, Party, Person
from sidamping.features.parties.services.drafts import BusinessDraft, CooperativeDraft, PersonDraft
from sidamping.platform.access import roles
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.territory import queries as territory
from sidamping.rules.books import listing

WRITERS = (roles.ADMIN, roles.SECRETARIAT, roles.COORDINATOR, roles.MENTOR)
LABELS = {
    "name": _("Nama"), "village": _("Desa"), "address": _("Alamat"), "kind": _("Jenis"), "form": _("Bentuk"),
    "standing": _("Status"), "sector": _("Bidang usaha"), "product": _("Produk"), "education": _("Pendidikan"),
    "sex": _("Jenis kelamin"), "phone": _("Telepon"), "account_number": _("Nomor rekening"),
    "legal_number": _("Nomor badan hukum"), "npwp": _("NPWP"), "nik": _("NIK"), "nik_koperasi": _("NIK koperasi"),
    "nib": _("NIB"), "organ": _("Organ"), "position": _("Jabatan"),
}
CODED = {
    CooperativeDraft: {"kind": "cooperative-kinds", "form": "cooperative-forms", "standing": "cooperative-standings"},
    PersonDraft: {"education": "education-levels"},
    BusinessDraft: {"sector": "business-sectors"},
}
REQUIRED = {CooperativeDraft: ("kind", "form", "standing"), PersonDraft: (), BusinessDraft: ("sector",)}
HIGHER = re.compile(r"\d{2}(\.\d{2}){0,2}")
"""Codes of provinces, regencies and districts."""
TABLES = {CooperativeDraft: Cooperative, PersonDraft: Person, BusinessDraft: Business}
Draft = CooperativeDraft | PersonDraft | BusinessDraft


@dataclass(frozen=True)
class Ground:
    """What checks stand on: the day, the villages known among those named, the area prefixes open to the writer."""

    on: date
    villages: frozenset[str]
    areas: tuple[str, ...]

    @staticmethod
    def of(viewer: Viewer, villages: set[str], within: tuple[str, ...] = ()) -> Ground:
        areas = (*viewer.areas(*WRITERS), *within)
        return Ground(viewer.on, frozenset(territory.known_villages(villages)), areas)


def villages_of(draft: Draft) -> set[str]:
    """Every village code the draft names."""
    return {draft.village, *(draft.serves if isinstance(draft, CooperativeDraft) else ())} - {""}


def may_write(viewer: Viewer, village: str) -> bool:
    """Whether an appointment in force lets the viewer write about parties of the village."""
    return any(village.startswith(area) for area in viewer.areas(*WRITERS))


def faults(draft: Draft, ground: Ground) -> list[Problem]:
    """All faults of a tidied draft, in the order of its fields."""
    found = [*_place(draft, ground), *_lengths(draft), *_codes(draft)]
    if not draft.name:
        found.insert(0, problem("GENERAL_001", "name", label=str(LABELS["name"])))
    if isinstance(draft, CooperativeDraft):
        found += _cooperative(draft, ground)
    elif isinstance(draft, PersonDraft):
        found += _person(draft)
    else:
        found += [*identity.nib_faults(draft.nib), *identity.date_faults(draft.started_on, ground.on, "started_on")]
    return found


def code_fault(field: str, name: str, code: str, required: bool) -> list[Problem]:
    """A value that must be a code of a list of the rulebook; retired codes are refused for new entries."""
    if not code:
        return [problem("GENERAL_001", field, label=str(LABELS[field]))] if required else []
    known = {entry.code for entry in listing(name) if not entry.retired}
    return [] if code in known else [problem("GENERAL_002", field, label=str(LABELS[field]), seen=code)]


def _place(draft: Draft, ground: Ground) -> Iterator[Problem]:
    if not ground.areas:
        yield problem("PARTIES_021", "village")
    if not draft.village:
        yield problem("GENERAL_001", "village", label=str(LABELS["village"]))
    elif draft.village not in ground.villages:
        code = "AREAS_004" if HIGHER.fullmatch(draft.village) else "AREAS_001"
        yield problem(code, "village", seen=draft.village)
    elif ground.areas and not any(draft.village.startswith(area) for area in ground.areas):
        yield problem("AREAS_005", "village", seen=draft.village, areas=", ".join(ground.areas))
    if isinstance(draft, CooperativeDraft):
        for code in draft.serves:
            if code not in ground.villages:
                yield problem("AREAS_001", "serves", seen=code)


def _lengths(draft: Draft) -> Iterator[Problem]:
    numbers = ("nik", "nik_koperasi", "nib", "npwp")  # each has its own check
    for field in (*Party._meta.fields, *TABLES[type(draft)]._meta.fields):
        value, most = getattr(draft, field.name, None), field.max_length
        if isinstance(value, str) and most and len(value) > most and field.name in LABELS and field.name not in numbers:
            yield problem("PARTIES_020", field.name, label=str(LABELS[field.name]), count=len(value), most=most)


def _codes(draft: Draft) -> Iterator[Problem]:
    for field, name in CODED[type(draft)].items():
        yield from code_fault(field, name, getattr(draft, field), field in REQUIRED[type(draft)])


def _cooperative(draft: CooperativeDraft, ground: Ground) -> list[Problem]:
    return [
        *identity.legal_number_faults(draft.legal_number),
        *identity.cooperative_number_faults(draft.nik_koperasi),
        *identity.nib_faults(draft.nib),
        *identity.npwp_faults(draft.npwp),
        *identity.phone_faults(draft.phone),
        *identity.date_faults(draft.legal_date, ground.on, "legal_date"),
        *identity.date_faults(draft.founded_on, ground.on, "founded_on"),
    ]


def _person(draft: PersonDraft) -> list[Problem]:
    found = [*identity.nik_faults(draft.nik), *identity.phone_faults(draft.phone)]
    if draft.sex not in ("", "L", "P"):
        found.append(problem("GENERAL_002", "sex", label=str(LABELS["sex"]), seen=draft.sex))
    return found
