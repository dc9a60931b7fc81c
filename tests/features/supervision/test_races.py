"""An answer and the closing of its examination at the same moment, on two real connections: one of them is refused."""

from __future__ import annotations

import threading

import pytest
from django.db import connection, transaction

from sidamping.features.supervision import services
from sidamping.features.supervision.models import Answer, Letterhead
from sidamping.platform.database.ids import uuid7
from tests import people
from tests.features.books.keeping import refused_by_database
from tests.features.meetings.test_races import until_it_waits
from tests.features.supervision.examining import DUE, HEAD, OPENED, at, codes, office, reported
from tests.people import look


@pytest.mark.django_db(transaction=True)
def test_nobody_answers_while_the_examination_is_being_closed() -> None:
    cast = people.gather()
    id, finding = reported(cast)
    refused: list[str] = []

    def answer() -> None:
        try:
            refused.extend(codes(lambda: services.answer_finding(
                by=look(cast.ujang, DUE), id=uuid7(), finding=finding, text="Kas dihitung", now=at(DUE)
            )))  # fmt: skip
        finally:
            connection.close()

    answering = threading.Thread(target=answer)
    with transaction.atomic():
        services.close_examination(by=office(cast), examination=id, why="Dilanjutkan tahun depan", now=at(DUE))
        answering.start()
        until_it_waits()
    answering.join(30)
    assert refused == ["SUPERVISION_018"] and not Answer.objects.exists()
    assert refused_by_database((
        "INSERT INTO supervision_answer (id, finding_id, text, by_id, at)"
        " SELECT gen_random_uuid(), id, 'x', written_by_id, written_at FROM supervision_finding", [],
    )) == "answer_before_the_closing"  # fmt: skip


@pytest.mark.django_db(transaction=True)
def test_a_letterhead_sent_twice_at_once_is_one_row() -> None:
    cast = people.gather()

    def head() -> None:
        services.head_letters(by=office(cast), office="dinas_regency", area="53.01", heading=HEAD, now=at(OPENED))

    def head_beside() -> None:
        try:
            head()
        finally:
            connection.close()

    again = threading.Thread(target=head_beside)
    with transaction.atomic():
        head()
        again.start()
        until_it_waits()
    again.join(30)
    assert Letterhead.objects.count() == 1
