"""The dossier of a handover, gathered from the records as they stand: plain text and codes, ready to be frozen.

Read with the reach of the office, for the new mentor does not carry the mentee yet; who may look is checked before.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sidamping.domain.periods import Month
from sidamping.features.assessments import queries as assessments
from sidamping.features.deliverables import queries as deliverables
from sidamping.features.fieldwork import queries as fieldwork
from sidamping.features.needs import queries as needs
from sidamping.features.papers import queries as papers
from sidamping.features.parties import queries as parties
from sidamping.features.programmes import queries as programmes
from sidamping.features.programmes.queries import Succession
from sidamping.platform.access import roles
from sidamping.platform.access.viewer import Grant, Viewer
from sidamping.platform.activity import journal

AHEAD_DAYS = 92
"""Planned dates of about three months are handed over."""
ON_THEIR_WAY = ("submitted", "acknowledged")
Content = dict[str, Any]


def gathered(one: Succession, on: date) -> Content:
    """Everything the next mentor needs, as of a day."""
    office = _office(one, on)
    card = programmes.engagement_card(office, one.engagement_id)
    return {
        "mentee": one.mentee, "place": f"{one.village}", "programme": programmes.programme_name(one.programme, on),
        "leaving": one.leaving, "arriving": one.arriving, "last_day": str(one.last_day),
        "first_day": str(one.first_day), "as_of": str(on), "chain": _chain(one),
        "problems": [_problem(row) for row in fieldwork.problems_of(one.engagement_id) if row.state != "solved"],
        "promises": _promises(office, one), "dates": _dates(one, on), "papers": _papers(office, one, on),
        "rounds": _rounds(office, one), "sheets": _sheets(office, one, card), "referrals": _referrals(office, one),
        "path": _path(card), "contacts": _contacts(one, on),
    }


def last_sent(one: Succession) -> str:
    """When the leaving mentor's last record arrived, as ISO text; '' when none ever did."""
    at = journal.last_of(one.leaving_id)
    return at.isoformat() if at else ""


def _office(one: Succession, on: date) -> Viewer:
    """Somebody who reads this one village of the programme and nothing else."""
    return Viewer(one.leaving_id, "", on, (Grant(roles.COORDINATOR, one.programme, one.village_code),))


def _chain(one: Succession) -> Content:
    """Who writes what of the month in which the mentor changes: the month's papers have one author each."""
    month = Month.of(one.last_day)
    split = one.first_day <= month.end
    return {"month": str(month.start)[:7], "split": split, "papers_by": one.arriving if split else one.leaving}


def _problem(row: fieldwork.ProblemLine) -> Content:
    chosen = next((other.text for other in row.alternatives if other.chosen), "")
    return {
        "title": row.title, "category": row.category, "priority": row.priority, "state": row.state,
        "found_on": str(row.found_on), "alternatives": [other.text for other in row.alternatives],
        "chosen": chosen, "chosen_by": row.choice.chosen_by if row.choice else "",
        "chosen_on": str(row.choice.chosen_on) if row.choice else "",
    }


def _promises(office: Viewer, one: Succession) -> list[Content]:
    rows = fieldwork.open_follow_ups(office, engagement=one.engagement_id)
    return [{"text": row.text, "owner": row.owner_name, "side": row.owner_side, "due": str(row.due),
             "days_over": row.days_over} for row in rows]


def _dates(one: Succession, on: date) -> list[Content]:
    first = min(on, one.first_day)
    for_both = (one.leaving_id, one.arriving_id)
    rows = fieldwork.plan_between(
        for_both, first, first + timedelta(days=AHEAD_DAYS), engagement_ids=[one.engagement_id]
    )
    open_ones = sorted((row for row in rows if not row.realised), key=lambda row: (row.planned_on, str(row.id)))
    return [{"day": str(row.planned_on), "activity": row.activity, "place": row.place} for row in open_ones]


def _papers(office: Viewer, one: Succession, on: date) -> list[Content]:
    """Papers of the mentee on their way, and those that either mentor still owes."""
    page = papers.papers_of(office, papers.PaperFilter(engagement=one.engagement_id))
    found = [{"title": row.title, "period": row.period, "state": row.state, "by": row.mentor,
              "due": str(row.due_on or "")} for row in page.rows if row.state in ON_THEIR_WAY]
    day = max(on, one.first_day)  # who answers for the split month is settled once the new mentor carries
    for user in (one.leaving_id, one.arriving_id):
        duties = papers.due_papers(Viewer(user, "", day), day)
        found += [{"title": duty.title, "period": duty.period, "state": duty.state, "by": duty.mentor,
                   "due": str(duty.due_on)} for duty in duties
                  if duty.engagement_id == one.engagement_id or (duty.engagement_id is None and user == one.leaving_id)]
    return found


def _rounds(office: Viewer, one: Succession) -> list[Content]:
    page = assessments.assessments_page(office, assessments.AssessmentFilter(text=one.mentee))
    over = (assessments.DECIDED, assessments.WITHDRAWN)
    return [{"title": row.instrument_title, "as_of": str(row.as_of), "state": row.state, "lead": row.lead}
            for row in page.rows if row.subject.id == one.mentee_id and row.state not in over]


def _sheets(office: Viewer, one: Succession, card: programmes.EngagementCard | None) -> list[Content]:
    rows = (deliverables.sheets_of(office, one.engagement_id, card) if card else None) or ()
    return [{"title": row.title, "name": row.name, "state": row.state, "versions": row.versions} for row in rows]


def _referrals(office: Viewer, one: Succession) -> list[Content]:
    rows = needs.referrals_of(office, one.engagement_id)
    return [{"provider": row.provider, "due": str(row.due)} for row in rows if row.closed_on is None]


def _path(card: programmes.EngagementCard | None) -> list[Content]:
    stops = card.path if card else ()
    return [{"step": stop.label, "state": stop.state, "due": str(stop.due or "")}
            for stop in stops if stop.state in ("next", "late")]


def _contacts(one: Succession, on: date) -> list[Content]:
    """Names and offices; numbers stay masked in the register and are opened there with a reason."""
    if one.mentee_kind == "cooperative":
        return [{"name": row.name, "position": row.position} for row in parties.board_on(one.mentee_id, on)]
    owner = _owner(one.mentee_id, on, one)
    return [{"name": owner, "position": "owner"}] if owner else []


def _owner(mentee: UUID, on: date, one: Succession) -> str:
    found = parties.business(_office(one, on), mentee)
    return found.owner.name if found else ""
