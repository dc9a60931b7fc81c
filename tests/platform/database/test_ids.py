"""Identifiers: made in the order of their birth, read without a fault from what somebody typed."""

from __future__ import annotations

import pytest

from sidamping.platform.database.ids import read_id, uuid7


def test_an_identifier_is_read_back_from_its_text():
    made = uuid7()
    assert read_id(str(made)) == made


@pytest.mark.parametrize("typed", ["", " ", "42", "bukan-kode", "0190f2c0-0000-7000-8000-00000000000", "\x00" * 32])
def test_a_text_that_is_no_identifier_is_none(typed: str):
    assert read_id(typed) is None


def test_identifiers_sort_by_birth():
    made = [uuid7() for _number in range(3)]
    assert [one.version for one in made] == [7, 7, 7]
    assert made[0].int >> 80 <= made[1].int >> 80 <= made[2].int >> 80
