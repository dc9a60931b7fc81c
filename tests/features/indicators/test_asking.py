"""The statement over the summary gives what the plain definition says, for every indicator of the rulebook (C4, C5)."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest

from sidamping.domain.indicators.counts import Count, Fact, counted
from sidamping.domain.indicators.definitions import MEASURES, SPAN, Definition, Part
from sidamping.domain.periods import Month
from sidamping.features.indicators.models import Summary
from sidamping.features.indicators.queries.asking import (
    NO,
    STATES,
    TOLD,
    UNREPORTED,
    YES,
    answers,
    behind,
    shown,
)
from sidamping.features.indicators.queries.groups import NOBODY, Among, Question
from sidamping.features.indicators.services import tally
from sidamping.features.parties.models import Party
from sidamping.features.programmes.models import Engagement
from sidamping.platform.database.ids import uuid7
from sidamping.rules.indicators import indicators
from tests import people, places
from tests.features.progress import cases
from tests.people import Cast

OCTOBER = Month(2026, 10)


@pytest.fixture
def crowd(cast: Cast) -> list[Engagement]:
    """Nine mentorings, every third of a cooperative."""
    cases.appoint_all(cast)
    made = [cases.participant(cast, f"Usaha {at}") for at in range(9)]
    Party.objects.filter(pk__in=[one.mentee_id for one in made[::3]]).update(kind="cooperative")
    return made


def scattered(crowd: list[Engagement], seed: int) -> None:
    """Values without sense in months without order; definitions must hold for any of them."""
    chance = Random(seed)
    Summary.objects.all().delete()
    for one in crowd:
        for measure in MEASURES:
            months = chance.sample(range(5, 12), chance.randint(0, 3))
            for month in months[:1] if measure in ("started", "ended") else months:
                least = 1 if measure in ("started", "ended") else 0
                _row(one, month, measure, chance.choice([None, 0, 1, 2, 3, 4]) if not least else 1)


def _row(host: Engagement, month: int, measure: str, value: int | None) -> None:
    if measure in ("papers_on_time", "papers_accepted"):  # a part of the papers of its month
        whole = Summary.objects.filter(engagement_id=host.pk, month=f"2026-{month}-01", measure="papers").first()
        value = min(value or 0, (whole.value or 0) if whole else 0)
    Summary.objects.create(
        engagement_id=host.pk, month=Month(2026, month).start, measure=measure, value=value, mentee_id=host.mentee_id,
        programme=host.programme, province=host.regency[:2], regency=host.regency,
    )


def facts(definition: Definition) -> list[Fact]:
    """Of everybody the indicator can be asked of."""
    rows = Summary.objects.all()
    if definition.mentee_kinds:
        rows = rows.filter(mentee_id__in=Party.objects.filter(kind__in=definition.mentee_kinds).values("pk"))
    return [Fact(str(one.engagement_id), Month.of(one.month), one.measure, one.value) for one in rows]


def asked(cast: Cast, definition: Definition, month: Month = OCTOBER, **among: Any) -> Count:
    found = answers(people.look(cast.yosef), Among(**among), [Question(definition, month)])
    return found.get((0, ""), Count(0, 0, 0))


@pytest.mark.parametrize("seed", range(3))
def test_every_indicator_is_what_its_definition_says(cast: Cast, crowd: list[Engagement], seed: int) -> None:
    scattered(crowd, seed)
    mine = [one.definition for one in indicators(people.TODAY, cases.TKM)]
    span = Definition("span", Part("visits", SPAN, 2, 4, months=3, absent="zero"), "running")
    for month in (Month(2026, 6), OCTOBER):
        for one in (*mine, span):
            assert asked(cast, one, month, programme=cases.TKM) == counted(one, facts(one), month), one.code


def test_the_health_of_cooperatives_is_asked_of_cooperatives_alone(cast: Cast, crowd: list[Engagement]) -> None:
    """Three of nine mentees are cooperatives; the others are not 'not reported' but not asked."""
    health = next(one.definition for one in indicators(people.TODAY) if one.code == "health-fair")
    assert asked(cast, health, programme=cases.TKM) == Count(0, 0, 3)
    tally(people.TODAY)
    assert asked(cast, health, programme=cases.TKM) == Count(0, 0, 3)
    shown_behind = behind(people.look(cast.yosef), Among(cases.TKM), Question(health, OCTOBER), UNREPORTED)
    found = Engagement.objects.filter(pk__in=shown_behind)
    assert {one.pk for one in found} == {one.pk for one in crowd[::3]}


def test_many_questions_are_one_statement(cast: Cast, crowd: list[Engagement], at_most_queries: Any) -> None:
    """And one before it: which of them stand ready."""
    questions = [Question(one.definition, OCTOBER) for one in indicators(people.TODAY)]
    yosef = people.look(cast.yosef)
    with at_most_queries(2):
        answers(yosef, Among(), questions, "regency")


def test_the_mentorings_behind_a_figure_are_as_many_as_it_says(cast: Cast, crowd: list[Engagement]) -> None:
    scattered(crowd, 7)
    yosef = people.look(cast.yosef)
    for one in indicators(people.TODAY, cases.TKM):
        if one.definition.counted == "mentees":
            count = asked(cast, one.definition)
            listed = {state: Engagement.objects.filter(pk__in=behind(
                yosef, Among(), Question(one.definition, OCTOBER), state)).count() for state in STATES}
            assert (listed[YES], listed[TOLD], listed[UNREPORTED]) == (count.part, count.whole, count.unreported)
            assert listed[NO] == count.whole - count.part


def test_nobody_is_counted_outside_the_own_area(cast: Cast, crowd: list[Engagement]) -> None:
    """Maria of another district sees none of Ratna's participants, and no group of them."""
    everybody = [Question(one.definition, OCTOBER) for one in indicators(people.TODAY, cases.TKM)]
    assert answers(people.look(cast.maria), Among(programme=cases.TKM), everybody, "regency") == {}
    assert sum(one.population for one in answers(people.look(cast.ratna), Among(), everybody[:1]).values()) >= 9


@pytest.mark.parametrize("area", [places.NTT, places.KUPANG, places.TTS])
def test_of_an_area_every_indicator_is_told_of_those_who_are_there_now(
    cast: Cast, crowd: list[Engagement], area: str
) -> None:
    """Four of nine moved to the next regency, with everything that was told of them before."""
    Engagement.objects.filter(pk__in=[one.pk for one in crowd[:4]]).update(village=places.KUATAE, regency=places.TTS)
    for one in crowd:
        one.refresh_from_db()
    scattered(crowd, 5)
    there = {str(one.pk) for one in crowd if one.regency.startswith(area)}
    for definition in (one.definition for one in indicators(people.TODAY, cases.TKM)):
        question = [Question(definition, OCTOBER)]
        known = [fact for fact in facts(definition) if fact.mentoring in there]
        told = answers(people.look(cast.sarlin), Among(programme=cases.TKM, area=area), question)
        assert told.get((0, ""), Count(0, 0, 0)) == counted(definition, known, OCTOBER), definition.code


def test_groups_add_up_to_the_whole(cast: Cast, crowd: list[Engagement]) -> None:
    scattered(crowd, 3)
    question = [Question(one.definition, OCTOBER) for one in indicators(people.TODAY, cases.TKM)]
    whole = answers(people.look(cast.yosef), Among(), question)
    for by in ("province", "regency", "cohort", "programme"):
        parts = answers(people.look(cast.yosef), Among(), question, by)
        for place in range(len(question)):
            told = [one for (at, _), one in parts.items() if at == place]
            assert sum(told, Count(0, 0, 0)) == whole.get((place, ""), Count(0, 0, 0))


def test_behind_papers_stand_those_with_any_and_how_many_of_how_many(cast: Cast, crowd: list[Engagement]) -> None:
    """Papers on time 1/2, 0/3 and 2/2 in October: five shares, each with its own mentorings."""
    Summary.objects.filter(measure__startswith="papers").delete()
    for host, on_time, papers in zip(crowd[:3], (1, 0, 2), (2, 3, 2), strict=True):
        _row(host, 10, "papers", papers)
        _row(host, 10, "papers_on_time", on_time)
    (one,) = (one for one in indicators(people.TODAY, cases.TKM) if one.definition.part.measure == "papers_on_time")
    question, yosef = Question(one.definition, OCTOBER), people.look(cast.yosef)
    listed = {state: set(Engagement.objects.filter(pk__in=behind(yosef, Among(), question, state)).values_list(
        "pk", flat=True)) for state in (YES, NO, TOLD)}
    first, late, whole = (host.pk for host in crowd[:3])
    assert listed == {YES: {first, whole}, NO: {first, late}, TOLD: {first, late, whole}}
    assert shown(question, [first, late, whole]) == {first: (1, 2), late: (0, 3), whole: (2, 2)}
    count = asked(cast, one.definition)
    assert (count.part, count.whole) == (3, 7)


def test_what_is_counted_by_the_month_shows_the_value_of_that_month(cast: Cast, crowd: list[Engagement]) -> None:
    """Visited four times in September and never in October."""
    host = crowd[0]
    Summary.objects.filter(measure="visits").delete()
    _row(host, 9, "visits", 4)
    one = next(one for one in indicators(people.TODAY, cases.TKM) if one.code == "visited")
    assert shown(Question(one.definition, OCTOBER), [host.pk]) == {host.pk: (0, None)}
    assert shown(Question(one.definition, Month(2026, 9)), [host.pk]) == {host.pk: (4, None)}


def test_no_cohort_is_a_group_of_its_own(cast: Cast, crowd: list[Engagement]) -> None:
    cohort = uuid7()
    Summary.objects.filter(engagement_id=crowd[0].pk).update(cohort_id=cohort)
    one = next(one for one in indicators(people.TODAY, cases.TKM) if one.code == "visited").definition
    whole = asked(cast, one, programme=cases.TKM).population
    assert asked(cast, one, programme=cases.TKM, cohort=NOBODY).population == whole - 1
    assert asked(cast, one, programme=cases.TKM, cohort=cohort).population == 1
