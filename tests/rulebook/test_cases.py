"""Every worked example of the rulebook is a test of its own."""

from __future__ import annotations

import pytest

from sidamping.rules.cases import Case, cases, failed, result
from sidamping.rules.loader import book

EXAMPLES = list(cases(book()))


@pytest.mark.parametrize("case", EXAMPLES, ids=[f"{one.file}: {one.name}" for one in EXAMPLES])
def test_the_worked_example_comes_out_as_written(case: Case) -> None:
    assert result(book(), case) == dict(case.expect)
    assert failed(book(), case) == []


def test_each_rule_has_an_example_of_the_day_before_it_holds() -> None:
    before = {one.given["rule"] for one in EXAMPLES if one.expect == {"in_force": False}}
    assert before == {file.name for file in book().kind("rules")}
