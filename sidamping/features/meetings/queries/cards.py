"""Meetings within the scope of their book: the list of a cooperative, one meeting, what belongs to it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import fields
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, DateField, ExpressionWrapper, F, IntegerField, OuterRef, Q, QuerySet
from django.db.models.fields.json import KT
from django.db.models.functions import Cast, JSONObject
from django.utils.translation import get_language

from sidamping.domain.meetings.agenda import turn
from sidamping.domain.meetings.deadlines import last_delivery
from sidamping.domain.meetings.votes import Tally
from sidamping.features.books import queries as books
from sidamping.features.meetings.models import (
    ANNUAL,
    Check,
    CommitteeSeat,
    Decision,
    Elector,
    Item,
    Meeting,
    Postponement,
)
from sidamping.features.meetings.queries.lines import (
    CALLED,
    CLOSED,
    INVITED,
    OPEN,
    REPORTED,
    DecisionLine,
    ElectorLine,
    ItemLine,
    MeetingCard,
    MeetingHead,
    PostponementLine,
)
from sidamping.platform.access.viewer import Viewer
from sidamping.rules.books import Code, labels, listing

CHECKLIST, ANNUAL_CHECKLIST = "meeting-checklist", "meeting-checklist-annual"
AGENDAS = {ANNUAL: "agenda-annual"}
OTHER_AGENDA, AFTERWARDS, AS_NEEDED = "agenda-extraordinary", "agenda-needed", "as-needed"


def meetings_of(viewer: Viewer, book: UUID) -> tuple[MeetingHead, ...]:
    """The meetings of a cooperative, the latest first; nothing for a stranger."""
    rows = Meeting.objects.filter(book_id=book, book__in=books.readable(viewer)).order_by("-day", "-id")
    return tuple(_head(row) for row in rows)


def meeting(viewer: Viewer, id: UUID) -> MeetingCard | None:
    """One meeting; None for a stranger."""
    row = _counted(Meeting.objects.filter(pk=id), viewer.on).first()
    book = books.kept_book(viewer, row.book_id) if row else None
    return MeetingCard(
        _head(row), book, row.begins, row.place, row.purpose, row.invited_on, row.registered, row.quorum, row.came,
        row.delivered, row.late, row.asked, row.agreed, row.rules, row.opened_at, row.closed_at, row.reported_on,
        row.reported_to, row.chair, row.secretary, tuple(_postponement(one) for one in row.put_off),
    ) if row is not None and book is not None else None  # fmt: skip


def electors(card: MeetingCard) -> tuple[ElectorLine, ...]:
    """Everybody with a voice, by number; nothing for whoever does not see single members."""
    if not card.book.sees_names:
        return ()
    rows = Elector.objects.filter(meeting_id=card.id).select_related("member__party", "presence", "consent")
    return tuple(_elector(row) for row in rows.order_by("member__number"))


def late_electors(row: Meeting, on: date) -> QuerySet[Elector]:
    """Who got the papers too late for an invited meeting, or had not got them when it was too late; unscoped."""
    last, rows = last_delivery(row.day, row.rules["days"]), Elector.objects.filter(meeting=row)
    late = Q(delivered_on__gt=last)
    return rows.filter(late | Q(delivered_on=None) if last < on else late)


def elector_of(viewer: Viewer, id: UUID) -> tuple[MeetingCard, ElectorLine] | None:
    """One elector with the meeting, as the QR code of an invitation names it; None for a stranger."""
    row = Elector.objects.filter(pk=id).select_related("member__party", "presence", "consent").first()
    card = meeting(viewer, row.meeting_id) if row is not None else None
    return (card, _elector(row)) if row is not None and card is not None and card.book.sees_names else None


def items(card: MeetingCard) -> tuple[ItemLine, ...]:
    """The agenda in its order with what is done."""
    words, done = agenda(card.head.kind), {row.code: row for row in Item.objects.filter(meeting_id=card.id)}
    rows = ((code, label, done.get(code)) for code, label in words.items())
    return tuple(
        ItemLine(code, label, row.done_at, row.note, row.held) if row else ItemLine(code, label, None, "", held=False)
        for code, label, row in rows
    )


def agenda(kind: str) -> dict[str, str]:
    """Code and words of the items of a kind of meeting, in order: those of the guideline, then those as needed."""
    language = get_language() or "id"
    return {**labels(AGENDAS.get(kind, OTHER_AGENDA), language), **labels(AFTERWARDS, language)}


def turn_of(kind: str, done: Collection[str]) -> tuple[str, ...]:
    """The item whose turn it is, and those that may follow because it may be left out."""
    optional = {one.code for one in listing(AFTERWARDS) if one.parent == AS_NEEDED}
    return turn(list(agenda(kind)), done, optional)


def decisions(card: MeetingCard) -> tuple[DecisionLine, ...]:
    """What was decided, in order."""
    return decision_lines(Decision.objects.filter(meeting_id=card.id))


def decision_lines(rows: QuerySet[Decision]) -> tuple[DecisionLine, ...]:
    """Decisions by their number."""
    return tuple(
        DecisionLine(row.pk, row.number, row.subject, row.text, row.way, row.registered, row.quorum, row.present,
                     Tally(row.yes, row.no, row.abstained), row.needed, row.outcome, row.notes)
        for row in rows.order_by("number")
    )  # fmt: skip


def committee(card: MeetingCard) -> tuple[tuple[UUID, str, str], ...]:
    """Who prepares the meeting: key, name, duty."""
    rows = CommitteeSeat.objects.filter(meeting_id=card.id).order_by("id")
    return tuple(rows.values_list("id", "name", "duty"))


def checklist(kind: str, ticked: Collection[str]) -> tuple[Code, ...]:
    """What a kind of meeting prepares: every one, and an annual one besides; a retired point while it stands ticked."""
    points = (*listing(CHECKLIST), *(listing(ANNUAL_CHECKLIST) if kind == ANNUAL else ()))
    asked = {one.code: one for one in points}
    return tuple(one for one in asked.values() if not one.retired or one.code in ticked)


def ticked(card: MeetingCard) -> frozenset[str]:
    """The points of the checklist that are done."""
    return frozenset(Check.objects.filter(meeting_id=card.id).values_list("code", flat=True))


def _counted(rows: QuerySet[Meeting], on: date) -> QuerySet[Any]:
    """With how many came, got their papers, and got them too late; once the last day is past, also who got none.

    In the same question how often it was put off, in order.
    """
    last = ExpressionWrapper(F("day") - Cast(KT("rules__days"), IntegerField()), DateField())
    told = JSONObject(**{one.name: one.name for one in fields(PostponementLine)})
    late = Q(electors__delivered_on__gt=F("last_day")) | Q(electors__delivered_on__isnull=True, last_day__lt=on)
    put_off = Postponement.objects.filter(meeting=OuterRef("pk")).order_by("made_at").values(told=told)
    return rows.annotate(
        put_off=ArraySubquery(put_off),
        last_day=last,
        came=Count("electors__presence"),
        agreed=Count("electors__consent"),
        delivered=Count("electors", filter=Q(electors__delivered_on__isnull=False)),
        late=Count("electors", filter=late),
        asked=Count("electors__presence", filter=late),
    )


def _postponement(told: Mapping[str, str]) -> PostponementLine:
    """As the database tells it: its days as text."""
    days: dict[str, Any] = {name: date.fromisoformat(told[name]) for name in told if name.endswith("_on")}
    return PostponementLine(**{**told, **days})


def _head(row: Meeting) -> MeetingHead:
    return MeetingHead(row.pk, row.kind, row.year, row.day, _state(row))


def _state(row: Meeting) -> str:
    steps: Sequence[tuple[object, str]] = (
        (row.reported_on, REPORTED), (row.closed_at, CLOSED), (row.opened_at, OPEN), (row.invited_on, INVITED),
    )  # fmt: skip
    return next((state for reached, state in steps if reached is not None), CALLED)


def _elector(row: Elector) -> ElectorLine:
    presence = getattr(row, "presence", None)
    return ElectorLine(
        row.pk, row.member.party_id, row.member.number, row.member.party.name, row.delivered_on, row.delivered_by,
        row.proof, presence.way if presence else "", presence.group if presence else "", hasattr(row, "consent"),
    )  # fmt: skip
