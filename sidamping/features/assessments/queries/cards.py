"""One round whole, as far as the viewer may read it: people, acts, results, and what may be done now."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import OuterRef, Subquery
from django.utils.translation import gettext as _

from sidamping.features.assessments.models import Filling, Result, Step
from sidamping.features.assessments.queries.heads import head, with_result
from sidamping.features.assessments.queries.lines import WITHDRAWN, AssessmentCard, FillingLine, ResultLine, StepLine
from sidamping.features.assessments.queries.reading import LEAD, SECOND, SELF, Standing
from sidamping.features.assessments.queries.scope import visible
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.territory import queries as territory


def assessment_card(viewer: Viewer, id: UUID) -> AssessmentCard | None:
    """The round, or None for a stranger. Others' answers stay out while a blind scoring is open."""
    standing = standing_of(viewer, id)
    return None if standing is None else card_of(standing)


def standing_of(viewer: Viewer, id: UUID) -> Standing | None:
    """The viewer before the round with all its fillings; None for a stranger."""
    after = visible(viewer).filter(pair=OuterRef("pk")).exclude(
        pk__in=Step.objects.filter(act=WITHDRAWN).values("assessment")
    )
    rows = with_result(visible(viewer).filter(pk=id)).select_related("party", "mentor")
    row = rows.annotate(follow_up_id=Subquery(after.order_by("-id").values("pk")[:1])).first()
    if row is None:
        return None
    return Standing(viewer, row, Filling.objects.filter(assessment=row).select_related("by"))


def earlier_fillings(viewer: Viewer, id: UUID) -> tuple[FillingLine, ...]:
    """The handed-in fillings of a round that were returned and replaced, as far as the viewer may read them."""
    standing = standing_of(viewer, id)
    return tuple(filling_line(one) for one in standing.earlier()) if standing else ()


def card_of(standing: Standing) -> AssessmentCard:
    """What the viewer may read of the round."""
    row = standing.row
    places = territory.path_of([row.area_id])
    results = Result.objects.filter(assessment=row).select_related("by").order_by("-decided", "at", "id")
    reads = standing.reads_remarks()
    steps = Step.objects.filter(assessment=row).select_related("by").order_by("ordinal")
    return AssessmentCard(
        head(standing, places), row.method, row.sha256, row.pair_id, row.follow_up_id,
        tuple(filling_line(one) for one in standing.readable()),
        tuple(StepLine(one.act, str(one.by), one.at, one.remark if reads else "") for one in steps),
        tuple(result_line(one) for one in results) if standing.reads_results() else (),
        standing.may(), tuple(f"{one.by} ({part_word(one.part)})" for one in standing.waiting),
        tuple(filling_line(one) for one in standing.firsts()),
    )


def part_word(part: str) -> str:
    """What a part of a round is called."""
    words = {LEAD: _("penilai utama"), SECOND: _("penilai kedua"), SELF: _("penilaian diri")}
    return words.get(part, part)


def filling_line(row: Any) -> FillingLine:
    return FillingLine(
        row.pk, row.assessment_id, row.part, row.by_id, str(row.by), row.answered_by, row.source, row.data,
        row.revised, row.revised_at, row.submitted_at,
    )


def result_line(row: Result) -> ResultLine:
    return ResultLine(
        row.pk, row.filling_id, row.version, row.sha256, row.method, row.as_of, row.given, row.outcome, row.decided,
        row.reason, str(row.by), row.at,
    )
