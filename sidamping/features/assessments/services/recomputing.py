"""Scores a decided filling again with another version or method: a second sealed result with its reason (rule 15)."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction

from sidamping.domain.problems import Refused, problem
from sidamping.domain.scoring.instrument import METHODS
from sidamping.features.assessments.models import Result
from sidamping.features.assessments.queries.instruments import instrument_for
from sidamping.features.assessments.queries.lines import DECIDED
from sidamping.features.assessments.queries.outcomes import live_outcome
from sidamping.features.assessments.services.locked import locked, not_yours, tell, told, too_late
from sidamping.platform.access.viewer import Viewer


@transaction.atomic
def recompute(*, by: Viewer, assessment: UUID, version: str, method: str, reason: str, now: datetime) -> UUID:
    """Another result beside the decided one, which never changes. The same ruler twice is one result."""
    standing = locked(by, assessment, "recompute")
    if "recompute" not in standing.may():
        raise Refused(not_yours("recompute") if standing.state == DECIDED else too_late(standing, "recompute"))
    if method not in METHODS:
        raise Refused(problem("SCORING_012", "method", seen=method[:20]))
    decided = Result.objects.get(assessment=assessment, decided=True)
    instrument = instrument_for(version, standing.row.instrument)
    if (instrument.sha256, method) == (decided.sha256, decided.method):
        raise Refused(problem("ASSESSMENTS_020", "version", version=decided.version, method=decided.method))
    there = Result.objects.filter(
        filling=decided.filling_id, sha256=instrument.sha256, method=method, decided=False
    ).first()
    if there is not None:
        return there.pk
    if not reason.strip():
        raise Refused(problem("ASSESSMENTS_017", "reason"))
    made = live_outcome(instrument, decided.given, on=decided.as_of, method=method).plain()
    result = Result.objects.create(
        assessment_id=assessment, filling_id=decided.filling_id, version=instrument.version,
        sha256=instrument.sha256, method=method, as_of=decided.as_of, given=decided.given, outcome=made,
        reason=reason.strip(), by_id=by.user_id, at=now,
    )
    tell(
        "recomputed", by, standing.row, why=reason.strip(), result=str(result.pk), version=instrument.version,
        method=method, **told(made, "total"),
    )
    return result.pk
