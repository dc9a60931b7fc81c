"""When a paper runs out, whether a threshold is reached, who licenses by where members live (E5)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from sidamping.domain.licences.standing import Threshold, last_tax_year, level_of, paper_state
from sidamping.domain.licences.statements import sound

ENDS = date(2026, 12, 31)


@pytest.mark.parametrize(
    "days, state", [(91, "valid"), (90, "expiring"), (1, "expiring"), (0, "expiring"), (-1, "expired")]
)
def test_a_paper_warns_before_its_end(days: int, state: str) -> None:
    assert paper_state(ENDS, ENDS - timedelta(days=days), 90) == state


def test_a_paper_without_an_end_stays_valid() -> None:
    assert paper_state(None, ENDS, 90) == "valid"


@pytest.mark.parametrize(
    "seen, state", [(None, "unknown"), (0, "short"), (14_999_999, "short"), (15_000_000, "met")]
)
def test_a_threshold_is_reached_at_its_amount(seen: int | None, state: str) -> None:
    assert Threshold(15_000_000, seen).state == state


@pytest.mark.parametrize(
    "regencies, level",
    [((), ""), (("53.01",), "regency"), (("53.01", "53.02"), "province"), (("53.01", "52.03"), "national")],
)
def test_membership_tells_who_licenses(regencies: tuple[str, ...], level: str) -> None:
    assert level_of(regencies) == level


def test_the_final_tax_counts_the_year_of_registration() -> None:
    assert last_tax_year(date(2023, 12, 31), 4) == 2026


@pytest.mark.parametrize(
    "key, value, fits",
    [("capital", "0", True), ("capital", "-1", False), ("capital", "1.000", False), ("capital", "٣", False),
     ("level", "province", True), ("level", "moon", False), ("candidates", "yes", True), ("candidates", "maybe", False),
     ("weather", "yes", False)],
)  # fmt: skip
def test_only_sound_statements_are_kept(key: str, value: str, fits: bool) -> None:
    assert sound(key, value, ("candidates",)) is fits
