"""Before and after need one ruler; with two, what the ruler changed stands apart from what the cooperative changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from sidamping.domain.problems import Refused
from sidamping.domain.scoring.delta import Rulers, delta, rulers
from tests.domain.scoring.small import DAY, INSTRUMENT, LOANS, WORD, bands, scored

DATA = {"inputs": {"pinjaman_anggota": 3, "pinjaman_diberikan": 4}}
STRICT = bands(("(-inf, 50]", 0), ("(50, 80]", 50), ("(80, inf)", 100))
STRICTER = replace(
    INSTRUMENT,
    version="uji/2021-01-01",
    sha256="1" * 64,
    components=(replace(LOANS, scale=STRICT), *INSTRUMENT.components[1:]),
)


def both(before: dict[str, Any], after: dict[str, Any], **changes: Any) -> Rulers:
    new = replace(STRICTER, **changes)
    return rulers(INSTRUMENT, new, before, after, before_on=DAY, after_on=date(2021, 12, 31))


def test_before_and_after_need_the_same_ruler() -> None:
    before, after = scored({"answers": {"mu": 1}}), scored({"answers": {"mu": 3}})
    assert delta(before, after) == {"vpa": None, "mu": 20, "total": 20}
    with pytest.raises(Refused) as refused:
        delta(before, scored(DATA, sha256="1" * 64, version="uji/2021-01-01"))
    assert refused.value.codes == ["SCORING_019"]
    assert "uji/2020-01-01" in str(refused.value) and "uji/2021-01-01" in str(refused.value)
    with pytest.raises(Refused):
        delta(before, scored({"answers": {"mu": 3}}, "text"))


def test_totals_over_different_parts_are_not_compared() -> None:
    before, after = scored({"answers": {"mu": 1}}), scored({**DATA, "answers": {"mu": 3}})
    assert delta(before, after) == {"vpa": None, "mu": 20, "total": None}
    assert delta(scored({"answers": {"mu": {1: "ya"}}}), scored({"answers": {"mu": 3}}))["total"] is None
    assert delta(scored({"total": 30}), scored({"answers": {"mu": 3}}))["total"] is None
    assert delta(scored({"total": 30}), scored({"total": 50}))["total"] == 20


def test_a_changed_ruler_stands_apart_from_a_changed_score() -> None:
    made = both({**DATA, "answers": {"mu": 2}}, {"ratios": {"vpa": 90}, "answers": {"mu": 3}})
    assert (made.before_old.total, made.before_new.total, made.after_new.total) == (80, 50, 100 - 10)
    assert (made.ruler, made.change) == (-30, 40)
    assert [(one.key, one.ruler, one.change) for one in made.lines] == [("vpa", -30, 30), ("mu", 0, 10)]
    assert [one.instrument.version for one in (made.before_old, made.before_new, made.after_new)] == [
        "uji/2020-01-01",
        "uji/2021-01-01",
        "uji/2021-01-01",
    ]


def test_components_that_only_one_ruler_has_are_shown_without_a_difference() -> None:
    other = replace(LOANS, key="baru", label=WORD)
    made = both(DATA, DATA, components=(other, *INSTRUMENT.components[1:]))
    assert [(one.key, one.in_old, one.in_new, one.ruler) for one in made.lines] == [
        ("baru", False, True, None),
        ("mu", True, True, None),
        ("vpa", True, False, None),
    ]


def test_what_is_partial_has_no_difference_of_totals() -> None:
    made = both(DATA, {**DATA, "answers": {"mu": 4}})
    assert (made.ruler, made.change) == (None, None)
    assert made.lines[0].ruler == -30


def test_two_instruments_are_not_two_versions() -> None:
    with pytest.raises(Refused) as refused:
        both(DATA, DATA, name="lain")
    assert refused.value.codes == ["SCORING_019"]
