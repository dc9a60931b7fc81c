"""Supervision for programs: the examinations in sight and one of them, within the same scope, as JSON."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.utils.translation import gettext_noop as _
from ninja import Router, Schema

from sidamping.features.supervision import queries
from sidamping.platform.http.answers import there

router = Router(tags=["pengawasan"])


class ExaminationOut(Schema):
    """An examination in a list; `kinds` are way, timing and purpose."""

    id: UUID
    cooperative_id: UUID
    cooperative: str
    kinds: list[str]
    matter: str
    starts: date
    ends: date
    state: str
    findings: int
    unsettled: int
    late: int


class ExaminationsOut(Schema):
    """A page; `next_key` goes into `after` for the next one."""

    rows: list[ExaminationOut]
    next_key: str


class FindingOut(Schema):
    """A finding and where it stands today."""

    id: UUID
    number: int
    area: str
    text: str
    basis: str
    advice: str
    charged: str
    due: date
    state: str
    late: bool


class SanctionOut(Schema):
    """A sanction with the number of its letter."""

    id: UUID
    number: int
    kind: str
    on: date
    until: date | None
    letter_number: str
    lifted_why: str


class CardOut(Schema):
    """One examination with its findings and sanctions."""

    examination: ExaminationOut
    letter_number: str
    report_on: date | None
    report_sha256: str
    findings: list[FindingOut]
    sanctions: list[SanctionOut]


@router.get("/examinations", response=ExaminationsOut, summary=_("Pemeriksaan kantor saya, atau koperasi saya"))
def examinations(request: HttpRequest, state: str = "", after: str = "") -> dict[str, Any]:
    page = queries.examinations_page(request.viewer, state=state, after=after)  # type: ignore[attr-defined]  # set by middleware
    return {"rows": page.rows, "next_key": page.next_key}


@router.get("/examinations/{uuid:id}", response=CardOut, summary=_("Satu pemeriksaan dengan temuan dan sanksinya"))
def examination(request: HttpRequest, id: UUID) -> dict[str, Any]:
    card = there(queries.examination(request.viewer, id))  # type: ignore[attr-defined]  # set by middleware
    findings = [
        {**one.__dict__, "state": one.standing.state, "late": one.standing.late}
        for one in card.findings if not one.struck
    ]  # fmt: skip
    return {
        "examination": card.line, "letter_number": card.letter_number, "report_on": card.report_on,
        "report_sha256": card.report_sha256, "findings": findings, "sanctions": card.sanctions,
    }  # fmt: skip
