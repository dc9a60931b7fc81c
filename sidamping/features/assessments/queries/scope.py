"""Which rounds a person may see, decided here once; strangers get nothing. Whose answers may be read: in reading.py.

A person sees what they opened or fill in; an office what was handed in within its area; a chair and a judged mentor
what was decided about them, unless the instrument hides it (B9).
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce
from django.utils.crypto import salted_hmac

from sidamping.features.assessments.models import Assessment, Filling, Step
from sidamping.features.assessments.queries.instruments import hidden_names
from sidamping.features.assessments.queries.lines import DECIDED, DRAFT, SUBMITTED
from sidamping.features.assessments.queries.opening import DECIDERS
from sidamping.features.programmes.queries import carried_mentees
from sidamping.platform.access import roles
from sidamping.platform.access.viewer import Viewer

NOTHING = Q(pk__in=[])
SALT = "assessments.second-scoring"
ONE_IN = 10
"""Each tenth round is drawn for a blind second scoring."""


def visible(viewer: Viewer) -> QuerySet[Any]:
    """The rounds the viewer may see, each with its `state` and whether its party is `carried` by the viewer."""
    seen = Assessment.objects.filter(_own(viewer) | _by_area(viewer) | _about(viewer) | _carried(viewer))
    return with_state(seen.annotate(carried=_mentored(viewer)))


def with_state(rows: QuerySet[Any]) -> QuerySet[Any]:
    """Each round with the last act on it as `state`; a draft before the first."""
    last = Step.objects.filter(assessment=OuterRef("pk")).order_by("-ordinal")
    found: QuerySet[Any] = rows.annotate(state=Coalesce(Subquery(last.values("act")[:1]), Value(DRAFT)))
    return found


def is_drawn(id: UUID) -> bool:
    """Whether the round belongs to the sample for second scoring: always the same answer in one installation.

    Whoever opens a round chooses its number, so only the server's secret tells which numbers are drawn.
    """
    return int.from_bytes(salted_hmac(SALT, str(id), algorithm="sha256").digest()[:8], "big") % ONE_IN == 0


def _own(viewer: Viewer) -> Q:
    filled = Filling.objects.filter(assessment=OuterRef("pk"), by=viewer.user_id)
    return Q(opened_by=viewer.user_id) | Q(Exists(filled))


def _by_area(viewer: Viewer) -> Q:
    areas = viewer.areas(*DECIDERS)
    within = NOTHING
    for area in areas:
        within |= Q(area__code__startswith=area) if area else Q()
    if "" in areas:
        within = Q(pk__isnull=False)
    return within & _acted(SUBMITTED) & ~Q(mentor=viewer.user_id)


def _about(viewer: Viewer) -> Q:
    """Decided results about the viewer's own cooperative, or about the viewer as a mentor."""
    mine = Q(party__in=viewer.subjects(roles.CHAIR)) | Q(mentor=viewer.user_id)
    return mine & _acted(DECIDED) & ~Q(instrument__in=hidden_names())


def _carried(viewer: Viewer) -> Q:
    """Decided results about the parties whom the viewer mentors: what is to be worked on with them."""
    return Q(_mentored(viewer)) & _acted(DECIDED)


def _mentored(viewer: Viewer) -> Exists:
    return Exists(carried_mentees(viewer).filter(mentee_id=OuterRef("party")))


def _acted(act: str) -> Q:
    return Q(Exists(Step.objects.filter(assessment=OuterRef("pk"), act=act)))
