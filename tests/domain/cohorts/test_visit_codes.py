"""Codes of visits are easy to say and read back however they are typed."""

from __future__ import annotations

import pytest

from sidamping.domain.cohorts.visit_codes import code_from, read_code, spoken


def test_a_code_has_six_digits_even_when_small() -> None:
    assert (code_from("0f"), spoken(code_from("0f"))) == ("000015", "000 015")
    assert code_from("ffffffff") == "967295"


@pytest.mark.parametrize(("typed", "read"), [
    ("482913", "482913"), ("482 913", "482913"), (" 482-913 ", "482913"), ("482.913", "482913"),
    ("48291", None), ("4829134", None), ("48a913", None), ("", None), ("٤٨٢٩١٣", None),
])  # fmt: skip
def test_a_typed_code_is_read_without_its_spaces(typed: str, read: str | None) -> None:
    assert read_code(typed) == read
