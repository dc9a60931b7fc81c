"""A vote and the counting at the same moment, on two real connections: no vote is lost."""

from __future__ import annotations

import threading
import time
from collections.abc import Mapping

import pytest
from django.db import connection, transaction

from sidamping.features.meetings import services
from tests import people
from tests.features.meetings.meeting import begun, polled

WAITING = "SELECT count(*) FROM pg_locks WHERE NOT granted"


@pytest.mark.django_db(transaction=True)
def test_a_vote_cast_while_the_urn_is_being_closed_is_counted() -> None:
    made = begun(people.gather(), 5)
    poll = polled(made)
    codes = services.hand_out(by=made.chair(), poll=poll, electors=made.electors())
    services.open_the_urn(by=made.chair(), poll=poll)
    counted: list[Mapping[str, int]] = []

    def count() -> None:
        try:
            counted.append(services.count_slips(by=made.chair(), poll=poll))
        finally:
            connection.close()

    counting = threading.Thread(target=count)
    with transaction.atomic():
        services.cast(poll=poll, code=codes[0], choice="yes")
        counting.start()
        until_it_waits()
    counting.join(30)
    assert counted == [{"yes": 1, "no": 0, "blank": 4}]


def until_it_waits() -> None:
    """Until the other connection stands before a lock."""
    for _try in range(200):
        with connection.cursor() as cursor:
            cursor.execute(WAITING)
            found = cursor.fetchone()
        if found and found[0]:
            return
        time.sleep(0.05)
