"""The cohorts of the demonstration: modern cooperatives, twice, and independent workers, with their own steps done."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sidamping.edges.demo.people import viewer
from sidamping.edges.demo.story import chapter, named
from sidamping.features.programmes import services as programmes

MODERN, TKM, NEXT = "modern", "tkm", "modern-next"
LEADER = "pmo"


def cohort_id(key: str) -> UUID:
    """The cohort 'modern', 'tkm' or 'modern-next'."""
    return named("cohort", key)


def begins(key: str, starts: date) -> date:
    """The first day of a cohort, told from the first day of the story."""
    return starts - timedelta(days=_told(key)["before"])


def open_cohorts(starts: date, anchor: date) -> None:
    """Every round with its call and the steps that a cohort has."""
    for one in chapter("cohorts")["cohorts"]:
        first = anchor - timedelta(days=one["fresh"]) if "fresh" in one else begins(one["key"], starts)
        programmes.open_cohort(
            by=viewer(LEADER, first), id=cohort_id(one["key"]), programme=one["programme"], name=one["name"],
            area=one["area"], starts=first, call_opens=first + timedelta(days=one["call_opens"]),
            call_closes=anchor + timedelta(days=one["still_open"]), target=one["target"],
            mentors_wanted=one["mentors_wanted"],
        )
        for row in one["steps"]:
            _step(one["key"], row, first + timedelta(days=row["day"]))


def _step(key: str, row: dict[str, Any], day: date) -> None:
    proofs = tuple(programmes.EvidenceDraft(kind, said) for kind, said in row.get("evidence", {}).items())
    programmes.record_step(
        by=viewer(LEADER, day), id=named("step", key, row["step"]), path=cohort_id(key), step=row["step"], done_on=day,
        note=row.get("note", ""), evidence=proofs,
    )


def _told(key: str) -> dict[str, Any]:
    return next(one for one in chapter("cohorts")["cohorts"] if one["key"] == key)
