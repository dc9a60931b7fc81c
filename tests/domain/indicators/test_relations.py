"""Counts that cannot contradict each other, and published figures that do (C4, C5, product point 9)."""

from __future__ import annotations

from decimal import Decimal

from sidamping.domain.indicators.definitions import LATEST, Definition, Part, Relations
from sidamping.domain.indicators.published import Published, disputes

TURNOVER, RECORDS, WORKERS, ALL = "turnover-grew", "records-kept", "workers-added", "all-three"


def definition(code: str, **relations: tuple[str, ...]) -> Definition:
    return Definition(code, Part(code, LATEST, 1, 1), "begun", relations=Relations(**relations))


SUCCESS = (
    definition(TURNOVER), definition(RECORDS), definition(WORKERS),
    definition(ALL, intersection_of=(TURNOVER, RECORDS, WORKERS)),
)
BANDS = (
    definition("low", complements=("middle", "high")), definition("middle", complements=("low", "high")),
    definition("high", complements=("low", "middle")),
)


def codes(*told: Published) -> list[str]:
    return [one.code for one in disputes((*SUCCESS, *BANDS), told)]


def test_all_three_reached_by_179_while_139_added_workers_cannot_be() -> None:
    """The paper's own figures of 2024 (C5)."""
    told = [Published(TURNOVER, 3000, 1296), Published(RECORDS, 3000, 1839), Published(WORKERS, 3000, 139),
            Published(ALL, 3000, 179)]
    found = disputes(SUCCESS, told)
    assert [one.code for one in found] == ["INDICATORS_002"]
    assert found[0].values["seen"] == "179"
    assert found[0].values["count"] == "139"


def test_text_and_table_of_one_paper_name_different_counts() -> None:
    """37.43 % of 3,000 is 1,123, the table says 1,296; 57.93 % is 1,738, not 1,839; 5.97 % is 179, not 139 (C4)."""
    said = {TURNOVER: ("37.43", 1296), RECORDS: ("57.93", 1839), WORKERS: ("5.97", 139)}
    told = [one for name, (percent, count) in said.items()
            for one in (Published(name, 3000, None, Decimal(percent)), Published(name, 3000, count))]
    found = disputes(SUCCESS, told)
    assert [one.code for one in found] == ["INDICATORS_007"] * 3
    assert [one.values["first"] for one in found] == ["1.123", "1.738", "179"]


def test_shares_by_intensity_are_whole_counts_of_three_thousand() -> None:
    """31.07, 58.90 and 10.03 percent of 3,000 are 932, 1,767 and 301, and add up (C5)."""
    told = [Published("low", 3000, 932, Decimal("31.07")), Published("middle", 3000, 1767, Decimal("58.90")),
            Published("high", 3000, 301, Decimal("10.03"))]
    assert disputes(BANDS, told) == []


def test_complements_that_do_not_add_up_are_told() -> None:
    assert codes(Published("low", 100, 30), Published("middle", 100, 60), Published("high", 100, 11)) == [
        "INDICATORS_004"
    ]


def test_more_than_the_whole_is_told() -> None:
    assert codes(Published(TURNOVER, 100, 101)) == ["INDICATORS_001"]


def test_large_parts_overlap_by_what_does_not_fit() -> None:
    """90, 80 and 70 of 100 leave at least 40 in all three."""
    parts = [Published(TURNOVER, 100, 90), Published(RECORDS, 100, 80), Published(WORKERS, 100, 70)]
    assert codes(*parts, Published(ALL, 100, 39)) == ["INDICATORS_003"]
    assert codes(*parts, Published(ALL, 100, 40)) == []


def test_count_and_percentage_of_one_line_agree_within_its_decimals() -> None:
    assert codes(Published(TURNOVER, 3000, 1296, Decimal("43.2"))) == []
    assert codes(Published(TURNOVER, 3000, 1296, Decimal("37.43"))) == ["INDICATORS_005"]


def test_percentage_that_no_count_gives_is_told() -> None:
    """Of 7, 14.29 % is one and 28.57 % are two; 20.00 % is nobody's."""
    assert codes(Published(TURNOVER, 7, None, Decimal("20.00"))) == ["INDICATORS_006"]


def test_figures_of_different_wholes_do_not_dispute() -> None:
    assert codes(Published(WORKERS, 3000, 139), Published(ALL, 5000, 179)) == []
