"""Whatever a file holds, an instrument scores it or refuses it with codes; it never breaks down."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from sidamping.domain.problems import Refused
from sidamping.domain.scoring.alternatives import compare
from sidamping.domain.scoring.engine import score
from sidamping.domain.scoring.filling import SECTIONS, read_filling
from sidamping.domain.scoring.instrument import Instrument
from sidamping.domain.scoring.raising import raised_from
from sidamping.rules.in_force import names
from sidamping.rules.instruments import versions
from tests.domain.scoring.small import DAY

ALL = [one for name in names("instruments") for one in versions(name)]
WORDS = st.sampled_from(["ya", "tidak", "K", "BK", "x", "", "1.000", 0.5])
SMALL = st.none() | st.booleans() | st.integers(-5, 200) | WORDS
VALUES = st.recursive(
    SMALL,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["1", "2", "ya", "name", "amount", "weight", "mu", "x"]), inner, max_size=3)
    ),
    max_leaves=6,
)


def keys(one: Instrument) -> list[str]:
    found = {*one.fields, *one.lists, *one.by_key, *(aspect.key for aspect in one.aspects), "x", "mu_1", "alternatives"}
    return sorted(found)


@st.composite
def fillings(draw: st.DrawFn) -> tuple[Instrument, Any]:
    one = draw(st.sampled_from(ALL))
    row = st.dictionaries(st.sampled_from(keys(one)), VALUES, max_size=8)
    sections = st.sampled_from([*SECTIONS, "alternatives", "weights"])
    return one, draw(st.dictionaries(sections, row | VALUES, max_size=4) | row)


@settings(max_examples=400, deadline=None)
@given(fillings(), st.sampled_from(["table", "text"]))
def test_any_filling_is_scored_or_refused_with_codes(case: tuple[Instrument, Any], method: str) -> None:
    used, data = case
    try:
        if used.comparison is not None:
            json.dumps(compare(used, data, on=DAY).plain())
            return
        filling = read_filling(used, data)
        made = score(used, filling, on=DAY, method=method)
    except Refused as refused:
        assert refused.problems and all(one.text("id") and one.text("en") for one in refused.problems)
        return
    json.dumps(made.plain())
    assert made.total is None or 0 <= made.total <= used.total
    assert 0 <= made.coverage <= 1
    found = raised_from(made, filling)
    assert found.steps or found.why is not None or found.next is None
