"""Secret ballots: what is asked and what was counted. Who voted and what was voted are never read together."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from sidamping.features.meetings.models import CODED, Poll, Slip, Voter
from sidamping.features.meetings.queries.cards import meeting
from sidamping.features.meetings.queries.lines import Choice, MeetingCard, PollCard
from sidamping.platform.access.viewer import Viewer


def polls(card: MeetingCard) -> tuple[PollCard, ...]:
    """The ballots of a meeting, in order."""
    rows = Poll.objects.filter(meeting_id=card.id).prefetch_related("counts").order_by("id")
    return tuple(poll_card(row) for row in rows)


def poll(viewer: Viewer, id: UUID) -> tuple[MeetingCard, PollCard] | None:
    """One ballot with its meeting; None for a stranger."""
    row = Poll.objects.filter(pk=id).prefetch_related("counts").first()
    card = meeting(viewer, row.meeting_id) if row is not None else None
    return (card, poll_card(row)) if row is not None and card is not None else None


def urn(id: UUID) -> PollCard | None:
    """A ballot by coded slips, for whoever holds one; it needs no account. Tells no votes."""
    row = Poll.objects.filter(pk=id, way=CODED, handed_out__isnull=False).first()
    return replace(poll_card(row), counts={}) if row is not None else None


def voters(id: UUID) -> frozenset[UUID]:
    """Who was handed a slip; the caller has scoped the ballot."""
    return frozenset(Voter.objects.filter(poll_id=id).values_list("elector_id", flat=True))


def used_slips(id: UUID) -> int:
    """How many slips are in the urn; the caller has scoped the ballot."""
    return Slip.objects.filter(poll_id=id, choice__isnull=False).count()


def poll_card(row: Poll) -> PollCard:
    choices = tuple(
        Choice(one["key"], one["label"], UUID(one["person"]) if one.get("person") else None) for one in row.choices
    )
    counts = {one.choice: one.votes for one in row.counts.all()}
    return PollCard(
        row.pk, row.meeting_id, row.kind, row.question, row.organ, row.position, row.seats, choices, row.way,
        row.handed_out, row.urn_open, row.counted, counts,
    )  # fmt: skip
