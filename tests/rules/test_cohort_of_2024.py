"""A cohort of 3,000 built from the distributions published for 2024 gives the published shares back (C1, C5).

Only counts are made; each share comes out of them. Where the paper rounds otherwise, the count nearest to it stands.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from sidamping.domain.cohorts.contacts import HIGH, LOW, MIDDLE, band_of
from sidamping.domain.indicators.counts import Count, Fact, counted
from sidamping.domain.indicators.relations import contradictions
from sidamping.domain.periods import Month
from sidamping.rules.books import programme
from sidamping.rules.indicators import indicators
from sidamping.rules.programme_rules import dose_of

END, ON, WHOLE = Month(2024, 12), date(2024, 12, 31), 3000
CONTACTS = {0: 100, 1: 300, 2: 532, 3: 1000, 4: 767, 5: 201, 6: 100}
"""932 met up to twice, 1,767 three or four times, 301 more often."""
TECHNOLOGY = {3: 1290, 2: 930, 1: 780}
SECTORS = {5: 1082, 3: 961, 1: 633, 2: 234, 4: 90}
PUBLISHED = {
    "intensity-low": "31.07", "intensity-middle": "58.90", "intensity-high": "10.03",
    "technology-skilled": "43", "technology-able": "31", "technology-weak": "26",
    "sector-farming": "36.1", "sector-food": "21.1", "sector-creative": "7.8", "sector-fishery": "3.0",
}


@pytest.fixture(scope="module")
def told() -> dict[str, Count]:
    """Every indicator of the programme over the cohort."""
    dose, _ = dose_of(programme("tkm-lanjutan-2024", ON), on=ON, area="")
    place = {LOW: 1, MIDDLE: 2, HIGH: 3}
    bands = {contacts: place[band_of(dose.bands, contacts)] for contacts in CONTACTS}
    facts = [Fact(str(who), END, "started", 1) for who in range(WHOLE)]
    facts += _spread("intensity", [(bands[contacts], count) for contacts, count in CONTACTS.items()])
    facts += _spread("technology", list(TECHNOLOGY.items())) + _spread("sector", list(SECTORS.items()))
    defined = [one for one in indicators(ON, "tkm-lanjutan-2024") if one.group in ("intensity", "profile")]
    return {one.code: counted(one.definition, facts, END) for one in defined}


@pytest.mark.parametrize(("code", "share"), PUBLISHED.items())
def test_the_cohort_of_2024_gives_the_published_shares(told: dict[str, Count], code: str, share: str) -> None:
    count = told[code]
    assert count.whole == count.population == WHOLE
    decimals = len(share.partition(".")[2])
    assert round(count.share.percent or Fraction(0), decimals) == Fraction(share)


def test_nothing_of_it_contradicts_itself(told: dict[str, Count]) -> None:
    definitions = [one.definition for one in indicators(ON, "tkm-lanjutan-2024")]
    assert contradictions(definitions, {code: count.part for code, count in told.items()}, WHOLE) == []


def _spread(measure: str, values: list[tuple[int, int]]) -> list[Fact]:
    told = [value for value, count in values for _ in range(count)]
    assert len(told) == WHOLE
    return [Fact(str(who), END, measure, value) for who, value in enumerate(told)]
