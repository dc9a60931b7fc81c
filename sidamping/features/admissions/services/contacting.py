"""Keeps the verification log: who called the applicant when, with whom they spoke, and what came of it (B1)."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from sidamping.domain.parties import squeezed
from sidamping.domain.problems import Problem, Refused, problem, refuse_if
from sidamping.features.admissions.models import Application, Contact
from sidamping.features.admissions.queries.scope import REVEALERS
from sidamping.features.admissions.services.taking import closed_faults, taken, tell
from sidamping.platform.access.viewer import Viewer
from sidamping.rules.books import codes_of

RESULTS = "contact-results"
UNREACHED = ("no_answer", "wrong_number")
"""Results without anybody to have spoken with."""


@transaction.atomic
def log_contact(
    *, by: Viewer, id: UUID, application: UUID, on: date, result: str, spoke_with: str = "", note: str = ""
) -> UUID:
    """One attempt; sent twice with one id, it is once."""
    found = taken(by, application)
    if not found.held & set(REVEALERS):
        raise Refused(problem("ADMISSIONS_018", "application"))
    if earlier := Contact.objects.filter(pk=id).first():
        refuse_if([] if earlier.application_id == application else [problem("ADMISSIONS_008")])
        return id
    who = squeezed(spoke_with)
    refuse_if([*closed_faults(found), *_faults(found.row, on, result, who, by)])
    Contact.objects.create(
        id=id, application=found.row, called_on=on, result=result, spoke_with=who, note=note.strip()[:2000],
        by_id=by.user_id,
    )
    tell("contacted", by, found.row, result=result, on=str(on))
    return id


def _faults(row: Application, on: date, result: str, who: str, by: Viewer) -> list[Problem]:
    faults = []
    if on > by.on or on < row.applied_on:
        faults.append(problem("ADMISSIONS_021", "called_on", seen=on, since=row.applied_on))
    if result not in codes_of(RESULTS):
        faults.append(problem("GENERAL_002", "result", label=_("Hasil"), seen=result or "-"))
    elif not who and result not in UNREACHED:
        faults.append(problem("ADMISSIONS_028", "spoke_with"))
    if len(who) > 160:
        faults.append(problem("ADMISSIONS_022", "spoke_with", label=_("Berbicara dengan"), count=len(who), most=160))
    return faults
