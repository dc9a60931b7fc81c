"""Identities: which numbers can be one, which names mean the same, how a number is masked."""

from __future__ import annotations

from datetime import date

import pytest

from sidamping.domain import parties


@pytest.mark.parametrize(("nik", "codes"), [
    ("5301052301800001", []),
    ("", []),
    ("530105230180000", ["PARTIES_001"]),
    ("53010523018000011", ["PARTIES_001"]),
    ("530105230180000A", ["PARTIES_001"]),
    ("５３０１０５２３０１８００００１", ["PARTIES_001"]),
])
def test_a_nik_has_sixteen_digits(nik: str, codes: list[str]) -> None:
    assert [one.code for one in parties.nik_faults(nik)] == codes


def test_the_message_never_repeats_the_nik() -> None:
    assert "530105" not in parties.nik_faults("530105")[0].text()


@pytest.mark.parametrize(("nib", "codes"), [
    ("1234567890123", []), ("123456789012", ["PARTIES_002"]), ("12345678901234", ["PARTIES_002"]),
])
def test_a_nib_has_thirteen_digits(nib: str, codes: list[str]) -> None:
    assert [one.code for one in parties.nib_faults(nib)] == codes


@pytest.mark.parametrize(("npwp", "codes"), [
    ("091234567922000", []), ("5301052301800001", []), ("12345", ["PARTIES_003"]),
])
def test_an_npwp_has_fifteen_or_sixteen_digits(npwp: str, codes: list[str]) -> None:
    assert [one.code for one in parties.npwp_faults(npwp)] == codes


@pytest.mark.parametrize(("number", "codes"), [
    ("518/BH/XXI.3/2016", []), ("", []), ("BH/", ["PARTIES_005"]), ("ABCDEF", ["PARTIES_005"]),
])
def test_a_legal_number_has_a_digit(number: str, codes: list[str]) -> None:
    assert [one.code for one in parties.legal_number_faults(number)] == codes


@pytest.mark.parametrize(("phone", "codes"), [
    ("081234567890", []), ("+6281234567890", []), ("0812", ["PARTIES_006"]), ("0812-abc-999", ["PARTIES_006"]),
])
def test_a_telephone_number_has_eight_to_fifteen_digits(phone: str, codes: list[str]) -> None:
    assert [one.code for one in parties.phone_faults(phone)] == codes


@pytest.mark.parametrize(("one", "other"), [
    ("Koperasi Simpan Pinjam Mekar", "KSP Simpan  Pinjam MEKAR"),
    ("Bapak Ujang", "ujang"),
    ("KUD Tani-Jaya", "Koperasi Tani Jaya"),
    ("Kopi Andrés", "kopi andres"),
])
def test_names_that_mean_the_same_share_a_key(one: str, other: str) -> None:
    assert parties.name_key(one) == parties.name_key(other)


def test_a_name_of_fillers_alone_keeps_its_words() -> None:
    assert parties.name_key("Koperasi Desa") == "koperasi desa"


def test_different_names_differ() -> None:
    assert parties.name_key("KSP Harapan Baru") != parties.name_key("KSP Harapan Lama")


@pytest.mark.parametrize(("number", "shown"), [
    ("5301052301800003", "5301••••••••0003"), ("081234567890", "0812••••••90"), ("0812345678", "0812••••78"),
    ("4321", "••21"), ("", ""),
])
def test_a_number_is_masked(number: str, shown: str) -> None:
    assert parties.masked(number) == shown


@pytest.mark.parametrize(("written", "kept"), [
    ("518 / bh / xxi.3 / 2016", "518/BH/XXI.3/2016"), (" ahu-0001  .ah ", "AHU-0001.AH"),
])
def test_legal_numbers_compare_without_blanks_and_case(written: str, kept: str) -> None:
    assert parties.legal_key(written) == kept


@pytest.mark.parametrize(("starts", "latest"), [
    (date(2024, 1, 1), date(2028, 12, 31)), (date(2024, 2, 29), date(2029, 2, 28)),
])
def test_the_longest_term_ends_the_day_before_its_anniversary(starts: date, latest: date) -> None:
    assert parties.longest_end(starts, 5) == latest


def test_something_that_happened_cannot_lie_in_the_future() -> None:
    today = date(2026, 11, 5)
    assert parties.date_faults(today, today, "founded_on") == []
    assert [one.code for one in parties.date_faults(date(2026, 11, 6), today, "founded_on")] == ["PARTIES_015"]
