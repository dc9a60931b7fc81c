"""Counts that stand ready never differ from the summary, whatever changes between their turns (decision 0050)."""

from __future__ import annotations

from datetime import date
from itertools import combinations
from random import Random
from typing import Any

import pytest
from django.db import transaction
from django.db.models import Sum

from sidamping.domain.indicators import definitions
from sidamping.domain.indicators.counts import Count
from sidamping.domain.periods import Month
from sidamping.features.indicators.models import MeasuredTally, Tallied, Tally, Touched
from sidamping.features.indicators.queries import tallies
from sidamping.features.indicators.queries.asking import answers, crossings
from sidamping.features.indicators.queries.groups import MEASURED, PLACES, Among, Question
from sidamping.features.indicators.services import judge_all, rebuild, tally, tallying
from sidamping.features.programmes.models import Engagement
from sidamping.rules.indicators import indicators
from tests import people, places
from tests.features.indicators.test_asking import crowd, scattered
from tests.features.progress import cases
from tests.people import Cast

__all__ = ["crowd"]
OCTOBER = Month(2026, 10)
QUESTIONS = [Question(one.definition, month) for month in (OCTOBER, Month(2026, 8)) for one in
             indicators(people.TODAY)]  # fmt: skip
COLUMNS = ("asked", "month", "regency", "programme", "cohort_id", "part", "whole", "population")
Told = dict[tuple[int, str], Count]


def told(viewer: Any, by: str = "", **among: Any) -> Told:
    return answers(viewer, Among(**among), QUESTIONS, by)


def from_the_summary(monkeypatch: pytest.MonkeyPatch, viewer: Any, by: str = "", **among: Any) -> Told:
    with monkeypatch.context() as patched:
        patched.setattr(tallies, "ready", lambda *_: {})
        return told(viewer, by, **among)


def move(host: Engagement, village: str) -> None:
    Engagement.objects.filter(pk=host.pk).update(village=village, regency=village[:5])


def test_what_stands_ready_is_what_the_summary_says(
    cast: Cast, crowd: list[Engagement], monkeypatch: pytest.MonkeyPatch
) -> None:
    """For everyone who looks, by every group, right after the turn and after changes that no turn has seen."""
    for host in crowd[:4]:
        move(host, places.KUATAE)
        host.refresh_from_db()
    scattered(crowd, 1)
    tally(people.TODAY)
    chance = Random(1)
    for _ in range(2):
        for who in (cast.yosef, cast.maria):
            viewer = people.look(who)
            for by in ("", *PLACES, *MEASURED):
                assert told(viewer, by) == from_the_summary(monkeypatch, viewer, by)
            for among in ({"area": places.TTS}, {"programme": cases.TKM}, {"cohort": "tanpa"}, {"area": "54"},
                          {"held": (("sector", 1),)}, {"held": (("health", None), ("intensity", 2))}):
                assert told(viewer, **among) == from_the_summary(monkeypatch, viewer, **among)
        move(chance.choice(crowd), chance.choice([places.BOLOK, places.KUATAE]))
        cases.met(cast, chance.choice(crowd), "2026-10-14")
    assert Touched.objects.exists()


def test_turns_keep_what_counting_anew_gives(cast: Cast, crowd: list[Engagement]) -> None:
    tally(people.TODAY)
    for place, host in enumerate(crowd):
        cases.met(cast, host, f"2026-{8 + place % 3:02d}-{11 + place}")
        move(host, places.KUATAE if place % 2 else places.BOLOK)
        if place % 3 == 0:
            tally(people.TODAY)
    judge_all()
    tally(people.TODAY)
    kept = counts()
    rebuild()
    tally(people.TODAY)
    assert counts() == kept
    assert {row[2] for row in kept} == {places.KUPANG, places.TTS}
    finer = MeasuredTally.objects.values_list(*COLUMNS[:5])
    assert sorted(finer.annotate(*map(Sum, COLUMNS[5:])), key=str) == kept, "both say the same"


def test_what_is_measured_is_crossed_as_the_summary_crosses_it(
    cast: Cast, crowd: list[Engagement], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Any two groups, and one group within another, with a change no turn has seen."""
    scattered(crowd, 2)
    tally(people.TODAY)
    cases.met(cast, crowd[0], "2026-10-14")
    yosef, within = people.look(cast.yosef), Among(held=(("technology", 1),))
    for by in (*combinations(MEASURED, 2), ("regency", "sector"), ("health", "cohort")):
        kept = [crossings(yosef, among, QUESTIONS, by) for among in (Among(), within)]
        with monkeypatch.context() as patched:
            patched.setattr(tallies, "ready", lambda *_: {})
            assert kept == [crossings(yosef, among, QUESTIONS, by) for among in (Among(), within)]
    assert MeasuredTally.objects.filter(technology=1).exists()


def counts() -> list[tuple[Any, ...]]:
    return sorted(Tally.objects.values_list(*COLUMNS), key=str)


def test_a_turn_counts_only_what_was_touched(cast: Cast, crowd: list[Engagement]) -> None:
    assert tally(people.TODAY) == 24, "the year of each of thirteen months"
    assert tally(people.TODAY) == 0
    before = set(Tally.objects.values_list("pk", flat=True))
    cases.met(cast, crowd[0], "2026-10-14")
    assert set(Touched.objects.values_list("regency", "month")) == {(places.KUPANG, date(2026, 10, 1))}
    assert tally(people.TODAY) == 2, "October and November"
    older = set(Tally.objects.filter(month__lt=OCTOBER.start).values_list("pk", flat=True))
    assert older <= before and not Touched.objects.exists()


def test_what_rolls_back_touches_nothing(cast: Cast, crowd: list[Engagement]) -> None:
    tally(people.TODAY)
    with pytest.raises(RuntimeError), transaction.atomic():
        cases.met(cast, crowd[0], "2026-10-14")
        raise RuntimeError
    assert not Touched.objects.exists()


def test_a_wrong_count_does_not_survive_a_rebuild(
    cast: Cast, crowd: list[Engagement], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where no mentoring is either: there no row of the summary changes."""
    judge_all()
    tally(people.TODAY)
    whole, sarlin = counts(), people.look(cast.sarlin)
    Tally.objects.create(asked=QUESTIONS[0].definition.meaning, month=OCTOBER.start, regency="53.99",
                         programme=cases.TKM, part=0, whole=7, population=7)  # fmt: skip
    assert told(sarlin) != from_the_summary(monkeypatch, sarlin)
    rebuild()
    assert told(sarlin) == from_the_summary(monkeypatch, sarlin)
    tally(people.TODAY)
    assert told(sarlin) == from_the_summary(monkeypatch, sarlin)
    assert counts() == whole


def test_another_way_to_count_counts_everything_anew(
    cast: Cast, crowd: list[Engagement], monkeypatch: pytest.MonkeyPatch
) -> None:
    tally(people.TODAY)
    monkeypatch.setattr(definitions, "COUNTING", definitions.COUNTING + 1)
    assert tallies.ready(people.look(cast.yosef), Among(), QUESTIONS, "") == {}
    assert tally(people.TODAY) == 24


def test_what_is_left_to_another_worker_was_not_counted(
    cast: Cast, crowd: list[Engagement], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tallying, "_own_turn", lambda: False)
    assert tally(people.TODAY) == 0 and not Tallied.objects.exists()


def test_an_indicator_that_is_defined_otherwise_is_counted_again(cast: Cast, crowd: list[Engagement]) -> None:
    """Its old counts go, and what nobody counted yet is asked of the summary."""
    tally(people.TODAY)
    whole = counts()
    (one,) = Tallied.objects.filter(month=OCTOBER.start, asked=QUESTIONS[0].definition.meaning)
    one.delete()
    Tallied.objects.create(month=OCTOBER.start, asked="another meaning!")
    yosef = people.look(cast.yosef)
    assert tallies.ready(yosef, Among(), QUESTIONS[:1], "") == {}
    assert tally(people.TODAY) == 1
    assert counts() == whole
    assert not Tallied.objects.filter(asked="another meaning!").exists()


def test_who_sees_single_mentorings_asks_the_summary(cast: Cast, crowd: list[Engagement]) -> None:
    tally(people.TODAY)
    assert tallies.ready(people.look(cast.ratna), Among(), QUESTIONS, ()) == {}
    assert len(tallies.ready(people.look(cast.yosef), Among(), QUESTIONS, ())) == len(QUESTIONS)

