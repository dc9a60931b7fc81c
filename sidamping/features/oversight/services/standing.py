"""Who may write in oversight, and for which mentee; refused with the reason, before anything is written."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sidamping.domain.problems import Problem, Refused, problem
from sidamping.features.oversight.queries.scope import MONITORS
from sidamping.features.programmes.queries import EngagementCard, carried_by, engagement_card
from sidamping.platform.access.reach import covers
from sidamping.platform.access.viewer import Viewer
from sidamping.rules.books import codes_of


def seen(by: Viewer, engagement: UUID) -> EngagementCard:
    """The engagement within the writer's area; refused for a stranger as if there were none."""
    card = engagement_card(by, engagement)
    if card is None:
        raise Refused(problem("OVERSIGHT_001", "engagement"))
    return card


def monitors(by: Viewer, card: EngagementCard) -> bool:
    """Whether a role of the office reaches this engagement."""
    return any(covers(grant, card.programme, card.village_code) for grant in by.holding(*MONITORS))


def monitor_faults(by: Viewer, card: EngagementCard) -> list[Problem]:
    return [] if monitors(by, card) else [problem("OVERSIGHT_004")]


def benefit_faults(by: Viewer, card: EngagementCard) -> list[Problem]:
    """The mentor of today or the office records and withdraws benefits."""
    return [] if monitors(by, card) or carried_by(card.id, by.user_id, by.on) else [problem("OVERSIGHT_011")]


def day_faults(card: EngagementCard, day: date | None, on: date, field: str, label: object) -> list[Problem]:
    """A day is there, has come, and lies within the mentoring."""
    if day is None:
        return [problem("GENERAL_001", field, label=label)]
    if day > on:
        return [problem("OVERSIGHT_002", field, day=day)]
    return [problem("OVERSIGHT_003", field, day=day, starts=card.starts)] if day < card.starts else []


def text_faults(field: str, label: object, text: str, limit: int, *, required: bool = True) -> list[Problem]:
    if required and not text.strip():
        return [problem("GENERAL_001", field, label=label)]
    too_long = len(text.strip()) > limit
    return [problem("OVERSIGHT_010", field, label=label, length=len(text.strip()), limit=limit)] if too_long else []


def code_faults(field: str, label: object, listing: str, code: str) -> list[Problem]:
    if not code:
        return [problem("GENERAL_001", field, label=label)]
    return [] if code in codes_of(listing) else [problem("GENERAL_002", field, label=label, seen=code)]
