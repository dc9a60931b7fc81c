"""What the office heard and saw in the demonstration: calls and a visit, checks of the sample, benefits (B10, B15)."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from sidamping.domain.periods import Month
from sidamping.edges.demo.people import viewer
from sidamping.edges.demo.story import chapter, named
from sidamping.edges.demo.ujang import ENGAGEMENT
from sidamping.features.fieldwork.queries import recent_visits
from sidamping.features.oversight import queries, services

CHECKER, ISSUER, MENTOR, AGREEING = "pmo", "yosef", "ratna", "merah-putih"
CARD_DAYS, AGREED = 45, 3
ASKED = 2
RESULTS = ("confirmed", "unreached")


def tell_oversight(first: Month, until: date) -> None:
    """Calls and benefits in their weeks; of the sample of the second month some visits are checked."""
    for row in chapter("oversight")["calls"]:
        _call(row, first.start + timedelta(weeks=row["week"]), until)
    for row in chapter("oversight")["benefits"]:
        _benefit(row, first.start + timedelta(weeks=row["week"]), until)
    _checks(first.next, until)
    _agree(until)


def _call(row: dict[str, Any], day: date, until: date) -> None:
    if day > until:
        return
    by, host = viewer(row["by"], day), _host(row["key"])
    visits = [one for one in recent_visits(by, host, ASKED * 4) if one.visited_on <= day][:ASKED]
    draft = services.ContactDraft(
        named("contact", row["key"], row["week"]), host, row["kind"], day, row["with"], row["findings"],
        said=row["said"], follow_up=row["follow_up"],
        answers=tuple(services.Answer(one.id, "confirmed") for one in visits),
    )
    services.record_contact(by=by, draft=draft, on=day)


def _benefit(row: dict[str, Any], day: date, until: date) -> None:
    if day > until:
        return
    draft = services.BenefitDraft(
        named("benefit", row["key"], row["week"]), _host(row["key"]), row["area"], day, row["text"],
        Decimal(row["quantity"]), row["unit"], row["quantity"],
    )
    services.record_benefit(by=viewer(row["by"], day), draft=draft, on=day)


def _agree(until: date) -> None:
    """A card of codes some weeks ago; since then the chair read out the code at the first visits, then forgot."""
    host, day = _host(AGREEING), until - timedelta(days=CARD_DAYS)
    card = services.issue_codes(by=viewer(ISSUER, day), id=named("card", AGREEING), engagement=host, on=day)
    mentor = viewer(MENTOR, until)
    visits = [
        one for one in recent_visits(mentor, host, AGREED * 4)
        if one.visited_on >= day and one.mentor_id == mentor.user_id
    ]
    for one in sorted(visits, key=lambda one: one.visited_on)[:AGREED]:
        services.enter_code(
            by=viewer(MENTOR, one.visited_on), id=named("code", str(one.id)), visit=one.id,
            typed=queries.code_of(card, one.visited_on), on=one.visited_on,
        )


def _checks(month: Month, until: date) -> None:
    """The first drawn visit was confirmed, at the second nobody answered; the rest waits."""
    day = min(month.next.start + timedelta(days=6), until)
    by = viewer(CHECKER, day)
    drawn = sorted((one for one in queries.evidence_of(by, month).rows if one.sampled), key=lambda one: one.visit.id)
    for one, result in zip(drawn, RESULTS, strict=False):
        draft = services.CheckDraft(
            named("check", str(one.visit.id)), one.visit.id, "call", result, day, of_sample=True
        )
        services.check_visit(by=by, draft=draft, on=day)


def _host(key: str) -> UUID:
    return ENGAGEMENT if key == "ujang" else named("engagement", key)
