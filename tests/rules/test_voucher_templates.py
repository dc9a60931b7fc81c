"""Ready-made templates fit the charts they are for, and say what no single purpose says."""

from __future__ import annotations

import pytest

from sidamping.domain.ledger.plain import IN, MOVE, OUT, not_offered
from sidamping.rules.charts import KIND, MICRO, pinned_chart
from sidamping.rules.loader import book
from sidamping.rules.voucher_templates import ready_templates

VERSIONS = [one for one in book().files if one.startswith(f"{KIND}/") and not one.startswith(f"{KIND}/{MICRO}/")]


@pytest.mark.parametrize("version", VERSIONS)
def test_each_is_offered_by_the_form_of_its_chart_and_holds_several_purposes(version: str) -> None:
    chart, found = pinned_chart(version), ready_templates(version.split("/")[1])
    assert {one.told.way for one in found} == {"in", "out", MOVE}
    for one in found:
        assert not not_offered(one.told, chart), one.code
        assert one.told.way == MOVE or len(one.told.parts) > 1
        assert one.label.id and one.label.en


@pytest.mark.parametrize("version", [one for one in book().files if one.startswith(f"{KIND}/{MICRO}/")])
def test_those_of_a_small_business_say_one_thing_that_its_chart_knows(version: str) -> None:
    """Its form has two buttons: money comes into a purse or leaves one, for something that is no purse."""
    chart, found = pinned_chart(version), ready_templates(MICRO)
    assert {one.told.way for one in found} == {IN, OUT}
    for one in found:
        (part,) = one.told.parts
        assert chart.accounts[one.told.purse].cash and not chart.accounts[part.account].cash, one.code
    assert len({(one.told.way, one.told.purse, one.told.parts) for one in found}) == len(found)
