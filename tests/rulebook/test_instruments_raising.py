"""From any complete filling of the health rules the steps lead to the next category, by table and by text."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sidamping.domain.scoring.engine import score
from sidamping.domain.scoring.filling import read_filling
from sidamping.domain.scoring.raising import raised_from, raising
from sidamping.domain.scoring.steps import step_text
from sidamping.rules.instruments import pinned_instrument
from tests.domain.scoring.small import DAY
from tests.domain.scoring.test_raising import applied
from tests.rulebook.test_instruments_ksp import ALL_YES, BEST, WORST

RATIOS = st.fixed_dictionaries({key: st.integers(0, 100) for key in BEST})
ANSWERS = st.fixed_dictionaries({key: st.integers(0, count) for key, count in ALL_YES.items()})


@settings(max_examples=60, deadline=None)
@given(RATIOS, ANSWERS, st.sampled_from(["permen-14-2009", "perdep-06-2016"]), st.sampled_from(["table", "text"]))
def test_the_steps_lead_to_the_next_category(ratios: Any, answers: Any, version: str, method: str) -> None:
    used = pinned_instrument("ksp-health", version)
    filling = read_filling(used, {"ratios": ratios, "answers": answers})
    made = score(used, filling, on=DAY, method=method)
    found = raised_from(made, filling)
    assert found.now == made.category
    if found.next is None:
        assert found.now == used.categories[0].label
        return
    after = score(used, applied(filling, found.steps), on=DAY, method=method)
    labels = [one.label for one in used.categories]
    assert after.category in labels[: labels.index(found.next) + 1]


def test_from_79_to_80_one_component_is_enough() -> None:
    used = pinned_instrument("ksp-health", "perdep-06-2016")
    ratios = {**BEST, "kas": 25, "vpa": 50, "ms_ta": 10}
    data = {"ratios": ratios, "answers": {**ALL_YES, "mu": 0}}
    made = score(used, read_filling(used, data), on=DAY)
    assert made.total == 80
    filling = read_filling(used, {**data, "answers": {**ALL_YES, "mu": 0, "ml": 4}})
    found = raising(used, filling, on=DAY)
    assert (found.needed, [one.component.key for one in found.steps]) == (Fraction("0.6"), ["vpa"])
    assert step_text(found.steps[0]).id.endswith("naikkan menjadi lebih dari 50 persen.")


def test_from_the_lowest_to_the_next_six_components_fall_short_of_40_75_points() -> None:
    """10 + 7.5 + 6 + 6 + 5.25 + 5 = 39.75, so it takes a seventh."""
    used = pinned_instrument("ksp-health", "perdep-06-2016")
    filling = read_filling(used, {"ratios": WORST, "answers": dict.fromkeys(ALL_YES, 0)})
    found = raising(used, filling, on=DAY)
    assert found.needed == Fraction("40.75")
    assert len(found.steps) == 7


def test_an_amount_that_stands_in_several_ratios_is_told() -> None:
    used = pinned_instrument("ksp-health", "perdep-06-2016")
    filling = read_filling(used, {"ratios": {**BEST, "ldr": 10, "vpa": 10, "kas": 30}, "answers": ALL_YES})
    found = raising(used, filling, on=DAY)
    (note,) = found.notes
    assert (note.code, note.where) == ("SCORING_046", "vpa")
    assert note.values["amounts"] == "pinjaman_diberikan"


@pytest.mark.parametrize(("name", "version"), [("coop-health", "2021-01-01"), ("ksp-health-syariah", "2016-04-01")])
def test_an_instrument_with_unknown_parts_says_that_it_cannot_tell(name: str, version: str) -> None:
    used = pinned_instrument(name, version)
    one = next(one for one in used.components if one.unknown is None or one.formulas)
    found = raising(used, read_filling(used, {"ratios": {one.key: 50}}), on=DAY)
    assert found.steps == () and found.why is not None
