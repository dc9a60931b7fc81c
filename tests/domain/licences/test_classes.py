"""Classes of savings-and-loan cooperatives at the edges of their limits, and the years of one auditor."""

from __future__ import annotations

import pytest

from sidamping.domain.licences.auditors import Rotation, Streak, streak
from sidamping.domain.licences.classes import Size, class_of

LIMITS = (
    Size(5_000, 2_500_000_000, 15_000_000_000), Size(10_000, 15_000_000_000, 100_000_000_000),
    Size(30_000, 50_000_000_000, 500_000_000_000),
)  # fmt: skip


@pytest.mark.parametrize(
    "members, capital, assets, expected",
    [
        (5_000, 2_500_000_000, 15_000_000_000, 1), (5_001, 1, 1, 2), (1, 2_500_000_001, 1, 2),
        (1, 1, 100_000_000_001, 3), (30_000, 50_000_000_000, 500_000_000_000, 3), (30_001, 1, 1, 4), (0, 0, 0, 1),
    ],
)  # fmt: skip
def test_a_class_is_the_first_whose_three_limits_hold(members: int, capital: int, assets: int, expected: int) -> None:
    assert class_of(Size(members, capital, assets), LIMITS) == expected


def test_what_is_not_known_has_no_class() -> None:
    assert class_of(Size(None, 1, 1), LIMITS) is None
    assert class_of(Size(1, None, 1), LIMITS) is None


def test_the_same_auditor_pauses_after_three_years_in_a_row() -> None:
    rule = Rotation(most=3, pause=2)
    assert streak({}, rule) is None
    assert streak({2024: "KAP Adi", 2025: "KAP Adi"}, rule) == Streak("KAP Adi", 2, None)
    assert streak({2023: "KAP Adi", 2024: "kap  adi", 2025: "KAP Adi"}, rule) == Streak("KAP Adi", 3, 2028)
    assert streak({2022: "KAP Adi", 2024: "KAP Adi", 2025: "KAP Adi"}, rule) == Streak("KAP Adi", 2, None)
    assert streak({2024: "KAP Adi", 2025: "KAP Budi"}, rule) == Streak("KAP Budi", 1, None)
