"""Legal standing for programs: the list of an office and one cooperative, within the same scope, as JSON."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.utils.translation import gettext_noop as _
from ninja import Router, Schema

from sidamping.features.licences import queries
from sidamping.features.licences.queries import Measure
from sidamping.platform.http.answers import there

router = Router(tags=["izin"])


class PaperOut(Schema):
    """The latest version of a paper; version 0 where none is there."""

    kind: str
    version: int
    number: str
    issuer: str
    issued_on: date | None
    expires_on: date | None
    state: str


class LineOut(Schema):
    """A cooperative in the list with its papers."""

    id: UUID
    name: str
    place: str
    papers: list[PaperOut]


class LinesOut(Schema):
    """A page; `next_key` goes into `after` for the next one."""

    rows: list[LineOut]
    next_key: str


class MeasureOut(Schema):
    """A threshold with its law and first day, and what the cooperative has; null is not known."""

    needed: int
    seen: int | None
    source: str
    state: str
    cite: str
    since: date


class StandingOut(Schema):
    """The standing of a cooperative."""

    id: UUID
    name: str
    level: str
    papers: list[PaperOut]
    capital: MeasureOut | None
    separation: MeasureOut | None
    audit: MeasureOut | None
    warnings: list[str]


@router.get("/licences", response=LinesOut, summary=_("Surat koperasi di wilayah saya: yang belum ada atau habis"))
def licences(request: HttpRequest, q: str = "", after: str = "") -> dict[str, Any]:
    page = queries.office_page(request.viewer, request.today, q, after)  # type: ignore[attr-defined]  # set by middleware
    return {"rows": page.rows, "next_key": page.next_key}


@router.get("/licences/{uuid:id}", response=StandingOut, summary=_("Legalitas dan izin satu koperasi"))
def licence(request: HttpRequest, id: UUID) -> dict[str, Any]:
    sheet = there(queries.sheet(request.viewer, id, request.today))  # type: ignore[attr-defined]  # set by middleware
    licence = (sheet.licence,) if sheet.licence else ()
    return {
        "id": id, "name": sheet.standing.name, "level": sheet.figures.level,
        "papers": [*sheet.identity, *licence, *sheet.requirements], "capital": _told(sheet.capital),
        "separation": _told(sheet.separation), "audit": _told(sheet.audit),
        "warnings": [one.code for one in sheet.signs if one.warns],
    }  # fmt: skip


def _told(measure: Measure | None) -> dict[str, Any] | None:
    if measure is None:
        return None
    return {
        "needed": measure.threshold.needed, "seen": measure.threshold.seen, "source": measure.figure.source,
        "state": measure.threshold.state, "cite": measure.rule.cited.cite, "since": measure.rule.since,
    }  # fmt: skip
