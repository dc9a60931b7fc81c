"""A cooperative in the recommended model of modern cooperatives, walked as far as a test needs; who acts there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.utils import timezone

from sidamping.features.assessments.models import Assessment, Filling, Result, Step
from sidamping.features.assessments.queries.instruments import every_version
from sidamping.features.deliverables.models import Draft, Review, Sheet, Version
from sidamping.features.needs import services as needs
from sidamping.features.programmes.models import Assignment, Cohort, Engagement, Path, StepRecord
from sidamping.platform.access import roles
from sidamping.platform.access.models import User
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.database.ids import uuid7
from sidamping.rules.books import pinned_programme
from tests import people, places
from tests.people import Cast, look

PROGRAMME, PINNED = "koperasi-modern-usulan", "koperasi-modern-usulan/2024-01-01"
STARTS = date(2026, 3, 2)
NOW = timezone.make_aware(datetime(2026, 11, 5, 9))
GENERAL = ("pos", "bmc", "swot", "stakeholder-map", "product-catalogue")


@dataclass(frozen=True)
class Stage:
    """Merah Putih in the model, Ratna as its mentor, Paulus as PMO, Dominggus as Dinas, Ujang as chair."""

    cast: Cast
    engagement: Engagement

    @property
    def id(self) -> UUID:
        return self.engagement.pk

    def pmo(self, on: date = people.TODAY) -> Viewer:
        return look(self.cast.paulus, on)

    def mentor(self, on: date = people.TODAY) -> Viewer:
        return look(self.cast.ratna, on)

    def dinas(self, on: date = people.TODAY) -> Viewer:
        return look(self.cast.dominggus, on)

    def chair(self, on: date = people.TODAY) -> Viewer:
        return look(self.cast.ujang, on)


def modern(cast: Cast) -> Stage:
    """The engagement, in a cohort whose own steps are done, with Ratna's induction done too."""
    for who, role, area in (
        (cast.ratna, roles.MENTOR, places.KUPANG), (cast.paulus, roles.PMO, places.NTT),
        (cast.dominggus, roles.DINAS_REGENCY, places.KUPANG),
    ):
        people.appoint(who, role, area=area, programme=PROGRAMME)
    people.appoint(cast.ujang, roles.CHAIR, area=places.BOLOK, programme=PROGRAMME, subject=cast.merah_putih.pk)
    own = Path.objects.create(subject="cohort", programme=PROGRAMME, pinned=PINNED, starts=STARTS)
    cohort = Cohort.objects.create(programme=PROGRAMME, name="Angkatan 1", area="53", starts=STARTS, path=own)
    mentor = _path("mentor", cohort, person=cast.ratna)
    mine = _path("mentee", cohort)
    host = Engagement.objects.create(
        id=uuid7(), path=mine, programme=PROGRAMME, pinned=PINNED, mentee=cast.merah_putih.party,
        village_id=places.BOLOK, regency=places.BOLOK[:5], starts=STARTS,
    )
    Assignment.objects.create(engagement=host, mentor=cast.ratna, starts=STARTS)
    for path in (own, mentor):
        for step in pinned_programme(PINNED).steps_of(path.subject):
            _record(path, step.code, STARTS, cast.paulus)
    return Stage(cast, host)


def walk(stage: Stage, until: str, on: date = date(2026, 8, 3)) -> None:
    """Record every step of the mentee's path before `until` on a day, as if it had been done."""
    for step in pinned_programme(PINNED).steps_of("mentee"):
        if step.code == until:
            return
        there = StepRecord.objects.filter(path=stage.engagement.path, step=step.code).exists()
        if not there and step.code not in ("follow_up", "continued", "other_aspects"):
            outcome = next((one for one in step.outcomes if one not in step.stops), "")
            _record(stage.engagement.path, step.code, on, stage.cast.paulus, outcome)


def mark(stage: Stage, code: str, on: date = date(2026, 8, 3), source: UUID | None = None) -> None:
    _record(stage.engagement.path, code, on, stage.cast.paulus, "", source)


def determined(stage: Stage) -> None:
    """Needs: homebase, marketing."""
    mark(stage, "needs", STARTS)
    needs.determine(
        by=stage.pmo(), id=uuid7(), engagement=stage.id, types=["homebase"], themes=["marketing"], priority=4,
        objectives=["competitiveness"], strategies=["linking"], methods=["coaching"], on=date(2026, 3, 9),
    )


def accepted(stage: Stage, *kinds: str) -> None:
    """Sheets of these kinds, handed in by Ratna and accepted by Paulus."""
    for kind in kinds:
        host, by = stage.engagement, stage.cast.ratna
        sheet = Sheet.objects.create(engagement=host, kind=kind, pinned=f"{kind}/x", begun_by=by)
        Draft.objects.create(sheet=sheet, by=stage.cast.ratna)
        version = Version.objects.create(
            sheet=sheet, number=1, content={}, sha256="0" * 64, by=stage.cast.ratna, at=NOW
        )
        Review.objects.create(version=version, verdict="accepted", by=stage.cast.paulus, at=NOW)


def decided(
    stage: Stage, instrument: str, purpose: str, as_of: date, *, total: int = 2, version: int = -1,
    pair: UUID | None = None, mentor: User | None = None, opener: User | None = None,
) -> UUID:
    """A decided round, sealed as it is; about the cooperative, or about a mentor."""
    made, by = every_version(instrument)[version], opener or stage.cast.agnes
    about: dict[str, Any] = {"mentor": mentor} if mentor else {"party": stage.engagement.mentee}
    row = Assessment.objects.create(
        instrument=instrument, version=made.version, sha256=made.sha256, purpose=purpose, as_of=as_of, pair_id=pair,
        area_id=places.BOLOK, opened_by=by, **about,
    )
    filling = Filling.objects.create(assessment=row, part="lead", by=by, submitted_at=NOW)
    outcome = {"total": str(Decimal(total)), "category": "", "coverage": "1", "components": [], "aspects": [],
               "partial": False, "total_status": "scored"}
    Result.objects.create(
        assessment=row, filling=filling, version=made.version, sha256=made.sha256, method="table", as_of=as_of,
        given={}, outcome=outcome, decided=True, by=stage.cast.paulus, at=NOW,
    )
    Step.objects.create(assessment=row, ordinal=1, act="submitted", by=by, at=NOW)
    Step.objects.create(assessment=row, ordinal=2, act="decided", by=stage.cast.paulus, at=NOW)
    return row.pk


def paired(stage: Stage, total: int = 2) -> UUID:
    """A baseline and its final on the same version of the criteria; the final's number."""
    first = decided(stage, "modern-coop", "baseline", date(2026, 4, 1), total=1)
    return decided(stage, "modern-coop", "final", date(2026, 8, 3), total=total, pair=first)


def evaluated(stage: Stage) -> UUID:
    """The chair's evaluation of Ratna."""
    return decided(
        stage, "mentor-evaluation", "single", date(2026, 8, 10), total=90, mentor=stage.cast.ratna,
        opener=stage.cast.ujang,
    )


def _path(subject: str, cohort: Cohort, person: User | None = None) -> Path:
    return Path.objects.create(
        subject=subject, programme=PROGRAMME, pinned=PINNED, cohort=cohort, person=person, starts=STARTS
    )


def _record(path: Path, step: str, on: date, by: User, outcome: str = "", source: UUID | None = None) -> None:
    StepRecord.objects.create(path=path, step=step, done_on=on, by=by, outcome=outcome, source_id=source)
