"""Letters of the rulebook: every kind of the list has a file, and a broken file is told (B3, B12)."""

from __future__ import annotations

from datetime import date
from types import MappingProxyType

import pytest

from sidamping.domain.letters.wording import text_faults
from sidamping.domain.problems import Refused
from sidamping.rules.books import codes_of
from sidamping.rules.letters import built, letter_faults, letter_form, letter_forms
from sidamping.rules.loader import RuleFile, book, freeze, thaw

DAY = date(2026, 11, 5)


def changed(**parts: object) -> RuleFile:
    """The file of the refusal with other parts."""
    file = book().of("letters", "refused")[0]
    data = freeze({**thaw(file.data), **parts})
    assert isinstance(data, MappingProxyType)
    return RuleFile(file.kind, file.name, file.path, str(parts), data, file.starts)


def test_every_kind_of_the_list_has_a_text_that_is_sound() -> None:
    forms = letter_forms(DAY)
    assert {one.name for one in forms} == set(codes_of("programme-letters"))
    assert not [fault for one in forms for fault in text_faults(one, one.text)]
    assert len({one.text.number for one in forms}) == len(forms)


def test_a_letter_is_asked_for_by_day() -> None:
    assert letter_form("handover-copy", date(2024, 1, 1)).status == "usulan"
    with pytest.raises(Refused) as refused:
        letter_form("handover-copy", date(2023, 12, 31))
    assert refused.value.codes == ["RULEBOOK_010"]
    with pytest.raises(Refused) as refused:
        letter_form("tidak-ada", DAY)
    assert refused.value.codes == ["LETTERS_001"]


def test_a_broken_file_is_told_with_every_fault() -> None:
    assert not list(letter_faults(book(), changed()))
    broken = changed(signers=["raja"], body=["Untuk {nama}"], number="1")
    assert sorted(one.code for one in letter_faults(book(), broken)) == [
        "RULEBOOK_005", "RULEBOOK_005", "RULEBOOK_005", "RULEBOOK_005", "RULEBOOK_005", "RULEBOOK_007",
    ]  # fmt: skip
    assert built(broken).signers == ("raja",)
