"""What leaves as a form comes back as an instrument that gives the same points; what a form cannot carry is refused."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sidamping.domain.problems import Refused
from sidamping.domain.scoring.engine import score
from sidamping.domain.scoring.filling import read_filling
from sidamping.domain.scoring.instrument import Instrument
from sidamping.domain.scoring.sheet import Item, filling_data, sheet
from sidamping.edges.exchange.xlsform.read import FormRead, read_workbook, written
from sidamping.edges.exchange.xlsform.write import workbook_of
from sidamping.rules.in_force import names
from sidamping.rules.instruments import versions
from sidamping.rules.loader import read_yaml, thaw
from tests.edges.exchange.sheets import form

DAY = date(2026, 11, 5)
EVERY = [one for name in sorted(names("instruments")) for one in versions(name)]
BANDED = {"ksp-health", "ksp-health-syariah", "coop-health", "policy-lab"}
CARRIED = [one for one in EVERY if one.name not in BANDED]


def test_the_instruments_without_bands_are_carried() -> None:
    assert {"modern-coop", "business-success", "ksp-ranking", "mentor-competence", "tpkm-selection"} <= {
        one.name for one in CARRIED
    }


@pytest.mark.parametrize("instrument", CARRIED, ids=lambda one: one.version)
def test_it_comes_back_and_scores_the_same(instrument: Instrument) -> None:
    back = _back(instrument)
    assert (back.name, back.starts.isoformat()) == (instrument.name, instrument.version.rpartition("/")[2][:10])
    assert back.instrument.status == "contoh", "what somebody uploaded is never more than a sample"
    for values in _fillings(instrument):
        ours, theirs = (_scored(one, values) for one in (instrument, back.instrument))
        assert theirs == ours


@pytest.mark.parametrize("instrument", CARRIED, ids=lambda one: one.version)
def test_labels_sources_and_weights_come_back(instrument: Instrument) -> None:
    back = _back(instrument).instrument
    assert back.title == instrument.title
    assert back.subject == instrument.subject and back.respondent == instrument.respondent
    assert [(one.key, one.label, one.weight, one.cite) for one in back.aspects] == [
        (one.key, one.label, one.weight, one.cite) for one in instrument.aspects
    ]
    assert [(one.key, one.label, one.weight, one.cite) for one in back.components] == [
        (one.key, one.label, one.weight, one.cite) for one in instrument.components
    ]
    assert back.notices == instrument.notices


@pytest.mark.parametrize("instrument", CARRIED, ids=lambda one: one.version)
def test_a_second_journey_changes_nothing(instrument: Instrument) -> None:
    once = _back(instrument)
    twice = read_workbook("lagi.xlsx", workbook_of(once.instrument))
    assert twice.data == once.data and twice.sha256 == once.sha256


@pytest.mark.parametrize("instrument", [one for one in EVERY if one.name in BANDED], ids=lambda one: one.version)
def test_bands_and_comparisons_are_refused_with_their_rows(instrument: Instrument) -> None:
    with pytest.raises(Refused) as refused:
        _back(instrument)
    assert all(one.values["sheet"] == "survey" and one.values["row"] for one in refused.value.problems)
    assert set(refused.value.codes) <= {"EXCHANGE_004", "EXCHANGE_007", "EXCHANGE_013", "EXCHANGE_014",
                                        "EXCHANGE_015", "EXCHANGE_016", "EXCHANGE_018"}


def test_the_text_of_the_file_is_what_was_read() -> None:
    back = read_workbook("f.xlsx", form())
    assert thaw(read_yaml(back.content.encode())) == back.data


@given(st.recursive(
    st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc"), exclude_characters="\u2028\u2029\x85\ufeff"))
    | st.integers(-(10**6), 10**6) | st.decimals(-1000, 1000, places=3) | st.booleans(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.from_regex(r"[a-z]{1,8}", fullmatch=True), inner),
    max_leaves=8,
))
def test_any_text_and_number_survives_the_file(value: object) -> None:
    """Words such as 'no' or '1.0' stay words, decimals stay exact."""
    assert read_yaml(written({"value": value}).encode()) == {"value": value}


def _back(instrument: Instrument) -> FormRead:
    return read_workbook("formulir.xlsx", workbook_of(instrument))


def _fillings(instrument: Instrument) -> Iterator[dict[str, str]]:
    """Nothing but yes, nothing but no, half of it, and some drawn by a fixed chance."""
    items = [item for section in sheet(instrument) for item in section.items]
    yield {item.key: _value(item, 1) for item in items}
    yield {item.key: _value(item, 0) for item in items}
    yield {item.key: _value(item, 1) for item in items[::2]}
    chance = random.Random(7)
    yield {item.key: _value(item, chance.random()) for item in items}


def _value(item: Item, share: float) -> str:
    if item.within is None:
        return "ya" if share >= 0.5 else "tidak"
    assert item.within.low is not None and item.within.high is not None
    return str(round(item.within.low + (item.within.high - item.within.low) * int(share * 4) / 4))


def _scored(instrument: Instrument, values: dict[str, str]) -> tuple[object, ...]:
    made = score(instrument, read_filling(instrument, filling_data(instrument, values)), on=DAY).plain()
    lines = [(one["key"], one["value"], one["score"], one["max"]) for one in made["components"]]
    return made["total"], made["coverage"], lines
