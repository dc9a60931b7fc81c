"""Two offices issue at the same moment, on two real connections: two numbers without a gap, or once for one id (F9)."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from django.db import connection

from sidamping.domain.problems import Refused
from sidamping.features.letters.models import Letter
from sidamping.platform.database.ids import uuid7
from tests import people
from tests.features.letters import desk


def at_once(*calls: Callable[[], object]) -> list[str]:
    """Start all calls together, each on its own connection; 'done' or the codes of the refusal."""
    gate, results = threading.Barrier(len(calls)), [""] * len(calls)

    def run(place: int, call: Callable[[], object]) -> None:
        try:
            gate.wait(10)
            call()
            results[place] = "done"
        except Refused as refused:
            results[place] = " ".join(refused.codes)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(calls)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    return sorted(results)


@pytest.mark.django_db(transaction=True)
def test_letters_issued_at_once_take_numbers_without_a_gap() -> None:
    people.gather()
    pmo = desk.pmo()
    broken = {**desk.REFUSAL, "reasons": []}
    told = at_once(*[lambda: desk.refusal(pmo)] * 3, lambda: desk.refusal(pmo, facts=broken))
    assert told == ["LETTERS_002", "done", "done", "done"]
    assert sorted(Letter.objects.values_list("seq", flat=True)) == [1, 2, 3]


@pytest.mark.django_db(transaction=True)
def test_two_taps_issue_one_letter() -> None:
    people.gather()
    pmo, id = desk.pmo(), uuid7()
    assert at_once(lambda: desk.refusal(pmo, id=id), lambda: desk.refusal(pmo, id=id)) == ["done", "done"]
    assert Letter.objects.count() == 1
