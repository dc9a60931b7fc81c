"""One round whole, as far as the viewer may read it: people, acts, results, and what may be done now."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.utils.translation import gettext as _

from sidamping.features.assessments.models import Assessment, Filling, Result, Step
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


def paired_cards(viewer: Viewer, id: UUID) -> tuple[AssessmentCard, AssessmentCard] | None:
    """A baseline and its final, `id` being either, in five queries; None where the viewer does not see both."""
    own = Assessment.objects.filter(pk=id).values("pair")
    rows = _with_follow_up(viewer, visible(viewer).filter(Q(pk=id) | Q(pair=id) | Q(pk__in=own)))
    found = {row.pk: row for row in rows}
    asked = found.get(id)
    other = found.get(asked.pair_id or asked.follow_up_id) if asked is not None else None
    if asked is None or other is None:
        return None
    both = (other, asked) if asked.pair_id else (asked, other)
    fillings = list(Filling.objects.filter(assessment__in=both).select_related("by"))
    behind = _behind([one.pk for one in both], [one.area_id for one in both])
    before, after = (
        card_of(Standing(viewer, row, [one for one in fillings if one.assessment_id == row.pk]), behind) for row in both
    )
    return before, after


def standing_of(viewer: Viewer, id: UUID) -> Standing | None:
    """The viewer before the round with all its fillings; None for a stranger."""
    row = _with_follow_up(viewer, visible(viewer).filter(pk=id)).first()
    if row is None:
        return None
    return Standing(viewer, row, Filling.objects.filter(assessment=row).select_related("by"))


def earlier_fillings(viewer: Viewer, id: UUID) -> tuple[FillingLine, ...]:
    """The handed-in fillings of a round that were returned and replaced, as far as the viewer may read them."""
    standing = standing_of(viewer, id)
    return tuple(filling_line(one) for one in standing.earlier()) if standing else ()


def card_of(standing: Standing, behind: Behind | None = None) -> AssessmentCard:
    """What the viewer may read of the round. `behind`: what stands behind it, where it was read already."""
    row = standing.row
    told = behind or _behind([row.pk], [row.area_id])
    places, results, steps = told.places, told.results.get(row.pk, ()), told.steps.get(row.pk, ())
    reads = standing.reads_remarks()
    return AssessmentCard(
        head(standing, places), row.method, row.sha256, row.pair_id, row.follow_up_id,
        tuple(filling_line(one) for one in standing.readable()),
        tuple(StepLine(one.act, str(one.by), one.at, one.remark if reads else "") for one in steps),
        tuple(result_line(one) for one in results) if standing.reads_results() else (),
        standing.may(), tuple(f"{one.by} ({part_word(one.part)})" for one in standing.waiting),
        tuple(filling_line(one) for one in standing.firsts()),
    )


@dataclass(frozen=True)
class Behind:
    """Places, results and steps of some rounds."""

    places: Any
    results: Mapping[UUID, Sequence[Result]]
    steps: Mapping[UUID, Sequence[Step]]


def _behind(rounds: list[UUID], areas: list[str]) -> Behind:
    results: dict[UUID, list[Result]] = defaultdict(list)
    for one in Result.objects.filter(assessment__in=rounds).select_related("by").order_by("-decided", "at", "id"):
        results[one.assessment_id].append(one)
    steps: dict[UUID, list[Step]] = defaultdict(list)
    for act in Step.objects.filter(assessment__in=rounds).select_related("by").order_by("ordinal"):
        steps[act.assessment_id].append(act)
    return Behind(territory.path_of(areas), results, steps)


def _with_follow_up(viewer: Viewer, rows: QuerySet[Assessment]) -> QuerySet[Any]:
    """Each round with its result and the final that follows it."""
    after = visible(viewer).filter(pair=OuterRef("pk")).exclude(
        pk__in=Step.objects.filter(act=WITHDRAWN).values("assessment")
    )
    follow_up = Subquery(after.order_by("-id").values("pk")[:1])
    found: QuerySet[Any] = with_result(rows).select_related("party", "mentor").annotate(follow_up_id=follow_up)
    return found


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
