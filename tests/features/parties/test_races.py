"""Two people at once, on two real connections: one record, the other is told."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from sidamping.domain.problems import Refused
from sidamping.features.parties.models import Party
from sidamping.features.parties.services import PersonDraft, Row, add_person, apply_rows
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.database.ids import uuid7
from tests import people, places

DRAFT = PersonDraft("Marselinus Tefa", places.BOLOK, nik="5301050101800001")


def both(work: object, viewers: tuple[Viewer, Viewer]) -> list[object]:
    """The results of doing the work at the same moment for two people; refusals come back as their codes."""
    start = Barrier(2)

    def once(by: Viewer) -> object:
        try:
            start.wait(timeout=10)
            return work(by)  # type: ignore[operator]  # a function
        except Refused as refused:
            return refused.codes
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        return list(pool.map(once, viewers))


@pytest.mark.django_db(transaction=True)
def test_two_people_record_the_same_nik_at_once_and_one_is_told() -> None:
    cast = people.gather()
    viewers = (people.look(cast.ratna), people.look(cast.yosef))
    results = both(lambda by: add_person(by=by, draft=DRAFT, keep=True), viewers)
    assert ["PARTIES_007"] in results
    assert Party.objects.filter(name=DRAFT.name).count() == 1


@pytest.mark.django_db(transaction=True)
def test_the_same_sending_arriving_twice_at_once_is_one_record() -> None:
    cast, new = people.gather(), uuid7()
    viewers = (people.look(cast.ratna), people.look(cast.ratna))
    results = both(lambda by: add_person(by=by, draft=DRAFT, party_id=new, keep=True), viewers)
    assert results == [new, new]


@pytest.mark.django_db(transaction=True)
def test_the_same_workbook_applied_twice_at_once_is_written_once() -> None:
    cast = people.gather()
    rows = [Row(2, PersonDraft("Yuliana Bana", places.BOLOK)), Row(3, DRAFT)]
    viewers = (people.look(cast.ratna), people.look(cast.yosef))
    results = both(lambda by: apply_rows(by=by, import_id=uuid7(), rows=rows)["written"], viewers)
    assert sorted(results) == [0, 2]  # type: ignore[type-var]  # numbers
    assert Party.objects.filter(name="Yuliana Bana").count() == 1
