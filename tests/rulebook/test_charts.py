"""Charts of accounts in the rulebook are whole: no account without a line, no line, code or role that leads nowhere."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from sidamping.domain.ledger.chart import GROUPS
from sidamping.rules.charts import MICRO, chart_names, chart_of, charts_on, lines_of_chart, pinned_chart
from sidamping.rules.in_force import NotInForce
from sidamping.rules.validate import check
from tests.rules.test_validate import spoil

FILE = "charts/ksp/2026-01-01.yaml"


def test_both_kinds_of_cooperatives_have_a_chart_from_2026_on() -> None:
    assert chart_names() == ("ksp", MICRO, "sektor-riil")
    assert [name for name, _title in charts_on(date(2026, 1, 1))] == ["ksp", "sektor-riil"]
    made, rule = chart_of("ksp", date(2026, 1, 1))
    assert (rule.path, {one.group for one in made.accounts.values()}) == (FILE, set(GROUPS))
    with pytest.raises(NotInForce):
        chart_of("ksp", date(2025, 12, 31))


def test_a_book_keeps_the_chart_it_was_opened_on() -> None:
    made, rule = chart_of("ksp", date(2026, 11, 22))
    assert pinned_chart("ksp/2026-01-01") == pinned_chart(rule.path) == made
    assert lines_of_chart("ksp/2026-01-01")[0].code == "kas"


def test_savings_are_kept_per_member_and_stand_where_the_law_puts_them() -> None:
    made, _ = chart_of("ksp", date(2026, 11, 22))
    groups = {role: made.role(role).group for role in ("principal_savings", "mandatory_savings", "voluntary_savings")}
    assert groups == {"principal_savings": "equity", "mandatory_savings": "equity", "voluntary_savings": "liabilities"}
    assert all(made.role(role).per_member for role in groups)


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("line: kas, cash", "line: kaas, cash", "RULEBOOK_007"),
        ("group: assets, line: kas, cash", "group: assets, cash", "RULEBOOK_007"),
        ('code: "1121"', 'code: "1110"', "RULEBOOK_008"),
        ("role: bank", "role: cash", "RULEBOOK_008"),
        ("group: assets, line: kas", "group: aset, line: kas", "RULEBOOK_005"),
        ("section: current-assets", "section: aset-lancar", "RULEBOOK_005"),
    ],
)
def test_a_broken_chart_is_found(tmp_path: Path, old: str, new: str, code: str) -> None:
    faults = check(spoil(tmp_path, FILE, old, new))
    assert code in {one.code for one in faults}
