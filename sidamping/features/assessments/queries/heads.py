"""Rounds as rows of a list: subject, instrument, day, state, and what was decided."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType
from typing import Any
from uuid import UUID

from django.db.models import F, JSONField, OuterRef, Q, QuerySet, Subquery

from sidamping.domain.scoring.instrument import Instrument
from sidamping.features.assessments.models import Filling, Result
from sidamping.features.assessments.queries.instruments import instrument_for, said
from sidamping.features.assessments.queries.lines import AssessmentHead, SubjectName
from sidamping.features.assessments.queries.opening import MENTOR, TOPIC
from sidamping.features.assessments.queries.reading import Standing
from sidamping.features.assessments.queries.scope import visible
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.http.pages import Page, page_of
from sidamping.platform.territory import queries as territory

TOLD = ("total", "category", "coverage")
"""What a list tells of a decided outcome."""


@dataclass(frozen=True)
class AssessmentFilter:
    """What a list asks for; empty means no limit."""

    state: str = ""
    instrument: str = ""
    text: str = ""
    area: str = ""


NO_FILTER = AssessmentFilter()


def assessments_page(
    viewer: Viewer, filters: AssessmentFilter = NO_FILTER, after: str = "", size: int = 50
) -> Page:
    """A page of the rounds the viewer may see, newest day first."""
    rows = with_result(_filtered(visible(viewer), filters)).select_related("party", "mentor")
    page = page_of(rows, order=("-as_of", "-id"), after=after, size=size)
    return Page(heads(viewer, page.rows), page.next_key)


def with_result(rows: QuerySet[Any]) -> QuerySet[Any]:
    """Each round with what lists tell of its decided outcome."""
    decided = Result.objects.filter(assessment=OuterRef("pk"), decided=True)
    parts = {
        f"decided_{name}": Subquery(decided.values(f"outcome__{name}")[:1], output_field=JSONField())
        for name in TOLD
    }
    found: QuerySet[Any] = rows.annotate(**parts, engaged_mentee=F("engagement__mentee__name"))
    return found


def heads(viewer: Viewer, rows: Iterable[Any]) -> tuple[AssessmentHead, ...]:
    """Annotated rows as heads, with two queries for all of them."""
    held = list(rows)
    fillings: dict[UUID, list[Filling]] = {row.pk: [] for row in held}
    for one in Filling.objects.filter(assessment__in=held).select_related("by").defer("data"):
        fillings[one.assessment_id].append(one)
    places = territory.path_of(row.area_id for row in held)
    known = {pair: instrument_for(*pair) for pair in {(row.version, row.instrument) for row in held}}
    return tuple(head(Standing(viewer, row, fillings[row.pk]), places, known) for row in held)


def head(
    standing: Standing, places: dict[str, str], known: Mapping[tuple[str, str], Instrument] = MappingProxyType({})
) -> AssessmentHead:
    """One round as a row; what was decided only for whoever may read it. `known`: instruments looked up already."""
    row, own, lead = standing.row, standing.own, standing.current.get("lead")
    reads = standing.reads_results()
    instrument = known.get((row.version, row.instrument)) or instrument_for(row.version, row.instrument)
    return AssessmentHead(
        row.pk, subject_of(row, places), row.instrument, said(instrument.title), row.version,
        instrument.status, row.purpose, row.as_of, row.state, str(lead.by) if lead else "",
        number(row.decided_total) if reads else None, (row.decided_category or "") if reads else "",
        number(row.decided_coverage) if reads else None, own.part if own else "", standing.sampled,
        mine_open="fill" in standing.may(), simulated=row.simulated, engagement_id=row.engagement_id,
        about=row.engaged_mentee or "",
    )


def subject_of(row: Any, places: dict[str, str]) -> SubjectName:
    """Whom the round is about, with the path of the place."""
    place = places.get(row.area_id, "")
    if row.party is not None:
        return SubjectName(row.party.kind, row.party_id, row.party.name, place)
    if row.mentor is not None:
        return SubjectName(MENTOR, row.mentor_id, str(row.mentor), place)
    return SubjectName(TOPIC, None, row.topic, place)


def sealed_subject(row: Any) -> dict[str, str]:
    """Name and place of whom a round is about, as they are sealed with its result."""
    subject = subject_of(row, territory.path_of([row.area_id]))
    return {"name": subject.name, "place": subject.place}


def _filtered(rows: QuerySet[Any], wanted: AssessmentFilter) -> QuerySet[Any]:
    if wanted.state:
        rows = rows.filter(state=wanted.state)
    if wanted.instrument:
        rows = rows.filter(instrument=wanted.instrument)
    if wanted.area:
        rows = rows.filter(area__code__startswith=wanted.area)
    if wanted.text.strip():
        text = wanted.text.strip()
        named = Q(party__name__icontains=text) | Q(mentor__full_name__icontains=text) | Q(topic__icontains=text)
        rows = rows.filter(named)
    return rows


def number(value: object) -> Decimal | None:
    return None if value is None else Decimal(str(value))
