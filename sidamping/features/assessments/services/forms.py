"""Keeps an instrument that an office brought as an XLSForm: its text with hash, and the workbook, for good."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import NAMESPACE_OID, uuid5

from django.db import transaction

from sidamping.domain.problems import Refused, problem
from sidamping.features.assessments.models import UploadedForm
from sidamping.platform.access import roles
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.activity import journal
from sidamping.platform.database.locks import take_turns
from sidamping.rules.in_force import names
from sidamping.rules.instruments import KIND
from sidamping.rules.uploaded import uploaded_instrument

FORM_BRINGERS = (roles.ADMIN, roles.PMO, roles.SECRETARIAT, roles.ASSESSOR)
"""Who may bring an instrument."""
MOST_NAME = 200


@dataclass(frozen=True)
class NewForm:
    """An instrument as it was read from a workbook: name, first day, its file as text, and the workbook itself."""

    name: str
    starts: date
    content: str
    filename: str
    workbook: bytes


@transaction.atomic
def add_form(*, by: Viewer, form: NewForm) -> str:
    """The version it is kept under ('name/day'). The same content again is kept once; other content is refused."""
    if not by.has(*FORM_BRINGERS):
        raise Refused(problem("ACCESS_001"))
    made = uploaded_instrument(form.name, form.starts, form.content)
    if form.name in names(KIND):
        raise Refused(problem("EXCHANGE_029", "form_id", seen=form.name))
    take_turns(uuid5(NAMESPACE_OID, f"form:{form.name}"))
    there = UploadedForm.objects.filter(name=form.name, starts=form.starts).defer("workbook").first()
    if there is not None and there.sha256 != made.sha256:
        raise Refused(problem("EXCHANGE_030", "version", name=form.name, date=form.starts))
    if there is None:
        row = UploadedForm.objects.create(
            name=form.name, starts=form.starts, content=form.content, sha256=made.sha256,
            filename=form.filename[-MOST_NAME:], workbook=form.workbook, by_id=by.user_id,
        )
        journal.record(
            "assessments.form_added", by=by.user_id, subject=row.pk, instrument=made.name, version=made.version,
            sha256=made.sha256,
        )
    return made.version
