"""Reads profiles: the one in force, all of them in order, and the facts on which a path depends."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from sidamping.features.progress.models import Profile
from sidamping.features.progress.queries.lines import ProfileLine

PLAIN = (
    "id", "engagement_id", "as_of", "sector", "income", "technology", "signal", "cycle_months", "cycle_note",
    "workers_full", "workers_part", "workers_family", "education", "behaviour", "capital", "turnover", "track_record",
    "loan_plafond", "loan_tenor", "motivation", "source",
)
NEWEST = ("engagement_id", "-as_of", "-created_at", "-id")


def newest() -> QuerySet[Profile]:
    """The profile of each engagement that has one: the latest day, and of that the last written."""
    return Profile.objects.order_by(*NEWEST).distinct("engagement_id")


def profiles_of(engagement_ids: Iterable[UUID], on: date | None = None) -> dict[UUID, ProfileLine]:
    """The profile in force of each engagement. Unscoped, one query."""
    rows = newest().filter(engagement_id__in=list(engagement_ids)).select_related("by")
    rows = rows.filter(as_of__lte=on) if on else rows
    return {row.engagement_id: _line(row) for row in rows}


def profile_history(engagement_id: UUID) -> tuple[ProfileLine, ...]:
    """Every profile of an engagement, oldest first. Unscoped: the caller has scoped the engagement."""
    rows = Profile.objects.filter(engagement_id=engagement_id).select_related("by")
    return tuple(_line(row) for row in rows.order_by("as_of", "created_at", "id"))


def facts_of(engagement_ids: Iterable[UUID]) -> dict[UUID, dict[str, str]]:
    """Sector, technology and income of each engagement that told them. Unscoped."""
    return {id: one.facts for id, one in profiles_of(engagement_ids).items()}


def facts_of_paths(path_ids: Collection[UUID]) -> dict[UUID, dict[str, str]]:
    """The same by path, for whoever walks paths; one query."""
    rows = newest().filter(engagement__path__in=list(path_ids))
    found = rows.values_list("engagement__path_id", "sector", "technology", "income")
    named = ((path, zip(("sector", "technology", "income"), told, strict=True)) for path, *told in found)
    return {path: {fact: value for fact, value in told if value} for path, told in named}


def chosen_by(**wanted: str) -> QuerySet[Any, Any]:
    """Ids of engagements whose profile in force has these values, as a subquery."""
    current = Profile.objects.filter(pk__in=newest().values("pk"))
    for name, value in wanted.items():
        current = current.filter(**({"devices__contains": [value]} if name == "devices" else {name: value}))
    return current.values("engagement_id")


def _line(row: Any) -> ProfileLine:
    plain = {name: getattr(row, name) for name in PLAIN}
    return ProfileLine(**plain, devices=tuple(row.devices), by=str(row.by))
