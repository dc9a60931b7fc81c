"""What Django's own fields find wrong is told in the words and with the codes of the catalogue."""

from __future__ import annotations

from typing import Any

import pytest
from django import forms

from sidamping.edges.web.fields import all_faults


class Visit(forms.Form):
    """One field of each kind that people type or choose."""

    day = forms.DateField(label="Tanggal")
    people = forms.IntegerField(label="Orang", min_value=1, max_value=40)
    share = forms.DecimalField(label="Bagian", decimal_places=2)
    way = forms.ChoiceField(label="Cara", choices=[("a", "A")])
    text = forms.CharField(label="Catatan", max_length=5)
    mail = forms.EmailField(label="Surel")


SOUND = {"day": "2026-11-01", "people": "3", "share": "12.5", "way": "a", "text": "ada", "mail": "a@b.id"}


@pytest.mark.parametrize(("field", "typed", "code", "seen"), [
    ("day", "besok", "GENERAL_004", "besok"), ("people", "tiga", "GENERAL_004", "tiga"),
    ("share", "1.234", "GENERAL_004", "1.234"), ("mail", "surel", "GENERAL_004", "surel"),
    ("people", "0", "GENERAL_008", "1"), ("people", "41", "GENERAL_009", "40"), ("way", "z", "GENERAL_002", "z"),
    ("text", "terlalu", "GENERAL_007", "7"), ("text", "", "GENERAL_001", "Catatan"),
])
def test_a_value_a_field_cannot_take_has_its_code_and_says_what_was_seen(
    field: str, typed: str, code: str, seen: str
) -> None:
    (fault,) = all_faults((), Visit({**SOUND, field: typed}))
    assert (fault.code, fault.target) == (code, f"id_{field}") and seen in fault.text


def test_all_of_them_are_told_at_once() -> None:
    typed: dict[str, Any] = dict.fromkeys(SOUND, "")
    assert [one.code for one in all_faults((), Visit(typed))] == ["GENERAL_001"] * len(SOUND)
