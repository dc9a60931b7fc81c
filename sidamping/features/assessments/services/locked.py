"""Takes a round for writing: its row locked so that two people take turns, refused to strangers."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from sidamping.domain.papers.words import day
from sidamping.domain.problems import Problem, Refused, problem
from sidamping.features.assessments.models import Assessment, Filling, Step
from sidamping.features.assessments.queries.cards import standing_of
from sidamping.features.assessments.queries.reading import OPEN, Standing
from sidamping.features.assessments.queries.states import STATE_WORDS
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.activity import journal

REGENCY = 5


def locked(by: Viewer, assessment: UUID, act: str) -> Standing:
    """The viewer before the round as it is once the lock is held; Refused for a stranger."""
    Assessment.objects.select_for_update().filter(pk=assessment).first()
    standing = standing_of(by, assessment)
    if standing is None:
        raise Refused(not_yours(act))
    return standing


def own_draft(by: Viewer, assessment: UUID, act: str) -> tuple[Standing, Filling]:
    """The viewer's own filling, open for writing."""
    standing = locked(by, assessment, act)
    if standing.own is None:
        raise Refused(not_yours(act))
    if standing.state not in OPEN:
        raise Refused(too_late(standing, act))
    if standing.own.submitted_at is not None:
        raise Refused(problem("ASSESSMENTS_010"))
    return standing, standing.own


def add_step(standing: Standing, act: str, now: datetime, remark: str = "") -> Step:
    """One more act on the round; the lock is held, so its place is free."""
    ordinal = steps_of(standing.row.pk) + 1
    return Step.objects.create(
        assessment_id=standing.row.pk, ordinal=ordinal, act=act, remark=remark, by_id=standing.viewer.user_id, at=now
    )


def steps_of(assessment: UUID) -> int:
    """How many acts there are; the last one seen is what a decider names."""
    return Step.objects.filter(assessment=assessment).count()


def tell(verb: str, by: Viewer, row: Any, *, why: str = "", **data: Any) -> None:
    """The activity row of a write on a round."""
    journal.record(
        f"assessments.{verb}", by=by.user_id, subject=row.pk, why=why, regency=row.area_id[:REGENCY],
        instrument=row.instrument, **data,
    )


def told(outcome: Mapping[str, Any], *names: str) -> dict[str, str]:
    """Figures of an outcome for the trail; what there is none of is left out, since nobody can correct it there."""
    return {name: str(outcome[name]) for name in names if outcome[name] is not None}


def not_yours(act: str) -> Problem:
    return problem("ASSESSMENTS_001", "", act=act_word(act))


def too_late(standing: Standing, act: str) -> Problem:
    return problem("ASSESSMENTS_011", "", state=state_word(standing.state), act=act_word(act))


def act_word(act: str) -> str:
    """What somebody wanted to do, after 'you cannot'."""
    words = {
        "fill": _("mengisi"), "submit": _("menyerahkan"), "decide": _("memutuskan"), "return": _("mengembalikan"),
        "withdraw": _("menarik"), "invite": _("mengundang penilai"), "recompute": _("menghitung ulang"),
        "record": _("mencatat hasil"),
    }
    return words[act]


def state_word(state: str) -> str:
    """What a state is called within a sentence."""
    return str(STATE_WORDS[state]).lower()


def moment(at: datetime | None) -> str:
    """'5 Nov 2026 09.15' in the office's time."""
    if at is None:
        return "-"
    local = at.astimezone(timezone.get_current_timezone())
    return f"{day(local.date())} {local:%H.%M}"
