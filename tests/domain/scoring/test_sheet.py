"""An instrument as a sheet: amounts once, parts with their total, Indonesian numbers, faults at the item's key."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sidamping.domain.problems import Refused
from sidamping.domain.scoring.bands import interval
from sidamping.domain.scoring.filling import Filling, read_filling
from sidamping.domain.scoring.instrument import Component, Derived, Field, Instrument
from sidamping.domain.scoring.sheet import filling_data, flat, sheet
from sidamping.domain.scoring.typed import shown, typed
from tests.domain.scoring.small import INSTRUMENT, WORD

PARTS = ("kas", "bank", "kas_dan_bank", "kewajiban_lancar")
CASH = replace(
    INSTRUMENT.components[0],
    key="likuid",
    aspect="b",
    formulas=("cash_to_current_liabilities", "member_loans_to_loans"),
)
MARK = Component("sikap", WORD, "b", "mark", "s#1", "resmi", within=interval("[0, 100]"))
WIDER = replace(
    INSTRUMENT,
    fields={**INSTRUMENT.fields, **{name: Field(name, WORD) for name in PARTS}},
    derived={"kas_dan_bank": (Derived("kas_dan_bank", {"kas": 100, "bank": 100}),)},
    components=(*INSTRUMENT.components, CASH, MARK),
)


def keys(instrument: Instrument) -> dict[str, list[str]]:
    return {section.key: [item.key for item in section.items] for section in sheet(instrument)}


def read(values: dict[str, str]) -> Filling:
    return read_filling(WIDER, filling_data(WIDER, values))


def faults(values: dict[str, str]) -> list[tuple[str, str]]:
    with pytest.raises(Refused) as refused:
        read(values)
    return [(one.code, one.where) for one in refused.value.problems]


def test_an_amount_stands_once_in_the_first_section_that_needs_it() -> None:
    assert keys(WIDER) == {
        "a": ["inputs.pinjaman_anggota", "inputs.pinjaman_diberikan"],
        "b": [
            "inputs.kas",
            "inputs.bank",
            "inputs.kas_dan_bank",
            "inputs.kewajiban_lancar",
            *(f"answers.mu.{number}" for number in range(1, 5)),
            "inputs.sikap",
        ],
    }
    loans = sheet(WIDER)[0].items[0]
    assert loans.used_by == ("vpa", "likuid")


def test_a_total_that_its_parts_make_up_is_optional() -> None:
    optional = {item.key: item.optional for item in sheet(WIDER)[1].items}
    assert optional["inputs.kas_dan_bank"]
    assert not optional["inputs.kas"]


def test_an_amount_that_is_made_of_itself_is_asked_once() -> None:
    circle = {
        "kas_dan_bank": (Derived("kas_dan_bank", {"kas": 100}),),
        "kas": (Derived("kas", {"kas_dan_bank": 100}),),
    }
    assert sorted(keys(replace(WIDER, derived=circle))["b"][:3]) == [
        "inputs.kas",
        "inputs.kas_dan_bank",
        "inputs.kewajiban_lancar",
    ]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1.250.000", 1250000),
        ("1.250.000,50", 1250000.5),
        ("Rp 1.250.000", 1250000),
        ("rp1.250.000,-", 1250000),
        ("Rp. 5.000", 5000),
        ("1250000.5", 1250000.5),
        ("31.24", 31.24),
        ("0.125", 0.125),
        ("31,24", 31.24),
        ("1.250", 1250),
        ("1,250", 1.25),
        ("-5", -5),
        ("-Rp 5.000", -5000),
        ("Rp -5.000", -5000),
        (" 0 ", 0),
        ("", None),
        ("   ", None),
    ],
)
def test_numbers_are_read_as_indonesians_type_them(text: str, number: object) -> None:
    assert typed(text) == number


@pytest.mark.parametrize(
    "text",
    ["1250.000", "1,250,000", "1.25.000", "dua", "1e5", "5 ribu", "--5", "10%", "1,2,3", "0,1234567890123456789"],
)
def test_what_is_not_clearly_one_number_stays_a_text_and_is_refused_at_its_item(text: str) -> None:
    assert typed(text) == text
    assert faults({"inputs.kas": text}) == [("SCORING_004", "inputs.kas")]


@given(st.integers(-(10**15), 10**15) | st.decimals(-10_000, 10_000, places=3).map(float))
def test_a_number_shown_is_read_back_as_it_was(number: float) -> None:
    assert typed(shown(number)) == number


def test_a_typed_sheet_becomes_a_filling_and_comes_back() -> None:
    values = {
        "inputs.kas": "1.250.000,5",
        "inputs.sikap": "80",
        "inputs.bank": "",
        "answers.mu.1": "ya",
        "answers.mu.3": "tidak",
        "answers.mu.4": "",
        "lain": "x",
    }
    data: dict[str, Any] = filling_data(WIDER, values)
    assert data == {"inputs": {"kas": 1250000.5, "sikap": 80}, "answers": {"mu": {"1": "ya", "3": "tidak"}}}
    assert flat(data) == {key: value for key, value in values.items() if value and key != "lain"}
    filling = read(values)
    assert (filling.answers["mu"].yes, filling.answers["mu"].no) == (1, 1)


def test_what_was_typed_wrong_is_shown_again_as_typed() -> None:
    data = filling_data(WIDER, {"inputs.kas": "dua", "answers.mu.2": "entah"})
    assert flat(data) == {"inputs.kas": "dua", "answers.mu.2": "entah"}
    assert faults({"inputs.kas": "dua", "answers.mu.2": "entah"}) == [
        ("SCORING_004", "inputs.kas"),
        ("SCORING_008", "answers.mu.2"),
    ]


def test_a_part_above_its_whole_and_a_mark_out_of_range_are_refused_at_their_items() -> None:
    loans = {"inputs.pinjaman_anggota": "5", "inputs.pinjaman_diberikan": "4"}
    wrong = {**loans, "inputs.sikap": "101", "inputs.bank": "-1"}
    assert faults(wrong) == [
        ("SCORING_005", "inputs.bank"),
        ("SCORING_007", "inputs.sikap"),
        ("SCORING_006", "inputs.pinjaman_anggota"),
    ]


def test_fillings_from_files_are_shown_item_by_item_where_they_name_items() -> None:
    data = {
        "inputs": {"kas": 1250000, "modal_items": [{"name": "a", "amount": 1}], "bank": None},
        "ratios": {"vpa": 31.24},
        "answers": {"mu": [True, False], "likuid": 3, "satu": "K"},
    }
    assert flat(data) == {
        "inputs.kas": "1.250.000",
        "ratios.vpa": "31,24",
        "answers.mu.1": "ya",
        "answers.mu.2": "tidak",
        "answers.satu.1": "K",
    }
