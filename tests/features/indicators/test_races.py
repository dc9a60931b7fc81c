"""A change and a turn of the counting at the same moment, on two connections: no board misses it (decision 0050)."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from django.db import connection, transaction

from sidamping.features.indicators.models import Touched
from sidamping.features.indicators.services import tally, tallying
from tests import people
from tests.features.indicators.test_tallies import from_the_summary, told
from tests.features.progress import cases
from tests.people import Cast


@pytest.mark.django_db(transaction=True)
def test_a_change_during_a_turn_waits_for_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    """One that is written after the turn took what it counts, and one that is begun before a turn and ends after it."""
    cast = people.gather()
    cases.appoint_all(cast)
    host = cases.participant(cast)
    tally(people.TODAY)
    cases.met(cast, host, "2026-10-13")
    taken = tallying._taken

    def met_between() -> object:
        found = taken()
        beside(lambda: cases.met(cast, host, "2026-10-14"))
        return found

    with monkeypatch.context() as patched:
        patched.setattr(tallying, "_taken", met_between)
        tally(people.TODAY)
    still_told(cast, monkeypatch)
    with transaction.atomic():
        cases.met(cast, host, "2026-10-15")
        beside(lambda: tally(people.TODAY))
    still_told(cast, monkeypatch)


def beside(act: Callable[[], object]) -> None:
    """On a connection of its own; it waits for nobody here."""
    done: list[object] = []

    def alone() -> None:
        try:
            done.append(act())
        finally:
            connection.close()

    other = threading.Thread(target=alone)
    other.start()
    other.join(30)
    assert done, "it waited, or it failed"


def still_told(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    """The change has not been counted, and boards tell it."""
    assert Touched.objects.exists()
    yosef = people.look(cast.yosef)
    assert told(yosef) == from_the_summary(monkeypatch, yosef)
