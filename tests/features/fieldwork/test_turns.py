"""Two mentors who correct visits to the same two mentees take turns, in whichever order each names them (F1)."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import date, datetime
from threading import Barrier, BrokenBarrierError
from typing import Any
from uuid import UUID

import pytest
from django.db import connections

from sidamping.domain.fieldwork import PresenceDraft, VisitDraft
from sidamping.features.fieldwork import queries, services
from sidamping.features.fieldwork.models import Presence
from sidamping.features.fieldwork.services import visits
from sidamping.features.programmes.models import Assignment, Engagement
from sidamping.platform.access.models import User
from sidamping.platform.database.ids import uuid7
from tests import people, places
from tests.features.fieldwork.writing import visit_draft
from tests.people import Cast, look

pytestmark = pytest.mark.django_db(transaction=True)
HANDED_OVER = date(2026, 11, 4)
HALFWAY_SECONDS = 1.0


@pytest.fixture
def cast() -> Cast:
    """Everybody, committed, so that other connections see them."""
    return people.gather()


@pytest.fixture
def halfway(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each writer waits for the other between taking the old state out of force and writing the new one."""
    both, write = Barrier(2), visits._write_revision

    def written(*args: Any, number: int, **more: Any) -> None:
        if number > 1:
            with suppress(BrokenBarrierError):  # the other one waits for its turn before it begins
                both.wait(timeout=HALFWAY_SECONDS)
        write(*args, number=number, **more)

    monkeypatch.setattr(visits, "_write_revision", written)


@pytest.mark.usefixtures("halfway")
def test_two_corrections_that_exchange_their_mentees_are_both_written(cast: Cast, now: datetime) -> None:
    first, second = cast.engagement, neighbour(cast.ratna)
    hand_over((first, second), cast.maria)
    kept = [
        (cast.ratna, recorded(cast.ratna, first, date(2026, 11, 2), now), second),
        (cast.maria, recorded(cast.maria, second, HANDED_OVER, now), first),
    ]
    with ThreadPoolExecutor(2) as pool:
        told = list(pool.map(lambda one: corrected(*one, now), kept))
    assert [draft.id for _, draft, _ in kept] == told
    met = Presence.objects.filter(revision__superseded_at=None).order_by("visited_on")
    assert list(met.values_list("engagement_id", flat=True)) == [second.pk, first.pk]


def neighbour(mentor: User) -> Engagement:
    return people.engagement(people.cooperative("Tablolong Jaya", places.TABLOLONG).party, mentor)


def hand_over(mentorings: tuple[Engagement, ...], mentor: User) -> None:
    Assignment.objects.filter(engagement__in=mentorings).update(ends=date(2026, 11, 3))
    Assignment.objects.bulk_create(Assignment(engagement=one, mentor=mentor, starts=HANDED_OVER) for one in mentorings)


def recorded(by: User, met: Engagement, day: date, now: datetime) -> VisitDraft:
    draft = visit_draft(met, visited_on=day, village=places.BOLOK)
    services.record_visit(by=look(by), draft=draft, on=people.TODAY, now=now)
    return draft


def corrected(by: User, draft: VisitDraft, met: Engagement, now: datetime) -> UUID:
    """The visit, by a connection of its own, with the other mentee instead."""
    try:
        seen = queries.visit(look(by), draft.id).line.revision_id
        other = visit_draft(met, id=draft.id, visited_on=draft.visited_on, presences=(PresenceDraft(met.pk),))
        services.revise_visit(
            by=look(by), revision=uuid7(), seen=seen, draft=other, reason="Salah pilih", on=people.TODAY, now=now
        )
        return draft.id
    finally:
        connections.close_all()
