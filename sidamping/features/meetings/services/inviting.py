"""Invites the members: its day decides who is registered and how many make a quorum; then each gets the papers."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from sidamping.domain.meetings.clauses import INVITATION, MOST_DAYS, QUORUM
from sidamping.domain.meetings.deadlines import delivered_in_time, last_delivery
from sidamping.domain.meetings.quorum import Share
from sidamping.domain.problems import Problem, Refused, problem, refuse_if
from sidamping.features.books import queries as books
from sidamping.features.books.queries import KeptBook, MemberRow
from sidamping.features.meetings.models import EXTRAORDINARY, Elector, Meeting, Presence
from sidamping.features.meetings.services.keeping import preparing, tell
from sidamping.features.registers import queries as registers
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.documents.numbering import next_number, number_text
from sidamping.rules.books import codes_of
from sidamping.rules.in_force import NotInForce
from sidamping.rules.meetings import invitation_days, share

APPROVAL = "approval"
"""The share of votes that carries a matter, by the name it has in the rules."""
NUMBER = "number"
"""The number of the invitation, kept with what the meeting was bound to on its day."""
PATTERN = "{seq:03d}/UND-RA/{roman_month}/{year}"


@transaction.atomic
def invite(*, by: Viewer, meeting: UUID, on: date) -> int:
    """Freeze who is registered on the day of the invitation; how many. On another day the list is made anew.

    Invited twice on a day, it is done once; nothing is made anew once papers were delivered.
    """
    row, book = preparing(by, meeting)
    if row.invited_on == on:
        return row.registered or 0
    served = Elector.objects.filter(meeting=row, delivered_on__isnull=False).count()
    if served:
        raise Refused(problem("MEETINGS_035", "on", day=row.invited_on, count=served))
    rules = _rules(row, book, on)
    members = registered_on(book.id, on)
    refuse_if(_faults(by, row, on, rules, members))
    Presence.objects.filter(elector__meeting=row).delete()
    Elector.objects.filter(meeting=row).delete()
    Elector.objects.bulk_create(Elector(meeting=row, member_id=one.id) for one in members)
    number = row.rules.get(NUMBER) or _next_number(book, on)
    row.invited_on, row.registered, row.rules = on, len(members), {**rules, NUMBER: number}
    row.quorum = Share.of(rules[QUORUM]).needed(len(members))
    row.save(update_fields=["invited_on", "registered", "quorum", "rules"])
    tell("invited", by, meeting, book, on=on.isoformat(), registered=len(members), quorum=row.quorum)
    return len(members)


@transaction.atomic
def deliver(*, by: Viewer, meeting: UUID, electors: Collection[UUID], on: date, way: str, proof: str = "") -> int:
    """Invitations that reached their members, with the proof: a signed list, a photo's number, a message.

    Who got the papers before keeps that day and its proof.
    """
    row, book = preparing(by, meeting)
    if row.invited_on is None:
        raise Refused(problem("MEETINGS_008"))
    if not electors:
        raise Refused(problem("MEETINGS_043", "electors"))
    if way not in codes_of("invitation-ways"):
        raise Refused(problem("MEETINGS_021", "way", seen=way))
    if not row.invited_on <= on <= by.on:
        raise Refused(problem("MEETINGS_027", "on", day=on, first=row.invited_on, last=by.on))
    found = Elector.objects.filter(meeting=row, pk__in=electors, delivered_on=None)
    count = found.update(delivered_on=on, delivered_by=way, proof=proof.strip())
    if count:
        tell("delivered", by, meeting, book, count=count, way=way, on=on.isoformat())
    return count


def registered_on(book: UUID, day: date) -> tuple[MemberRow, ...]:
    """The members of a day, by number: whoever leaves on that day has left."""
    rows = books.member_register(book)
    return tuple(row for row in rows if row.joined <= day and (row.left is None or row.left > day))


def _rules(row: Meeting, book: KeptBook, on: date) -> dict[str, Any]:
    """What the meeting is bound to, as it stood on the day of the invitation: a clause set later leaves it alone."""
    clauses = registers.clauses_on(book.id, on)
    own = {key: clause.value for key, clause in clauses.items()}
    before = "extraordinary-" if row.kind == EXTRAORDINARY else ""
    try:
        days, cited = invitation_days(on, book.village_code)
        shares = {
            key: share(before + key, on, book.village_code, own.get(before + key)).kept() for key in (QUORUM, APPROVAL)
        }
    except NotInForce:
        raise Refused(problem("MEETINGS_029", "on", day=on)) from None
    articles = clauses[before + QUORUM].article if before + QUORUM in clauses else ""
    return {
        "days": max(days, own.get(INVITATION, days)), "days_by_rule": days, "days_cite": cited.cite,
        "file": cited.path, "sha256": cited.sha256, "article": articles, **shares,
    }  # fmt: skip


def _next_number(book: KeptBook, on: date) -> str:
    """The next of the cooperative's invitations in the year; invited anew, a meeting keeps its number."""
    return number_text(PATTERN, seq=next_number(f"undangan/{book.id}", on.year), on=on)


def _faults(
    by: Viewer, row: Meeting, on: date, rules: dict[str, Any], members: tuple[MemberRow, ...]
) -> list[Problem]:
    found = []
    called = row.called_at.astimezone(timezone.get_current_timezone()).date()
    in_time = delivered_in_time(called, row.day, rules["days"])
    first = called if in_time else row.day - timedelta(days=MOST_DAYS)  # called late, it was invited to on paper
    if not first <= on <= by.on and on != by.on:
        found.append(problem("MEETINGS_027", "on", day=on, first=first, last=by.on))
    if not delivered_in_time(on, row.day, rules["days"]):
        last = last_delivery(row.day, rules["days"])
        told = {"days": rules["days"], "meeting": row.day, "last": last, "cite": rules["days_cite"]}
        found.append(problem("MEETINGS_006", "on", day=on, **told))
    if not members:
        found.append(problem("MEETINGS_007", "on", day=on))
    return found
