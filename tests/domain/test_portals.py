"""Comparing with another system: matched by number first, empty is not zero, the same written otherwise is the same."""

from __future__ import annotations

from datetime import date

import pytest

from sidamping.domain.portals import Difference, Row, Value, comparable, keys_of, reconciled

KINDS = {"nik": "code", "legal": "code", "name": "text", "members": "number", "held": "day"}
COMPARED = {"name": "text", "members": "number", "held": "day"}


def row(name: str, **values: Value) -> Row:
    told: dict[str, Value] = {"name": name, **values}
    return Row(name, keys_of(told, ("nik", "legal"), KINDS), told)


OURS = [
    row("KSP Bolok", nik="5301050010001", members=24, held=date(2026, 3, 14)),
    row("Tani Makmur", nik="", legal="518/BH/XXI.3/2016", members=None),
    row("Kopdes Tarus", nik="5301050010003", members=0),
    row("Nelayan Jaya", nik="5301050010004", members=9),
]
THEIRS = [
    row("K.S.P. BOLOK", nik="5301 0500 10001", members="24", held=date(2026, 3, 14)),
    row("Tani Makmur", nik="5301050010002", legal="518/bh/xxi.3/2016", members="30"),
    row("Kopdes Tarus", nik="5301050010003", members=""),
    row("Kopdes Baru", nik="5301050010009", members="11"),
    row("Kopdes Baru lagi", nik="5301050010009", members="11"),
]


def test_each_row_stands_in_exactly_one_list() -> None:
    made = reconciled(OURS, THEIRS, COMPARED)
    assert made.alike == 0 and [one.name for one in made.ours_alone] == ["Nelayan Jaya"]
    assert [one.name for one in made.theirs_alone] == ["Kopdes Baru", "Kopdes Baru lagi"]
    assert [one.name for one, _told in made.differing] == ["KSP Bolok", "Tani Makmur", "Kopdes Tarus"]


def test_a_number_nobody_told_is_not_zero() -> None:
    told = dict((one.name, pairs) for one, pairs in reconciled(OURS, THEIRS, COMPARED).differing)
    assert told["Tani Makmur"] == (Difference("members", None, "30"),)
    assert told["Kopdes Tarus"] == (Difference("members", 0, ""),)


def test_a_number_that_stands_twice_is_told() -> None:
    assert reconciled(OURS, THEIRS, COMPARED).doubled == ("nik:5301050010009",)


def test_a_column_they_do_not_have_is_not_compared() -> None:
    assert reconciled([row("A", nik="1", members=4)], [row("A", nik="1")], COMPARED).alike == 1


@pytest.mark.parametrize(
    ("ours", "theirs", "kind"),
    [(1_250_000, "Rp1.250.000,00", "money"), (0, "0", "number"), ("518/BH/XXI.3", "518 bh xxi 3", "code"),
     ("Maju, Jaya", "MAJU JAYA", "text"), (None, "", "money")],
)
def test_the_same_written_otherwise_is_the_same(ours: Value, theirs: Value, kind: str) -> None:
    assert comparable(ours, kind) == comparable(theirs, kind)


def test_without_a_number_a_name_that_stands_once_on_each_side_is_the_same() -> None:
    ours = [row("Tenun Nona Dala", members=12), row("Kopdes Tarus", nik="5301050010003"), row("Sinar"), row("Sinar")]
    theirs = [row("TENUN NONA DALA", members="14"), row("Kopdes Tarus", nik="5301050010099"), row("Sinar")]
    made = reconciled(ours, theirs, COMPARED)
    assert made.differing == ((ours[0], (Difference("members", 12, "14"),)),)
    assert [one.name for one in made.ours_alone] == ["Kopdes Tarus", "Sinar", "Sinar"], "two numbers are two rows"
    assert [one.name for one in made.theirs_alone] == ["Kopdes Tarus", "Sinar"], "of two Sinar nobody knows which"
