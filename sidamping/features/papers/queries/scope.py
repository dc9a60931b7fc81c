"""Which papers a person may see. Drafts are the mentor's own; others see a paper from its first submission on.

A stranger gets nothing; every query of papers starts here.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any, cast
from uuid import UUID

from django.db.models import OuterRef, Q, QuerySet, Subquery

from sidamping.features.papers.models import Act, Paper, Revision
from sidamping.features.programmes.queries import engagement_ids
from sidamping.platform.access import roles
from sidamping.platform.access.viewer import Grant, Viewer
from sidamping.platform.signatures.store import first_sealed
from sidamping.rules.books import programmes

NOTHING = Q(pk__in=[])


def visible(viewer: Viewer) -> QuerySet[Any]:
    """The papers the viewer may see, each with `state` and `revision` of its newest submission (none for a draft)."""
    return with_state(Paper.objects.filter(Q(mentor_id=viewer.user_id) | (_submitted() & _reached(viewer))))


def overseen(viewer: Viewer, *wanted: str) -> QuerySet[Any]:
    """Submitted papers within the territory of the viewer's grants of the given roles."""
    seen = NOTHING
    for grant in viewer.holding(*wanted):
        seen |= _in_territory(grant)
    return with_state(Paper.objects.filter(_submitted() & seen))


def with_state(papers: QuerySet[Any]) -> QuerySet[Any]:
    """Each paper with the last act of its newest revision as `state`, that revision's number and dates, and when the
    first was handed in; `sealed_on`: the first day on which anybody, in whatever capacity, sealed exactly that content
    on the mentor's phone, if anybody did.
    """
    newest = Revision.objects.filter(paper=OuterRef("pk")).order_by("-number")
    acts = Act.objects.filter(revision__paper=OuterRef("pk")).order_by("-revision__number", "-ordinal")
    first = Revision.objects.filter(paper=OuterRef("pk"), number=1)
    found: QuerySet[Any] = papers.annotate(
        state=Subquery(acts.values("action")[:1]),
        acted_at=Subquery(acts.values("at")[:1]),
        revision=Subquery(newest.values("number")[:1]),
        due_on=Subquery(newest.values("due_on")[:1]),
        submitted_at=Subquery(newest.values("submitted_at")[:1]),
        first_submitted_at=Subquery(first.values("submitted_at")[:1]),
        sealed_on=Subquery(first.annotate(sealed=first_sealed("paper_id", "sha256")).values("sealed")[:1]),
    )
    return found


def reaches(grant: Grant, paper: Paper) -> bool:
    """Whether a grant covers the paper: its programme, and its village or regency, or the chair's own cooperative."""
    if grant.programme not in ("", paper.programme):
        return False
    if grant.role == roles.CHAIR:
        return grant.subject_id is not None and cooperative_of(paper) == grant.subject_id
    place = paper.engagement.village_id if paper.engagement else paper.regency
    return grant.subject_id is None and place.startswith(grant.area)


def cooperative_of(paper: Paper) -> UUID | None:
    """The cooperative whose chair signs: the mentee, or in a programme for members' businesses their cooperative."""
    if paper.engagement is None:
        return None
    mentee = paper.engagement.mentee
    if mentee.kind == "cooperative":
        return mentee.pk
    if mentee.kind != "business" or paper.programme not in of_members(paper.period_end):
        return None
    return cast("UUID | None", mentee.business.cooperative_id)


@cache
def of_members(on: date) -> frozenset[str]:
    """Programmes that mentor no cooperatives but the businesses of their members (S0)."""
    return frozenset(one.code for one in programmes(on) if "cooperative" not in one.mentee_kinds)


def chaired_by(viewer: Viewer) -> Q:
    """Papers that the viewer answers for as chair of a cooperative."""
    seen = NOTHING
    for grant in viewer.holding(roles.CHAIR):
        codes = [code for code in of_members(viewer.on) if grant.programme in ("", code)]
        seen |= _programme(grant) & Q(engagement__mentee_id=grant.subject_id)
        seen |= Q(programme__in=codes, engagement__mentee__business__cooperative_id=grant.subject_id)
    return seen


def _submitted() -> Q:
    """The number is given at the first submission and never taken away."""
    return Q(number__isnull=False)


def _reached(viewer: Viewer) -> Q:
    seen = Q(engagement_id__in=engagement_ids(viewer)) | chaired_by(viewer)
    for grant in viewer.holding(*roles.OVERSEERS):
        seen |= _in_territory(grant)
    return seen


def _in_territory(grant: Grant) -> Q:
    if grant.subject_id is not None:
        return NOTHING
    place = Q(engagement__village__code__startswith=grant.area) | Q(
        engagement__isnull=True, regency__startswith=grant.area
    )
    return _programme(grant) & (place if grant.area else Q())


def _programme(grant: Grant) -> Q:
    return Q(programme=grant.programme) if grant.programme else Q(pk__isnull=False)
