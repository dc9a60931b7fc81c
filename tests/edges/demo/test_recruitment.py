"""The demonstration's mentors of modern cooperatives: chosen in the open, two appointed, one with a whole induction."""

from __future__ import annotations

from datetime import date

import pytest

from sidamping.edges.demo.cohorts import MODERN, cohort_id, open_cohorts
from sidamping.edges.demo.diary import month_before
from sidamping.edges.demo.people import add_people, viewer
from sidamping.edges.demo.recruitment import CALL, tell_recruitment
from sidamping.features.programmes.queries import open_calls
from sidamping.features.recruitment import queries
from sidamping.platform.territory.models import Area
from tests import places

TOLD_ON = date(2026, 11, 20)
MORE = {"53.07": "Sikka", "53.07.04": "Nita", "53.08": "Ende", "53.01.05.1001": "Sumlili"}


@pytest.fixture
def told(db: None) -> None:
    viewer.cache_clear()
    places.load_places()
    for code, name in MORE.items():
        Area.objects.create(code=code, name=name, level=len(code.split(".")), parent_id=code.rpartition(".")[0])
    first = month_before(TOLD_ON, 3).start
    add_people(first)
    open_cohorts(first, TOLD_ON)
    tell_recruitment(first, TOLD_ON)


def test_a_call_for_mentors_and_a_call_for_cooperatives_are_open_that_day(told: None) -> None:
    [call] = queries.open_calls_for_mentors(TOLD_ON)
    assert (call.cohort, call.places, call.candidates) == ("Koperasi Modern NTT, angkatan 2", 2, 2)
    assert "Koperasi Modern NTT, angkatan 2" in [one.name for one in open_calls(TOLD_ON)]
    viewer.cache_clear()


def test_six_apply_two_share_a_rank_and_two_are_appointed(told: None) -> None:
    by = viewer("pmo", TOLD_ON)
    states = sorted(one.state for one in queries.candidates_of(by, CALL))
    assert states == ["appointed", "appointed", "refused", "refused", "refused", "refused"]
    ranked = queries.ranking_of(by, CALL)
    assert ranked is not None
    assert [one.place.rank for one in ranked.lines] == [1, 2, 3, 3]
    found = queries.induction_of(by, cohort_id(MODERN))
    assert found is not None
    assert [(one.name, one.done_on is not None) for one in found.people] == [
        ("Melkianus Bire Doko", True), ("Novita Ledoh", False)
    ]
    viewer.cache_clear()
