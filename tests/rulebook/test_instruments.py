"""The instruments of the rulebook: no seam between bands, published results, versions by day, categories by total."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sidamping.domain.scoring.engine import score
from sidamping.domain.scoring.filling import read_filling
from sidamping.domain.scoring.instrument import Component, Instrument
from sidamping.domain.scoring.outcome import Outcome
from sidamping.rules.in_force import NotInForce, names
from sidamping.rules.instruments import instrument, pinned_instrument, versions
from sidamping.rules.loader import read_yaml

PUBLISHED = read_yaml((Path(__file__).parent / "data" / "health.yaml").read_bytes())
ALL = [one for name in names("instruments") for one in versions(name)]
SCALED: list[tuple[Instrument, Component]] = [
    (one, component) for one in ALL for component in one.components if component.scale is not None
]
RATIOS = st.fractions(min_value=-50, max_value=250, max_denominator=10_000) | st.integers(-5, 130).map(Fraction)


def result(name: str, version: str, data: Any, method: str = "table") -> Outcome:
    used = pinned_instrument(name, version)
    return score(used, read_filling(used, data), on=date(2020, 12, 31), method=method)


def by_key(made: Outcome) -> dict[str, Any]:
    return {one.component.key: one for one in made.components}


@given(st.sampled_from(SCALED), RATIOS)
def test_every_ratio_has_exactly_one_band_and_a_score_within_its_maximum(
    pair: tuple[Instrument, Component], x: Fraction
) -> None:
    _, component = pair
    assert component.scale is not None and component.max is not None
    holding = [one for one in component.scale.bands if one.interval.holds(x)]
    assert holding == [component.scale.band(x)]
    band = holding[0]
    score_there = band.score if band.score is not None else band.value_at(x) * (component.weight or 0) / 100
    assert 0 <= score_there <= component.max


@given(RATIOS)
def test_the_text_of_a_rule_gives_a_value_from_0_to_100_everywhere(x: Fraction) -> None:
    for one in (one for _, one in SCALED if one.text is not None):
        assert one.text is not None
        if one.within is None or one.within.holds(x):
            assert 0 <= one.text.scale.band(x).value_at(x) <= 100


@pytest.mark.parametrize("case", PUBLISHED, ids=[one["id"] for one in PUBLISHED])
def test_a_published_result_comes_out_as_recomputed_by_hand(case: dict[str, Any]) -> None:
    made = result(case["instrument"], case["regime"], case["given"])
    lines, expect = by_key(made), case["expect"]
    for key, ratio in expect.get("ratios", {}).items():
        places = max(0, -ratio.as_tuple().exponent) if isinstance(ratio, Decimal) else 0
        assert abs(Fraction(lines[key].ratio) - Fraction(ratio)) <= Fraction(1, 10**places), key
    assert {key: lines[key].score for key in expect.get("scores", {})} == _exact(expect.get("scores", {}))
    aspects = {one.aspect.key: one.score for one in made.aspects}
    assert {key: aspects[key] for key in expect.get("aspect_scores", {})} == _exact(expect.get("aspect_scores", {}))
    if "total" in expect:
        assert made.total == Fraction(expect["total"])
    if "category" in expect:
        assert made.category is not None and made.category.id.lower() == expect["category"]
    for name, amount in expect.get("derived", {}).items():
        assert dict(made.derived)[name] == Fraction(amount)
    text = by_key(result(case["instrument"], case["regime"], case["given"], "text"))
    assert {key: text[key].score for key in expect.get("text_scores", {})} == _exact(expect.get("text_scores", {}))


def test_where_a_source_differs_from_the_rule_the_reason_is_written_down() -> None:
    differing = {one["id"]: one["source_differs"] for one in PUBLISHED if "source_differs" in one}
    assert set(differing) == {
        "nagara-2014",
        "nagara-2015",
        "nagara-2016",
        "surakarta-kpri-pasu-2011",
        "gurindam-2016-2018-average",
    }
    assert all(one["in"] and len(one["reason"]) > 10 for one in differing.values())


@pytest.mark.parametrize(
    ("version", "total", "category"),
    [
        ("perdep-06-2016", "100", "Sehat"),
        ("perdep-06-2016", "80", "Sehat"),
        ("perdep-06-2016", "79.99", "Cukup Sehat"),
        ("perdep-06-2016", "66", "Cukup Sehat"),
        ("perdep-06-2016", "65.99", "Dalam Pengawasan"),
        ("perdep-06-2016", "65.98", "Dalam Pengawasan"),
        ("perdep-06-2016", "51", "Dalam Pengawasan"),
        ("perdep-06-2016", "50.99", "Dalam Pengawasan Khusus"),
        ("perdep-06-2016", "0", "Dalam Pengawasan Khusus"),
        ("permen-14-2009", "80", "Sehat"),
        ("permen-14-2009", "79.99", "Cukup Sehat"),
        ("permen-14-2009", "60", "Cukup Sehat"),
        ("permen-14-2009", "59.99", "Kurang Sehat"),
        ("permen-14-2009", "39.99", "Tidak Sehat"),
        ("permen-14-2009", "19.99", "Sangat Tidak Sehat"),
    ],
)
def test_the_lower_end_of_a_category_belongs_to_it(version: str, total: str, category: str) -> None:
    made = result("ksp-health", version, {"total": Decimal(total)})
    assert made.category is not None and made.category.id == category


@pytest.mark.parametrize(
    ("version", "total", "category"),
    [
        ("perdep-07-2016-syariah", "80", "Sehat"),
        ("perdep-07-2016-syariah", "79.99", "Cukup Sehat"),
        ("permen-35-3-2007", "80", "Cukup Sehat"),
        ("permen-35-3-2007", "80.01", "Sehat"),
        ("permen-35-3-2007", "50", "Tidak Sehat"),
    ],
)
def test_sharia_categories_keep_the_ends_of_their_own_rule(version: str, total: str, category: str) -> None:
    made = result("ksp-health-syariah", version, {"total": Decimal(total)})
    assert made.category is not None and made.category.id == category


@pytest.mark.parametrize("one", ALL, ids=[one.version for one in ALL])
def test_a_version_holds_from_its_day_and_not_the_day_before(one: Instrument) -> None:
    starts = date.fromisoformat(one.version.rpartition("/")[2])
    assert instrument(one.name, starts).version == one.version
    try:
        before = instrument(one.name, starts - timedelta(days=1)).version
    except NotInForce:
        before = ""
    assert before < one.version


def test_99_percent_own_capital_to_risky_loans_scored_90_in_2009_and_100_in_2016() -> None:
    assert by_key(result("ksp-health", "permen-14-2009", {"ratios": {"ms_pb": 99}}))["ms_pb"].value == 90
    assert by_key(result("ksp-health", "perdep-06-2016", {"ratios": {"ms_pb": 99}}))["ms_pb"].value == 100


def test_20_percent_own_capital_scored_50_in_2009_and_25_in_2016() -> None:
    assert by_key(result("ksp-health", "permen-14-2009", {"ratios": {"ms_ta": 20}}))["ms_ta"].value == 50
    assert by_key(result("ksp-health", "perdep-06-2016", {"ratios": {"ms_ta": 20}}))["ms_ta"].value == 25


def _exact(given: dict[str, Any]) -> dict[str, Fraction]:
    return {key: Fraction(value) for key, value in given.items()}
