"""Needs of the modern cooperatives of the demonstration, and where some of them were referred to."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sidamping.edges.demo.people import viewer
from sidamping.edges.demo.story import named
from sidamping.features.needs import services as needs

OFFICE = "pmo"


def tell_needs(key: str, told: dict[str, Any], engagement: UUID, day: date) -> None:
    """The needs of one mentee as the office determined them on a day."""
    parts = ("types", "themes", "priority", "areas", "objectives", "strategies", "methods")
    needs.determine(
        by=viewer(OFFICE, day), id=named("need", key), engagement=engagement, on=day, remark=told["remark"],
        **{part: told[part] for part in parts},
    )


def tell_referral(mentor: str, told: dict[str, Any], engagement: UUID, starts: date, until: date) -> None:
    """A referral by the mentor, closed with its result where the story has one."""
    day = starts + timedelta(days=told["day"])
    draft = needs.ReferralDraft(
        named("referral", engagement, told["day"]), engagement, told["kind"], told["topic"], told["wanted"],
        told["provider"], day, day + timedelta(days=told["within"]),
    )
    needs.refer(by=viewer(mentor, day), draft=draft)
    closed = day + timedelta(days=told.get("closed", 0))
    if "result" in told and closed <= until:
        by = viewer(mentor, closed)
        needs.close_referral(by=by, referral=draft.id, result=told["result"], on=closed)
