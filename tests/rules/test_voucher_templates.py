"""Ready-made templates fit the charts they are for, and say what no single purpose says."""

from __future__ import annotations

from datetime import date

import pytest

from sidamping.domain.ledger.plain import MOVE, not_offered
from sidamping.rules.charts import MICRO, chart_names, chart_of
from sidamping.rules.voucher_templates import ready_templates


@pytest.mark.parametrize("name", [one for one in chart_names() if one != MICRO])
def test_each_is_offered_by_the_form_of_its_chart_and_holds_several_purposes(name: str) -> None:
    chart, found = chart_of(name, date(2026, 11, 5))[0], ready_templates(name)
    assert {one.told.way for one in found} == {"in", "out", MOVE}
    for one in found:
        assert not not_offered(one.told, chart), one.code
        assert one.told.way == MOVE or len(one.told.parts) > 1
        assert one.label.id and one.label.en
