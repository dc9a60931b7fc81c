"""What came from phones, and what was made of it, the database itself keeps as it was (house rules 18, 20)."""

from __future__ import annotations

from datetime import datetime

import pytest
from django.db import DatabaseError, connection, transaction

from sidamping.edges.sync.models import Open, Record, Resolution, Verdict
from tests.edges.sync.phones import Phone, changed, visit_body
from tests.people import Cast


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE sync_record SET body = '{}'",
        "DELETE FROM sync_record",
        "TRUNCATE sync_record CASCADE",
        "UPDATE sync_verdict SET state = 'attention'",
        "DELETE FROM sync_verdict",
        "UPDATE sync_variant SET body = ''",
        "DELETE FROM sync_variant",
        "UPDATE sync_expectedfile SET name = ''",
        "DELETE FROM sync_expectedfile",
    ],
)
def test_the_database_itself_refuses_to_change_what_came(
    cast: Cast, phone: Phone, now: datetime, statement: str
) -> None:
    file = {"sha256": "0" * 64, "bytes": 9, "type": "image/jpeg", "name": "foto.jpg"}
    sealed = phone.seal("fieldwork.visit", visit_body(cast.engagement), files=[file])
    phone.send(sealed, changed(sealed, result="Lain"), now=now)
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


def test_the_database_itself_refuses_states_that_cannot_be(cast: Cast, phone: Phone, now: datetime) -> None:
    sealed = phone.seal("fieldwork.visit", visit_body(cast.engagement))
    phone.send(sealed, now=now)
    row = Record.objects.get()
    for wrong in (
        lambda: Verdict.objects.create(record=row, at=now, state="accepted"),
        lambda: Verdict.objects.create(record=row, at=now, state="received"),
        lambda: Open.objects.create(record=row, since=now, state="accepted"),
        lambda: Resolution.objects.create(record=row, choice="merged", body="", by=cast.ratna, why="x", at=now),
        lambda: Record.objects.create(id=phone.id, device_id=phone.id, owner=cast.ratna, number=1, told_number=1,
                                      kind="a.b", version=1, body="", sha256="", received_at=now, receipt=""),
    ):  # fmt: skip
        with pytest.raises(DatabaseError), transaction.atomic():
            wrong()
