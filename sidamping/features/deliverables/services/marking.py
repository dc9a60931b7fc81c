"""Marks the steps whose deliverables are accepted: those a step names, or all works of the theme (B7, B8)."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sidamping.domain.workflow import LATE, NEXT
from sidamping.features.deliverables.queries.asked import accepted_of_theme
from sidamping.features.deliverables.queries.counts import accepted_kinds
from sidamping.features.programmes import services as programmes
from sidamping.features.programmes.queries import EngagementCard, path_stations
from sidamping.platform.access.viewer import Viewer
from sidamping.rules.books import pinned_programme

THEME = "theme_outputs"
"""The measure of graduation that counts the works of the theme; its step has no forms of its own."""


def mark_steps(*, by: Viewer, card: EngagementCard, sheet: UUID, on: date) -> None:
    """Every open step that is complete now; one whose gate is shut is left for the people."""
    held = {(name, "") for name in accepted_kinds(card.id)}
    programmes.forms_done(by=by, engagement=card.id, kind="deliverable", held=held, on=on, source_id=sheet)
    step = theme_step(card.pinned)
    if step and accepted_of_theme(card) and _open(card, step, on):
        programmes.record_step(by=by, engagement=card.id, step=step, done_on=on, source_id=sheet, trusted=True)


def theme_step(pinned: str) -> str:
    """The step that is done once every work of the themes is accepted; '' where the programme has none."""
    graduation = pinned_programme(pinned).graduation
    conditions = graduation.conditions if graduation else ()
    return next((one.step for one in conditions if one.measure == THEME), "")


def _open(card: EngagementCard, step: str, on: date) -> bool:
    stops = path_stations(card.path_id, on) if card.path_id else ()
    return any(one.code == step and one.state in (NEXT, LATE) for one in stops)
