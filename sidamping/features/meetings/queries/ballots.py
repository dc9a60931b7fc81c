"""Secret ballots: what is asked and what was counted. Who voted and what was voted are never read together."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet
from django.db.models.functions import JSONObject

from sidamping.features.meetings.models import CODED, Count, Poll, Slip, Voter
from sidamping.features.meetings.queries.cards import meeting
from sidamping.features.meetings.queries.lines import Choice, MeetingCard, PollCard
from sidamping.platform.access.viewer import Viewer


def polls(card: MeetingCard) -> tuple[PollCard, ...]:
    """The ballots of a meeting, in order."""
    rows = _counted(Poll.objects.filter(meeting_id=card.id)).order_by("id")
    return tuple(poll_card(row) for row in rows)


def poll(viewer: Viewer, id: UUID) -> tuple[MeetingCard, PollCard] | None:
    """One ballot with its meeting; None for a stranger."""
    row = _counted(Poll.objects.filter(pk=id)).first()
    card = meeting(viewer, row.meeting_id) if row is not None else None
    return (card, poll_card(row)) if row is not None and card is not None else None


def urn(id: UUID) -> PollCard | None:
    """A ballot by coded slips, for whoever holds one; it needs no account. Tells no votes."""
    row = _counted(Poll.objects.filter(pk=id, way=CODED, handed_out__isnull=False)).first()
    return replace(poll_card(row), counts={}) if row is not None else None


def voters(id: UUID) -> frozenset[UUID]:
    """Who was handed a slip; the caller has scoped the ballot."""
    return frozenset(Voter.objects.filter(poll_id=id).values_list("elector_id", flat=True))


def used_slips(id: UUID) -> int:
    """How many slips are in the urn; the caller has scoped the ballot."""
    return Slip.objects.filter(poll_id=id, choice__isnull=False).count()


def _counted(rows: QuerySet[Poll]) -> QuerySet[Any]:
    """With the votes of each choice, in the same question."""
    votes = Count.objects.filter(poll=OuterRef("pk")).values(told=JSONObject(choice="choice", votes="votes"))
    return rows.annotate(counted_votes=ArraySubquery(votes))


def poll_card(row: Any) -> PollCard:
    choices = tuple(
        Choice(one["key"], one["label"], UUID(one["person"]) if one.get("person") else None) for one in row.choices
    )
    counts = {one["choice"]: one["votes"] for one in row.counted_votes}
    return PollCard(
        row.pk, row.meeting_id, row.kind, row.question, row.organ, row.position, row.seats, choices, row.way,
        row.handed_out, row.urn_open, row.counted, counts,
    )  # fmt: skip
