"""Two people act on one paper at the same moment, on two real connections: one wins, the other is told."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import date

import pytest
from django.db import connection

from sidamping.domain.problems import Refused
from sidamping.features.papers import services
from sidamping.features.papers.models import Act, Paper, Revision
from tests import people
from tests.features.papers import desk
from tests.people import Cast


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
def test_two_coordinators_act_at_once_and_one_wins() -> None:
    cast = people.gather()
    other = people.user("nona", "Nona Lay")
    people.appoint(other, "coordinator", area="53.01")
    desk.visit(cast, date(2026, 10, 12))
    paper = desk.submitted(cast)
    desk.acts(paper, people.look(cast.ujang), "acknowledged")
    yosef, nona = people.look(cast.yosef), people.look(other)
    told = at_once(
        lambda: desk.acts(paper, yosef, "passed", ordinal=3),
        lambda: desk.acts(paper, nona, "returned", ordinal=3, remark="Tambah"),
    )
    assert told == ["PAPERS_020", "done"]
    assert Act.objects.filter(revision__paper=paper).count() == 3


@pytest.mark.django_db(transaction=True)
def test_two_taps_on_hand_in_make_one_revision_and_one_number() -> None:
    cast: Cast = people.gather()
    desk.visit(cast, date(2026, 10, 12))
    paper, ratna = desk.opened(cast), people.look(cast.ratna)

    def hand_in() -> object:
        return services.submit_paper(by=ratna, paper=paper, on=people.TODAY, now=desk.noon(people.TODAY))

    assert at_once(hand_in, hand_in) == ["done", "done"]
    assert Revision.objects.filter(paper=paper).count() == 1
    assert Paper.objects.get(pk=paper).number == "001/LBK/TPK-NTT/53.01/X/2026"


@pytest.mark.django_db(transaction=True)
def test_two_taps_on_open_make_one_paper() -> None:
    cast = people.gather()
    desk.visit(cast, date(2026, 10, 12))
    assert at_once(lambda: desk.opened(cast), lambda: desk.opened(cast)) == ["done", "done"]
    assert Paper.objects.count() == 1
